"""Queries: which facts are wanted, as conditions in SQL, and how DuckDB is set up to answer."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import duckdb

from data.errors import InputError
from data.store.manifest import Manifest
from data.store.record import TABLES
from data.store.schema import ARTICLES, FACTS

CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": "false",  # nothing is fetched from elsewhere
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # no variable of ours is a table
}
"""Settings of DuckDB, wherever it reads for us."""

_CODES: Final = 'list_concat(places, [origin, destination, "of", actor, claimant])'
_NAME_A_CODE: Final = f"list_has_any({_CODES}, ?)"
DAYS: Final = ("coalesce(when_start, published)", "coalesce(when_end, published)")
"""First and last day that a fact is about."""


WITHOUT_TEXT: Final = tuple(name for name in ARTICLES.names if name not in ("text", "marks"))
"""Columns of articles but what one reads of them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts are wanted; what is empty or None leaves none out.

    Attributes:
        codes: Codes any of which a fact names: place, origin, destination, denominator, party.
        kinds: Ids of kinds.
        actors: Codes of those who act or claim.
        sources: Ids of articles.
        first: Facts that are over before this day are left out.
        last: Facts that begin after this day are left out.
        day: Articles published later, or nobody knows when, are left out.
    """

    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    day: dt.date | None = None

    def condition(self, naming: str = _NAME_A_CODE) -> tuple[str, list[Any]]:
        """The condition in SQL, and its values.

        Args:
            naming: SQL for "names any of the codes ?", where a table knows better.
        """
        parts: list[tuple[str, Any]] = [
            (naming, list(self.codes)),
            ("list_contains(?, kind)", list(self.kinds)),
            ("list_contains(?, actor) OR list_contains(?, claimant)", list(self.actors)),
            ("list_contains(?, article_id)", list(self.sources)),
            (f"{DAYS[1]} >= ?", self.first),
            (f"{DAYS[0]} <= ?", self.last),
            ("published <= ?", self.day),
        ]
        asked = [(f"({text})", [value] * text.count("?")) for text, value in parts if value]
        condition = " AND ".join(text for text, _ in asked) or "true"
        return condition, [value for _, values in asked for value in values]


def show_tables(
    connection: duckdb.DuckDBPyConnection, path: Path, manifest: Manifest, prefix: str = ""
) -> None:
    """Make a store's tables known as ``articles`` and ``facts``, with the column ``filename``.

    Args:
        connection: Where to.
        path: Folder of the store.
        manifest: What it holds; a store may be without any files.
        prefix: Of the names.
    """
    for table, schema in zip(TABLES, (ARTICLES, FACTS), strict=True):
        name = f"{prefix}{table}"
        if files := manifest.files(path, table):
            connection.read_parquet(files, filename=True).create_view(name, replace=True)
            continue
        connection.register("nothing", schema.empty_table())
        query = f"CREATE OR REPLACE TABLE no_{name} AS SELECT *, '' AS filename FROM nothing"  # noqa: S608
        connection.execute(query)
        connection.table(f"no_{name}").create_view(name, replace=True)


def unreadable(path: Path, error: duckdb.Error) -> InputError:
    """What DuckDB said of a store, and what to do."""
    said = str(error).splitlines()[0][:300]
    return InputError(
        path,
        f"cannot be read ({said})",
        f"Check it: python -m data check {path}; then build it again.",
    )


def column_names(columns: Iterable[str]) -> str:
    """Columns as SQL names them."""
    return ", ".join(f'"{name}"' for name in columns)
