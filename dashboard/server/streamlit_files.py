"""``/static/js/<name>``, ``/static/css/<name>``: Streamlit's own scripts and styles, compressed.

Streamlit sends them as they are and leaves it to a proxy to compress them: 7.6 MB for a first visit
where 2.6 MB would do. A file is compressed when it is first asked for, and kept.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from streamlit import file_util

from dashboard.server.answers import FOR_EVER, Answer, answer_of
from dashboard.server.index_page import index_page
from dashboard.server.problems import unknown

if TYPE_CHECKING:
    from dashboard.server.request import Request

_TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_IMPORTED: Final = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_HEADERS: Final = {"Cache-Control": FOR_EVER}


def answer(request: Request) -> Answer:
    """A script or style sheet. All have a digest of their content in their names.

    Raises:
        UnknownAddress: If there is none of this name.
    """
    return _answer(request.path["name"], request.suffix)


@functools.cache
def _files() -> Mapping[str, Path]:
    """The files by name: only what is there when it is first looked for is served."""
    folder = Path(file_util.get_static_dir()) / "static"
    return {path.name: path for kind in ("js", "css") for path in (folder / kind).glob(f"*.{kind}")}


def needed_by(elements: Iterable[str]) -> list[str]:
    """Names of the scripts that draw elements, with those that they import, each once.

    Streamlit's page names in its head what draws its frame, and learns of all others only when the
    first element that needs them arrives.

    Args:
        elements: As Streamlit's build calls their scripts: ``DataFrame``, ``Metric``.
    """
    found: dict[str, None] = {}
    waiting = [name for name in _files() if name.partition(".")[0] in set(elements)]
    while waiting:
        if (name := waiting.pop()) in found or name not in _files() or name in index_page():
            continue
        found[name] = None
        waiting += _IMPORTED.findall(_files()[name].read_text("utf-8"))
    return [name for name in found if name.endswith(".js")]


@functools.lru_cache(maxsize=512)
def _answer(stem: str, suffix: str) -> Answer:
    name = f"{stem}.{suffix}"
    if (path := _files().get(name)) is None:
        raise unknown("file", name, ())
    return answer_of(path.read_bytes(), _TYPES[path.suffix], _HEADERS)
