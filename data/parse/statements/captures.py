"""Captures: which ground changed hands, and who holds it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from data import lexicon
from data.parse.clauses import is_participle, is_passive
from data.parse.draft import Draft
from data.parse.location.grounds import SUBJECT, is_border
from data.parse.names.actors import ActorMention
from data.parse.names.places import Place
from data.parse.phrases import Match
from data.parse.reading import Reading
from data.parse.statements.complements import HOLDERS, holder_after, is_past
from data.parse.statements.triggers import Trigger
from data.parse.subjects import find_subject

_LONGEST_OBJECT = 9
"""Most words from a verb to the name of what it takes: "the provincial capital of X"."""

_LONGEST_WAY = 12
"""Most words from what fell to the verb: "X became the first provincial capital to fall"."""

_LONGEST_HANDS = 5
"""Most words from "fell into" to the "hands" or "control" of whoever holds it."""

_LONGEST_LIST = 6
"""Most words from a district to the "districts" that ends their list."""

_LONGEST_SIDE = 4
"""Most words that name a side of the war: "Afghan government forces"."""

_HANDS: Final = frozenset({"hands", "control"})
_ENTER: Final = "enter"
_DISTRICT: Final = "district"
_GOVERNMENT: Final = "afg-government"
_INSURGENTS: Final = "taliban"


class _Holder(NamedTuple):
    """Who holds ground: the words and the actor's code."""

    words: str
    code: str
    country: str | None = SUBJECT


def _named(actor: ActorMention) -> _Holder:
    return _Holder(actor.words, actor.code, actor.country)


@dataclasses.dataclass(frozen=True, slots=True)
class _Change:
    """What changed hands, and who holds it now."""

    holder: _Holder
    codes: tuple[str, ...]
    district: bool


def find_capture(reading: Reading, match: Match[Trigger], draft: Draft) -> Draft | None:
    """The fact that ground changed hands, where a trigger says so.

    Args:
        reading: The sentence.
        match: The trigger.
        draft: The fact as far as the trigger tells it.
    """
    rule = match.payload.rule
    if rule.subject == "taker":
        change = _taken(reading, match)
    elif rule.subject == "loser":
        change = _lost(reading, match)
    else:
        change = _fallen(reading, match)
    if change is None or is_past(reading, match.first, reading.article.published):
        return None
    if _is_prospect(reading, match.first):
        return None
    action = match.payload.action
    return dataclasses.replace(
        draft,
        who=change.holder.words,
        actor=change.holder.code,
        places=change.codes,
        action=f"{action} {_DISTRICT}" if change.district else action,
    )


def _is_prospect(reading: Reading, verb: int) -> bool:
    """Whether it only may come to it: "in danger of falling"; "X's fall to" names no place."""
    before = reading.tokens[verb - 1].norm if verb else ""
    gerund = reading.tokens[verb].norm.endswith("ing")
    return (gerund and before == "of") or (before == "'s" and reading.tokens[verb].norm == "fall")


def _taken(reading: Reading, match: Match[Trigger]) -> _Change | None:
    """Who took what, in the active ("X took Y") and the passive ("Y was taken by X")."""
    enters = reading.tokens[match.first].norm.startswith(_ENTER)
    if enters and not lexicon.statements().taken.unless.isdisjoint(reading.word_set):
        return None
    if _is_by(reading, match):
        holder = _holder_behind(reading, match.stop + 1)
        return _change(reading, holder, _before(reading, match.first))
    if is_passive(reading.tokens, match.first):
        return None
    subject = find_subject(reading, match.first)
    if subject is None:  # "Afghan forces retook X": "forces" may be a verb
        start = max(reading.clause_of(match.first).first, match.first - _LONGEST_SIDE)
        holder = _side(reading, start, match.first)
        return _change(reading, holder, _objects(reading, match.stop))
    holders = [actor for actor in subject.actors if actor.type in HOLDERS]
    if holders:
        holder = _named(holders[-1])
    elif subject.actors:
        return None
    else:
        holder = _side(reading, subject.first, subject.stop)
    return _change(reading, holder, _objects(reading, match.stop))


def _is_by(reading: Reading, match: Match[Trigger]) -> bool:
    tokens = reading.tokens
    by = match.stop < len(tokens) and tokens[match.stop].norm == "by"
    return by and is_participle(tokens[match.first])


def _lost(reading: Reading, match: Match[Trigger]) -> _Change | None:
    """What somebody lost to whom: "X lost Y to Z"."""
    places = list(_objects(reading, match.stop))
    if not places:
        return None
    stop = places[-1].stop
    to = stop < len(reading.tokens) and reading.tokens[stop].norm == "to"
    return _change(reading, _holder_behind(reading, stop + 1) if to else None, places)


def _fallen(reading: Reading, match: Match[Trigger]) -> _Change | None:
    """What fell to whom or is in whose hands: "Y fell to X"."""
    behind = range(match.stop, match.stop + _LONGEST_HANDS)
    words = {token.norm for token in reading.tokens[behind.start : behind.stop]}
    reach = behind if not words.isdisjoint(_HANDS) else range(match.first, match.stop)
    inside = (a for a in reading.actors if a.first in reach and a.type in HOLDERS)
    named = next(inside, None)
    holder = _named(named) if named else _holder_behind(reading, match.stop)
    return _change(reading, holder, _before(reading, match.first))


def _holder_behind(reading: Reading, first: int) -> _Holder | None:
    """Who can hold ground and is named at a token, by a name or as a side of the war."""
    actor = holder_after(reading, first)
    if actor is not None:
        return _named(actor)
    return _side(reading, first, first + _LONGEST_SIDE)


