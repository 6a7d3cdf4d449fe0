"""PDF paragraphs: the program that reads a PDF in a process of its own (see ``pdf``).

It reads a file from its standard input and writes one JSON object: ``pages``, each a list of
paragraphs, with ``title`` and, for each page, whether it is ``pictured``; or ``problem``. It
imports nothing of this project, so that it runs as a mere file.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any, Final

try:
    import resource
except ImportError:  # Windows cannot bound a process's memory; the time is bounded by the parent
    resource = None  # type: ignore[assignment]

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTFigure, LTImage, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

_MARGIN: Final = 0.08
"""Share of a page's height at its top and bottom where running heads stand."""

_SLACK: Final = 0.02
"""Share of a box's width that is not reckoned as room for a word."""


def main(pages: int, memory: int) -> None:
    """Read a PDF of at most so many pages, with so many bytes of memory, from standard input."""
    if resource:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses this limit
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    logging.disable(logging.CRITICAL)
    try:
        found = _read(sys.stdin.buffer.read(), pages)
    except PDFPasswordIncorrect:
        found = {"problem": "password"}
    except PDFTextExtractionNotAllowed:
        found = {"problem": "forbidden"}
    except MemoryError:
        found = {"problem": "endless"}
    except Exception:  # a broken file breaks pdfminer in any way; the parent says so
        found = {"problem": "broken"}
    json.dump(found, sys.stdout)


def _read(content: bytes, most_pages: int) -> dict[str, Any]:
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    resources = PDFResourceManager(caching=False)
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[list[str]] = []
    pictured: list[bool] = []
    for page in PDFPage.create_pages(document):
        if len(pages) == most_pages:
            return {"problem": "pages"}
        interpreter.process_page(page)
        shown = device.get_result()
        pages.append(list(_paragraphs_of(shown)))
        pictured.append(any(isinstance(part, LTFigure | LTImage) for part in shown))
    return {"pages": pages, "pictured": pictured, "title": _title(document)}


def _title(document: PDFDocument) -> str:
    for info in document.info:
        if isinstance(title := info.get("Title"), bytes):
            return decode_text(title)
    return ""


def _paragraphs_of(page: LTPage) -> Iterator[str]:
    """A page's paragraphs in reading order; those in a margin begin with a form feed."""
    edge = _MARGIN * page.height
    for box in page:
        if isinstance(box, LTTextBox):
            in_margin = box.y0 >= page.y1 - edge or box.y1 <= page.y0 + edge
            for paragraph in _split(box):
                yield f"\f{paragraph}" if in_margin else paragraph


def _split(box: LTTextBox) -> Iterator[str]:
    """A box cut where a line ends although the next word had room on it."""
    lines: list[str] = []
    right_edge = box.x1 - _SLACK * box.width
    lines_of_box = [line for line in box if isinstance(line, LTTextLine)]
    for line, following in zip(lines_of_box, [*lines_of_box[1:], None], strict=True):
        lines.append(line.get_text().strip())
        if following is None or line.x1 + _first_word(following) < right_edge:
            yield "\n".join(filter(None, lines))
            lines = []


def _first_word(line: LTTextLine) -> float:
    """Width of a line's first word with the space before it, in points."""
    text = line.get_text().strip()
    share = (len(text.split(maxsplit=1)[0]) + 1) / len(text) if text else 0
    return float(share * line.width)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
