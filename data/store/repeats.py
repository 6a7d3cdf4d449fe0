"""Repeats: ids that several rows of a source's tables have, found in the memory that few take."""

from __future__ import annotations

import contextlib
import functools
import tempfile
from array import array
from collections.abc import Iterable
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

_BUCKETS: Final = 64
"""Files that hashes are spread over: of 100 million rows each holds 13 MB."""

_HELD: Final = 4_096
"""Hashes of a bucket in memory before they are written."""


class Repeats:
    """Ids that several rows have; the first row keeps the article."""

    def __init__(self, ids: Iterable[str | None]) -> None:
        """Look for repeated ids when the first is asked for.

        Args:
            ids: Of all rows of all tables, read once.
        """
        self._ids = ids
        self._first: dict[str, str] = {}

    def earlier(self, article_id: str | None, where: str) -> str | None:
        """Where an id stands in an earlier row; None where this row is the first."""
        if article_id is None or hash(article_id) not in self._repeated:
            return None
        first = self._first.setdefault(article_id, where)
        return first if first != where else None

    @functools.cached_property
    def _repeated(self) -> frozenset[int]:
        """Hashes that more than one row has; an id that shares one by chance is its own first."""
        return repeated(hash(article_id) for article_id in self._ids if article_id is not None)


def repeated(hashes: Iterable[int]) -> frozenset[int]:
    """What stands there more than once, of any number of signed 64-bit numbers.

    Equal ones end up in the same file, so that one file is looked through at a time.
    """
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(_BUCKETS)]
        held = [array("q") for _ in files]
        for number in hashes:
            bucket = held[number % _BUCKETS]
            bucket.append(number)
            if len(bucket) >= _HELD:
                bucket.tofile(files[number % _BUCKETS])
                del bucket[:]
        found: set[int] = set()
        for file, bucket in zip(files, held, strict=True):
            bucket.tofile(file)
            file.seek(0)
            found.update(_more_than_once(file.read()))
    return frozenset(found)


def _more_than_once(numbers: bytes) -> list[int]:
    size = len(numbers) // 8
    counted = pa.Array.from_buffers(pa.int64(), size, [None, pa.py_buffer(numbers)]).value_counts()
    values, counts = counted.flatten()
    more: list[int] = values.filter(pc.greater(counts, 1)).to_pylist()
    return more
