"""Stored: a file's bytes, and what to call it."""

from __future__ import annotations

from typing import NamedTuple


class Stored(NamedTuple):
    """A file of a folder, an archive or an upload.

    Attributes:
        name: What messages call it.
        stem: Its own name without folder and ending.
        content: Its bytes.
    """

    name: str
    stem: str
    content: bytes
