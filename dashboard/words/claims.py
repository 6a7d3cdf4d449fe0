"""What claims that answer one question say, in words: parts are told from their wholes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.words.bounds import is_open_range
from dashboard.words.facts import (
    amount,
    amount_as_worded,
    amount_in_common,
    amount_of,
    counted,
    days,
    number,
    open_end,
    who,
)
from dashboard.words.names import label
from data.claims.carriers import carrier_of, is_part
from data.claims.comparable import counts_a_part
from data.claims.counted import is_further, names_a_kind

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

_OF_A_SIDE: Final = frozenset({"casualties", "personnel"})
"""Kinds of facts whose actor is whose men are counted, and nobody who does something to them."""


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


def said_of(fact: Fact, wholes: Mapping[str, float]) -> str:
    """The amount and whom it counts, to stand alone: ``over 100 Afghans``; else as :func:`said`."""
    words = (said(fact, wholes), counted_by(fact))
    return " ".join(part for part in words if part)


def said_by_all(facts: Sequence[Fact]) -> str:
    """The one amount that all give, or how far they are apart; parts aside, if others are wholes.

    Each end in the words of who gives it: ``hundreds to over 1,000``, ``about two-thirds to almost
    the whole``. A bound that is worked out of words is no number that anybody gave.

    Args:
        facts: At least one, of one measure.
    """
    counting = wholes_among(facts)
    if not any(map(amount_as_worded, counting)) and (told := amount_in_common(counting)):
        return told
    amounts = {in_own_words(fact) for fact in counting}
    ends = [(fact, end) for fact in counting for end in _ends(fact)]
    if len(amounts) == 1 or not ends:
        return amounts.pop()
    # Of claims that share an end, one that leaves it open; of the others one that names it alone.
    low = min(ends, key=lambda t: (t[1], t[0].low is not None, t[0].high is None))
    high = max(ends, key=lambda t: (t[1], t[0].high is None, t[0].low is not None))
    if low[1] == high[1] and low[0].low is not None:  # "12" and "over 12"
        return in_own_words(high[0])
    lowest, highest = _end_told(*low), _end_told(*high)
    return lowest if lowest == highest else f"{lowest} to {highest}"


def said_by_all_of(facts: Sequence[Fact]) -> str:
    """The same, and whom it counts where one says it alone, parts aside: ``13 U.S. troops``.

    Others that were told before may have counted others.

    Args:
        facts: As for :func:`said_by_all`.
    """
    counting = wholes_among(facts)
    whom = counted_by(counting[0]) if len(counting) == 1 else ""
    return " ".join(part for part in (said_by_all(facts), whom) if part)


def others_stood(facts: Sequence[Fact]) -> str:
    """What stood beside claims on the day they were given last; empty where nothing did.

    For example ``3 other claims stood then: about two-thirds to almost the whole``.
    """
    if not facts:
        return ""
    return f"{counted(len(facts), 'other claim')} stood then: {said_by_all_of(facts)}"


def spoken_of(claim: Claim, *, short: bool = True) -> str:
    """The days a claim can speak of, or that of its publication; empty where none is known.

    For example ``1 to 9 Jun 2021``, or at length ``1 to 9 June 2021``.
    """
    return days(*claim.spoken_of, short=short) if claim.spoken_of else ""


def in_own_words(fact: Fact) -> str:
    """The amount as its text has it: ``about two-thirds``, and with figures ``over 1,000``."""
    return amount_of(fact, None).partition(" (")[0] if amount_as_worded(fact) else amount(fact)


def _ends(fact: Fact) -> Sequence[float]:
    return [end for end in (fact.value, fact.low, fact.high) if end is not None]


def _end_told(fact: Fact, end: float) -> str:
    """One end of what a claim allows, in its words unless these are figures for both ends."""
    if is_open_range(fact):
        return number(end, fact.unit) if end == fact.low else open_end(fact)
    is_range = fact.value is None and not amount_as_worded(fact) and len(_ends(fact)) > 1
    return number(end, fact.unit) if is_range else in_own_words(fact)


def wholes_among(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Facts that are no part of what others count; all of them where every one is.

    See :func:`~data.claims.comparable.counts_a_part`.
    """
    return [fact for fact in facts if not counts_a_part(fact)] or facts


def parts_among(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Facts that are a part of what others count."""
    kept = {fact.fact_id for fact in wholes_among(facts)}
    return [fact for fact in facts if fact.fact_id not in kept]


def claims_counted(facts: Sequence[Fact], more: str = "") -> str:
    """How many claims there are, parts aside: ``2 claims``, ``1 claim and 1 of a part``.

    Args:
        facts: One of each claim.
        more: What stands behind the number of claims.
    """
    parts = len(parts_among(facts))
    told = counted(len(facts) - parts, "claim") + more
    return f"{told} and {parts:,} of a part" if parts else told


def parts_told(facts: Sequence[Fact]) -> str:
    """The parts among claims, in a phrase; empty where there is none.

    For example ``A part alone: over 79,000 (US military aircraft)``.
    """
    told = [said(fact, {}) for fact in parts_among(facts) if is_part(fact)]
    return f"A part alone: {', '.join(told)}" if told else ""


def amounts_as_worded(facts: Sequence[Fact]) -> str:
    """Amounts among claims that the text gives as words, in a phrase; empty where there is none.

    For example ``In words: about two-thirds (66.7%), almost all (90% to 100%)``.
    """
    told = dict.fromkeys(amount_of(fact, None) for fact in facts if amount_as_worded(fact))
    return f"In words: {', '.join(told)}" if told else ""


def counted_by(fact: Fact) -> str:
    """Who a claim counts, to stand behind its amount: ``U.S. troops``; empty for no people.

    Claims on one question may count some of them: "13" killed are soldiers, and "169" Afghans; and
    some count others besides those told before. "Members" alone may be anybody's.
    """
    told = who(fact) if fact.unit == "people" else ""
    if told and fact.actor and fact.kind in _OF_A_SIDE and _says_no_side(told):
        told = f"{told} ({label(fact.actor)})"
    return f"other {told}" if told and is_further(fact) and "other" not in told.split() else told


def _says_no_side(words: str) -> bool:
    return len(words.split()) == 1 and names_a_kind(words)
