"""Openings: whom a sentence begins with, who may be meant by what follows."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.openers import first_subject, past_place
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_spaced, is_verb
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LONGEST_SUBJECT = 9
"""Most words of a subject in front of "dispute", which is a noun elsewhere."""

_DATELINE = 16
"""Most words of a dateline."""

_SHORTEST_CAPITALS = 4
"""Letters of a place in a dateline: "U.S." and "UK" are no such."""


def person_first(reading: Reading) -> Source | None:
    """Whom a sentence begins with: "Minister Ali Nur ruled it out. We host 40, he said"."""
    if reading.sentence.is_heading:
        return None
    subject = first_subject(reading, len(reading.tokens))
    if subject is not None and _is_told_as_person(reading, subject):
        return subject._replace(nature="person")
    if subject is None or subject.nature != "person":
        return None
    last = reading.tokens[subject.stop - 1]
    if last.text[0].isupper():
        return subject
    if last.norm in vocabulary().people:  # "the minister" may have been named before
        return subject if reading.lower[subject.first] in vocabulary().indefinite else None
    if _is_somebody_new(reading, subject):
        return subject
    named = judge(reading, subject.first, subject.stop - 1)  # "Mr Nur agrees"
    capital = reading.tokens[subject.stop - 2].text[0].isupper()
    return named if capital and named is not None and named.nature == "person" else None


def _is_told_as_person(reading: Reading, subject: Source) -> bool:
    """Whether a name is somebody's by what stands behind it: "Ali Nur, who cooks here, nods".

    "Ali Nur, a spokesman for the rebels, denied it" is one as well.
    """
    behind = reading.lower[subject.stop : subject.stop + 2]
    if subject.nature != "name" or " " not in subject.words or behind[:1] != [","]:
        return False
    if behind[1:] in (["who"], ["whose"]):
        return True
    office = reading.lower[subject.stop + 2 : subject.stop + 2 + _LONGEST_OFFICE]
    office = office[: office.index(",")] if "," in office else []
    articles = lexicon.grammar().indefinite | {"the"}
    named = not articles.isdisjoint(behind[1:])
    return named and any(word in vocabulary().people for word in office)


_LONGEST_OFFICE = 8
"""Most words of what somebody is called behind their name: "a spokesman for the armed forces,"."""


def person_met(reading: Reading) -> Source | None:
    """Whom whoever writes spoke to: "In July I met a captain in Ghazni. We had 40 men, he said"."""
    lower = reading.lower
    meeting, press = lexicon.attribution().meeting, lexicon.attribution().media.people
    for index in range(1, min(_LONGEST_SUBJECT, len(lower) - 1)):
        if lower[index] not in meeting.verbs:
            continue
        writer = lower[index - 1] in meeting.writers or lower[index - 1] in press
        writer = writer or any(
            one.type == "medium" and one.stop == index for one in reading.named_actors
        )
        first = index + 1 + (lower[index + 1] in meeting.links)
        person = source_after(reading, first) if writer and first < len(lower) else None
        if person is None or person.nature not in {"person", "name"}:
            return None
        behind = lower[person.stop : person.stop + 2]  # "I met Farid, a trader"
        described = behind[:1] == [","] and not vocabulary().indefinite.isdisjoint(behind)
        return person if person.nature == "person" or described else None
    return None


def _is_somebody_new(reading: Reading, subject: Source) -> bool:
    """Whether somebody is told of by what they are: "A senior official of X played it down"."""
    if reading.lower[subject.first] not in vocabulary().indefinite:
        return False
    inside = range(subject.first + 1, subject.stop)
    seat = next((i for i in inside if reading.lower[i] in vocabulary().prepositions), 0)
    return reading.lower[seat - 1] in vocabulary().people if seat else False


def subject_first(reading: Reading) -> Source | None:
    """Whom a sentence begins with, without a verb that denies: "Officials dispute this"."""
    lower = reading.lower
    several = vocabulary().several.union(lexicon.attribution().grammar.plural_names)
    for index in range(1, min(_LONGEST_SUBJECT, len(lower))):
        if lower[index] not in _denying() or lower[index - 1] in lexicon.grammar().determiners:
            continue
        if not several.isdisjoint(lower[:index]):
            return judge(reading, 0, index)
    side = next((actor for actor in reading.actors if actor.first <= 1), None)
    if side is not None and _stands_alone(reading, side):
        return judge(reading, 0, side.stop)  # "The Taliban carry guns"
    subject = source_after(reading, past_place(reading.tokens))
    return _up_to_verb(reading, subject or first_subject(reading, len(reading.tokens)))


def _stands_alone(reading: Reading, side: ActorMention) -> bool:
    """Whether a side of several stands without a noun of its own behind it: "Taliban fighters"."""
    several = reading.lower[side.stop - 1] in lexicon.attribution().grammar.plural_names
    if not several or side.stop >= len(reading.tokens) or not reading.tokens[side.stop].is_word:
        return False
    behind, words = reading.tokens[side.stop], vocabulary()
    nouns = words.people | words.bodies | words.records | words.media
    return behind.text.islower() and behind.norm not in nouns and side.stop not in reading.nouns


def is_somebody(source: Source) -> bool:
    """Whether people are meant, whose nothing is that "its" tells of."""
    people = not vocabulary().people.isdisjoint(source.heads)
    bodies = lexicon.attribution().bodies.named
    full = " " in source.words and source.words.istitle() and bodies.isdisjoint(source.heads)
    return source.nature in {"person", "group"} or (source.nature == "name" and (people or full))


def newcomer(reading: Reading, source: Source) -> Source | None:
    """Whom a sentence begins with and speaks of: "A militia in X lost two men, it said".

    "The hospital in X took in two men, it said" is about one that nobody spoke of before.
    So does "Fighters of X still hold the town, by their estimate"; "The army lost two men, it said"
    may well be what another said before.
    """
    words, owners = vocabulary(), lexicon.grammar().possessives
    reckons = source.anaphor == "record" and reading.lower[source.first] in owners
    if source.anaphor not in {"body", "group"} and not reckons:
        return None
    opening = reading.lower[0]
    subject = first_subject(reading, source.first)
    new = opening in words.indefinite or (reckons and not reading.tokens[0].is_number)
    if not new and not (opening == "the" and _is_facility(subject)):
        return _company_before(reading, source)
    subject = _up_to_verb(reading, subject)
    if subject is None or subject.nature not in {"body", "group"} or subject.anaphor != "none":
        return None
    several = source.anaphor == "group" or reading.lower[source.first] == "their"
    plural = reading.lower[subject.stop - 1] in lexicon.attribution().grammar.plural_names
    return subject if several == (plural or subject.nature == "group") else None


def _company_before(reading: Reading, source: Source) -> Source | None:
    """A company that tells what it does: "Since May the airline has flown out 900, it said"."""
    companies, tokens = lexicon.attribution().bodies.companies, reading.tokens
    if source.anaphor != "body" or reading.lower[source.first] != "it":
        return None
    for index in range(source.first - 1):
        if reading.lower[index] in companies and is_verb(tokens, index + 1):
            return source_before(reading, index + 1)
    return None


def _is_facility(subject: Source | None) -> bool:
    """Whether it is told where something stands that people run: "The hospital in X said"."""
    if subject is None or facilities().isdisjoint(subject.heads):
        return False
    return not vocabulary().at.isdisjoint(subject.heads)


def _up_to_verb(reading: Reading, subject: Source | None) -> Source | None:
    """The subject without a verb that looks like a noun: "fighters of X still control half"."""
    if subject is None:
        return None
    inside = range(subject.first + 1, subject.stop)
    stop = next((verb.first for verb in reading.verbs if verb.first in inside), subject.stop)
    while stop > subject.first + 1 and reading.lower[stop - 1] in lexicon.grammar().adverbs:
        stop -= 1
    return subject if stop == subject.stop else judge(reading, subject.first, stop)


def name_first(reading: Reading, stop: int) -> str | None:
    """The name a sentence begins with: "The IMF is withholding 5, its spokesman said"."""
    tokens = reading.tokens
    opening = _past_dateline(reading, stop)
    if opening is None or opening >= stop:
        return None
    first = opening + (tokens[opening].norm == "the")
    if tokens[opening].norm in _no_name() and first == opening:
        return None  # "A total of 40 left, its spokesman said"
    if any(one.outer_first <= first <= one.first for one in reading.quantities) or any(
        one.first == first and one.via == "demonym" for one in reading.places
    ):
        return None  # "Hundreds of Afghans", "Nearly 40 soldiers", "Uzbek guards"
    index = first
    while index < stop and tokens[index].is_word and tokens[index].text[0].isupper():
        index += 1
    return reading.words(first, index) if index > first else None


def _past_dateline(reading: Reading, stop: int) -> int | None:
    """Index behind a dateline, if a sentence opens with one; None if it does not end."""
    if not opens_dateline(reading):
        return 0
    tokens = reading.tokens
    if behind := past_place(tokens):
        return behind
    dash = next((i for i in range(min(stop, _DATELINE)) if _is_dash(tokens, i)), None)
    if dash is None:
        return None
    return dash + 1 + (tokens[dash + 1].norm == "-")


def _is_dash(tokens: Sequence[Token], index: int) -> bool:
    """Whether a dash ends a dateline: "DUSHANBE, July 6 -- ..."."""
    return tokens[index].norm in lexicon.grammar().dashes and is_spaced(tokens, index)


def opens_dateline(reading: Reading) -> bool:
    """Whether a sentence begins with a place in capitals: "DUSHANBE, July 6 - ..."."""
    name = reading.tokens[0].text
    capitals = len(name) >= _SHORTEST_CAPITALS and name.isalpha() and name.isupper()
    return capitals and any(place.first == 0 for place in reading.places)


@functools.cache
def facilities() -> frozenset[str]:
    """Nouns for places that are spoken of as known: "the airport", "the hospital"."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in lexicon.location().stand_ins.last)


@functools.cache
def _denying() -> frozenset[str]:
    """Verbs of denying in the present, which no other list of verbs has."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.disputing, *grammar.denials))


@functools.cache
def _no_name() -> frozenset[str]:
    """First words of a sentence that open no name."""
    words = vocabulary()
    first = words.nobody.union(lexicon.attribution().grammar.never_first)
    return (
        words.prepositions | words.articles | words.owners | lexicon.grammar().subordinators | first
    )
