"""What claims that answer one question say, in words: parts are told from their wholes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.wording import amount_as_worded, amount_in_common, amount_of, spread
from data.claims.carriers import carrier_of, is_part

if TYPE_CHECKING:
    from data.fact import Fact


def said(fact: Fact, wholes: Mapping[str, float], *, short: bool = False) -> str:
    """The amount, what it is out of, and whose flights it counts, as far as each is told.

    For example ``about 250 of 398``, ``over 79,000 (US military aircraft)``.

    Args:
        fact: The claim, as one telling has it.
        wholes: What counts are counted out of, by fact id.
        short: Whether there is little room.
    """
    words = amount_of(fact, wholes.get(fact.fact_id), short=short)
    carrier = carrier_of(fact)
    return f"{words} ({carrier.short if short else carrier.label})" if carrier else words


def said_by_all(facts: Sequence[Fact]) -> str:
    """The one amount that all give, or how far they are apart; parts aside, if others are wholes.

    Args:
        facts: At least one, of one measure.
    """
    counting = wholes_among(facts)
    return amount_in_common(counting) or spread(counting)


def wholes_among(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Facts that are no part of what others count; all of them where every one is."""
    return [fact for fact in facts if not is_part(fact)] or facts


def parts_among(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Facts that are a part of what others count."""
    kept = {fact.fact_id for fact in wholes_among(facts)}
    return [fact for fact in facts if fact.fact_id not in kept]


def parts_told(facts: Sequence[Fact]) -> str:
    """The parts among claims, in a phrase; empty where there is none.

    For example ``A part alone: over 79,000 (US military aircraft)``.
    """
    told = [said(fact, {}) for fact in parts_among(facts)]
    return f"A part alone: {', '.join(told)}" if told else ""


def amounts_as_worded(facts: Sequence[Fact]) -> str:
    """Amounts among claims that the text gives as words, in a phrase; empty where there is none.

    For example ``In words: about two-thirds (66.7%), almost all (90% to 100%)``.
    """
    told = dict.fromkeys(amount_of(fact, None) for fact in facts if amount_as_worded(fact))
    return f"In words: {', '.join(told)}" if told else ""
