"""Another number: times that date it alone."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Sequence

from data.parse.clauses import is_participle
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.numbers_before import numbers_before
from data.parse.dating.sentence.parts import (
    is_of_last_part,
    is_of_part,
    is_of_some_of_them,
    is_of_those_among_them,
)
from data.parse.dating.sentence.wholes import is_of_whole
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.tokens import Token, straighten

_OWN_WORDS = 3
"""Most tokens between a number and a time that belongs to it alone: "from 4,500 last Friday"."""

_first_of = operator.attrgetter("first")


def belongs_to_another(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an expression dates another number only: "from 4,500 last Friday"."""
    tokens, words = reading.tokens, dating_words()
    for quantity in numbers_before(reading, span, _OWN_WORDS):
        if quantity.first <= draft.first < quantity.stop or not quantity.outer_first:
            continue
        between = tokens[quantity.stop : span.first]
        led = quantity.outer_first - 1
        led -= bool(led) and straighten(tokens[led].norm) == '"'
        compared = tokens[led].norm in words.compared
        is_next = compared and not _goes_along(reading, quantity, between)
        is_next = is_next and not (between and _is_of_other_things(reading, draft, quantity))
        if is_next and not any(token.is_number for token in between):
            return True
    if _has_its_day(reading, draft, span) or _is_of_total_behind(reading, draft, span):
        return True
    if is_of_some_of_them(reading, draft, span):
        return True
    if is_of_those_among_them(reading, draft, span):
        return True
    if is_of_part(reading, draft, span) or _is_by_day_of_next(reading, draft, span):
        return True
    if is_of_whole(reading, draft, span):
        return True
    return is_of_last_part(reading, draft, span)


def _has_its_day(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is another number's by "of" or by its case: "the 2,500 of May", "May's 2,500".

    "650 remain, well below the 2,500 of May" does not tell of 650 in May.
    """
    lower = reading.lower
    of = lower[max(0, span.first - 1)] == "of"
    possessed = "'s" in lower[span.stop - 1 : span.stop + 1]
    if not of and not possessed:
        return False
    own = (
        quantity
        for quantity in reading.quantities
        if (of and quantity.stop == span.first - 1)
        or (possessed and 0 <= quantity.outer_first - span.stop <= 1)
    )
    quantity = next(own, None)
    return quantity is not None and not quantity.first <= draft.first < quantity.stop


def is_own_day(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a day in front of a number has it by its case: "today's four flights"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    return first - span.stop == 1 and reading.lower[span.stop] == "'s"


def _is_of_total_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of a total behind a claim that has its own.

    "Since August 15 it has flown out 7,000, a total of 9,000 since July" counts 7,000 in August.
    """
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if span.first < draft.stop or reading.index_at(reading.times[0].start) >= first:
        return False
    for total in numbers_before(reading, span, _OWN_WORDS):
        led = reading.lower[draft.stop : total.outer_first]
        if total.first > draft.first and "," in led and "total" in led[led.index(",") :]:
            return True
    return False


def _is_by_day_of_next(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether another number has the day by which: "find 900 homes, and another 300 by May"."""
    if span.time.relation != "by" or span.first < draft.stop:
        return False
    first = bisect.bisect_left(reading.quantities, draft.stop, key=_first_of)
    behind = reading.quantities[first : first + 1]
    if not behind or behind[0].first >= span.first:
        return False
    between = reading.lower[draft.stop : behind[0].first]
    return "," in between and "or" not in between  # "three units, or 900 men, by May" is one count


def _goes_along(reading: Reading, quantity: Quantity, between: Sequence[Token]) -> bool:
    """Whether a number is of what others had with them: "300 came with 80 lorries on Friday"."""
    joint = quantity.outer_first - 1
    ended = (i for i, token in enumerate(between) if token.norm in dating_words().conjunctions)
    own = between[: next(ended, len(between))]
    if reading.lower[joint] != "with" or any(map(is_participle, own)):
        return False  # "have flown out 9,000, with 3,000 evacuated on Friday"
    return reading.lower[joint - 1] not in dating_words().comparisons


def _is_of_other_things(reading: Reading, draft: Draft, quantity: Quantity) -> bool:
    """Whether a number is of where those counted came from or went: "from three bases on Friday".

    "Rose to 40 attacks from 12 attacks in May" compares what is alike.
    """
    joint, norms = quantity.outer_first - 1, reading.lower
    if draft.happening is None or norms[joint] not in dating_words().ways:
        return False
    if joint and norms[joint - 1] in dating_words().not_ways:
        return False
    noun, own = norms[quantity.stop], norms[draft.stop : draft.noun_stop]
    return bool(own) and noun.isalpha() and noun not in (*own, *dating_words().prepositions)
