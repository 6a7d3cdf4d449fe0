"""All claims on one measure over time: ranges as ranges, open ends open, colour by claimant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.claims.labels import Label, labels_below, listed_below, standing_labels
from dashboard.charts.claims.marks import claim_traces, has_steps, legend_entries, series_traces
from dashboard.charts.claims.places import Scale, side_by_side, times_of
from dashboard.charts.parts.drawing import Drawing
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.parts.layout import EDGE, Words, frame, message
from dashboard.charts.parts.legend_box import (
    KEY_TITLE,
    entry_width,
    key_title,
    legend,
    legend_height,
)
from dashboard.charts.parts.sources import as_of, cited, of_this_session, source_line
from dashboard.charts.time.axis import day_ticks
from dashboard.palette import palette
from dashboard.words.claims import claims_counted, others_stood, said, said_by_all_of, spoken_of
from dashboard.words.facts import capitalised, claimant, counted, day, number
from dashboard.words.names import either, label
from data.claims.carriers import is_part
from data.claims.comparable import comparable

if TYPE_CHECKING:
    from dashboard.charts.claims.story import MeasureStory
    from dashboard.charts.parts.caption import Caption
    from dashboard.palette import Palette, Theme
    from data.claims.claim import Claim
    from data.lexicon.claims import Measure

PLOT_HEIGHT: Final = 330
LABELLED: Final = 900
"""Pixels of width from which the claims that stand have their claimants beside them."""

_LABELS, _VALUES = 300, 46
_HEADROOM: Final = 1.04
_AXIS: Final = 26
_HOW_TO_READ: Final = (
    "Rings are approximate, bars are ranges, an arrow marks an end that is left open"
)
_DAY: Final = dt.timedelta(days=1)


def claims_over_time(
    story: MeasureStory, *, highlight: Highlight, theme: Theme, width: int, caption: Caption
) -> Drawing:
    """The chart. Clicks: see :mod:`dashboard.charts`.

    Args:
        story: What it shows.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide.
        caption: What a picture that leaves the page says about itself.
    """
    colours = palette(theme)
    facts = [fact for claim in story.claims for fact in claim.facts]
    sources = cited(facts, story.articles)
    lit = lit_on(story, highlight)
    scale = _scale(story, width)
    times = times_of(story.claims, scale)
    among = unconcerned(story, highlight.places) or lit.told
    own = of_this_session(facts, sources)
    told = (among, _subtitle(story, times), as_of(story.articles), own)
    subtitle = ". ".join(part for part in told if part)
    words = Words(_title(story), subtitle, source_line(sources), width, caption)
    entries = legend_entries(story.claims, colours)
    below = [] if width >= LABELLED else _below(story, highlight, width)
    layout = _layout(words, colours, story, [entry["name"] for entry in entries], below)
    if not story.claims:
        layout["annotations"].append(message(_why_empty(story), colours))
        return Drawing([], layout)
    by_id = {article.article_id: article for article in story.articles}
    traces = [
        *entries,
        *series_traces(story.claims, times, scale, colours),
        *claim_traces(story.claims, times, story.top, story.wholes, by_id, lit, colours),
    ]
    if width >= LABELLED:
        end = layout["xaxis"]["domain"][1]
        layout["annotations"] += standing_labels(
            _shown(story), scale, story.wholes, highlight, colours, end, _LABELS
        )
    return Drawing(traces, layout)


def _below(story: MeasureStory, highlight: Highlight, width: int) -> list[Label]:
    """Who says how much, where the chart has no room for that beside its plot."""
    return labels_below(_shown(story), story.wholes, highlight, width - 2 * EDGE)


def _shown(story: MeasureStory) -> tuple[Claim, ...]:
    """The claims that stand, then those that stood with them."""
    return (*story.standing.claims, *story.standing.beside)


def claims_over_time_alt(story: MeasureStory) -> str:
    """The chart in sentences, for those who cannot see it. Plain text."""
    if not story.claims:
        return f"{story.measure.label}. {_why_empty(story)}"
    by_id = {article.article_id: article for article in story.articles}
    parts = [f"{_title(story)}. {story.measure.axis}."]
    for claim in story.claims[-12:]:
        fact = claim.fact
        when = spoken_of(claim, short=False) or "no date"
        who = claimant(fact, by_id.get(fact.article_id))
        parts.append(f"{when}: {capitalised(said(fact, story.wholes))}, {who}.")
    return " ".join(parts)


def unconcerned(story: MeasureStory, places: Sequence[str]) -> str:
    """That none of the claims concerns the chosen places, where that is so; else empty."""
    chosen = Highlight(tuple(places))
    if not (places and story.claims) or any(chosen.lights_facts(c.facts) for c in story.claims):
        return ""
    return f"No claim on this concerns {either([label(place) for place in places])}"


def lit_on(story: MeasureStory, highlight: Highlight) -> Highlight:
    """What stands out on a measure: a chosen fact that is in another chart dims nothing."""
    if any(highlight.lights_facts(claim.facts) for claim in story.claims):
        return highlight
    return Highlight(highlight.places)


def _title(story: MeasureStory) -> str:
    stood = story.standing
    if not stood.claims:
        return story.measure.label
    facts = [claim.fact for claim in stood.claims]
    when = ", last given" if stood.lapsed else " as of"
    told = f"{said_by_all_of(facts)}, {claims_counted(facts)}{when} {day(stood.day)}"
    beside = f", beside {counted(len(stood.beside), 'other')}" if stood.beside else ""
    return f"{story.measure.label}: {told}{beside}"


def _subtitle(story: MeasureStory, times: Mapping[str, str]) -> str:
    known = (story.wholes.get(fact.fact_id) for claim in story.claims for fact in claim.facts)
    wholes = sorted({whole for whole in known if whole})
    counted_out = ", ".join(number(whole) for whole in wholes)
    undated = sum(claim.day is None for claim in story.claims)
    early = sum(claim.middle is not None and claim.middle < story.span[0] for claim in story.claims)
    parts = [
        others_stood([claim.fact for claim in story.standing.beside]),
        "Not all count the same" if _unlike(story) else "",
        _HOW_TO_READ if story.claims else "",
        "Dotted steps lead from a claimant's figure to the next" if has_steps(story.claims) else "",
        f"The upright dotted line is {day(marked)}" if (marked := _marked_day(story)) else "",
        "Diamonds count a part" if any(is_part(claim.fact) for claim in story.claims) else "",
        "Claims without a day of their own stand on the day they were first reported"
        if any(claim.day and claim.fact.when_end is None for claim in story.claims)
        else "",
        "Claims about several days stand in their middle"
        if any(claim.of_several_days for claim in story.claims)
        else "",
        "Claims of one day that would cover each other stand side by side"
        if side_by_side(times)
        else "",
        f"{counted(early, 'claim')} about earlier days not shown" if early else "",
        f"{counted(undated, 'claim')} without a known day not shown" if undated else "",
        f"Counted out of wholes that differ: {counted_out}" if len(wholes) > 1 else "",
    ]
    return ". ".join(part for part in parts if part)


def _unlike(story: MeasureStory) -> bool:
    """Whether some of the claims that stand, or stood with them, count another thing."""
    shown = _shown(story)
    return any(not comparable(shown[0], claim) for claim in shown[1:])


def _axis_days(story: MeasureStory) -> tuple[dt.date, dt.date]:
    return story.span[0] - _DAY, story.span[1] + 2 * _DAY


def _across(width: int) -> tuple[float, float]:
    """Where the plot begins and ends, as fractions of the width between the chart's edges."""
    inner = width - 2 * EDGE
    return _VALUES / inner, 1 - _LABELS / inner if width >= LABELLED else 1


