"""Build: a source's articles as a store, complete or as it was before, never in between."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.errors import InputError
from data.store.batch import PART_SIZE
from data.store.durable import TEMPORARY, finish, sync_folder, unfinished
from data.store.lock import LOCK, locked
from data.store.manifest import MANIFEST, Manifest
from data.store.part import Outcome
from data.store.progress import Progress
from data.store.reaching import SourceGone
from data.store.record import (
    ERRORS,
    FOLDERS,
    TABLES,
    PartRecord,
    Unread,
    read_record,
    record_path,
)
from data.store.rules import rules_digest
from data.store.source import Source
from data.store.workers import Numbered, Runner, Task, here

_GONE: Final = (
    "The store is as it was. Run the same build again when the source is back: "
    "it goes on where it stopped."
)
_OURS: Final = frozenset({*FOLDERS, LOCK, MANIFEST, ERRORS})


def build(
    source: Source, store: Path, run: Runner = here, progress: Progress | None = None
) -> Manifest:
    """Make a store, or bring it up to date.

    Until the last moment readers see the store as it was. A build that was killed goes on where it
    stopped; parts that are as they were stay, and articles that are as they were keep their facts.

    Args:
        source: What to read.
        store: Folder of the store; made if it is missing.
        run: Who makes the parts.
        progress: Who is told.

    Returns:
        The manifest of the finished store.

    Raises:
        InputError: If the source is none or goes away, another build is at work, or the folder is
            no store.
        OSError: If the store cannot be written.
    """
    _refuse_inside(source, store)
    _prepare(store)
    progress = progress or Progress("none")
    rules = rules_digest()
    with locked(store):
        found = _Found(source, progress)
        try:
            for number, outcome in run(Task(source, store, rules), found.batches()):
                found.put(number, outcome)
                progress.part(outcome)
        except SourceGone as error:
            raise InputError(source.url, f"is gone: {error}", _GONE) from error
        manifest = _finished(store, found, Manifest(rules, source.part_size, found.parts(), 0))
    progress.end()
    return manifest


def part_size_of(store: Path) -> int:
    """Part size a store was built with, which an update keeps; the usual one for a new store."""
    try:
        return Manifest.read(store).part_size
    except InputError:
        return PART_SIZE


class _Found:
    """What a build found so far, by place in the source."""

    def __init__(self, source: Source, progress: Progress) -> None:
        self._source = source
        self._progress = progress
        self._places: list[PartRecord | Unread | None] = []
        self._names: dict[str, int] = {}

    def batches(self) -> Iterator[Numbered]:
        """The source's batches with their places, each with a part of its own."""
        for batch in self._source.batches():
            if isinstance(batch, InputError):
                self._places.append(Unread.of(batch))
                self._progress.unread()
                continue
            times = self._names[batch.part] = self._names.get(batch.part, 0) + 1
            if times > 1:  # rows whose id another row has too
                batch = dataclasses.replace(batch, start=f"{batch.start}\n{times}")
            self._places.append(None)
            yield len(self._places) - 1, batch

    def put(self, place: int, outcome: Outcome) -> None:
        """Take a part's record; what it could not read stands on disk and is not kept in memory."""
        self._places[place] = dataclasses.replace(outcome.record, unread=())

    def parts(self) -> tuple[PartRecord, ...]:
        """Records of the parts, in order."""
        return tuple(place for place in self._places if isinstance(place, PartRecord))

    def unread(self, store: Path) -> Iterator[Unread]:
        """What could not be read, in order.

        Raises:
            InputError: If a part is not where the workers have put it.
        """
        for place in self._places:
            if isinstance(place, Unread):
                yield place
            elif place is not None:
                record = read_record(store, place.part)
                if record is None or record.digest != place.digest:
                    raise InputError(
                        record_path(store, place.part),
                        "is not what a worker says to have written",
                        "Let all workers see the store's folder under the same name.",
                    )
                yield from record.unread


def _refuse_inside(source: Source, store: Path) -> None:
    """Refuse a store in the folder that is read: it would be read as articles."""
    root = source.local_folder()
    if root is not None and store.resolve().is_relative_to(root.resolve()):
        raise InputError(
            store, f"lies in {source.url}, which is read", "Name a folder outside of it."
        )


def _prepare(store: Path) -> None:
    try:
        there = {path.name for path in store.iterdir()} if store.exists() else set()
    except OSError as error:
        raise InputError(store, f"cannot be used ({error.strerror})", "Name a folder.") from error
    foreign = sorted(name for name in there - _OURS if not name.startswith(TEMPORARY))
    if foreign:
        raise InputError(
            store, f"holds {foreign[0]!r}, which is no part of a store", "Name an empty folder."
        )
    for name in FOLDERS:
        (store / name).mkdir(parents=True, exist_ok=True)


def _finished(store: Path, found: _Found, manifest: Manifest) -> Manifest:
    """Make what was built the store, and remove what it no longer needs."""
    unread = 0
    with unfinished(store) as (temporary, stream):
        for error in found.unread(store):
            stream.write(f"{error.line()}\n".encode())
            unread += 1
    finish(temporary, store / ERRORS)
    for table in TABLES:
        sync_folder(store / table)
    manifest = dataclasses.replace(manifest, unread=unread)
    manifest.write(store)
    for path in (*manifest.unnamed(store), *store.glob(f"{TEMPORARY}*")):
        path.unlink(missing_ok=True)
    return manifest
