"""A timeline of very many claims: one row a kind, one dot a day, as large as claims are many."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.drawing import Drawing
from dashboard.charts.parts.highlight import DIMMED_MARK
from dashboard.charts.parts.hover import Hovers
from dashboard.charts.parts.layout import EDGE, Words, frame
from dashboard.charts.parts.legend_box import (
    KEY_TITLE,
    entry_width,
    key_title,
    legend,
    legend_height,
)
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.parts.sources import as_of, cited, of_this_session, source_line
from dashboard.charts.time.axis import day_ticks, noon
from dashboard.charts.time.day_dots import dots_of, rows_of
from dashboard.palette import ActorGroup, palette
from dashboard.words.facts import counted, day
from dashboard.words.kinds import kind_entry

if TYPE_CHECKING:
    from dashboard.charts.parts.caption import Caption
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.time.day_dots import Dot
    from dashboard.palette import Palette, Theme
    from data.article import Article
    from data.claims.claim import Claim
    from data.fact import Fact

_ROW: Final = 21
_LARGEST, _SMALLEST = 21, 6
"""Pixels of the dot of a day with the most claims of a kind, and of one claim."""

_HEADINGS: Final = 158
_NARROW: Final = 640
_NARROW_HEADINGS: Final = 112
"""Pixels that the names of the rows take at the left; less on a phone."""

_FILLED, _HOLLOW = 0, 100
"""plotly.js's numbers of circles, which are sent with every day."""

_AXIS: Final = 26
_OTHERS: Final = "other"
_HALF_A_NAME: Final = 12
"""Pixels by which half of a day's name is wider than the edge of the picture."""

_DAY: Final = dt.timedelta(days=1)


def day_lanes(
    claims: Sequence[Claim],
    articles: Iterable[Article],
    span: tuple[dt.date, dt.date],
    *,
    highlight: Highlight,
    theme: Theme,
    width: int,
    caption: Caption,
    hovers: Hovers | None = None,
) -> Drawing:
    """Claims by kind and day. Clicks: see :mod:`dashboard.charts`.

    Args:
        claims: What is known.
        articles: Where it comes from.
        span: First and last day of the axis, whatever is known: it stays while days are played.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide.
        caption: What a picture that leaves the page says about itself.
        hovers: Labels that have been made for these articles before.
    """
    known, colours = tuple(articles), palette(theme)
    dots = dots_of(claims, span)
    rows = rows_of(dots)
    by_group: dict[str, list[Dot]] = {}
    for dot in dots:
        by_group.setdefault(_group(dot, colours).code, []).append(dot)
    every = (*colours.groups.values(), _nobody(colours))
    groups = [group for group in every if group.code in by_group]
    drawn = tuple(_all_facts(dots))
    sources = cited(drawn, known)
    own = of_this_session(drawn, sources)
    told = (highlight.told, _subtitle(dots, claims, known), own)
    subtitle = ". ".join(part for part in told if part)
    words = Words(_title(dots), subtitle, source_line(sources), width, caption)
    labels = hovers or Hovers({article.article_id: article for article in known})
    most = max((len(dot.claims) for dot in dots), default=1)
    traces = [_entry(group) for group in groups]
    traces += [
        _trace(group, by_group[group.code], most, rows, labels, highlight, colours)
        for group in groups
    ]
    return Drawing(traces, _layout(words, colours, rows, span, groups, most))


def day_lanes_alt(claims: Sequence[Claim], span: tuple[dt.date, dt.date]) -> str:
    """The timeline in sentences, for those who cannot see it. Plain text."""
    dots = dots_of(claims, span)
    parts = [f"Timeline, {_title(dots)}."]
    for kind in rows_of(dots):
        own = [dot for dot in dots if dot.kind == kind]
        busiest = max(own, key=lambda dot: len(dot.claims))
        parts.append(
            f"{kind_entry(kind).label}: {counted(sum(len(dot.claims) for dot in own), 'claim')}, "
            f"most on {day(busiest.day)} ({len(busiest.claims)})."
        )
    return " ".join(parts)


