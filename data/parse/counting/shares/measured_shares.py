"""Measured shares: shares of held ground whose figure stands behind them.

"The share of districts under X control rose to 50 percent"; "puts X's control of the country at 50
percent".
"""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.ground.holders import ground_held, held_behind
from data.parse.counting.ground.named_holders import Holder, named_holder
from data.parse.counting.shares.denominators import ShareOf, named_denominator
from data.parse.counting.verbs.agents import country_of_side
from data.parse.draft import Draft
from data.parse.names.actors import HOLDERS
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_REACH = 16
"""Most words from "the share of" to its figure."""


def find_measured_share(reading: Reading, quantity: Quantity) -> Draft | None:
    """The draft of a share of ground under somebody's control that is told before its figure."""
    first = quantity.outer_first
    end = _end_of_measure(reading, first)
    if end == first:
        return None
    if reading.lower[quantity.outer_stop : quantity.outer_stop + 1] == ["of"]:
        return None  # "X's control of it has come to 50 percent of its costs"
    found = _measure_before(reading, end)
    if found is None:
        return None
    share, held_by = found
    code = share.code or ground_held(reading, quantity, held_by.actor)
    if share.stands_in:
        code = country_of_side(reading, held_by.actor) or code
    return Draft(
        kind="control_share",
        rule="shares.measured",
        action="control",
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first,
        at=reading.at,
        quantity=quantity,
        unit="percent",
        who=held_by.words,
        actor=held_by.code,
        places=(code,) if code else (),
        of=code,
    )


def _end_of_measure(reading: Reading, first: int) -> int:
    """Where words end that a figure may be of: before the verb or preposition that leads to it.

    Whatever else stands between has the figure: "under X control, exports fell to 40 percent".
    """
    grammar = lexicon.grammar()
    leading = grammar.copulas | grammar.change_verbs | grammar.figure_leads
    if not first or reading.lower[first - 1] not in leading:
        return first
    passed = leading | grammar.auxiliaries
    index = first - 1
    while index and (
        reading.lower[index - 1] in passed
        or index - 1 in reading.verb_tokens
        or is_adverb(reading.tokens[index - 1])
    ):
        index -= 1
    return index


def _measure_before(reading: Reading, end: int) -> tuple[ShareOf, Holder] | None:
    """The ground of the measure that ends before a token, and who holds it."""
    grammar, lower = lexicon.grammar(), reading.lower
    for index in range(end - 2, max(-1, end - _REACH), -1):
        if index in reading.quantity_stops:
            return None
        if lower[index + 1] != "of":
            continue
        if lower[index] not in grammar.share_nouns | grammar.holding_nouns:
            continue
        share = named_denominator(reading, index + 1)
        if share is None or share.kind != "control_share":
            return None
        if lower[index] in grammar.holding_nouns:
            held_by = _holder_before(reading, index) if share.stop == end else None
        else:
            held_by = _holder_behind(reading, share.stop, end)
        return (share, held_by) if held_by else None
    return None


def _holder_behind(reading: Reading, stop: int, end: int) -> Holder | None:
    """Whose ground it is, told between two tokens: "under X control", "held by X"."""
    named = any(actor.stop == end for actor in reading.actors)
    if stop >= end or not (named or reading.lower[end - 1] in lexicon.grammar().holding_nouns):
        return None
    verb = next((verb for verb in reading.events if verb.first == stop), None)
    if verb is None or verb.payload.action != "control":
        return held_behind(reading, stop)
    by = reading.lower[verb.stop : verb.stop + 1] == ["by"]
    return named_holder(reading, verb.stop + 1) if by else None


def _holder_before(reading: Reading, noun: int) -> Holder | None:
    """Whose control of something it is: "X's control of"; not "under X control of it"."""
    stop = noun - (reading.lower[noun - 1] == "'s")
    actor = next((actor for actor in reading.actors if actor.stop == stop), None)
    if actor is None or actor.type not in HOLDERS:
        return None
    grammar, before = lexicon.grammar(), actor.first - 1
    while before >= 0 and reading.lower[before] in grammar.determiners:
        before -= 1
    led = before >= 0 and reading.lower[before] in grammar.prepositions | grammar.subordinators
    return None if led else Holder(actor.words, actor)
