"""Counts: what a number counts, what happened to it, and where."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator

from data import lexicon
from data.lexicon.schema import NounClass, Verb
from data.parse.actors import government
from data.parse.draft import Draft
from data.parse.happenings import Happening, NumberPhrase, find_agent, find_happening
from data.parse.inflection import plural
from data.parse.phrases import PhraseMatcher
from data.parse.quantities import Quantity
from data.parse.reading import Reading
from data.parse.reality import reality
from data.parse.shares import find_share
from data.parse.subjects import Subject
from data.parse.surroundings import Journey, journey, places_between

_LONGEST_PHRASE = 7
"""Most words between a number and the noun it counts."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Counted:
    """The noun phrase a number counts; ``whole`` where the number is the total of "x of y"."""

    first: int
    stop: int
    noun: NounClass
    words: str
    whole: bool = False


def find_counts(reading: Reading) -> Iterator[Draft]:
    """Drafts of the facts that a sentence's numbers state.

    A number in a question is asked, not claimed. A number whose noun or denominator the
    lexicon does not know is left alone, and so is one that is only denied or possible: a wrong
    number is worse than a missing one.
    """
    if reading.sentence.is_question:
        return
    for quantity in reading.quantities:
        find = {None: _count, "percent": find_share}.get(quantity.unit, _sum)
        draft = find(reading, quantity)
        if draft is None:
            continue
        if reality(reading, draft.verb, quantity.outer_first) in {"real", "announced"}:
            yield draft


def _count(reading: Reading, quantity: Quantity) -> Draft | None:
    counted = _counted(reading, quantity)
    if counted is None or _is_fraction_of_one(quantity):
        return None
    phrase = NumberPhrase(quantity.outer_first, counted.stop)
    happening = None if counted.whole else find_happening(reading, phrase)
    verb = happening.verb if happening else None
    agent = find_agent(reading, happening) if happening else None
    trip = journey(reading, happening.stop) if happening and verb and verb.motion else None
    bearer = _bearer(reading, counted)
    doer = agent.actors[-1].code if agent and agent.actors else None
    return Draft(
        kind=_kind(counted.noun, verb),
        rule=f"counts.{verb.lemma.replace(' ', '-') if verb else counted.noun.name}",
        action="total" if counted.whole else (verb.action if verb else "count"),
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.first,
        quantity=quantity,
        unit=counted.noun.unit,
        who=counted.words,
        actor=government(bearer) if bearer else doer,
        places=_places(reading, quantity, counted, happening, agent, trip),
        origin=_origin(trip, verb, bearer),
        destination=trip.destination if trip else None,
    )


def _sum(reading: Reading, quantity: Quantity) -> Draft | None:
    """A sum of money, or the length of a border that its clause names."""
    clause = reading.clause_of(quantity.first)
    borders = [border for border in reading.borders if clause.first <= border.first < clause.stop]
    if quantity.unit in {"km", "mi"} and not borders:
        return None
    is_length = quantity.unit in {"km", "mi"}
    return Draft(
        kind="border_length" if is_length else "money",
        rule="counts.border-length" if is_length else "counts.money",
        action="run" if is_length else "count",
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first,
        quantity=quantity,
        unit=quantity.unit,
        places=(borders[0].code,) if is_length else (),
    )


def _kind(noun: NounClass, verb: Verb | None) -> str:
    return (verb.kinds.get(noun.name) if verb else None) or noun.kind


def _is_fraction_of_one(quantity: Quantity) -> bool:
    """People and things are counted whole: 2.5 of them is a misreading."""
    return quantity.value is not None and not quantity.value.is_integer()


def _origin(trip: Journey | None, verb: Verb | None, bearer: str | None) -> str | None:
    """Where they came from; people in flight who bear a country's name come from it."""
    if trip is None or verb is None or trip.origin or not verb.flight:
        return trip.origin if trip else None
    return bearer if trip.destination and bearer != trip.destination else None


def _counted(reading: Reading, quantity: Quantity) -> _Counted | None:
    """The last countable noun right behind a number, before a verb, preposition or sign."""
    grammar = lexicon.grammar()
    ends = {*grammar.prepositions, *grammar.auxiliaries, *grammar.modals, *grammar.relatives}
    ends |= {*grammar.conjunctions, *grammar.adverbs}
    first = stop = _behind_of(reading, quantity)
    nouns = _nouns().find(reading.tokens[first : first + _LONGEST_PHRASE])
    inside_noun = {first + index for noun in nouns for index in range(noun.first, noun.stop)}
    verbs = {verb.first for verb in reading.verbs} - inside_noun  # "security forces"
    while stop < min(len(reading.tokens), first + _LONGEST_PHRASE):
        token = reading.tokens[stop]
        if stop in verbs or not (token.is_word or token.norm in {"-", "'s"}) or token.norm in ends:
            break
        stop += 1
    heads = [noun for noun in nouns if first + noun.stop <= stop]
    if not heads:
        return None
    end = first + heads[-1].stop
    words = reading.words(first, end)
    return _Counted(first, end, heads[-1].payload, words, _is_whole(reading, quantity))


def _behind_of(reading: Reading, quantity: Quantity) -> int:
    """Where the counted noun begins: behind "of [the country's] [400]" where a part is counted."""
    index = quantity.outer_stop
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index].norm != "of":
        return index
    totals = {total.outer_first: total.outer_stop for total in reading.quantities}
    owners = {place.first: place.stop for place in reading.places if place.via != "demonym"}
    skipped = {*lexicon.grammar().determiners, "'s", "of"}
    while index < len(tokens):
        if index in totals:
            return totals[index]
        if index in owners:
            index = owners[index]
        elif tokens[index].norm in skipped:
            index += 1
        else:
            break
    return index


def _is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether this number is the y of "x of y"."""
    return any(
        part.outer_stop < quantity.outer_first
        and reading.tokens[part.outer_stop].norm == "of"
        and _behind_of(reading, part) == quantity.outer_stop
        for part in reading.quantities
    )


def _bearer(reading: Reading, counted: _Counted) -> str | None:
    """The country whose name the counted people bear: "Afghan government troops"."""
    return next(
        (
            place.country
            for place in reading.places
            if counted.first <= place.first < counted.stop and place.country
        ),
        None,
    )


def _places(
    reading: Reading,
    quantity: Quantity,
    counted: _Counted,
    happening: Happening | None,
    agent: Subject | None,
    trip: Journey | None,
) -> tuple[str, ...]:
    """Where it happens: where they went, else the home of who acts and what is named there."""
    if trip and trip.destination:
        return (trip.destination,)
    codes: list[str] = []
    if happening and happening.verb.home and agent and agent.actors and agent.actors[-1].country:
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
