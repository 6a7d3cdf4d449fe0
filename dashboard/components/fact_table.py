"""The table of facts; choosing a row is choosing the fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.components.bound_selection import choose_fact, current, input_key
from dashboard.components.corpus_source import corpus
from dashboard.components.messages import nothing
from dashboard.kinds import kind_of
from dashboard.names import label
from dashboard.wording import amount, capitalised, published, publisher_of, when
from data.fact import Fact

_NAME: Final = "fact-table"
_ROW: Final = 32
_HEAD: Final = 35

_text = st.column_config.TextColumn
_COLUMNS: Final = {
    "claim": _text("Claim", width=110, help="The amount with its qualifier; – without a number."),
    "who": _text("Who or what", width=190),
    "kind": _text("Kind", width=130),
    "claimant": _text("Claimant", width=170, help="Who says so. Empty: the article itself does."),
    "quote": _text("Sentence", width=420),
    "when": _text("When", width=130, help="When it happened. Empty: the text gives no date."),
    "of": _text("Share of", width=150, help="The denominator of a share."),
    "places": _text("Where", width=180),
    "source": _text("Source", width=260),
}


def table_of(facts: Sequence[Fact]) -> pd.DataFrame:
    """Facts in the words of the table, one row a fact in the order given."""
    articles = corpus().articles
    rows = []
    for fact in facts:
        article = articles.get(fact.article_id)
        rows.append(
            {
                "claim": capitalised(amount(fact)) or "–",
                "kind": kind_of(fact.kind).label,
                "who": fact.who or "",
                "claimant": fact.attributed_to or "",
                "of": label(fact.of) if fact.of else "",
                "when": when(fact) if fact.when_start else "",
                "quote": " ".join(fact.quote.split()),
                "places": ", ".join(label(code) for code in fact.places),
                "source": f"{publisher_of(article)}, {published(article)}",
            }
        )
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype="str")


def fact_table(facts: Sequence[Fact], *, most_rows: int) -> None:
    """Draw the table with the chosen fact's row selected.

    Args:
        facts: The rows.
        most_rows: How many are in sight before the table scrolls.
    """
    if not facts:
        nothing(
            "No fact passes these filters",
            "Take a filter away, or clear the selection.",
            "filter_alt_off",
        )
        return
    ids = [fact.fact_id for fact in facts]
    key = input_key(_NAME)

    def on_select() -> None:
        rows = st.session_state[key].selection.rows
        chosen = current().fact
        if rows and rows[0] < len(ids):
            choose_fact(ids[rows[0]], source=_NAME)
        elif chosen:
            choose_fact(chosen, source=_NAME)

    chosen = current().fact
    rows = [ids.index(chosen)] if chosen in ids else []
    st.dataframe(
        table_of(facts),
        key=key,
        height=min(len(facts), most_rows) * _ROW + _HEAD,
        hide_index=True,
        column_config=_COLUMNS,
        on_select=on_select,
        selection_mode="single-row",
        row_height=_ROW,
        selection_default={"selection": {"rows": rows}},
        placeholder="",
        alt="Facts in view, one row each",
    )
