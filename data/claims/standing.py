"""What stands on a day: each claimant's latest claim, who agrees with whom, how far apart they are.

Two claims agree where some number satisfies both: "over 1,000" and "1,037" do, 70 and 85 percent
do not. Claims that count different things neither agree nor contradict: see
:mod:`data.claims.comparable`. Nothing is averaged and no claim wins.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal

from data import lexicon
from data.claims.carriers import is_part
from data.claims.claimants import government_behind
from data.claims.comparable import comparable, comparable_groups, counts_a_part

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact
    from data.lexicon.claims import Measure

_BY_DAY: Final = frozenset({"day", "period"})
"""Ways to compare that ask for claims of one day."""

Stands = Literal["yes", "lapsed", "no"]
"""Whether a claim stands; ``lapsed`` was among those given last, and nothing stands any more."""


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """The claims of one measure that stand on a day.

    Attributes:
        day: The day; of claims that lapsed, the last on which any of them was published.
        claims: What each claimant said about the latest day they spoke of, in order of publication.
            Claims that name no claimant count as one claimant a source.
        lapsed: Whether none of them is news on the day any more: they are what stood last.
        beside: Of claims that lapsed, the others that stood on that day and lapsed before them.
    """

    day: dt.date
    claims: tuple[Claim, ...]
    lapsed: bool = False
    beside: tuple[Claim, ...] = ()

    def stands(self, claim: Claim) -> Stands:
        """Whether a claim stands on the day that was asked for."""
        if claim.claim_id not in {each.claim_id for each in self.claims}:
            return "no"
        return "lapsed" if self.lapsed else "yes"

    @property
    def camps(self) -> tuple[tuple[Claim, ...], ...]:
        """Claims in groups that agree: some number satisfies all of a group; from low to high.

        Parts of what others count come last.
        A claim that agrees with several groups, such as "over 1,000", is in each of them; one that
        cannot be compared with any other is alone.
        """
        found = [camp for alike in comparable_groups(self.claims) for camp in _camps(alike)]
        return tuple(sorted(found, key=_parts_last_from_low_to_high))

    @property
    def contradictions(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs that can be compared and that no number satisfies, lower claim first."""
        ordered = sorted(self.claims, key=lambda claim: claimed_range(claim.fact))
        return tuple(
            (one, other)
            for place, one in enumerate(ordered)
            for other in ordered[place + 1 :]
            if comparable(one, other) and not agree(one.fact, other.fact)
        )

    @property
    def compared(self) -> bool:
        """Whether every claim can be compared with every other."""
        return len(comparable_groups(self.claims)) <= 1

    @property
    def apart(self) -> bool:
        """Whether no claim can be compared with any other."""
        return len(comparable_groups(self.claims)) == len(self.claims)


def _parts_last_from_low_to_high(camp: Sequence[Claim]) -> tuple[bool, tuple[float, float]]:
    facts = [claim.fact for claim in camp]
    return all(map(counts_a_part, facts)), min(map(claimed_range, facts))


def _camps(claims: Sequence[Claim]) -> Sequence[tuple[Claim, ...]]:
    """The largest groups that some number satisfies."""
    ranges = {claim.claim_id: claimed_range(claim.fact) for claim in claims}
    points = sorted({low for low, _ in ranges.values()})
    camps = [
        tuple(c for c in claims if ranges[c.claim_id][0] <= p <= ranges[c.claim_id][1])
        for p in points
    ]
    whole = [frozenset(c.claim_id for c in camp) for camp in camps]
    kept = [
        camp
        for camp, ids in zip(camps, whole, strict=True)
        if not any(ids < other for other in whole)
    ]
    return tuple(dict.fromkeys(kept))


def standing(claims: Iterable[Claim], day: dt.date) -> Standing:
    """What stands on a day.

    A claimant who said several things about one day stands for all of them; what they said about an
    earlier day is superseded, whoever carries it again, and so is what may be about an earlier one
    ("earlier in June"). Whoever speaks for a government is that claimant, so that its newest figure
    stands, whichever of them gave it. Of totals that run on from day to day, those of other days
    than the latest are superseded whoever gave them.

    Args:
        claims: Of one measure.
        day: Claims published later do not count, nor those that are no news any more.
    """
    by_claimant: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if (known := claim.as_of(day)) is not None:
            named = known.claimant
            who = (named and government_behind(named)) or named or f"({known.sources[0]})"
            by_claimant.setdefault((who, _counted_from(known)), []).append(known)
    standing_now: list[Claim] = []
    for own in by_claimant.values():
        latest = max(claim.first_day or day for claim in own)
        standing_now += [c for c in own if (c.first_day or day) == latest and is_news(c, day)]
    current = _of_latest_day(standing_now)
    return Standing(day, tuple(sorted(current, key=lambda claim: claim.published or day)))


