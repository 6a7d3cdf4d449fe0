"""Gapping: numbers whose verb is left out, and who does there what it says: ", and the army 12"."""

from __future__ import annotations

import bisect
import functools
import operator
from collections.abc import Mapping

from data import lexicon
from data.actor_codes import country_of
from data.parse.clauses import is_passive
from data.parse.counting.counted_as import Counted
from data.parse.counting.verbs.happenings import Happening
from data.parse.counting.verbs.listed_numbers import follows_place
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.names.actors import HOLDERS
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.subjects import Subject

_first_of = operator.attrgetter("first")

_LONGEST_SUBJECT = 5
"""Most words of whoever stands before a number without a verb."""


def resumed(reading: Reading, last: Draft | None) -> Happening | None:
    """The happening of the number before, where it stands in the same sentence."""
    if last is None or last.happening is None or last.at != reading.at:
        return None
    return last.happening


def is_gapped(reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None) -> bool:
    """Whether a verb told before is left out: "X is sending 3,000 troops, and Y about 600"."""
    if counted.how != "before" or last is None or last.at != reading.at:
        return False
    first = quantity.outer_first
    return follows_place(reading, quantity) or _before(reading, first, last) is not None


def subject_of_gap(reading: Reading, quantity: Quantity, last: Draft | None) -> Subject | None:
    """Who does what the verb of the number before says, where another is named in its place.

    "The army lost 12 men and the Taliban 40"; None where nobody else stands before the number.
    """
    if last is None or last.at != reading.at:
        return None
    return _before(reading, quantity.outer_first, last)


def holder_of_gap(reading: Reading, quantity: Quantity, last: Draft) -> Subject | None:
    """Who is said to hold a share behind that of another: "hold 50 percent and the army 30".

    Only who can hold the same ground: "X holds 50 percent, the UN 70" may be what the UN says.
    """
    if last.at != reading.at or last.who is None or not last.verb < last.first:
        return None
    subject = _named_before(reading, quantity.outer_first, last.stop)
    if subject is None or not subject.actors:
        return subject
    actor = subject.actors[-1]
    country = country_of(last.actor) if last.actor else lexicon.subject()
    return subject if actor.type in HOLDERS and actor.country == country else None


def resumes_subject(reading: Reading, quantity: Quantity, last: Draft | None) -> bool:
    """Whether a number behind an actor's name is no part of it: "and the Taliban 40"."""
    if last is None or last.at != reading.at or last.happening is None:
        return False
    behind = (*reading.lower[quantity.outer_stop :][:1], ".")[0]
    if behind not in lexicon.count_words().behind_gap:
        return False
    subject = _before(reading, quantity.outer_first, last)
    return subject is not None and bool(subject.actors)


def are_next_out(reading: Reading, quantity: Quantity, happening: Happening, last: Draft) -> bool:
    """Whether soldiers leave after those of another state: "X flew home its last 90, and Y 40"."""
    if last.happening is None or last.at != reading.at or last.kind != "personnel":
        return False
    if last.happening.first == happening.first:
        return True
    first = quantity.outer_first
    return reading.lower[first - 1] in lexicon.count_words().in_turn and first > last.noun_stop


def leave_again(
    reading: Reading, quantity: Quantity, happening: Happening, last: Draft | None
) -> bool:
    """Whether planes leave of which others came in just before: "15 jets came in and 14 left"."""
    if last is None or last.at != reading.at or last.happening is None or last.quantity is None:
        return False
    if happening.verb.flight or not (happening.verb.motion and last.happening.verb.motion):
        return False
    if happening.first < quantity.outer_stop or last.happening.by_others:
        return False
    most = last.quantity.high or last.quantity.low
    return most is not None and (quantity.low or 0) <= 2 * most


def numbered_in_gap(
    reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None
) -> Counted:
    """Who a number counts behind those whose number a verb tells.

    "Fighters number 75,000, the army 180,000 and the police 150,000".
    """
    if counted.how != "before" or last is None or last.at != reading.at:
        return counted
    if last.happening is not None or last.first not in _numbered(reading):
        return counted
    first = quantity.outer_first
    begin = _opening(reading, first)
    if begin is None or begin <= last.stop:
        return counted
    while begin < first - 1 and reading.lower[begin] in lexicon.grammar().determiners:
        begin += 1
    named = (match for match in reading.nouns.values() if match.stop == first)
    own = next((match.payload for match in named if match.first >= begin), None)
    if own is None and (counted.noun.name != "armed" or reading.lower[first - 1] not in _bodies()):
        return counted
    return counted._replace(noun=own or counted.noun, words=reading.words(begin, first))


