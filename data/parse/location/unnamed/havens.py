"""Havens: countries that a text names only as where people fled to, which places nothing else."""

from __future__ import annotations

from data import lexicon
from data.parse.grounds.sites import Site, find_sites
from data.parse.grounds.verbs import forms_of
from data.parse.lazy import remembered
from data.parse.location.matching.parts import part_of, whole_of
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import country_of
from data.parse.names.gazetteer import words_of_country
from data.parse.reading import Reading
from data.parse.readings import Readings

_OF_NO_GROUND = frozenset({"speaker", "dateline", "from"})
"""Roles of a place that say nothing of what is in it."""


def only_haven(scene: Scene, codes: tuple[str, ...]) -> bool:
    """Whether the dead are put where others fled: "40 were killed; 300 families fled to X"."""
    if scene.draft.kind != "casualties" or len(codes) != 1:
        return False
    if codes[0] not in lexicon.countries() or codes[0] == lexicon.subject():
        return False
    if not _is_haven(scene.reading.whole, codes[0]):
        return False
    if whole_of(scene) is not None or part_of(scene) is not None:
        return False  # "three of them were hurt"
    return not any(codes[0] in _countries(site) for site in scene.near)


def _is_haven(readings: Readings, country: str) -> bool:
    """Whether a country's every ground in an article is where somebody fled or crossed to."""
    known = _known_havens(readings)
    if country not in known:
        words = words_of_country(country)
        grounds = [
            _is_fled_to(reading, site)
            for reading in readings
            if not words.isdisjoint(reading.word_set)
            for site in find_sites(reading)
            if country in _countries(site) and site.role not in _OF_NO_GROUND
        ]
        known[country] = bool(grounds) and all(grounds)
    return known[country]


@remembered
def _known_havens(_readings: Readings) -> dict[str, bool]:
    return {}


def _is_fled_to(reading: Reading, site: Site) -> bool:
    if site.role != "to":
        return False
    clause = reading.clause_of(site.first)
    fleeing = forms_of(lexicon.location().moving.crossing_verbs)
    return bool(fleeing.find(reading.tokens[clause.first : site.first]))


def _countries(site: Site) -> frozenset[str]:
    return frozenset(country for code in site.codes for country in country_of(code))
