"""How to cite a view, and how to show a chart on another page."""

from __future__ import annotations

import dataclasses
import html
import re
from typing import TYPE_CHECKING, Final

from dashboard.charts.catalogue import LAYERS
from dashboard.export.names import PREFIX, view_name
from dashboard.view import View
from dashboard.words.facts import brief_mark, counted, day, session_mark
from dashboard.words.plain_text import flat
from dashboard.words.titles import titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.catalogue import Chart

PUBLISHER: Final = "Withdrawal dashboard"
_MOST: Final = 5
"""Sources that a citation names."""

_LATEX: Final[Mapping[int, str]] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not a backslash and a brace: BibTeX counts braces whatever stands before them.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)


def plain(chart: Chart | None, view: View, base: str) -> str:
    """A citation in words, one paragraph.

    Args:
        chart: The chart; None for the view as a whole.
        view: What it shows.
        base: Address of the dashboard.
    """
    title = _title(chart, view)
    as_of = f" As reported up to {day(view.as_of)}." if view.as_of else ""
    sources, link = _sources(chart, view), _link(chart, view, base)
    return f"{PUBLISHER}. “{title}.”{as_of}{_part(view)} Sources: {sources}. {link}\n"


def bibtex(chart: Chart | None, view: View, base: str) -> str:
    """A BibTeX entry for a chart, or for the view as a whole; arguments as for :func:`plain`."""
    link = _link(chart, view, base)
    fields = {
        "title": f"{{{_latex(_title(chart, view))}}}",
        "author": f"{{{{{PUBLISHER}}}}}",
        "year": f"{{{view.as_of.year}}}" if view.as_of else "",
        "howpublished": r"{\url{" + re.sub(r"[{}\\%#]", _percent, link) + "}}",
        "note": f"{{{_latex(f'{_part(view)} Sources: {_sources(chart, view)}'.strip())}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{_key(chart, view)},\n{lines}\n}}\n"


def embed_code(address: str, title: str, height: int) -> str:
    """HTML that shows a chart on another page and stays current.

    Args:
        address: Of the chart as a page.
        title: Of the chart, for those who cannot see it.
        height: Pixels.
    """
    return (
        f'<iframe src="{html.escape(address)}" title="{html.escape(title)}" loading="lazy" '
        f'style="width: 100%; height: {height}px; border: 0"></iframe>'
    )


def picture_code(address: str, alt: str, link: str) -> str:
    """HTML that shows a chart as a picture on another page, stays current, and leads to it.

    Args:
        address: Of the picture.
        alt: What it shows, for those who cannot see it.
        link: Of the chart in the dashboard.
    """
    return (
        f'<a href="{html.escape(link)}"><img src="{html.escape(address)}" '
        f'alt="{html.escape(alt)}" loading="lazy" style="max-width: 100%"></a>'
    )


def _title(chart: Chart | None, view: View) -> str:
    what = chart.title if chart else "Claims about the 2021 withdrawal from Afghanistan"
    told = " · ".join(part for part in (_choice(chart, view), view.described) if part)
    return flat(f"{what}: {told}" if told else what)


def _choice(chart: Chart | None, view: View) -> str:
    """Which of several a chart draws, in words; empty for the layer that a map opens with."""
    if chart is None or chart.choice is None:
        return ""
    return (
        view.measure.label if _is_of_measure(chart) else LAYERS.get(view.selection.layer or "", "")
    )


def _is_of_measure(chart: Chart | None) -> bool:
    return chart is not None and chart.choice == "measure"


def _part(view: View) -> str:
    return f" Shown: {view.part}." if view.part else ""


def _sources(chart: Chart | None, view: View) -> str:
    cited = {fact.article_id for fact in (chart.facts(view) if chart else view.facts)}
    articles = [article for article in view.articles if article.article_id in cited]
    # What only this visitor has comes first: nobody else could find it among those not named.
    articles.sort(key=lambda article: not article.provisional)
    named = [
        f"{article.publisher or 'unknown publisher'}{brief_mark(article)}{session_mark(article)}, "
        f"“{titled(article)}”, " + (day(article.published) if article.published else "date unknown")
        for article in articles[:_MOST]
    ]
    if len(articles) > _MOST:
        named.append(f"and {counted(len(articles) - _MOST, 'article')} more")
    return flat("; ".join(named) or "none")


def _link(chart: Chart | None, view: View, base: str) -> str:
    cited = _cited(chart, view).selection
    return chart.link(cited, base) if chart else cited.link(base)


def _cited(chart: Chart | None, view: View) -> View:
    """The view with its measure named: which one opens without a choice may change."""
    if not _is_of_measure(chart):
        return view
    return View.of(view.corpus, dataclasses.replace(view.selection, measure=view.measure.id))


def _key(chart: Chart | None, view: View) -> str:
    """A key that no other chart or view has."""
    year = str(view.as_of.year) if view.as_of else "undated"
    shown = view_name(_cited(chart, view), chart.name if chart else "view", suffix="")
    return f"withdrawal-{year}{shown.removeprefix(PREFIX).removesuffix('.')}"


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}" if found[0] not in "%#" else f"\\{found[0]}"
