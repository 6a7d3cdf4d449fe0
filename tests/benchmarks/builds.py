"""Builds that are measured: ``python -m data build``, of articles made for it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
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


class Measured(NamedTuple):
    """What a build took.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all its processes.
        memory: Largest resident set of the process that was started, in MB.
        worker: Of the largest of its workers; of a build without any, its own.
    """

    seconds: float
    processor: float
    memory: float
    worker: float


def write_source(path: Path, source: Iterator[Article], count: int) -> int:
    """Write the first articles of a source as a table, in the memory of a few; their characters."""
    characters = 0
    schema = pa.schema([(name, pa.string()) for name in _COLUMNS])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for _ in range(0, count, _GROUP):
            rows = list(islice(source, min(_GROUP, count)))
            characters += sum(len(article.text) for article in rows)
            columns = [[str(getattr(row, name)) for row in rows] for name in _COLUMNS]
            writer.write_table(pa.table(dict(zip(_COLUMNS, columns, strict=True)), schema=schema))
            count -= len(rows)
    return characters


def measured_build(source: Path, store: Path, workers: int, *options: str) -> Measured:
    """Build a store as a user does, and watch.

    Raises:
        RuntimeError: If the build fails.
    """
    command = [sys.executable, "-m", "data", "build", str(source), "--out", str(store)]
    began = time.monotonic()
    run = subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--workers", str(workers), *options], cwd=ROOT
    )
    peaks = _Peaks(run.pid)
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise RuntimeError(f"the build ended with status {run.returncode}")
    seconds = time.monotonic() - began
    memory, worker = peaks.ended()
    return Measured(seconds, used.ru_utime + used.ru_stime, memory, worker)


class _Peaks:
    """Largest resident sets of a process and of its children, in MB, as long as it runs."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._own = self._child = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def ended(self) -> tuple[float, float]:
        """Stop watching; the process's peak and that of its largest child."""
        self._over.set()
        self._thread.join()
        return self._own, self._child or self._own

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self._own = max(self._own, _peak(self._process))
            self._child = max([self._child, *map(_peak, _children(self._process))])


def _children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [*map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    return []


def _peak(process: int) -> float:
    """The largest resident set that a process has had, in MB; 0 for one that is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1_000
    return 0.0
