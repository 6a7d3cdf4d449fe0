"""The formats that charts and facts can be had in; formats.toml lists them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Annotated, Final, Literal

from data.entry import Entry, Limits
from data.errors import InputError
from data.toml_file import read_toml

FORMATS: Final = Path(__file__).with_name("formats.toml")


class Format(Entry):
    """One entry of ``formats.toml``; its head says what the fields mean."""

    id: Annotated[str, Limits(pattern=r"^[a-z0-9-]+$")]
    label: Annotated[str, Limits(min_length=1, max_length=32)]
    help: Annotated[str, Limits(min_length=1)]
    suffix: Annotated[str, Limits(pattern=r"^[a-z]+$")]
    media_type: Annotated[str, Limits(min_length=1)]
    of: Literal["chart", "facts"]
    maps_only: bool = False
    picture: bool = False
    size: Literal["1x", "2x", "square", "preview"] = "1x"
    plays: bool = False


class _FormatFile(Entry):
    format: Annotated[tuple[Format, ...], Limits(min_length=1)]


@functools.cache
def formats(of: Literal["chart", "facts"], *, is_map: bool = True) -> tuple[Format, ...]:
    """The formats of charts or of facts, in the order of the menus.

    Args:
        of: What is to become a file.
        is_map: Whether it has geometry.

    Raises:
        InputError: If the file is missing or an entry does not fit the schema.
    """
    listed = read_toml(FORMATS, _FormatFile).format
    return tuple(entry for entry in listed if entry.of == of and (is_map or not entry.maps_only))


def format_called(name: str, of: Literal["chart", "facts"], *, is_map: bool = True) -> Format:
    """The format of an id.

    Raises:
        InputError: If there is none, with those there are.
    """
    known = {entry.id: entry for entry in formats(of, is_map=is_map)}
    if name not in known:
        raise InputError(f"format {name!r}", "there is no such format", f"Use {', '.join(known)}.")
    return known[name]
