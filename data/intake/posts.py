"""Posts: a live page as one article, whose posts are articles or list items of their own.

trafilatura takes the first ``<article>`` of a page for its article, and writes a list item as one
line, its time and heading in front of its first sentence.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

_OUTERMOST_ARTICLES = etree.XPath("//article[not(ancestor::article)]")
_PROSE = etree.XPath(".//p[not(ancestor::a)]")
_ITEMS_OF_BLOCKS = etree.XPath("//li[.//p and (.//h2 or .//h3 or .//h4 or .//article)]")

_SHORTEST_POST: Final = 60
"""Characters of prose below which an article element is a teaser or a caption."""

_FEWEST_POSTS: Final = 3
_LARGEST_SHARE: Final = 0.6
"""Of all prose in article elements: who has more is the article, and the others are teasers."""


def gather_posts(tree: HtmlElement) -> None:
    """Make the posts of a live page parts of one article; a page with one article stays as it is.

    Args:
        tree: The page, which is changed.
    """
    _unlist(tree)
    posts = _posts(tree)
    if len(posts) < _FEWEST_POSTS:
        return
    whole = etree.Element("article")
    body = tree.find("body")
    (tree if body is None else body).insert(0, whole)
    for post in posts:
        post.tag = "div"
        whole.append(post)


def _posts(tree: HtmlElement) -> list[HtmlElement]:
    """Article elements of one make that share most of the page's prose; none where one has most."""
    lengths = {article: _prose(article) for article in _OUTERMOST_ARTICLES(tree)}
    told = sum(lengths.values()) * _LARGEST_SHARE
    if not lengths or max(lengths.values()) > told:
        return []
    makes: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for article, length in lengths.items():
        if length >= _SHORTEST_POST:
            makes[(article.get("class") or "").partition(" ")[0]].append(article)
    posts = max(makes.values(), key=len, default=[])
    return posts if sum(lengths[post] for post in posts) >= told else []


def _unlist(tree: HtmlElement) -> None:
    """Take items that have a heading and paragraphs of their own out of their list."""
    for item in _ITEMS_OF_BLOCKS(tree):
        parent = item.getparent()
        item.tag = "div"
        if parent is not None and parent.tag in {"ol", "ul"}:
            parent.tag = "div"


def _prose(element: HtmlElement) -> int:
    return sum(len(" ".join(part.text_content().split())) for part in _PROSE(element))
