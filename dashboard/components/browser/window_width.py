"""How wide the browser's window is, and when its theme changes, which Streamlit does not say.

Charts need both: Plotly breaks no lines and keeps no aspect ratio, so a picture that must suit
every width suits none; and the colours of a picture are in it, while the page around it is painted
anew as soon as the reader chooses another theme.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import streamlit as st

from dashboard.charts.on_page import USUAL, WIDEST

STEP: Final = 30
WIDE_STEP: Final = 240
"""Of windows wider than usual, where a few pixels change little; a divisor of both ends."""

_LEAST: Final = 330
_PHONE: Final = 390
_NARROW: Final = 640
_KEY: Final = "window-width"


def _register() -> Callable[..., Any]:
    return st.components.v2.component(
        "window_width", js=Path(__file__).with_suffix(".js").read_text("utf-8")
    )


_component = _register()


def window_width() -> int:
    """Width of the window in pixels, rounded down, at most :data:`WIDEST`.

    Until the browser has told, phones are taken for phones and everything else for usual.
    """
    told = (st.session_state.get(_KEY) or {}).get("width")
    if isinstance(told, int):
        return max(_LEAST, min(WIDEST, told))
    return _PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else USUAL


def is_narrow() -> bool:
    """Whether the window is a phone's: columns stand one under the other, and no keyboard is there.

    What only a keyboard can do is not offered then: hints of keys would fill a line each.
    """
    return window_width() < _NARROW


def ask_window_width() -> None:
    """Have the browser tell; it answers with another run whenever the charts must change.

    Call once on each page that depends on it, early, so that the answer comes early.
    """
    steps = (STEP, WIDE_STEP)
    data = {"width": window_width(), "usual": USUAL, "steps": steps, "most": WIDEST}
    _component(
        key=_KEY,
        data=data,
        width=1,
        height=1,
        on_width_change=lambda: None,
        on_theme_change=lambda: None,
    )
