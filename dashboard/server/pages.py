"""The dashboard's pages as their addresses are opened: with the tags that previews are made of.

Chat programs and search engines run no scripts: they read the HTML. It is Streamlit's own, in
which title, description and picture are those of the view that the link asks for.
"""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import html
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dashboard.server.answers import Answer, answer_of, respond
from dashboard.server.asked import Asked
from dashboard.server.base_path import public_address
from dashboard.server.early import loaded_early, theme_kept
from dashboard.server.index_page import filled_page
from dashboard.server.problems import Problem
from dashboard.server.request import query_string_of
from dashboard.sitemap import PAGES, TITLE

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from dashboard.server.settings import Settings
    from dashboard.server.workshop import Workshop
    from dashboard.view import View
    from data.fact import Fact

PROMISE: Final = (
    "Claims about the 2021 withdrawal on maps and timelines: no number without its sentence."
)
PATHS: Final = tuple(f"/{page}" for page in PAGES)
LONGEST_S: Final = 3.0
"""Seconds that a page waits for its tags; then it is opened without them."""

PICTURE_SIZE: Final = (1200, 630)
_LONGEST: Final = 300
"""Characters of a description."""


async def open_page(http: Request, *, settings: Settings, workshop: Workshop) -> Response:
    """Streamlit's page with the tags of the view; without them where they cannot be had."""
    page, base = http.scope["path"].rpartition("/")[2], public_address(http, settings)
    query_string = query_string_of(http)
    work = functools.partial(_opened, page, query_string, base)
    key = ("page", page, query_string, base)
    try:
        answer = await asyncio.wait_for(workshop.run(key, work), LONGEST_S)
    except Exception as error:
        if not isinstance(error, TimeoutError):
            Problem.of(error)  # logs it; the page itself says what is wrong
        answer = _answer(filled_page(TITLE, theme_kept(PAGES), html.escape(PROMISE)))
    return respond(http, answer)


def _opened(page: str, query_string: str, base: str) -> Answer:
    asked = Asked.of(query_string, base)
    preview = preview_of(asked.view, page, base)
    head = theme_kept(PAGES) + _head(preview) + loaded_early(page)
    return _answer(filled_page(preview.title, head, _without_script(preview)))


def _answer(page: str) -> Answer:
    return answer_of(page.encode(), "text/html; charset=utf-8", {"Cache-Control": "no-cache"})


@dataclasses.dataclass(frozen=True, slots=True)
class Preview:
    """What a link shows of itself; plain text.

    Attributes:
        title: Of the view.
        description: What is selected, and the sentence of a chosen fact.
        link: The address without what does not belong to it.
        picture: Address of the picture; empty where no pictures can be drawn.
        alt: What the picture shows.
    """

    title: str
    description: str
    link: str
    picture: str
    alt: str


def preview_of(view: View, page: str, base: str) -> Preview:
    """The preview of a view.

    Args:
        view: What the link asks for.
        page: Path of the page, empty for the first.
        base: Address of the dashboard.
    """
    from dashboard import images
    from dashboard.charts.catalogue import CHARTS
    from dashboard.export.evidence import claim_in_words

    selection, chosen = view.selection, view.chosen
    own = next((name for name, chart in CHARTS.items() if page and chart.page == page), None)
    chart = CHARTS[selection.chart or own or _picturing(chosen)]
    if chosen:
        title = f"{claim_in_words(chosen)} – {TITLE}"
    else:
        about = chart.title if selection.chart else PAGES[page].heading
        title = " – ".join(part for part in (about, view.described, TITLE) if part)
    shown = dataclasses.replace(selection, chart=None, article=None)
    picture = shown.link(base, f"charts/{chart.name}.png")
    picture += f"{'&' if '?' in picture else '?'}size=preview"
    return Preview(
        title=_short(title),
        description=_short(_description(view)),
        link=selection.link(base, page),
        picture="" if images.missing() else picture,
        alt=_short(chart.words(view)),
    )


def _picturing(fact: Fact | None) -> str:
    """The chart that shows a fact best: the map for borders and movements, else the timeline."""
    on_map = fact is None or fact.of or (fact.origin and fact.destination)
    return "region-map" if on_map else "timeline"


def _description(view: View) -> str:
    from dashboard.words.facts import claimant, counted, day

    if fact := view.chosen:
        article = view.corpus.articles.get(fact.article_id)
        return f"“{fact.quote}” ({claimant(fact, article)})"
    showing = counted(view.totals.facts, "fact")
    if view.selection.filters:
        showing = f"{view.in_view:,} of {showing}: {view.described}"
    as_of = f", as of {day(view.as_of)}" if view.as_of else ""
    return f"{PROMISE} {showing}{as_of}."


def _head(preview: Preview) -> str:
    width, height = PICTURE_SIZE
    properties = {
        "og:type": "website",
        "og:site_name": TITLE,
        "og:title": preview.title,
        "og:description": preview.description,
        "og:url": preview.link,
    }
    names = {
        "description": preview.description,
        "twitter:card": "summary_large_image" if preview.picture else "summary",
        "twitter:title": preview.title,
        "twitter:description": preview.description,
    }
    if preview.picture:
        properties |= {
            "og:image": preview.picture,
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": preview.alt,
        }
        names |= {"twitter:image": preview.picture, "twitter:image:alt": preview.alt}
    return "\n".join(
        [
            f'<link rel="canonical" href="{html.escape(preview.link)}">',
            *_metas("property", properties.items()),
            *_metas("name", names.items()),
            "",
        ]
    )


def _metas(kind: str, values: Iterable[tuple[str, str]]) -> Iterable[str]:
    for name, value in values:
        yield f'<meta {kind}="{name}" content="{html.escape(value)}">'


def _without_script(preview: Preview) -> str:
    report = html.escape("report.html")
    return (
        f"<h1>{html.escape(preview.title)}</h1><p>{html.escape(preview.description)}</p>"
        f'<p>This page needs JavaScript. <a href="{report}">The report</a> does not.</p>'
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
