"""Web page: the article in an HTML page saved from a news site, without what surrounds it.

trafilatura tells the article from menus, teasers and readers' comments; htmldate finds the
publication date. Both are importing for a while, so this module is imported with the first page.
"""

from __future__ import annotations

import configparser
import copy
import datetime as dt
import functools
import logging
import re
from typing import Final

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.metadata import extract_metadata
from trafilatura.settings import DEFAULT_CONFIG, Document

from data.article import title_of
from data.errors import InputError
from data.intake.contents import Contents
from data.intake.fields import address_of, line_of
from data.intake.limits import Limits
from data.intake.page_encoding import page_text
from data.intake.posts import gather_posts

_SHORTEST_ARTICLE: Final = "40"
"""Characters below which trafilatura gives up structure and takes all text of the page."""

_NEVER_SHOWN = etree.XPath(
    "//script | //style | //template | //noscript | //iframe | //object | //svg | //math"
    " | //form//select | //textarea | //dialog[not(@open)]"
    " | //*[@hidden or @aria-hidden='true'][not(self::html or self::body)]"
)
_STYLED = etree.XPath("//*[@style][not(self::html or self::body)]")
_HEADLINES = etree.XPath("//h1")
_HAS_SURROUNDINGS = etree.XPath(
    "boolean(//article | //main | //nav | //aside | //header | //footer | //form"
    " | //body//*[@class or @id or @role])"
)
"""Whether a page has more than its article; one without is taken whole, lists included."""

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.I)
_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})"
    r"(https?://[^\s<>\"']{1,2000})"
)
_LATEST: Final = "2099-12-31"
"""Day from which on a date is no page's. Not today: the same page is read the same on any day, and
where the clock is wrong."""

_LOOKED_AT: Final = 4_096
_FIRST_LINES: Final = 3
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TABLE_RULE = re.compile(r"^[| \t-]*--[| \t-]*$\n?", re.MULTILINE)
_TABLE_EDGE = re.compile(r"^\|[ \t]*|[ \t]*\|[ \t]*$", re.MULTILINE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards, we report
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_web_page(content: bytes, name: str) -> Contents:
    """The article of a page and what the page's metadata says about it.

    The text begins with the headline that the page shows, as a printed article does. Scripts,
    comments and elements that are hidden where they stand never become text; what only a style
    sheet hides is not known.

    Raises:
        InputError: If the page cannot be decoded, is too large or too deep, or holds no article.
    """
    source = page_text(content, name)
    tree = _tree(source, name)
    try:
        said = _metadata(tree)
        _remove_unseen(tree)
        headline = _headline(tree, line_of(said.title))
        gather_posts(tree)
        body = _article_text(tree)
    except Exception as error:  # a page that its libraries did not foresee must not stop the rest
        raise InputError(
            name, f"cannot be read as a page ({type(error).__name__})", "Paste its text."
        ) from error
    if not body:
        raise InputError(
            name,
            "no article found in the page",
            "Save the page of one article, or paste its text.",
        )
    saved_from = _SAVED_FROM.search(source[:_LOOKED_AT])
    published = dt.date.fromisoformat(said.date) if said.date else None
    return Contents(
        text=_with_headline(headline, body),
        title=line_of(said.title) or headline or line_of(title_of(body)) or name,
        publisher=line_of(said.sitename),
        url=address_of(said.url) or address_of(saved_from and saved_from[1]),
        published=published,
        published_basis="from the page's metadata (htmldate)" if published else None,
    )


def _tree(source: str, name: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(name, "holds no web page", "Save the page again.") from error
    _refuse_large(tree, name)
    for element in tree.iter():
        element.text = _CONTROL.sub("", element.text or "")  # written as entities, such as &#27;
        element.tail = _CONTROL.sub("", element.tail or "")
    return tree


def _refuse_large(tree: HtmlElement, name: str) -> None:
    depth = deepest = elements = broadest = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        deepest = max(deepest, depth)
        broadest = max(broadest, len(element))
    for found, limit, what in (
        (deepest, Limits.MAX_DEPTH, "elements inside one another"),
        (broadest, Limits.MAX_CHILDREN, "elements side by side"),
        (elements, Limits.MAX_ELEMENTS, "elements"),
    ):
        if found > limit:
            raise InputError(
                name, f"more than {limit:,} {what}, which no article has", "Paste its text."
            )


def _metadata(tree: HtmlElement) -> Document:
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    return extract_metadata(copy.deepcopy(tree), date_config=dates)


def _remove_unseen(tree: HtmlElement) -> None:
    for element in _NEVER_SHOWN(tree):
        element.drop_tree()
    for element in _STYLED(tree):
        if _HIDING.search(element.get("style")):
            element.drop_tree()


def _article_text(tree: HtmlElement) -> str:
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        favor_recall=not _HAS_SURROUNDINGS(tree),
        config=_config(),
    )
    text = found.text if isinstance(found, Document) else None
    without_rules = _TABLE_RULE.sub("", text or "")
    return _TABLE_EDGE.sub("", without_rules).strip()


@functools.cache
def _config() -> configparser.ConfigParser:
    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _SHORTEST_ARTICLE
    return config


def _headline(tree: HtmlElement, title: str | None) -> str | None:
    """The heading that is the page's title, or its only one; a site's name may be another."""
    headings = [line_of(heading.text_content()) for heading in _HEADLINES(tree)]
    shown = [heading for heading in headings if heading]
    fitting = [text for text in shown if title and text.casefold() in title.casefold()]
    return next(iter(fitting), shown[0] if len(shown) == 1 else None)


def _with_headline(headline: str | None, body: str) -> str:
    """The text with its headline, unless that stands in its first lines already."""
    first = [(line_of(line) or "").casefold() for line in body.splitlines()[:_FIRST_LINES]]
    if headline is None or headline.casefold() in first:
        return body
    return f"{headline}\n\n{body}"
