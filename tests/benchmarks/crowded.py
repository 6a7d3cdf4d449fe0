"""Many visitors at once, each of whom changes something every few seconds."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import random
import statistics
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.benchmarks.serving import App
from tests.benchmarks.visitor import Answer, Visitor, visit

PACE: Final = 4.0
"""Seconds between two changes of one visitor, on average, where there are many."""

LEAST_CHANGES: Final = 60
"""Changes by all visitors together: fewer would make the slowest twentieth a matter of luck."""

_LEAST_EACH: Final = 3
_TOGETHER: Final = 12.0
"""Seconds that a few visitors take for their changes: they make more of them, and faster."""

_LONGEST: Final = 120
"""Seconds after which a crowd is given up."""

_APART, _MOST_CHECKS = 5.0, 12
"""Seconds between looks at a server's memory, and how many at most until it is taken as it is."""

_SEED: Final = 1

Change = Callable[[Visitor, int], Awaitable[Answer]]
Ready = Callable[[Visitor], Awaitable[None]]


async def at_once(visitor: Visitor) -> None:
    """What a visitor does who need not do anything before."""


@dataclasses.dataclass(frozen=True, slots=True)
class Crowd:
    """So many visitors at once.

    Attributes:
        count: How many they were.
        seconds: What each of their changes took; empty where they were given up.
        memory: The server's resident set while they were there, in MB.
        each: What of it came with them, for each, in MB.
    """

    count: int
    seconds: tuple[float, ...]
    memory: float
    each: float

    @property
    def median(self) -> float:
        """Milliseconds that half of the changes took at most."""
        return 1000 * statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """Milliseconds that 95 % of the changes took at most."""
        return 1000 * statistics.quantiles(self.seconds, n=20)[-1]


async def crowds(
    app: App, change: Change, counts: Sequence[int], ready: Ready = at_once
) -> list[Crowd]:
    """So many visitors, and then so many.

    Args:
        app: A running server.
        change: What a visitor does, the so-manieth time.
        counts: Of visitors at once, the fewest first; none after one that took too long.
        ready: What a visitor does once, before changes are timed.
    """
    async with visit(app.address) as early:  # makes what the others find made
        await early.open()
        await ready(early)
        for number in range(2 * _LEAST_EACH):
            await change(early, number)
    empty, found = await _settled_memory(app), []
    async with contextlib.AsyncExitStack() as visits:
        visitors: list[Visitor] = []
        for count in sorted(counts):  # who is there stays, and others join them
            try:
                async with asyncio.timeout(_LONGEST):
                    while len(visitors) < count:
                        visitors.append(await visits.enter_async_context(visit(app.address)))
                        await visitors[-1].open()
                        await ready(visitors[-1])
                    seconds = await _changes(visitors, change)
            except TimeoutError:
                seconds = ()
            found.append(Crowd(count, seconds, app.memory, (app.memory - empty) / count))
            if not seconds:
                break  # more would take longer still
    return found


async def _settled_memory(app: App) -> float:
    """What a server takes, in MB, once it has made ready what no page has to wait for."""
    memory = app.memory
    for _ in range(_MOST_CHECKS):
        await asyncio.sleep(_APART)
        if abs(app.memory - memory) < 1:
            break
        memory = app.memory
    return app.memory


async def _changes(visitors: Sequence[Visitor], change: Change) -> tuple[float, ...]:
    """Seconds that each change of each visitor took."""
    each = max(_LEAST_EACH, -(-LEAST_CHANGES // len(visitors)))
    pace = min(PACE, _TOGETHER / each)
    waits = random.Random(_SEED)  # noqa: S311 - paces, not secrets
    paces = [[waits.uniform(0, 2 * pace) for _ in range(each)] for _ in visitors]
    runs = (_act(*both, change) for both in zip(visitors, paces, strict=True))
    return tuple(took for own in await asyncio.gather(*runs) for took in own)


async def _act(visitor: Visitor, pace: Sequence[float], change: Change) -> list[float]:
    seconds = []
    for number, wait in enumerate(pace):
        await asyncio.sleep(wait)
        seconds.append((await change(visitor, number)).seconds)
    return seconds
