"""A plotly figure as a file: which size, through which browser, finished how."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Literal

from data.errors import InputError

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.images.about import About
    from dashboard.images.browser import WarmBrowser

ImageFormat = Literal["png", "svg", "pdf"]
PngSize = Literal["1x", "2x", "square", "preview"]

MOST_PIXELS: Final = 40_000_000
"""Of any picture: 4k has 8.3 million, and the browser holds several copies of 4 bytes each."""

_SCALES: Final[Mapping[str, float]] = {"1x": 1.0, "2x": 2.0}
_FRAMES: Final[Mapping[str, tuple[int, int]]] = {"square": (1080, 1080), "preview": (1200, 630)}
"""Width and height in pixels into which a figure is fitted."""

_WIDTH, _HEIGHT = 700, 500
"""Pixels of a figure that does not say, as plotly has it."""


_starting = threading.Lock()


def the_browser() -> WarmBrowser:
    """The browser of this process; nothing is imported or started before the first picture."""
    with _starting:
        return _one_browser()


@functools.cache
def _one_browser() -> WarmBrowser:
    from dashboard.images.browser import WarmBrowser

    return WarmBrowser()


def render(
    figure: go.Figure,
    *,
    image_format: ImageFormat,
    size: PngSize = "1x",
    about: About,
    deadline_s: float = 20.0,
) -> bytes:
    """The file of a figure. Blocks; any number of threads may call it.

    The same figure and words give the same bytes, in any process with the same browser.

    Args:
        figure: What to draw; its layout gives width and height in CSS pixels.
        image_format: ``svg`` has its text as text, ``pdf`` too.
        size: Of a PNG. ``1x`` and ``2x`` have that many pixels for each pixel of the figure.
            ``square`` is 1080 x 1080 and ``preview`` 1200 x 630 pixels: the figure is drawn as
            large as fits and stands in the middle on its own background.
        about: Written into the file.
        deadline_s: Seconds until :class:`TooSlow`.

    Raises:
        InputError: If the picture is too large, or a size is asked of SVG or PDF.
        Busy: If this process draws as many pictures as it takes on.
        TooSlow: If the file was not ready by its deadline.
        NoBrowser: If there is no browser, with what would add one.
        Undrawable: If the browser refused the figure.
    """
    width = float(figure.layout.width or figure.layout.template.layout.width or _WIDTH)
    height = float(figure.layout.height or figure.layout.template.layout.height or _HEIGHT)
    scale = _scale(width, height, image_format, size)
    if width * height * max(1.0, scale) ** 2 > MOST_PIXELS:
        raise InputError(
            "picture",
            f"would have {width * scale:.0f} x {height * scale:.0f} pixels",
            f"At most {MOST_PIXELS:,} pixels can be drawn: ask for a smaller one.",
        )
    options = {"format": image_format, "width": width, "height": height, "scale": scale}
    return the_browser().draw(
        lambda: str(figure.to_json()),
        options,
        _finish(image_format, size, about),
        deadline_s=deadline_s,
    )


def _finish(image_format: ImageFormat, size: PngSize, about: About) -> Callable[[bytes], bytes]:
    """What makes a file of what the browser drew; imported with the first picture."""
    if image_format == "png":
        from dashboard.images.png import finish_png

        return lambda drawn: finish_png(drawn, about, _FRAMES.get(size))
    if image_format == "svg":
        from dashboard.images.svg import finish_svg

        return lambda drawn: finish_svg(drawn, about)
    from dashboard.images.pdf import finish_pdf

    return lambda drawn: finish_pdf(drawn, about)


def _scale(width: float, height: float, image_format: str, size: str) -> float:
    if image_format != "png" and size != "1x":
        raise InputError(
            f"picture: size {size!r}",
            f"{image_format.upper()} has no pixels",
            "Ask for 1x: it can be enlarged without loss.",
        )
    if size in _FRAMES:
        across, down = _FRAMES[size]
        return min(across / width, down / height)
    return _SCALES[size]
