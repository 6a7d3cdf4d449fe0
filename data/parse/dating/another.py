"""Another number: times that date it alone, beside the number of a claim."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.dating.background import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_OWN_WORDS = 3
"""Most tokens between a number and a time that belongs to it alone: "from 4,500 last Friday"."""


def belongs_to_another(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an expression dates another number only: "from 4,500 last Friday"."""
    tokens, words = reading.tokens, dating_words()
    for quantity in reading.quantities:
        if quantity.first <= draft.first < quantity.stop or quantity.stop > span.first:
            continue
        before = tokens[quantity.outer_first - 1].norm if quantity.outer_first else ""
        between = span.first - quantity.stop
        is_next = before in words.compared and between <= _OWN_WORDS
        if is_next and not any(token.is_number for token in tokens[quantity.stop : span.first]):
            return True
        if between <= 1 and before in words.including:
            return True  # "lost 2,000 soldiers, including 13 last week"
        if _is_later_total(reading, draft, quantity, span):
            return True
        is_part = draft.first < quantity.first and is_part_of_another(reading.lower, quantity.stop)
        if is_part and "," not in reading.lower[quantity.stop : span.first]:
            return True  # "lost forty people, four of them in 2020"
    return False


def _is_later_total(reading: Reading, draft: Draft, quantity: Quantity, span: DatedSpan) -> bool:
    """Whether it counts from another day: "have flown out 900, a total of 2,000 since May"."""
    if span.time.relation != "since" or span.first - quantity.stop > _OWN_WORDS:
        return False
    first = quantity.outer_first
    near = reading.lower[max(draft.stop, first - _OWN_WORDS - 1) : first]
    return "," in near and "," not in reading.lower[quantity.stop : span.first]


def is_part_of_another(norms: Sequence[str], stop: int) -> bool:
    """Whether "of them" or "of whom" stands behind a number that ends at ``stop``."""
    if stop + 1 >= len(norms) or norms[stop] != "of":
        return False
    return norms[stop + 1] in dating_words().parts_of
