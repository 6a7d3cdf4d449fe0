"""Files that the browser does not even send: larger than the server takes, or without an ending.

Streamlit says so in a line of the field, and the field goes as soon as those that were chosen with
them are read; of files of a folder whose names have no ending it says nothing. So the browser names
them, and they are said beside all else that was not taken.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.messages.outcomes import refuse_also
from data.errors import InputError
from data.intake.formats import ARCHIVE, FORMATS, ending_of
from data.intake.left_out import is_expected

READ_OF_FOLDERS: Final = [ending for ending in (*FORMATS, ARCHIVE) if ending]
"""Endings of the files of a folder that are sent. With its dot: "text" is every kind of text."""

_KEY: Final = "large-files"
_MOST: Final = 40
_BYTES: Final = 1024 * 1024
"""Of what Streamlit calls a megabyte."""

_component: Final = component("large_files")


def ask_large_files(field: int, renew: Callable[[], None]) -> None:
    """Have the browser tell, with another run. Call once on a page, where nothing draws it anew.

    Args:
        field: Number of the field for files. With another, the lines of the one before are gone,
            and what they said is told.
        renew: Makes a new field for one of which nothing was sent: its own lines say less.
    """
    data = {
        "largest": _megabytes() * _BYTES,
        "most": _MOST,
        "field": field,
        "endings": READ_OF_FOLDERS,
    }
    _component(
        key=_KEY, data=data, width=1, height=1, on_names_change=functools.partial(_named, renew)
    )


def _named(renew: Callable[[], None]) -> None:
    told = (st.session_state.get(_KEY) or {}).get("names")
    named = [each for each in told if _is_told(each)] if isinstance(told, list) else []
    # Of a folder only articles are expected to be read.
    refuse_also(
        _too_large(name) if large else _without_ending(name)
        for name, folder, large in named
        if not folder or _is_article(name)
    )
    if not all(large for _, _, large in named):
        renew()


def _is_told(each: object) -> bool:
    return isinstance(each, list) and [type(part) for part in each] == [str, bool, bool]


def _is_article(name: str) -> bool:
    return ending_of(name) in {*FORMATS, ARCHIVE} and not is_expected(PurePosixPath(name))


def _too_large(name: str) -> InputError:
    said = f"is larger than the {_megabytes()} MB that a file may have"
    return InputError(name, said, "Give a part of it, or paste its text.")


def _without_ending(name: str) -> InputError:
    said = "has no ending, by which the files of a folder are told"
    return InputError(name, said, "Bring it in under “Upload”, or let its name end in .txt.")


def _megabytes() -> int:
    return int(st.get_option("server.maxUploadSize"))
