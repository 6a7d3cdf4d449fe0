"""Manifest: which files make up a store, replaced as a whole when a build is complete."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Self

from data.errors import InputError
from data.plurals import counted
from data.store.durable import write_durably
from data.store.record import (
    ERRORS,
    FOLDERS,
    RECORDS,
    TABLES,
    PartRecord,
    Table,
    read_record,
    record_path,
)
from data.store.schema import ARTICLES, FACTS, SCHEMA_VERSION

MANIFEST: Final = "manifest.json"
FORMAT: Final = "withdrawal-store"
_AGAIN: Final = "Build it again: python -m data build SOURCE --out STORE."


@dataclasses.dataclass(frozen=True, slots=True)
class Manifest:
    """What a complete store holds.

    Attributes:
        rules: Digest of the rules its facts were read by.
        part_size: Articles of a part on average.
        parts: Its parts in the order of the source.
        unread: How many articles could not be read; ``errors.jsonl`` says why.
    """

    rules: str
    part_size: int
    parts: tuple[PartRecord, ...]
    unread: int

    @property
    def articles(self) -> int:
        """Rows of articles."""
        return sum(part.articles for part in self.parts)

    @property
    def facts(self) -> int:
        """Rows of facts."""
        return sum(part.facts for part in self.parts)

    def files(self, store: Path, table: Table) -> list[str]:
        """Paths of a table's files, in order."""
        at = TABLES.index(table)
        return [str(store / part.files[at].name) for part in self.parts]

    def unnamed(self, store: Path) -> list[Path]:
        """Files in a store's folders that it does not name.

        A build that has not ended leaves them, or somebody put them there.
        """
        named = {store / file.name for part in self.parts for file in part.files}
        named |= {record_path(store, part.part) for part in self.parts}
        found = {path for folder in FOLDERS for path in (store / folder).glob("*")}
        return sorted(found - named)

    def write(self, store: Path) -> None:
        """Replace a store's manifest: from then on it is the store that this describes."""
        values = {
            "format": FORMAT,
            "schema": SCHEMA_VERSION,
            "rules": self.rules,
            "part_size": self.part_size,
            "articles": self.articles,
            "facts": self.facts,
            "unread": self.unread,
            "columns": _columns(),
            "parts": [dataclasses.asdict(part) for part in self.parts],
        }
        write_durably(store / MANIFEST, (json.dumps(values, indent=1) + "\n").encode())

    @classmethod
    def read(cls, store: Path) -> Self:
        """The manifest of a store.

        Raises:
            InputError: If there is none, or it is of another program or another schema.
        """
        path = store / MANIFEST
        try:
            values = json.loads(path.read_bytes())
        except FileNotFoundError as error:
            raise _missing(store) from error
        except (OSError, ValueError) as error:
            raise InputError(path, f"cannot be read ({error})", _AGAIN) from error
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise InputError(
                path, f'does not say "format": {FORMAT!r}: not a store of ours', "Name a store."
            )
        if values.get("schema") != SCHEMA_VERSION or values.get("columns") != _columns():
            raise _other_schema(path, values)
        try:
            parts = tuple(PartRecord.from_values(part) for part in values["parts"])
            return cls(values["rules"], values["part_size"], parts, values["unread"])
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(path, f"is damaged ({error})", _AGAIN) from error


def state_of(store: Path) -> tuple[int, int, int]:
    """What differs as soon as a store is built anew; zeros where there is none."""
    try:
        stat = (store / MANIFEST).stat()
    except OSError:
        return 0, 0, 0
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def problems(store: Path, manifest: Manifest | None = None) -> Iterator[str]:
    """What is wrong with a store, file by file, every byte compared with the manifest.

    Args:
        store: Its folder.
        manifest: Its manifest, where that is read already.

    Raises:
        InputError: If the manifest cannot be used.
    """
    manifest = manifest or Manifest.read(store)
    for part in manifest.parts:
        for file in part.files:
            if problem := file.problem(store, thorough=True):
                yield f"{store / file.name}: {problem}. {_AGAIN}"
        if read_record(store, part.part) is None and part.is_intact(store):
            yield f"{record_path(store, part.part)}: is no record of its part. {_AGAIN}"
    try:
        told = (store / ERRORS).read_bytes().count(b"\n")
    except OSError as error:
        yield f"{store / ERRORS}: cannot be read ({error.strerror}). {_AGAIN}"
    else:
        if told != manifest.unread:
            instead = f"names {counted(told, 'article')} instead of {manifest.unread:,}"
            yield f"{store / ERRORS}: {instead}. {_AGAIN}"


def _columns() -> dict[str, list[str]]:
    return {
        table: [f"{field.name} {field.type}" for field in schema]
        for table, schema in zip(TABLES, (ARTICLES, FACTS), strict=True)
    }


def _missing(store: Path) -> InputError:
    if (store / RECORDS).is_dir() and all((store / table).is_dir() for table in TABLES):
        done = sum(1 for _ in (store / RECORDS).glob("*.json"))
        return InputError(
            store,
            f"a build of it has not ended; {done:,} parts are done",
            "Run the same build again: it goes on where it stopped.",
        )
    return InputError(store, f"is no store: it has no {MANIFEST}", _AGAIN)


def _other_schema(path: Path, values: dict[str, Any]) -> InputError:
    found, columns = values.get("schema"), values.get("columns")
    if isinstance(found, int) and found > SCHEMA_VERSION:
        return InputError(
            path,
            f"the store has schema {found}, this program reads schema {SCHEMA_VERSION}",
            "Update the program, or build the store again with this one.",
        )
    ours = _columns()
    theirs = columns if isinstance(columns, dict) else {}
    changed = sorted(
        f"{table}.{column.split()[0]}"
        for table, now in ours.items()
        for column in {*now} ^ {*map(str, theirs.get(table) or ())}
    )
    which = f" (differs in {', '.join(dict.fromkeys(changed))})" if changed else ""
    return InputError(
        path,
        f"the store has the older schema {found}, this program reads {SCHEMA_VERSION}{which}",
        _AGAIN,
    )
