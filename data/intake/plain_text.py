"""Plain text: a file read as it is."""

from __future__ import annotations

import re

from data.article import decode, title_of
from data.errors import InputError
from data.intake.contents import Contents

_PAGE = re.compile(
    r"\ufeff?\s{0,99}(?:<\?xml[^>]{0,99}>\s{0,99})?<(?:!doctype\s+html|html)\b", re.I
)


def read_plain_text(content: bytes, name: str) -> Contents:
    """The text of a file, untouched; its title is the first line that is not blank.

    Raises:
        InputError: If the file is empty, binary, not UTF-8, or a web page by another name.
    """
    text = decode(content, name)
    if _PAGE.match(text):
        raise InputError(
            name,
            "holds a web page, whose scripts and menus are no text",
            "Let its name end in .html.",
        )
    return Contents(text=text, title=title_of(text))
