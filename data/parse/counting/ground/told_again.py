"""Told again: a count of ground that is told as a share as well: "224 districts, or 53 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.counting.ground.holders import ground_held, holder_of
from data.parse.counting.ground.named_holders import Holder
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def count_told_again(reading: Reading, quantity: Quantity, told: Sequence[Draft]) -> Draft | None:
    """The count that a share tells again, where its total stands between: "224 of 421, or 53%".

    Args:
        reading: The sentence.
        quantity: The share.
        told: The facts of its sentence so far.
    """
    if quantity.unit != "percent" or len(told) < 2 or told[-1].action != "total":
        return None
    count, total = told[-2:]
    is_of = count.noun is total.noun and count.first < total.first and count.unit != "percent"
    return count if is_of and _is_again(reading, quantity, count) else None


def share_again(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    """The draft of a share that tells again what the number before it counts, and who holds that.

    Both are of one whole and have one holder: "hold 224 of 421 districts, or 53 percent".
    """
    ground = lexicon.kinds_with("ground")
    if last is None or last.noun is None or last.noun.kind not in ground or last.unit == "percent":
        return None
    held = last.who is not None and last.who != last.counted
    if not held or last.action == "total" or not _is_again(reading, quantity, last):
        return None
    if _is_part(reading, quantity):
        return None
    holder = next((actor for actor in reading.actors if actor.code == last.actor), None)
    between = reading.lower[last.stop : quantity.outer_first]
    code = _owner(reading, last.first, quantity.outer_first)
    if code is None and "in" not in between:
        code = ground_held(reading, quantity, holder)
    return last._replace(
        kind="control_share",
        rule="shares.again",
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first if last.first <= last.verb < last.stop else last.verb,
        at=reading.at,
        noun_stop=0,
        quantity=quantity,
        unit="percent",
        places=(code,) if code else (),
        of=code,
    )


def share_spoken_of(
    reading: Reading, quantity: Quantity, stop: int, last: Draft | None
) -> Draft | None:
    """The draft of another figure for ground: "the minister had spoken of 70% of the border".

    Args:
        reading: The sentence.
        quantity: The share.
        stop: Index one past the ground that it is of.
        last: The fact of the number before, of the same ground.
    """
    first, naming = quantity.outer_first, lexicon.count_words().speaking_of
    if last is None or last.kind not in _OF_GROUND or reading.at - last.at > _NEAR:
        return None
    if naming.isdisjoint(" ".join(reading.lower[max(0, first - n) : first]) for n in (1, 2, 3)):
        return None
    above = reading.whole[last.at]
    if reading.lower[stop - 1] not in above.word_set:
        return None
    if last.kind != "control_share" and lexicon.grammar().holding_words.isdisjoint(above.word_set):
        return None
    return last._replace(
        kind="control_share",
        rule="shares.spoken-of",
        action="control",
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first,
        at=reading.at,
        quantity=quantity,
        unit="percent",
        of=last.of or (last.places[0] if len(last.places) == 1 else None),
    )


_OF_GROUND = frozenset({"control_share", "border_length"})

_NEAR = 2
"""Most sentences from one figure for ground to the next."""


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether a share is a part of what was counted: "60 districts, a third of them since May"."""
    behind = [*reading.lower[quantity.outer_stop : quantity.outer_stop + 2], ".", "."]
    if behind[0] == "of":
        return behind[1] in lexicon.grammar().anaphoric
    tied = reading.lower[quantity.outer_first - 1] != ","
    return not tied and behind[0].isalnum() and behind[0] not in lexicon.grammar().adding


def who_has_bare(
    reading: Reading, quantity: Quantity, happening: Happening | None
) -> Holder | None:
    """Who holds a share of what is only named behind it: "control 53 percent, or 224 districts"."""
    holds = happening is not None and happening.verb.holds
    return holder_of(reading, happening, quantity.outer_stop) if holds else None


def _is_again(reading: Reading, quantity: Quantity, count: Draft) -> bool:
    """Whether nothing but a comma, "or" or a bracket leads from a count to a share."""
    if count.at != reading.at:
        return False
    joints = lexicon.count_words().again
    index = quantity.outer_first
    while index > count.stop and reading.lower[index - 1] in joints:
        index -= 1
    if index == quantity.outer_first or index < count.stop:
        return False
    between = range(count.stop, index)
    parting = lexicon.grammar().clause_joints | {","}
    return not any(at in reading.verb_tokens or reading.lower[at] in parting for at in between)


def _owner(reading: Reading, first: int, stop: int) -> str | None:
    """The one place that is named beside a count: "28 districts of X", "X's 421 districts"."""
    codes = {place.code for place in reading.places if first <= place.first and place.stop <= stop}
    return codes.pop() if len(codes) == 1 else None
