"""The table of facts; a click anywhere in a row chooses its fact, another lets go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.messages.nothing_in_view import nothing_in_view
from dashboard.components.parts.long_list import how_much, shows_all
from dashboard.components.parts.word_table import (
    RANGE_END,
    SORT_BY,
    WordTable,
    day_column,
    number_column,
    numbers_of,
    words_in_rows,
)
from dashboard.components.session.bound_selection import choose_fact, current, input_key
from dashboard.components.session.corpus import corpus
from dashboard.kept import kept
from dashboard.view import View
from dashboard.words.actions import words_done, words_judged
from dashboard.words.facts import (
    THIS_SESSION,
    amount_of,
    capitalised,
    claimant_named,
    source_of,
    when,
    who,
)
from dashboard.words.fates import fate
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.plain_text import excerpt, flat
from dashboard.words.shares import of_shared
from data.claims.carriers import carrier_of
from data.fact import Fact

if TYPE_CHECKING:
    from streamlit.elements.arrow import DataframeStateInput

    from data.article import Article

_NAME: Final = "fact-table"
_ROWS: Final = "rows"
_ROW: Final = 32
_HEAD: Final = 35

FIRST: Final = 20
"""Rows of a long table that are there at first: a screen shows twelve, and all of them are more
than everything else that a change of a filter sends."""

FEW: Final = 30
"""Rows up to which a table is not long."""

_MOST: Final = 5_000
"""Rows that a table may have; a browser takes as many at once."""

_LONGEST: Final = 56
"""Characters of a cell that is no sentence; the evidence beside the table has all of them."""

_LONGEST_PLACES: Final = 22
"""Characters of places: beside the evidence they have to be in sight, and the sentence, too."""

_click: Final = component("row_choice")

_text = st.column_config.TextColumn
_COLUMNS: Final = {
    "kind": _text("Kind"),
    "claim": _text("Claim", help="The amount, and its whole if one is told; else what was done."),
    "number": number_column("Number", SORT_BY),
    "to": number_column("Range to", RANGE_END),
    "places": _text("Where"),
    "quote": _text("Sentence", width=400),
    "who": _text("Who or what"),
    "claimant": _text("Claimant", help="Who says so."),
    "source": _text("Reported by", help="Who carried it, and where it was published."),
    "published": day_column("Published", "Empty: the day is not known."),
    "when": _text("When", help="When it happened. Empty: the text gives no date."),
    "begins": day_column("First day", "To sort by: the first day on which it can have happened."),
    "added": _text("Added", help="What you added in this session: only you see it."),
}
"""Without a width a column is as wide as its words: the table would cut them without a sign."""

_BESIDE_EVIDENCE: Final = _COLUMNS | {"quote": _text("Sentence", width=420)}
"""There the sentence reaches the table's edge: of the next column only a sliver would be seen."""


def _table_of(facts: Sequence[Fact], wholes: Sequence[float | None]) -> WordTable:
    """Facts in the words of the table, one row a fact in the order given, with their wholes."""
    seen = corpus()
    made: dict[Hashable, dict[str, str]] = kept(seen, "rows of facts", None, dict)
    for fact, whole in zip(facts, wholes, strict=True):
        if (fact.fact_id, whole) not in made:
            made[fact.fact_id, whole] = _row(fact, seen.articles.get(fact.article_id), whole)
    *columns, added = _COLUMNS
    numbers = numbers_of(facts)
    if "to" not in numbers:
        columns.remove("to")
    if any(article.provisional for article in seen.articles.values()):
        columns.insert(1, added)  # beside the claim: further right it would be out of sight
    ids = (fact.fact_id for fact in facts)
    return words_in_rows(
        columns,
        [made[row] for row in zip(ids, wholes, strict=True)],
        numbers,
        {
            "published": [_published(seen.articles.get(fact.article_id)) for fact in facts],
            "begins": [fact.when_start for fact in facts],
        },
    )


def _published(article: Article | None) -> dt.date | None:
    return article.published if article else None


def _row(fact: Fact, article: Article | None, whole: float | None) -> dict[str, str]:
    carried = [fact.reported_by] if fact.reported_by else []
    return {
        "claim": capitalised(amount_of(fact, whole)) or excerpt(_done(fact), _LONGEST),
        "who": excerpt(capitalised(_who(fact)), _LONGEST),
        "quote": flat(fact.quote),
        "claimant": excerpt(claimant_named(fact) or "None named", _LONGEST),
        "source": excerpt(", in ".join([*carried, source_of(article)]), _LONGEST),
        "kind": kind_entry(fact.kind).label,
        "when": when(fact) if fact.when_start else "",
        "places": excerpt(", ".join(label(code) for code in fact.places), _LONGEST_PLACES),
        "added": capitalised(THIS_SESSION) if article and article.provisional else "",
    }


