"""Limits: how much of a stranger's file is read before it is refused."""

from __future__ import annotations

from typing import Final

from data.article import MAX_BYTES


class Limits:
    """Largest amounts read; beyond them a file is refused with its reason.

    Attributes:
        MAX_BYTES: Text of one article, UTF-8. The longest news features stay under 200 kB.
        MAX_PAGE_BYTES: A saved web page, with its scripts, styles and inlined pictures.
        MAX_PDF_BYTES: A PDF file.
        MAX_PDF_PAGES: Pages of a PDF file.
        MAX_PDF_SECONDS: Time to read a PDF file.
        MAX_PDF_MEMORY: Bytes of memory to read a PDF file, where the system can bound it.
        MAX_ARTICLES: Files in an archive, of whatever format.
        MAX_ARCHIVE_BYTES: An archive as uploaded.
        MAX_TOTAL_BYTES: All files of an archive together, unpacked.
        MAX_RATIO: Unpacked size of an archive over its packed size. Text packs to a third,
            repetitive pages to a twentieth; a zip bomb to a thousandth.
        MAX_DEPTH: Elements of a page inside one another.
        MAX_ELEMENTS: Elements of a page.
        MAX_CHILDREN: Elements side by side in one; extraction takes time by their square.
    """

    MAX_BYTES: Final = MAX_BYTES
    MAX_PAGE_BYTES: Final = 10_000_000
    MAX_PDF_BYTES: Final = 20_000_000
    MAX_PDF_PAGES: Final = 200
    MAX_PDF_SECONDS: Final = 30
    MAX_PDF_MEMORY: Final = 1_000_000_000
    MAX_ARTICLES: Final = 1_000
    MAX_ARCHIVE_BYTES: Final = 50_000_000
    MAX_TOTAL_BYTES: Final = 200_000_000
    MAX_RATIO: Final = 100
    MAX_DEPTH: Final = 200
    MAX_ELEMENTS: Final = 20_000
    MAX_CHILDREN: Final = 5_000
