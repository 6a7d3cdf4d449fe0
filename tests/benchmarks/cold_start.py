"""From the command to the first answer: a server is started, and the first visitor sees a page.

Each start is a process of its own; apps take turns. What a start leaves behind for the next is
there, as it is for whoever starts a server again: files in the machine's cache, Python's bytecode
of every module, and what ``python -m dashboard prepare`` keeps when the dashboard is set up. Ours
is started without the last, too.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from data.snapshot.folder import OFF, VARIABLE
from tests.benchmarks.document import write
from tests.benchmarks.reruns import APPS
from tests.benchmarks.serving import ROOT, started
from tests.benchmarks.visitor import visit
from tests.marked_tables import table

NAME: Final = "cold-start"
_OURS: Final = "ours"
_NOTHING_KEPT: Final = "ours, nothing kept"
_CHART: Final = "hello-world with a chart"
_APPS: Final = {
    _OURS: APPS[_OURS],
    _NOTHING_KEPT: APPS[_OURS],
    _CHART: APPS[_CHART],
    "hello-world": APPS["hello-world"],
}


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """A start of a server.

    Attributes:
        healthy: Seconds until it answers that it is well.
        answered: Seconds until the first run of its page has come back.
        processor: Seconds of processor time by then.
    """

    healthy: float
    answered: float
    processor: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cold_start")
    parser.add_argument("--turns", type=int, default=7, help="starts of every app")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    starts: dict[str, list[Start]] = {name: [] for name in _APPS}
    with tempfile.TemporaryDirectory() as kept:
        subprocess.run(
            [sys.executable, "-m", "dashboard", "prepare"],
            cwd=ROOT,
            env={**os.environ, **_environment(Path(kept))},
            check=True,
        )
        for turn in range(-1, options.turns):  # the first leaves bytecode behind for the others
            for name in _APPS:
                start = asyncio.run(_start(name, _environment(Path(kept))))
                if turn >= 0:
                    starts[name].append(start)
    other = starts[_CHART]
    rows = [
        (name, *(cell for what in Start.__slots__ for cell in _beside(own, other, what)))
        for name, own in starts.items()
    ]
    beside = "of the chart's"
    head = ("", "healthy, s", beside, "first page, s", beside, "processor, s", beside)
    write(NAME, table(head, rows), print_only=options.print_only)
    return 0


def _beside(own: Sequence[Start], other: Sequence[Start], what: str) -> tuple[str, str]:
    """The median, and the median of the turns' ratios to another app."""
    pairs = [(getattr(a, what), getattr(b, what)) for a, b in zip(own, other, strict=True)]
    ratio = statistics.median(a / b for a, b in pairs)
    return f"{statistics.median(a for a, _ in pairs):.2f}", f"{ratio:.2f} ×"


def _environment(kept: Path) -> dict[str, str]:
    """Variables by which all that a start leaves behind is in a folder."""
    return {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(kept / "bytecode"),
        VARIABLE: str(kept / "cache"),
    }


async def _start(name: str, environment: Mapping[str, str]) -> Start:
    """Start an app and visit it."""
    nothing = {VARIABLE: OFF} if name == _NOTHING_KEPT else {}
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with started(_APPS[name], Path(folder), **{**environment, **nothing}) as app:
            healthy = time.perf_counter() - began
            async with visit(app.address) as visitor:
                await visitor.open()
                answered = time.perf_counter() - began
            return Start(healthy, answered, app.processor_seconds)


if __name__ == "__main__":
    sys.exit(main())
