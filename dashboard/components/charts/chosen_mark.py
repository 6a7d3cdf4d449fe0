"""Under a chart: the words of what was chosen on it, to be read without leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.session.bound_selection import (
    chosen_on_chart,
    current,
    lead_to_words,
    marked_together,
)
from dashboard.components.session.corpus import corpus
from dashboard.view import View
from dashboard.words.facts import claimant, counted, hedge, published, source_of
from dashboard.words.headlines import title
from dashboard.words.plain_text import escape, excerpt

if TYPE_CHECKING:
    from data.fact import Fact

_QUOTE: Final = 280
"""Characters of a sentence: two lines of a wide page, and eight of a phone."""


def chosen_mark(chart: str) -> None:
    """Draw the words; nothing unless the chosen fact was chosen on this chart.

    Args:
        chart: Name of the chart.
    """
    if (fact := _chosen_on(chart)) is None:
        return
    with st.container(border=True, key=f"chosen-on-{chart}", gap="xsmall"):
        st.markdown(f"**{escape(_title(fact))}** {_how_many(fact)}")
        st.markdown(f"“{escape(excerpt(fact.quote, _QUOTE))}”")
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.caption(escape(_said_by(fact)), width="content")
            st.button(
                "Show its evidence",
                key=f"lead-from-{chart}",
                icon=":material/format_quote:",
                type="tertiary",
                on_click=lead_to_words,
            )


def chosen_in_words(chart: str) -> str:
    """What was chosen on a chart, for a screen reader to tell; plain text, empty for nothing."""
    fact = _chosen_on(chart)
    if fact is None:
        return ""
    return f"Chosen: {_title(fact)}. {_said_by(fact)}. “{excerpt(fact.quote, _QUOTE)}”"


def _title(fact: Fact) -> str:
    return title(fact, View.of(corpus(), current()).wholes_claimed.get(fact.fact_id))


def _chosen_on(chart: str) -> Fact | None:
    return corpus().fact(current().fact or "") if chosen_on_chart() == chart else None


def _how_many(fact: Fact) -> str:
    """Which of several facts of the mark it is."""
    ids = marked_together()
    if fact.fact_id not in ids:
        return ""
    told = f"{ids.index(fact.fact_id) + 1} of {counted(len(ids), 'fact')} on this mark"
    return f":small[:gray[{escape(f'{told}: choose it again for the next')}]]"


def _said_by(fact: Fact) -> str:
    article = corpus().articles.get(fact.article_id)
    doubt = f" ({hedge(fact)})" if fact.hedged else ""
    where = f"; {source_of(article)}" if fact.attributed_to else ""
    return f"{claimant(fact, article)}{doubt}{where}, {published(article)}"
