"""Components of our own whose script, elements and styles the browser loads once.

Streamlit sends all of that along with whatever a component shows, again on every change: for a
link that is forty times the link. These send its address. And it looks for tables in what a mapping
holds, for which it imports pandas; so what a component is told is the one item of a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

from dashboard.components.browser.addresses import base
from dashboard.server.scripts import script_name

_SCRIPT: Final = Path(__file__).with_suffix(".js").read_text("utf-8")


def component(name: str, *, isolate_styles: bool = True) -> Callable[..., Any]:
    """A component that does what ``NAME.js`` says.

    Elements of ``NAME.html`` stand in it before that, and it looks as ``NAME.css`` says, if there
    are such files (:mod:`dashboard.server.scripts`).

    Args:
        name: Of the component and its files.
        isolate_styles: Whether its styles hold for it alone, and none of the page's for it.

    Returns:
        A function that draws it, called as Streamlit's own, with ``data`` as a mapping.
    """
    draw = st.components.v2.component(name, js=_SCRIPT, isolate_styles=isolate_styles)

    def drawn(*, data: Mapping[str, Any], **how: Any) -> Any:
        # Without a browser there is no address, and nothing to do.
        script = f"{base()}/components/{script_name(name)}" if base() else ""
        return draw(data=[{**data, "script": script}], **how)

    return drawn
