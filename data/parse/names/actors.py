"""Actors: who acts or speaks in a sentence, and what pronouns and stand-ins refer to."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence

from data import lexicon
from data.actor_codes import government, institution
from data.lexicon.names import Actor, ActorType
from data.parse.names.actor_mention import ActorMention
from data.parse.names.border_owners import border_words, possessed_borders
from data.parse.names.gazetteer import Names, Via
from data.parse.names.places import Place
from data.parse.words.inflection import plural, verb_forms
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token

HOLDERS: frozenset[ActorType] = frozenset({"armed-group", "government", "military"})
"""Who can hold ground. "Responsibility fell to the UN" says nothing about a place."""


def find_actors(
    tokens: Sequence[Token], names: Names, places: Sequence[Place], text: str
) -> list[ActorMention]:
    """Actors named in a sentence, in text order.

    Named actors win over institutions ("the Russian Foreign Ministry"), institutions over bare
    country names ("Russia", "Moscow"), which act as governments. A country that only describes
    ("Russia-led", "Russian oil") is no actor.
    """
    if not (places or names.actors or names.bodies):
        return []
    named = [
        _mention(match, match.payload.code, match.payload.type, text, match.payload.country)
        for match in names.actors
        if not _follows(tokens, match.first, match.payload.not_after)
    ]
    taken = _taken(named)
    bodies = [
        body for body in _institutions(tokens, names, places, text) if not taken & _indexes(body)
    ]
    taken |= _taken(bodies)
    states = [
        ActorMention(
            place.first,
            place.stop,
            place.start,
            place.end,
            code=government(place.country),
            type="government",
            words=text[place.start : place.end],
            country=place.country,
        )
        for place in places
        if place.country is not None
        and place.via in {"name", "capital", "seat"}
        and place.code == place.country
        and not taken.intersection(range(place.first, place.stop))
        and not _describes(tokens, place.stop)
        and not (place.via == "capital" and names_event(tokens, place.stop))
    ]
    return sorted([*named, *bodies, *states], key=lambda mention: mention.first)


def names_event(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a town only says where something happened: "the Kabul blast".

    Not "Moscow strikes", which may be what its government does.
    """
    return stop < len(tokens) and tokens[stop].norm in _events()


@functools.cache
def _events() -> frozenset[str]:
    events = lexicon.location().stand_ins.events
    of_town = events.intersection(lexicon.metonymy().of_town.words)
    return of_town.union(event for event in events if not event.endswith("s"))


def may_stand_in(norms: frozenset[str]) -> bool:
    """Whether any of a sentence's words in lower case can stand for somebody named before."""
    stand_ins = _anaphora()
    lacking = stand_ins.first_words.isdisjoint(norms) or stand_ins.last_words.isdisjoint(norms)
    return not (lacking and border_words().isdisjoint(norms))


def resolve_anaphora(
    tokens: Sequence[Token],
    norms: frozenset[str],
    actors: Sequence[ActorMention],
    places: Sequence[Place],
    earlier: Callable[[], Iterator[ActorMention]],
) -> tuple[list[ActorMention], list[Place]]:
    """Actors and places with the sentence's stand-ins resolved.

    Args:
        tokens: The sentence.
        norms: Its words and signs in lower case.
        actors: Actors it names.
        places: Places it names.
        earlier: Goes through the actors of the sentences before, the last one first. Those
            sentences are read for names no further back than somebody is referred to.

    Returns:
        The actors and the places, each with one more entry for every stand-in that refers to
        somebody named before it. "its" and "their" before "border" stand for the last country.
    """
    mentions = list(actors)
    grounds = list(places)
    for match in _anaphora().find(tokens):
        left = match.payload == "country" and _is_left(tokens, match.first)
        away = lexicon.location().overseas if left else frozenset()
        source = _antecedent(match.payload, match.first, mentions, earlier, away)
        if source is None:
            continue
        mentions.append(_standing_in(source, match))
        if match.payload == "country":
            grounds.append(
                _ground(match.first, match.stop, tokens, source.country or "", "anaphor")
            )
        mentions.sort(key=lambda mention: mention.first)
    if not border_words().isdisjoint(norms):
        grounds.extend(possessed_borders(tokens, mentions, places))
    if len(grounds) > len(places):
        grounds.sort(key=lambda place: place.first)
    return mentions, grounds


