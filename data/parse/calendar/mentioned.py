"""Mentioned: the days that the sentences before an expression tell of: "that day", "then"."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from data import lexicon
from data.article import Article
from data.parse.calendar.moment import Days, Sought
from data.parse.calendar.times import TimeExpression
from data.parse.words.inflection import verb_forms

_BEFORE = 40
"""Characters of "up from around 12,000 in" before a time."""

_GOES_ON = (", when ", ", the day ")

_TO_TELLING = 3
"""Most words of "told the agency"."""

_RECORD = 80
"""Characters of "the first plane to land since the change of power of" before a time."""

_TO_ONSET = 6
"""Most words of "since the change of power of"."""

_SINCE_CLAUSE = 60
"""Characters of "since the clashes reached the city late on" before a day."""

_SINCE = re.compile(r"\bsince (?:[\w’'-]+ )+$")

_TO_NUMBER = 3
"""Most words of "from around 12,000"."""


def day_of_writing(times: Iterable[TimeExpression]) -> dt.date | None:
    """The day of a dateline among the times of a sentence."""
    return next((time.last_day for time in times if time.relation == "dateline"), None)


def last_mentioned(
    article: Article, sentences: Iterable[Sequence[TimeExpression]], sought: Sought = "days"
) -> Days | None:
    """The days that the times of some sentences, first to last, mention last.

    "Then" is no time of a number that another is compared with: "since May 1. It holds 200 posts,
    up from 70 in April. Since then". "The same evening" is no day of saying what another was of:
    "fell on Friday, he told the agency on Saturday. The same evening".

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
            if is_long or (sought == "then" and _is_compared_with(article.text, time)):
                continue
            if _is_of_event(sought) and days is not None and _is_of_saying(article.text, time):
                continue
            if days is not None and _is_of_record(article.text, time):
                continue
            if sought == "period" and (told := _period(article, time, days)) is not None:
                days = told
                continue
            days = time.first_day, time.last_day
        elif sought == "day" and _is_of_what_follows(article.text, time):
            days = time.first_day, time.last_day
        elif time.relation == "since" and sought in {"then", "period"}:
            now = article.published if sought == "period" else None
            has_begun = now is not None and now >= time.first_day  # not "since Aug. 1" in July
            days = time.first_day, now if now and has_begun else time.last_day
    return days


def _period(article: Article, time: TimeExpression, days: Days | None) -> Days | None:
    """The period that stands where a day is told: one since that day, or one told before it.

    "Has lost six men since clashes broke out on Thursday. A guard died on Friday".
    """
    first, last, now = time.first_day, time.last_day, article.published
    if first is None or first != last:
        return None
    front = article.text[max(0, time.start - _SINCE_CLAUSE) : time.start].lower()
    if now is not None and first <= now and _SINCE.search(front):
        return first, now
    return days if days is not None and days[0] != days[1] else None


def _is_of_event(sought: Sought) -> bool:
    """Whether no day of saying something is sought: "the same evening", "since then"."""
    match sought:
        case "day" | "then":
            return True
        case _:
            return False


def _is_compared_with(text: str, time: TimeExpression) -> bool:
    """Whether a time is of a number that another is compared with: "up from 70 in April"."""
    words = text[max(0, time.start - _BEFORE) : time.start].lower().split()
    if words and words[-1] in lexicon.grammar().prepositions:
        words.pop()
    near = words[-_TO_NUMBER:]
    return any(word in lexicon.times().dating.from_number for word in near) and any(
        word[0].isdigit() for word in near
    )


def _is_of_saying(text: str, time: TimeExpression) -> bool:
    """Whether a time is that of saying something: "he told the agency on Saturday"."""
    words = text[max(0, time.start - _BEFORE) : time.start].lower().split()
    while (
        words and words[-1] in lexicon.times().dating.report_words | lexicon.grammar().prepositions
    ):
        words.pop()
    if words and words[-1] in lexicon.times().dating.report_nouns:
        return True
    return not _telling().isdisjoint(words[-_TO_TELLING:])


def _is_of_record(text: str, time: TimeExpression) -> bool:
    """Whether something is only the first since then: "the first flight since the coup of May"."""
    words = text[max(0, time.start - _RECORD) : time.start].lower().split()
    if "since" not in words[-_TO_ONSET:] or "first" not in words[: words.index("since")]:
        return False
    return not any(word.endswith((",", ";")) for word in words[words.index("since") :])


def _is_of_what_follows(text: str, time: TimeExpression) -> bool:
    """Whether a day is told from which on something is so: "since Friday, when the town fell".

    Where the sentence ends with it, the next one goes on from there: "since Friday. That evening".
    """
    is_day = time.relation == "since" and time.first_day == time.last_day
    return is_day and text.startswith((*_GOES_ON, "."), time.end)


@functools.cache
def _telling() -> frozenset[str]:
    """Forms of the verbs by which somebody says something."""
    return frozenset(
        form
        for saying in lexicon.attribution().saying
        for form in verb_forms(saying.lemma, saying.forms)
    )
