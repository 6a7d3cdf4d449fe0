"""Mentioned: the days that the sentences before an expression tell of: "that day", "then"."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

from data import lexicon
from data.article import Article
from data.parse.calendar.moment import Days, Sought
from data.parse.calendar.times import TimeExpression

_BEFORE = 40
"""Characters of "up from around 12,000 in" before a time."""


def day_of_writing(times: Iterable[TimeExpression]) -> dt.date | None:
    """The day of a dateline among the times of a sentence."""
    return next((time.last_day for time in times if time.relation == "dateline"), None)


def last_mentioned(
    article: Article, sentences: Iterable[Sequence[TimeExpression]], sought: Sought = "days"
) -> Days | None:
    """The days that the times of some sentences, first to last, mention last.

    "Then" is no time of a number that another is compared with: "since May 1. It holds 200 posts,
    up from 70 in April. Since then".

    Args:
        article: The article.
        sentences: The times of each sentence.
        sought: What they are asked for.
    """
    days: Days | None = None
    for time in itertools.chain.from_iterable(sentences):
        if not time.first_day or not time.last_day:
            continue
        if time.relation == "on":
            is_long = sought == "day" and (time.last_day - time.first_day).days > 1
            if not is_long and not (sought == "then" and _is_compared_with(article.text, time)):
                days = time.first_day, time.last_day
        elif time.relation == "since" and sought in {"then", "period"}:
            now = article.published if sought == "period" else None
            days = time.first_day, now or time.last_day
    return days


def _is_compared_with(text: str, time: TimeExpression) -> bool:
    """Whether a time is of a number that another is compared with: "up from 70 in April"."""
    words = text[max(0, time.start - _BEFORE) : time.start].lower().split()
    if words and words[-1] in lexicon.grammar().prepositions:
        words.pop()
    near = words[-_TO_NUMBER:]
    return any(word in lexicon.times().dating.from_number for word in near) and any(
        word[0].isdigit() for word in near
    )


_TO_NUMBER = 3
"""Most words of "from around 12,000"."""
