"""Figures: the time of the same number elsewhere, as an article says only once when it was."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Mapping, Sequence

from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import has_modal, is_to_come
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.sentence.relatives import ends_relative
from data.parse.dating.sentence.scope import dating_expression
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.readings import Readings

_NEAR = 12
"""Sentences around a figure in which it is looked for a second time."""

_TELLINGS = 60
"""Most sayings of a figure that are looked at: a list may say it in each of its entries."""

_BELOW_TITLE = 3
"""Sentences behind a headline in which its number is looked for."""

_UNMISTAKABLE = 20
"""A figure from this on hardly stands twice in an article by chance."""

_MANY = 100
"""A figure below this one that counts a part can stand elsewhere for something else."""

_FEW = 5
"""A figure below this one stands twice in an article by chance."""

_DISTINCT = 3
"""Digits, zeros at the end left out, of a figure that can only be the same one."""

_ROUNDED = 1.2
"""Most that a number has over the round one in a headline."""

_NOUN_REACH = 4
"""Most tokens between a number and the noun that it counts."""

_Amount = tuple[float | None, float | None, str | None]
"""A number and its unit, whatever its bounds."""

_sentence_of = operator.itemgetter(0)


def time_of_same_figure(claim: Claim) -> TimeExpression | None:
    """The time beside the same figure in a sentence near: an article says when only once."""
    reading, draft, _ = claim
    wanted = draft.quantity
    if wanted is None or wanted.unit == "percent" or draft.possible:
        return None
    if not reading.sentence.is_heading and _holds_now(reading, draft):
        return None  # a headline tells the past in the present tense
    if is_to_come(reading, draft):
        return None  # "will send 900 men", who were sent on Monday
    if wanted.value is None or wanted.value < _UNMISTAKABLE:
        return None
    if wanted.value < _MANY and is_part_of_another(reading.lower, draft.stop):
        return None  # "35 of whom fell", and 35 states elsewhere
    told = _figures(reading.whole).get(_amount(wanted), ())
    first = bisect.bisect_left(told, reading.at - _NEAR, key=_sentence_of)
    stop = bisect.bisect_left(told, reading.at + _NEAR, first, key=_sentence_of)
    for place, quantity in told[first : min(stop, first + _TELLINGS)]:
        other = reading.whole[place]
        if other is reading or other.sentence.is_heading:
            continue
        if not _is_distinct(wanted) and _counts_others(other, quantity, draft):
            continue
        if draft.happening and other.lower[quantity.outer_first - 1] == "had":
            continue  # "had 1,100 men there when the pullout began", all of whom left later
        if draft.action in dating_words().returns and not _tells_return(other, quantity):
            continue  # 53 "crossed on Sunday" and were sent back later
        time = dating_expression(other, moved(draft, other, quantity))
        awaited = dating_words().awaited
        if time is not None and time.relation != "by" and time.rule not in awaited:
            return time  # "by 2050" is when something else is to be
    return None


def day_announced(claim: Claim) -> TimeExpression | None:
    """The time of the same number in the sentences below a headline."""
    draft = claim.draft
    wanted = draft.quantity
    if wanted is None:
        return None
    for below in claim.below(_BELOW_TITLE):
        if below.sentence.is_heading:
            continue
        for quantity in below.quantities:
            if _is_same_amount(quantity, wanted) or _is_rounded(wanted, quantity):
                return dating_expression(below, moved(draft, below, quantity))
    return None


def _tells_return(reading: Reading, quantity: Quantity) -> bool:
    """Whether the clause of a number says that those were sent back, too."""
    own = reading.clause_of(quantity.first).part_of
    return any(
        event.payload.action in dating_words().returns
        for event in reading.events
        if reading.clause_of(event.first).part_of == own
    )


def time_of_same_fact(claim: Claim) -> EventTime | None:
    """The time of a claim above that has the same number and tells of the same.

    A number that is not small hardly stands twice by chance, whatever its verb is.

    "17 guards fled on Sunday. ... The 17 guards crossed the river".
    """
    _, draft, earlier = claim
    wanted = draft.quantity
    if wanted is None or wanted.value is None or wanted.value < _FEW:
        return None
    for fact in reversed(earlier[-_NEAR:]):
        is_same = fact.value == wanted.value and fact.unit == draft.unit
        acts_alike = fact.action == draft.action or wanted.value >= _UNMISTAKABLE
        if is_same and fact.kind == draft.kind and acts_alike:
            return EventTime.of_fact(fact)
    return None


def _is_distinct(quantity: Quantity) -> bool:
    """Whether a number has so many digits that hardly anything else has it, too: 111,000."""
    digits = f"{quantity.value:.0f}".rstrip("0")
    return len(digits) >= _DISTINCT


def _counts_others(reading: Reading, quantity: Quantity, draft: Draft) -> bool:
    """Whether a number right before a noun counts others than a claim: troops, and civilians."""
    if draft.noun is None:
        return False
    near = range(quantity.stop, quantity.stop + _NOUN_REACH)
    noun = next((reading.nouns[index].payload for index in near if index in reading.nouns), None)
    return noun is not None and noun.name != draft.noun.name and noun.kind != draft.kind


def time_of_part(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The time of the number that one is a part of: "9 fled on Friday; three of them were hurt"."""
    if draft.possible or not is_part_of_another(reading.lower, draft.stop):
        return None
    perfect = dating_words().perfect
    if "since" in reading.norms and not perfect.isdisjoint(reading.lower[draft.stop :]):
        return None  # "of which five have since fallen back"
    words, behind = dating_words(), reading.lower[draft.stop + 2 : draft.stop + 4]
    if behind and behind[0] in words.being and behind[-1] in words.prepositions:
        return None  # "has driven out two million; 900 of them are in Sudan"
    if not perfect.isdisjoint(behind[:1]) and perfect.isdisjoint(reading.lower[: draft.first]):
        return None  # "5,000 were freed in May; 600 of them have been caught again"
    wholes = [one for one in reading.quantities if one.stop <= draft.first]
    if not wholes or ends_relative(reading.tokens, wholes[-1].first, draft.first):
        return None  # "Gunmen who seized 121 boys in July have freed 28 of them"
    if has_modal(reading.tokens[wholes[-1].stop : draft.first]):
        return None  # "sent 900 men in May and may call half of them home"
    return dating_expression(reading, moved(draft, reading, wholes[-1]))


