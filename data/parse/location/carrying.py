"""Carrying: the place that a sentence takes over from those before it."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import Literal

from data import lexicon
from data.parse.location.evidence import is_aside
from data.parse.location.grounds import (
    SUBJECT,
    chief_province,
    country_of,
    ground,
    is_border,
    senders,
)
from data.parse.location.homes import (
    acting_in,
    acting_state,
    bearer,
    beyond_border,
    is_received,
    on_subjects_side,
)
from data.parse.location.place_roles import Role, role_before, role_of_object
from data.parse.location.scene import REACH, Scene
from data.parse.location.setting import nearby, setting, setting_abroad
from data.parse.location.sites import Site, find_sites
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.tokens import Token

Codes = tuple[str, ...]

_StandIn = Literal["capital", "country", "last", "unnamed"]

_CARRIED: frozenset[Role] = frozenset({"at", "of", "for"})


_DEFINITE = frozenset({"the", "this", "that"})


def of_the_country(scene: Scene) -> Codes:
    """The article's country, where the number is "of the country's" or "in the country"."""
    if scene.draft.kind in {"displaced", "border_length"}:
        return ()
    if scene.draft.kind == "evacuated" and (receiver := _brought_to_country(scene)):
        return (receiver,)
    matches = _find("country", scene.reading, scene.behind)
    if not matches or _is_narrowed(scene):
        return ()
    if landed := _landed_in_country(scene, scene.draft.stop + matches[0].first):
        return (landed,)
    if scene.crosses_itself and _leads_to(scene, matches[0]):
        return beyond_border(scene, grounded=False)
    return whole_country(scene)


def _brought_to_country(scene: Scene) -> str | None:
    """The state that brings people to itself: "to bring 391 co-workers to the country"."""
    for match in _find("country", scene.reading, scene.tokens_behind(2 * REACH)):
        if _leads_to(scene, match):
            states = [
                actor.country for actor in acting_in(scene.reading) if actor.country != SUBJECT
            ]
            return states[0] if states else acting_state(scene)
    return None


def _landed_in_country(scene: Scene, stop: int) -> str | None:
    """The state that tells of those who landed: "X says 46 aircraft landed in the country"."""
    arriving = lexicon.location().moving.arriving
    way = scene.tokens[scene.draft.stop : stop]
    return acting_state(scene) if scene.find_verbs(arriving, way) else None


def _leads_to(scene: Scene, match: Match[str]) -> bool:
    """Whether those counted came to it from another: "17 soldiers fled into the country"."""
    before = scene.tokens[scene.draft.stop + match.first - 1].norm
    return before in lexicon.grammar().to_place


def _is_narrowed(scene: Scene) -> bool:
    """Whether a province is named as well: "of the country's forces in the province of X"."""
    own = scene.clause_number(scene.draft.first)
    return any(
        site.role in {"at", "of"}
        and site.first > scene.draft.stop
        and site.codes[0] in lexicon.provinces()
        and scene.clause_number(site.first) == own
        for site in scene.near
    )


def is_unnamed(scene: Scene) -> bool:
    """Whether a number is of a ground that no code is given for: "in neighbouring countries"."""
    matches = _find("unnamed", scene.reading, scene.tokens)
    around = range(scene.draft.first - REACH, scene.draft.stop + 2 * REACH)
    belonging = {"of", "from"}  # "citizens of third countries" are not there
    return any(
        match.first in around and scene.tokens[match.first - 1].norm not in belonging
        for match in matches
    )


def the_capital(scene: Scene) -> Codes:
    """The province of the capital of the article's country, where the sentence is about it."""
    if not _find("capital", scene.reading, scene.tokens):
        return ()
    return tuple(chief_province(country) for country in whole_country(scene))


def stood_for(scene: Scene) -> Codes:
    """What "the country", "the town" and "there" stand for."""
    tokens = scene.tokens
    if matches := _find("country", scene.reading, tokens):
        if landed := _landed_in_country(scene, matches[0].first):
            return (landed,)
        inside = role_before(scene.reading, matches[0].first) is not None
        meant = _meant_by(scene, matches[0].first) if inside else None
        return (meant,) if meant else whole_country(scene)
    for match in _find("last", scene.reading, tokens):
        if tokens[match.first].norm == "there" and _is_place(tokens, match):
            return _last_ground(scene.reading, match.first) or _last_exact(scene, nearest=True)
        led = role_before(scene.reading, match.first) or role_of_object(tokens, match.first)
        if led or _is_place(tokens, match):
            return _last_exact(scene)
    return ()


def carried(scene: Scene) -> Codes:
    """The ground that the sentences before were about; where they led for people who move.

    Where the sentence is about a side of the subject's war, no ground abroad is taken over.
    """
    own_side = on_subjects_side(scene)
    for index in nearby(scene.at)[1:]:
        earlier = scene.readings[index]
        sites = find_sites(earlier)
        if not sites:
            continue
        same = _same_paragraph(earlier, scene.reading)
        roles = _carried_roles(scene, same_paragraph=same)
        usable = [
            site
            for site in sites
            if (site.role in roles or (same and site.role == "to" and "-" in site.codes[0]))
            and not _is_abode(earlier, site)
            and not is_aside(earlier, site.first)
        ]
        if not usable:
            continue
        if _is_flown_out(scene):
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
        if same or (len(codes) == 1 and _goes_on(scene, codes)):
            return codes
        return own_side or (tuple(countries - senders()) if len(countries) == 1 else ())
    return own_side


