"""Record: what one part of a store holds; a part is there once its record is."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, Self

from data.errors import InputError

Table = Literal["articles", "facts"]
TABLES: Final[tuple[Table, ...]] = ("articles", "facts")
RECORDS: Final = "parts"
"""Folder of the records; those of tables are named as the tables."""

FOLDERS: Final = (*TABLES, RECORDS)
ERRORS: Final = "errors.jsonl"
"""Articles that could not be read, a line each: where, what is wrong, what would be right."""


@dataclasses.dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a store, which never changes once it has its name.

    Attributes:
        name: From the store's folder.
        bytes: Its size.
        sha256: Hex digest of its bytes.
    """

    name: str
    bytes: int
    sha256: str

    def problem(self, store: Path, *, thorough: bool = False) -> str | None:
        """What is wrong with the file, by its size or also by its bytes; None if nothing is."""
        path = store / self.name
        try:
            size = path.stat().st_size
            if size != self.bytes:
                return f"has {size:,} bytes instead of {self.bytes:,}"
            if thorough:
                with path.open("rb") as stream:
                    digest = hashlib.file_digest(stream, "sha256").hexdigest()
                if digest != self.sha256:
                    return f"has the sha256 {digest} instead of {self.sha256}"
        except OSError as error:
            return f"cannot be read ({error.strerror})"
        return None


@dataclasses.dataclass(frozen=True, slots=True)
class Unread:
    """An article that could not be read: where, what is wrong, what would be right."""

    where: str
    problem: str
    remedy: str

    @classmethod
    def of(cls, error: InputError) -> Self:
        """What an error says."""
        return cls(error.where, error.problem, error.remedy)

    def line(self) -> str:
        """One line of JSON."""
        return json.dumps(dataclasses.asdict(self))


@dataclasses.dataclass(frozen=True, slots=True)
class PartRecord:
    """A part of a store.

    Attributes:
        part: Its name, by the article it starts with.
        digest: Of the rules and of everything its articles were read from, in order.
        rules: Digest of the rules.
        articles: Rows of articles.
        facts: Rows of facts.
        files: Its tables: articles, facts.
        unread: Articles that could not be read.
    """

    part: str
    digest: str
    rules: str
    articles: int
    facts: int
    files: tuple[StoredFile, ...]
    unread: tuple[Unread, ...] = ()

    def json(self) -> str:
        """The record as JSON, the same bytes for the same part."""
        return json.dumps(dataclasses.asdict(self), indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The record that :meth:`json` wrote.

        Raises:
            ValueError: If it is no such record.
        """
        return cls.from_values(json.loads(text))

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """The record of its values.

        Raises:
            ValueError: If a value is missing, or one is there that no record has.
        """
        try:
            files = tuple(StoredFile(**file) for file in values["files"])
            unread = tuple(Unread(**error) for error in values.get("unread", ()))
            return cls(**(dict(values) | {"files": files, "unread": unread}))
        except (TypeError, KeyError) as error:
            raise ValueError(f"no record of a part: {error}") from error

    def is_intact(self, store: Path) -> bool:
        """Whether its files are there with the sizes they were written with."""
        return not any(file.problem(store) for file in self.files)


def record_path(store: Path, part: str) -> Path:
    """The file of a part's record."""
    return store / RECORDS / f"{part}.json"


def read_record(store: Path, part: str) -> PartRecord | None:
    """The record of a part that is complete and whose files are there; None where there is none."""
    try:
        record = PartRecord.from_json(record_path(store, part).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return record if record.is_intact(store) else None
