"""Formats: which files hold an article, and what reads each.

Readers that need a large library import it when the first such file is met.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from data.errors import InputError
from data.intake.contents import Contents
from data.intake.limits import Limits
from data.intake.markdown import read_markdown
from data.intake.plain_text import read_plain_text

Reader = Callable[[bytes, str], Contents]


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    Attributes:
        limit: Most bytes of a file that is read.
        read: From a file's bytes and name to its contents; raises ``InputError``.
    """

    limit: int
    read: Reader


def _read_web_page(content: bytes, name: str) -> Contents:
    from data.intake.web_page import read_web_page

    return read_web_page(content, name)


def _read_pdf(content: bytes, name: str) -> Contents:
    from data.intake.pdf import read_pdf

    return read_pdf(content, name)


_TEXT: Final = Format(Limits.MAX_BYTES, read_plain_text)
_MARKDOWN: Final = Format(Limits.MAX_BYTES, read_markdown)
_PAGE: Final = Format(Limits.MAX_PAGE_BYTES, _read_web_page)
_PDF: Final = Format(Limits.MAX_PDF_BYTES, _read_pdf)

FORMATS: Final[Mapping[str, Format]] = {
    "": _TEXT,
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".pdf": _PDF,
}
"""Formats by the ending of a file's name, in lower case."""

ARCHIVE: Final = ".zip"


def ending_of(name: str) -> str:
    """The ending of a file's name in lower case, with its dot; empty without one.

    Args:
        name: Its own, or behind that of the archive that it is in: ``news.zip: README``.
    """
    return PurePosixPath(name.rpartition(": ")[2]).suffix.lower()


def format_of(name: str) -> Format:
    """The format that a file's name says it has.

    Raises:
        InputError: If it is none that holds an article.
    """
    if found := FORMATS.get(ending_of(name)):
        return found
    known = ", ".join(ending for ending in FORMATS if ending)
    raise InputError(
        name,
        f"{ending_of(name)!r} files are not read",
        f"Give the article as one of {known}, or a folder or {ARCHIVE} of them.",
    )
