"""Carrying: the place that a sentence takes over from those before it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data import lexicon
from data.parse.grounds.evidence import is_aside
from data.parse.grounds.roles import Role
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import Site, find_sites, is_on_the_way
from data.parse.grounds.tellers import only_opens_telling
from data.parse.headings import is_figure
from data.parse.lazy import remembered
from data.parse.location.people.homes import is_received, on_subjects_side
from data.parse.location.scene.intentions import is_only_meant
from data.parse.location.scene.scenes import Scene
from data.parse.location.unnamed.stand_ins import airport_told_of
from data.parse.location.unnamed.wider import is_venue, is_wider
from data.parse.names.codes import country_of, senders
from data.parse.reading import Reading
from data.place_codes import is_border

Codes = tuple[str, ...]

_CARRIED: frozenset[Role] = frozenset({"at", "of", "for"})


_MET_ABOUT = frozenset({"other_count", "money"})
"""Kinds of facts that may be where people met: the delegates there, what they pledged."""


def carried(scene: Scene) -> Codes:
    """The ground that the sentences before were about; where they led for people who move.

    Where the sentence is about a side of the subject's war, no ground abroad is taken over.
    """
    own_side = on_subjects_side(scene)
    for index in nearby(scene.at)[1:]:
        earlier = scene.readings[index]
        told = _told_of(earlier)
        if not told and scene.draft.kind == "casualties" and (hit := airport_told_of(scene, index)):
            return hit
        if not told or (is_figure(scene.reading) and is_figure(earlier)):
            continue  # "Refugees in X: 300" above "Dead: 12"
        same = _same_paragraph(earlier, scene.reading)
        roles = _carried_roles(scene, same_paragraph=same)
        usable = [
            site
            for site in told
            if site.role in roles or (same and site.role == "to" and "-" in site.codes[0])
        ]
        if not usable:
            continue
        if scene.draft.kind not in _MET_ABOUT:
            usable = [site for site in usable if not is_venue(earlier, site)]
            if not usable:
                continue
        if _is_labelled(scene):
            usable = [site for site in usable if not is_border(site.codes[0])]
            if not usable:
                continue  # "Killed: 285" below what is held of a border
        if _is_flown_out(scene) or _counts_ground(scene):
            usable = [site for site in usable if _is_of_subject(site)]
            if not usable:
                continue
        site = usable[-1] if same else usable[0]  # a new paragraph goes back to the topic
        if is_received(scene) and (abroad := _received_at(earlier)):
            return abroad
        codes = site.codes
        countries = {country for code in codes for country in country_of(code)}
        if own_side and site.role != "to" and not countries.issuperset(own_side):
            return own_side
        going_on = same or (len(codes) == 1 and _goes_on(scene, codes))
        going_on = going_on and not _turns_abroad(scene.reading)
        if going_on and not is_wider(scene, earlier, codes, same_paragraph=same):
            return codes
        return own_side or (tuple(countries - senders()) if len(countries) == 1 else ())
    return own_side


@remembered
def _told_of(reading: Reading) -> Sequence[Site]:
    """The grounds of what a sentence tells, not of what goes on beside it."""
    return [
        site
        for site in find_sites(reading)
        if not (
            _is_abode(reading, site)
            or is_aside(reading, site.first)
            or is_on_the_way(reading, site)
            or is_only_meant(reading, site.first)
        )
    ]


def same_event(scene: Scene) -> Codes:
    """Where an event was that the sentences before told of: "the drills", "the attack"."""
    told = _spoken_of(scene.reading)
    if not told:
        return ()
    for index in nearby(scene.at)[1:]:
        earlier = scene.readings[index]
        if told.isdisjoint(earlier.word_set):
            continue
        for site in find_sites(earlier):
            if site.role in _CARRIED or site.role == "to":
                return _nearer(scene, site.codes)
    return ()


@remembered
def _spoken_of(reading: Reading) -> frozenset[str]:
    """Words for the events that a sentence speaks of as known, each as one and as several."""
    events, definite = lexicon.location().stand_ins.events, lexicon.grammar().singular_definite
    known = [
        norm.removesuffix("s")
        for before, norm in itertools.pairwise(reading.lower)
        if norm in events and before in definite
    ]
    return frozenset([form for event in known for form in (event, event + "s")])


def _nearer(scene: Scene, codes: Codes) -> Codes:
    """The part of a country that was told of since, or the country."""
    since = carried(scene) if all(len(code) == 3 for code in codes) else ()
    parts = any(len(code) > 3 and not is_border(code) for code in since)
    within = all(set(country_of(code)) <= set(codes) for code in since)
    return since if parts and within else codes


def _is_flown_out(scene: Scene) -> bool:
    """Whether others than those told of before are flown out: "also" would add to these."""
    flown = scene.draft.action in lexicon.location().moving.airlift and not scene.crosses
    return flown and "also" not in scene.reading.word_set


def _is_labelled(scene: Scene) -> bool:
    """Whether a label says what a number counts: "Killed: 285", "Refugees: over 900 persons"."""
    quantity = scene.draft.quantity
    first = quantity.outer_first if quantity is not None else 0
    return first > 0 and scene.lower[first - 1] == ":"


def _counts_ground(scene: Scene) -> bool:
    """Whether districts or towns are counted, which are no foreign town's, whoever spoke there."""
    noun = scene.draft.noun
    return noun is not None and noun.kind in lexicon.kinds_with("ground")


def _is_of_subject(site: Site) -> bool:
    return any(lexicon.subject() in country_of(code) for code in site.codes)


def _is_abode(reading: Reading, site: Site) -> bool:
    """Whether people only belong to a place: "all of them are residents of X"."""
    abodes = lexicon.location().leads.abodes
    if abodes.isdisjoint(reading.word_set) or reading.quantities:
        return False
    return not abodes.isdisjoint(reading.lower[: site.first])


def _received_at(earlier: Reading) -> Codes:
    """Where people were brought, of whom a sentence before tells: not where they set out."""
    for site in _told_of(earlier):
        if site.role in {"at", "to"} and lexicon.subject() not in country_of(site.codes[0]):
            return site.codes
    return ()


def _turns_abroad(reading: Reading) -> bool:
    """Whether it turns to a capital far away, where somebody tells: "In Washington, X said"."""
    return any(only_opens_telling(reading, place) for place in reading.places[:1])


def _carried_roles(scene: Scene, *, same_paragraph: bool) -> frozenset[Role]:
    if scene.draft.kind == "evacuated":
        return _CARRIED | ({"from", "to"} if same_paragraph else {"from"})
    if same_paragraph and scene.draft.kind in lexicon.kinds_with("goes"):
        return _CARRIED | {"to"}
    return _CARRIED


def _goes_on(scene: Scene, codes: Codes) -> bool:
    """Whether the next paragraph still tells of a place: of towns, not of distant states."""
    if scene.draft.kind == "money":
        return all(is_border(code) for code in codes)
    if scene.draft.kind == "casualties" and any(
        actor.type == "institution" and actor.country == lexicon.subject()
        for actor in scene.reading.actors
    ):
        return False  # a ministry counts the dead of the whole country
    going_on = scene.draft.kind in lexicon.kinds_with("goes-on")
    return going_on and senders().isdisjoint(codes)


def _same_paragraph(earlier: Reading, later: Reading) -> bool:
    return "\n" not in later.text[earlier.sentence.end : later.sentence.start]
