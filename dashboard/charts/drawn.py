"""A chart as it goes to browsers that have the chart of everything."""

from __future__ import annotations

import base64
import dataclasses
import functools
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.charts.parts.drawing import Drawing
    from dashboard.charts.reference_figure import ReferenceFigure

_SHORT: Final = 2_560
"""Characters of JSON that are sent as they are: a browser takes longer to unpack them."""


@dataclasses.dataclass(frozen=True)
class Drawn:
    """A chart as it was drawn, for everybody who selects the same.

    Attributes:
        drawing: The chart.
        alt: The chart in sentences, plain text.
        reference: What browsers keep of such charts; None where the chart does not stay.
    """

    drawing: Drawing
    alt: str
    reference: ReferenceFigure | None = None

    @functools.cached_property
    def packed(self) -> str:
        """The figure as a small part of its JSON: what every new day sends to the browser."""
        return packed(self.drawing, self.reference)


def packed(drawing: Drawing, reference: ReferenceFigure | None = None) -> str:
    """A chart as JSON, deflated if it is long, without what it shares with one the browser has."""
    text = reference.shortened(drawing) if reference else drawing.to_json()
    if len(text) <= _SHORT:
        return text
    return base64.b64encode(zlib.compress(text.encode(), 6)).decode()
