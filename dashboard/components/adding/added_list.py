"""The articles of this session: what they are, how far their review is, what to do with them."""

from __future__ import annotations

import functools
from typing import Final, Literal

import streamlit as st

from dashboard.adding.articles import Added, AddedArticles
from dashboard.components.adding.details_form import details_form, forget
from dashboard.components.adding.pending_articles import offered_day
from dashboard.components.adding.session_acts import (
    act,
    how_to_undo,
    put_under_review,
    undo,
)
from dashboard.components.adding.session_loss import ARCHIVE_KEY
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import say
from dashboard.components.session.bound_selection import current
from dashboard.components.session.corpus import added
from dashboard.components.session.drafts import is_unsaved
from dashboard.words.facts import capitalised, counted, published
from dashboard.words.plain_text import escape, excerpt
from data.archive import to_archive

ARCHIVE: Final = "articles-for-seeds.zip"
_REFUSED: Final = "details-refused"
_MOST_ROWS: Final = 3
_LIST_HEIGHT: Final = 266
"""Pixels: three rows and half of the fourth, which shows that there are more to scroll to."""


def reviewed_now() -> Added | None:
    """The article under review: that of the chosen fact, or the chosen one, or the latest."""
    entries = added().entries
    owner = added().owner_of(current().fact) if current().fact else None
    latest = next(reversed(list(entries.values())), None)
    return owner or entries.get(current().article or "") or latest


def session_tools() -> None:
    """Draw what can be done with all of them: take back the latest step, take them away."""
    kept = added()
    with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
        st.button(
            "Undo",
            key="undo",
            icon=":material/undo:",
            type="tertiary",
            disabled=not kept.steps,
            on_click=undo,
            shortcut=None if is_narrow() else "U",
            help=escape(f"Take back: {kept.steps[-1].done}") if kept.steps else None,
        )
        st.download_button(
            "Download archive",
            functools.partial(to_archive, kept.articles),
            file_name=ARCHIVE,
            mime="application/zip",
            key=ARCHIVE_KEY,
            icon=":material/archive:",
            on_click="ignore",
            disabled=not kept.entries,
            help="A ZIP of all texts, catalogue entries and corrections. Put into seeds/, they are "
            "there for everybody; uploaded here again, you go on where you left off.",
        )


def added_list() -> None:
    """Draw one row for each article, and above those that scroll how many they are."""
    chosen, entries = reviewed_now(), tuple(added().entries.values())
    if len(entries) > _MOST_ROWS:
        facts = counted(sum(len(entry.facts) for entry in entries), "fact")
        st.caption(f"{len(entries)} articles with {facts}, the latest last")
    # A long list scrolls, or it would push the review out of sight.
    height: Literal["content"] | int = "content" if len(entries) <= _MOST_ROWS else _LIST_HEIGHT
    with st.container(border=False, gap="xsmall", height=height):
        for entry in entries:
            with st.container(
                border=True,
                horizontal=True,
                horizontal_alignment="distribute",
                vertical_alignment="center",
                key=f"added-{entry.article.article_id}",
            ):
                _row(entry, under_review=entry is chosen)


def _row(entry: Added, *, under_review: bool) -> None:
    article = entry.article
    with st.container(gap=None, width="content"):
        st.markdown(f"**{escape(excerpt(article.title, 80))}**")
        publisher = article.publisher or "publisher unknown"
        told = [publisher, published(article), *_counts(entry)]
        st.caption(escape(capitalised(" · ".join(told))))
    with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
        st.button(
            "Under review" if under_review else "Review",
            key=f"review-{article.article_id}",
            icon=":material/rule:",
            type="tertiary",
            disabled=under_review,
            on_click=put_under_review,
            args=(article.article_id,),
        )
        st.page_link(
            "views/article.py",
            label="Read",
            icon=":material/article:",
            query_params={"article": article.article_id},
        )
        # Another key after every step: it closes once it has done its part.
        key = f"edit-{article.article_id}-{len(added().steps)}"
        details = st.popover(
            "Details", icon=":material/edit_note:", type="tertiary", key=key, on_change="rerun"
        )
        with details:
            _details(entry, is_open=bool(details.open))
        st.button(
            "Remove",
            key=f"remove-{article.article_id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_remove,
            args=(article.article_id,),
            help="Take it out of this session; “Undo” brings it back",
        )


def _counts(entry: Added) -> list[str]:
    counts = [counted(len(entry.facts), "fact")]
    counts += [f"{len(entry.corrected)} corrected"] if entry.corrected else []
    counts += [f"{len(entry.rejected)} rejected"] if entry.rejected else []
    unsaved = sum(map(is_unsaved, entry.facts))
    counts += [f"{counted(unsaved, 'fact')} with changes not saved"] if unsaved else []
    return counts


def _details(entry: Added, *, is_open: bool) -> None:
    article = entry.article
    key = f"details-{article.article_id}-{len(added().steps)}"
    if not is_open and st.session_state.get(_REFUSED) == key:
        del st.session_state[_REFUSED]
        forget(key)  # opened again, it shows what the article has
    details = details_form(key, article, "Save", said=offered_day(article))
    if details is None:
        return
    if act(lambda kept: kept.describe(article.article_id, details), at=key):
        title = added().entries[article.article_id].article.title
        say(f"Saved the details of “{excerpt(title, 60)}”.")
    else:
        st.session_state[_REFUSED] = key
    st.rerun()


def _remove(article_id: str) -> None:
    def removed(kept: AddedArticles) -> AddedArticles:
        return kept.remove(article_id)

    title = excerpt(added().entries[article_id].article.title, 60)
    if act(removed):
        say(f"Removed “{title}”. {how_to_undo()}.")
