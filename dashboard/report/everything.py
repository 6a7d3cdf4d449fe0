"""Everything of a view, the report included, and what all of it is made from."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

import dashboard
import data
import geo
from dashboard.export.bundle import Planned, plan
from dashboard.export.files import File
from dashboard.export.names import view_name
from dashboard.report.report import report
from data.fact import to_record

if TYPE_CHECKING:
    from dashboard.view import View

REPORT: Final = "report"
"""Id of the report among the formats."""

_DRAW: Final = ("plotly", "pyogrio", "pyarrow", "pillow", "pypdf", "jinja2")
"""Libraries whose version shows in the bytes of a file."""

_SOURCE: Final = (".py", ".toml", ".json", ".j2", ".js", ".css", ".parquet")


def plan_everything(
    view: View, *, base: str, wanted: Collection[str] | None = None
) -> list[Planned]:
    """The files of a view in every format, with the report as one of them.

    Args:
        view: What they show.
        base: Address of the dashboard, for links in the files.
        wanted: Ids of formats, or :data:`REPORT`; None for all.

    Raises:
        InputError: If a wanted format does not exist.
    """
    name = view_name(view, REPORT, suffix="html")

    def make() -> File:
        return File(name, "text/html; charset=utf-8", report(view, base=base))

    whole = Planned(name, "cards, charts and every claim on one page", make)
    return plan(view, base=base, wanted=wanted, more={REPORT: whole})


def digest_of_inputs(view: View, *, base: str) -> str:
    """A digest of everything that files of a view are made from, as hex.

    The facts and articles, the selection, the address, this code and the libraries that draw.
    """
    told = {
        "query": view.selection.to_query_string(),
        "base": base,
        "articles": [[article.article_id, article.sha256] for article in view.articles],
        "facts": [to_record(fact) for fact in view.everything],
        "problems": [str(problem) for problem in view.corpus.problems],
        "versions": {name: importlib.metadata.version(name) for name in _DRAW},
        "code": _digest_of_code(),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@functools.cache
def _digest_of_code() -> str:
    digest = hashlib.sha256()
    for package in (dashboard, data, geo):
        folder = Path(package.__path__[0])
        for file in sorted(folder.rglob("*")):
            if file.suffix in _SOURCE:
                digest.update(file.relative_to(folder).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
