"""The shapes of the map as one GeoJSON file: inside a figure, or where a browser keeps it.

It is made once, by :mod:`dashboard.charts.region.shape_making`, and is called by its own hash.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geo.errors import ShapeError

FOLDER: Final = Path(__file__).with_name("shapes")

LAND: Final = "land"
"""Id of the feature that is all other land."""

MAKE: Final = "Run `python -m dashboard.charts.region.shape_making` to make it again"

_TOUCH: Final = "touch:"


def touch(code: str) -> str:
    """Id of the shape around a border that can be pointed at."""
    return f"{_TOUCH}{code}"


def way_code(origin: str, destination: str) -> str:
    """Id of the shape around an arrow that can be pointed at."""
    return f"{origin} to {destination}"


def geojson_of(codes: Sequence[str], folder: str | None) -> dict[str, Any] | str:
    """What a trace needs to draw shapes: the shapes themselves, or where they are.

    Args:
        codes: Countries, Afghanistan's provinces, borders, what :func:`touch` and
            :func:`way_code` give, or :data:`LAND`.
        folder: Address of the folder that serves :func:`shape_file`; None to embed the shapes.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    return _collection(codes) if folder is None else f"{folder.rstrip('/')}/{shape_file_name()}"


@functools.cache
def shape_file_name() -> str:
    """Name of the file with all shapes. It changes with the content, so it may be kept for ever.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    return name_of(_content())


def name_of(content: bytes) -> str:
    """The name of a file with this content."""
    return f"region-{hashlib.sha256(content).hexdigest()[:12]}.geojson"


def shape_file(name: str) -> bytes | None:
    """The content of a file; None for a name that :func:`shape_file_name` does not give.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    return _content() if name == shape_file_name() else None


@functools.cache
def _content() -> bytes:
    found = sorted(FOLDER.glob("region-*.geojson"))
    if len(found) != 1:
        raise ShapeError(FOLDER, f"{len(found)} files of shapes, not one", MAKE)
    content = found[0].read_bytes()
    if found[0].name != name_of(content):
        problem = f"the content has changed: it would be called {name_of(content)}"
        raise ShapeError(found[0], problem, MAKE)
    return content


@functools.cache
def _shapes() -> Mapping[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in json.loads(_content())["features"]}


def _collection(codes: Sequence[str]) -> dict[str, Any]:
    return collection([_shapes()[code] for code in codes])


def collection(features: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Features as one document."""
    return {"type": "FeatureCollection", "features": list(features)}
