"""A chart as it was drawn: what plotly.js takes, in plain values.

Plotly's own figure is a copy of all of them; it is made where somebody asks for one.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclasses.dataclass(frozen=True, slots=True)
class Drawing:
    """A chart. Nothing of it may be changed: parts of it belong to others, too.

    Attributes:
        data: Traces, as plotly.js takes them.
        layout: The layout, likewise.
    """

    data: Sequence[Mapping[str, Any]]
    layout: Mapping[str, Any]

    @property
    def plain(self) -> dict[str, Any]:
        """Data and layout as one value of JSON."""
        return {"data": self.data, "layout": self.layout}

    @property
    def height(self) -> int:
        """Pixels."""
        return int(self.layout["height"])

    @property
    def shapes(self) -> str | None:
        """Where the shapes are that it names; None where it names none."""
        named = (trace.get("geojson") for trace in self.data)
        return next((address for address in named if isinstance(address, str)), None)

    def to_json(self) -> str:
        """The chart as JSON."""
        return json.dumps(self.plain, ensure_ascii=False, separators=(",", ":"))

    def figure(self) -> go.Figure:
        """A figure of Plotly for this chart alone, to look at, change or save.

        Traces and layout are valid, as a test sees to for every chart: Plotly's own check takes
        longer than everything else about a chart.
        """
        # Both take longer to import than a chart to draw, and only files need them. Pandas comes
        # first: Plotly asks one that another thread is still importing for what it has not yet.
        import pandas  # noqa: F401
        import plotly.graph_objects as go

        return go.Figure(self.plain, _validate=False)
