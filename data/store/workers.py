"""Workers: parts made in this process or in several of this machine; the same parts."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import gc
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final

from data.errors import InputError
from data.store.batch import Batch
from data.store.part import Outcome, build_part
from data.store.source import Source

Numbered = tuple[int, Batch]
Runner = Callable[["Task", Iterable[Numbered]], Iterator[tuple[int, Outcome]]]

AHEAD: Final = 2
"""Parts handed out for each worker: one to do and one to go on with."""

_DEATHS: Final = 3
"""Times in a row that processes may die before any part is finished."""

_OBJECTS: Final = 100_000
"""As in the command line: how often the collector looks for cycles that are not there."""


@dataclasses.dataclass(frozen=True, slots=True)
class Task:
    """What a worker does with a batch."""

    source: Source
    store: Path
    rules: str

    def __call__(self, batch: Batch) -> Outcome:
        """Make the part."""
        return build_part(self.source, batch, self.store, self.rules)


def here(task: Task, batches: Iterable[Numbered]) -> Iterator[tuple[int, Outcome]]:
    """Make parts one after the other in this process."""
    for number, batch in batches:
        yield number, task(batch)


def on_processes(workers: int) -> Runner:
    """Make parts in processes of this machine; one that dies is replaced and its part made again.

    Raises:
        InputError: From the runner, if processes die again and again.
    """

    def run(task: Task, batches: Iterable[Numbered]) -> Iterator[tuple[int, Outcome]]:
        numbered, again = iter(batches), deque[Numbered]()
        deaths = 0
        pool = _pool(workers)
        waiting: dict[concurrent.futures.Future[Outcome], Numbered] = {}
        try:
            while True:
                while len(waiting) < AHEAD * workers and (job := _next(again, numbered)):
                    waiting[_submitted(pool, task, job[1])] = job
                if not waiting:
                    return
                done, _ = concurrent.futures.wait(waiting, return_when="FIRST_COMPLETED")
                broken = [future for future in done if _is_broken(future)]
                for future in done.difference(broken):
                    yield waiting.pop(future)[0], future.result()
                    deaths = 0
                if broken:
                    deaths += 1
                    if deaths > _DEATHS:
                        raise _dying(workers)
                    again.extend(sorted(waiting.values()))
                    waiting.clear()
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = _pool(workers)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    return run


def _next(again: deque[Numbered], numbered: Iterator[Numbered]) -> Numbered | None:
    return again.popleft() if again else next(numbered, None)


def _submitted(
    pool: concurrent.futures.ProcessPoolExecutor, task: Task, batch: Batch
) -> concurrent.futures.Future[Outcome]:
    """What a pool will make of a batch; a pool that just broke says so as it does of others."""
    try:
        return pool.submit(task, batch)
    except BrokenProcessPool as error:
        future: concurrent.futures.Future[Outcome] = concurrent.futures.Future()
        future.set_exception(error)
        return future


def _is_broken(future: concurrent.futures.Future[Outcome]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _dying(workers: int) -> InputError:
    return InputError(
        "--workers",
        f"{workers} processes died {_DEATHS + 1} times in a row, perhaps for want of memory",
        "Run the same build again with fewer workers: it goes on where it stopped.",
    )


def _pool(workers: int) -> concurrent.futures.ProcessPoolExecutor:
    return concurrent.futures.ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(os.getpid(),),
    )


def _begin(parent: int) -> None:
    """Set a worker up: it ends when the build does, even if that was killed."""
    gc.set_threshold(_OBJECTS)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