def _of_latest_day(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of running totals, which grow, those of the latest day; all other claims."""
    totals = [claim.day for claim in claims if claim.day and _runs_on(claim)]
    if not totals:
        return claims
    earliest = max(totals) - dt.timedelta(days=lexicon.comparing().comparable_within)
    return [c for c in claims if not (_runs_on(c) and c.day and c.day < earliest)]


def _runs_on(claim: Claim) -> bool:
    """Whether a claim is a total up to a day that no total of another day answers."""
    measure = claim.measure
    return measure is not None and measure.totals and measure.compare in _BY_DAY


def is_news(claim: Claim, day: dt.date) -> bool:
    """Whether it was last told within ``stands_for`` days of ``lexicon/claims.toml``.

    Totals that grow stand for ``totals_stand_for``. An article that speaks of an earlier day tells
    what is as old as that day, whenever it was published.
    """
    return (last := _lapses(claim)) is None or day <= last


def _lapses(claim: Claim) -> dt.date | None:
    """The last day on which a claim is news; None where it has no date.

    The newest telling decides: an article that tells the day of it more exactly, such as an older
    one, does not take what was told since.
    """
    told = ((each.published, each.fact.when_end) for each in claim.tellings)
    days = [min(date for date in known if date) for known in told if any(known)]
    return max(days) + dt.timedelta(days=stands_for(claim.measure)) if days else None


def stands_for(measure: Measure | None) -> int:
    """Days for which claims of a measure stand."""
    rules = lexicon.comparing()
    return rules.totals_stand_for if measure and measure.totals else rules.stands_for


def _counted_from(claim: Claim) -> dt.date | None:
    """The day from which a claim counts, where claims of its measure differ in that."""
    differs = claim.measure is not None and claim.measure.compare == "period"
    return claim.fact.when_start if differs else None


def last_standing(claims: Sequence[Claim], day: dt.date) -> Standing:
    """What stands on a day or, where nothing does any more, what stood last.

    That is what stood on the last day on which anything did: what had been superseded or was no
    news by then does not come back. Where all was old when it was told, what was told last. Who has
    told it again since is there all the same.

    Args:
        claims: Of one measure.
        day: As for :func:`standing`.
    """
    stood = standing(claims, day)
    if stood.claims:
        return stood
    for last in sorted(_ends(claims, day), reverse=True):
        if before := standing(claims, last).claims:
            ids = {claim.claim_id for claim in before}
            again = tuple(claim for claim in _known(claims, day) if claim.claim_id in ids)
            return _with_those_beside(_last_given(again, day), claims)
    told = _known(claims, day)
    given = max(filter(None, map(_last_published, told)), default=None)
    latest = tuple(claim for claim in told if given and _last_published(claim) == given)
    return _last_given(latest, day) if latest else stood


def _last_given(claims: tuple[Claim, ...], day: dt.date) -> Standing:
    given = max(filter(None, map(_last_published, claims)), default=day)
    return Standing(given, claims, lapsed=True)


def _with_those_beside(stood: Standing, claims: Sequence[Claim]) -> Standing:
    own = {claim.claim_id for claim in stood.claims}
    then = standing(claims, stood.day).claims
    beside = tuple(claim for claim in then if claim.claim_id not in own)
    return dataclasses.replace(stood, beside=beside)


def _known(claims: Iterable[Claim], day: dt.date) -> tuple[Claim, ...]:
    """Claims as they were carried up to a day, in order of publication."""
    known = [told for claim in claims if (told := claim.as_of(day)) is not None]
    return tuple(sorted(known, key=lambda claim: claim.published or day))


def _last_published(claim: Claim) -> dt.date | None:
    return max((told.published for told in claim.tellings if told.published), default=None)


def _ends(claims: Iterable[Claim], day: dt.date) -> frozenset[dt.date]:
    """Days before one, among them every last day on which some claim was news."""
    ends: set[dt.date] = set()
    for claim in claims:
        stands = dt.timedelta(days=stands_for(claim.measure))
        told = {each.published for each in claim.tellings if each.published}
        spoken_of = {fact.when_end for fact in claim.facts if fact.when_end}
        ends |= {date + stands for date in told | spoken_of}
    return frozenset(end for end in ends if end < day)


def series(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Each claimant's claims of one measure by day: a figure that changed is a new claim.

    What counts from another day on, or a part, is another series. Claims that name no claimant are
    in none.
    """
    grouped: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if claim.claimant:
            counts = claim.measure is not None and claim.measure.counts_from_a_day
            since = claim.fact.when_start if counts else None
            key = (claim.claimant, since, is_part(claim.fact))
            grouped.setdefault(key, []).append(claim)
    return tuple(
        tuple(sorted(own, key=lambda claim: claim.middle or dt.date.max))
        for own in grouped.values()
    )


def agree(one: Fact, other: Fact) -> bool:
    """Whether some number satisfies both claims."""
    low, high = claimed_range(one)
    other_low, other_high = claimed_range(other)
    return low <= other_high and other_low <= high


def claimed_range(fact: Fact) -> tuple[float, float]:
    """The numbers a claim allows, both ends included.

    "Over" is taken to allow the number itself, "about" the share of ``lexicon/claims.toml`` either
    way; an end that is left open is infinite.
    """
    if fact.qualifier == "about" and fact.value is not None:
        allowed = abs(fact.value) * lexicon.comparing().about_allows
        return fact.value - allowed, fact.value + allowed
    low = -math.inf if fact.low is None else fact.low
    high = math.inf if fact.high is None else fact.high
    return low, high
