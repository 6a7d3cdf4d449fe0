"""Claimed borders of the map as Plotly traces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_LINE
from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import lines_in
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.parts.text_width import fitted
from dashboard.charts.region.frame import region
from dashboard.charts.region.labels import LABEL_SIZE, Label, labels_trace
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
    labels = [
        Label(
            spot=region().border_label(claims.code),
            text=_words(claims, brief=brief),
            colour=colours.actor(claims.actor).colour,
            strong=chosen.lights_facts(claims.facts),
            hover=hover_text(claims.facts, articles),
            click=_click(claims),
        )
        for claims in story.borders
    ]
    return labels_trace("border label", labels, chosen, colours)


def _click(claims: BorderClaims) -> list[str]:
    return facts_data(facts_to_click(claims.every, claims.fact))


def _words(claims: BorderClaims, *, brief: bool) -> str:
    """The share in the words of the title: "no more than 80%" is no achievement."""
    if brief:
        share = fitted(claims.words, LABEL_SIZE, _BRIEF, bold=True)
        fits = lines_in(share) <= _BRIEF_LINES
        return f"<b>{share if fits else counted(len(claims.speaking), 'claim')}</b>"
    when = f",<br>as of {day(claims.stood)}" if claims.stood else ""
    share = fitted(claims.words, LABEL_SIZE, _BESIDE, bold=True)
    return f"<b>{share}<br>of this border{when}</b>"
