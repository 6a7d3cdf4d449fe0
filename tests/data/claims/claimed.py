"""Made-up facts of several articles, and the claims that they make."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.article import Article
from data.claims.claim import Claim, claims_of
from data.fact import Fact
from tests.dashboard.made_up import a_number, an_article


def july(day: int) -> dt.date:
    """A day of July 2021."""
    return dt.date(2021, 7, day)


def told(*facts: Fact, published: dict[str, dt.date] | None = None) -> tuple[Claim, ...]:
    """The claims of facts whose articles were published on 9 July, or as given."""
    names = {fact.article_id for fact in facts}
    days = published or {}
    articles: dict[str, Article] = {
        name: an_article(article_id=name, published=days.get(name, july(9))) for name in names
    }
    return claims_of(facts, articles)


def fled(article: str, count: float = 1037, **fields: Any) -> Fact:
    """That so many crossed into Tajikistan, as the border service says."""
    values: dict[str, Any] = {
        "article_id": article,
        "who": "Afghan servicemen",
        "actor": "afg-government",
        "origin": "AFG",
        "destination": "TJK",
        "places": ("TJK",),
        "attributed_to": "Tajik border service",
        "claimant": "tjk-border-service",
    }
    return a_number(f"{article}.{count}", count, **(values | fields))


def share(article: str, of: str, percent: float = 85) -> Fact:
    """That the Taliban hold so many percent of something."""
    return a_number(
        f"{article}.{percent}",
        percent,
        article_id=article,
        kind="control_share",
        action="control",
        unit="percent",
        actor="taliban",
        of=of,
        places=(of,),
        attributed_to="Taliban",
        claimant="taliban",
    )
