"""Claims as marks of a chart: dots, rings, bars from end to end, arrows where an end is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.claims.places import ARROW_HEAD, DOT, OUTLINE, height_of, open_end, step
from dashboard.charts.parts.highlight import DIMMED_MARK
from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.picked import facts_data
from dashboard.words.bounds import is_open_range
from dashboard.words.facts import NO_CLAIMANT, counted, number
from data.claims.carriers import carrier_of, is_part
from data.claims.standing import series

if TYPE_CHECKING:
    from dashboard.charts.claims.places import Scale
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.palette import ActorGroup, Palette
    from data.article import Article
    from data.claims.claim import Claim
    from data.fact import Fact

_CHOSEN_DOT: Final = 15
_NO_NUMBER: Final = "line-ew"
_DASH: Final = 1.4
"""How much wider Plotly draws this symbol than it is asked to."""

_HOLLOW: Final[Mapping[str, str]] = {"about": "-open"}


def legend_entries(claims: Iterable[Claim], colours: Palette) -> list[dict[str, Any]]:
    """Legend entries: the claimants in use, each with its fixed colour."""
    used = {_group(claim, colours).code for claim in claims if claim.claimant}
    entries = [
        _entry(group.label, group.colour) for code, group in colours.groups.items() if code in used
    ]
    if any(claim.claimant is None for claim in claims):
        entries.append(_entry(NO_CLAIMANT, colours.quiet_text))
    return entries


def series_traces(
    claims: Iterable[Claim], times: Mapping[str, str], scale: Scale, colours: Palette
) -> list[dict[str, Any]]:
    """A faint step from claim to claim of each claimant who changed a figure.

    Args:
        claims: Of one measure.
        times: Where each stands, by claim id: see :func:`~dashboard.charts.claims.places.times_of`.
        scale: Of the chart.
        colours: The palette.
    """
    traces = []
    for own in _steps(claims):
        at, heights = step(own, times, scale)
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": at,
                "y": heights,
                # Dotted: it is no range.
                "line": {
                    "width": 1.5,
                    "dash": "dot",
                    "color": colour_of(own[0], colours),
                },
                "opacity": 0.4,
                "hoverinfo": "skip",
                "showlegend": False,
                "name": "series",
            }
        )
    return traces


def has_steps(claims: Iterable[Claim]) -> bool:
    """Whether any claimant changed a figure, for the chart to say what its steps are."""
    return bool(_steps(claims))


def _steps(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """What each claimant said on days that are known, of those who said more than one thing."""
    dated = series(claim for claim in claims if claim.day)
    return [own for own in dated if len(own) > 1]


def claim_traces(
    claims: Sequence[Claim],
    times: Mapping[str, str],
    top: float,
    wholes: Mapping[str, float],
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
) -> list[dict[str, Any]]:
    """Each claim at the day it speaks of.

    Args:
        claims: Of one measure.
        times: Where each stands, by claim id: see :func:`~dashboard.charts.claims.places.times_of`.
        top: End of the value axis, which open ends point to.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
        chosen: What stands out; the rest is dimmed.
        colours: The palette.
    """
    placed = [claim for claim in claims if claim.day]
    traces: list[dict[str, Any]] = []
    for claim in placed:
        stands_back = chosen.active and not chosen.lights_facts(claim.facts)
        opacity = DIMMED_MARK if stands_back else 1.0
        traces += _ends(claim.fact, times[claim.claim_id], top, colour_of(claim, colours), opacity)
    marks = _marks(placed, chosen, colours) | {
        "x": [times[claim.claim_id] for claim in placed],
        "y": [height_of(claim.fact) for claim in placed],
        "hovertext": [_hover(claim, wholes, articles, chosen) for claim in placed],
    }
    return [*traces, marks]


def _marks(claims: Sequence[Claim], chosen: Highlight, colours: Palette) -> dict[str, Any]:
    """How the marks of claims look, and what a click on each stands for."""
    lit = [chosen.lights_facts(claim.facts) for claim in claims]
    strong = [not chosen.active or each for each in lit]
    colour = [colour_of(claim, colours) for claim in claims]
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": {
            "symbol": [_symbol(claim.fact) for claim in claims],
            "size": [_size(claim.fact, each) for claim, each in zip(claims, lit, strict=True)],
            "color": colour,
            "opacity": [1.0 if each else DIMMED_MARK for each in strong],
            "line": {"width": OUTLINE, "color": colour},
        },
        # Plotly would fade every mark that was not clicked; what fades is decided here.
        "selected": {"marker": {}},
        "unselected": {"marker": {"opacity": DIMMED_MARK if chosen.active else 1}},
        "hoverinfo": "text",
        "customdata": [facts_data(tuple(f.fact_id for f in claim.facts)) for claim in claims],
        "showlegend": False,
        "name": "claims",
        "cliponaxis": False,
    }


def spoken(claim: Claim, chosen: Highlight) -> Fact:
    """The telling that speaks for a claim: the chosen one, if there is."""
    return claim.telling(next(iter(chosen.facts), None))


def _ends(fact: Fact, x: str, top: float, colour: str, opacity: float) -> list[dict[str, Any]]:
    """The bar of a range, or the arrow of an open end."""
    line = {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "opacity": opacity}
    if fact.low is not None and fact.high is not None:
        if fact.low == fact.high:
            return []
        ends = [fact.low, fact.high]
        bar = {"mode": "lines", "x": [x, x], "y": ends, "line": {"width": 7, "color": colour}}
        return [line | bar | {"name": "range"}]
    if (end := open_end(fact, top)) is None:
        return []
    ranged: list[dict[str, Any]] = []
    if is_open_range(fact):
        between = {"mode": "lines", "x": [x, x], "y": [fact.low, fact.value]}
        ranged = [line | between | {"line": {"width": 7, "color": colour}, "name": "range"}]
    arrow = {
        "mode": "lines+markers",
        "x": [x, x],
        "y": [height_of(fact), end],
        "line": {"width": 2, "color": colour},
        "marker": {
            "symbol": ["circle", "triangle-up" if fact.high is None else "triangle-down"],
            "size": [0, ARROW_HEAD],
            "color": colour,
            "opacity": [0, 1],
            "line": {"width": 0},  # else Plotly draws a white one, which parts it from the shaft
        },
    }
    return [*ranged, line | arrow | {"name": "open end"}]


def _symbol(fact: Fact) -> str:
    if fact.value is None and fact.qualifier != "about":
        return _NO_NUMBER
    return ("diamond" if is_part(fact) else "circle") + _HOLLOW.get(fact.qualifier or "", "")


def _size(fact: Fact, lit: bool) -> float:
    dot = _CHOSEN_DOT if lit else DOT
    return dot / _DASH if _symbol(fact) == _NO_NUMBER else dot


def _hover(
    claim: Claim,
    wholes: Mapping[str, float],
    articles: Mapping[str, Article],
    chosen: Highlight,
) -> str:
    fact = spoken(claim, chosen)
    text, whole, carrier = hover_text([fact], articles), wholes.get(fact.fact_id), carrier_of(fact)
    lines = [
        text,
        f"<i>Counted out of:</i> {number(whole)}" if whole else "",
        f"<i>Flown out by:</i> {carrier.label}" if carrier else "",
    ]
    if len(claim.sources) > 1:
        lines.append(f"Carried by {counted(len(claim.sources), 'source')}")
    return "<br>".join(line for line in lines if line)


def _group(claim: Claim, colours: Palette) -> ActorGroup:
    return colours.actor(claim.fact.claimant)


def colour_of(claim: Claim, colours: Palette) -> str:
    """The colour of who says so."""
    return _group(claim, colours).colour if claim.claimant else colours.quiet_text


def _entry(name: str, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": escape_markup(name),
        "marker": {"symbol": "circle", "size": DOT, "color": colour},
        "hoverinfo": "skip",
        "showlegend": True,
    }
