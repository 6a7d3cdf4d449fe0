"""Havens: countries that a text names only as where people fled to, which places nothing else."""

from __future__ import annotations

from data import lexicon
from data.parse.grounds.sites import Site, find_sites
from data.parse.grounds.verbs import forms_of
from data.parse.lazy import remembered
from data.parse.location.matching.parts import part_of, whole_of
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import country_of
from data.parse.reading import Reading
from data.parse.readings import Readings

_OF_NO_GROUND = frozenset({"speaker", "dateline", "from"})
"""Roles of a place that say nothing of what is in it."""


def only_haven(scene: Scene, codes: tuple[str, ...]) -> bool:
    """Whether the dead are put where others fled: "40 were killed; 300 families fled to X"."""
    if scene.draft.kind != "casualties" or len(codes) != 1:
        return False
    if codes[0] not in lexicon.countries() or codes[0] == lexicon.subject():
        return False  # told first: the search goes through the whole article
    if codes[0] not in _havens(scene.reading.whole):
        return False
    if whole_of(scene) is not None or part_of(scene) is not None:
        return False  # "three of them were hurt"
    return not any(codes[0] in _countries(site) for site in scene.near)


@remembered
def _havens(readings: Readings) -> frozenset[str]:
    """Countries whose every ground in an article is where somebody fled or crossed to."""
    fled_to: set[str] = set()
    others: set[str] = {lexicon.subject()}
    for reading in readings:
        for site in find_sites(reading):
            if _is_fled_to(reading, site):
                fled_to |= _countries(site)
            elif site.role not in _OF_NO_GROUND:
                others |= _countries(site)
    return frozenset(fled_to - others)


def _is_fled_to(reading: Reading, site: Site) -> bool:
    if site.role != "to":
        return False
    clause = reading.clause_of(site.first)
    fleeing = forms_of(lexicon.location().moving.crossing_verbs)
    return bool(fleeing.find(reading.tokens[clause.first : site.first]))


def _countries(site: Site) -> frozenset[str]:
    return frozenset(country for code in site.codes for country in country_of(code))
