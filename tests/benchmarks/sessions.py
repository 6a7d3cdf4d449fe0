"""1, 10, 50 and 100 sessions at once, each with filter changes of its own, beside hello-world."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.crowded import Change, Crowd, Ready, at_once, crowds
from tests.benchmarks.document import write
from tests.benchmarks.reruns import APPS, change_country, open_filters, slide
from tests.benchmarks.serving import started
from tests.marked_tables import table

NAME: Final = "sessions"
_HELLO: Final = "hello-world with a chart"
_CHANGES: Final[dict[str, tuple[Change, Ready]]] = {
    "ours": (change_country, open_filters),
    _HELLO: (slide, at_once),
}
"""What a visitor changes, and does before."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sessions")
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 50, 100])
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    found: dict[str, list[Crowd]] = {}
    for name, (change, ready) in _CHANGES.items():
        with tempfile.TemporaryDirectory() as folder, started(APPS[name], Path(folder)) as app:
            found[name] = asyncio.run(crowds(app, change, options.sessions, ready))
    rows = [
        (name, *_row(own, hello))
        for name, crowd in found.items()
        for own, hello in zip(crowd, found[_HELLO], strict=False)
    ]
    head = ("", "sessions", "median, ms", "of hello-world's", "95 %, ms", "of hello-world's")
    write(
        NAME,
        table((*head, "server, MB", "MB a session", "of hello-world's"), rows),
        print_only=options.print_only,
    )
    return 0


def _row(own: Crowd, hello: Crowd) -> tuple[str, ...]:
    times = ("not in time", "", "", "")
    if own.seconds and hello.seconds:
        times = (
            f"{own.median:.0f}",
            f"{own.median / hello.median:.1f} ×",
            f"{own.p95:.0f}",
            f"{own.p95 / hello.p95:.1f} ×",
        )
    memory = f"{own.each / hello.each:.1f} ×" if min(own.each, hello.each) > 0 else ""
    return f"{own.count}", *times, f"{own.memory:.0f}", f"{max(0.0, own.each):.2f}", memory


if __name__ == "__main__":
    sys.exit(main())
