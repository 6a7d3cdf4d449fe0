"""What all charts share: title, subtitle and source line in the picture, fonts, no surprises."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.markup import lines_in, wrap
from dashboard.charts.parts.text_width import fitted

if TYPE_CHECKING:
    from dashboard.palette import Palette

FONT: Final = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, sans-serif'
"""Streamlit ships the first of these with its own pages.

A saved picture or a page of its own cannot load it and is drawn in whatever the reader has, which
is wider. So words are broken and measured by the widest: :mod:`dashboard.charts.parts.text_width`.
"""

EDGE: Final = 10
"""Pixels between the picture's edge and what is in it."""

NARROWEST: Final = 330
"""Pixels of a chart's width on a small phone."""

# Of letters and of lines, in pixels.
_TITLE_SIZE, _TITLE_LINE = 17, 22
_SUB_SIZE, _SUB_LINE = 13, 17
_SOURCE_SIZE, _SOURCE_LINE = 11, 14
_MODEBAR_WIDTH, _MODEBAR_HEIGHT = 160, 28
_MODEBAR_BESIDE: Final = 640
"""Pixels of width from which the title has room beside the modebar, which touch always shows."""

_AT_LEFT: Final[Mapping[str, Any]] = {
    "showarrow": False,
    "align": "left",
    "xref": "paper",
    "yref": "paper",
    "x": 0,
    "xanchor": "left",
    "borderpad": 0,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """The words around a chart, plain text; :func:`frame` escapes and breaks them.

    Attributes:
        title: What the chart shows.
        subtitle: As of when, and how to read it; may be empty.
        source: Where facts and shapes come from.
        width: Pixels the chart is at least wide: lines are broken to fit.
        caption: What a picture that leaves the page says about itself.
        beside: Pixels at the right of the subtitle that something else takes.
        least: Lines of title, subtitle and source that are kept free even where they are not
            needed.
    """

    title: str
    subtitle: str
    source: str
    width: int = NARROWEST
    caption: Caption = dataclasses.field(default_factory=Caption)
    beside: int = 0
    least: tuple[int, int, int] = (0, 0, 0)

    @property
    def title_lines(self) -> str:
        """The title as markup."""
        room = self._room - (0 if self._narrow else _MODEBAR_WIDTH)
        return fitted(self.title, _TITLE_SIZE * self.caption.letters, room, bold=True)

    @property
    def subtitle_lines(self) -> str:
        """The subtitle, and below it what is selected, as markup."""
        selected = f"Selected: {self.caption.selected}" if self.caption.selected else ""
        room = self._room - self.beside
        return _lines(_SUB_SIZE * self.caption.letters, room, self.subtitle, selected)

    @property
    def source_lines(self) -> str:
        """The source line, and below it where the view is to be found, as markup."""
        size = _SOURCE_SIZE * self.caption.letters
        return _lines(size, self._room, self.source, self.caption.link)

    @property
    def title_top(self) -> int:
        """Pixels above the title: on a narrow chart the modebar stands there."""
        return _MODEBAR_HEIGHT if self._narrow else EDGE

    @property
    def head_height(self) -> int:
        """Pixels that title and subtitle take at the top, with what is above them."""
        title = max(lines_in(self.title_lines), self.least[0]) * _TITLE_LINE
        subtitle = max(lines_in(self.subtitle_lines), self.least[1]) * _SUB_LINE
        return self.title_top + title + subtitle

    @property
    def foot_height(self) -> int:
        """Pixels that the source line takes at the bottom."""
        return max(lines_in(self.source_lines), self.least[2]) * _SOURCE_LINE + EDGE

    @property
    def _narrow(self) -> bool:
        return self.width < _MODEBAR_BESIDE

    @property
    def _room(self) -> int:
        return self.width - 2 * EDGE


def frame(words: Words, colours: Palette, *, height: int, top: int, bottom: int) -> dict[str, Any]:
    """A layout with the words in place and room for the chart between them.

    Args:
        words: Title, subtitle and source.
        colours: The palette.
        height: Of the whole picture, in pixels.
        top: Pixels between the subtitle and the plot, for a legend for instance.
        bottom: Pixels between the plot and the source line, for axis labels.

    Returns:
        A Plotly layout to add axes, legend and annotations to.
    """
    margin_top, margin_bottom = words.head_height + top, words.foot_height + bottom
    return {
        # An empty one: the default depends on what else the process has imported, and with it
        # the same chart would differ between page and command line.
        "template": {},
        "height": height,
        "autosize": True,
        "margin": {"l": EDGE, "r": EDGE, "t": margin_top, "b": margin_bottom, "autoexpand": False},
        "paper_bgcolor": colours.page,
        "plot_bgcolor": colours.page,
        "font": {"family": FONT, "size": 12, "color": colours.text},
        "meta": dataclasses.asdict(words),
        "annotations": [*_head(words, colours, margin_top), _source(words, colours, bottom)],
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": colours.page,
            "bordercolor": colours.quiet_text,
            "font": {"family": FONT, "size": 13, "color": colours.text},
        },
        "dragmode": "pan",
        "uirevision": "keep",
        "modebar": {
            "orientation": "h",
            "bgcolor": colours.page,
            "color": colours.quiet_text,
            "activecolor": colours.text,
        },
    }


def message(text: str, colours: Palette) -> dict[str, Any]:
    """An annotation in the middle of an empty chart that says why it is empty."""
    return {
        "text": wrap(text, 40),
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "font": {"size": 14, "color": colours.quiet_text},
    }


def _lines(size: float, room: int, *texts: str) -> str:
    return "<br>".join(fitted(text, size, room) for text in texts if text)


def _head(words: Words, colours: Palette, margin_top: int) -> list[dict[str, Any]]:
    # Annotations and not layout.title: plotly.js grows a title of several lines upwards, out of
    # the picture.
    corner = dict(_AT_LEFT) | {"y": 1, "yanchor": "top"}
    below = lines_in(words.title_lines) * _TITLE_LINE
    return [
        corner
        | {
            "name": "title",
            "text": f"<b>{words.title_lines}</b>",
            "font": {"size": _TITLE_SIZE, "color": colours.text},
            "yshift": margin_top - words.title_top,
        },
        corner
        | {
            "name": "subtitle",
            "text": words.subtitle_lines,
            "font": {"size": _SUB_SIZE, "color": colours.quiet_text},
            "yshift": margin_top - words.title_top - below,
        },
    ]


def _source(words: Words, colours: Palette, bottom: int) -> dict[str, Any]:
    return dict(_AT_LEFT) | {
        "name": "source",
        "text": words.source_lines,
        "y": 0,
        "yanchor": "top",
        "yshift": -bottom,
        "font": {"size": _SOURCE_SIZE, "color": colours.quiet_text},
    }