def _side(reading: Reading, first: int, stop: int) -> _Holder | None:
    """The side that words such as "Afghan forces" and "the insurgents" call by what it is."""
    taken = lexicon.statements().taken
    for index, token in enumerate(reading.tokens[first:stop], start=first):
        before = reading.tokens[index - 1].norm if index else ""
        if token.norm in taken.troops and before in taken.loyal:
            near = next((p for p in reading.places if p.country not in {None, SUBJECT}), None)
            own = near is None or near.via != "demonym"
            return _Holder(reading.words(index - 1, index + 1), _GOVERNMENT) if own else None
        if token.norm in taken.insurgents:
            told = (*reading.named_actors, *reading.whole.actors_before(reading.at))
            named = any(actor.code == _INSURGENTS for actor in told)
            return _Holder(token.text, _INSURGENTS) if named else None
    return None


def _before(reading: Reading, verb: int) -> Sequence[Place]:
    """The ground a verb has as its subject: the one that opens its clause."""
    own = reading.clause_of(verb).part_of
    said = [found.stop for found in reading.verbs if found.stop <= verb]
    counted = [quantity.stop for quantity in reading.quantities if quantity.stop <= verb]
    lowest = max(0, verb - _LONGEST_WAY, *(stop for stop in (*said, *counted) if stop < verb))
    found: list[Place] = []
    for place in reading.places:
        inside = lowest <= place.first < verb and reading.clause_of(place.first).part_of == own
        if inside and _can_be_taken(reading, place):
            listed = bool(found) and place.first - found[-1].stop <= 2
            if not found or (listed and reading.tokens[place.first - 1].norm in {"and", ","}):
                found.append(place)
    return found


def _objects(reading: Reading, first: int) -> Iterator[Place]:
    """The grounds that stand behind a verb as its object, one or a list of them."""
    tokens, words = reading.tokens, lexicon.statements().taken.before
    starts = {place.first: place for place in reading.places if place.via != "demonym"}
    skipped = words | lexicon.grammar().determiners | lexicon.location().modifiers.words
    index, limit, met = first, first + _LONGEST_OBJECT, False
    while index < min(limit, len(tokens)):
        place = starts.get(index)
        if place is not None:
            if _can_be_taken(reading, place):
                yield place
                limit = place.stop + 3
            index, met = place.stop, True
        elif (
            tokens[index].norm in skipped
            or (met and tokens[index].norm in {",", "and"})
            or index in reading.demonym_starts
        ):
            index += 1
        else:
            return


def _is_at_home(holder: _Holder, place: Place) -> bool:
    """Whether whoever holds a place fights in its country; of groups, wherever they fight."""
    return holder.country in {None, place.country, SUBJECT}


def _can_be_taken(reading: Reading, place: Place) -> bool:
    """Whether a place is a town, a crossing or a province, and not what lies in or near it."""
    if place.landmark or place.via in {"demonym", "owner", "region", "anaphor"}:
        return False
    tokens = reading.tokens
    after = tokens[place.stop].norm if place.stop < len(tokens) else "."
    if after == "'s" or after in lexicon.statements().taken.part:
        return False
    before = tokens[place.first - 1].norm if place.first else ""
    if before == "of" and tokens[place.first - 2].norm not in lexicon.statements().taken.wholes:
        return False  # "districts of X"
    return (
        before not in {"in", "near", "for", "around", "outside"}
        and _code(reading, place) is not None
    )


def _code(reading: Reading, place: Place) -> str | None:
    """The town, crossing or province that a place is; of "the capital of X" its capital."""
    province = lexicon.provinces().get(place.code)
    led = [token.norm for token in reading.tokens[max(0, place.first - 2) : place.first]]
    if province is not None:
        return province.capital if led == ["capital", "of"] and province.capital else place.code
    if "/" not in place.code and is_border(place.code):
        return None
    if place.code == place.country:
        name = reading.words(place.first, place.stop)
        return _capitals().get((place.country, name)) if place.via == "capital" else None
    return place.code


def _is_district(reading: Reading, place: Place, code: str) -> bool:
    """Whether a place is a district, which its province stands for."""
    tokens = reading.tokens
    after = tokens[place.stop].norm if place.stop < len(tokens) else ""
    if _DISTRICT + "s" in {token.norm for token in tokens[place.stop : place.stop + _LONGEST_LIST]}:
        return True
    led = [token.norm for token in tokens[max(0, place.first - 2) : place.first]]
    if after == _DISTRICT or led == [_DISTRICT, "of"]:
        return True
    province = lexicon.provinces().get(code)
    if province is None:
        return False
    name = reading.words(place.first, place.stop)
    return not any(known in name for known in (province.name, *province.aliases))


def _change(
    reading: Reading, holder: _Holder | None, places: Sequence[Place] | Iterator[Place]
) -> _Change | None:
    if holder is None:
        return None
    places = [place for place in places if _is_at_home(holder, place)]
    taken = [(place, code) for place in places if (code := _code(reading, place))]
    if not taken:
        return None
    district = all(_is_district(reading, place, code) for place, code in taken)
    codes = dict.fromkeys(
        code for place, code in taken if district or not _is_district(reading, place, code)
    )
    return _Change(holder, tuple(codes), district)


@functools.cache
def _capitals() -> dict[tuple[str, str], str]:
    """Codes of towns by their country and name."""
    return {
        (city.country, name): city.code
        for city in lexicon.cities().values()
        for name in (city.name, *city.aliases)
    }
