"""What this project finds in a text, as rows to be scored."""

from __future__ import annotations

import json

from data.article import Article
from data.countries import article_countries
from data.dates import article_dates
from data.fact import to_json
from data.parse import extract
from tests.accuracy.annotation import AnnotatedText, DateRow, NumberRow, Predictions


def predictions(text: AnnotatedText) -> Predictions:
    """Numbers, dates and countries of a text."""
    article = Article(article_id=text.text_id, text=text.text, title="", published=text.published)
    return Predictions(
        numbers=_numbers(article),
        dates=_dates(article),
        countries=frozenset(article_countries(article).all),
    )


def _numbers(article: Article) -> tuple[NumberRow, ...]:
    """The facts with a number, by way of the lines that ``python -m data extract`` prints."""
    return tuple(
        NumberRow.of(json.loads(to_json(fact))) for fact in extract(article) if fact.has_number
    )


def _dates(article: Article) -> tuple[DateRow, ...]:
    """Calendar expressions."""
    return tuple(
        DateRow(
            mention.start,
            mention.end,
            mention.res_start.isoformat() if mention.res_start else None,
            mention.res_end.isoformat() if mention.res_end else None,
        )
        for mention in article_dates(article)
    )
