"""A Dask cluster of processes of this machine."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(_ROOT)}

Running = contextlib.AbstractContextManager[subprocess.Popen[bytes]]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running_scheduler(folder: Path) -> Iterator[str]:
    """A scheduler as long as the block runs; its address."""
    port = free_port()
    options = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    with _running(folder, "dask_scheduler", *options):
        yield f"tcp://127.0.0.1:{port}"


def running_worker(folder: Path, scheduler: str) -> Running:
    """A worker of one thread as long as the block runs."""
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
    return _running(folder, "dask_worker", scheduler, *options)


def wait_for_workers(scheduler: str, count: int) -> None:
    """Wait until so many workers have joined a scheduler."""
    import distributed  # costs what `make test` need not pay: it collects these and runs none

    with distributed.Client(scheduler) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(count, timeout=60)


@contextlib.contextmanager
def _running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    with (folder / f"{arguments[0]}-{time.monotonic_ns()}.log").open("wb") as log:
        run = subprocess.Popen(command, cwd=folder, env=_ENVIRONMENT, stdout=log, stderr=log)  # noqa: S603
        try:
            yield run
        finally:
            run.kill()
            run.wait()
