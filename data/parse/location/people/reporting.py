"""Reporting: a state that opens a sentence and tells figures of its own."""

from __future__ import annotations

from typing import Final

from data import lexicon
from data.parse.lazy import remembered
from data.parse.location.scene.scenes import Scene
from data.parse.reading import Reading

Codes = tuple[str, ...]

_FORCES: Final = "armed"
"""The class of nouns for soldiers, who may be anywhere."""


def reporting_state(scene: Scene) -> Codes:
    """The state whose figures are told: "X reports a record 700 new cases and 12 deaths".

    Not where another country is named, and not of soldiers, who may have been abroad.
    """
    noun = scene.draft.noun
    if noun is not None and noun.name == _FORCES:
        return ()
    country = _reporting(scene.reading)
    return (country,) if country else ()


@remembered
def _reporting(reading: Reading) -> str | None:
    """The state that a sentence begins with, before a verb of reporting; no other is named."""
    place = reading.places[0] if reading.places else None
    if place is None or place.via != "name" or place.code != place.country:
        return None
    if place.first > int(reading.lower[0] in lexicon.grammar().determiners):
        return None
    words = lexicon.location().home
    index = place.stop
    while index < len(reading.tokens) and reading.lower[index] in words.already:
        index += 1
    if words.reporting.isdisjoint(reading.lower[index : index + 1]):
        return None
    named = {other.country for other in reading.places if other.via != "anaphor"}
    return place.country if named == {place.country} else None
