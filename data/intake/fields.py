"""Fields: titles, addresses and dates that a file gives, taken only if they can be used."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final
from urllib.parse import urlsplit

from data.article import EARLIEST

LONGEST: Final = 300
"""Characters of a title or a publisher that are kept."""

LONGEST_URL: Final = 2_000
"""Characters of an address that is kept."""

# What RFC 3986 leaves out of addresses; an apostrophe is one of its sub-delims.
_NEAR_URL = re.compile(r"[^\s<>\"`\\^{|}\x00-\x20\x7f-\x9f]+")


def line_of(value: object) -> str | None:
    """A value as one line of printable text; None when nothing is left of it."""
    if not isinstance(value, str):
        return None
    spaced = "".join(char if char.isprintable() else " " for char in value[: 4 * LONGEST])
    return " ".join(spaced.split())[:LONGEST] or None


def address_of(value: object) -> str | None:
    """A value as an http or https address; None when it is none."""
    if not isinstance(value, str) or len(value) > LONGEST_URL:
        return None
    address = value.strip()
    if not _NEAR_URL.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname)
    except ValueError:
        return None
    return address if has_host and parts.scheme in ("http", "https") else None


def day_of(value: object) -> dt.date | None:
    """A value that begins with a possible day of publication, as YYYY-MM-DD; None otherwise."""
    if not isinstance(value, str):
        return None
    try:
        day = dt.date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
    return day if day >= EARLIEST else None
