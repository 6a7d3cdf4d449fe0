"""Beside or below claims over time: who stands where on the day, from high to low."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.claims.marks import colour_of, spoken
from dashboard.charts.claims.places import height_of
from dashboard.charts.parts.markup import lines_in, shorten
from dashboard.charts.parts.text_width import fitted
from dashboard.words.claims import counted_by, said
from dashboard.words.facts import NO_CLAIMANT, capitalised, claimant_named

if TYPE_CHECKING:
    from dashboard.charts.claims.places import Scale
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.palette import Palette
    from data.claims.claim import Claim
    from data.fact import Fact

_SIZE, _LINE, _SHIFT = 12, 16, 8

_BETWEEN: Final = 5
"""Pixels between two labels, or nobody would see where one ends."""

_LENGTH: Final = 72
"""Characters of a label beside the plot: two lines."""

_ANYBODY: Final = frozenset({"people", "persons"})
"""Words for the counted that a label has no room for."""


_MOST_BELOW: Final = 10
"""Claims that are listed below the plot."""


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """Who says how much, as markup; of no claim where it tells how many more there are."""

    claim: Claim | None
    text: str

    @property
    def pixels(self) -> int:
        """Its height, with what keeps the next one away."""
        return lines_in(self.text) * _LINE + _BETWEEN


def standing_labels(
    standing: Sequence[Claim],
    scale: Scale,
    wholes: Mapping[str, float],
    chosen: Highlight,
    colours: Palette,
    at: float,
    room: float,
) -> list[dict[str, Any]]:
    """Annotations beside the plot: who stands where, from high to low, none on another.

    Args:
        standing: The claims that stand on the day, then those that stood with them; of very many
            the first have a label.
        scale: Of the chart.
        wholes: What counts are counted out of, by fact id.
        chosen: What stands out; a telling that does speaks for its claim.
        colours: The palette.
        at: Where the plot ends, as a fraction of the width.
        room: Pixels from there to the edge of the picture.
    """
    every = [
        Label(claim, fitted(label_of(spoken(claim, chosen), wholes), _SIZE, room - _SHIFT))
        for claim in standing
    ]
    reached = itertools.accumulate(label.pixels * scale.up for label in every)
    shown = [label for label, high in zip(every, reached, strict=True) if high <= scale.top]
    shown.sort(key=_from_high_to_low)
    heights = _apart(
        [-_from_high_to_low(label) for label in shown],
        [label.pixels * scale.up for label in shown],
    )
    return [
        {
            "text": label.text,
            "showarrow": False,
            "xref": "paper",
            "x": at,
            "xanchor": "left",
            "xshift": _SHIFT,
            "align": "left",
            "y": height,
            "yanchor": "middle",
            "font": {"size": _SIZE, "color": _colour(label, colours)},
            "name": "standing",
        }
        for label, height in zip(shown, heights, strict=True)
    ]


def labels_below(
    standing: Sequence[Claim], wholes: Mapping[str, float], chosen: Highlight, room: float
) -> list[Label]:
    """The same for a chart that has no room beside its plot, to be listed below it.

    Args:
        standing: As for :func:`standing_labels`.
        wholes: What counts are counted out of, by fact id.
        chosen: What stands out; a telling that does speaks for its claim.
        room: Pixels of a line.
    """
    every = [
        Label(claim, fitted(label_of(spoken(claim, chosen), wholes), _SIZE, room))
        for claim in standing
    ]
    more = len(every) - _MOST_BELOW
    shown = sorted(every if more <= 1 else every[:_MOST_BELOW], key=_from_high_to_low)
    return [*shown, Label(None, f"and {more:,} more claims")] if more > 1 else shown


def listed_below(labels: Sequence[Label], colours: Palette, start: int) -> list[dict[str, Any]]:
    """Annotations below the plot, one under the other.

    Args:
        labels: See :func:`labels_below`.
        colours: The palette.
        start: Pixels from the plot to the first.
    """
    ends = itertools.accumulate((label.pixels for label in labels), initial=start)
    return [
        {
            "text": label.text,
            "showarrow": False,
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 0,
            "xanchor": "left",
            "yanchor": "top",
            "yshift": -at,
            "align": "left",
            "borderpad": 0,
            "font": {"size": _SIZE, "color": _colour(label, colours)},
            "name": "standing",
        }
        for label, at in zip(labels, ends, strict=False)
    ]


def _colour(label: Label, colours: Palette) -> str:
    return colour_of(label.claim, colours) if label.claim else colours.quiet_text


def _from_high_to_low(label: Label) -> float:
    return -height_of(label.claim.fact) if label.claim else 0


def _apart(heights: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Where labels stand that would be at heights, from high to low: none on another, or below 0.

    Args:
        heights: Of what they are for.
        sizes: How high each is, in the same unit.
    """
    placed: list[float] = []
    free = math.inf
    for height, size in zip(heights, sizes, strict=True):
        placed.append(min(height, free - size / 2))
        free = placed[-1] - size / 2
    taken = 0.0
    for place in reversed(range(len(placed))):
        placed[place] = max(placed[place], taken + sizes[place] / 2)
        taken = placed[place] + sizes[place] / 2
    return placed


def label_of(fact: Fact, wholes: Mapping[str, float]) -> str:
    """A claim in few words, plain text: ``85% · Russian Foreign Ministry``.

    Who is counted stands with the number unless all people are: ``169 Afghans · two officials``.
    """
    who, people = claimant_named(fact) or NO_CLAIMANT.lower(), counted_by(fact)
    counts = f" {people}" if people and people.casefold() not in _ANYBODY else ""
    words = capitalised(f"{said(fact, wholes, short=True)}{counts} · {who}")
    return shorten(words, _LENGTH)
