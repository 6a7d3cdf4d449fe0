"""Archives of reviewed articles: a ZIP whose files go into ``seeds/``, and back.

It holds each article's text, the corrections of its facts, and the entries that the catalogue
needs. Unpacked, ``catalog-entries.toml`` is a catalogue of its own, which is how it is read back.
"""

from __future__ import annotations

import hashlib
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from data.article import MAX_BYTES, Article
from data.catalog import CatalogEntry, read_catalog
from data.corrections import corrections_toml
from data.entry import checked
from data.errors import InputError
from data.zip_file import ZIP_DAMAGE, open_zip

ENTRIES: Final = "catalog-entries.toml"
README: Final = "README"
"""Without an ending: it is no article, and must not go where ``*.txt`` is copied."""

MOST_ARTICLES: Final = 100
"""Articles of an archive that are read."""

_MOST_FILES: Final = 2 * MOST_ARTICLES + 2
_MOST_LISTED: Final = 1_000
"""Files that an archive may hold for us to look which they are."""

_MOST_BYTES: Final = 20_000_000
"""Of all files together, unpacked."""

_OURS: Final = re.compile(
    r"[a-z0-9][a-z0-9-]{0,199}(\.corrections\.toml|\.txt|\.md)|README(\.txt)?"
)
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file: the same articles give the same bytes."""

_HOW: Final = """\
Articles with their reviewed facts, ready for the catalogue of the dashboard.

To show them to everybody, in a clone of the dashboard:

1. Check the licence of each article: whether its text may be kept and shown is yours to know.
2. Copy all files of this folder into seeds/, but for README and catalog-entries.toml.
3. Append what stands in catalog-entries.toml to seeds/catalog.toml.
4. Run: python -m data check

To look at them without that, run in this folder, with the path of the clone behind -C:

    WITHDRAWAL_CATALOG="$PWD/catalog-entries.toml" make -C path/to/clone run

A path that does not begin with / would be looked for in the clone, and not here. To go on
reviewing, upload the archive on the page "Add an article".
"""


def to_archive(articles: Iterable[Article]) -> bytes:
    """Articles with their review as a ZIP; the same articles give the same bytes.

    Raises:
        ValueError: If an article's id cannot be the name of a file.
    """
    files: dict[str, bytes] = {README: _HOW.encode()}
    entries = []
    for article in articles:
        entry, own = _entry(article)
        entries.append(entry.toml())
        files |= own
    files[ENTRIES] = "\n".join(entries).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, files[name])
    return stream.getvalue()


def is_archive(content: bytes | BinaryIO) -> bool:
    """Whether a file is a ZIP that :func:`to_archive` may have made.

    Args:
        content: Its bytes, or itself; where it is read on from is not said.
    """
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    if stream.read(2) != b"PK":
        return False
    try:
        with open_zip(stream, "the archive", _MOST_LISTED) as archive:
            return ENTRIES in archive.namelist()
    except (InputError, OSError):
        return False


def read_archive(name: str, content: bytes) -> list[Article]:
    """The articles of an archive, each with its review.

    Args:
        name: What to call it in an error.
        content: Bytes from anywhere: nothing but the files of :func:`to_archive` is unpacked, and
            none of them to more than an article may have.

    Raises:
        InputError: If it is damaged, holds anything else, or its files do not fit together.
    """
    files = _unpacked(name, content)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for file, unpacked in files.items():
                Path(folder, file).write_bytes(unpacked)
            return _articles_in(Path(folder), name)
    except OSError as error:
        raise InputError(
            name,
            f"cannot be unpacked ({error.strerror})",
            "The server has no room for it; try again later.",
        ) from error


def _articles_in(folder: Path, name: str) -> list[Article]:
    """The articles that were unpacked from an archive of some name."""
    try:
        catalog = read_catalog(folder / ENTRIES)
        return [catalog.article(entry) for entry in catalog.entries]
    except InputError as error:
        where, problem = (text.replace(f"{folder}/", "") for text in (error.where, error.problem))
        raise InputError(f"{name}: {where}", problem, error.remedy) from error


def _entry(article: Article) -> tuple[CatalogEntry, Mapping[str, bytes]]:
    """What the catalogue says of an article, and its files by name."""
    # Its marks come back with the ending: they are not prose, and no rule must read them.
    name = f"{article.article_id}{'.md' if article.marks else '.txt'}"
    text = article.text.encode()
    files = {name: text}
    corrections = None
    if article.review and article.review.corrections:
        corrections = f"{article.article_id}.corrections.toml"
        files[corrections] = corrections_toml(article.review.corrections).encode()
    said = {
        "id": article.article_id,
        "file": name,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published,
        "published_basis": article.published_basis or "Not known.",
        "licence": article.licence or "Not known.",
        "unread": article.unread,
        "sha256": _digest(text),
        "corrections": corrections,
        "corrections_sha256": _digest(files[corrections]) if corrections else None,
    }
    return checked(CatalogEntry, said), files


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _unpacked(name: str, content: bytes) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    try:
        with open_zip(io.BytesIO(content), name, _MOST_FILES) as archive:
            left = _MOST_BYTES
            for member in archive.infolist():
                files[member.filename] = _member(name, archive, member, min(left, MAX_BYTES))
                left -= len(files[member.filename])
    except InputError:
        raise
    except ZIP_DAMAGE as error:
        raise InputError(name, f"is damaged ({error})", "Download the archive again.") from error
    return files


def _member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if member.filename != ENTRIES and not _OURS.fullmatch(member.filename):
        raise InputError(
            f"{name}: {member.filename}",
            "does not belong into an archive of reviewed articles",
            "Leave the archive as it was downloaded.",
        )
    with archive.open(member) as stream:
        unpacked = stream.read(most + 1)
    if len(unpacked) > most:
        raise InputError(
            f"{name}: {member.filename}",
            f"unpacks to more than {most:,} bytes",
            "Leave the archive as it was downloaded.",
        )
    return unpacked
