"""Stand-ins: what "the country", "the capital", "the town" and "there" stand for."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final, Literal

from data import lexicon
from data.parse.grounds.roles import role_before, role_of_object
from data.parse.grounds.setting import nearby, setting
from data.parse.grounds.sites import find_sites
from data.parse.grounds.tellers import is_told_by
from data.parse.location.people.bearers import bearer
from data.parse.location.people.crossing import beyond_border
from data.parse.location.people.departures import are_displaced, left_by_air
from data.parse.location.people.states import acting_in, acting_state
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.location.unnamed.countrywide import whole_country
from data.parse.names.codes import chief_province, ground, senders
from data.parse.reading import Reading
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token

Codes = tuple[str, ...]

StandIn = Literal["capital", "country", "last", "provinces", "unnamed", "worldwide"]

_AIRPORT: Final = "airport"
"""What those who flee a fallen capital wait at."""

_NOUN_REACH: Final = 3
"""Most words between a ground's name and its noun: "the airport in the city of X"."""


def of_the_country(scene: Scene) -> Codes:
    """The article's country, where the number is "of the country's" or "in the country"."""
    if scene.draft.kind in {"displaced", "border_length"}:
        return ()
    if scene.draft.kind == "evacuated" and (receiver := _brought_to_country(scene)):
        return (receiver,)
    matches = find_stand_ins("country", scene.reading, scene.behind)
    if not matches or _is_narrowed(scene) or _tells_whose(scene.lower_behind, matches[0]):
        return ()
    if landed := _landed_in_country(scene, scene.draft.stop + matches[0].first):
        return (landed,)
    if scene.crosses_itself and _leads_to(scene, matches[0]):
        return beyond_border(scene, grounded=False)
    return _own_country(scene) or whole_country(scene)


