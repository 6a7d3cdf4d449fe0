"""Page metadata: what a page says about its article, and what it only hints at.

trafilatura and htmldate read what is written for machines. Old pages have none of that: their
title names the site as well, and their date is a line above the article.
"""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from data.clues import Clues
from data.intake.fields import address_of, line_of
from data.intake.page_dates import GivenDates, date_lines, is_sure, month_first
from data.intake.page_lines import Line, only_lines, page_lines
from data.intake.page_title import (
    PageTitle,
    host_of,
    page_title,
    publisher_clues,
    title_runs,
)

_TITLE = etree.XPath("string((//head/title | //title)[1])")
_LINKS = etree.XPath("//a[@href != '' and not(starts-with(@href, '#'))]")
_HEADLINES = etree.XPath("//h1")
_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})"
    r"(https?://[^\s<>\"']{1,2000})"
)
_LOOKED_AT: Final = 4_096
_LONGEST_NAME: Final = 80
_MOST_NAMES: Final = 8
"""Characters of a site's name, and how many names of it are looked at."""

_LATEST: Final = "2099-12-31"
"""Day from which on a date is no page's. Not today: the same page is read the same on any day, and
where the clock is wrong."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says about its article.

    Attributes:
        title: The headline by metadata, or by the page's title less its trail.
        headline: The heading that the page shows.
        headings: Lines that may head the article, in small letters.
        publisher: By metadata.
        url: By metadata, or where a browser saved it from.
        published: By metadata, unless it stands there in figures that can be read in two ways.
        clues: What the page only hints at.
    """

    title: str | None
    headline: str | None
    headings: frozenset[str]
    publisher: str | None
    url: str | None
    published: dt.date | None
    clues: Clues


def written_for_machines(tree: HtmlElement) -> Document:
    """What trafilatura and htmldate find, before anything is taken out of the page."""
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    return extract_metadata(copy.deepcopy(tree), date_config=dates)


def page_metadata(
    tree: HtmlElement, said: Document, given: GivenDates, source: str
) -> PageMetadata:
    """What a page says about its article.

    Args:
        tree: The page, without what it does not show.
        said: What it says to machines.
        given: Where it gives its day.
        source: The page as it was saved.
    """
    saved_from = _SAVED_FROM.search(source[:_LOOKED_AT])
    url = address_of(said.url) or address_of(saved_from and saved_from[1])
    lines = [*only_lines(page_lines(tree))]
    known, named = line_of(said.title) or "", line_of(str(_TITLE(tree))) or ""
    headline = _headline(tree, known)
    parts = _parts(named, headline, lines, url, _home(tree))
    cut = known.casefold() in title_runs(named) and parts.headline != named
    title = parts.headline if cut else known
    headings = frozenset(text.casefold() for text in (headline, title) if text)
    day = dt.date.fromisoformat(said.date) if said.date else None
    order, beside = month_first(tree, lines), date_lines(lines, headings)
    is_known = day and (order is False or is_sure(day, given, beside, order))
    return PageMetadata(
        title=title or None,
        headline=headline,
        headings=headings,
        publisher=line_of(said.sitename),
        url=url,
        published=day if is_known else None,
        clues=dataclasses.replace(
            publisher_clues(parts.site, named, url),
            date_lines=beside,
            month_first=order,
        ),
    )


def _parts(
    named: str, headline: str | None, lines: Sequence[Line], url: str | None, home: Iterable[str]
) -> PageTitle:
    """The page's title in its parts: a heading tells them, or any line that may be one."""
    told = (line.text for line in lines if line.is_of_the_page)
    owners = " ".join((host_of(url) or "", *told, *[*dict.fromkeys(home)][:_MOST_NAMES]))
    if headline and headline.casefold() in title_runs(named):
        return page_title(named, {headline.casefold()}, owners)
    shown = {line.text.casefold() for line in lines if not line.leads_elsewhere}
    return page_title(named, shown - {named.casefold()}, owners)


def _home(tree: HtmlElement) -> Iterator[str]:
    """What links to the site's first page, which is its name on many."""
    for link in _LINKS(tree):
        with contextlib.suppress(ValueError):  # an address that is none
            if urlsplit(link.get("href")).path in {"", "/"}:
                yield link.text_content()[:_LONGEST_NAME]


def _headline(tree: HtmlElement, title: str) -> str | None:
    """The heading that is the page's title, or its only one; a site's name may be another."""
    headings = [line_of(heading.text_content()) for heading in _HEADLINES(tree)]
    shown = [heading for heading in headings if heading]
    fitting = [text for text in shown if title and text.casefold() in title.casefold()]
    return next(iter(fitting), shown[0] if len(shown) == 1 else None)
