"""Where claims stand on the axes of their chart: none covers another."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from data.claims.standing import series

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

DOT: Final = 11
"""Pixels across a claim's mark, without its outline."""

OUTLINE: Final = 2.5
"""Pixels of a mark's outline, half of which lies outside."""

ARROW_HEAD: Final = 9
"""Pixels across the head of the arrow at an open end."""

_SIDE_BY_SIDE: Final = 15
"""Pixels from the middle of a mark to that of the next one."""

_OPEN: Final = 0.1
"""Length of the arrow at an open end, as a share of the axis."""

_RISE: Final = 8
"""Pixels before a mark at which the step to it rises: neither behind it nor behind its arrow."""

_NOON: Final = dt.time(12)
_TIME: Final = "%Y-%m-%d %H:%M"


@dataclasses.dataclass(frozen=True, slots=True)
class Scale:
    """What a pixel is worth.

    Attributes:
        across: Time along the day axis.
        up: Amount along the value axis.
        top: The amount at which the value axis ends, which open ends point to.
    """

    across: dt.timedelta
    up: float
    top: float


def height_of(fact: Fact) -> float:
    """Where a claim's mark stands: at its number, or in the middle of its range."""
    if fact.value is not None:
        return fact.value
    ends = [end for end in (fact.low, fact.high) if end is not None]
    return sum(ends) / len(ends)


def open_end(fact: Fact, top: float) -> float | None:
    """Where the arrow of a claim points to, one end of which is left open; else None.

    Args:
        fact: A telling of the claim.
        top: End of the value axis.
    """
    if (fact.low is None) == (fact.high is None):
        return None
    if fact.high is None:
        return min(top, height_of(fact) + _OPEN * top)
    return max(0.0, height_of(fact) - _OPEN * top)


def times_of(claims: Iterable[Claim], scale: Scale) -> Mapping[str, str]:
    """Where claims stand on the day axis, by claim id; those without a day nowhere.

    At noon of the day they speak of, or of the middle one of several. Marks that would cover each
    other there, such as two claimants' of one number on one day, or a dot and the arrow of one
    below it, stand side by side around it; of one number those at the right from which a step leads
    on to a later claim, so that it does not begin behind another's mark.

    Args:
        claims: Of one measure.
        scale: Of the chart.
    """
    every = tuple(claims)
    led_on = {claim.claim_id for own in series(every) for claim in own[:-1]}
    dated = sorted(
        (claim for claim in every if claim.day),
        key=lambda claim: (str(claim.middle), claim.claim_id in led_on),
    )
    times: dict[str, str] = {}
    for _, own in itertools.groupby(dated, key=lambda claim: claim.middle):
        for touching in _touching(tuple(own), scale):
            columns = _columns(touching, scale)
            middle = max(columns.values()) / 2
            for claim in touching:
                aside = (columns[claim.claim_id] - middle) * _SIDE_BY_SIDE * scale.across
                noon = dt.datetime.combine(claim.middle or dt.date.min, _NOON)
                times[claim.claim_id] = f"{noon + aside:{_TIME}}"
    return times


def step(
    claims: Sequence[Claim], times: Mapping[str, str], scale: Scale
) -> tuple[list[str], list[float]]:
    """The line of a step from claim to claim: the times and the heights of its corners.

    It keeps the height of a claim until just before the next one, and ends in that from the side:
    a riser behind the next one's arrow would look like a range.

    Args:
        claims: Of one claimant, in their order.
        times: Where each stands, by claim id.
        scale: Of the chart.
    """
    at, heights = [times[claims[0].claim_id]], [height_of(claims[0].fact)]
    for one, other in itertools.pairwise(claims):
        left, right = (dt.datetime.fromisoformat(times[each.claim_id]) for each in (one, other))
        rise = f"{max(left + (right - left) / 2, right - _RISE * scale.across):{_TIME}}"
        low, high = height_of(one.fact), height_of(other.fact)
        at += [rise, rise, times[other.claim_id]]
        heights += [low, high, high]
    return at, heights


def side_by_side(times: Mapping[str, str]) -> bool:
    """Whether any claims stand beside the noon of their day, for the chart to say so."""
    return any(not time.endswith(f"{_NOON:%H:%M}") for time in times.values())


def _touching(claims: Sequence[Claim], scale: Scale) -> list[list[Claim]]:
    """Claims of a day in groups, no mark of one touching a mark of another."""
    groups: list[list[Claim]] = []
    reach = 0.0
    for claim in sorted(claims, key=lambda claim: _extent(claim.fact, scale)[0]):
        low, high = _extent(claim.fact, scale)
        if groups and low < reach:
            groups[-1].append(claim)
        else:
            groups.append([claim])
        reach = max(reach, high) if len(groups[-1]) > 1 else high
    return groups


def _columns(claims: Sequence[Claim], scale: Scale) -> dict[str, int]:
    """The first column from the left in which each claim has room, by claim id."""
    reached: list[float] = []
    columns: dict[str, int] = {}
    for claim in claims:
        low, high = _extent(claim.fact, scale)
        column = next((at for at, end in enumerate(reached) if end <= low), len(reached))
        reached[column : column + 1] = [high]
        columns[claim.claim_id] = column
    return columns


def _extent(fact: Fact, scale: Scale) -> tuple[float, float]:
    """What a mark covers of the value axis: its dot, the bar of a range, the arrow of an end."""
    dot, ends = height_of(fact), (fact.low, fact.high)
    is_range = fact.qualifier == "range" or None not in ends
    bar = [end for end in ends if end is not None] if is_range else []
    half = scale.up * (DOT + OUTLINE) / 2
    covered = [dot - half, dot + half, *bar]
    if (points_to := open_end(fact, scale.top)) is not None:
        head = scale.up * ARROW_HEAD / 2
        covered += [points_to - head, points_to + head]
    return min(covered), max(covered)
