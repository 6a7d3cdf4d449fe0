"""Measures the shapes, once for all who draw: see :mod:`geo.measured`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.toml_file import toml_table
from geo.lines import join_lines, midpoint
from geo.measured import FILE, Measured

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd

_HEAD = """\
# Measured by geo.measuring from the shapes beside this file; geo/measured.py says what it is.
# `make shapes` writes it, and a test compares it with the shapes.
"""


def measure(layers: Mapping[str, gpd.GeoDataFrame]) -> Measured:
    """What is measured of the layers of :data:`geo.shape_files.LAYERS`."""
    points = {}
    for name in ("countries_display", "provinces_display"):
        frame = layers[name]
        for code, lon, lat in zip(frame.code, frame.label_lon, frame.label_lat, strict=True):
            points[str(code)] = (float(lon), float(lat))
    lines = layers["borders_display"].groupby("code").geometry
    points |= {str(code): midpoint(join_lines(list(pieces))) for code, pieces in lines}
    lengths = layers["borders"].groupby("code").length_km.sum()
    return Measured(
        label_points=points,
        border_km={str(code): float(length) for code, length in lengths.items()},
    )


def write_measured(measured: Measured, folder: Path) -> Path:
    """Write the file among the shapes."""
    points = {f'"{code}"': point for code, point in measured.label_points.items()}
    lengths = {f'"{code}"': length for code, length in measured.border_km.items()}
    tables = f"[label_points]\n{toml_table(points)}\n[border_km]\n{toml_table(lengths)}"
    path = folder / FILE
    path.write_text(f"{_HEAD}\n{tables}", encoding="utf-8")
    return path