def _scale(story: MeasureStory, width: int) -> Scale:
    (first, last), (left, right) = _axis_days(story), _across(width)
    pixels = (right - left) * (width - 2 * EDGE)
    up = story.top * _HEADROOM / PLOT_HEIGHT
    return Scale(across=(last - first) / pixels, up=up, top=story.top)


def _why_empty(story: MeasureStory) -> str:
    if story.day:
        return f"No claim on this by {day(story.day)} in this selection."
    return "No claim on this in this selection."


def _layout(
    words: Words,
    colours: Palette,
    story: MeasureStory,
    names: Sequence[str],
    below: Sequence[Label],
) -> dict[str, Any]:
    top = legend_height(names, words.width) + KEY_TITLE + 26
    bottom = _AXIS + sum(label.pixels for label in below)
    height = words.head_height + top + PLOT_HEIGHT + bottom + words.foot_height
    labelled = words.width >= LABELLED
    layout = frame(words, colours, height=height, top=top, bottom=bottom)
    layout["annotations"] += [
        _axis_title(story.measure, colours),
        *listed_below(below, colours, _AXIS),
    ]
    return layout | {
        "legend": legend(words, colours, height, entry=entry_width(names))
        | key_title("Colour: who says so", colours, words.width),
        "hoverdistance": 24,
        "shapes": _as_of_line(story, colours),
        "xaxis": {
            "type": "date",
            "domain": list(_across(words.width)),
            "range": [str(day) for day in _axis_days(story)],
            **day_ticks(*story.span, 12 if labelled else 5),
            "tickfont": {"size": 11, "color": colours.quiet_text},
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": colours.quiet_text,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [0, story.top * _HEADROOM],
            "ticksuffix": "%" if story.measure.unit == "percent" else "",
            "separatethousands": True,
            "nticks": 7,
            "tickfont": {"size": 11, "color": colours.quiet_text},
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    }


def _axis_title(measure: Measure, colours: Palette) -> dict[str, Any]:
    """The axis title lies flat above the axis: it names the denominator and must be read."""
    return {
        "text": measure.axis,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 4,
        "font": {"size": 12, "color": colours.quiet_text},
        "name": "axis title",
    }


def _marked_day(story: MeasureStory) -> dt.date | None:
    """The day everything is as of, where it was chosen and is on the axis."""
    shown = story.day is not None and story.span[0] <= story.day <= story.span[1]
    return story.day if shown else None


def _as_of_line(story: MeasureStory, colours: Palette) -> list[dict[str, Any]]:
    if (marked := _marked_day(story)) is None:
        return []
    return [
        {
            "type": "line",
            "x0": f"{marked} 23:59",
            "x1": f"{marked} 23:59",
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"width": 1.5, "dash": "dot", "color": colours.quiet_text},
        }
    ]