def same_event(scene: Scene) -> Codes:
    """Where an event was that the sentences before told of: "the drills", "the attack"."""
    events = lexicon.location().stand_ins.events
    if events.isdisjoint(scene.reading.word_set):
        return ()
    spoken_of = [
        token.norm.removesuffix("s")
        for before, token in itertools.pairwise(scene.tokens)
        if token.norm in events and before.norm in _DEFINITE
    ]
    if not spoken_of:
        return ()
    told = {form for event in spoken_of for form in (event, event + "s")}
    for index in nearby(scene.at)[1:]:
        earlier = scene.readings[index]
        if told.isdisjoint(earlier.word_set):
            continue
        for site in find_sites(earlier):
            if site.role in _CARRIED or site.role == "to":
                return site.codes
    return ()


def _is_flown_out(scene: Scene) -> bool:
    """Whether others than those told of before are flown out: "also" would add to these."""
    flown = scene.draft.action in lexicon.location().moving.airlift and not scene.crosses
    return flown and "also" not in scene.reading.word_set


def _is_of_subject(site: Site) -> bool:
    return any(SUBJECT in country_of(code) for code in site.codes)


def _is_abode(reading: Reading, site: Site) -> bool:
    """Whether people only belong to a place: "all of them are residents of X"."""
    abodes = lexicon.location().staying.abodes
    if abodes.isdisjoint(reading.word_set) or reading.quantities:
        return False
    return any(token.norm in abodes for token in reading.tokens[: site.first])


def _received_at(earlier: Reading) -> Codes:
    """Where people were brought, of whom a sentence before tells: not where they set out."""
    for site in find_sites(earlier):
        if site.role in {"at", "to"} and SUBJECT not in country_of(site.codes[0]):
            return site.codes
    return ()


def whole_country(scene: Scene) -> Codes:
    """The country the article is about; not that of a state that takes people to itself.

    Where a side of the subject's war acts, it is the subject.
    """
    fights = any(
        actor.type == "armed-group" and actor.first < scene.draft.first
        for actor in scene.reading.actors
    )
    if fights and not scene.crosses:
        return (SUBJECT,)
    country = setting(scene.readings, scene.at)
    if scene.takes_away or (country is not None and country == bearer(scene)):
        country = setting_abroad(scene.readings, scene.at)
    return (country,) if country else ()


def _carried_roles(scene: Scene, *, same_paragraph: bool) -> frozenset[Role]:
    if scene.draft.kind == "evacuated":
        return _CARRIED | ({"from", "to"} if same_paragraph else {"from"})
    if same_paragraph and scene.draft.kind in lexicon.location().moving.people:
        return _CARRIED | {"to"}
    return _CARRIED


def _goes_on(scene: Scene, codes: Codes) -> bool:
    """Whether the next paragraph still tells of a place: of towns, not of distant states."""
    if scene.draft.kind == "money":
        return all(is_border(code) for code in codes)
    if scene.draft.kind == "casualties" and any(
        actor.type == "institution" and actor.country == SUBJECT for actor in scene.reading.actors
    ):
        return False  # a ministry counts the dead of the whole country
    going_on = scene.draft.kind in lexicon.location().staying.going_on
    return going_on and senders().isdisjoint(codes)


def _same_paragraph(earlier: Reading, later: Reading) -> bool:
    return "\n" not in later.text[earlier.sentence.end : later.sentence.start]


def _last_ground(reading: Reading, before: int) -> Codes:
    """The last ground that a sentence names before a word; of states no sender that acts."""
    named = [site for site in find_sites(reading) if site.first < before]
    if named:
        return named[-1].codes
    states = [
        ground(place)
        for place in reading.places
        if place.first < before and place.via in {"name", "capital", "part"}
    ]
    return (states[-1],) if states and states[-1] not in senders() else ()


def _last_exact(scene: Scene, *, nearest: bool = False) -> Codes:
    """The last province or border named, whatever for; else the last ground abroad.

    The nearest of both where a state will do, as for "there".
    """
    abroad: Codes = ()
    for index in nearby(scene.at)[1:]:
        sites = find_sites(scene.readings[index])
        stayed = any(site.role in {"at", "to"} for site in sites)
        for site in reversed(sites):
            if site.role in {"speaker", "dateline"} or (stayed and site.role == "from"):
                continue
            if exact := tuple(code for code in site.codes if "-" in code):
                return exact
            led = site.role != "from" and SUBJECT not in site.codes
            abroad = abroad or (site.codes if led else ())
        if nearest and abroad:
            break
    return abroad


def _meant_by(scene: Scene, index: int) -> str | None:
    """The country "the country" stands for, where those who came there are counted."""
    meant = (place.country for place in scene.reading.places if place.first == index)
    country = next((country for country in meant if country not in senders()), None)
    here = {actor.country for actor in scene.reading.actors if actor.first < scene.draft.first}
    return country if scene.draft.kind == "displaced" or country in here else None


def _is_place(tokens: Sequence[Token], match: Match[str]) -> bool:
    """Whether "there" is a place and "the province" an owner: not "there are", "the post said"."""
    following = tokens[match.stop].norm if match.stop < len(tokens) else "."
    if tokens[match.first].norm == "there":
        return following not in lexicon.grammar().auxiliaries
    return following == "'s"


def _find(kind: _StandIn, reading: Reading, tokens: Sequence[Token]) -> Sequence[Match[str]]:
    """Stand-ins of a kind; sentences without the last word of any of them are not searched."""
    matcher, last_words = _stand_ins(kind)
    return () if last_words.isdisjoint(reading.word_set) else matcher.find(tokens)


@functools.cache
def _stand_ins(kind: _StandIn) -> tuple[PhraseMatcher[str], frozenset[str]]:
    words = lexicon.location().stand_ins
    phrases = {
        "capital": words.capital,
        "country": words.country,
        "last": words.last,
        "unnamed": words.unnamed,
    }[kind]
    matcher = PhraseMatcher((phrase, phrase) for phrase in phrases)
    return matcher, frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases)
