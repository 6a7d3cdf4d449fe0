"""What this visitor sees: what the server holds, and what they added in this session.

Pages and components read facts from here and never from :mod:`dashboard.corpus.source`, which is
what everybody sees. What a visitor adds is in the state of their session and nowhere else: no
cache of the process holds it, no address of the server knows it, and it goes with the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.adding.articles import AddedArticles, with_added
from dashboard.corpus import source
from dashboard.selecting.concerns import what_exists
from dashboard.selecting.selectable import Selectable
from dashboard.selecting.selection import Selection

if TYPE_CHECKING:
    from dashboard.holdings import Holdings
    from data.corpus import Corpus

_ADDED: Final = "added-articles"
_CHANGES: Final = "changes-to-added-articles"
_SEEN: Final = "seen-corpus"
_HOLDINGS: Final = "holdings-of-this-run"
_SHOWN: Final = "corpus-of-this-run"


def added() -> AddedArticles:
    """What this visitor has added."""
    kept: AddedArticles = st.session_state.get(_ADDED) or AddedArticles()
    return kept


def keep(articles: AddedArticles) -> None:
    """Remember what this visitor has added, until the session ends."""
    st.session_state[_ADDED] = articles
    st.session_state[_CHANGES] = changes() + 1


def changes() -> int:
    """How often that has changed in this session."""
    times: int = st.session_state.get(_CHANGES, 0)
    return times


def look() -> None:
    """See whether what the server holds has changed. Call once a run, before anything is drawn.

    A run shows the same from its first element to its last, and what a visitor clicks on is
    looked for in what they saw.
    """
    st.session_state[_HOLDINGS] = source.holdings()


def show(selection: Selection) -> None:
    """Say what is selected. Call once a run, after :func:`look`."""
    st.session_state[_SHOWN] = holdings().corpus(selection)


def holdings() -> Holdings:
    """What everybody may select from."""
    seen: Holdings | None = st.session_state.get(_HOLDINGS)
    return seen or source.holdings()


def known() -> Selectable:
    """What this visitor may select, but for layers and charts."""
    everybody, own = holdings().known, added()
    if not own.entries:
        return everybody
    facts = [fact for entry in own.entries.values() for fact in entry.facts.values()]
    return everybody.union(what_exists(facts, [article.article_id for article in own.articles]))


def catalogue() -> Corpus:
    """What everybody sees who has selected the same."""
    shown: Corpus | None = st.session_state.get(_SHOWN)
    return shown or holdings().corpus(Selection())


def corpus() -> Corpus:
    """The articles and facts that this visitor's selection is drawn from. Read only."""
    everybody, own = catalogue(), added()
    if not own.entries:
        return everybody
    seen: tuple[Corpus, AddedArticles, Corpus] | None = st.session_state.get(_SEEN)
    if seen is None or seen[0] is not everybody or seen[1] is not own:
        seen = (everybody, own, with_added(everybody, own))
        st.session_state[_SEEN] = seen
    return seen[2]
