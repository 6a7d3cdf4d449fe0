"""Files written into a folder, so that an interrupted export goes on where it stopped."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from dashboard.export.bundle import Planned
from dashboard.export.names import refuse_alike
from data.errors import InputError

MANIFEST: Final = "manifest.json"
"""Names every file of the export with its SHA-256, and what the export was made from."""

_PART: Final = ".export-part"

Progress = Callable[[int, int, str, int], None]
"""Told after each file: how many are done, of how many, its name, and its bytes, or 0 if kept."""


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """What an export did.

    Attributes:
        made: Names of the files made now.
        kept: Names of the files that an earlier run had made from the same inputs.
    """

    made: tuple[str, ...]
    kept: tuple[str, ...]


def write_folder(
    planned: Sequence[Planned], folder: Path, *, inputs: str, progress: Progress | None = None
) -> Written:
    """Make every file that is not there yet.

    A file is written beside its place, entered into the manifest, and only then put in place.
    So whatever carries a file's name is whole, and what the manifest does not name is not ours.

    Args:
        planned: The files, each with how to make it.
        folder: Where to; made if it does not exist.
        inputs: What the files are made from, as a digest: files made from anything else are
            made again.
        progress: Told after each file.

    Raises:
        InputError: If the folder cannot be written to, or holds a file of that name that no
            export made. Nothing is overwritten then.
        ValueError: If two of the files have one name.
    """
    refuse_alike(file.name for file in planned)
    _prepare(folder)
    entries = _read(folder / MANIFEST)
    _refuse_foreign(planned, folder, entries)
    made, kept = [], []
    for done, file in enumerate(planned, start=1):
        path, size = folder / file.name, 0
        made_from = f"{inputs} {file.also_from}".strip()
        if entries.get(file.name) == _Entry(made_from, _digest_of(path)):
            kept.append(file.name)
        else:
            content = file.make().content
            size = len(content)
            entries[file.name] = _Entry(made_from, hashlib.sha256(content).hexdigest())
            _put(path, content, folder / MANIFEST, entries)
            made.append(file.name)
        if progress:
            progress(done, len(planned), file.name, size)
    return Written(tuple(made), tuple(kept))


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    """What a file was made from, and the digest of its bytes; None for a file that is gone."""

    inputs: str
    sha256: str | None


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            folder, f"the folder cannot be made ({error.strerror})", "Give another with --out."
        ) from error


def _read(path: Path) -> dict[str, _Entry]:
    try:
        return {name: _Entry(**entry) for name, entry in json.loads(path.read_bytes()).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(
            path,
            f"this is no list of an export's files ({type(error).__name__})",
            "Give another folder with --out, or remove the file.",
        ) from error


def _refuse_foreign(planned: Sequence[Planned], folder: Path, ours: Mapping[str, _Entry]) -> None:
    for file in planned:
        if (folder / file.name).exists() and file.name not in ours:
            raise InputError(
                folder / file.name,
                "the file is already there, and no export made it",
                "Give an empty folder with --out, or move the file away.",
            )


def _digest_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _put(path: Path, content: bytes, manifest: Path, entries: Mapping[str, _Entry]) -> None:
    beside, list_beside = (each.with_name(f".{each.name}{_PART}") for each in (path, manifest))
    try:
        beside.write_bytes(content)
        listed = {name: dataclasses.asdict(entry) for name, entry in sorted(entries.items())}
        list_beside.write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
        list_beside.replace(manifest)
        beside.replace(path)
    except OSError as error:
        for part in (beside, list_beside):
            with contextlib.suppress(OSError):
                part.unlink()
        raise InputError(
            path,
            f"the file cannot be written ({error.strerror})",
            "Make room or give another folder with --out; what was finished is kept.",
        ) from error
