"""Articles that were read and wait for somebody to say what they are."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Mapping
from typing import Final

import streamlit as st

from dashboard.adding.articles import AddedArticles
from dashboard.adding.details import Waiting
from dashboard.adding.publication_day import SaidDay, said_day
from dashboard.components.adding.details_form import details_fields, entered, forget
from dashboard.components.adding.session_acts import attempt, put_under_review
from dashboard.components.adding.waiting import FOR_UNREAD, discard, waiting
from dashboard.components.messages.messages import part_missing
from dashboard.components.messages.outcomes import refusals
from dashboard.components.session.corpus import added, catalogue, keep
from dashboard.words.facts import counted, day, listed
from dashboard.words.plain_text import escape, excerpt
from data.article import Article
from data.errors import InputError

HEAD: Final = "pending-head"
"""Key of what stands above the articles that wait."""

_ALL: Final = "all-that-wait"
_FIRST: Final = "first-that-waits"
_EXCERPT: Final = 280
_MOST_DAYS: Final = 6


def pending_articles() -> None:
    """Draw what is known of each article that waits, to be completed."""
    articles = waiting()
    if not articles:
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", key=HEAD):
        st.markdown("### Say what it is", anchors=False, width="content")
        all_of_them = _all_of_them(articles) if len(articles) > 1 else {}
    if all_of_them:
        _add(all_of_them, _ALL)
        st.rerun()
    refusals(_ALL)
    for entry in articles.values():  # here, as those below are folded
        if entry.article.unread:
            part_missing(entry.article.file or "", entry.article.unread, FOR_UNREAD)
    for number, (name, entry) in enumerate(articles.items()):
        if len(articles) == 1:
            with st.container(border=True):
                _one(name, entry)
        else:
            _folded(name, entry, is_first=number == 0)


def _all_of_them(articles: Mapping[str, Waiting]) -> Mapping[str, Waiting]:
    """Draw what adds all that wait; gives them as they are to be added, once they are."""
    described = {name: _described(name, entry) for name, entry in articles.items()}
    dated = {name: _dated(entry) for name, entry in described.items()}
    days = [
        said.published for said in (entry.details for entry in dated.values()) if said.confirmed
    ]
    with st.container(horizontal=True, gap="small", width="content"):
        as_they_are = st.button(
            f"Add all {len(articles)} as they are",
            key="add-all",
            icon=":material/done_all:",
            help="With what stands in their fields below",
        )
        with_dates = dated != described and st.button(
            "Add all with their dates",
            key="add-all-dated",
            icon=":material/event:",
            help="Where no date stands in the fields below, with the one that the text gives: "
            + listed([day(each) for each in days if each], _MOST_DAYS),
        )
    return dated if with_dates else described if as_they_are else {}


def _described(name: str, entry: Waiting) -> Waiting:
    """An article with what stands in its fields."""
    said = entered(_key(name), offered_day(entry.article), entry.details)
    return dataclasses.replace(entry, details=said)


def _dated(entry: Waiting) -> Waiting:
    """An article with the date that its text gives, if it has none and that is no guess of two."""
    said = offered_day(entry.article)
    if entry.details.published or said is None or said.other:
        return entry
    details = dataclasses.replace(entry.details, published=said.day, confirmed=said.basis)
    return dataclasses.replace(entry, details=details)


def _folded(name: str, entry: Waiting, *, is_first: bool) -> None:
    """Draw one of several, its fields only while it is open.

    Whatever is left, typed or pressed draws the page anew: with the fields of twenty articles that
    would be fifty kilobytes for each.
    """
    key = f"pending-{name}"
    if is_first and st.session_state.get(_FIRST) != name:
        st.session_state[_FIRST] = name
        st.session_state[key] = True  # the one before was added or discarded
    # As it was read: under another title it would be another expander, and close under the hand.
    title = escape(excerpt(entry.article.title, 100))
    fold = st.expander(title, expanded=is_first, key=key, on_change="rerun")
    if fold.open:
        with fold:
            _one(name, entry)


def _one(name: str, entry: Waiting) -> None:
    prose, key = entry.article.prose, _key(name)  # without front matter and other marks
    words, begins = len(prose.split()), excerpt(prose, _EXCERPT)
    st.caption(escape(f"{counted(words, 'word')}. Begins: “{begins}”"))
    details_fields(key, entry.article, entry.details, said=offered_day(entry.article))
    refusals(name)
    with st.container(horizontal=True, gap="small"):
        read = st.button(
            "Read the facts", key=f"{key}-submit", type="primary", icon=":material/fact_check:"
        )
        dropped = st.button(
            "Discard", key=f"{key}-discard", type="tertiary", icon=":material/close:"
        )
    if read:
        with st.spinner(f"Reading the facts of {counted(words, 'word')} …", show_time=True):
            _add({name: _described(name, entry)}, name)
    if dropped:
        discard(name)
        forget(key)
    if read or dropped:
        st.rerun()


def _key(name: str) -> str:
    return f"new-{name}"


def offered_day(article: Article) -> SaidDay | None:
    """The publication date to offer for an article without one.

    A day without a year gets that of the newest article here: all tell of the same months.
    """
    if article.published is not None:
        return None
    known = [each.published for each in catalogue().articles.values() if each.published]
    year = max(known, default=dt.date.today()).year  # noqa: DTZ011
    return said_day(article.text, year, article.clues)


def _with(kept: AddedArticles, entry: Waiting, *, named: bool) -> AddedArticles:
    try:
        article = entry.described
    except InputError as error:
        if not named:
            raise
        title = excerpt(entry.article.title, 60)
        raise InputError(f"“{title}”: {error.where}", error.problem, error.remedy) from error
    return kept.add(article, catalogue())


def _add(articles: Mapping[str, Waiting], at: str) -> None:
    """Add articles as they are described, in one step; those that cannot be wait on.

    Args:
        articles: By name, as they are described.
        at: Where to say what stands in the way.
    """
    before = now = added()
    taken: list[Waiting] = []
    bar = st.progress(0.0, "Reading the facts …") if len(articles) > 1 else None
    for number, (name, entry) in enumerate(articles.items(), start=1):
        kept = attempt(functools.partial(_with, now, entry, named=at == _ALL), "article", at)
        if kept is not None:
            now = kept
            taken.append(entry)
            done = now.steps[-1].done if len(taken) == 1 else f"added {len(taken)} articles"
            # At once: whoever does something else meanwhile ends this run.
            keep(now.in_one_step(before, done, taken))
            discard(name)
            if len(taken) == 1:
                put_under_review([*now.entries][-1])
        if bar:
            of = counted(len(articles), "article")
            bar.progress(number / len(articles), f"Read the facts of {number} of {of}")