@remembered
def _figures(readings: Readings) -> Mapping[_Amount, Sequence[tuple[int, Quantity]]]:
    """Every number of a sentence with a time, by what it claims, with the sentence's index."""
    figures: dict[_Amount, list[tuple[int, Quantity]]] = {}
    for reading in readings:
        if reading.quantities and spans_of(reading):
            for quantity in reading.quantities:
                figures.setdefault(_amount(quantity), []).append((reading.at, quantity))
    return figures


def _is_same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two number expressions claim the same, whatever bounds they set."""
    return _amount(one) == _amount(other)


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether "over 300" can be another number rounded down, such as 350."""
    if one.qualifier not in {"over", "at_least"} or one.low is None or other.value is None:
        return False
    return one.unit == other.unit and _UNMISTAKABLE <= one.low <= other.value <= _ROUNDED * one.low


def moved(draft: Draft, reading: Reading, quantity: Quantity) -> Draft:
    """The draft as if it stood in another sentence, with the quantity there."""
    own = reading.clause_of(quantity.first).part_of
    verbs = [v.first for v in reading.verbs if reading.clause_of(v.first).part_of == own]
    verb = min(verbs, key=lambda index: abs(index - quantity.first), default=quantity.first)
    there = draft._replace(first=quantity.first, stop=quantity.stop, verb=verb, quantity=quantity)
    if draft.happening is None:
        return there
    return there._replace(happening=draft.happening._replace(first=verb, stop=verb + 1))


def _amount(quantity: Quantity) -> _Amount:
    """What is claimed: "hundreds" is not "over 100"."""
    return quantity.value, quantity.low if quantity.value is None else None, quantity.unit


def _holds_now(reading: Reading, draft: Draft) -> bool:
    words = dating_words()
    if not words.now.isdisjoint(reading.word_set):
        return True
    verb = reading.tokens[draft.verb].norm
    helping = helping_words(reading.tokens, draft.verb)
    behind = reading.lower[draft.stop : draft.stop + _NOUN_REACH]
    if draft.happening is None and not words.being.isdisjoint(behind):
        return True  # "the region where 900 people are affected"
    if "being" in helping:  # "are being flown out" happens once
        return False
    return verb in words.present or not words.being.isdisjoint(helping)
