"""``python -m tests.benchmarks.building [COUNT]``: articles a second of a build, and its memory.

Processor seconds are those of the build and its workers together: other work on the machine hardly
changes them. What 100 million articles take is reckoned from them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from tests.benchmarks.articles import articles

_SEED: Final = 11
_COUNT: Final = 4_000
_MANY: Final = 100_000_000
_PART_SIZE: Final = 200
_GROUP: Final = 200
_ROOT: Final = Path(__file__).resolve().parent.parent.parent


class Measured(NamedTuple):
    """What a build took.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all its processes.
        memory: Largest resident set of any of them, in MB.
    """

    seconds: float
    processor: float
    memory: float


def main() -> int:
    """Print a table of builds with one and two workers, and of a build of what is unchanged."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT
    folder = Path(tempfile.mkdtemp(prefix="building-"))
    try:
        source, characters = folder / "articles.parquet", _write(folder / "articles.parquet", count)
        print(f"{count:,} articles of {characters / count:,.0f} characters on average\n")
        print("| build | articles/s | processor s | articles/processor s | MB |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for label, store, workers in (
            ("1 process", "one", 1),
            ("2 processes", "two", 2),
            ("unchanged, 1 process", "one", 1),
        ):
            found = _measured(source, folder / store, workers)
            print(
                f"| {label} | {count / found.seconds:,.0f} | {found.processor:.1f} |"
                f" {count / found.processor:,.0f} | {found.memory:,.0f} |",
                flush=True,
            )
            if label == "1 process":
                whole = found
        size = sum(path.stat().st_size for path in (folder / "one").rglob("*") if path.is_file())
    finally:
        shutil.rmtree(folder)
    days = whole.processor / count * _MANY / 86_400
    print(
        f"\n{_MANY:,} articles: {days:,.1f} days of one processor, {days / 2:,.1f} of two; "
        f"a store of {size / count * _MANY / 1e9:,.0f} GB"
    )
    return 0


def _write(path: Path, count: int) -> int:
    characters = 0
    source = islice(articles(_SEED), count)
    schema = pa.schema([(n, pa.string()) for n in ("article_id", "text", "published")])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _chunks(source):
            characters += sum(len(row["text"]) for row in rows)
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    return characters


def _chunks(source: Iterator[object]) -> Iterator[list[dict[str, str]]]:
    while rows := [
        {name: str(getattr(article, name)) for name in ("article_id", "text", "published")}
        for article in islice(source, _GROUP)
    ]:
        yield rows


def _measured(source: Path, store: Path, workers: int) -> Measured:
    command = [sys.executable, "-m", "data", "build", str(source), "--out", str(store)]
    options = ["--workers", str(workers), "--progress", "none", "--part-size", str(_PART_SIZE)]
    began = time.monotonic()
    run = subprocess.Popen([*command, *options], cwd=_ROOT)  # noqa: S603 - our own program
    _, status, used = os.wait4(run.pid, 0)
    if status:
        raise RuntimeError(f"the build ended with status {os.waitstatus_to_exitcode(status)}")
    seconds = time.monotonic() - began
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000)


if __name__ == "__main__":
    sys.exit(main())
