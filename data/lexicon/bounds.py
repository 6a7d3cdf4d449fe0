"""Bounds: the box in which towns of a country, or crossings of a border, must lie."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final, Literal

from data.entry import Entry, FieldError
from data.lexicon.schema import BorderCode, Code3, Latitude, Longitude
from data.toml_file import read_toml

FILE: Final = Path(__file__).with_name("bounds.toml")


class Box(Entry):
    """A box between two parallels and two meridians (degrees, WGS 84)."""

    south: Latitude
    north: Latitude
    west: Longitude
    east: Longitude

    def __post_init__(self) -> None:
        """Refuse a box that holds nothing."""
        if not (self.south < self.north and self.west < self.east):
            raise ValueError("south has to be less than north, and west less than east")


class Bounds(Entry):
    """Schema of ``bounds.toml``."""

    countries: dict[Code3, Box]
    borders: dict[BorderCode, Box]


@functools.cache
def bounds() -> Bounds:
    """Boxes of countries by ISO 3166-1 alpha-3 code, of borders by their code.

    Raises:
        InputError: If the file cannot be used.
    """
    return read_toml(FILE, Bounds)


def refuse_outside(lat: float, lon: float, field: Literal["country", "border"], code: str) -> None:
    """Refuse a place outside of the box of what it belongs to.

    Args:
        lat: Its latitude in degrees.
        lon: Its longitude in degrees.
        field: The field that says what it belongs to.
        code: The code of that.

    Raises:
        FieldError: If it lies outside, or no box is known.
    """
    table = "countries" if field == "country" else "borders"
    box = (bounds().countries if field == "country" else bounds().borders).get(code)
    if box is None:
        problem = f"has no box in {FILE.name} in which its places must lie"
        raise FieldError((field,), problem, f"Enter {code} under [{table}] there.")
    remedy = f"Correct it, or the box of {code} under [{table}] of {FILE.name}."
    for at, value, least, most in (
        ("lat", lat, box.south, box.north),
        ("lon", lon, box.west, box.east),
    ):
        if not least <= value <= most:
            problem = f"lies outside of {code}, which is between {least:g} and {most:g} degrees"
            raise FieldError((at,), problem, remedy)
