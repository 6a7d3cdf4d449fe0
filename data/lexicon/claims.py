"""The shape of ``measures.toml``: questions to which several claims answer."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from data.entry import Entry, Limits
from data.lexicon.kind import KindId
from data.lexicon.schema import Code3, InOrder, Words


class Measure(Entry):
    """A question to which several claims answer; keys are explained in ``measures.toml``."""

    id: Annotated[str, Limits(pattern=r"^[a-z][a-z0-9-]*$")]
    label: Annotated[str, Limits(min_length=1, max_length=48)]
    axis: Annotated[str, Limits(min_length=1, max_length=56)]  # a phone has room for no more
    about: Annotated[str, Limits(min_length=1)]
    unit: Literal["percent", "people", "count"]
    most: float | None = None
    kinds: Annotated[tuple[KindId, ...], Limits(min_length=1)]
    actions: Words = ()
    of: Words = ()
    ground: Literal["land", "districts"] | None = None
    actors: Words = ()
    told_by: tuple[Code3, ...] = ()
    only_places: Words = ()
    destinations: Words = ()
    origins: Words = ()
    period: Literal["running", "since"] | None = None
    totals: bool = False
    real: bool = False
    compare: Literal["day", "period", "own"] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    least: float | None = None

    def __post_init__(self) -> None:
        """Refuse one that ends before it starts."""
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"until {self.until} is before since {self.since}")

    @property
    def counts_from_a_day(self) -> bool:
        """Whether its totals count from one day to another, unlike what is held on a day."""
        return self.totals and (self.period is not None or self.compare == "period")


class Measures(Entry):
    """Schema of ``measures.toml``."""

    measure: Annotated[tuple[Measure, ...], Limits(min_length=1)]


class Comparing(Entry):
    """Schema of ``claims.toml``: what is alike when claims are compared."""

    anybody: frozenset[str]
    further: frozenset[str]
    nameless: frozenset[str]
    bodies: frozenset[str]
    about_allows: Annotated[float, Limits(gt=0, lt=1)]
    comparable_within: Annotated[int, Limits(ge=0)]
    stands_for: Annotated[int, Limits(ge=1)]
    totals_stand_for: Annotated[int, Limits(ge=1)]
    news_lasts: Annotated[int, Limits(ge=1)]
    districts: Annotated[Words, Limits(min_length=1)]
    not_districts: Annotated[Words, Limits(min_length=1)]
    foreseeing: frozenset[str]
    clause_openers: frozenset[str]


class Carrier(Entry):
    """On whose planes people left; keys are explained in ``carriers.toml``."""

    id: Annotated[str, Limits(pattern=r"^[a-z][a-z-]*$")]
    label: Annotated[str, Limits(min_length=1, max_length=32)]
    short: Annotated[str, Limits(min_length=1, max_length=16)]
    part: bool = False
    phrases: Annotated[Words, Limits(min_length=1)]
    examples: Annotated[InOrder, Limits(min_length=1)]


class Carriers(Entry):
    """Schema of ``carriers.toml``."""

    carrier: Annotated[tuple[Carrier, ...], Limits(min_length=1)]
