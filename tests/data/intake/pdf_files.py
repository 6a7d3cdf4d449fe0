"""PDF files for tests, written by hand so that every byte of them is known."""

from __future__ import annotations

import zlib


def stream(content: bytes) -> bytes:
    """A compressed content stream."""
    return packed_stream(zlib.compress(content, 9))


def packed_stream(packed: bytes) -> bytes:
    """A content stream of bytes that are compressed already."""
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    return head + packed + b"\nendstream"


def lines(*texts: tuple[int, int, str]) -> bytes:
    """Operators that write texts at positions in points from the lower left corner."""
    return b"".join(
        b"BT /F1 12 Tf %d %d Td (%s) Tj ET\n" % (x, y, text.encode("latin-1"))
        for x, y, text in texts
    )


def picture() -> bytes:
    """Operators that draw a picture over the page, as a scan has it."""
    return b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"


def pdf(*pages: bytes, title: str = "", extra: bytes = b"") -> bytes:
    """A PDF file of pages, each given as its stream object."""
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title(%s)>>" % title.encode("latin-1"),
    ]
    for number, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (first + 2 * number + 1)
        )
        objects.append(content)
    return _with_table(objects, extra)


def _with_table(objects: list[bytes], extra: bytes) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\n" % (size, extra)
        + b"startxref\n%d\n%%%%EOF" % len(out)
    )
