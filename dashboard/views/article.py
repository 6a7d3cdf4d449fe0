"""The whole article with its facts marked in place."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from dashboard.components.address_bar import address_bar
from dashboard.components.addresses import link_here
from dashboard.components.article_header import article_choice, article_header, legend
from dashboard.components.bound_selection import current
from dashboard.components.copy_link import copy_link
from dashboard.components.evidence import evidence_panel
from dashboard.components.marked_text import marked_text
from dashboard.components.messages import nothing, problem
from dashboard.components.selection_bar import page_header, page_tools, selection_bar
from dashboard.components.session_corpus import corpus
from dashboard.components.window_width import ask_window_width, is_narrow
from dashboard.concerns import facts_in_view
from dashboard.passage import paragraphs
from dashboard.plain_text import escape
from dashboard.view import View
from data.errors import InputError

PANEL_HEIGHT: Final = 680
"""Of the text and the evidence beside it, in pixels: both stay in sight while one scrolls."""


def article_page(view: View) -> None:
    """Draw the page."""
    try:
        article = article_choice()
    except InputError as error:
        problem(error, "The text of this article cannot be read now.")
        return
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
        ask_window_width()
        selection_bar(view)
        with page_tools():
            copy_link(link_here(), key="view-link", of="what this page shows")
    legend(own)
    left, right = st.columns([11, 8], gap="xsmall")
    text = paragraphs(article.text, own, article.heading)
    with left.container(border=True, height=PANEL_HEIGHT):
        if all(paragraph.kind != "headline" for paragraph in text):
            st.title(escape(article.heading), anchor=False)
        marked_text(
            text,
            {fact.fact_id: fact for fact in own},
            key="article-text",
            label=f"{article.heading}, with its facts marked",
            chosen=current().fact,
            visible=[fact.fact_id for fact in facts],
            size="article",
            follow=True,
        )
    height: Literal["content"] | int = "content" if is_narrow() else PANEL_HEIGHT
    with right.container(border=True, height=height, key="evidence"):
        evidence_panel(facts, beside_article=True)


address_bar()
article_page(View.of(corpus(), current()))
