"""Provinces that are said to have changed hands, and crossings taken or closed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.charts.region.capture_days import CaptureDays
from data import lexicon
from data.claims.captures import CAPTURE, CLOSURE, Capture, captures, holders

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

HOME: Final = "AFG"
"""The lexicon's subject, for which charts read none of its rules."""

_MOST_SPANS: Final = 4
"""Tints of one hue that can be told apart."""


@dataclasses.dataclass(frozen=True, slots=True)
class DaySpan:
    """Days that are drawn alike; both ends included."""

    first: dt.date
    last: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Province:
    """A province and who is said to hold it.

    Attributes:
        code: ISO 3166-2.
        name: Common English name.
        capture: The last time it is said to have changed hands; None where nobody says so.
        contested: Whether others are said to hold it: it changed hands again, or claims of the
            same days name different holders.
        changes: Every time it is said to have changed hands, in order of the days.
        days: What is said of when it last changed hands.
    """

    code: str
    name: str
    capture: Capture | None = None
    contested: bool = False
    changes: tuple[Capture, ...] = ()
    days: CaptureDays | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that somebody took it, those of the last time first."""
        return tuple(claim for change in reversed(self.changes) for claim in change.claims)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every telling that somebody took it."""
        return tuple(fact for claim in self.claims for fact in claim.facts)

    @property
    def taken(self) -> Capture | None:
        """The capture that nobody contests."""
        return None if self.contested else self.capture


@dataclasses.dataclass(frozen=True, slots=True)
class Crossing:
    """A border crossing that is said to be taken or closed.

    Attributes:
        code: Of the lexicon.
        claims: In order of publication.
    """

    code: str
    claims: tuple[Claim, ...]

    @property
    def at(self) -> tuple[float, float]:
        """Longitude and latitude in degrees."""
        crossing = lexicon.crossings()[self.code]
        return crossing.lon, crossing.lat

    @property
    def deciding(self) -> Claim:
        """The claim that tells its state: the last that it was taken, or else closed."""
        taken = [claim for claim in self.claims if claim.fact.kind == CAPTURE]
        return max(taken or self.claims, key=lambda claim: claim.day or dt.date.min)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every telling."""
        return tuple(fact for claim in self.claims for fact in claim.facts)


def captured_provinces(claims: Iterable[Claim], day: dt.date | None) -> tuple[Province, ...]:
    """Afghanistan's provinces on a day, by code; none at all where no capture is known."""
    known = [
        change
        for change in captures(claims)
        if change.province in _provinces() and (day is None or change.day <= day)
    ]
    if not known:
        return ()
    latest, main = holders(known, day or dt.date.max), taker(known)
    by_province: dict[str, list[Capture]] = {}
    for change in known:
        by_province.setdefault(change.province, []).append(change)
    return tuple(
        Province(
            code,
            name,
            last := latest.get(code),
            _contested(own, main),
            tuple(own),
            CaptureDays.of(last) if last else None,
        )
        for code, name in _provinces().items()
        for own in (by_province.get(code, []),)
    )


def taker(changes: Iterable[Capture]) -> str | None:
    """Who took most of the provinces."""
    most = Counter(change.holder for change in changes).most_common(1)
    return most[0][0] if most else None


def spans_of(claims: Iterable[Claim]) -> tuple[DaySpan, ...]:
    """The days of all captures in spans with about as many captures each, early to late.

    At least a day each, and few enough to be told apart.
    """
    changes = [change for change in captures(claims) if change.province in _provinces()]
    main = taker(changes)
    last = holders((change for change in changes if change.holder == main), dt.date.max)
    counts = sorted(Counter(change.day for change in last.values()).items())
    left = sum(number for _, number in counts)
    spans: list[DaySpan] = []
    while counts:
        number = _days_of_share(counts, left / (_MOST_SPANS - len(spans)))
        spans.append(DaySpan(counts[0][0], counts[number - 1][0]))
        left -= sum(count for _, count in counts[:number])
        counts = counts[number:]
    return tuple(spans)


def _days_of_share(counts: Sequence[tuple[dt.date, int]], share: float) -> int:
    """How many of the first days hold about a share of what is counted; at least one."""
    sums = itertools.accumulate(count for _, count in counts)
    return 1 + min(enumerate(sums), key=lambda each: abs(each[1] - share))[0]


def span_at(spans: Sequence[DaySpan], day: dt.date) -> int:
    """Index of the span that a day falls in, or of the last that begins before it."""
    return max((at for at, span in enumerate(spans) if span.first <= day), default=0)


def crossings_told(claims: Iterable[Claim]) -> tuple[Crossing, ...]:
    """Crossings that captures and closures name, by code."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.fact.kind in (CAPTURE, CLOSURE):
            named = {code for fact in claim.facts for code in fact.places}
            for code in named & lexicon.crossings().keys():
                found.setdefault(code, []).append(claim)
    return tuple(Crossing(code, tuple(found[code])) for code in sorted(found))


def _contested(changes: Sequence[Capture], main: str | None) -> bool:
    """Whether a province is not simply the one's who took most of them.

    It is not where the last to take it was somebody else, or where claims about the day it was
    last taken name another holder, too.
    """
    if not changes:
        return False
    last = changes[-1]
    rivals = {change.holder for change in changes if set(change.days) & set(last.days)}
    return last.holder != main or len(rivals) > 1


@functools.cache
def _provinces() -> Mapping[str, str]:
    """Names of Afghanistan's provinces by code."""
    return {p.code: p.name for p in lexicon.provinces().values() if p.country == HOME}
