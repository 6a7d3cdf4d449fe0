"""The page in which the warm browser draws: our fonts, our base topology, no outside request."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import secrets
from pathlib import Path
from typing import Final

from dashboard.images.faces import FAMILY, faces

_TOPOLOGY: Final = Path(__file__).parent.parent / "static" / "topojson" / "world_110m.json"

# Scripts come from files of this machine, and nothing else is ever loaded: text of articles and
# links reach this page inside figures. The scripts in the page itself bear a number that no
# figure can know.
_PAGE: Final = """\
<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
script-src file: 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:">
<style>body {{ margin: 0; font-variant-ligatures: none }} img {{ display: block }}</style>
<style id="paper"></style>
<script src="{plotly}"></script>
<script nonce="{nonce}">{script}</script>
</head>
<body><img id="picture" alt=""></body>
</html>
"""

_SCRIPT: Final = Path(__file__).with_name("page.js")


def page() -> str:
    """The HTML of the page, with plotly.js by its address and all else inside."""
    settings = {
        "family": FAMILY,
        "faces": [dataclasses.asdict(face) for face in faces()],
        "topology": json.loads(_TOPOLOGY.read_text("utf-8")),
    }
    # "</" would end the script early, whatever the files hold.
    ours = f"const OURS = {json.dumps(settings)};".replace("</", "<\\/")
    plotly = _package("plotly") / "package_data" / "plotly.min.js"
    return _PAGE.format(
        nonce=secrets.token_urlsafe(),
        plotly=plotly.as_uri(),
        script=f"{ours}\n{_SCRIPT.read_text('utf-8')}",
    )


def _package(name: str) -> Path:
    """Where a package is, without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed", name=name)
    return Path(found.origin).parent
