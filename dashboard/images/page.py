"""The page in which the warm browser draws: our fonts, our base topology, no outside request."""

from __future__ import annotations

import base64
import importlib.util
import json
from pathlib import Path
from typing import Final

import kaleido

FAMILY: Final = "Source Sans"
"""The font of the dashboard's pages, which Streamlit ships."""

_FACES: Final = {"normal": "SourceSansVF-Upright*.woff2", "italic": "SourceSansVF-Italic*.woff2"}
_TOPOLOGY: Final = Path(__file__).parent.parent / "static" / "topojson" / "world_110m.json"

# Scripts come from files of this machine, and nothing else is ever loaded: text of articles and
# links reach this page inside figures.
_POLICY: Final = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    'font-src data:">'
)

# Chrome prints with margins, shrinks the picture to fit and shifts it unless the page says none.
_STYLE: Final = "<style>@page { margin: 0 } body { margin: 0 } img { display: block }</style>"

_SCRIPT: Final = Path(__file__).with_name("page.js")


class Page:
    """The page as kaleido wants it: an object with ``generate_index``."""

    def generate_index(self) -> str:
        """The HTML of the page, with scripts as file addresses and fonts inside."""
        page = str(kaleido.PageGenerator(mathjax=False).generate_index())
        settings = {
            "family": FAMILY,
            "faces": {style: address for style in _FACES if (address := _font(style))},
            "topology": json.loads(_TOPOLOGY.read_text("utf-8")),
        }
        # "</" would end the script early, whatever the files hold.
        ours = f"const OURS = {json.dumps(settings)};".replace("</", "<\\/")
        script = f"<script>{ours}\n{_SCRIPT.read_text('utf-8')}</script>"
        head, end = "<head>", "</head>"
        if page.count(head) != 1 or page.count(end) != 1:
            raise RuntimeError("kaleido's page is not built as expected: it has no single head")
        return page.replace(head, head + _POLICY + _STYLE).replace(end, script + end)


def _font(style: str) -> str | None:
    """A face of the font as a data address; None where this Streamlit has no such file."""
    streamlit = importlib.util.find_spec("streamlit")  # locates without importing
    if streamlit is None or streamlit.origin is None:
        return None
    media = Path(streamlit.origin).parent / "static" / "static" / "media"
    file = next(iter(sorted(media.glob(_FACES[style]))), None)
    if file is None:
        return None
    return "data:font/woff2;base64," + base64.b64encode(file.read_bytes()).decode("ascii")
