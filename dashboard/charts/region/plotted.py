"""What the map draws, as rows of data files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.plotted import PlottedMark
from dashboard.charts.region import geometry
from dashboard.charts.region.capture_days import CaptureDays
from dashboard.selecting.concerns import countries_named_by
from dashboard.words.names import label
from data.claims.captures import CAPTURE

if TYPE_CHECKING:
    from dashboard.charts.region.told import CountryPart, Told
    from dashboard.charts.region.told_lines import Movement
    from dashboard.charts.region.told_places import Crossing
    from data.fact import Fact

UNTAKEN: Final = "not reported taken"


def map_marks(story: Told, *, lines: bool) -> list[PlottedMark]:
    """The marks of the map.

    Countries with their part in the story, provinces with who took them and when, borders and
    movements with the amount claimed, and crossings with who took or closed them.

    Args:
        story: What the map shows.
        lines: Whether the layer draws all these. Otherwise it has countries alone, each with how
            many facts name it.
    """
    if not lines:
        return list(_countries_by_facts(story))
    return [
        *_countries_by_part(story),
        *_provinces(story),
        *_borders(story),
        *_crossings(story),
        *_movements(story),
    ]


def _countries_by_facts(story: Told) -> Iterable[PlottedMark]:
    naming = _by_country_named(story.facts.values())
    for country in story.countries:
        if country.on_map and (facts := tuple(naming.get(country.code, ()))):
            shape = partial(geometry.country, country.code)
            yield PlottedMark(_country(country, str(len(facts))), facts, shape)


def _countries_by_part(story: Told) -> Iterable[PlottedMark]:
    for country in story.countries:
        if country.on_map and country.all_facts:
            columns = _country(country, country.part.label)
            shape = partial(geometry.country, country.code)
            yield PlottedMark(columns, country.all_facts, shape)


def _by_country_named(facts: Iterable[Fact]) -> Mapping[str, Sequence[Fact]]:
    naming: dict[str, list[Fact]] = {}
    for fact in facts:
        for country in countries_named_by(fact):
            naming.setdefault(country, []).append(fact)
    return naming


def _provinces(story: Told) -> Iterable[PlottedMark]:
    """A mark for each time a province changed hands, and one for each that never did."""
    for province in story.provinces:
        shape = partial(geometry.province, province.code)
        if not province.changes:
            yield PlottedMark(_named("province", province.code, UNTAKEN), (), shape)
        for change in province.changes:
            shows = f"taken by {label(change.holder)}, {CaptureDays.of(change).in_a_table}"
            columns = _named("province", province.code, shows)
            facts = tuple(fact for claim in change.claims for fact in claim.facts)
            yield PlottedMark(columns, facts, shape)


def _borders(story: Told) -> Iterable[PlottedMark]:
    for claims in story.borders:
        columns = _named("border", claims.code, claims.words)
        yield PlottedMark(columns, claims.facts, partial(geometry.border, claims.code))


def _crossings(story: Told) -> Iterable[PlottedMark]:
    for crossing in story.crossings:
        columns = _named("crossing", crossing.code, _crossing_words(crossing))
        yield PlottedMark(columns, crossing.facts, partial(geometry.point, crossing.at))


def _movements(story: Told) -> Iterable[PlottedMark]:
    for way in story.movements:
        columns = _named("movement", f"{way.origin} to {way.destination}", _movement_words(way))
        yield PlottedMark(columns, way.facts, partial(geometry.line, way.path))


def _crossing_words(crossing: Crossing) -> str:
    fact = crossing.deciding.fact
    done = "taken" if fact.kind == CAPTURE else "closed"
    return f"{done} by {label(fact.actor)}" if fact.actor else done


def _movement_words(way: Movement) -> str:
    """The amount, or how many claims there are where they tell of several events."""
    return way.words if way.one_event else way.noun


def _country(country: CountryPart, shows: str) -> dict[str, Any]:
    return {"mark": "country", "code": country.code, "name": country.name, "shows": shows}


def _named(mark: str, code: str, shows: str) -> dict[str, Any]:
    name = " to ".join(label(part) for part in code.split(" to "))
    return {"mark": mark, "code": code, "name": name, "shows": shows}
