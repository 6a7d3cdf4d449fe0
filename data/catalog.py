"""The catalogue of seeds: where each article came from, and that no byte of it has changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import os
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from data.article import Article, decode, read_bytes
from data.errors import InputError
from data.toml_file import Entry, read_toml

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
CATALOG: Final = SEEDS / "catalog.toml"


def _inside_folder(name: str) -> str:
    if Path(name).is_absolute() or ".." in Path(name).parts or "\\" in name:
        raise ValueError("must be a path inside the catalogue's folder")
    return name


class CatalogEntry(Entry):
    """One article of the catalogue; fields as in :class:`data.article.Article`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    file: Annotated[str, AfterValidator(_inside_folder)]
    title: Annotated[str, Field(min_length=1)]
    publisher: Annotated[str, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    published: dt.date
    published_basis: Annotated[str, Field(min_length=1)]
    licence: Annotated[str, Field(min_length=1)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class CatalogFile(Entry):
    """Schema of ``catalog.toml``."""

    article: Annotated[tuple[CatalogEntry, ...], Field(min_length=1)]


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
            InputError: If the file cannot be read, or differs from the catalogue's hash.
        """
        path = self.path.parent / entry.file
        content = read_bytes(path)
        digest = hashlib.sha256(content).hexdigest()
        if digest != entry.sha256:
            raise InputError(
                path,
                f"the sha256 is {digest}, but {self.path.name} has {entry.sha256} for {entry.id!r}",
                "Restore the file as published; quotes and offsets point into its bytes.",
            )
        return Article(
            article_id=entry.id,
            text=decode(content, path),
            title=entry.title,
            publisher=entry.publisher,
            url=entry.url,
            published=entry.published,
            published_basis=entry.published_basis,
            licence=entry.licence,
            sha256=digest,
            file=str(path),
        )


@functools.lru_cache(maxsize=1)
def _by_real_path(catalog: Catalog) -> dict[str, CatalogEntry]:
    folder = catalog.path.parent
    return {os.path.realpath(folder / entry.file): entry for entry in catalog.entries}


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
