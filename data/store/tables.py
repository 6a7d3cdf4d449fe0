"""Tables: Parquet files with an article a row.

Columns: ``article_id`` and ``text`` must be there; ``title``, ``publisher``, ``author``, ``url``,
``licence``, ``published_basis`` and ``published`` may be. Others are not read.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from data.errors import InputError
from data.store.batch import Batch, cut
from data.store.located import Located
from data.store.repeats import Repeats

REQUIRED: Final = ("article_id", "text")
OPTIONAL: Final = (
    "title",
    "publisher",
    "author",
    "url",
    "licence",
    "published_basis",
    "published",
)
_ROWS: Final = 64
"""Rows read at a time: with the longest articles there are, 128 MB."""

_IDS: Final = 8_192
_BUFFER: Final = 1_000_000
"""Bytes of a column that are held, where a row group may be as large as the table."""

_REMEDY: Final = f"Give a Parquet table with the columns {', '.join((*REQUIRED, *OPTIONAL))}."


def table_batches(place: Located, part_size: int, repeats: Repeats) -> Iterator[Batch]:
    """Batches of a table's rows.

    Raises:
        InputError: If it is no Parquet table, or lacks a column.
    """
    _opened(place)
    for batch in cut(enumerate(_ids(place)), lambda row: str(row[1]), part_size):
        twice = [
            (number, where)
            for number, article_id in batch
            if (where := repeats.earlier(article_id, f"{place.name}: row {number + 1}"))
        ]
        yield Batch(
            "table",
            place.name,
            rows=(batch[0][0], batch[-1][0] + 1),
            twice=tuple(twice),
            start=str(batch[0][1]),
        )


def readable_ids(place: Located) -> Iterator[str | None]:
    """Ids of a table's rows as far as it can be read; :func:`table_batches` says what cannot."""
    with contextlib.suppress(InputError):
        yield from _ids(place)


def table_rows(place: Located, rows: tuple[int, int]) -> Iterator[Mapping[str, Any]]:
    """Rows of a table in order, a few at a time in memory.

    Raises:
        InputError: If the table cannot be read.
    """
    file = _opened(place)
    columns = [name for name in (*REQUIRED, *OPTIONAL) if name in file.schema_arrow.names]
    begin = 0
    for group in range(file.num_row_groups):
        end = begin + file.metadata.row_group(group).num_rows
        if end > rows[0] and begin < rows[1]:
            yield from _rows_of_group(place, group, columns, (rows[0] - begin, rows[1] - begin))
        begin = end


class _Group:
    """A row group while it is read: parts that follow each other go on where the last one ended."""

    def __init__(self, file: pq.ParquetFile, group: int, columns: list[str]) -> None:
        self._batches = file.iter_batches(_ROWS, row_groups=[group], columns=columns)
        self._batch: pa.RecordBatch | None = None
        self._at = 0

    def rows(self, first: int, last: int) -> Iterator[Mapping[str, Any]]:
        """Rows of the group, which must not lie before those asked for last."""
        while self._at < last:
            if self._batch is None:
                self._batch = next(self._batches, None)
                if self._batch is None:
                    return
            end = self._at + self._batch.num_rows
            begin = max(first - self._at, 0)
            wanted = self._batch.slice(begin, max(min(last, end) - self._at - begin, 0))
            yield from wanted.to_pylist()
            if end > last:
                return
            self._at, self._batch = end, None

    def is_before(self, first: int) -> bool:
        """Whether a row is still to come."""
        return self._at <= first


_reading: dict[tuple[Located, str, int], _Group] = {}
"""The row group read last, by its file, the file's state and its number: never more than one."""


def _rows_of_group(
    place: Located, group: int, columns: list[str], wanted: tuple[int, int]
) -> Iterator[Mapping[str, Any]]:
    key = place, place.state(), group
    first, last = max(wanted[0], 0), wanted[1]
    found = _reading.get(key)
    if found is None or not found.is_before(first):
        _reading.clear()
        found = _reading[key] = _Group(_opened(place), group, columns)
    try:
        yield from found.rows(first, last)
    except (pa.ArrowException, OSError):
        _reading.clear()  # the parts after it find the damage, too
        raise


def _ids(place: Located) -> Iterator[str | None]:
    try:
        for batch in _opened(place).iter_batches(_IDS, columns=["article_id"]):
            yield from batch.column(0).cast(pa.string()).to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise _damaged(place, error) from error


def _damaged(place: Located, error: Exception) -> InputError:
    said = str(error).splitlines()[0][:200]
    return InputError(place.name, f"is not a Parquet table that can be read ({said})", _REMEDY)


def _opened(place: Located) -> pq.ParquetFile:
    try:
        file = _open(place, place.state())
    except (pa.ArrowException, OSError) as error:
        raise _damaged(place, error) from error
    for name in REQUIRED:
        if name not in file.schema_arrow.names:
            raise InputError(place.name, f"has no column {name!r}", _REMEDY)
    text = file.schema_arrow.field("text").type
    if not (pa.types.is_string(text) or pa.types.is_large_string(text)):
        raise InputError(place.name, f"its column 'text' holds {text}", "Let it hold strings.")
    return file


@functools.lru_cache(maxsize=1)
def _open(place: Located, state: str) -> pq.ParquetFile:  # noqa: ARG001  a changed file is another
    return pq.ParquetFile(place.open(), pre_buffer=False, buffer_size=_BUFFER)
