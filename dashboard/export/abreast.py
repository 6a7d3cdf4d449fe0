"""Planned files made: pictures in the browser, while this process makes the others."""

from __future__ import annotations

import contextvars
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.export.bundle import Planned
    from dashboard.export.files import File

_PICTURES: Final = 2
"""Pictures of one bundle that are made at the same time: the browser draws no more."""


def made(planned: Collection[Planned]) -> Iterator[File]:
    """The files, the pictures last.

    Args:
        planned: What to make.

    Raises:
        InputError: If the data cannot be read.
        ImageError: If a picture cannot be drawn.
    """
    pool = ThreadPoolExecutor(_PICTURES, thread_name_prefix="bundled-pictures")
    try:
        # Steps in these threads are still those of the request.
        drawn = [
            pool.submit(contextvars.copy_context().run, file.make)
            for file in planned
            if file.picture
        ]
        yield from (file.make() for file in planned if not file.picture)
        for picture in drawn:
            yield picture.result()
    finally:
        pool.shutdown(cancel_futures=True)
