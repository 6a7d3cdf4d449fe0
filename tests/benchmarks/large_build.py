"""``python -m tests.benchmarks.large_build``: a million articles read, and built into a store.

Takes an hour on two processors, so that ``make bench`` runs it only when it is named. What it tells
is memory, and seconds of the processor: other work on the machine hardly changes them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.articles import archive
from tests.benchmarks.builds import ROOT, measured_build, written
from tests.benchmarks.document import write
from tests.marked_tables import Row, table

NAME: Final = "large-build"
_COUNTS: Final = (10_000, 1_000_000)
_SEED: Final = 11
_HEAD: Final = (
    "",
    "articles",
    "million characters",
    "characters/processor s",
    "peak memory, MB",
    "of the first",
    "its largest worker, MB",
    "of the first",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large_build")
    parser.add_argument("counts", type=int, nargs="*", default=_COUNTS, help="of articles")
    parser.add_argument("--workers", type=int, default=2, help="processes of a build")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    counts = sorted(options.counts)
    command = [sys.executable, "-m", "tests.benchmarks.memory", *map(str, counts)]
    with (
        tempfile.TemporaryDirectory(prefix="large-build-") as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as reading,  # noqa: S603
    ):
        rows = _built(Path(folder), counts, options.workers)
        said, _ = reading.communicate()
    rows = [*_read(said), *rows]
    write(NAME, table(_HEAD, rows), print_only=options.print_only)
    return reading.returncode


def _read(said: str) -> list[Row]:
    """Rows of the process that reads and keeps nothing."""
    found = [[*map(float, line.split())] for line in said.splitlines()]
    least = found[0][1]
    return [
        (
            "read, nothing kept",
            f"{count:,.0f}",
            f"{characters / 1e6:,.1f}",
            f"{characters / processor:,.0f}",
            f"{peak / 1_000:,.0f}",
            f"{peak / least:.2f} ×",
            "",
            "",
        )
        for count, peak, characters, processor in found
    ]


def _built(folder: Path, counts: Sequence[int], workers: int) -> list[Row]:
    """Rows of builds."""
    rows: list[Row] = []
    first = None
    for count in counts:
        source = written(folder / f"{count}.parquet", archive(_SEED), count)
        found = measured_build(source, folder / f"store-{count}", "--workers", f"{workers}")
        first = first or found
        rows.append(
            (
                f"built by {workers} processes",
                f"{count:,}",
                f"{source.characters / 1e6:,.1f}",
                f"{found.economy():,.0f}",
                f"{found.memory:,.0f}",
                f"{found.memory / first.memory:.2f} ×",
                f"{found.worker:,.0f}",
                f"{found.worker / first.worker:.2f} ×",
            )
        )
        print(" | ".join(rows[-1]), f"{found.seconds:,.0f} s by the clock", flush=True)
    return rows


if __name__ == "__main__":
    sys.exit(main())
