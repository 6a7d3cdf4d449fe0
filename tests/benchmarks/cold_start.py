"""From the command to the first answer: a server is started, and the first visitor sees a page.

Each start is a process of its own; apps take turns. Files are in the machine's cache, as they are
for whoever starts a server again.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.document import write
from tests.benchmarks.reruns import APPS
from tests.benchmarks.serving import started
from tests.benchmarks.visitor import visit
from tests.marked_tables import table

NAME: Final = "cold-start"
_APPS: Final = ("ours", "hello-world with a chart", "hello-world")


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
    for _ in range(options.turns):
        for name in _APPS:
            starts[name].append(asyncio.run(_start(APPS[name])))
    other = starts["hello-world with a chart"]
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


async def _start(script: Path) -> Start:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with started(script, Path(folder)) as app:
            healthy = time.perf_counter() - began
            async with visit(app.address) as visitor:
                await visitor.open()
                answered = time.perf_counter() - began
            return Start(healthy, answered, app.processor_seconds)


if __name__ == "__main__":
    sys.exit(main())
