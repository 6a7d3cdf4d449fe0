"""Words: what ``words.toml`` holds."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from data.entry import Entry
from data.toml_file import read_toml


class Words(Entry):
    """Schema of ``words.toml``."""

    inserted: tuple[str, ...]
    mixed: Mapping[str, tuple[str, ...]]


@functools.cache
def words() -> Words:
    """The file."""
    return read_toml(Path(__file__).with_name("words.toml"), Words)
