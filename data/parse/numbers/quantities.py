"""Quantities: number expressions and the range each of them claims."""

from __future__ import annotations

from collections.abc import Container, Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.calendar.times import TimeExpression
from data.parse.numbers.brackets import are_around
from data.parse.numbers.cardinals import Number
from data.parse.numbers.changes import is_step
from data.parse.numbers.numerals import number_openings, read_number, unit_behind
from data.parse.numbers.qualifiers import bounds, qualifier_behind, qualifiers_before
from data.parse.numbers.quantity import Quantity
from data.parse.numbers.spreading import share_unit, spread
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token

_WIDEST_RANGE = 100
"""A range whose end is this many times its start is two numbers, or a misreading."""

_WIDEST_ALTERNATIVE = 2
"""The same for "or": "six or seven", but not "two or 30"."""


def find_quantities(
    tokens: Sequence[Token],
    times: Sequence[TimeExpression] = (),
    verbs: Sequence[Match[str]] = (),
    ones: Container[int] = (),
) -> list[Quantity]:
    """Number expressions of a sentence, in text order, each with qualifier and unit.

    Args:
        tokens: The sentence.
        times: Its calendar expressions; numbers inside them are not quantities.
        verbs: Its verbs; a particle of one is no qualifier ("handed over 7 bases").
        ones: Indexes of each "one" that counts.
    """
    found: list[Quantity] = []
    free = 0
    for index in number_openings(tokens):
        number = read_number(tokens, index) if index >= free else None
        if number is None and index >= free and index in ones:
            number = Number(index, index + 1, 1.0)
        if number is None:
            continue
        if _inside_time(tokens, number, times):
            free = number.stop
            continue
        number = _in_unit_behind(tokens, number)
        quantity = _range(tokens, number) or _qualified(tokens, number)
        if quantity.outer_first != quantity.first and (
            _is_particle(quantity, verbs)
            or _is_ruled_over(tokens, quantity, verbs)
            or _is_told_about(tokens, quantity)
        ):
            quantity = unqualified(quantity)
        outer, end = quantity.outer_first, quantity.outer_stop
        if outer and tokens[outer - 1].norm == "(" and are_around(tokens, outer - 1, end):
            quantity = quantity._replace(outer_first=outer - 1, outer_stop=end + 1)
        share_unit(tokens, found, quantity)
        found.append(spread(tokens, found, quantity, verbs))
        free = quantity.outer_stop
    return found


def unqualified(quantity: Quantity) -> Quantity:
    """The same number as an exact one, where the word before it belongs to something else."""
    value = quantity.value
    return quantity._replace(outer_first=quantity.first, low=value, high=value, qualifier="exact")


def _inside_time(tokens: Sequence[Token], number: Number, times: Sequence[TimeExpression]) -> bool:
    if not times:
        return False
    start, end = tokens[number.first].start, tokens[number.stop - 1].end
    return any(time.start < end and start < time.end for time in times)


def _is_particle(quantity: Quantity, verbs: Sequence[Match[str]]) -> bool:
    return any(verb.first < quantity.outer_first < verb.stop for verb in verbs)


def _is_ruled_over(
    tokens: Sequence[Token], quantity: Quantity, verbs: Sequence[Match[str]]
) -> bool:
    """Whether "over" goes with the word before it: "control over 57 percent"."""
    first = quantity.outer_first
    if not first or tokens[first].norm != "over" or quantity.value is None:
        return False
    before = tokens[first - 2].norm if first > 1 else ""
    acts = before in lexicon.grammar().acting_words or before.endswith("s")
    if acts and any(verb.first == first - 1 for verb in verbs):
        return False  # "they control over 70%", but "take control over three"
    return tokens[first - 1].norm in lexicon.grammar().rule_over


def _in_unit_behind(tokens: Sequence[Token], number: Number) -> Number:
    """The first of two figures in the unit of the second: "fell from 20 to 15 per cent".

    Also in its currency and scale: "went up from 2 to 3 million euros".
    """
    joint = number.stop
    if number.unit is not None or joint + 1 >= len(tokens) or tokens[joint].norm != "to":
        return number
    if not number.first or tokens[number.first - 1].norm != "from":
        return number
    other = read_number(tokens, joint + 1)
    if other is None or other.form != number.form or other.unit is None:
        return number
    if other.unit == "percent":
        return number._replace(unit=other.unit)
    if not other.unit.isupper() or not tokens[joint + 1].is_number:
        return number  # a sign before the second is its own: "from 40 to $200"
    raised = other.scale if number.scale == 1 else 1
    return number._replace(
        unit=other.unit, value=number.value * raised, scale=max(raised, number.scale)
    )


def _is_told_about(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether "about" says what is told of, and bounds nothing: "the information about 300 men".

    "Reports about 300 men" is a noun where the sentence or its noun phrase begins with it.
    """
    first = quantity.outer_first
    if not first or quantity.first != first + 1 or tokens[first].norm != "about":
        return False
    if quantity.value is None:
        return False
    grammar, before = lexicon.grammar(), tokens[first - 1].norm
    if before in grammar.told_about:
        return True
    opens = first == 1 or tokens[first - 2].norm in grammar.determiners
    return opens and before in grammar.tellings


def _range(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """A range with one unit: "between A and B", "A to B", "A-B", "six or seven", "about A, B"."""
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
    return Quantity(
        first=number.first,
        stop=other.stop,
        outer_first=outer,
        outer_stop=other.stop,
        value=None,
        low=low,
        high=other.value,
        qualifier="range",
        unit=unit,
        is_fraction=other.form == "fraction",
    )


def _unbounded(tokens: Sequence[Token], first: int) -> int:
    """Index of the first token of a number with what bounds it."""
    match = qualifiers_before().match_before(tokens, first)
    return match.first if match else first


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


def _rises(tokens: Sequence[Token], first: int) -> bool:
    """Whether the "up" of "up to" belongs to a verb before it."""
    up = tokens[first].norm == "up"
    return up and first > 0 and tokens[first - 1].norm in lexicon.qualifiers().rising


def _qualified(tokens: Sequence[Token], number: Number) -> Quantity:
    before = qualifiers_before().match_before(tokens, number.first)
    after = qualifier_behind(tokens, number.stop)
    qualifier: Qualifier = "exact"
    if before is not None and after is not None and before.payload == "about":
        before = None  # "a reported 650 or more"
    elif before is not None and _rises(tokens, before.first):
        before = None  # "the toll went up to 40"
    if before is not None:
        qualifier = before.payload
    elif after is not None:
        qualifier = after.payload
    if after is not None and number.unit is None:  # "900-odd kilometres"
        number = unit_behind(tokens, number._replace(stop=after.stop))._replace(stop=number.stop)
    low, high = bounds(qualifier, number.value)
    vague = number.form == "vague"
    if vague:
        qualifier, low, high = "vague", number.value, None
    return Quantity(
        first=number.first,
        stop=number.stop,
        outer_first=before.first if before else number.first,
        outer_stop=after.stop if after and not before else number.stop,
        value=None if vague else number.value,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=number.unit,
        is_ordinal=number.form == "ordinal",
        is_fraction=number.form == "fraction",
    )
