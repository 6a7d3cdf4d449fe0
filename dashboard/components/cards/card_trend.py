"""The small chart of a card: its claims over the days they speak of.

Not Streamlit's own: that gives numbers without unit, day or claimant, at even distances.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import streamlit as st

from dashboard.words.claims import spoken_of
from dashboard.words.facts import claimant, counted, day
from dashboard.words.headlines import title
from dashboard.words.plain_text import excerpt

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article
    from data.claims.claim import Claim

_STYLE: Final = Path(__file__).with_suffix(".css").read_text("utf-8")
_LONGEST_NAME: Final = 60


class Trend(NamedTuple):
    """What a card's chart shows.

    Attributes:
        claims: Claims that have a day, in the order of days, each with its number.
        articles: By id.
    """

    claims: tuple[tuple[Claim, float], ...]
    articles: Mapping[str, Article]


def card_trend(trend: Trend, *, faded: bool) -> None:
    """Draw a bar for each claim at its day, as high as its number; nothing for a single claim.

    The pointer reads of a day what each of its claims says, with unit, day and claimant.

    Args:
        trend: What it shows.
        faded: Whether the card stands back.
    """
    if len(trend.claims) < 2:
        return
    days = [claim.middle for claim, _ in trend.claims if claim.middle]
    first, whole = days[0], (days[-1] - days[0]).days or 1
    highest = max(number for _, number in trend.claims) or 1
    bars = "".join(
        f'<span style="--at:{(when - first).days / whole:.3f}" title="{_said(claims, trend)}">'
        + "".join(f'<i style="height:{number / highest:.1%}"></i>' for _, number in claims)
        + "</span>"
        for when, claims in _by_day(trend)
    )
    alt = f"{counted(len(days), 'claim')} from {day(first)} to {day(days[-1])}"
    look = "card-trend faded" if faded else "card-trend"
    st.html(
        f'<style>{_STYLE}</style><div class="{look}" role="img" aria-label="{alt}">{bars}</div>'
    )


def _by_day(trend: Trend) -> list[tuple[dt.date, list[tuple[Claim, float]]]]:
    grouped = itertools.groupby(trend.claims, key=lambda each: each[0].middle)
    return [(when, list(claims)) for when, claims in grouped if when]


def _said(claims: list[tuple[Claim, float]], trend: Trend) -> str:
    """A line for each claim, escaped: text of articles is in it."""
    lines = []
    for claim, _ in claims:
        fact = claim.fact
        who = excerpt(claimant(fact, trend.articles.get(fact.article_id)), _LONGEST_NAME)
        lines.append(html.escape(f"{title(fact)} · {spoken_of(claim)} · {who}"))
    return "&#10;".join(lines)
