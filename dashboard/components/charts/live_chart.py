"""A chart that stays on the page while what it shows changes: days are played without a redraw.

Streamlit makes a chart anew whenever its figure differs in anything, so that a reader who zoomed in
would be thrown back on every day. This one tells plotly.js what has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.charts.parts.picked import Picked, picked
from dashboard.components.browser.loaded_once import component
from dashboard.export.plotly_js import plotly_js_name

if TYPE_CHECKING:
    from dashboard.charts.drawn import Drawn
    from dashboard.charts.parts.caption import Caption

_component: Final = component("live_chart", isolate_styles=False)


def live_chart(
    drawn: Drawn,
    *,
    key: str,
    base: str,
    config: Mapping[str, Any],
    marks: str,
    chosen: str,
    day: dt.date | None,
    caption: Caption,
    on_pick: Callable[[Picked | None], None],
) -> None:
    """Draw a chart, or change the one that is there.

    Args:
        drawn: What it shows from now on.
        key: Of the widget; the chart is a new one under another key.
        base: Address of the dashboard, where plotly.js is.
        config: Of plotly.js.
        marks: What a screen reader calls the list of its marks, by which the keyboard chooses.
        chosen: What has been chosen on it, for screen readers to tell; plain text, or empty.
        day: What it is as of; None for the latest.
        caption: What a picture that its camera takes says below it.
        on_pick: Called with what a click on a mark stands for; None for nothing.
    """

    def picked_here() -> None:
        said = (st.session_state.get(key) or {}).get("picked")
        on_pick(picked({"selection": {"points": [{"customdata": said}]}}))

    data = {
        "plotly": f"{base}/charts/{plotly_js_name()}",
        "reference": drawn.reference and f"{base}/charts/{drawn.reference.name}",
        "shapes": drawn.drawing.shapes and f"{base}{drawn.drawing.shapes}",
        "figure": drawn.packed,
        "config": dict(config),
        "alt": drawn.alt,
        "height": drawn.drawing.height,
        "name": key,
        "marks": marks,
        "chosen": chosen,
        "day": day.isoformat() if day else "",
        "caption": {"selected": caption.selected, "link": caption.link},
    }
    _component(key=key, data=data, on_picked_change=picked_here)
