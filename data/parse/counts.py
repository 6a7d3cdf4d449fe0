"""Counts: what a number counts, what happened to it, and where."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator

from data import lexicon
from data.lexicon.schema import NounClass, Verb
from data.parse.actors import government
from data.parse.clauses import is_passive
from data.parse.draft import Draft
from data.parse.inflection import plural, verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.quantities import Quantity
from data.parse.reading import Reading
from data.parse.shares import find_denominator
from data.parse.subjects import Subject, find_subject
from data.parse.surroundings import Journey, journey, places_between

_LONGEST_PHRASE = 7
"""Most words between a number and the noun it counts."""

_LONGEST_REACH = 3
"""Most words ("the", "another") between a verb and the number that is its object."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Counted:
    """The noun phrase a number counts."""

    stop: int
    noun: NounClass
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Happening:
    """The verb a number hangs on, and whether the number is its object."""

    match: Match[Verb]
    is_object: bool


def find_counts(reading: Reading) -> Iterator[Draft]:
    """Drafts of the facts that a sentence's numbers state.

    A number in a question is asked, not claimed. A number whose noun or denominator the
    lexicon does not know is left alone: a wrong number is worse than a missing one.
    """
    if reading.sentence.is_question:
        return
    for quantity in reading.quantities:
        if quantity.unit == "percent":
            draft = _share(reading, quantity)
        else:
            draft = _count(reading, quantity)
        if draft is not None:
            yield draft


def _count(reading: Reading, quantity: Quantity) -> Draft | None:
    counted = _counted(reading, quantity)
    if counted is None or quantity.unit is not None:
        return None
    happening = _happening(reading, quantity, counted.stop)
    verb = happening.match.payload if happening else None
    agent = _agent(reading, happening) if happening else None
    trip = journey(reading, happening.match.stop) if happening and verb and verb.motion else None
    bearer = _bearer(reading, quantity, counted)
    doer = agent.actors[-1].code if agent and agent.actors else None
    actor = government(bearer) if bearer else doer
    origin = trip.origin if trip else None
    if verb and verb.flight and trip and origin is None and trip.destination:
        origin = bearer if bearer != trip.destination else None
    return Draft(
        kind=(verb.kinds.get(counted.noun.name) if verb else None) or counted.noun.kind,
        rule=f"counts.{verb.lemma.replace(' ', '-') if verb else counted.noun.name}",
        action=verb.action if verb else "count",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.match.first if happening else quantity.first,
        quantity=quantity,
        unit=counted.noun.unit,
        who=counted.words,
        actor=actor,
        places=_places(reading, quantity, counted, happening, agent, trip),
        origin=origin,
        destination=trip.destination if trip else None,
    )


def _share(reading: Reading, quantity: Quantity) -> Draft | None:
    denominator = find_denominator(reading, quantity.stop)
    if denominator is None:
        return None
    happening = _happening(reading, quantity, denominator.stop)
    verb = happening.match.payload if happening else None
    holder = _agent(reading, happening) if happening else None
    actor = holder.actors[-1] if holder and holder.actors else None
    return Draft(
        kind=denominator.kind,
        rule=f"shares.{verb.lemma if verb else denominator.kind}",
        action=verb.action if verb else "count",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.match.first if happening else quantity.first,
        quantity=quantity,
        unit="percent",
        who=actor.words if actor else (holder.words if holder else None),
        actor=actor.code if actor else None,
        places=(denominator.code,) if denominator.code else (),
        of=denominator.code,
    )


def _counted(reading: Reading, quantity: Quantity) -> _Counted | None:
    """The last countable noun right behind a number, before a verb, preposition or sign."""
    grammar = lexicon.grammar()
    stops = {*grammar.prepositions, *grammar.auxiliaries, *grammar.modals, *grammar.relatives}
    first = stop = quantity.outer_stop
    nouns = _nouns().find(reading.tokens[first : first + _LONGEST_PHRASE])
    inside_noun = {first + index for noun in nouns for index in range(noun.first, noun.stop)}
    verbs = {verb.first for verb in reading.verbs} - inside_noun  # "security forces"
    while stop < min(len(reading.tokens), first + _LONGEST_PHRASE):
        token = reading.tokens[stop]
        if stop in verbs or not (token.is_word or token.norm in {"-", "'s"}):
            break
        if token.norm in stops or token.norm in {"and", "or", "that", "reportedly"}:
            break
        stop += 1
    heads = [noun for noun in nouns if first + noun.stop <= stop]
    if not heads:
        return None
    end = first + heads[-1].stop
    return _Counted(end, heads[-1].payload, reading.words(first, end))


def _happening(reading: Reading, quantity: Quantity, stop: int) -> _Happening | None:
    """The verb a number hangs on: right before it, else after it, else before it."""
    verbs = _verbs().find(reading.tokens)
    clause = reading.clause_of(quantity.first)
    before = [verb for verb in verbs if clause.first <= verb.first and verb.stop <= quantity.first]
    after = [
        verb
        for verb in verbs
        if verb.first >= stop and reading.clause_of(verb.first).opener == clause.opener
    ]
    if before and quantity.outer_first - before[-1].stop <= _LONGEST_REACH:
        return _Happening(before[-1], is_object=True)
    if after:
        return _Happening(after[0], is_object=is_passive(reading.tokens, after[0].first))
    return _Happening(before[-1], is_object=True) if before else None


def _agent(reading: Reading, happening: _Happening) -> Subject | None:
    """Who does it: the subject of an active verb, whoever stands after "by" in the passive."""
    match = happening.match
    if not is_passive(reading.tokens, match.first):
        return find_subject(reading, match.first) if happening.is_object else None
    for actor in reading.actors:
        if actor.first >= match.stop and "by" in {
            token.norm for token in reading.tokens[match.stop : actor.first]
        }:
            return Subject(actor.first, actor.stop, (actor,), actor.words)
    return None


def _bearer(reading: Reading, quantity: Quantity, counted: _Counted) -> str | None:
    """The country whose name the counted people bear: "Afghan government troops"."""
    return next(
        (
            place.country
            for place in reading.places
            if quantity.outer_stop <= place.first < counted.stop and place.country
        ),
        None,
    )


def _places(
    reading: Reading,
    quantity: Quantity,
    counted: _Counted,
    happening: _Happening | None,
    agent: Subject | None,
    trip: Journey | None,
) -> tuple[str, ...]:
    """Where it happens: where they went, else the home of who acts and what is named there."""
    if trip and trip.destination:
        return (trip.destination,)
    codes: list[str] = []
    verb = happening.match.payload if happening else None
    if verb and verb.home and agent and agent.actors and agent.actors[-1].country:
        codes.append(agent.actors[-1].country)
    codes += places_between(reading, counted.stop, reading.clause_of(quantity.first).stop)
    return tuple(dict.fromkeys(codes))


@functools.cache
def _nouns() -> PhraseMatcher[NounClass]:
    entries = [
        (form, noun)
        for noun in lexicon.nouns().noun
        for word in noun.words
        for form in (word, plural(word))
    ]
    entries += [(word, noun) for noun in lexicon.nouns().noun for word in noun.plurals]
    return PhraseMatcher(entries)


@functools.cache
def _verbs() -> PhraseMatcher[Verb]:
    return PhraseMatcher(
        (form, verb) for verb in lexicon.verbs().verb for form in verb_forms(verb.lemma, verb.forms)
    )
