"""Words beside lines of the map, arrows and borders: a trace of labels to read and to choose by."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_LINE
from dashboard.charts.region.frame import halo

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.frame import BorderLabel, Way
    from dashboard.palette import Palette

LABEL_SIZE: Final = 12


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """Words beside a line.

    Attributes:
        spot: Where they stand, and on which side of that.
        text: The words as markup.
        colour: Theirs, as hex.
        strong: Whether what they tell of stands out.
        hover: What is shown where it is pointed at.
        click: Which facts a click chooses.
    """

    spot: BorderLabel | Way
    text: str
    colour: str
    strong: bool
    hover: str
    click: list[str]


def labels_trace(
    name: str, labels: Sequence[Label], chosen: Highlight, colours: Palette
) -> dict[str, Any]:
    """Labels as one trace: an unseen marker each to point at, and no fading of others."""
    unseen: Mapping[str, Any] = {"marker": {"opacity": 0}}
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "marker": {"size": 8, "opacity": 0},
        "hoverinfo": "text",
        "selected": unseen,
        "unselected": unseen,
        "showlegend": False,
        "name": name,
        "lon": [label.spot.at[0] for label in labels],
        "lat": [label.spot.at[1] for label in labels],
        "text": [label.text for label in labels],
        "textposition": [f"middle {label.spot.side}" for label in labels],
        "textfont": {
            "size": [LABEL_SIZE + 1 if label.strong else LABEL_SIZE for label in labels],
            "color": [faded(label.colour, label.strong or not chosen.active) for label in labels],
            "shadow": halo(colours.page),
        },
        "hovertext": [label.hover for label in labels],
        "customdata": [label.click for label in labels],
    }


def faded(colour: str, strong: bool) -> str:
    """A hex colour as it is, or as faint as what was not chosen."""
    if strong:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{DIMMED_LINE})"
