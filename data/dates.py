"""Dates: every calendar expression of an article and the days it means.

Names are those of annotated texts (``tests/accuracy``), so that the output is scored as it is.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

from data.article import Article
from data.parse.readings import read_article_text


@dataclasses.dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression in an article.

    Attributes:
        id: The article.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        res_start: First day meant; None when it needs a date that is missing.
        res_end: Last day meant.
        text: The words, ``article.text[start:end]``.
        rule: Id of the rule in ``lexicon/times.toml``.
    """

    id: str
    start: int
    end: int
    res_start: dt.date | None
    res_end: dt.date | None
    text: str
    rule: str


def article_dates(article: Article) -> list[DateMention]:
    """Every calendar expression of an article, in text order."""
    return [
        DateMention(
            article.article_id,
            time.start,
            time.end,
            time.first_day,
            time.last_day,
            article.text[time.start : time.end],
            time.rule,
        )
        for reading in read_article_text(article)
        for time in reading.times
    ]


def date_json(mention: DateMention) -> str:
    """A calendar expression as one line of JSON, days as ISO 8601."""
    return json.dumps(dataclasses.asdict(mention), default=dt.date.isoformat, ensure_ascii=False)
