"""Captures: on which day each province is said to have changed hands, and who held it since.

A province changes hands with its capital, or where a text says so of the province as a whole; the
fall of a district or of another town does not count, nor does a base that is handed over. Sources
that give different days are all kept, and the earliest day counts: later ones mostly repeat it. The
day of a publication counts only where no source gives any.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from data import lexicon

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

CAPTURE: Final = "capture"
CLOSURE: Final = "closure"
"""Kinds of facts: that ground changed hands; that a crossing or a base was closed."""

_OF_THE_WHOLE: Final = frozenset({"capture", "retake"})
"""Actions by which a place changes hands as a whole: not "capture district", not "hand over"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Capture:
    """That a province changed hands, as all claims together tell it.

    Attributes:
        province: ISO 3166-2 code.
        holder: Actor code of who took it.
        day: The earliest of the days that claims give most exactly, or else that of publication.
        claims: Claims that say so, in order of publication.
    """

    province: str
    holder: str
    day: dt.date
    claims: tuple[Claim, ...]

    @property
    def days(self) -> tuple[dt.date, ...]:
        """All days that claims give, in order; more than one where sources differ."""
        return tuple(sorted({day for claim in self.claims if (day := _day(claim))}))


def captures(claims: Iterable[Claim]) -> tuple[Capture, ...]:
    """All changes of hands of provinces, in order of their days.

    Claims of the same holder are one change of hands as long as nobody else is said to have taken
    the province in between.
    """
    told: dict[str, list[tuple[dt.date, str, Claim]]] = {}
    for claim in claims:
        if claim.fact.kind != CAPTURE:
            continue
        for province in dict.fromkeys(code for f in claim.facts for code in provinces_taken(f)):
            naming = {f.fact_id for f in claim.facts if province in provinces_taken(f)}
            own = claim.told_by(naming)
            if own and (day := _day(own)) and (holder := own.fact.actor):
                told.setdefault(province, []).append((day, holder, own))
    changes: list[Capture] = []
    for province, events in told.items():
        changes += _changes(province, sorted(events, key=lambda event: event[0]))
    return tuple(sorted(changes, key=lambda change: (change.day, change.province)))


def holders(changes: Iterable[Capture], day: dt.date) -> Mapping[str, Capture]:
    """For each province that changed hands up to a day, the latest change.

    Args:
        changes: As :func:`captures` orders them.
        day: Changes of later days do not count. To leave out what was not yet published, too,
            give :func:`captures` claims as of that day.
    """
    return {change.province: change for change in changes if change.day <= day}


def provinces_taken(fact: Fact) -> tuple[str, ...]:
    """The provinces whose hands a capture changes: of capitals, or named as a whole."""
    if fact.action not in _OF_THE_WHOLE:
        return ()
    towns = [code for code in fact.places if code in lexicon.cities()]
    if towns:
        taken = (_capitals().get(code) for code in towns)
        return tuple(dict.fromkeys(code for code in taken if code))
    if any(code in lexicon.crossings() for code in fact.places):
        return ()
    return tuple(code for code in fact.places if code in lexicon.provinces())


def _changes(province: str, events: list[tuple[dt.date, str, Claim]]) -> Iterable[Capture]:
    for holder, run in itertools.groupby(events, key=lambda event: event[1]):
        own = list(run)
        claims = tuple(claim for _, _, claim in own)
        told = _day_of(fact for claim in claims for fact in claim.facts)
        yield Capture(province, holder, told or own[0][0], claims)


@functools.cache
def _capitals() -> Mapping[str, str]:
    """The province of each capital."""
    provinces = lexicon.provinces().values()
    return {province.capital: province.code for province in provinces if province.capital}


def _day(claim: Claim) -> dt.date | None:
    """The day that the claim says it was; else when it was first published."""
    return _day_of(claim.facts) or claim.published


def _day_of(facts: Iterable[Fact]) -> dt.date | None:
    """The day that tellings give: "on Sunday" before "this month"; of such days the earliest."""
    spans = [
        (fact.when_end - fact.when_start, fact.when_start)
        for fact in facts
        if fact.when_start and fact.when_end
    ]
    return min(spans)[1] if spans else None
