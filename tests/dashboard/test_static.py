"""The base maps that plotly.js may ask for. A browser test asks the app for them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import dashboard
from dashboard.charts.parts.config import TOPOJSON_URL

HOME = Path(dashboard.__file__).parent
# plotly.js names them by scope and resolution: see getTopojsonName in its bundle.
NAMES = ("world_110m.json", "world_50m.json")
LAYERS = {"coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"}


@pytest.mark.parametrize("name", NAMES)
def test_stub_is_a_valid_and_empty_topology(name: str) -> None:
    topology = json.loads((HOME / "static" / "topojson" / name).read_text("utf-8"))
    assert topology["type"] == "Topology"
    assert topology["arcs"] == []
    assert set(topology["objects"]) == LAYERS
    for layer in topology["objects"].values():
        assert layer == {"type": "GeometryCollection", "geometries": []}


def test_the_app_serves_the_folder_that_charts_ask() -> None:
    settings = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["enableStaticServing"] is True
    # Relative: the dashboard may be served below a path.
    assert TOPOJSON_URL == "app/static/topojson/"
