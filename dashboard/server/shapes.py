"""``/shapes/<name>``: the shapes that maps draw, for the page itself and for maps elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from dashboard.server.answers import FOR_ALL, FOR_EVER, Answer, lasting_body
from dashboard.server.content_policy import NOTHING
from dashboard.server.problems import unknown

if TYPE_CHECKING:
    import geopandas as gpd

    from dashboard.server.request import Request

_GEOJSON: Final = "application/geo+json"


def answer(request: Request) -> Answer:
    """A file of shapes.

    Raises:
        UnknownAddress: If there is no such file.
        ShapeError: If the shapes cannot be used.
        Busy: If too many files are being made.
    """
    from dashboard.charts.region.shape_files import shape_file, shape_file_name

    name = request.path["name"]
    headers = FOR_ALL | {"Content-Security-Policy": NOTHING}
    if (content := shape_file(name)) is not None:
        return Answer(lasting_body(content, _GEOJSON), headers | {"Cache-Control": FOR_EVER})
    layer = name.removesuffix(".geojson")
    if layer == name or layer not in _LAYERS:
        raise unknown("shapes", name, [*map("{}.geojson".format, _LAYERS), shape_file_name()])
    body = request.workshop.made("data", ("shapes", layer), _GEOJSON, lambda: _whole(layer))
    return Answer(body, headers)


def _whole(layer: str) -> bytes:
    from dashboard.export.geography import frame_to_geojson

    return frame_to_geojson(_LAYERS[layer]())


def _countries() -> gpd.GeoDataFrame:
    from geo.boundaries import countries

    return countries(display=True)


def _provinces() -> gpd.GeoDataFrame:
    from geo.boundaries import provinces

    return provinces(display=True)


def _borders() -> gpd.GeoDataFrame:
    from geo.borders import borders

    return borders(display=True)


_LAYERS: Final[Mapping[str, Callable[[], gpd.GeoDataFrame]]] = {
    "countries": _countries,
    "provinces": _provinces,
    "borders": _borders,
}