def _brought_to_country(scene: Scene) -> str | None:
    """The state that brings people to itself: "to bring 391 co-workers to the country"."""
    for match in find_stand_ins("country", scene.reading, scene.tokens_behind(2 * REACH)):
        if _leads_to(scene, match):
            states = [
                actor.country
                for actor in acting_in(scene.reading)
                if actor.country != lexicon.subject()
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
    before = scene.lower[scene.draft.stop + match.first - 1]
    return before in lexicon.grammar().to_place


def _tells_whose(norms: Sequence[str], match: Match[str]) -> bool:
    """Whether it only says whose people are counted: "40 of the country's citizens"."""
    following = norms[match.stop : match.stop + 2]
    return following[:1] == ["'s"] and not lexicon.location().leads.bearers.isdisjoint(following)


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


def the_capital(scene: Scene) -> Codes:
    """The province of the capital of the article's country, where the sentence is about it."""
    lower = scene.reading.lower
    meant = stand_ins_in(scene.reading, "capital")
    if all(lower[match.stop : match.stop + 1] == ["of"] for match in meant):
        return ()  # "the capital of Nimroz" is its own
    return tuple(chief_province(country) for country in whole_country(scene))


def stood_for(scene: Scene) -> Codes:
    """What "the country", "the town" and "there" stand for."""
    tokens = scene.tokens
    matches = stand_ins_in(scene.reading, "country")
    if matches and not _tells_whose(scene.lower, matches[0]):
        if landed := _landed_in_country(scene, matches[0].first):
            return (landed,)
        if are_displaced(scene) and (here := whole_country(scene)):
            return here  # not the neighbour that others fled to
        inside = role_before(scene.reading, matches[0].first) is not None
        meant = _meant_by(scene, matches[0].first) if inside else None
        return (meant,) if meant else _own_country(scene) or whole_country(scene)
    for match in stand_ins_in(scene.reading, "last"):
        if tokens[match.first].norm == "there" and _is_place(tokens, match):
            if home := _home_of_those_before(scene, match.first):
                return home
            return _last_ground(scene.reading, match.first) or _last_exact(scene, nearest=True)
        led = role_before(scene.reading, match.first) or role_of_object(tokens, match.first)
        if led or _is_place(tokens, match):
            return _stood_for_by(scene, tokens[match.stop - 1].norm)
    return ()


def _home_of_those_before(scene: Scene, there: int) -> Codes:
    """Whose country "there" is: "one in 17 Ys has fled the war, which cost 900 lives there"."""
    last = scene.number_before
    if last is None or scene.draft.kind not in lexicon.kinds_with("by-bearer"):
        return ()
    if any(site.first < there for site in find_sites(scene.reading)):
        return ()
    country = bearer(scene.of(last))
    known = country is not None and country not in senders()
    return (country,) if known and country is not None else ()


def host(scene: Scene) -> Codes:
    """The ground told of before that takes people in: "the base could house 5,000 of them"."""
    if scene.draft.kind not in lexicon.kinds_with("taken-in"):
        return ()
    own = scene.clause_number(scene.draft.first)
    for match in find_stand_ins("last", scene.reading, scene.tokens[: scene.draft.first]):
        if scene.tokens[match.first].norm == "there" or scene.clause_number(match.first) != own:
            continue
        if _is_subject(scene.reading, match) and not is_told_by(scene.lower, match.stop):
            return _stood_for_by(scene, scene.tokens[match.stop - 1].norm, nearest=True)
    return ()


def _is_subject(reading: Reading, match: Match[str]) -> bool:
    """Whether a verb stands behind it, and nothing leads to it: "the base could"."""
    if match.stop >= len(reading.tokens) or role_before(reading, match.first) is not None:
        return False
    grammar, following = lexicon.grammar(), reading.tokens[match.stop].norm
    return (
        following in grammar.auxiliaries
        or following in grammar.modals
        or match.stop in reading.verb_starts
    )


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
            led = site.role != "from" and lexicon.subject() not in site.codes
            abroad = abroad or (site.codes if led else ())
        if nearest and abroad:
            break
    return abroad


def _stood_for_by(scene: Scene, noun: str, *, nearest: bool = False) -> Codes:
    """The ground that was called so; "the airport" of a war is that of its capital."""
    if noun == _AIRPORT and (left := left_by_air(scene)):
        return left
    if called := _last_called(scene, noun):
        return called
    found = _last_exact(scene, nearest=nearest)
    if noun != _AIRPORT or any("-" in code for code in found):
        return found
    here = setting(scene.readings, scene.at)
    return (chief_province(lexicon.subject()),) if here == lexicon.subject() else found


def airport_told_of(scene: Scene, index: int) -> Codes:
    """Where "the airport" of a sentence before is: "Blasts shook the airport. 13 people died"."""
    reading = scene.readings[index]
    for match in stand_ins_in(reading, "last"):
        if reading.lower[match.stop - 1] != _AIRPORT:
            continue
        if role_before(reading, match.first) or role_of_object(reading.tokens, match.first):
            return _stood_for_by(Scene(scene.readings, index, scene.draft), _AIRPORT)
    return ()


def _last_called(scene: Scene, noun: str) -> Codes:
    """The last ground that was called what stands for it: "the base" is "X Air Base"."""
    for index in nearby(scene.at)[1:]:
        reading = scene.readings[index]
        if noun not in reading.norms:
            continue
        for site in reversed(find_sites(reading)):
            called = reading.lower[max(0, site.first - _NOUN_REACH) : site.stop + _NOUN_REACH]
            if len(site.codes) == 1 and noun in called:
                return site.codes
    return ()


def _own_country(scene: Scene) -> Codes:
    """The country of soldiers or victims of another war: "13 Iraqi policemen in the country's"."""
    if scene.draft.kind not in lexicon.kinds_with("by-bearer"):
        return ()
    country = bearer(scene)
    known = country is not None and country != lexicon.subject() and country not in senders()
    return (country,) if known and country is not None and not scene.crosses else ()


def _meant_by(scene: Scene, index: int) -> str | None:
    """The country "the country" stands for, where those who came there are counted."""
    meant = (place.country for place in scene.reading.places if place.first == index)
    country = next((country for country in meant if country not in senders()), None)
    first = scene.draft.first
    acting = (a for a in scene.reading.actors if a.first < first and not a.anaphor)
    here = {actor.country for actor in acting}
    return country if scene.draft.kind == "displaced" or country in here else None


def _is_place(tokens: Sequence[Token], match: Match[str]) -> bool:
    """Whether "there" is a place and "the province" an owner: not "there are", "the post said"."""
    following = tokens[match.stop].norm if match.stop < len(tokens) else "."
    if tokens[match.first].norm == "there":
        return following not in lexicon.grammar().auxiliaries
    return following == "'s"


def find_stand_ins(
    kind: StandIn, reading: Reading, tokens: Sequence[Token]
) -> Sequence[Match[str]]:
    """Stand-ins of a kind in a piece of a sentence, if that has the last word of any of them."""
    matcher, last_words = _stand_ins(kind)
    return () if last_words.isdisjoint(reading.word_set) else matcher.find(tokens)


def stand_ins_in(reading: Reading, kind: StandIn) -> Sequence[Match[str]]:
    """Stand-ins of a kind anywhere in a sentence."""
    matcher, last_words = _stand_ins(kind)
    return () if last_words.isdisjoint(reading.word_set) else reading.find(matcher)


def last_words_of(*kinds: StandIn) -> frozenset[str]:
    """The words that stand-ins of some kinds end with."""
    return frozenset().union(*(_stand_ins(kind)[1] for kind in kinds))


@functools.cache
def _stand_ins(kind: StandIn) -> tuple[PhraseMatcher[str], frozenset[str]]:
    words = lexicon.location().stand_ins
    phrases = {
        "capital": words.capital,
        "country": words.country,
        "last": words.last,
        "provinces": words.provinces,
        "unnamed": words.unnamed,
        "worldwide": words.worldwide,
    }[kind]
    matcher = PhraseMatcher((phrase, phrase) for phrase in phrases)
    return matcher, frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases)
