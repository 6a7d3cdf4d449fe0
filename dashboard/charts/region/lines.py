"""Claimed borders of the map as Plotly traces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_LINE
from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import lines_in
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.parts.text_width import fitted
from dashboard.charts.region.frame import halo, region
from dashboard.charts.region.painting import UNSEEN, Painted, shape_trace
from dashboard.charts.region.shape_files import touch
from dashboard.charts.region.told_lines import facts_to_click
from dashboard.words.facts import counted, day

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import Told
    from dashboard.charts.region.told_lines import BorderClaims
    from dashboard.palette import Palette
    from data.article import Article

_LINE, _LIT_LINE, _CASING = 3.2, 5.0, 2.0
LABEL_SIZE: Final = 12
_BRIEF: Final = 78
"""Pixels beside a border on a phone's map."""

_BRIEF_LINES: Final = 3
"""Lines there, before other labels: of what takes more only how many claims there are is told."""

_BESIDE: Final = 140
"""Pixels beside a border on a wider one, before the legend."""


def border_traces(
    story: Told,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    shapes: str | None,
) -> list[dict[str, Any]]:
    """Each claimed border along its whole line, and around it something to point at.

    First all others, then those that stand out.
    """
    traces = []
    for lit in (False, True):
        own = [claims for claims in story.borders if chosen.lights_facts(claims.facts) == lit]
        opacity = 1 if lit or not chosen.active else DIMMED_LINE
        width = _LIT_LINE if lit else _LINE
        casing = [Painted(c.code, UNSEEN, colours.page, width + _CASING) for c in own]
        lines = [Painted(c.code, UNSEEN, colours.actor(c.actor).colour, width) for c in own]
        for name, painted in (("casing", casing), ("borders", lines)):
            traces.append(shape_trace(painted, [UNSEEN], name=name, shapes=shapes, opacity=opacity))
    around = [
        Painted(
            touch(claims.code),
            UNSEEN,
            hover=hover_text(claims.facts, articles),
            click=_click(claims),
        )
        for claims in story.borders
    ]
    return [*traces, shape_trace(around, [UNSEEN], name="borders to touch", shapes=shapes)]


def border_labels(
    story: Told,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    *,
    brief: bool,
) -> dict[str, Any]:
    """The share beside each claimed border.

    Args:
        story: What is told.
        articles: By article id.
        chosen: What stands out.
        colours: The palette.
        brief: Whether there is room for the share only.
    """
    spots = [region().border_label(claims.code) for claims in story.borders]
    strong = [chosen.lights_facts(claims.facts) for claims in story.borders]
    return label_trace("border label") | {
        "lon": [spot.at[0] for spot in spots],
        "lat": [spot.at[1] for spot in spots],
        "text": [_words(claims, brief=brief) for claims in story.borders],
        "textposition": [f"middle {spot.side}" for spot in spots],
        "textfont": {
            "size": [LABEL_SIZE + 1 if lit else LABEL_SIZE for lit in strong],
            "color": [
                faded(colours.actor(claims.actor).colour, lit or not chosen.active)
                for claims, lit in zip(story.borders, strong, strict=True)
            ],
            "shadow": halo(colours.page),
        },
        "hovertext": [hover_text(claims.facts, articles) for claims in story.borders],
        "customdata": [_click(claims) for claims in story.borders],
    }


def _click(claims: BorderClaims) -> list[str]:
    return facts_data(facts_to_click(claims.every, claims.fact))


def label_trace(name: str) -> dict[str, Any]:
    """What all traces of labels share: an unseen marker to point at, and no fading of others."""
    unseen: Mapping[str, Any] = {"marker": {"opacity": 0}}
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "marker": {"size": 8, "opacity": 0},
        "hoverinfo": "text",
        "selected": unseen,
        "unselected": unseen,
        "showlegend": False,
        "name": name,
    }


def faded(colour: str, strong: bool) -> str:
    """A hex colour as it is, or as faint as what was not chosen."""
    if strong:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{DIMMED_LINE})"


def _words(claims: BorderClaims, *, brief: bool) -> str:
    """The share in the words of the title: "no more than 80%" is no achievement."""
    if brief:
        share = fitted(claims.words, LABEL_SIZE, _BRIEF, bold=True)
        fits = lines_in(share) <= _BRIEF_LINES
        return f"<b>{share if fits else counted(len(claims.speaking), 'claim')}</b>"
    when = f",<br>as of {day(claims.stood)}" if claims.stood else ""
    share = fitted(claims.words, LABEL_SIZE, _BESIDE, bold=True)
    return f"<b>{share}<br>of this border{when}</b>"
