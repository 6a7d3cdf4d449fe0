"""Quantities: number expressions and the range each of them claims."""

from __future__ import annotations

from collections.abc import Container, Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.calendar.times import TimeExpression
from data.parse.numbers.brackets import are_around
from data.parse.numbers.cardinals import Number
from data.parse.numbers.numerals import number_openings, read_number, unit_behind
from data.parse.numbers.qualifiers import bounds, qualifier_behind, qualifiers_before
from data.parse.numbers.quantity import Quantity
from data.parse.numbers.ranges import range_at, rises
from data.parse.numbers.spreading import share_unit, spread
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token


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
        quantity = range_at(tokens, number) or _qualified(tokens, number)
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


def _qualified(tokens: Sequence[Token], number: Number) -> Quantity:
    before = qualifiers_before().match_before(tokens, number.first)
    after = qualifier_behind(tokens, number.stop)
    qualifier: Qualifier = "exact"
    if before is not None and after is not None and before.payload == "about":
        before = None  # "a reported 650 or more"
    elif before is not None and rises(tokens, before.first):
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
