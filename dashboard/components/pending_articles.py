"""Articles that were read and wait for somebody to say what they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import streamlit as st

from dashboard.added_articles import MOST_ARTICLES
from dashboard.article_details import Details, session_id
from dashboard.components.details_form import details_form
from dashboard.components.session_acts import act, refuse
from dashboard.components.session_corpus import added, catalogue
from dashboard.plain_text import escape, excerpt
from dashboard.publication_day import SaidDay, said_day
from dashboard.wording import counted
from data.article import Article
from data.errors import InputError

_PENDING: Final = "pending-articles"
_EXCERPT: Final = 280


def pending() -> tuple[Article, ...]:
    """Articles that wait, in the order they were read."""
    waiting: tuple[Article, ...] = st.session_state.get(_PENDING, ())
    return waiting


def pend(articles: Iterable[Article]) -> int:
    """Have articles wait, and say how many more do now.

    The same text twice waits once, and no more wait than a session may have; both are said.
    """
    before = pending()
    waiting = {article.text: article for article in before}
    for article in articles:
        if article.text in waiting:
            refuse([_double(article, waiting[article.text])])
        elif len(waiting) >= MOST_ARTICLES:
            refuse([_too_many(article)])
        else:
            waiting[article.text] = article
    st.session_state[_PENDING] = tuple(waiting.values())
    return len(waiting) - len(before)


def _double(article: Article, other: Article) -> InputError:
    return InputError(
        article.file or "the pasted text",
        f"has the same text as {other.file or 'what was pasted'}, which waits already",
        "Nothing is lost: it is read once.",
    )


def _too_many(article: Article) -> InputError:
    return InputError(
        article.file or "the pasted text",
        f"would be one more than the {MOST_ARTICLES} articles that can wait",
        "Add or discard those that wait, then bring it in again.",
    )


def pending_articles() -> None:
    """Draw a form for each article that waits."""
    waiting = pending()
    if not waiting:
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", key="pending-head"):
        st.markdown("### Say what it is", anchors=False, width="content")
        if len(waiting) > 1 and st.button(
            f"Add all {len(waiting)} as they are", key="add-all", icon=":material/done_all:"
        ):
            _add_all(waiting)
    for number, article in enumerate(waiting):
        title = escape(excerpt(article.title, 100))
        if len(waiting) == 1:
            with st.container(border=True):
                _one(article)
        else:
            with st.expander(title, expanded=number == 0, key=f"pending-{session_id(article)}"):
                _one(article)


def _one(article: Article) -> None:
    name = session_id(article)
    words = len(article.text.split())
    st.caption(escape(f"{counted(words, 'word')}. Begins: “{excerpt(article.text, _EXCERPT)}”"))
    details = details_form(
        f"new-{name}",
        Details.of(article),
        "Read the facts",
        basis=article.published_basis,
        said=offered_day(article),
        clues=article.clues,
        discard=lambda: _discard(article),
    )
    if details is None:
        return
    with st.spinner("Reading the facts …"):
        if _add(article, details):
            _discard(article)
    st.rerun()


def offered_day(article: Article) -> SaidDay | None:
    """The publication date to offer for an article without one.

    A day without a year gets that of the newest article here: all tell of the same months.
    """
    if article.published is not None:
        return None
    known = [each.published for each in catalogue().articles.values() if each.published]
    year = max(known, default=dt.date.today()).year  # noqa: DTZ011
    return said_day(article.text, year, article.clues)


def _add_all(articles: Iterable[Article]) -> None:
    waiting = list(articles)
    bar = st.progress(0.0, "Reading the facts …")
    for number, article in enumerate(waiting, start=1):
        if _add(article, Details.of(article)):
            _discard(article)
        said = f"Read the facts of {number} of {counted(len(waiting), 'article')}"
        bar.progress(number / len(waiting), said)
    st.rerun()


def _add(article: Article, details: Details) -> bool:
    try:
        described = details.described(article)
    except InputError as error:
        refuse([error])
        return False
    return act(lambda kept: kept.add(described, catalogue())) and bool(added().entries)


def _discard(article: Article) -> None:
    left = (other for other in pending() if other.text != article.text)
    st.session_state[_PENDING] = tuple(left)