@remembered
def _numbered(reading: Reading) -> frozenset[int]:
    """Where a number stands right behind "number" or "exceed", and every number behind it."""
    numbers = lexicon.grammar().change_verbs
    told = (q for q in reading.quantities if reading.lower[q.outer_first - 1] in numbers)
    begin = next((q.first for q in told if q.outer_first), None)
    if begin is None:
        return frozenset()
    return frozenset(q.first for q in reading.quantities if q.first >= begin)


def payer_of_gap(reading: Reading, quantity: Quantity, happening: Happening) -> Subject | None:
    """Who pays a sum behind that of another: "the US spent $2 billion and Britain $1 billion"."""
    at = bisect.bisect_left(reading.quantities, quantity.first, key=_first_of)
    before = reading.quantities[at - 1] if at else None
    if before is None or before.unit is None or before.first < happening.stop:
        return None
    if is_passive(reading.tokens, happening.first):
        return None
    first, after = quantity.outer_first, before.outer_stop
    return _named_before(reading, first, after) or _called_before(reading, first, after)


def _called_before(reading: Reading, first: int, after: int) -> Subject | None:
    """Whoever no list knows, called by a name before a sum: "and the Example Bank $1 billion".

    Where a sum before is for somebody by name, or in a place, so may this one be: "spent $2 billion
    on X and Y $1 billion".
    """
    begin = _opening(reading, first)
    if begin is None or begin <= after or first in reading.place_stops:
        return None
    if _leads_to_name(reading, after, begin):
        return None
    while begin < first - 1 and reading.lower[begin] in lexicon.grammar().determiners:
        begin += 1
    named = any(token.text[0].isupper() for token in reading.tokens[begin:first])
    return Subject(begin, first, (), reading.words(begin, first)) if named else None


def _leads_to_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether a preposition between two tokens leads to a name: "for Operation X", not "in aid"."""
    determiners, prepositions = lexicon.grammar().determiners, lexicon.grammar().prepositions
    led = False
    for token in reading.tokens[first:stop]:
        if led and token.text[0].isupper():
            return True
        led = token.norm in prepositions or (led and token.norm in determiners)
    return False


def _before(reading: Reading, first: int, last: Draft) -> Subject | None:
    """The actor or body named between a joint and a number, beside an active verb told before."""
    happening = last.happening
    if happening is None or not happening.by_others:
        return None
    if happening.first > last.first or is_passive(reading.tokens, happening.first):
        return None
    return _named_before(reading, first, last.stop)


def _named_before(reading: Reading, first: int, after: int) -> Subject | None:
    """The actor or body named between a joint and a number, behind another number."""
    begin = _opening(reading, first)
    if begin is None or begin <= after:
        return None
    first = _before_time(reading, first)
    actors = tuple(a for a in reading.actors if begin <= a.first and a.stop <= first)
    if not actors and reading.lower[first - 1] not in _bodies():
        return None
    while begin < first - 1 and reading.tokens[begin].norm in lexicon.grammar().determiners:
        begin += 1
    return Subject(begin, first, actors, reading.words(begin, first))


@functools.cache
def _bodies() -> frozenset[str]:
    """Nouns for those who fight, whoever they are: "the army", "rebels"."""
    captures = lexicon.captures()
    return captures.armed | captures.government | {"forces"}


def _opening(reading: Reading, first: int) -> int | None:
    """Where the words begin that stand between a joint and a number, with no verb among them."""
    grammar = lexicon.grammar()
    stops, joints = grammar.prepositions | grammar.relatives, grammar.clause_joints
    index = first = _before_time(reading, first)
    while index and first - index <= _LONGEST_SUBJECT:
        token = reading.tokens[index - 1]
        if token.norm in joints or token.norm in {",", ";"}:
            return index if index < first else None
        if not (token.is_word or token.norm in {"'s", "-"}) or token.norm in stops:
            return None
        if index - 1 in reading.verb_tokens or index - 1 in reading.date_starts:
            return None
        index -= 1
    return None


def _before_time(reading: Reading, stop: int) -> int:
    """Where a time right before a token begins, its preposition included: "X on Monday 40".

    Behind a semicolon a comma may stand for the verb: "X controls 100; Y, 200".
    """
    first = _times_by_stop(reading).get(stop, stop)
    first -= first < stop and reading.lower[first - 1 : first] == ["on"]
    stands_for_verb = reading.lower[first - 1 : first] == [","] and ";" in reading.lower[:first]
    return first - stands_for_verb


@remembered
def _times_by_stop(reading: Reading) -> Mapping[int, int]:
    """Where each time of a sentence starts, by the index one past its last token."""
    return {
        reading.index_at(time.end - 1) + 1: reading.index_at(time.start) for time in reading.times
    }
