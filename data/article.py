"""Article: reading a text file into text and metadata, or saying why it cannot be read."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.errors import InputError

if TYPE_CHECKING:
    from data.corrections import Review

MAX_BYTES: Final = 2_000_000
"""Largest article file read, in bytes. The longest news features stay under 200 kB."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and where it came from.

    Attributes:
        article_id: Id in the catalogue, or the file's stem.
        text: The file's content, decoded as UTF-8 and otherwise untouched: line endings and a
            byte order mark stay, so that offsets hold for the file as stored.
        title: Headline.
        publisher: Who published it; None when unknown.
        url: Where it was published; None when unknown.
        published: Publication date; None when unknown, and then no relative time is resolved.
        published_basis: How the publication date is known.
        licence: What may be done with the text.
        sha256: Hex digest of the file's bytes.
        review: What a reviewer decided about its facts; None where nobody has reviewed them.
        provisional: Whether it is here for one session only, and in no catalogue.
    """

    article_id: str
    text: str
    title: str
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str | None = None
    licence: str | None = None
    sha256: str = ""
    review: Review | None = None
    provisional: bool = False


def decode(content: bytes, name: str | Path) -> str:
    """The text of a file's bytes.

    Args:
        content: The bytes as stored.
        name: What to call the file in an error.

    Raises:
        InputError: If there is no text in it: empty, binary or not UTF-8.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}: line {line}",
            f"byte 0x{content[error.start]:02x} at position {error.start} is not UTF-8",
            "Save the article as UTF-8 text.",
        ) from error
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(
            f"{name}: line {line}",
            f"control character U+{ord(found[0]):04X} at position {found.start()}: a binary file",
            "Give the article as plain UTF-8 text.",
        )
    if not _title_of(text):
        raise InputError(name, "the file is empty", "Give a file that holds the article's text.")
    return text


def _title_of(text: str) -> str:
    """The first line that is not blank; empty for a text without any."""
    lines = (line.replace("\ufeff", "").strip() for line in text.splitlines())
    return next(filter(None, lines), "")


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        InputError: If the file is missing, is a folder, may not be read, or holds more than
            :data:`MAX_BYTES`.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            path, f"cannot be read ({error.strerror})", "Name an article file that exists."
        ) from error
    if len(content) > MAX_BYTES:
        raise InputError(
            path,
            f"more than {MAX_BYTES:,} bytes, which no article has",
            "Give one article a file.",
        )
    return content


SUFFIXES: Final = frozenset({".txt", ".text", ".md", ""})
"""Endings of files read as they are. Markup would turn scripts and menus into claims."""


def read_article(path: Path, *, published: dt.date | None = None) -> Article:
    """An article from a plain-text file that no catalogue describes.

    Its title is the first line that is not blank; its id is the file's stem.

    Raises:
        InputError: If the file holds no readable text, or is of a format that is not text.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(
            path,
            f"{path.suffix!r} files are not read yet",
            "Save the article's text in a .txt file.",
        )
    content = read_bytes(path)
    text = decode(content, path)
    return Article(
        article_id=path.stem,
        text=text,
        title=_title_of(text),
        published=published,
        published_basis="given on the command line" if published else None,
        sha256=hashlib.sha256(content).hexdigest(),
    )
