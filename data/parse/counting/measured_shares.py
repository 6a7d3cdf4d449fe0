"""Measured shares: shares of held ground whose figure stands behind them.

"The share of districts under X control rose to 50 percent"; "puts X's control of the country at 50
percent".
"""

from __future__ import annotations

from data import lexicon
from data.parse.counting.agents import country_of_side
from data.parse.counting.denominators import ShareOf, named_denominator
from data.parse.counting.holders import ground_held, held_behind
from data.parse.counting.named_holders import Holder, named_holder
from data.parse.draft import Draft
from data.parse.names.actors import HOLDERS
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_REACH = 16
"""Most words from "the share of" to its figure."""


def find_measured_share(reading: Reading, quantity: Quantity) -> Draft | None:
    """The draft of a share of ground under somebody's control that is told before its figure."""
    first, grammar = quantity.outer_first, lexicon.grammar()
    leading = grammar.copulas | grammar.change_verbs | {"at", "to"}
    if not first or reading.lower[first - 1] not in leading:
        return None
    if reading.lower[quantity.outer_stop : quantity.outer_stop + 1] == ["of"]:
        return None  # "X's control of it has come to 50 percent of its costs"
    found = _measure_before(reading, first)
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


def _measure_before(reading: Reading, first: int) -> tuple[ShareOf, Holder] | None:
    """The ground of the measure that a figure is of, and who holds it; no other figure between."""
    nouns, lower = lexicon.grammar().share_nouns, reading.lower
    for index in range(first - 2, max(-1, first - _REACH), -1):
        if index in reading.quantity_stops:
            return None
        if lower[index + 1] != "of":
            continue
        if lower[index] in nouns:
            share = named_denominator(reading, index + 1)
            held_by = _holder_behind(reading, share.stop) if share and share.stop < first else None
        elif lower[index] in lexicon.grammar().holding_nouns:
            share = named_denominator(reading, index + 1)
            held_by = _holder_before(reading, index)
        else:
            continue
        if share is None or held_by is None or share.kind != "control_share":
            return None
        return share, held_by
    return None


def _holder_behind(reading: Reading, stop: int) -> Holder | None:
    """Whose ground it is that ends before a token: "under X control", "held by X"."""
    verb = next((verb for verb in reading.events if verb.first == stop), None)
    if verb is None or verb.payload.action != "control":
        return held_behind(reading, stop)
    by = reading.lower[verb.stop : verb.stop + 1] == ["by"]
    return named_holder(reading, verb.stop + 1) if by else None


def _holder_before(reading: Reading, noun: int) -> Holder | None:
    """Whose control of something it is: "X's control of", "X control over"."""
    stop = noun - (reading.lower[noun - 1] == "'s")
    actor = next((actor for actor in reading.actors if actor.stop == stop), None)
    return Holder(actor.words, actor) if actor and actor.type in HOLDERS else None
