"""Afghanistan's provinces on the map, by who took them and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_AREA
from dashboard.charts.parts.markup import escape_markup, shorten, wrap
from dashboard.charts.parts.picked import country_data, facts_data
from dashboard.charts.region.capture_days import CaptureDays
from dashboard.charts.region.legend_entries import Entry
from dashboard.charts.region.painting import Painted, shape_trace
from dashboard.charts.region.told_lines import facts_to_click
from dashboard.charts.region.told_places import HOME, DaySpan, span_at
from dashboard.words.facts import claimant
from dashboard.words.names import countries_behind, within_sentence
from data.claims.tellings import best_telling
from geo.gazetteer import province_table

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import Told
    from dashboard.charts.region.told_places import Province
    from dashboard.palette import Palette
    from data.article import Article
    from data.fact import Fact

_QUOTE: Final = 180
"""Characters of a sentence: a hover label is sent for each province with every new day."""

_LINE, _LIT_LINE = 0.7, 2.4


def province_traces(
    story: Told,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    shapes: str | None,
) -> list[dict[str, Any]]:
    """The provinces: first all others, then those that stand out; hidden until one is taken.

    Clicking one shows the claims that it was taken, or what concerns Afghanistan.
    """
    if not story.spans:
        return []
    fills = [colours.untaken.fill, *(tint.fill for tint in colours.taken), colours.contested.fill]
    lit = _lit(story, chosen)
    known = {province.code: province for province in story.provinces}
    traces = []
    width = _LIT_LINE if len(lit) < len(known) else _LINE
    for standing_out in (False, True):
        own = [
            _painted(
                known.get(code),
                code,
                story,
                articles,
                colours,
                width=width if standing_out else _LINE,
            )
            for code in province_table()[HOME]
            if (code in lit) == standing_out
        ]
        opacity = DIMMED_AREA if chosen.active and not standing_out else 1
        name = "provinces that stand out" if standing_out else "provinces"
        trace = shape_trace(own, fills, name=name, shapes=shapes, opacity=opacity)
        traces.append(trace | {"visible": bool(known)})
    return traces


def province_entries(story: Told, colours: Palette) -> list[Entry]:
    """Legend of the provinces. Spans of days are listed once a province was taken in them."""
    if not story.spans:
        return []
    taken: dict[int, dt.date] = {}
    for when in (change.day for p in story.provinces if (change := p.taken)):
        at = span_at(story.spans, when)
        taken[at] = max(when, taken.get(at, when))
    entries = [
        Entry(f"Taken {span_words(_known(span, taken.get(at)))}", tint.fill, tint.fill, at in taken)
        for at, (span, tint) in enumerate(
            zip(story.spans, colours.taken[: len(story.spans)], strict=True)
        )
    ]
    contested = any(province.contested for province in story.provinces)
    free = any(province.capture is None for province in story.provinces)
    return [
        *entries,
        Entry("Retaken or contested", colours.contested.fill, colours.contested.line, contested),
        Entry("Not reported taken", colours.untaken.fill, colours.untaken.line, free),
    ]


def _known(span: DaySpan, last: dt.date | None) -> DaySpan:
    """A span of days as far as it is known: to the last day on which anything was taken."""
    return span if last is None else DaySpan(span.first, last)


def span_words(span: DaySpan) -> str:
    """Days of a legend: ``6 to 8 Aug``, ``29 Jul to 2 Aug``."""
    if span.first == span.last:
        return _short(span.last)
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        return f"{span.first.day} to {_short(span.last)}"
    return f"{_short(span.first)} to {_short(span.last)}"


def _short(day: dt.date) -> str:
    return f"{day.day} {day:%b}"


def _lit(story: Told, chosen: Highlight) -> frozenset[str]:
    """Provinces that stand out: the chosen ones, or all where the whole country does."""
    if chosen.facts:
        own = {p.code for p in story.provinces if chosen.lights_facts(p.facts)}
    else:
        own = {p.code for p in story.provinces if p.code in chosen.places}
    if own:
        return frozenset(own)
    home = next(country for country in story.countries if country.code == HOME)
    whole = (
        any(HOME in countries_behind(place) for place in chosen.places)
        if not chosen.facts
        else chosen.lights_country(HOME, home.all_facts)
    )
    return frozenset(p.code for p in story.provinces) if whole else frozenset()


def _painted(
    province: Province | None,
    code: str,
    story: Told,
    articles: Mapping[str, Article],
    colours: Palette,
    *,
    width: float,
) -> Painted:
    if province is None:
        return Painted(code, colours.untaken.fill)
    tint, click = colours.untaken, country_data(HOME)
    if province.contested:
        tint = colours.contested
    elif province.capture:
        tint = colours.taken[span_at(story.spans, province.capture.day)]
    if province.capture:
        click = facts_data(facts_to_click(province.claims, _read(province)))
    return Painted(code, tint.fill, tint.line, width, _hover(province, articles), click)


def _read(province: Province) -> Fact:
    """The fact whose sentence stands in the label: the best of those that give the day."""
    deciding = province.days.deciding if province.days else ()
    return best_telling(deciding or province.claims[0].facts)


def _hover(province: Province, articles: Mapping[str, Article]) -> str:
    """Who took it, which day each source gives, and the words of one of them."""
    name = f"<b>{escape_markup(province.name)}</b>"
    days = province.days
    if province.capture is None or days is None:
        return f"{name}: not reported taken"
    said = f"said to be taken by {within_sentence(province.capture.holder)}"
    lines = [f"{name}: {escape_markup(f'{said}{days.after_who}')}"]
    lines += [
        wrap(f"Also: {within_sentence(change.holder)}{CaptureDays.of(change).after_who}")
        for change in province.changes
        if change is not province.capture
    ]
    lines += [wrap(line) for line in days.lines(articles)]
    fact = _read(province)
    lines.append(wrap(f"“{shorten(fact.quote, _QUOTE)}”"))
    lines.append(wrap(f"Who says so: {claimant(fact, articles.get(fact.article_id))}"))
    return "<br>".join(lines)
