"""Builds that are measured: ``python -m data build``, of articles made for it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from data.article import Article

ROOT: Final = Path(__file__).resolve().parents[2]
_GROUP: Final = 2_000
"""Rows of a row group."""

_EVERY: Final = 0.1
"""Seconds between two looks at the processes' memory, of which the system keeps the peak."""

_COLUMNS: Final = ("article_id", "text", "published")


class Source(NamedTuple):
    """Articles that a store is built of.

    Attributes:
        path: The table they stand in.
        articles: How many.
        characters: Of all of them.
    """

    path: Path
    articles: int
    characters: int


class Measured(NamedTuple):
    """What a build took.

    Attributes:
        source: What it read.
        seconds: By the clock.
        processor: Seconds of all its processes.
        memory: Largest resident set of the process that was started, in MB.
        worker: Of the largest of its workers; of a build without any, its own.
        stored: Bytes of the store.
    """

    source: Source
    seconds: float
    processor: float
    memory: float
    worker: float
    stored: int

    def speed(self) -> float:
        """Characters a second by the clock."""
        return self.source.characters / self.seconds

    def economy(self) -> float:
        """Characters a second of the processor."""
        return self.source.characters / self.processor


def written(path: Path, articles: Iterator[Article], count: int) -> Source:
    """The first so many articles as a table, in the memory of a few."""
    characters = 0
    schema = pa.schema([(name, pa.string()) for name in _COLUMNS])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for begin in range(0, count, _GROUP):
            rows = list(islice(articles, min(_GROUP, count - begin)))
            characters += sum(len(article.text) for article in rows)
            columns = [[str(getattr(row, name)) for row in rows] for name in _COLUMNS]
            writer.write_table(pa.table(dict(zip(_COLUMNS, columns, strict=True)), schema=schema))
    return Source(path, count, characters)


def measured_build(
    source: Source, store: Path, *options: str, cluster: Sequence[int] = ()
) -> Measured:
    """Build a store as a user does, and watch.

    Args:
        source: What to read.
        store: Where to; one that is there is brought up to date.
        options: More of the command line.
        cluster: Processes that were started for this build and work for it.

    Raises:
        RuntimeError: If the build fails.
    """
    command = [sys.executable, "-m", "data", "build", str(source.path), "--out", str(store)]
    began = time.monotonic()
    run = subprocess.Popen([*command, *options], cwd=ROOT)  # noqa: S603 - our own program
    peaks = _Peaks(run.pid, cluster)
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise RuntimeError(f"the build ended with status {run.returncode}")
    seconds = time.monotonic() - began
    memory, worker = peaks.ended()
    processor = used.ru_utime + used.ru_stime + sum(map(_processor, cluster))
    stored = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    return Measured(source, seconds, processor, memory, worker, stored)


class _Peaks:
    """Largest resident sets of a process and of its workers, in MB, as long as it runs."""

    def __init__(self, process: int, cluster: Sequence[int]) -> None:
        self._process = process
        self._cluster = cluster
        self._own = self._worker = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def ended(self) -> tuple[float, float]:
        """Stop watching; the process's peak and that of its largest child."""
        self._over.set()
        self._thread.join()
        return self._own, self._worker or self._own

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self._own = max(self._own, _peak(self._process))
            workers = [*_children(self._process), *self._cluster]
            self._worker = max([self._worker, *map(_peak, workers)])


def _children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [*map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    return []


def _processor(process: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    """The largest resident set that a process has had, in MB; 0 for one that is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1_000
    return 0.0
