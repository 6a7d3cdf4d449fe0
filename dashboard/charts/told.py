"""What facts tell of the region: every country's part, claimed borders, movements."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from dashboard.charts.region_frame import region
from dashboard.names import actor_country, countries_behind, is_region, label
from dashboard.wording import amount, spread
from data import lexicon
from data.claims.tellings import best_telling
from data.fact import Fact
from data.frame import from_frame
from geo.join import border_claims, country_parts, curve, movements, parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


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
class BorderClaims:
    """What is claimed about one border by one side, all claims together.

    Attributes:
        code: The border, e.g. ``AFG-TJK``.
        actor: Actor code of who is said to hold it.
        line: Its geometry in degrees.
        facts: The claims, in text order.
        words: The share in words, all claims side by side: ``67% to 85%``.
        published_km: Published length of the whole border.
    """

    code: str
    actor: str | None
    line: Any
    facts: tuple[Fact, ...]
    words: str
    published_km: float


@dataclasses.dataclass(frozen=True, slots=True)
class Movement:
    """All that is claimed about movements from one place to another.

    Attributes:
        origin: Code.
        destination: Code.
        path: Longitudes and latitudes of the arrow.
        facts: Facts that tell of it, in text order.
        fact: The one that speaks for all.
        words: Its number in words, all claims together; empty where none gives a number.
    """

    origin: str
    destination: str
    path: tuple[tuple[float, float], ...]
    facts: tuple[Fact, ...]
    fact: Fact
    words: str

    @property
    def hedged(self) -> bool:
        """Whether the text doubts it in any telling."""
        return any(fact.hedged for fact in self.facts)


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """All that a map of facts shows.

    Attributes:
        facts: By id.
        countries: Those of the map and all others the facts name, by code.
        borders: Claims by border and side.
        movements: Movements with both ends on the map.
    """

    facts: dict[str, Fact]
    countries: tuple[CountryPart, ...]
    borders: tuple[BorderClaims, ...]
    movements: tuple[Movement, ...]

    def by_part(self) -> dict[Part, list[CountryPart]]:
        """Countries of each part that has any, parts in legend order, absent ones left out."""
        grouped: dict[Part, list[CountryPart]] = {}
        for entry in parts().part:
            part = Part(entry.id, entry.label)
            own = [country for country in self.countries if country.part == part]
            if own:
                grouped[part] = own
        return grouped

    def absent(self) -> list[CountryPart]:
        """Countries of the map that no fact names."""
        return [country for country in self.countries if not country.all_facts]


def told(facts: pd.DataFrame) -> Told:
    """Join facts with what geo knows.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    by_id = {fact.fact_id: fact for fact in from_frame(facts)}
    return Told(by_id, _countries(facts, by_id), _borders(facts, by_id), _movements(facts, by_id))


def _countries(facts: pd.DataFrame, by_id: dict[str, Fact]) -> tuple[CountryPart, ...]:
    actors = {code for fact in by_id.values() for code in (fact.actor, fact.claimant) if code}
    members = {code: tuple(sorted(countries_behind(code))) for code in _regions(by_id.values())}
    frame = country_parts(facts, members, {code: actor_country(code) for code in actors})
    return tuple(
        CountryPart(
            code=row["code"],
            name=row["name"] if isinstance(row["name"], str) else label(row["code"]),
            part=Part(row["part"], row["label"]),
            on_map=bool(row["on_map"]),
            giving=tuple(by_id[fact_id] for fact_id in row["fact_ids"]),
            all_facts=tuple(by_id[fact_id] for fact_id in row["all_fact_ids"]),
        )
        for row in _rows(frame)
    )


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _regions(facts: Iterable[Fact]) -> set[str]:
    ends = {
        code
        for fact in facts
        for code in (*fact.places, fact.origin, fact.destination, fact.of)
        if code
    }
    return {code for code in ends if is_region(code)}


def _borders(facts: pd.DataFrame, by_id: dict[str, Fact]) -> tuple[BorderClaims, ...]:
    frame = border_claims(facts)
    frame = frame[frame["unit"] == "percent"]
    grouped: dict[tuple[str, str | None], list[Any]] = {}
    for row in _rows(frame):
        fact = by_id[row["fact_id"]]
        grouped.setdefault((row["of"], fact.actor), []).append(row)
    claims = []
    for (code, actor), rows in grouped.items():
        own = tuple(by_id[row["fact_id"]] for row in rows)
        words = _amount_words(own) or "parts"
        claims.append(
            BorderClaims(code, actor, rows[0]["geometry"], own, words, rows[0]["published_km"])
        )
    return tuple(claims)


def _amount_words(facts: tuple[Fact, ...]) -> str:
    """All claimed amounts together, lowest to highest; never one claim for all of them."""
    said = {words for fact in facts if (words := amount(fact))}
    return said.pop() if len(said) == 1 else spread(facts)


def _movements(facts: pd.DataFrame, by_id: dict[str, Fact]) -> tuple[Movement, ...]:
    points: dict[str, tuple[float, float]] = {}
    points |= {code: (town.lon, town.lat) for code, town in lexicon.cities().items()}
    points |= {code: (town.lon, town.lat) for code, town in lexicon.crossings().items()}
    frame = movements(facts, points | region().arrows)
    ways: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in _rows(frame[frame["drawable"]]):
        ways.setdefault((row["origin"], row["destination"]), []).append(row)
    found = []
    for ends, rows in ways.items():
        row = rows[0]
        own = tuple(by_id[fact_id] for other in rows for fact_id in other["fact_ids"])
        path = curve((row["start_lon"], row["start_lat"]), (row["end_lon"], row["end_lat"]))
        found.append(Movement(*ends, tuple(path), own, best_telling(own), _amount_words(own)))
    return tuple(found)
