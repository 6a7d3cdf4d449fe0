"""Snapshot: what a start read out of a catalogue, kept for the next one.

Reading every article anew takes longer than anything else about a start. What was read is taken up
again where all that it follows from is byte for byte what it was: the catalogue, every file that it
names, the program that reads them and its word lists. Else all is read anew, so that a start shows
what the files say now. It is a cache: it may be deleted at any time.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import json
import os
import pickle
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import data
from dashboard.observability.conditions import tell_snapshot
from data.corpus import Corpus
from data.store.durable import write_durably

VARIABLE: Final = "WITHDRAWAL_CACHE"
"""Environment variable that names the folder, or says that nothing is kept."""

OFF: Final = "off"

_FORMAT: Final = b"withdrawal snapshot 1"
_SUFFIX: Final = ".snapshot"
_MOST: Final = 8
"""Snapshots in the folder: of several catalogues, and of a version that is gone back to."""

_LIBRARIES: Final = ("pydantic", "python-dateutil")
"""Those that have a say in what is read."""

_OTHERS_WRITE: Final = 0o022

_CLASSES: Final = frozenset(
    {
        ("datetime", "date"),
        ("data.article", "Article"),
        ("data.article", "Brief"),
        ("data.corrections", "Correction"),
        ("data.corrections", "Review"),
        ("data.corrections", "Values"),
        ("data.fact", "Fact"),
    }
)
"""All that a snapshot consists of. Nothing else is made from one, whoever wrote it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Snapshot:
    """What was read, and from what.

    Attributes:
        files: Names of all files that were read beside the catalogue, as it names them.
        digest: Of the program, the catalogue and these files.
        content: Articles and facts, packed.
    """

    files: tuple[str, ...]
    digest: str
    content: bytes = dataclasses.field(repr=False)

    def is_of(self, catalog: Path) -> bool:
        """Whether the files and the program are what they were when it was made."""
        return self.digest == _digest(catalog, self.files)

    def corpus(self) -> Corpus:
        """What was read.

        Raises:
            pickle.UnpicklingError: If it is nothing that :func:`keep` writes.
        """
        articles, facts = _Unpickler(io.BytesIO(self.content)).load()
        return Corpus(
            {article.article_id: article for article in articles},
            {fact.fact_id: fact for fact in facts},
        )


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _CLASSES:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong into a snapshot")
        return super().find_class(module, name)


def recall(catalog: Path) -> Snapshot | None:
    """The snapshot of a catalogue, where nothing that it follows from has changed since."""
    path = _path(catalog)
    if path is None or not path.exists():
        return None
    try:
        if _is_foreign(path.parent) or _is_foreign(path):
            tell_snapshot("foreign")
            return None
        snapshot = _unpacked(path.read_bytes())
    except (OSError, ValueError):
        tell_snapshot("damaged")
        return None
    return snapshot if snapshot.is_of(catalog) else None


def corpus_of(snapshot: Snapshot) -> Corpus | None:
    """What was read; None, and a line in the log, where that is nothing of ours."""
    try:
        return snapshot.corpus()
    except Exception:  # bytes of any kind may be in there
        tell_snapshot("damaged")
        return None


def before_reading(catalog: Path, files: Iterable[str]) -> Snapshot:
    """A snapshot still without content: from what a catalogue is going to be read."""
    names = tuple(files)
    return Snapshot(names, _digest(catalog, names), b"")


def keep(catalog: Path, before: Snapshot, corpus: Corpus) -> None:
    """Keep what was read, unless something in it could not be, or has changed meanwhile.

    Args:
        catalog: The catalogue.
        before: What :func:`before_reading` found.
        corpus: What was read since.
    """
    path = _path(catalog)
    if path is None or corpus.problems or not before.is_of(catalog):
        return
    content = pickle.dumps((tuple(corpus.articles.values()), tuple(corpus.facts.values())), 5)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_foreign(path.parent):
            tell_snapshot("foreign")
            return
        write_durably(path, _packed(dataclasses.replace(before, content=content)))
        _remove_oldest(path.parent)
    except OSError:
        tell_snapshot("unwritable")


def folder() -> Path | None:
    """Where snapshots are kept: the user's folder for such, unless set; None for nowhere."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        return None if named.casefold() == OFF else Path(named)
    of_user = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not of_user:
        home = os.path.expanduser("~")  # noqa: PTH111  Path.home() raises where there is none
        if not os.path.isabs(home):  # noqa: PTH117
            return None
        of_user = os.path.join(home, *_OF_SYSTEM.get(sys.platform, (".cache",)))  # noqa: PTH118
    return Path(of_user) / "withdrawal-dashboard"


_OF_SYSTEM: Final = {"darwin": ("Library", "Caches")}


def _path(catalog: Path) -> Path | None:
    """The file of a catalogue for this version of the program."""
    where = folder()
    if where is None:
        return None
    named = hashlib.sha256(f"{_program()} {catalog.absolute()}".encode("utf-8", "surrogateescape"))
    return where / f"{named.hexdigest()[:32]}{_SUFFIX}"


def _digest(catalog: Path, files: Iterable[str]) -> str:
    """Of the program and of every byte that it reads; a file that is gone is like none."""
    found = hashlib.sha256(_program().encode())
    for file in (catalog, *(catalog.parent / name for name in files)):
        try:
            content = file.read_bytes()
        except OSError:
            content = b"gone"
        found.update(f"{file} {len(content)} ".encode("utf-8", "surrogateescape"))
        found.update(content)
    return found.hexdigest()


@functools.cache
def _program() -> str:
    """Digest of what reads articles: the package of the parser with its word lists, and more."""
    found = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        found.update(f"{library} {version(library)} ".encode())
    root = Path(data.__path__[0])
    for file in sorted(file for end in ("py", "toml") for file in root.rglob(f"*.{end}")):
        content = file.read_bytes()
        found.update(f"{file.relative_to(root)} {len(content)} ".encode())
        found.update(content)
    return found.hexdigest()


def _packed(snapshot: Snapshot) -> bytes:
    head = json.dumps({"files": snapshot.files, "digest": snapshot.digest}).encode()
    body = head + b"\n" + snapshot.content
    return b"\n".join([_FORMAT, hashlib.sha256(body).hexdigest().encode(), body])


def _unpacked(packed: bytes) -> Snapshot:
    """What :func:`_packed` packed.

    Raises:
        ValueError: If a byte of it is missing or another.
    """
    form, digest, body = packed.split(b"\n", 2)
    if form != _FORMAT or digest != hashlib.sha256(body).hexdigest().encode():
        raise ValueError("not as it was written")
    head, content = body.split(b"\n", 1)
    told: Mapping[str, Any] = json.loads(head)
    return Snapshot(tuple(told["files"]), told["digest"], content)


def _is_foreign(path: Path) -> bool:
    """Whether somebody else could have written it."""
    state = path.stat()
    if not hasattr(os, "getuid"):
        return False
    return state.st_uid != os.getuid() or bool(state.st_mode & _OTHERS_WRITE)


def _remove_oldest(where: Path) -> None:
    files = sorted(where.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST]:
        file.unlink(missing_ok=True)
