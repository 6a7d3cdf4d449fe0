"""Streamlit's one HTML page, in which the browser draws every page of the dashboard."""

from __future__ import annotations

import functools
import html
import re
from pathlib import Path
from typing import Final

from streamlit import file_util

_STYLE: Final = Path(__file__).with_suffix(".css").read_text("utf-8")
_TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
_NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


@functools.cache
def index_page() -> str:
    """The page as Streamlit has it; empty where it was installed without."""
    path = Path(file_util.get_static_dir()) / "index.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def filled_page(title: str, head: str, without_script: str) -> str:
    """The page under a title, with elements added to its head and words for no script.

    Its head also says what Streamlit's theme cannot.

    Args:
        title: Plain text.
        head: HTML, complete elements.
        without_script: HTML, the content of ``noscript``.
    """
    page = index_page()
    titled = f"<title>{html.escape(title)}</title>"
    words = f"<noscript>{without_script}</noscript>"
    # Functions as replacements: a backslash in a title is not a reference to a group.
    page = _TITLE.sub(lambda _: titled, page, count=1)
    page = _NOSCRIPT.sub(lambda _: words, page, count=1)
    before, end, after = page.partition("</head>")
    return f"{before}{head}<style>{_STYLE}</style>{end}{after}"
