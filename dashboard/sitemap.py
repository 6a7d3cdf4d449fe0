"""The dashboard's pages: where each is, what it is called, and which file draws it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

TITLE: Final = "Afghanistan withdrawal: who claims what"
"""Of the dashboard."""


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """A page of the dashboard.

    Attributes:
        path: Below the dashboard's address; empty for the first.
        title: In the navigation.
        icon: There, a Material symbol.
        help: What it is for, in a sentence.
        view: The file of :mod:`dashboard.views` that draws it, without its ending.
        heading: Before the dashboard's title, in the browser and where its link is previewed.
        needs_articles: Whether it would say what is not so where no article can be read.
    """

    path: str
    title: str
    icon: str
    help: str
    view: str
    heading: str
    needs_articles: bool = True

    @property
    def window_title(self) -> str:
        """What tabs, history and bookmarks of a browser call it."""
        return " – ".join(part for part in (self.heading, TITLE) if part)


_ALL: Final = (
    Page(
        "",
        "Overview",
        "dashboard",
        "The situation on one screen: key claims, map, timeline and evidence.",
        view="overview",
        heading="",
    ),
    Page(
        "claims",
        "Claims",
        "compare_arrows",
        "Each measure over time: who claims what, who agrees, who contradicts.",
        view="claims",
        heading="Claims over time",
    ),
    Page(
        "article",
        "Article",
        "article",
        "The source text with every fact marked in place.",
        view="article",
        heading="Article",
    ),
    Page(
        "facts",
        "Facts",
        "table_rows",
        "All facts as a table: filter, choose, download as CSV or JSON.",
        view="facts",
        heading="Facts",
    ),
    Page(
        "add",
        "Add an article",
        "note_add",
        "Read a text of yours into facts, review them, take them away; for you alone.",
        view="add_article",
        heading="Add an article",
        needs_articles=False,
    ),
    Page(
        "about",
        "About",
        "info",
        "What counts as a fact, definitions, sources, licences and limits.",
        view="about",
        heading="About",
        needs_articles=False,
    ),
)

PAGES: Final[Mapping[str, Page]] = {page.path: page for page in _ALL}
"""The pages by path, in the order of the navigation."""
