"""Very many claims as dots: those of one kind about one day."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dashboard.charts.time.long_times import counts_years
from data import lexicon

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact


@dataclasses.dataclass(frozen=True)
class Dot:
    """The claims of one kind about one day.

    Attributes:
        kind: Id of the kind.
        day: The day that the claims speak of.
        claims: At least one, in order of publication.
    """

    kind: str
    day: dt.date
    claims: tuple[Claim, ...]

    @functools.cached_property
    def undated(self) -> int:
        """Of how many no text gives the day: they stand where they were reported."""
        return sum(not is_dated(claim) for claim in self.claims)

    @property
    def dated(self) -> bool:
        """Whether a text gives the day of any of them."""
        return self.undated < len(self.claims)

    @functools.cached_property
    def facts(self) -> tuple[Fact, ...]:
        """One fact of each claim."""
        return tuple(claim.fact for claim in self.claims)


def dots_of(claims: Iterable[Claim], span: tuple[dt.date, dt.date]) -> list[Dot]:
    """Claims that speak of a day of the span, by kind and day; kinds as in ``kinds.toml``.

    What counts years is about none of their days.
    """
    grouped: dict[tuple[str, dt.date], list[Claim]] = {}
    for claim in claims:
        when = claim.day
        if when and span[0] <= when <= span[1] and not counts_years(claim.fact):
            grouped.setdefault((claim.fact.kind, when), []).append(claim)
    return [Dot(kind, when, tuple(own)) for (kind, when), own in sorted(grouped.items())]


def is_dated(claim: Claim) -> bool:
    """Whether a claim stands at a day that its text gives."""
    return claim.fact.when_end is not None and claim.fact.when_end == claim.day


def rows_of(dots: Iterable[Dot]) -> list[str]:
    """The kinds that have a dot, in the order of ``kinds.toml``."""
    used = {dot.kind for dot in dots}
    return [kind for kind in lexicon.kinds() if kind in used]
