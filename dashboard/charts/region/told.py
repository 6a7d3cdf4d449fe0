"""What facts tell of the region: every country's part, provinces, borders, crossings, movements."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dashboard.charts.region.told_lines import (
    BorderClaims,
    Movement,
    borders_told,
    movements_told,
    movers,
    ways,
)
from dashboard.charts.region.told_places import (
    Crossing,
    DaySpan,
    Province,
    captured_provinces,
    crossings_told,
    spans_of,
)
from dashboard.words.names import countries_behind, is_region, label
from data.actor_codes import country_of
from data.timing import timed
from geo.parts import parts, parts_played

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.charts.region.known import Known
    from dashboard.holdings.totals import Named
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A part in the story: its id in geo/parts.toml and its words for a legend."""

    code: str
    label: str


@dataclasses.dataclass(frozen=True, slots=True)
class CountryPart:
    """A country, its part, and the facts behind it.

    Attributes:
        code: ISO 3166-1 alpha-3.
        name: Common English name.
        part: Its part in the story.
        on_map: Whether it has a shape.
        giving: Facts that give it the part.
        all_facts: All facts that concern it.
    """

    code: str
    name: str
    part: Part
    on_map: bool
    giving: tuple[Fact, ...]
    all_facts: tuple[Fact, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """All that a map of facts shows.

    Attributes:
        facts: By id.
        day: The day it is told on; None where no article has a date.
        named: How many facts name each country, and how many facts there are.
        countries: Those of the map and all others the facts name, by code.
        provinces: Afghanistan's, by code; none until one of them is said to have changed hands.
        spans: The days in which provinces change hands, early to late, whatever the day.
        borders: What stands about each border.
        crossings: Crossings that are said to be taken or closed, by code.
        movements: Movements between Afghanistan and its neighbours that are news on the day.
        ways: Between which countries there ever are movements, as ``movements`` orders them.
        movers: Actor codes of who ever moves on them; None for nobody in particular.
        played: Whether it is told day by day.
    """

    facts: dict[str, Fact]
    day: dt.date | None
    named: Named
    countries: tuple[CountryPart, ...]
    provinces: tuple[Province, ...]
    spans: tuple[DaySpan, ...]
    borders: tuple[BorderClaims, ...]
    crossings: tuple[Crossing, ...]
    movements: tuple[Movement, ...]
    ways: tuple[tuple[str, str], ...]
    movers: frozenset[str | None]
    played: bool

    def by_part(self) -> dict[Part, list[CountryPart]]:
        """Countries of each part that has any, parts in legend order, absent ones left out."""
        grouped: dict[Part, list[CountryPart]] = {}
        for entry in parts().part:
            part = Part(entry.id, entry.label)
            own = [country for country in self.countries if country.part == part]
            if own:
                grouped[part] = own
        return grouped


def told(known: Known) -> Told:
    """Join what is known with what geo knows.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    with timed("join", what="region-map"):
        return _joined(known)


def _joined(known: Known) -> Told:
    return Told(
        facts={fact.fact_id: fact for fact in known.facts},
        day=known.day,
        named=known.named,
        countries=_countries(known.facts),
        provinces=captured_provinces(known.claims, known.day),
        spans=spans_of(known.at_last),
        borders=borders_told(known.claims, known.day),
        crossings=crossings_told(known.claims),
        movements=movements_told(known.claims, known.day),
        ways=ways(known.at_last),
        movers=movers(known.at_last),
        played=known.played,
    )


def _countries(facts: tuple[Fact, ...]) -> tuple[CountryPart, ...]:
    by_id = {fact.fact_id: fact for fact in facts}
    actors = {code for fact in facts for code in (fact.actor, fact.claimant) if code}
    members = {code: tuple(sorted(countries_behind(code))) for code in _regions(facts)}
    return tuple(
        CountryPart(
            code=row.code,
            name=row.name or label(row.code),
            part=Part(row.part, row.label),
            on_map=row.on_map,
            giving=tuple(by_id[fact_id] for fact_id in row.fact_ids),
            all_facts=tuple(by_id[fact_id] for fact_id in row.all_fact_ids),
        )
        for row in parts_played(facts, members, {code: country_of(code) for code in actors})
    )


def _regions(facts: Iterable[Fact]) -> set[str]:
    ends = {
        code
        for fact in facts
        for code in (*fact.places, fact.origin, fact.destination, fact.of)
        if code
    }
    return {code for code in ends if is_region(code)}
