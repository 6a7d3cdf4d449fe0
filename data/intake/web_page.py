"""Web page: the article in an HTML page saved from a news site, without what surrounds it.

trafilatura tells the article from menus, teasers and readers' comments; htmldate finds the
publication date. Both are importing for a while, so this module is imported with the first page.
"""

from __future__ import annotations

import configparser
import copy
import functools
import logging
import re
from typing import Final

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import DEFAULT_CONFIG, Document

from data.article import title_of
from data.errors import InputError
from data.intake.contents import Contents
from data.intake.fields import line_of
from data.intake.layout_tables import open_layout_tables
from data.intake.limits import Limits
from data.intake.page_dates import given_dates
from data.intake.page_encoding import page_text
from data.intake.page_metadata import page_metadata, written_for_machines
from data.intake.posts import gather_posts

_SHORTEST_ARTICLE: Final = "40"
"""Characters below which trafilatura gives up structure and takes all text of the page."""

_NEVER_SHOWN = etree.XPath(
    "//script | //style | //template | //noscript | //iframe | //object | //svg | //math"
    " | //form//select | //textarea | //dialog[not(@open)]"
    " | //*[@hidden or @aria-hidden='true'][not(self::html or self::body)]"
)
_STYLED = etree.XPath("//*[@style][not(self::html or self::body)]")
_HAS_SURROUNDINGS = etree.XPath(
    "boolean(//article | //main | //nav | //aside | //header | //footer | //form"
    " | //body//*[@class or @id or @role])"
)
"""Whether a page has more than its article; one without is taken whole, lists included."""

_BODY_FOR_MACHINES = re.compile(r'"articleBody"\s{0,9}:')
"""What no page has that is laid out with tables."""

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.I)
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
    said, given = written_for_machines(tree), given_dates(tree)
    _remove_unseen(tree)
    page = page_metadata(tree, said, given, source)
    gather_posts(tree)
    is_opened = not _BODY_FOR_MACHINES.search(source) and open_layout_tables(tree, page.headings)
    body = _article_text(tree, whole=is_opened or not _HAS_SURROUNDINGS(tree))
    if not body:
        raise InputError(
            name,
            "no article found in the page",
            "Save the page of one article, or paste its text.",
        )
    return Contents(
        text=_with_headline(page.headline, body),
        title=page.title or page.headline or line_of(title_of(body)) or name,
        publisher=page.publisher,
        url=page.url,
        published=page.published,
        published_basis="from the page's metadata (htmldate)" if page.published else None,
        clues=page.clues,
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


def _remove_unseen(tree: HtmlElement) -> None:
    for element in _NEVER_SHOWN(tree):
        element.drop_tree()
    for element in _STYLED(tree):
        if _HIDING.search(element.get("style")):
            element.drop_tree()


def _article_text(tree: HtmlElement, *, whole: bool) -> str:
    """The text that trafilatura finds; ``whole``: the page is taken for nothing but an article."""
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        favor_recall=whole,
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


def _with_headline(headline: str | None, body: str) -> str:
    """The text with its headline, unless that stands in its first lines already."""
    first = [(line_of(line) or "").casefold() for line in body.splitlines()[:_FIRST_LINES]]
    if headline is None or headline.casefold() in first:
        return body
    return f"{headline}\n\n{body}"
