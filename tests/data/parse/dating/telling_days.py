"""What the facts of a text say of days, for tables of phrasings."""

from __future__ import annotations

import datetime as dt

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def dates_of(text: str, number: float) -> list[str | None]:
    """First and last day of each telling of a number, or one day where they are the same."""
    article = Article(article_id="a", text=text, title="", published=PUBLISHED)
    return [
        None
        if fact.when_start is None
        else " to ".join(dict.fromkeys((str(fact.when_start), str(fact.when_end))))
        for fact in extract(article)
        if (fact.low if fact.value is None else fact.value) == number
    ]
