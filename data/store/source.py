"""Source: where a build finds articles, as batches in one order that never depends on timing."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fsspec.core import url_to_fs

from data.catalog import Catalog, read_catalog
from data.errors import InputError
from data.intake.formats import ARCHIVE, ending_of
from data.store.batch import PART_SIZE, Batch, cut
from data.store.listing import TABLE, files_below, is_folder
from data.store.located import Located
from data.store.reaching import Place, is_local, only_os_errors, said, why_missing
from data.store.repeats import Repeats
from data.store.tables import readable_ids, table_batches
from data.store.zip_members import zip_batches

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

CATALOG_NAME: Final = "catalog.toml"
_NO_SOURCE: Final = "Name a folder, a .zip, a .parquet or a catalogue."
_UNREACHED: Final = "Run the same build again when it can be: it goes on where it stopped."
_EXTRAS: Final = {"s3": "s3", "s3a": "s3", "http": "web", "https": "web"}
"""What of the project's optional dependencies opens addresses that begin so."""


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """What a build reads: a folder, a ZIP archive, a Parquet table, a catalogue or a single file.

    Attributes:
        url: A path, or an address that fsspec opens.
        published: Publication date of articles that do not tell theirs.
        part_size: Articles of a part on average.
    """

    url: str
    published: dt.date | None = None
    part_size: int = PART_SIZE

    def place(self) -> Place:
        """The file system and the path of the source on it.

        Raises:
            InputError: If no library is there that opens such an address.
        """
        try:
            with only_os_errors():
                system, path = url_to_fs(self.url)
        except OSError as error:
            missing = isinstance(error.__cause__, ImportError)
            raise InputError(
                self.url,
                f"cannot be opened ({error.__cause__ or error})",
                _install(self.url) if missing else "Give a path or an address fsspec opens.",
            ) from error
        return Place(system, str(path))

    def root(self) -> tuple[AbstractFileSystem, str]:
        """The file system and the folder that names of files start from.

        Raises:
            InputError: If it cannot be reached.
        """
        system, path = self.place()
        return system, path if self._is_folder() else posixpath.dirname(path)

    def located(self, name: str) -> Located:
        """A file of the source, by its name from the root; without a name the root.

        Raises:
            InputError: If the source cannot be reached.
        """
        return Located(self.place(), posixpath.join(self.root()[1], name), name)

    def local_folder(self) -> Path | None:
        """The folder, if it is one on this machine."""
        system, path = self.place()
        return Path(path) if is_local(system) and system.isdir(path) else None

    def catalog(self) -> Catalog:
        """The catalogue that the source is, or that its folder holds.

        Raises:
            InputError: If it is missing or broken.
        """
        path = Path(self.root()[1], CATALOG_NAME)
        return _catalog(path, path.stat().st_mtime_ns)

    def batches(self) -> Iterator[Batch | InputError]:
        """All batches in order, and what is wrong with files that no batch can have.

        Raises:
            InputError: If there is no such source.
            SourceGone: If it can no longer be reached.
        """
        system, path = self.place()
        system.invalidate_cache()  # of the build before this one
        if missing := why_missing(system, path):
            remedy = _UNREACHED if missing.unreached else _NO_SOURCE
            raise InputError(self.url, missing.problem, remedy)
        if not self._is_folder() and posixpath.basename(path) != CATALOG_NAME:
            yield from self._of_files(iter([posixpath.basename(path)]))
        elif is_local(system) and Path(self.root()[1], CATALOG_NAME).is_file():
            ids = [entry.id for entry in self.catalog().entries]
            for members in cut(ids, str, self.part_size):
                yield Batch("catalog", CATALOG_NAME, tuple(members), start=members[0])
        else:
            yield from self._of_files(files_below(self.place()))

    def _is_folder(self) -> bool:
        system, path = self.place()
        try:
            return is_folder(system, path)
        except OSError as error:
            raise InputError(self.url, f"cannot be reached ({said(error)})", _UNREACHED) from error

    def _of_files(self, files: Iterator[str | InputError]) -> Iterator[Batch | InputError]:
        """Batches of single files, and of the archives and tables among them where they stand."""
        root = self.located("")
        repeats = Repeats(name for table in self._tables() for name in readable_ids(table))
        for kind, run in itertools.groupby(files, key=_kind):
            if kind == "files":
                for members in cut(run, str, self.part_size):
                    yield Batch("files", members=tuple(map(str, members)), start=str(members[0]))
                continue
            for file in run:
                if isinstance(file, InputError):
                    yield file
                    continue
                place = root.below(file)
                try:
                    if kind == ARCHIVE:
                        yield from zip_batches(place, self.part_size)
                    else:
                        yield from table_batches(place, self.part_size, repeats)
                except InputError as error:
                    yield error

    def _tables(self) -> Iterator[Located]:
        place, root = self.place(), self.located("")
        files = files_below(place) if self._is_folder() else [posixpath.basename(place.path)]
        for file in files:
            if _kind(file) == TABLE:
                yield root.below(str(file))


def _kind(file: str | InputError) -> str:
    """What a file is read as: ``files``, an archive or a table; ``error`` for what is none."""
    if isinstance(file, InputError):
        return "error"
    ending = ending_of(file)
    return ending if ending in (ARCHIVE, TABLE) else "files"


def _install(url: str) -> str:
    extra = _EXTRAS.get(url.partition("://")[0])
    if extra is None:
        return "Install that library for this Python."
    return f"Install it: pip install 'withdrawal-dashboard[{extra}]'."


@functools.lru_cache(maxsize=1)
def _catalog(path: Path, changed: int) -> Catalog:  # noqa: ARG001  the time is part of the key
    return read_catalog(path)
