"""What a made-up text counts, in few words."""

from __future__ import annotations

import datetime as dt

from data.article import Article
from data.fact import Fact
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 15)


def facts_of(text: str) -> list[Fact]:
    """The facts of a text that was published on a Sunday in August."""
    return extract(Article(article_id="counted", text=text, title="", published=PUBLISHED))


def told(text: str) -> list[str]:
    """Number, kind, action and places of each fact."""
    return [
        " ".join((f"{fact.value:.0f}", fact.kind, fact.action, *fact.places))
        for fact in facts_of(text)
        if fact.value is not None
    ]
