"""Crossings: the border that counted crossings are on, which no town places."""

from __future__ import annotations

from data import lexicon
from data.parse.grounds.sites import countries_named
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import country_of, line_with
from data.place_codes import is_border

Codes = tuple[str, ...]


def crossings(scene: Scene) -> Codes:
    """The border that crossings are on; of those on several borders, the country."""
    if (line := _line_right_behind(scene)) is not None:
        return (line,)
    if len(_lines_included(scene)) > 1:
        return (lexicon.subject(),)  # "eight crossings, including X and Y", on two borders
    lines = [code for site in scene.near for code in site.codes if is_border(code)]
    if not lines:
        lines = [border.code for border in scene.reading.borders]
    named = [line_with(country) for country in countries_named(scene.reading)]
    told = [line for line in named if line is not None]
    own = all(lexicon.subject() in country_of(line) for line in lines)
    if told and own and set(lines).isdisjoint(told):
        lines = told  # "Afghan border crossings with X and Y" are on no other border
    several = tuple(dict.fromkeys(lines))
    quantity = scene.draft.quantity
    one_each = not is_ordinal(scene) and quantity is not None and quantity.value == len(several)
    return several if one_each or len(several) == 1 else (lexicon.subject(),) if several else ()


def _line_right_behind(scene: Scene) -> str | None:
    """The border with the country behind "with": "three with X and two with Y" are on one each."""
    near = range(scene.draft.stop, min(scene.draft.stop + _LONGEST_CROSSINGS, len(scene.lower)))
    led = next((index for index in near if scene.lower[index] == "with"), None)
    if led is None:
        return None
    first = led + 1 + (scene.lower[led + 1 : led + 2] == ["the"])
    place = next((place for place in scene.reading.places if place.first == first), None)
    if place is None or place.country is None or place.stop + 1 in scene.reading.place_starts:
        return None  # "with X and Y"
    return line_with(place.country)


_LONGEST_CROSSINGS = 4
"""Most words from a number to "with": "three border crossings with X"."""


def _lines_included(scene: Scene) -> set[str]:
    """The borders of crossings that are some of those counted: "eight, including X and Y"."""
    behind = scene.lower[scene.draft.stop :]
    if lexicon.grammar().including.isdisjoint(behind):
        return set()
    known = lexicon.crossings()
    named = [place for place in scene.reading.places if place.code in known]
    return {
        known[place.code].border
        for place in named
        if not lexicon.grammar().including.isdisjoint(scene.lower[scene.draft.stop : place.first])
    }
