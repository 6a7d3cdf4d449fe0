"""What this project finds in a text, as rows to be scored."""

from __future__ import annotations

import datetime as dt
import json

from data.article import Article
from data.fact import to_json
from data.mentions import Mention, article_mentions
from data.parse import extract
from data.parse.reading import read_article_text
from tests.accuracy.annotation import AnnotatedText, DateRow, NumberRow, Predictions

_NAMED_BY = frozenset({"name", "demonym", "seat"})


def predictions(text: AnnotatedText) -> Predictions:
    """Numbers, dates and countries of a text."""
    article = Article(article_id=text.text_id, text=text.text, title="", published=text.published)
    return Predictions(_numbers(article), _dates(article), _countries(article))


def _numbers(article: Article) -> tuple[NumberRow, ...]:
    """The facts with a number, by way of the lines that ``python -m data extract`` prints."""
    return tuple(
        NumberRow.of(json.loads(to_json(fact))) for fact in extract(article) if fact.has_number
    )


def _dates(article: Article) -> tuple[DateRow, ...]:
    return tuple(
        DateRow(time.start, time.end, _iso(time.first_day), _iso(time.last_day))
        for reading in read_article_text(article)
        for time in reading.times
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _countries(article: Article) -> frozenset[str]:
    return frozenset(
        mention.code for mention in article_mentions(article) if _names_a_country(mention)
    )


def _names_a_country(mention: Mention) -> bool:
    """A capital names its country only where it stands for the government."""
    return mention.type == "country" and (
        mention.via in _NAMED_BY or (mention.via == "capital" and mention.government)
    )
