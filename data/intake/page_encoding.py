"""Page encoding: which characters a web page's bytes are, by what the page itself declares."""

from __future__ import annotations

import codecs
import re
from typing import Final

from data.errors import InputError

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT: Final = 4_096
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]*?\sencoding|<meta[^>]*?[\s;"']charset)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
_AS_BROWSERS_DO: Final = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""Encodings that the WHATWG Encoding Standard reads as a larger one."""


def page_text(content: bytes, name: str) -> str:
    """A page's bytes as text: by byte order mark, by declaration, or as UTF-8.

    Raises:
        InputError: If the encoding is unknown, or a byte is none of it.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, "its byte order mark says", name)
    declared = _DECLARED.search(content[:_LOOKED_AT])
    if declared is None:
        return _decoded(content, "utf-8", "used where a page declares nothing", name)
    label = declared[1].decode("ascii", "replace")
    return _decoded(content, _codec_of(label, name), "which the page declares", name)


def _codec_of(label: str, name: str) -> str:
    try:
        codec = codecs.lookup(label).name
        " ".encode(codec)  # refuses codecs that are no text encodings, such as base64
    except (LookupError, ValueError) as error:
        raise InputError(
            name, f"declares the unknown encoding {label!r}", "Save the page again as UTF-8."
        ) from error
    if codec.startswith("utf-16"):
        return "utf-8"  # a declaration that could be read byte by byte is wrong about that
    return _AS_BROWSERS_DO.get(codec, codec)


def _decoded(content: bytes, codec: str, known_by: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(
            name,
            f"byte 0x{content[error.start]:02x} at position {error.start} is not {codec}, "
            f"{known_by}",
            "Open the page in a browser and save it again.",
        ) from error
