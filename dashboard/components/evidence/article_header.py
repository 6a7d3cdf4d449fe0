"""Which article is read, where it came from, and what its marks mean."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.components.browser.window_width import ask_window_width
from dashboard.components.parts.badges import badge, session_badge
from dashboard.components.session.bound_selection import current, store
from dashboard.components.session.corpus import corpus
from dashboard.words.facts import (
    brief_note,
    capitalised,
    counted,
    day,
    published,
    publisher_of,
    session_mark,
)
from dashboard.words.kinds import kind_entry, theme_colour
from dashboard.words.plain_text import escape
from dashboard.words.titles import titled
from data.article import Article
from data.fact import Fact

_ARTICLE: Final = "article-choice"


def article_choice() -> str | None:
    """Id of the article to read; with several, a list to choose from. None if there is none."""
    articles = corpus().articles
    if not articles:
        return None
    fact = corpus().fact(current().fact or "")
    wanted = fact.article_id if fact else current().article
    chosen = wanted if wanted and wanted in articles else next(iter(articles))
    if len(articles) > 1:
        st.session_state[_ARTICLE] = chosen
        st.selectbox(
            "Article",
            list(articles),
            key=_ARTICLE,
            format_func=lambda article_id: _titled(articles[article_id]),
            on_change=_changed,
        )
    return chosen


def article_header(article: Article, facts: int) -> None:
    """Publisher, date and how it is known, licence, link."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
        badge(article.publisher or "Publisher unknown", icon=":material/newspaper:", colour="gray")
        if article.brief:
            badge(
                "Our brief",
                icon=":material/short_text:",
                colour="blue",
                explanation=escape(brief_note(article)),
            )
        if article.provisional:
            session_badge()
        badge(capitalised(published(article)), icon=":material/event:", colour="gray")
        badge(counted(facts, "fact"), icon=":material/format_quote:", colour="gray")
        if article.unread:
            badge(
                "Not read in full",
                icon=":material/image_search:",
                colour="orange",
                explanation=escape(f"{capitalised(article.unread)}."),
            )
        if article.url:
            st.link_button(
                "Open the report" if article.brief else "Open the source",
                article.url,
                icon=":material/open_in_new:",
                type="tertiary",
            )
        with st.popover("About this source", icon=":material/info:", type="tertiary"):
            if article.brief:
                st.caption("What this is")
                st.text(brief_note(article))
                st.caption("What of the report was seen")
                st.text(article.brief.consulted)
                st.caption(f"Second check, {day(article.brief.checked_on)}")
                st.text(article.brief.check)
            st.caption("How the publication date is known")
            st.text(article.published_basis or "Not known.")
            st.caption("Licence")
            st.text(article.licence or "Not known.")
            st.caption("SHA-256 of the file")
            st.code(article.sha256, language=None, wrap_lines=True)
        ask_window_width()  # has no width, but would indent what stands behind it


def _titled(article: Article) -> str:
    if article.brief:
        return f"{publisher_of(article)}, {published(article, short=True)}: {titled(article)}"
    return titled(article) + session_mark(article)


def legend(facts: Sequence[Fact]) -> None:
    """What the marks mean, by the kinds that occur; nothing without marks."""
    if not facts:
        return
    counts = Counter(fact.kind for fact in facts)
    kinds = [(kind_entry(kind), count) for kind, count in counts.items()]
    # Dots of a colour and no badges, which look like buttons; none is parted from its words.
    shown = "\u2003".join(
        f":{theme_colour(kind)}[●]\u00a0{_unbroken(kind.label)}\u00a0{count:,}"
        for kind, count in kinds
    )
    st.markdown(f":small[{shown}\u2003Filled marks carry a number, underlined ones do not.]")


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "\u00a0")


def _changed() -> None:
    store(dataclasses.replace(current(), article=st.session_state[_ARTICLE], fact=None))
