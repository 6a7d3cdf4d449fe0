"""Visitors in a process of their own, which can be stopped or killed with all of them.

``python -m tests.faults.crowd ADDRESS VISITORS [ARTICLE]`` opens as many sessions one after the
other, has each run a page, or bring a file in if one is named, says ``ready``, and stays.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.faults.guest import arrive


async def _stay(address: str, visitors: int, article: bytes) -> None:
    there = []
    for _ in range(visitors):
        visitor = await arrive(address)
        if article:
            await visitor.upload("article.txt", article)
        else:
            await visitor.ask("", "countries=TJK")
        there.append(visitor)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(
        _stay(
            sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]).read_bytes() if sys.argv[3:] else b""
        )
    )
