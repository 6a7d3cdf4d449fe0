"""Articles that wait for somebody to say what they are, and what was said so far.

They are in the state of the session, and so stay while its visitor looks at other pages: what is
typed into a field is gone with the field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from dashboard.adding.articles import MOST_ARTICLES, AlreadyHereError
from dashboard.adding.details import Details, Waiting, session_id
from dashboard.components.messages.outcomes import refuse
from data.article import Article
from data.errors import InputError

FOR_UNREAD: Final = "run text recognition (OCR) on the file and bring it in again, or add its text."
"""How to have read what is missing of a file."""

_WAITING: Final = "waiting-articles"
_CAME: Final = "came-to-wait"


def waiting() -> Mapping[str, Waiting]:
    """Articles that wait, by a name of their own, in the order they were read."""
    articles: Mapping[str, Waiting] = st.session_state.get(_WAITING, {})
    return articles


def pend(articles: Iterable[Article]) -> int:
    """Have articles wait, and say how many more do now.

    The same text twice waits once, and no more wait than a session may have; both are said.
    """
    now = dict(waiting())
    by_text = {each.article.text: each.article for each in now.values()}
    before = len(now)
    for article in articles:
        if article.text in by_text:
            refuse([_double(article, by_text[article.text])])
        elif len(now) >= MOST_ARTICLES:
            refuse([_too_many(article)])
        else:
            by_text[article.text] = article
            now[session_id(article)] = Waiting(article, Details.of(article))
    st.session_state[_WAITING] = now
    more = len(now) - before
    st.session_state[_CAME] = st.session_state.get(_CAME, False) or more > 0
    return more


def came() -> bool:
    """Whether articles have come to wait since this was asked last."""
    return bool(st.session_state.pop(_CAME, False))


def discard(name: str) -> None:
    """Have an article wait no longer."""
    left = {other: entry for other, entry in waiting().items() if other != name}
    st.session_state[_WAITING] = left


def wait_again(articles: Iterable[Waiting]) -> None:
    """Have articles wait once more, before all others; but for what waits already."""
    here = {each.article.text for each in waiting().values()}
    back = {session_id(each.article): each for each in articles if each.article.text not in here}
    st.session_state[_WAITING] = {**back, **waiting()}


def _double(article: Article, other: Article) -> InputError:
    where = article.file or "the pasted text"
    said = f"has the same text as {other.file or 'what was pasted'}, which waits already"
    if article.unread and not other.unread:
        return InputError(where, said, f"But {article.unread}: {FOR_UNREAD}")
    return AlreadyHereError(where, said, "Nothing is lost: it is read once.")


def _too_many(article: Article) -> InputError:
    return InputError(
        article.file or "the pasted text",
        f"would be one more than the {MOST_ARTICLES} articles that can wait",
        "Add or discard those that wait, then bring it in again.",
    )
