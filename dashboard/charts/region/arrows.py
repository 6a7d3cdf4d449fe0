"""Movements of the map as Plotly traces: arrows with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_LINE
from dashboard.charts.parts.hover import hover_list, hover_text
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.region.frame import bearing, region, screen_angle
from dashboard.charts.region.labels import Label, faded, labels_trace
from dashboard.charts.region.legend_entries import Entry
from dashboard.charts.region.painting import UNSEEN, Painted, shape_trace
from dashboard.charts.region.shape_files import way_code
from dashboard.charts.region.told_lines import facts_to_click

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import Told
    from dashboard.charts.region.told_lines import Movement
    from dashboard.palette import Palette
    from data.article import Article

_DECIMALS: Final = 2
_HEAD_SIZE, _HEAD_STEPS = 15, 3
_WIDTH, _LIT_WIDTH, _CASING = 3.0, 4.5, 6.0


def arrow_traces(story: Told, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    """A shaft with a casing for each way there ever is a movement on, and all heads."""
    on = {(movement.origin, movement.destination): movement for movement in story.movements}
    traces = []
    for ends in story.ways:
        traces += _shaft(on.get(ends), chosen, colours)
    return [*traces, _heads(story, chosen, colours)]


def arrow_entries(story: Told, colours: Palette) -> list[Entry]:
    """The arrows in the legend: a colour for each group that ever moves, listed while it does."""
    ever = {colours.actor(actor).code for actor in story.movers}
    now = {colours.actor(movement.fact.actor).code for movement in story.movements}
    return [
        Entry(f"Movement: {group.label}", group.colour, colours.page, code in now, "triangle-right")
        for code, group in colours.groups.items()
        if code in ever | now
    ]


def arrow_labels(
    story: Told,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    *,
    brief: bool,
) -> dict[str, Any]:
    """The number beside each arrow.

    Args:
        story: What is told.
        articles: By article id.
        chosen: What stands out.
        colours: The palette.
        brief: Whether there is room for the number only.
    """
    labels = [
        Label(
            spot=region().way(movement.origin, movement.destination),
            text=f"<b>{_counted(movement, brief=brief)}</b>",
            colour=colours.text,
            strong=chosen.lights_facts(movement.facts),
            hover=_hover(movement, articles),
            click=_click(movement),
        )
        for movement in story.movements
    ]
    return labels_trace("movement label", labels, chosen, colours)


def arrow_reach(story: Told, articles: Mapping[str, Article], shapes: str | None) -> dict[str, Any]:
    """Unseen shapes around the arrows that can be pointed at."""
    painted = [
        Painted(
            way_code(movement.origin, movement.destination),
            UNSEEN,
            hover=_hover(movement, articles),
            click=_click(movement),
        )
        for movement in story.movements
    ]
    return shape_trace(painted, [UNSEEN], name="movements to touch", shapes=shapes)


def _shaft(movement: Movement | None, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    strong = movement is not None and chosen.lights_facts(movement.facts)
    path = movement.path[:-1] if movement else ()  # the shaft ends inside the head
    common = {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [round(lon, _DECIMALS) for lon, _ in path],
        "lat": [round(lat, _DECIMALS) for _, lat in path],
        "opacity": 1 if strong or not chosen.active else DIMMED_LINE,
        "hoverinfo": "skip",
        "showlegend": False,
    }
    colour = colours.actor(movement.fact.actor if movement else None).colour
    width = _LIT_WIDTH if strong else _WIDTH
    return [
        common | {"line": {"color": colours.page, "width": _CASING}, "name": "casing"},
        common | {"line": {"color": colour, "width": width}, "name": "movement"},
    ]


def _heads(story: Told, chosen: Highlight, colours: Palette) -> dict[str, Any]:
    """The arrows' heads, turned to where the end of their ways leads.

    The angle is computed here: ``angleref`` "previous" and "north" both gave 90 degrees, due
    east, on a geo subplot of plotly.js 4.1.1.
    """
    ends = [movement.path[-1] for movement in story.movements]
    seen = {"marker": {"opacity": 1}}
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [round(lon, _DECIMALS) for lon, _ in ends],
        "lat": [round(lat, _DECIMALS) for _, lat in ends],
        "marker": {
            "symbol": "arrow",
            "angle": [_angle(movement) for movement in story.movements],
            "size": _HEAD_SIZE,
            "color": [
                faded(
                    colours.actor(movement.fact.actor).colour,
                    not chosen.active or chosen.lights_facts(movement.facts),
                )
                for movement in story.movements
            ],
            "line": {"width": 0},
        },
        "selected": seen,
        "unselected": seen,
        "hoverinfo": "skip",
        "showlegend": False,
        "name": "head",
    }


def _angle(movement: Movement) -> float:
    start, end = movement.path[-_HEAD_STEPS], movement.path[-1]
    return round(screen_angle(end[0], bearing(start, end)), 1)


def _click(movement: Movement) -> list[str]:
    read = movement.fact if movement.one_event else movement.claims[0].fact
    return facts_data(facts_to_click(movement.claims, read))


def _hover(movement: Movement, articles: Mapping[str, Article]) -> str:
    """One event in full, several in a list."""
    if movement.one_event:
        return hover_text(movement.facts, articles)
    return hover_list([claim.fact for claim in movement.claims], articles)


def _counted(movement: Movement, *, brief: bool) -> str:
    """The numbers claimed, above the last word of who is counted, as markup.

    For example ``over 1,000`` ``troops``; claims that differ stand side by side. What the text
    doubts in any telling says so. Several events are counted.
    """
    doubt = "reportedly<br>" if movement.hedged and movement.one_event else ""
    noun, number = escape_markup(movement.noun), escape_markup(movement.words)
    if not number:
        return f"{doubt}{noun}"
    if brief:
        return f"{doubt}{number}"
    return f"{doubt}{number.replace(' to ', ' to<br>')}<br>{noun}"
