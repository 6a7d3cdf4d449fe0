"""Portions: numbers that count a part of what the number before counted."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_AMONG_REACH = 25
"""Most words from a number to the "among them" that makes it a part of the one before."""


def is_part(reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None) -> bool:
    """Whether a number counts a part of what the number before counted."""
    if counted.how == "part":
        return True
    if is_in_brackets(reading, last, quantity):
        return True
    tokens = reading.tokens
    first = quantity.outer_first
    if first and tokens[first - 1].norm in lexicon.grammar().including:
        return True
    if _is_among_them(reading, first, last) or _is_of_whom(reading, first, last):
        return True
    if _is_of_group(reading, first, last) or _is_share_of_before(reading, counted, last):
        return True
    if "among" not in reading.norms:
        return False
    limit = counted.stop + _AMONG_REACH
    figures = (q.outer_first for q in reading.quantities if q.outer_first >= counted.stop)
    behind = reading.lower[counted.stop : min(limit, next(figures, limit))]
    pairs = list(itertools.pairwise(behind))
    return ("among", "them") in pairs[:-1] or (
        pairs[-1:] == [("among", "them")]
        and len(behind) < limit - counted.stop
        and counted.stop + len(behind) == len(reading.tokens)
    )


def _is_share_of_before(reading: Reading, counted: Counted, last: Draft | None) -> bool:
    """Whether a number is told again as a share of others: "640 people, or 2 per cent"."""
    if last is None or reading.at - last.at != 1 or last.unit != "people":
        return False
    if counted.noun.name != "people" or last.kind not in lexicon.kinds_with("fate"):
        return False
    joint, again = reading.lower[counted.stop : counted.stop + 2], counted.stop + 2
    share = any(q.outer_first == again and q.unit == "percent" for q in reading.quantities)
    return joint == [",", "or"] and share


def _is_among_them(reading: Reading, first: int, last: Draft | None) -> bool:
    """Whether "among them" stands before a number: "40 dead, among them 12 policemen"."""
    if last is None or reading.at - last.at > 1:
        return False
    if first and reading.lower[first - 1] in lexicon.grammar().copulas:
        first = _before_insertion(reading, first - 1)
    before = reading.lower[max(0, first - 2) : first]
    return before[:1] == ["among"] and before[-1] in lexicon.grammar().anaphoric


def _before_insertion(reading: Reading, index: int) -> int:
    """Where an insertion of who says so begins that ends at a token: "Among them, it said, are"."""
    if reading.lower[index - 1 : index] != [","]:
        return index
    near = range(index - 2, max(0, index - 2 - _LONGEST_INSERTION), -1)
    return next((at for at in near if reading.lower[at] == ","), index)


_LONGEST_INSERTION = 5
"""Most words of "the regional governor said"."""


def _is_of_whom(reading: Reading, first: int, last: Draft | None) -> bool:
    """Whether a number stands behind "of whom", or again behind a share: "of whom 5%, or 80"."""
    before = reading.lower[max(0, first - 2) : first]
    if before[:1] == ["of"] and before[1:] and before[1] in lexicon.grammar().anaphoric:
        return True
    again = last is not None and last.at == reading.at and last.unit == "percent"
    return again and before[-1:] == ["or"]


def _is_of_group(reading: Reading, first: int, last: Draft | None) -> bool:
    """Whether a sentence begins with the group told of before: "Of the group, 90 are women"."""
    if last is None or last.noun is None or reading.at - last.at > _NEAR:
        return False
    if last.kind == "other_count":
        return False  # nothing is told of the group
    while first and reading.lower[first - 1] in lexicon.grammar().span_words | {"from"}:
        first -= 1  # "the remainder, somewhere from 100 to 200"
    if not first or reading.lower[first - 1] != ",":
        return False
    lower = reading.lower[: first - 1]
    if lower[:1] == ["the"] and " ".join(lower[1:]) in lexicon.count_words().remainder:
        return True
    if lower[:1] != ["of"] or len(lower) > _LONGEST_GROUP:
        return False
    grammar = lexicon.grammar()
    return lower[-1] in grammar.groups and grammar.determiners.issuperset(lower[1:-1])


_NEAR = 2
"""Most sentences back to the group of whom a part is counted."""

_LONGEST_GROUP = 4
"""Most words of "Of the whole group"."""


def is_in_brackets(reading: Reading, last: Draft | None, quantity: Quantity) -> bool:
    """Whether a bracket opens between two numbers: "2,100 households (2,836 women, ...)"."""
    if last is None or last.at != reading.at:
        return False
    between = reading.lower[last.stop : quantity.first]
    return "(" in between or (last.in_brackets and ")" not in between)


def has_papers(reading: Reading, index: int) -> bool:
    """Whether it is told what papers those counted have: "and 4,000 hold British passports"."""
    words = lexicon.count_words()
    if words.carrying.isdisjoint(reading.lower[index : index + 1]):
        return False
    return not words.passports.isdisjoint(reading.lower[index + 1 : index + _PAPERS_REACH])


_PAPERS_REACH = 5
"""Most words from "hold" to behind "passports": "hold valid British passports"."""


def of_nations(reading: Reading, index: int) -> bool:
    """Whether people are only called those of other states: "and 15 of other countries"."""
    other, whose = (*reading.lower[index : index + 2], "", "")[:2]
    return other in lexicon.count_words().other_nations and whose in lexicon.count_words().nations


def is_behind_whom(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number stands behind "of whom": "of whom 107 hold Indian passports"."""
    first, lower = quantity.outer_first, reading.lower
    if first < 2 or lower[first - 2] != "of":
        return False
    return lower[first - 1] in lexicon.grammar().partitive_relatives
