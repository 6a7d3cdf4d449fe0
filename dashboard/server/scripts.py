"""``/components/<name>``: what the page's own components do, which browsers load once and keep."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.server.answers import FOR_EVER, Answer, answer_of
from dashboard.server.content_policy import NOTHING
from dashboard.server.problems import unknown

if TYPE_CHECKING:
    from dashboard.server.request import Request

_FOLDER: Final = Path(__file__).parent.parent / "components"
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
    content = (_FOLDER / f"{component}.js").read_bytes()
    return f"{component}-{hashlib.sha256(content).hexdigest()[:12]}.js"


@functools.cache
def _files() -> Mapping[str, Path]:
    return {script_name(path.stem): path for path in _FOLDER.glob("*.js")}


@functools.lru_cache(maxsize=32)
def _answer(name: str) -> Answer:
    if name not in _files():
        raise unknown("script", name, _files())
    return answer_of(_files()[name].read_bytes(), "text/javascript; charset=utf-8", _HEADERS)
