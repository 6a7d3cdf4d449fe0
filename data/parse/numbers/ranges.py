"""Ranges: two numbers that are the ends of what is claimed: "between 5 and 7", "5 to 7"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.cardinals import Number
from data.parse.numbers.changes import is_step
from data.parse.numbers.numerals import read_number
from data.parse.numbers.qualifiers import qualifiers_before
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token

_WIDEST_RANGE = 100
"""A range whose end is this many times its start is two numbers, or a misreading."""


_OPEN_ABOVE = frozenset({"over", "at_least"})
"""Bounds of an upper end that is no limit: "between 70% and over 80%"."""

_WIDEST_ALTERNATIVE = 2
"""The same for "or": "six or seven", but not "two or 30"."""


def range_at(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """A range with one unit: "between A and B", "A to B", "A-B", "six or seven", "about A, B".

    Where its upper end is no limit ("A to over B"), that is the value, and nothing is above it.
    """
    if number.stop + 1 >= len(tokens) or number.form in {"vague", "ordinal"}:
        return None
    joint = tokens[number.stop].norm
    before = tokens[number.first - 1].norm if number.first else ""
    between = before == "between"
    if not _joins(tokens, number, joint, between=between):
        return None
    if joint == "to" and is_step(tokens, _unbounded(tokens, number.first), number.stop):
        return None
    spans = joint != "to" or before != "from" or _spans(tokens, number)
    if not spans and not _is_opened_by_from(tokens, number):
        return None  # "rose from 5,000 to 10,000" are two figures
    hedge = None
    if joint == "to" or between:
        hedge = qualifiers_before().match_at(tokens, number.stop + 1)
    behind = hedge.stop if hedge else number.stop + 1
    other = read_number(tokens, behind) if behind < len(tokens) else None
    if other is None or other.form in {"vague", "ordinal"} or other.form != number.form:
        return None
    low = _scaled(number, other)
    if joint == "," and not _ends_range(tokens, other):
        return None
    if not spans and not (_ends_range(tokens, other) or _is_share_of(tokens, other)):
        return None
    widest = _WIDEST_ALTERNATIVE if joint in {"or", ","} else _WIDEST_RANGE
    if not 1 < other.value / max(low, 1) <= widest:
        return None
    unit = number.unit if _shares_sign(number, other, joint) else other.unit
    if number.unit not in {None, unit}:
        return None
    outer = number.first - 1 if between or (joint == "to" and before == "from") else number.first
    if qualifier := qualifiers_before().match_before(tokens, outer):
        outer = qualifier.first
    is_open = hedge is not None and hedge.payload in _OPEN_ABOVE
    return Quantity(
        first=number.first,
        stop=other.stop,
        outer_first=outer,
        outer_stop=other.stop,
        value=other.value if is_open else None,
        low=low,
        high=None if is_open else other.value,
        qualifier="range",
        unit=unit,
        is_fraction=other.form == "fraction",
    )


def _joins(tokens: Sequence[Token], number: Number, joint: str, *, between: bool) -> bool:
    """Whether what stands behind a number may join it to the end of a range."""
    if joint == ",":
        return _is_spoken(tokens, number)
    return joint in {"to", "-", "or"} or (between and joint == "and")


def _is_spoken(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a comma may stand for "or" behind a number, as in speech: "about 212, 213 posts"."""
    before = qualifiers_before().match_before(tokens, number.first)
    return before is not None and before.payload == "about" and number.unit is None


def _ends_range(tokens: Sequence[Token], other: Number) -> bool:
    """Whether what is counted follows, and no third number: "about 4, 12 and 20 people"."""
    behind = tokens[other.stop] if other.stop < len(tokens) else None
    if behind is None or not behind.is_word or behind.is_number:
        return False
    grammar = lexicon.grammar()
    return behind.norm not in grammar.prepositions | grammar.conjunctions


def _is_share_of(tokens: Sequence[Token], other: Number) -> bool:
    """Whether "of" follows a number: "from 10 to 15 per cent of the men"."""
    return other.stop < len(tokens) and tokens[other.stop].norm == "of"


def _scaled(number: Number, other: Number) -> float:
    """The lower end in the scale of the upper: "5 to 7 thousand", "10-15,000"."""
    if number.scale == 1 < other.scale and number.value * 10 < other.value:
        return number.value * other.scale
    if number.value < 1000 <= other.value and number.value * 100 <= other.value:
        raised = number.value * 1000
        return raised if raised < other.value else number.value
    return number.value


def _shares_sign(number: Number, other: Number, joint: str) -> bool:
    """Whether one sign of a currency stands for both ends: "$2-3 billion"; not "$40 to 200 men"."""
    signed = number.unit is not None and number.unit.isupper() and other.unit is None
    return signed and (joint != "to" or other.scale > 1)


def _spans(tokens: Sequence[Token], number: Number) -> bool:
    """Whether "from A to B" tells a span: "ranging from", "control from 70% to 80% of it"."""
    grammar, first = lexicon.grammar(), number.first
    if first > 1 and tokens[first - 2].norm in grammar.span_words:
        return True
    words = {token.norm for token in tokens[max(0, first - _HOLDING_REACH) : first]}
    held = number.unit == "percent" and not grammar.holding_words.isdisjoint(words)
    return held and grammar.change_verbs.isdisjoint(words)


def _is_opened_by_from(tokens: Sequence[Token], number: Number) -> bool:
    """Whether "from A to B" begins a noun phrase: "From 40 to 60 men fled", but no figures' change.

    Behind anything else it may go with that: "withdrew from 10 to 15 bases".
    """
    first = number.first
    if first > 1 and tokens[first - 2].norm not in {"that", '"', "\u201c"}:
        return False
    words = {token.norm for token in tokens[max(0, first - _NEAR_CHANGE) : first + _NEAR_CHANGE]}
    return lexicon.grammar().change_verbs.isdisjoint(words)


_NEAR_CHANGE = 15
"""Most words from a span to the verb by which its ends would be two figures."""


_HOLDING_REACH = 9
"""Most words from "control" to the span of what is held."""


def rises(tokens: Sequence[Token], first: int) -> bool:
    """Whether the "up" of "up to" belongs to a verb before it."""
    up = tokens[first].norm == "up"
    return up and first > 0 and tokens[first - 1].norm in lexicon.qualifiers().rising


def _unbounded(tokens: Sequence[Token], first: int) -> int:
    """Index of the first token of a number with what bounds it."""
    match = qualifiers_before().match_before(tokens, first)
    return match.first if match else first
