"""The frame of the map: which part of the world, in which projection, with labels where."""

from __future__ import annotations

import functools
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from data.entry import Entry
from data.toml_file import read_toml
from geo.measured import has_label_point, label_point

if TYPE_CHECKING:
    from dashboard.palette import Palette

REGION: Final = Path(__file__).with_name("region.toml")
_STEPS: Final = 64
"""Of an edge of the window: enough for its outermost point."""

LonLat = tuple[float, float]


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
        below_home_name: Codes of the provinces that Afghanistan's name stands on.
        labels: Longitude and latitude of country names by code.
        border_labels: Where words about borders stand, by code.
        ways: Arrows by where they lead, e.g. ``AFG to TJK``, in the order they are drawn.
    """

    window: Box
    shapes: Box
    centre: float
    parallels: LonLat
    below_home_name: frozenset[str]
    labels: dict[str, LonLat]
    border_labels: dict[str, BorderLabel]
    ways: dict[str, Way]

    @functools.cached_property
    def aspect(self) -> float:
        """Width of the window's picture divided by its height."""
        box, steps = self.window, range(_STEPS + 1)
        edges = [
            self._on_cone(box.west + (box.east - box.west) * step / _STEPS, lat)
            for lat in (box.south, box.north)
            for step in steps
        ]
        wide, high = ([point[axis] for point in edges] for axis in (0, 1))
        return (max(wide) - min(wide)) / (max(high) - min(high))

    @functools.cached_property
    def cone(self) -> float:
        """By which share of a turn about the earth the cone turns about its tip."""
        south, north = (math.radians(parallel) for parallel in self.parallels)
        stretch = _stretch(north) / _stretch(south)
        return math.log(math.cos(south) / math.cos(north)) / math.log(stretch)

    def _on_cone(self, lon: float, lat: float) -> tuple[float, float]:
        """A point in the picture, right of and below the cone's tip; any unit."""
        away = _stretch(math.radians(lat)) ** -self.cone
        turned = self.cone * math.radians(lon - self.centre)
        return away * math.sin(turned), -away * math.cos(turned)

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


def bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Which way one leaves a point for another, in degrees clockwise from north.

    On the sphere, as plotly.js draws the earth.

    Args:
        start: Longitude and latitude in degrees.
        end: The same of the other.
    """
    (west, south), (east, north) = (map(math.radians, point) for point in (start, end))
    across = math.sin(east - west) * math.cos(north)
    along = math.cos(south) * math.sin(north)
    along -= math.sin(south) * math.cos(north) * math.cos(east - west)
    return math.degrees(math.atan2(across, along))


def screen_angle(lon: float, bearing: float) -> float:
    """Which way a bearing points in the picture, in degrees clockwise from straight up.

    On a conformal cone meridians lean towards the centre by a fixed share of their distance
    from it in degrees; angles between directions stay true.

    Args:
        lon: Longitude of the point in degrees.
        bearing: Degrees clockwise from north.
    """
    return bearing - region().cone * (lon - region().centre)


def _stretch(lat: float) -> float:
    """How far a conformal map of the sphere reaches by a latitude in radians."""
    return math.tan(math.pi / 4 + lat / 2)


def halo(colour: str) -> str:
    """A glow of a colour that parts a label from what it stands on."""
    return ", ".join(f"0 0 {blur}px {colour}" for blur in (2, 3, 4))
