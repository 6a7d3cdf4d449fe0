"""Cluster: parts made by the workers of a Dask cluster; the same parts as in one process."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Final

from data.errors import InputError
from data.store.part import Outcome
from data.store.workers import AHEAD, Numbered, Runner, Task

_PATIENCE: Final = 30
"""Seconds to wait for a scheduler, and for its first worker."""

_RETRIES: Final = 2
"""Times that a part is tried again that failed, perhaps only on one machine."""


def on_cluster(scheduler: str) -> Runner:
    """Make parts on a Dask cluster, whose workers see source and store under the same names.

    Args:
        scheduler: Address of the scheduler, such as ``tcp://10.0.0.1:8786``.

    Raises:
        InputError: From the runner, if the cluster cannot be reached or is lost.
    """

    def run(task: Task, batches: Iterable[Numbered]) -> Iterator[tuple[int, Outcome]]:
        distributed = _library()
        client = _connected(distributed, scheduler)
        failures = (
            distributed.CancelledError,
            distributed.KilledWorker,
            distributed.comm.core.CommClosedError,
        )
        with client, client.as_current():
            try:
                yield from _gathered(distributed, client, task, iter(batches))
            except failures as error:
                raise InputError(
                    scheduler,
                    f"the cluster failed ({type(error).__name__}: {str(error)[:200]})",
                    "See the workers' logs, then run the same build again: it goes on.",
                ) from error

    return run


def _library() -> ModuleType:
    try:
        import distributed
        import distributed.comm.core
    except ImportError as error:
        raise InputError(
            "--scheduler",
            "needs the library distributed, which is not installed",
            "Install it: pip install 'withdrawal-dashboard[cluster]'.",
        ) from error
    module: ModuleType = distributed
    return module


def _connected(distributed: Any, scheduler: str) -> Any:
    """A client of a cluster that has a worker."""
    try:
        asyncio.run(_reach(distributed, scheduler))
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (ImportError, TypeError, ValueError) as error:
        raise InputError(
            scheduler,
            f"is no address that a scheduler can be reached at ({error})",
            "Write it as tcp://HOST:PORT, such as tcp://10.0.0.1:8786.",
        ) from error
    except OSError as error:
        raise InputError(
            scheduler, f"no scheduler answers there ({error})", "Start one: dask scheduler."
        ) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise InputError(
            scheduler, "has no workers", f"Start some: dask worker {scheduler}."
        ) from error
    return client


async def _reach(distributed: Any, scheduler: str) -> None:
    """Connect once: a client that cannot leaves a thread behind, and the process never ends."""
    options = distributed.Security().get_connection_args("client")
    comm = await distributed.comm.connect(scheduler, timeout=_PATIENCE, **options)
    await comm.close()


def _gathered(
    distributed: Any, client: Any, task: Task, batches: Iterator[Numbered]
) -> Iterator[tuple[int, Outcome]]:
    """Parts as they are made; never more handed out than all workers will soon do."""
    waiting: dict[Any, int] = {}
    while True:
        most = AHEAD * max(sum(client.nthreads().values()), 1)
        while len(waiting) < most and (job := next(batches, None)):
            future = client.submit(task, job[1], pure=False, retries=_RETRIES)
            waiting[future] = job[0]
        if not waiting:
            return
        done = distributed.wait(list(waiting), return_when="FIRST_COMPLETED").done
        for future in done:
            number = waiting.pop(future)
            yield number, future.result()
            future.release()
