"""What this visitor sees: the catalogue, and what they added in this session.

Pages and components read facts from here and never from :mod:`dashboard.corpus_source`, which is
what everybody sees. What a visitor adds is in the state of their session and nowhere else: no
cache of the process holds it, no address of the server knows it, and it goes with the session.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard import corpus_source
from dashboard.added_articles import AddedArticles, with_added
from data.corpus import Corpus

_ADDED: Final = "added-articles"
_SEEN: Final = "seen-corpus"
_CATALOGUE: Final = "catalogue-of-this-run"


def added() -> AddedArticles:
    """What this visitor has added."""
    kept: AddedArticles = st.session_state.get(_ADDED) or AddedArticles()
    return kept


def keep(articles: AddedArticles) -> None:
    """Remember what this visitor has added, until the session ends."""
    st.session_state[_ADDED] = articles


def look() -> None:
    """See whether the catalogue has changed. Call once a run, before anything is drawn.

    A run shows one catalogue from its first element to its last, and what a visitor clicks on is
    looked for in the one they saw.
    """
    st.session_state[_CATALOGUE] = corpus_source.corpus()


def catalogue() -> Corpus:
    """What everybody sees."""
    seen: Corpus | None = st.session_state.get(_CATALOGUE)
    return seen or corpus_source.corpus()


def corpus() -> Corpus:
    """All articles and facts that this visitor sees. Read only."""
    everybody, own = catalogue(), added()
    if not own.entries:
        return everybody
    seen: tuple[Corpus, AddedArticles, Corpus] | None = st.session_state.get(_SEEN)
    if seen is None or seen[0] is not everybody or seen[1] is not own:
        seen = (everybody, own, with_added(everybody, own))
        st.session_state[_SEEN] = seen
    return seen[2]
