"""Files that the browser does not even send, because they are larger than the server takes.

Streamlit says so in a line of the field, and the field goes as soon as those that were chosen with
them are read. So the browser names them, and they are said beside all else that was not taken.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

import streamlit as st

from dashboard.components.loaded_once import component
from data.errors import InputError
from data.intake.formats import ARCHIVE, FORMATS, ending_of
from data.intake.left_out import is_expected

_KEY: Final = "large-files"
_NAMED: Final = "large-files-named"
_MOST: Final = 40
_BYTES: Final = 1024 * 1024
"""Of what Streamlit calls a megabyte."""

_component: Final = component("large_files")


def ask_large_files() -> None:
    """Have the browser tell. Call once on a page, where nothing draws it anew."""
    data = {"largest": _megabytes() * _BYTES, "most": _MOST}
    _component(key=_KEY, data=data, width=1, height=1, on_names_change=_named)


def large_files(*, of_folder: bool = False) -> list[InputError]:
    """The files that were not sent since this was last asked, each with the reason.

    Args:
        of_folder: Whether a folder was chosen: of one only articles are expected to be read.
    """
    names: list[str] = st.session_state.pop(_NAMED, [])
    return [_too_large(name) for name in names if not of_folder or _is_article(name)]


def _named() -> None:
    told = (st.session_state.get(_KEY) or {}).get("names")
    names = [name for name in told if isinstance(name, str)] if isinstance(told, list) else []
    # The line of a file that was chosen alone stays: it is said once the field goes.
    before: list[str] = st.session_state.get(_NAMED, [])
    st.session_state[_NAMED] = list(dict.fromkeys([*before, *names]))[:_MOST]


def _is_article(name: str) -> bool:
    return ending_of(name) in {*FORMATS, ARCHIVE} and not is_expected(PurePosixPath(name))


def _too_large(name: str) -> InputError:
    said = f"is larger than the {_megabytes()} MB that a file may have"
    return InputError(name, said, "Give a part of it, or paste its text.")


def _megabytes() -> int:
    return int(st.get_option("server.maxUploadSize"))
