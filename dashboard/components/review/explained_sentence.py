"""What the parser made of a sentence beside the fact itself, and the numbers it left alone."""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from dashboard.adding.articles import Added
from dashboard.components.evidence.around_sentence import around_sentence
from dashboard.words.facts import capitalised, counted, day, when
from dashboard.words.names import label
from dashboard.words.plain_text import escape, excerpt
from dashboard.words.whereabouts import quoted_around
from data.article import Article
from data.explain import Explanation, explain
from data.fact import Fact
from data.told_elsewhere import Elsewhere

_EXPLAINED: Final = "explained-article"
_MOST_SHOWN: Final = 40
_MOST_OF_IT: Final = 0.5
_QUOTED: Final = 110
"""Characters of a sentence that names what a fact has from elsewhere."""

_AROUND: Final = 50
"""Characters shown on either side of a number that was left alone."""


def explained_sentence(entry: Added, fact: Fact) -> None:
    """Draw what a fact's sentence holds, and what it has from elsewhere.

    That is dates, places and actors, and where no rule told its kind the words that did.
    """
    seen = _explanations(entry.article)
    if told_by := next((each.told_by for each in seen if each.fact_id == fact.fact_id), ()):
        words = ", ".join(f"“{word}”" for word in told_by)
        st.caption(escape(f"Words that speak most for its kind: {words}"))
    inside = [
        each
        for each in seen
        if fact.sentence_start <= each.start < fact.sentence_end and each.sort != "fact"
    ]
    st.caption(
        "Also seen in this sentence" if inside else "Nothing else was seen in this sentence."
    )
    for each in inside:
        words = entry.article.text[each.start : each.end]
        says = f"{each.sort}, {_said(each)}"
        st.markdown(f":small[“{escape(words)}”: {escape(says)} `{each.rule}`]")
    if elsewhere := around_sentence(entry.article, fact):
        st.caption("Taken from the text around it")
        for found in elsewhere:
            of = f"{found.what}, {_taken(found, fact)}"
            quote = quoted_around(found, entry.article.prose, _QUOTED)
            st.markdown(f":small[{escape(f'{quote}: {of}' if quote else capitalised(of))}]")


def _taken(found: Elsewhere, fact: Fact) -> str:
    """What was taken from elsewhere, in words."""
    if found.what == "place":
        return ", ".join(map(label, found.codes))
    return when(fact) if found.what == "day" else fact.attributed_to or ""


def _said(each: Explanation) -> str:
    """What was made of words: places and actors by name, and days as everywhere on a page."""
    if each.sort != "date":
        code, *meant = each.says.split(" ", 1)
        return " ".join([label(code), *meant])
    try:
        first, last = map(dt.date.fromisoformat, each.says.split(" to "))
    except ValueError:
        return each.says  # days that are not known
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def left_alone(entry: Added) -> None:
    """Draw the numbers of an article that became no fact, each with the reason."""
    numbers = [each for each in _explanations(entry.article) if each.sort == "left alone"]
    if not numbers:
        return
    title = f"{counted(len(numbers), 'number')} left alone"
    with st.expander(title, icon=":material/visibility_off:", key="left-alone"):
        for each in numbers[:_MOST_SHOWN]:
            st.caption(f"{_in_context(entry.article.text, each)}  \n{escape(each.says)}")
        if len(numbers) > _MOST_SHOWN:
            st.caption(f"And {len(numbers) - _MOST_SHOWN} more.")


def not_read(entry: Added) -> None:
    """Draw the parts of an article that were taken for no sentences, each with the reason.

    And what of its file is not in its text at all.
    """
    if entry.article.unread:
        st.caption(f":material/image_search: {escape(capitalised(entry.article.unread))}.")
    parts = _not_read(entry.article)
    if not parts:
        return
    title = f"{counted(len(parts), 'part')} not read"
    with st.expander(title, icon=":material/grid_off:", key="not-read"):
        for each in parts[:_MOST_SHOWN]:
            begins = excerpt(entry.article.text[each.start : each.end], 2 * _AROUND)
            st.caption(f"“{escape(begins)}”  \n{escape(capitalised(each.says))}.")
        if len(parts) > _MOST_SHOWN:
            st.caption(f"And {len(parts) - _MOST_SHOWN} more.")


def why_none(entry: Added) -> str:
    """Why an article may have no fact."""
    parts, length = _not_read(entry.article), len(entry.article.text.strip())
    if sum(each.end - each.start for each in parts) > _MOST_OF_IT * length:
        reasons = dict.fromkeys(each.says for each in parts)
        return f"Most of this text was not read: {', and '.join(reasons)}."
    return "The rules found none in this text. It may still hold some."


def _not_read(article: Article) -> list[Explanation]:
    return [each for each in _explanations(article) if each.sort == "not read"]


def _in_context(text: str, each: Explanation) -> str:
    before = text[max(0, each.start - _AROUND) : each.start]
    after = excerpt(text[each.end : each.end + _AROUND], _AROUND)
    return f"… {escape(before)} **{escape(text[each.start : each.end])}** {escape(after)}"


def _explanations(article: Article) -> list[Explanation]:
    """Of the article under review, worked out once."""
    kept: tuple[Article, list[Explanation]] | None = st.session_state.get(_EXPLAINED)
    if kept is None or (kept[0].text, kept[0].published) != (article.text, article.published):
        with st.spinner("Looking at what was left alone …", show_time=True):
            kept = (article, explain(article))
        st.session_state[_EXPLAINED] = kept
    return kept[1]