def has_people(tokens: Sequence[Token], mention: ActorMention) -> bool:
    """Whether somebody is only named as whose people others are: "X's advisers"."""
    behind = [token.norm for token in tokens[mention.stop : mention.stop + 2]]
    return behind[:1] == ["'s"] and not _people().isdisjoint(behind)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for those who speak for somebody."""
    people = lexicon.attribution().people
    return frozenset((*people.words, *people.plurals, *map(plural, people.words)))


def _standing_in(source: ActorMention, match: Match[str]) -> ActorMention:
    """The mention that a stand-in makes of whom it stands for."""
    return source._replace(
        first=match.first,
        stop=match.stop,
        start=match.start,
        end=match.end,
        anaphor=True,
    )


def _ground(first: int, stop: int, tokens: Sequence[Token], country: str, via: Via) -> Place:
    return Place(first, stop, tokens[first].start, tokens[stop - 1].end, country, country, via)


def _antecedent(
    type_: str,
    before: int,
    mentions: Sequence[ActorMention],
    earlier: Callable[[], Iterator[ActorMention]] | None = None,
    away: frozenset[str] = frozenset(),
) -> ActorMention | None:
    """Whom a stand-in refers to: the last of its type in its sentence, else in those before.

    Where an armed group acts in the sentence, the country is its own: "the Taliban seized half
    of the country". Where a state far away tells of who left it, it is another.
    """
    wanted = "government" if type_ == "country" else type_
    for mention in reversed(mentions):
        if mention.first < before and mention.type == wanted and mention.country not in away:
            return mention
    if earlier is None:
        return None
    homes = {mention.country for mention in mentions if mention.type == "armed-group"} - {None}
    at_home = type_ == "country" and len(homes) == 1
    for mention in earlier():
        if mention.type != wanted or mention.country in away:
            continue
        if not at_home or mention.country in homes:
            return mention
    return None


def _is_left(tokens: Sequence[Token], first: int) -> bool:
    """Whether a country is one that somebody left: "left the country", "out of the country"."""
    before = [token.norm for token in tokens[max(0, first - 2) : first]]
    return before == ["out", "of"] or not _leaving().isdisjoint(before[-1:])


@functools.cache
def _leaving() -> frozenset[str]:
    words = lexicon.location().verbs.leaving
    return frozenset(form for lemma in words for form in verb_forms(lemma))


def _institutions(
    tokens: Sequence[Token], names: Names, places: Sequence[Place], text: str
) -> Iterator[ActorMention]:
    if not names.bodies:
        return
    by_stop = {place.stop: place for place in places}
    by_first = {place.first: place for place in places}
    for match in names.bodies:
        before = match.first - (tokens[match.first - 1].norm == "'s" if match.first else 0)
        owner = by_stop.get(before)
        first, stop = (owner.first, match.stop) if owner else (match.first, match.stop)
        if owner is None and stop < len(tokens) and tokens[stop].norm in {"of", "in"}:
            step = 2 if stop + 1 < len(tokens) and tokens[stop + 1].norm == "the" else 1
            owner = by_first.get(stop + step)
            stop = owner.stop if owner else stop
        if owner is None or owner.country is None:
            continue
        yield ActorMention(
            first,
            stop,
            tokens[first].start,
            tokens[stop - 1].end,
            code=institution(owner.country, match.payload),
            type="government" if match.payload == "government" else "institution",
            words=text[tokens[first].start : tokens[stop - 1].end],
            country=owner.country,
        )


def _mention(
    match: Match[Actor], code: str, type_: ActorType, text: str, country: str | None
) -> ActorMention:
    return ActorMention(
        match.first,
        match.stop,
        match.start,
        match.end,
        code,
        type_,
        text[match.start : match.end],
        country,
    )


def _indexes(mention: ActorMention) -> set[int]:
    return set(range(mention.first, mention.stop))


def _taken(mentions: Sequence[ActorMention]) -> set[int]:
    return {index for mention in mentions for index in _indexes(mention)}


def _follows(tokens: Sequence[Token], first: int, words: Sequence[str]) -> bool:
    previous = first - 1
    if previous >= 0 and tokens[previous].norm == "-":
        previous -= 1
    return previous >= 0 and tokens[previous].norm in words


def _describes(tokens: Sequence[Token], stop: int) -> bool:
    return (
        stop + 1 < len(tokens)
        and tokens[stop].norm == "-"
        and tokens[stop + 1].norm in lexicon.grammar().describing_suffixes
    )


@functools.cache
def _anaphora() -> PhraseMatcher[str]:
    entries = [
        (phrase, entry.type) for entry in lexicon.anaphora().anaphor for phrase in entry.phrases
    ]
    return PhraseMatcher(entries)
