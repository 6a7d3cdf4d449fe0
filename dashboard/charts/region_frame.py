"""The frame of the map: which part of the world, in which projection, with labels where."""

from __future__ import annotations

import functools
import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import pyproj
from pydantic import Field

from data.toml_file import Entry, read_toml
from geo.boundaries import has_label_point, label_point

if TYPE_CHECKING:
    from dashboard.palette import Palette

REGION: Final = Path(__file__).with_name("region.toml")
LonLat = Annotated[tuple[float, float], Field(strict=False)]


class Box(Entry):
    """A box in degrees."""

    west: float
    south: float
    east: float
    north: float


class BorderLabel(Entry):
    """Where the word about a border stands, and on which side of that point."""

    at: LonLat
    side: Literal["left", "right"]


class Way(Entry):
    """An arrow, and where its number stands, on which side of that point."""

    start: LonLat
    end: LonLat
    at: LonLat
    side: Literal["left", "right"]


class Region(Entry):
    """Schema of region.toml.

    Attributes:
        window: What the picture shows at least.
        shapes: Where shapes are cut off; all of the picture is inside.
        centre: Longitude that points straight up.
        parallels: Standard parallels of the conic projection.
        labels: Longitude and latitude of country names by code.
        border_labels: Where words about borders stand, by code.
        ways: Arrows by where they lead, e.g. ``AFG to TJK``, in the order they are drawn.
    """

    window: Box
    shapes: Box
    centre: float
    parallels: LonLat
    labels: dict[str, LonLat]
    border_labels: dict[str, BorderLabel]
    ways: dict[str, Way]

    @property
    def aspect(self) -> float:
        """Width of the window's picture divided by its height."""
        south, north = self.parallels
        cone = f"+proj=lcc +lat_1={south} +lat_2={north} +lon_0={self.centre} +R=6371000"
        box = self.window
        left, low, right, high = pyproj.Transformer.from_crs(
            "+proj=longlat +R=6371000", cone
        ).transform_bounds(box.west, box.south, box.east, box.north)
        return float((right - left) / (high - low))

    def name_at(self, country: str) -> tuple[float, float] | None:
        """Where a country's name stands; None for a country without a place on the map."""
        if country in self.labels:
            return self.labels[country]
        return label_point(country) if has_label_point(country) else None

    def way(self, origin: str, destination: str) -> Way:
        """The arrow from one country to another, which must be one of :attr:`ways`."""
        return self.ways[f"{origin} to {destination}"]

    @staticmethod
    def ends(way: str) -> tuple[str, str]:
        """Country codes of origin and destination of a key of :attr:`ways`."""
        origin, _, destination = way.partition(" to ")
        return origin, destination

    def border_label(self, border: str) -> BorderLabel:
        """Where the word about a border stands; halfway along it unless region.toml knows."""
        if border in self.border_labels:
            return self.border_labels[border]
        return BorderLabel(at=label_point(border), side="right")


@functools.cache
def region() -> Region:
    """The map's frame.

    Raises:
        InputError: If region.toml is missing or broken.
    """
    return read_toml(REGION, Region)


def geo_axes(colours: Palette, right: float = 1) -> dict[str, Any]:
    """The ``geo`` subplot, from the left edge to ``right`` as a fraction of the plot's width.

    ``visible=False`` together with a first trace drawn by longitude and latitude keeps plotly.js
    from asking a CDN for base topology. A conformal cone keeps the shapes people know.
    """
    frame = region()
    return {
        "visible": False,
        "showframe": True,
        "framecolor": colours.grid,
        "framewidth": 2,
        "domain": {"x": [0, right], "y": [0, 1]},
        "bgcolor": colours.page,
        "projection": {
            "type": "conic conformal",
            "parallels": list(frame.parallels),
            "rotation": {"lon": frame.centre, "lat": 0, "roll": 0},
            # What plotly.js would take anyway: it keeps a reader's zoom only where the figure
            # says from what it was changed.
            "scale": 1,
        },
        "center": {
            "lon": frame.centre,
            "lat": (frame.window.south + frame.window.north) / 2,
        },
        "lonaxis": {"range": [frame.window.west, frame.window.east]},
        "lataxis": {"range": [frame.window.south, frame.window.north]},
    }


def screen_angle(lon: float, bearing: float) -> float:
    """Which way a bearing points in the picture, in degrees clockwise from straight up.

    On a conformal cone meridians lean towards the centre by a fixed share of their distance
    from it in degrees; angles between directions stay true.

    Args:
        lon: Longitude of the point in degrees.
        bearing: Degrees clockwise from north.
    """
    south, north = (math.radians(parallel) for parallel in region().parallels)
    stretch = math.tan(math.pi / 4 + north / 2) / math.tan(math.pi / 4 + south / 2)
    share = math.log(math.cos(south) / math.cos(north)) / math.log(stretch)
    return bearing - share * (lon - region().centre)


def halo(colours: Palette) -> str:
    """A glow in the page's colour that parts a label from the lines it stands on."""
    return ", ".join(f"0 0 {blur}px {colours.page}" for blur in (2, 3, 4))
