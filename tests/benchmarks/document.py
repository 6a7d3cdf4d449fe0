"""docs/benchmarks.md: the page that the benchmarks write, each its own tables."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.marked_tables import put_between

PAGE: Final = Path(__file__).resolve().parents[2] / "docs/benchmarks.md"
BENCHMARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "extraction": ("speed", "stages", "memory", "start"),
    "building": ("building", "reckoned"),
    "large_build": ("large-build",),
    "asking": ("asking",),
    "reruns": ("reruns",),
    "archive": ("archive",),
    "first_paint": ("first-paint",),
    "cold_start": ("cold-start",),
    "sessions": ("sessions",),
    "pictures": ("pictures",),
    "crowd": ("crowd",),
}
"""The programs that measure, each with the places in the document that it writes."""

LONG: Final = frozenset({"large_build"})
"""Those that take an hour, and are run when they are named."""

_VERSIONS: Final = ("streamlit", "plotly", "kaleido")


def write(name: str, content: str, *, print_only: bool = False) -> None:
    """Print a table, and put it into its place in the document with when and where it was measured.

    Args:
        name: Of the place: the content goes between ``<!-- name -->`` and ``<!-- end name -->``.
        content: Markdown.
        print_only: Whether to leave the document as it is.
    """
    print(f"{content}\n", flush=True)
    if not print_only:
        put_between(PAGE, name, f"{content}\n\n{measured_on()}")


def measured_on() -> str:
    """The day, the versions and the machine, as far as they tell anything to others."""
    versions = ", ".join(
        [f"Python {platform.python_version()}"]
        + [f"{name} {importlib.metadata.version(name)}" for name in _VERSIONS]
    )
    return f"Measured {dt.datetime.now(dt.UTC):%Y-%m-%d} with {versions}; {os.cpu_count()} cores."
