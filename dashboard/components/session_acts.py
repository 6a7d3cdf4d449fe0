"""What is done to the articles of this session, and what could not be done."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Final

import streamlit as st

from dashboard.added_articles import AddedArticles
from dashboard.components.bound_selection import choose_fact, current, store
from dashboard.components.messages import problem, problem_list
from dashboard.components.run_log import name_session
from dashboard.components.session_corpus import added, corpus, keep
from dashboard.observability.conditions import tell_defect
from data.errors import InputError

_REFUSED: Final = "add-article-refused"
_MOST_SHOWN: Final = 40
"""An archive may hold a thousand files that are no articles; a page names as many."""


def act(change: Callable[[AddedArticles], AddedArticles]) -> bool:
    """Change what this visitor has added; what is selected and gone by that is let go of.

    Returns:
        Whether it could be done. What stood in the way is shown by :func:`refusals`.
    """
    try:
        keep(change(added()))
    except InputError as error:
        refuse([error])
        return False
    except Exception as error:
        refuse([mistake("article", error)])
        return False
    selection, seen = current(), corpus()
    kept = dataclasses.replace(
        selection,
        fact=selection.fact if selection.fact in seen.facts else None,
        article=selection.article if selection.article in seen.articles else None,
        sources=tuple(name for name in selection.sources if name in seen.articles),
    )
    if kept != selection:
        store(kept)
    return True


def mistake(where: str, error: Exception) -> InputError:
    """What to say of an error that is the program's own; the log has it in full."""
    name_session()
    tell_defect("article", error)
    return InputError(
        where,
        f"could not be read because of a mistake in the program ({type(error).__name__})",
        "The server's log says where; please report it.",
    )


def undo() -> None:
    """Take back the latest step; a fact that comes back by it is chosen."""
    gone = {fact.fact_id for entry in added().entries.values() for fact in entry.rejected}
    if not act(AddedArticles.undo):
        return
    back = [name for name in gone if name in corpus().facts]
    if len(back) == 1 and current().fact != back[0]:
        choose_fact(back[0])


def refuse(errors: Iterable[InputError]) -> None:
    """Remember what could not be done, for the next time the page is drawn."""
    st.session_state[_REFUSED] = [*st.session_state.get(_REFUSED, ()), *errors]


def refusals() -> None:
    """Draw what could not be done; it is gone with the next act."""
    errors: list[InputError] = st.session_state.pop(_REFUSED, [])
    shown, more = errors[:_MOST_SHOWN], len(errors) - _MOST_SHOWN
    if len(shown) == 1:
        problem(shown[0], "This could not be taken.")
    elif shown:
        problem_list(shown, f"{len(errors):,} of these could not be taken.")
    if more > 0:
        st.caption(f"And {more:,} more.")