def _done(fact: Fact) -> str:
    """What a fact without a number says was done, or else its own word for it."""
    if done := words_judged().get(fact.action) or words_done().get(fact.action):
        return capitalised(done)
    first, last = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    return f"“{fact.quote[first:last]}”"


def _who(fact: Fact) -> str:
    """Who is counted or acts, and what became of them; of a share, of what it is and who has it."""
    if share := of_shared(fact):
        return f"{share} ({who(fact)})" if fact.who else share
    carrier, whom = carrier_of(fact), " ".join(part for part in (who(fact), fate(fact)) if part)
    return f"{whom} ({carrier.label})" if carrier else whom


def fact_table(
    facts: Sequence[Fact],
    *,
    most_rows: int,
    beside_evidence: bool = False,
    of_article: bool = False,
) -> None:
    """Draw the table with the chosen fact's row selected.

    Args:
        facts: The rows.
        most_rows: How many are in sight before the table scrolls.
        beside_evidence: Whether the evidence stands beside it, with the sentence in full.
        of_article: Whether the facts are those of one article.
    """
    if not facts:
        nothing_in_view(of_article=of_article)
        return
    is_long = len(facts) > FEW
    shown = rows_shown(facts)
    if is_long:
        # Above: whoever sorts or searches has to know what of.
        how_much(
            _ROWS,
            len(shown),
            len(facts),
            noun="fact",
            first=FIRST,
            which="newest",
            about="Files hold all rows, whatever is shown",
            only_these="sorting and searching",
        )
    ids = [fact.fact_id for fact in shown]
    known = View.of(corpus(), current()).wholes_claimed
    wholes = [known.get(fact_id) for fact_id in ids]
    choosable_table(
        _NAME,
        kept(corpus(), "tables of facts", (*ids, *wholes), lambda: _table_of(shown, wholes)),
        ids,
        most_rows=most_rows,
        columns=_BESIDE_EVIDENCE if beside_evidence else _COLUMNS,
        alt="Facts in view, one row each",
    )


def rows_shown(facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts that the table shows, in its order: all, or the first of many.

    What the visitor added comes before everything else, then the newest; the facts of an article
    in the order of its text.
    """
    articles = corpus().articles
    ages = {name: _age(article) for name, article in articles.items()}
    ordered = sorted(facts, key=lambda fact: ages[fact.article_id])
    return ordered[: _MOST if len(facts) <= FEW or shows_all(_ROWS) else FIRST]


def _age(article: Article) -> tuple[bool, int]:
    """Orders articles: those of this session, then the newest; last those without a day."""
    return not article.provisional, -(article.published or dt.date.min).toordinal()


def choosable_table(
    name: str,
    table: WordTable,
    ids: Sequence[str],
    *,
    most_rows: int,
    columns: Mapping[str, Any],
    alt: str,
) -> None:
    """Draw a table whose rows stand for facts: a click anywhere in a row chooses its fact.

    So do Enter and the space bar in the row where the reader is, and nothing else does.

    Args:
        name: Of the table, for its key.
        table: The rows in words.
        ids: Id of the fact of each row.
        most_rows: How many are in sight before the table scrolls.
        columns: Titles, help and, unless they are as wide as their words, widths by column.
        alt: What the table is, for those who cannot see it.
    """
    key = input_key(name)
    with st.container(gap=None):
        st.dataframe(
            table.rows,
            key=key,
            height=min(len(ids), most_rows) * _ROW + _HEAD,
            hide_index=True,
            column_config=_as_wide_as_their_words(columns, table.widths),
            on_select=lambda: _choose(name, key, ids),
            selection_mode="single-row",
            row_height=_ROW,
            selection_default=_with_row_of(current().fact, ids),
            placeholder="",
            alt=alt,
        )
        _click(key=f"{name}-click", data={"table": key}, width=1, height=1)


def _as_wide_as_their_words(
    columns: Mapping[str, Any], widths: Mapping[str, int]
) -> dict[str, Any]:
    """The columns there are, those without a width with the one that their words need."""
    return {
        name: column if column["width"] else {**column, "width": widths[name]}
        for name, column in columns.items()
        if name in widths
    }


def _with_row_of(fact_id: str | None, ids: Sequence[str]) -> DataframeStateInput:
    """The table's own state with a fact's row selected, and no cell."""
    rows = [ids.index(fact_id)] if fact_id in ids else []
    return {"selection": {"rows": rows, "columns": [], "cells": []}}


def _choose(name: str, key: str, ids: Sequence[str]) -> None:
    """Act on a row that the table has selected or let go of."""
    rows, chosen = st.session_state[key].selection.rows, current().fact
    if others := [row for row in rows if row < len(ids) and ids[row] != chosen]:
        choose_fact(ids[others[0]], source=name)
    elif chosen and chosen in ids and not rows:
        choose_fact(chosen, source=name)
    shown = _with_row_of(current().fact, ids)
    # Set anew, the table would forget in which cell the reader is who goes through it by keyboard.
    if shown["selection"]["rows"] != rows:
        st.session_state[key] = shown
