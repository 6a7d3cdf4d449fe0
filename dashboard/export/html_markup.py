"""Templates, style and JSON for HTML pages. Whatever is put into a template is escaped."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import jinja2
from markupsafe import Markup

from dashboard.palette import palette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.palette import Theme

_HERE: Final = Path(__file__).parent

LINK_COLOURS: Final[Mapping[Theme, str]] = {"light": "#0B5394", "dark": "#8CBDE6"}
"""``linkColor`` of the two themes in ``.streamlit/config.toml``."""


@functools.cache
def templates(folder: Path = _HERE) -> jinja2.Environment:
    """The templates of a folder and those that all pages share."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([folder, _HERE]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def in_script(value: Any) -> Markup:
    """A value as JSON that cannot end or comment out the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return our_own(text)


def our_own(text: str) -> Markup:
    """Text of this project or of plotly.js, to be written into a page as it is."""
    return Markup(text)  # noqa: S704 - never text from articles or addresses


@functools.cache
def page_css(theme: Theme | None = None, *, widest: int) -> Markup:
    """Style sheet that all pages share, in the colours of the dashboard.

    Args:
        theme: Light or dark; None for both, as the reader prefers.
        widest: Pixels of width that the widest variant of a chart is drawn for.
    """
    sheet = templates().get_template("page.css.j2")
    return our_own(
        sheet.render(
            theme=theme,
            light=palette("light"),
            dark=palette("dark"),
            links=LINK_COLOURS,
            widest=widest,
        )
    )
