"""What a chart draws, as rows: each mark with each fact behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dashboard.charts.known import Known
from dashboard.charts.marks import marks_of
from dashboard.concerns import names_country
from dashboard.names import label
from data.claims.captures import CAPTURE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.charts.claims_over_time import MeasureStory
    from dashboard.charts.told import CountryPart, Told
    from dashboard.charts.told_lines import Movement
    from dashboard.charts.told_places import Crossing
    from dashboard.view import View
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a chart.

    Attributes:
        columns: What is said of the mark itself, by column.
        facts: The facts behind it.
        geometry: Its shape in EPSG:4326; None on a chart that is no map.
    """

    columns: Mapping[str, Any]
    facts: tuple[Fact, ...]
    geometry: BaseGeometry | None = None


def map_marks(view: View) -> list[Mark]:
    """The marks of the map, from the same functions that draw it.

    Countries with their part in the story or, in the layer of facts, how many facts name them; in
    the first layer also provinces with who took them and when, borders and movements with the
    amount claimed, and crossings with who took or closed them.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    from dashboard.charts import geometry  # slow to import, and only files of the map need it

    story = Known.of(view).told
    if view.selection.layer == "facts":
        return [
            Mark(_country(country, str(len(naming))), naming, geometry.country(country.code))
            for country in story.countries
            if country.on_map and (naming := _naming(country.code, story.facts.values()))
        ]
    marks = [
        Mark(
            _country(country, country.part.label), country.all_facts, geometry.country(country.code)
        )
        for country in story.countries
        if country.on_map and country.all_facts
    ]
    marks += _provinces(story)
    marks += [
        Mark(
            _named("border", claims.code, claims.words), claims.facts, geometry.border(claims.code)
        )
        for claims in story.borders
    ]
    marks += [
        Mark(
            _named("crossing", crossing.code, _crossing_words(crossing)),
            crossing.facts,
            geometry.point(crossing.at),
        )
        for crossing in story.crossings
    ]
    return marks + [
        Mark(
            _named("movement", f"{way.origin} to {way.destination}", _movement_words(way)),
            way.facts,
            geometry.line(way.path),
        )
        for way in story.movements
    ]


def _provinces(story: Told) -> Iterable[Mark]:
    """A mark for each time a province changed hands."""
    from dashboard.charts import geometry  # as above

    for province in story.provinces:
        for change in province.changes:
            days = " or ".join(day.isoformat() for day in change.days)
            columns = _named("province", province.code, f"taken by {label(change.holder)}, {days}")
            facts = tuple(fact for claim in change.claims for fact in claim.facts)
            yield Mark(columns, facts, geometry.province(province.code))


def _crossing_words(crossing: Crossing) -> str:
    fact = crossing.deciding.fact
    done = "taken" if fact.kind == CAPTURE else "closed"
    return f"{done} by {label(fact.actor)}" if fact.actor else done


def _movement_words(way: Movement) -> str:
    """The amount, or how many claims there are where they tell of several events."""
    return way.words if way.one_event else way.noun


def _naming(country: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if names_country(fact, country))


def _country(country: CountryPart, shows: str) -> dict[str, Any]:
    return {"mark": "country", "code": country.code, "name": country.name, "shows": shows}


def _named(mark: str, code: str, shows: str) -> dict[str, Any]:
    name = " to ".join(label(part) for part in code.split(" to "))
    return {"mark": mark, "code": code, "name": name, "shows": shows}


def timeline_marks(view: View) -> list[Mark]:
    """The marks of the timeline with their days, in the order of time."""
    marks, _ = marks_of(view.around, view.corpus.articles)
    return [
        Mark(
            {
                "mark": "period" if mark.days > 1 else "day",
                "mark_start": mark.start.isoformat(),
                "mark_end": mark.end.isoformat(),
                "mark_dated": "by the text" if mark.dated else "by the day of publication",
            },
            mark.facts,
        )
        for mark in marks
    ]


def claim_marks(story: MeasureStory) -> list[Mark]:
    """The marks of the claims on a measure, in the order of the days they speak of."""
    standing = {claim.claim_id for claim in story.standing.claims}
    return [
        Mark(
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
