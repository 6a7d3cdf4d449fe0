"""When two facts of different articles are one claim, carried twice.

The rule, also told to readers on the page "Claims": the same kind, number, bounds, unit and action;
the same claimant, as far as both articles name one (a government's spokesman speaks for it); and
nothing that speaks against it: another denominator, other places (a province is part of its
country, a border is not), another direction, other people, a total where the other counts more of
them, days that hardly overlap, or, where the text gives no days, publication more than
``news_lasts`` days of ``lexicon/claims.toml`` apart. So 1,000 is not 1,037, a share of a border is
no share of a country, and what happened on 5 July did not happen on 7 July.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

from data import lexicon
from data.claims.claimants import claimant_key, government_behind
from data.claims.counted import counts_the_same, is_further
from data.place_codes import lies_in

if TYPE_CHECKING:
    import datetime as dt

    from data.fact import Fact

_NO_ACTION: Final = "count"
"""Action of a fact whose words tell of none."""


def claim_key(fact: Fact) -> Hashable:
    """What two tellings of one claim share exactly."""
    if fact.has_number:
        return (fact.kind, fact.value, fact.low, fact.high, fact.unit, fact.action, fact.of)
    return (fact.kind, fact.action)


def compared(fact: Fact, published: dt.date | None) -> Hashable:
    """All that :func:`can_be_one` looks at in a fact of a :func:`claim_key`."""
    return (
        fact.actor,
        fact.who,
        fact.places,
        fact.origin,
        fact.destination,
        fact.when_start,
        fact.when_end,
        is_further(fact),
        published,
    )


def can_be_one(
    one: Fact, other: Fact, published: dt.date | None, other_published: dt.date | None
) -> bool:
    """Whether nothing speaks against two facts of one :func:`claim_key` being one claim.

    Args:
        one: A fact.
        other: A fact of another article.
        published: When the article of ``one`` was published.
        other_published: When that of ``other`` was.
    """
    return (
        is_further(one) == is_further(other)
        and _parties_agree(one, other)
        and _places_agree(one, other)
        and _days_agree(one, other, published, other_published)
    )


def _parties_agree(one: Fact, other: Fact) -> bool:
    if not _agree(one.actor, other.actor):
        return False
    return not one.has_number or counts_the_same(one.who, other.who)


def _places_agree(one: Fact, other: Fact) -> bool:
    if not _ends_agree(one.origin, other.origin):
        return False
    if not _ends_agree(one.destination, other.destination):
        return False
    if not one.places or not other.places:
        return one.has_number
    if not one.has_number:
        return bool(set(one.places) & set(other.places))
    return _within(one.places, other.places) or _within(other.places, one.places)


def _ends_agree(one: str | None, other: str | None) -> bool:
    """Whether two ends of a way can be one: who left a capital left its country."""
    return one is None or other is None or lies_in(one, other) or lies_in(other, one)


def _within(parts: tuple[str, ...], wholes: tuple[str, ...]) -> bool:
    return all(any(lies_in(part, whole) for whole in wholes) for part in parts)


def _days_agree(
    one: Fact, other: Fact, published: dt.date | None, other_published: dt.date | None
) -> bool:
    days, other_days = _days(one), _days(other)
    if days and other_days:
        return _overlap(days, other_days)
    if published is None or other_published is None:
        return True
    return abs(published - other_published).days <= lexicon.comparing().news_lasts


def _overlap(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> bool:
    """Whether more than half of the shorter time lies in the longer one.

    The 24 hours to 28 August and those to 29 August have one day in common, and are not one time.
    """
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    shorter = min((days[1] - days[0]).days + 1 for days in (one, other))
    return 2 * common > shorter


def is_short_for(headline: Fact, told: Fact) -> bool:
    """Whether a headline gives the number of a sentence below, less what there is no room for.

    "Two-thirds of the border taken, Moscow says" is "about two-thirds", as its spokeswoman says.
    """
    if _number(headline) is None or _number(headline) != _number(told):
        return False
    if (headline.kind, headline.unit, headline.of) != (told.kind, told.unit, told.of):
        return False
    return (
        (headline.action == told.action or _NO_ACTION in (headline.action, told.action))
        and _claimants_agree(headline, told)
        and can_be_one(headline, told, None, None)
    )


def _number(fact: Fact) -> float | None:
    """The number as it is written: a range begins with its lower end."""
    return fact.low if fact.value is None else fact.value


def _claimants_agree(one: Fact, other: Fact) -> bool:
    who, other_who = claimant_key(one), claimant_key(other)
    if who is None or other_who is None or who == other_who:
        return True
    return who == government_behind(other_who) or government_behind(who) == other_who


def _days(fact: Fact) -> tuple[dt.date, dt.date] | None:
    if fact.when_start is None or fact.when_end is None:
        return None
    return fact.when_start, fact.when_end


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
