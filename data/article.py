"""Article: a text and where it came from; bytes as text, or why they are none."""

from __future__ import annotations

import codecs
import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.errors import InputError

if TYPE_CHECKING:
    from data.clues import Clues
    from data.corrections import Review

MAX_BYTES: Final = 2_000_000
"""Largest text of an article, in bytes as UTF-8. The longest news features stay under 200 kB."""

EARLIEST: Final = dt.date(1900, 1, 1)
"""First day that an article may be published on. Programs write 0001-01-01 where they know none,
and the rules count back from the day of publication."""

_AS_TEXT: Final = "Save the article as UTF-8 text."
_RECOGNISE: Final = "Give its words as text: run text recognition (OCR) on it, or type them."
_STARTS: Final = {
    b"\x89PNG": ("a picture (PNG)", _RECOGNISE),
    b"\xff\xd8\xff": ("a picture (JPEG)", _RECOGNISE),
    b"GIF8": ("a picture (GIF)", _RECOGNISE),
    b"%PDF-": ("a PDF file", "Have its name end in .pdf."),
    b"PK\x03\x04": (
        "a ZIP archive or an office document",
        "Have the name of an archive end in .zip; save a document as PDF or UTF-8 text.",
    ),
    b"\xd0\xcf\x11\xe0": ("an old office document", "Save it as PDF or UTF-8 text."),
    codecs.BOM_UTF16_LE: ("text in UTF-16, which some editors call Unicode", _AS_TEXT),
    codecs.BOM_UTF16_BE: ("text in UTF-16, which some editors call Unicode", _AS_TEXT),
}
"""How files begin that are often given for plain text, what they are, and what to do."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_NOT_LINE_ENDS = re.compile(r"[^\r\n\u2028\u2029]")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """That a text is a brief: ours, on one report by somebody else, which title and URL name.

    Attributes:
        consulted: What of the report was seen by whoever wrote the brief.
        checked_on: When every figure was compared with the report a second time.
        checked_by: Who did that; never the writer.
        check: What was found, and changed.
    """

    consulted: str
    checked_on: dt.date
    checked_by: str
    check: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and where it came from.

    Attributes:
        article_id: Id in the catalogue, or the file's stem.
        text: What offsets refer to. Of a text or Markdown file the content, decoded as UTF-8 and
            otherwise untouched: line endings and a byte order mark stay, so that offsets hold for
            the file as stored. Of a web page or PDF the text that was read out of it.
        title: Headline; of a brief that of the report.
        publisher: Who published it; None when unknown.
        author: Who wrote it, as far as it says so.
        url: Where it was published; None when unknown.
        published: Publication date; None when unknown, and then no relative time is resolved.
        published_basis: How the publication date is known.
        licence: What may be done with the text.
        brief: What a brief was made from, and by whom it was checked; None for an article.
        sha256: Hex digest of the file's bytes.
        review: What a reviewer decided about its facts; None where nobody has reviewed them.
        provisional: Whether it is here for one session only, and in no catalogue.
        file: What it was read from, as messages name it; None for a pasted text.
        marks: Spans of the text, in order, that are no prose: Markdown's marks, link targets.
        clues: What it was read from hints at, for people to confirm; None where there is nothing.
        unread: What of the file is missing in the text, as "page 2 of 3 is a picture, as of a scan,
            and was not read"; None where nothing is known to be.
    """

    article_id: str
    text: str
    title: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str | None = None
    licence: str | None = None
    brief: Brief | None = None
    sha256: str = ""
    review: Review | None = None
    provisional: bool = False
    file: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    clues: Clues | None = None
    unread: str | None = None

    @property
    def partly_read(self) -> str | None:
        """What of the file is missing in the text, and what to do; None where nothing is."""
        return self.unread and f"{self.unread}; run text recognition (OCR) on it first"

    @property
    def heading(self) -> str:
        """The line above the text: its headline, which of a brief is ours and not the report's."""
        return title_of(self.text) if self.brief else self.title

    @property
    def told_as(self) -> str:
        """Whose words the text is: the publisher's, or ours on what the publisher's say."""
        return "our brief" if self.brief else "as published"

    @property
    def prose(self) -> str:
        """The text with its marks as blanks: what a parser reads. Offsets are those of the text."""
        return blanked(self.text, self.marks)


def blanked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """A text with blanks for its marks, but for line ends: what is left stays where it was.

    Args:
        text: The text.
        marks: Spans of it, in order.
    """
    parts: list[str] = []
    done = 0
    for start, end in marks:
        parts += (text[done:start], _NOT_LINE_ENDS.sub(" ", text[start:end]))
        done = end
    return "".join((*parts, text[done:])) if parts else text


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
        _refuse_by_start(content, name)
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}: line {line}",
            f"byte 0x{content[error.start]:02x} at position {error.start} is not UTF-8",
            _AS_TEXT,
        ) from error
    if found := _CONTROL.search(text):
        _refuse_by_start(content, name)
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(
            f"{name}: line {line}",
            f"control character U+{ord(found[0]):04X} at position {found.start()}: a binary file",
            "Give the article as plain UTF-8 text.",
        )
    if not title_of(text):
        raise InputError(name, "the file is empty", "Give a file that holds the article's text.")
    return text


def _refuse_by_start(content: bytes, name: str | Path) -> None:
    """Say of bytes that are no text what their start tells they are, where it does."""
    for start, (kind, remedy) in _STARTS.items():
        if content.startswith(start):
            raise InputError(name, f"is {kind}, not UTF-8 text", remedy)


def title_of(text: str) -> str:
    """The first line that is not blank; empty for a text without any."""
    lines = (line.replace("\ufeff", "").strip() for line in text.splitlines())
    return next(filter(None, lines), "")


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        InputError: If the file is missing, is a folder, may not be read, or holds more bytes
            than the limit.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise InputError(
            path, f"cannot be read ({error.strerror})", "Name an article file that exists."
        ) from error
    if len(content) > limit:
        raise InputError(
            path,
            f"more than {limit:,} bytes, which no article has",
            "Give one article a file.",
        )
    return content
