"""``/components/<name>``: what the page's own components do, which browsers load once and keep."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.server.answers import FOR_EVER, Answer, answer_of
from dashboard.server.content_policy import NOTHING
from dashboard.server.problems import unknown

if TYPE_CHECKING:
    from dashboard.server.request import Request

_FOLDER: Final = Path(__file__).parent.parent / "components"
_SUFFIXES: Final = (".js", ".html", ".css")
_PARTS: Final[Mapping[str, Sequence[str]]] = {
    "live_chart": ("chart_view", "chart_marks", "chart_camera")
}
"""What components have besides their own script: files of functions that it calls."""

_HEADERS: Final = {"Cache-Control": FOR_EVER, "Content-Security-Policy": NOTHING}


def answer(request: Request) -> Answer:
    """A script.

    Raises:
        UnknownAddress: If there is none of this name.
    """
    return _answer(request.path["name"])


@functools.cache
def script_name(component: str) -> str:
    """Name of a component's script; it changes with the content, so it may be kept for ever."""
    return f"{component}-{hashlib.sha256(_script(component)).hexdigest()[:12]}.js"


@functools.cache
def _script(component: str) -> bytes:
    """What a component does and, where files say so, what stands in it and how it looks."""
    parts = [_content(f"{name}.js") for name in (component, *_PARTS.get(component, ()))]
    html, css = _content(f"{component}.html"), _content(f"{component}.css")
    if html or css:
        own = f"const html = {json.dumps(html)};\nconst css = {json.dumps(css)};\n"
        parts += [own, _content("dressed.js")]
    return "\n".join(parts).encode()


def _content(name: str) -> str:
    file = _files().get(name)
    return "" if file is None else file.read_text("utf-8")


@functools.cache
def _files() -> Mapping[str, Path]:
    """The files of all components, by names that no two of them share."""
    return {path.name: path for path in _FOLDER.rglob("*") if path.suffix in _SUFFIXES}


@functools.cache
def _components() -> Mapping[str, str]:
    names = [path.stem for path in _files().values() if path.suffix == ".js"]
    return {script_name(name): name for name in names}


@functools.lru_cache(maxsize=32)
def _answer(name: str) -> Answer:
    if name not in _components():
        raise unknown("script", name, _components())
    return answer_of(_script(_components()[name]), "text/javascript; charset=utf-8", _HEADERS)