def _entry(group: ActorGroup) -> dict[str, Any]:
    """A group in the legend, filled whatever its first dot is."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": _name(group),
        "marker": {"color": group.colour, "opacity": 0.85, "size": _SMALLEST},
        "hoverinfo": "skip",
    }


def _trace(
    group: ActorGroup,
    own: Sequence[Dot],
    most: int,
    rows: Sequence[str],
    hovers: Hovers,
    chosen: Highlight,
    colours: Palette,
) -> dict[str, Any]:
    lit = [chosen.lights_facts(_all_facts([dot])) for dot in own]
    strong = [not chosen.active or each for each in lit]
    opacity = [0.85 if each else DIMMED_MARK for each in strong]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [noon(dot.day) for dot in own],
        "y": [rows.index(dot.kind) for dot in own],
        "marker": {
            "symbol": [_FILLED if dot.dated else _HOLLOW for dot in own],
            "size": [_size(len(dot.claims), most) for dot in own],
            "color": group.colour,
            "opacity": opacity,
            "line": {
                "width": [
                    2 * each + 2 * (not dot.dated) for dot, each in zip(own, lit, strict=True)
                ],
                "color": colours.text,
            },
        },
        # Plotly would fade every mark that was not clicked; what fades is decided here.
        "selected": {"marker": {}},
        "unselected": {"marker": {"opacity": DIMMED_MARK if chosen.active else 0.85}},
        "hovertext": [hovers.several(dot.facts) for dot in own],
        "hoverinfo": "text",
        "customdata": [facts_data(tuple(f.fact_id for f in dot.facts)) for dot in own],
        "name": _name(group),
        "showlegend": False,
        "cliponaxis": False,
    }


def _all_facts(dots: Iterable[Dot]) -> Iterable[Fact]:
    return (fact for dot in dots for claim in dot.claims for fact in claim.facts)


def _size(count: int, most: int) -> float:
    """Diameter in pixels: the area grows with the count."""
    if most <= 1:
        return _SMALLEST + 3
    share = (count - 1) / (most - 1)
    return round(math.sqrt(_SMALLEST**2 + share * (_LARGEST**2 - _SMALLEST**2)), 1)


def _group(dot: Dot, colours: Palette) -> ActorGroup:
    """The group that acts or holds in most claims that name a party; of as many the others'."""
    named = Counter(colours.actor(fact.actor).code for fact in dot.facts if fact.actor)
    if not named:
        return _nobody(colours)
    (code, most), *less = named.most_common(2)
    return colours.groups[_OTHERS if less and less[0][1] == most else code]


def party_of(dot: Dot, colours: Palette) -> str:
    """Whose colour a dot has, in the words of the legend."""
    return _name(_group(dot, colours))


def _nobody(colours: Palette) -> ActorGroup:
    """What stands for claims in which no party acts: of the displaced, of the dead of an attack."""
    return ActorGroup("nobody", "No party named", colours.quiet_text)


def _name(group: ActorGroup) -> str:
    """A group in the legend; a dot of several that are named as often is drawn as the others'."""
    return "Others or several" if group.code == _OTHERS else group.label


def _key(most: int) -> str:
    """What colours and sizes mean."""
    size = f"; size: 1 to {counted(most, 'claim')}" if most > 1 else ""
    return f"Colour: the party named most{size}"


def _title(dots: Sequence[Dot]) -> str:
    if not dots:
        return "Nothing to place in time"
    first, last = min(dot.day for dot in dots), max(dot.day for dot in dots)
    claims = counted(sum(len(dot.claims) for dot in dots), "claim")
    days = f"{day(first)} to {day(last)}" if first != last else day(first)
    return f"{claims} about {days}"


def _subtitle(dots: Sequence[Dot], claims: Sequence[Claim], articles: Sequence[Article]) -> str:
    left = len(claims) - sum(len(dot.claims) for dot in dots)
    undated = sum(dot.undated for dot in dots)
    give = "1 gives no day and stands" if undated == 1 else f"{undated:,} give no day and stand"
    parts = [
        "Each claim counts once and stands on the last day it speaks of"
        + (f"; {give} where first reported (hollow dots: only such)" if undated else ""),
        f"{counted(left, 'claim')} about other times or many years not shown" if left else "",
        as_of(articles),
    ]
    return ". ".join(part for part in parts if part)


def _after(span: tuple[dt.date, dt.date], room: int) -> dt.timedelta:
    """Time behind the last day: two days, or as much as the last day's name reaches behind it."""
    days = (span[1] - span[0]).days + 1
    return max(2, math.ceil(days * _HALF_A_NAME / max(room, 1)) + 1) * _DAY


def _layout(
    words: Words,
    colours: Palette,
    rows: Sequence[str],
    span: tuple[dt.date, dt.date],
    groups: Sequence[ActorGroup],
    most: int,
) -> dict[str, Any]:
    names = [_name(group) for group in groups]
    top = legend_height(names, words.width) + (KEY_TITLE + 4 if names else 4)
    plot = _ROW * max(len(rows), 3)
    height = words.head_height + top + plot + _AXIS + words.foot_height
    left = _NARROW_HEADINGS if words.width < _NARROW else _HEADINGS
    return frame(words, colours, height=height, top=top, bottom=_AXIS) | {
        "legend": legend(words, colours, height, entry=entry_width(names))
        | key_title(_key(most), colours, words.width),
        "hoverdistance": 24,
        "xaxis": {
            "type": "date",
            "domain": [left / (words.width - 2 * EDGE), 1],
            "range": [
                str(span[0] - _DAY),
                str(span[1] + _after(span, words.width - 2 * EDGE - left)),
            ],
            **day_ticks(*span, 5 if words.width < _NARROW else 12),
            "tickfont": {"size": 11, "color": colours.quiet_text},
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(range(len(rows))),
            "ticktext": [escape_markup(kind_entry(kind).label) for kind in rows],
            "tickfont": {"size": 11, "color": colours.text},
            "ticklabelstandoff": 6,
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    }
