"""The table of a measure's claims, one row a claim whatever number of sources carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.parts.word_table import (
    RANGE_END,
    SORT_BY,
    day_column,
    number_column,
    numbers_of,
    words_in_rows,
)
from dashboard.components.session.bound_selection import current
from dashboard.components.tables.fact_table import choosable_table
from dashboard.words.claims import said_of
from dashboard.words.facts import capitalised, claimant_named, source_of
from dashboard.words.plain_text import excerpt, flat

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article
    from data.claims.claim import Claim
    from data.claims.standing import Standing, Stands

_LONGEST: Final = 64
"""Characters of a cell that is no sentence."""

_LATEST: Final = (
    "Whether it is the claimant’s latest on that day; “last given” where nothing stands any more."
)
_STANDS: Final[Mapping[Stands, str]] = {"yes": "Yes", "lapsed": "Last given", "no": ""}
_WHERE_TOLD: Final = frozenset({"to", "until"})
"""Columns that are there where any claim tells of them."""

_text = st.column_config.TextColumn
_COLUMNS: Final = {
    "claim": _text("Claim", help="The amount, and if told its whole or whose flights."),
    "number": number_column("Number", SORT_BY),
    "to": number_column("Range to", RANGE_END),
    "day": day_column(
        "About", "The day it speaks of, the first of several, or that of publication."
    ),
    "until": day_column("Until", "The last of the days between which it is. Empty: of one day."),
    "stands": _text("Stands", help=_LATEST),
    "claimant": _text("Claimant", help="Who says so."),
    "sources": _text("Carried by", help="Every source that carries this claim."),
    "quote": _text("Sentence", width=420),
}


def claim_table(
    claims: Sequence[Claim],
    stood: Standing,
    wholes: Mapping[str, float],
    articles: Mapping[str, Article],
) -> None:
    """Draw the table, the latest claim first.

    Args:
        claims: Of one measure, in the order of the days they speak of.
        stood: What stands.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
    """
    ordered = list(reversed(claims))
    spoken = [claim.telling(current().fact) for claim in ordered]
    rows = [
        {
            "claim": excerpt(capitalised(said_of(fact, wholes)), _LONGEST),
            "claimant": excerpt(claimant_named(fact) or "None named", _LONGEST),
            "stands": _STANDS[stood.stands(claim)],
            "sources": excerpt(
                ", ".join(source_of(articles.get(name)) for name in claim.sources), _LONGEST
            ),
            "quote": flat(fact.quote),
        }
        for claim, fact in zip(ordered, spoken, strict=True)
    ]
    numbers, days = numbers_of(spoken), _days_of(ordered)
    choosable_table(
        "claim-table",
        words_in_rows(
            [n for n in _COLUMNS if n not in _WHERE_TOLD or n in numbers or n in days],
            rows,
            numbers,
            days,
        ),
        [fact.fact_id for fact in spoken],
        most_rows=12,
        columns=_COLUMNS,
        alt="Claims on the measure, one row each, the latest first",
    )


def _days_of(claims: Sequence[Claim]) -> dict[str, Sequence[dt.date | None]]:
    """The columns of days: one, and a second where any claim is about several."""
    told: dict[str, Sequence[dt.date | None]] = {
        "day": [claim.spoken_of[0] if claim.spoken_of else None for claim in claims]
    }
    ends = [claim.day if claim.of_several_days else None for claim in claims]
    return told | ({"until": ends} if any(ends) else {})
