"""The catalogue of seeds: where each article came from, and that no byte of it has changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import os
from pathlib import Path
from typing import Annotated, Final, TypeAlias

from data.article import EARLIEST, Article, Brief, decode, read_bytes
from data.corrections import Review, parse_corrections
from data.entry import Entry, FieldError, Limits, Passes
from data.errors import InputError
from data.markdown_marks import find_marks
from data.toml_file import read_toml, toml_table

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
CATALOG: Final = SEEDS / "catalog.toml"
CATALOG_VARIABLE: Final = "WITHDRAWAL_CATALOG"
"""Environment variable that names another catalogue file."""
BRIEFS: Final = "briefs"
"""Folder beside the catalogue whose texts are ours, each on a published report."""

MARKDOWN: Final = frozenset({".md", ".markdown"})
"""Endings of files with marks that are no prose; all others are read as they are."""


def _inside_folder(name: str) -> str:
    if Path(name).is_absolute() or ".." in Path(name).parts or "\\" in name:
        raise ValueError("must be a path inside the catalogue's folder")
    return name


def _possible(day: dt.date) -> dt.date:
    if day < EARLIEST:
        raise ValueError(f"must not be before {EARLIEST}: leave it out where it is not known")
    return day


_Said: TypeAlias = Annotated[str, Limits(min_length=1)]
_InFolder: TypeAlias = Annotated[str, Passes(_inside_folder)]
_Published: TypeAlias = Annotated[dt.date, Passes(_possible)]
_Digest: TypeAlias = Annotated[str, Limits(pattern=r"^[0-9a-f]{64}$")]


class CatalogEntry(Entry):
    """One article of the catalogue; fields as in :class:`data.article.Article`.

    Without ``published`` no relative time is resolved; ``published_basis`` says why it is missing.
    ``corrections`` names a file of :mod:`data.corrections` beside the article, with its hash.
    ``consulted`` makes it a brief, as does a file in :data:`BRIEFS`: it stands here only with the
    record of its second check.
    ``unread`` says what of the file that the text was read from is missing in it.
    """

    id: Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    file: _InFolder
    title: _Said
    publisher: _Said | None = None
    author: _Said | None = None
    url: Annotated[str, Limits(pattern=r"^https?://[^\s]+$")] | None = None
    published: _Published | None = None
    published_basis: _Said
    licence: _Said
    consulted: _Said | None = None
    checked_on: dt.date | None = None
    checked_by: _Said | None = None
    check: _Said | None = None
    unread: _Said | None = None
    sha256: _Digest
    corrections: _InFolder | None = None
    corrections_sha256: _Digest | None = None

    def __post_init__(self) -> None:
        """Refuse corrections without their hash, and a brief that nobody checked."""
        if (self.corrections is None) != (self.corrections_sha256 is None):
            raise ValueError("corrections and corrections_sha256 come together")
        record = ("consulted", "checked_on", "checked_by", "check")
        missing = [name for name in record if getattr(self, name) is None]
        is_brief = Path(self.file).parts[:1] == (BRIEFS,)
        if missing and (is_brief or len(missing) < len(record)):
            with_it = f", and with it {', '.join(missing[1:])}" if missing[1:] else ""
            raise FieldError(
                (missing[0],),
                f"is missing{with_it}, so that nobody has checked the brief {self.file!r}",
                "Say what of the report was seen, and when and by whom every figure was compared "
                "with it, and what came of that.",
            )
        if self.consulted and not (self.publisher and self.url and self.published):
            raise ValueError("a brief names publisher, url and published of its report")

    @property
    def brief(self) -> Brief | None:
        """What the entry says of a brief; None for an article."""
        if not (self.consulted and self.checked_on and self.checked_by and self.check):
            return None
        return Brief(
            consulted=self.consulted,
            checked_on=self.checked_on,
            checked_by=self.checked_by,
            check=self.check,
        )

    def toml(self) -> str:
        """The entry as it stands in a catalogue file."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return f"[[article]]\n{toml_table(said)}"


class CatalogFile(Entry):
    """Schema of ``catalog.toml``."""

    article: Annotated[tuple[CatalogEntry, ...], Limits(min_length=1)]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """The entries of a catalogue file, in its order.

    Attributes:
        path: The catalogue file; article files are relative to its folder.
        entries: What it says about each article.
    """

    path: Path
    entries: tuple[CatalogEntry, ...]

    def entry_for(self, file: Path) -> CatalogEntry | None:
        """What the catalogue says about a file; None for a file it does not list."""
        return _by_real_path(self).get(os.path.realpath(file))

    def article(self, entry: CatalogEntry) -> Article:
        """The article an entry describes.

        Raises:
            InputError: If a file cannot be read, or differs from the catalogue's hash.
        """
        path = self.path.parent / entry.file
        content = self._unchanged(
            entry,
            entry.file,
            entry.sha256,
            "Restore the file as published; quotes and offsets point into its bytes.",
        )
        text = decode(content, path)
        return Article(
            article_id=entry.id,
            text=text,
            title=entry.title,
            publisher=entry.publisher,
            author=entry.author,
            url=entry.url,
            published=entry.published,
            published_basis=entry.published_basis,
            licence=entry.licence,
            brief=entry.brief,
            sha256=entry.sha256,
            review=self._review(entry),
            file=str(path),
            marks=find_marks(text) if path.suffix.lower() in MARKDOWN else (),
            unread=entry.unread,
        )

    def _review(self, entry: CatalogEntry) -> Review | None:
        if entry.corrections is None or entry.corrections_sha256 is None:
            return None
        content = self._unchanged(
            entry,
            entry.corrections,
            entry.corrections_sha256,
            "Restore the file, or enter the new hash once the changes are reviewed.",
        )
        return parse_corrections(content, self.path.parent / entry.corrections)

    def _unchanged(self, entry: CatalogEntry, file: str, sha256: str, remedy: str) -> bytes:
        """The bytes of a file beside the catalogue, which must have their hash."""
        path = self.path.parent / file
        content = read_bytes(path)
        digest = hashlib.sha256(content).hexdigest()
        if digest != sha256:
            raise InputError(
                path,
                f"the sha256 is {digest}, but {self.path.name} has {sha256} for {entry.id!r}",
                remedy,
            )
        return content


@functools.lru_cache(maxsize=1)
def _by_real_path(catalog: Catalog) -> dict[str, CatalogEntry]:
    folder = catalog.path.parent
    return {os.path.realpath(folder / entry.file): entry for entry in catalog.entries}


def catalog_path() -> Path:
    """The catalogue file in use."""
    return Path(os.environ.get(CATALOG_VARIABLE) or CATALOG)


def read_catalog(path: Path = CATALOG) -> Catalog:
    """The catalogue.

    Raises:
        InputError: If the file is missing or broken, or lists an id or a file twice.
    """
    entries = read_toml(path, CatalogFile).article
    for field in ("id", "file"):
        seen: set[str] = set()
        for number, entry in enumerate(entries, start=1):
            value = getattr(entry, field)
            if value in seen:
                raise InputError(
                    f"{path}: article[{number}].{field}",
                    f"{value!r} is listed twice",
                    "Each article has its own.",
                )
            seen.add(value)
    return Catalog(path, entries)
