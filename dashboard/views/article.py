"""The whole article with its facts marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import streamlit as st

from dashboard.components.browser.address_bar import address_bar
from dashboard.components.browser.addresses import link_here
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.evidence.article_header import article_choice, article_header, legend
from dashboard.components.evidence.panel import evidence_panel
from dashboard.components.messages.messages import nothing, problem
from dashboard.components.parts.marked_text import marked_text
from dashboard.components.selecting.selection_bar import page_header, page_tools, selection_bar
from dashboard.components.session.bound_selection import current
from dashboard.components.session.corpus import corpus
from dashboard.components.tables.fact_table import fact_table
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.observability.conditions import tell_unusable
from dashboard.selecting.concerns import facts_in_view
from dashboard.view import View
from dashboard.words.passage import paragraphs
from dashboard.words.plain_text import escape
from data.article import Article
from data.errors import InputError
from data.fact import Fact

PANEL_HEIGHT: Final = 680
"""Of the text and the evidence beside it, in pixels: both stay in sight while one scrolls."""

_ON_A_PHONE: Final = 520
"""Of the text there: the evidence below it is in sight, and the text fades where it goes on."""

_ROWS: Final = 16
"""Of the facts of an article whose text cannot be read, in sight at once."""


def article_page(view: View) -> None:
    """Draw the page."""
    chosen = article_choice()
    article = _read(chosen) if chosen else None
    if article is None:
        st.title("Article", anchor=False)
        nothing(
            "No article to read", "Once an article can be read, its text is shown here.", "article"
        )
        return
    own = corpus().facts_of(article.article_id)
    facts = facts_in_view(own, view.selection, {article.article_id: article})
    with page_header(view):
        article_header(article, len(own))
        selection_bar(view)
        with page_tools():
            copy_link(link_here(), key="view-link", of="what this page shows")
    legend(own)
    left, right = st.columns([11, 8], gap="xsmall")
    text_height = _ON_A_PHONE if is_narrow() else PANEL_HEIGHT
    with left.container(border=True, height=text_height, key="article-box"):
        if article.text:
            _text(article, own, visible=[fact.fact_id for fact in facts])
        else:
            st.title(escape(article.heading), anchor=False)
            fact_table(facts, most_rows=_ROWS, beside_evidence=True, of_article=True)
    height: Literal["stretch", "content"] | int = "content" if is_narrow() else PANEL_HEIGHT
    with right.container(border=True, height=height, key="evidence"):
        evidence_panel(facts, beside_article=True)


def _read(article_id: str) -> Article | None:
    """The article; without its text, and with the reason, where that cannot be read."""
    try:
        return corpus().article(article_id)
    except InputError as error:
        tell_unusable(error.where)
        problem(error, "The text of this article cannot be read now. Its facts are listed.")
        return corpus().articles.get(article_id)


def _text(article: Article, own: Sequence[Fact], visible: Sequence[str]) -> None:
    text = paragraphs(article.text, own, article.heading, article.marks)
    if all(paragraph.kind != "headline" for paragraph in text):
        st.title(escape(article.heading), anchor=False)
    marked_text(
        text,
        {fact.fact_id: fact for fact in own},
        key="article-text",
        label=f"{article.heading}, with its facts marked",
        chosen=current().fact,
        visible=visible,
        size="article",
        follow=True,
    )


address_bar(leads_to_words=False)
article_page(View.of(corpus(), current()))
