"""What a fact has from the text around its sentence, looked up once while it is shown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.session.bound_selection import current

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact
    from data.told_elsewhere import Elsewhere

_KEPT: Final = "told-around-sentence"
_READER: Final = "data.parse.readings"
"""What reads articles. It is slow to import, and is made ready behind the first page of a start."""


def around_sentence(article: Article | None, fact: Fact) -> tuple[Elsewhere, ...]:
    """What a fact has from around its sentence; nothing where its article cannot be read.

    Nor where nobody chose the fact and a start has not yet imported what reads articles: the first
    page does not wait for it. Kept in the session, which alone may have the article.
    """
    if article is None or not article.text:
        return ()
    if current().fact != fact.fact_id and _READER not in sys.modules:
        return ()
    asked = (fact, article.published, article.text)
    kept = st.session_state.get(_KEPT)
    if kept is None or kept[0] != asked:
        from data.told_elsewhere import told_elsewhere

        kept = (asked, told_elsewhere(article, fact))
        st.session_state[_KEPT] = kept
    found: tuple[Elsewhere, ...] = kept[1]
    return found
