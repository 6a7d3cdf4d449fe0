"""What a chart draws, as rows: each mark with each fact behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard.charts.region import geometry
from dashboard.charts.region.capture_days import CaptureDays
from dashboard.charts.time.day_dots import is_dated
from dashboard.charts.time.marks import marks_of
from dashboard.selecting.concerns import countries_named_by
from dashboard.words.names import label
from data.claims.captures import CAPTURE

if TYPE_CHECKING:
    import datetime as dt

    from shapely.geometry.base import BaseGeometry

    from dashboard.charts.claims.story import MeasureStory
    from dashboard.charts.region.told import CountryPart, Told
    from dashboard.charts.region.told_lines import Movement
    from dashboard.charts.region.told_places import Crossing
    from dashboard.charts.time.day_dots import Dot
    from data.article import Article
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class PlottedMark:
    """A mark of a chart.

    Attributes:
        columns: What is said of the mark itself, by column.
        facts: The facts behind it.
        shape: Makes its shape in EPSG:4326, which only files of the map need; None on a chart that
            is no map.
    """

    columns: Mapping[str, Any]
    facts: tuple[Fact, ...]
    shape: Callable[[], BaseGeometry] | None = None

    @property
    def geometry(self) -> BaseGeometry | None:
        """Its shape; None on a chart that is no map.

        Raises:
            ShapeError: If the shapes cannot be used.
        """
        return self.shape() if self.shape else None


def facts_of(marks: Iterable[PlottedMark]) -> dict[str, Fact]:
    """The facts behind marks by id, each once."""
    return {fact.fact_id: fact for mark in marks for fact in mark.facts}


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
    """A mark for each time a province changed hands."""
    for province in story.provinces:
        for change in province.changes:
            shows = f"taken by {label(change.holder)}, {CaptureDays.of(change).in_a_table}"
            columns = _named("province", province.code, shows)
            facts = tuple(fact for claim in change.claims for fact in claim.facts)
            yield PlottedMark(columns, facts, partial(geometry.province, province.code))


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


def timeline_marks(facts: Iterable[Fact], articles: Mapping[str, Article]) -> list[PlottedMark]:
    """The marks of the timeline with their days, in the order of time."""
    marks, _ = marks_of(facts, articles)
    return [
        PlottedMark(
            _days("period" if mark.days > 1 else "day", mark.start, mark.end, dated=mark.dated),
            mark.facts,
        )
        for mark in marks
    ]


def lane_marks(dots: Iterable[Dot]) -> list[PlottedMark]:
    """The dots of a timeline of very many claims, in the order of time.

    Those of one dot that the text dates are apart from the others.
    """
    marks = []
    for dot in sorted(dots, key=lambda dot: dot.day):
        for dated in (True, False):
            own = [claim for claim in dot.claims if is_dated(claim) == dated]
            facts = tuple(fact for claim in own for fact in claim.facts)
            if facts:
                marks.append(PlottedMark(_days("day", dot.day, dot.day, dated=dated), facts))
    return marks


def _days(mark: str, start: dt.date, end: dt.date, *, dated: bool) -> dict[str, Any]:
    return {
        "mark": mark,
        "mark_start": start.isoformat(),
        "mark_end": end.isoformat(),
        "mark_dated": "by the text" if dated else "by the day of publication",
    }


def claim_marks(story: MeasureStory) -> list[PlottedMark]:
    """The marks of the claims on a measure, in the order of the days they speak of."""
    standing = {claim.claim_id for claim in story.standing.claims}
    return [
        PlottedMark(
            {
                "mark": "claim",
                "measure": story.measure.id,
                "axis": story.measure.axis,
                "day": claim.day.isoformat() if claim.day else "",
                "stands": "yes" if claim.claim_id in standing else "no",
                "sources": ", ".join(claim.sources),
            },
            claim.facts,
        )
        for claim in story.claims
    ]
