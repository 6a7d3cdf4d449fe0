"""PDF pictures: document information, a link, and nothing that changes from run to run."""

from __future__ import annotations

import datetime
import io
from typing import Final
from urllib.parse import urlsplit

from dashboard.images.about import About

_UNDATED: Final = datetime.date(2021, 8, 31)
"""Date of a file whose sources have none: files must not carry the day they were made."""

_FOOT_PT: Final = 24.0
"""Points at the bottom of the page, where charts have their source line, that open the link."""


def finish_pdf(drawn: bytes, about: About) -> bytes:
    """A drawn picture as a file.

    Title, Subject (the description), Keywords (the source), URL and the date in the document
    information; a link over the foot of the page if it is a web address.
    """
    # A fifth of a second to import, which the first page after a start would wait for.
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Link
    from pypdf.generic import create_string_object

    reader = PdfReader(io.BytesIO(drawn))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    written = (about.as_of or _UNDATED).strftime("D:%Y%m%d000000Z")
    information = {
        "/Title": about.title,
        "/Subject": about.description,
        "/Keywords": about.source,
        "/URL": about.link,
        "/Creator": "Withdrawal dashboard",
        "/CreationDate": written,
        "/ModDate": written,
    }
    writer.metadata = None
    writer.add_metadata({key: create_string_object(text) for key, text in information.items()})
    if urlsplit(about.link).scheme in {"http", "https"}:
        page = writer.pages[0]
        foot = (0.0, 0.0, float(page.mediabox.width), _FOOT_PT)
        writer.add_annotation(0, Link(rect=foot, url=about.link))
    # A file's identifier would be drawn by lot and is not required.
    writer._ID = None
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
