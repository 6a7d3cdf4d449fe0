"""Many visitors at once, each of whom changes something every few seconds."""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.benchmarks.serving import App
from tests.benchmarks.visitor import Answer, Visitor, visit

CHANGES_EACH: Final = 8
PACE: Final = 4.0
"""Seconds between two changes of one visitor, on average."""

_SEED: Final = 1


async def crowded(
    app: App, change: Callable[[Visitor, int], Awaitable[Answer]], counts: Sequence[int]
) -> list[tuple[str, ...]]:
    """A row for each number of visitors: how many, times, and what the server holds of memory.

    Args:
        app: A running server.
        change: What a visitor does, the so-manieth time.
        counts: Of visitors at once, in turn.
    """
    async with visit(app.address) as early:
        await early.open()
        await change(early, 0)
    empty = app.memory
    rows: list[tuple[str, ...]] = []
    for count in counts:
        async with contextlib.AsyncExitStack() as visits:
            visitors = [await visits.enter_async_context(visit(app.address)) for _ in range(count)]
            for visitor in visitors:
                await visitor.open()
            waits = random.Random(_SEED)  # noqa: S311 - paces, not secrets
            paces = [[waits.uniform(0, 2 * PACE) for _ in range(CHANGES_EACH)] for _ in visitors]
            runs = (_act(*each, change) for each in zip(visitors, paces, strict=True))
            seconds = [took for own in await asyncio.gather(*runs) for took in own]
            memory = app.memory
        rows.append(
            (
                f"{count}",
                f"{1000 * statistics.median(seconds):.0f}",
                f"{1000 * statistics.quantiles(seconds, n=20)[-1]:.0f}",
                f"{memory:.0f}",
                f"{(memory - empty) / count:.2f}",
            )
        )
    return rows


async def _act(
    visitor: Visitor, pace: Sequence[float], change: Callable[[Visitor, int], Awaitable[Answer]]
) -> list[float]:
    seconds = []
    for number, wait in enumerate(pace):
        await asyncio.sleep(wait)
        seconds.append((await change(visitor, number)).seconds)
    return seconds
