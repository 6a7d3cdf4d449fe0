"""Time by character, against that of ordinary articles in the same process."""

from __future__ import annotations

import functools
import gc
import statistics
import time
from itertools import islice

from data.article import Article
from data.parse import extract
from tests.benchmarks.articles import articles
from tests.fuzz.checks import article_of

TURNS = 9
"""Their median counts, so that four may be disturbed."""

ORDINARY = 8
"""Articles that are the measure."""

_WARMING = 1_000
"""Characters of the text read just before. The garbage collector goes through all memory, and a
short text behind it would be timed while the processor's caches fill again."""


def by_character(text: str) -> float:
    """Seconds of processor time that the extraction takes, by character."""
    return _seconds(text) / max(1, len(text))


def beside_ordinary(text: str) -> float:
    """How many times as long a character takes as in an ordinary article, read in turns with it.

    A machine that others work on is now fast and now slow; within a turn it is neither.
    """
    return statistics.median(by_character(text) / _articles_now() for _ in range(TURNS))


@functools.cache
def ordinary() -> float:
    """Seconds of processor time by character of ordinary articles."""
    return min(_articles_now() for _ in range(TURNS))


def _articles_now() -> float:
    texts = _articles()
    return sum(map(_seconds, texts)) / sum(map(len, texts))


@functools.cache
def _articles() -> tuple[str, ...]:
    return tuple(article.text for article in islice(articles(seed=3), ORDINARY))


@functools.cache
def _warming() -> Article:
    return article_of(next(articles(seed=4)).text[:_WARMING])


def _seconds(text: str) -> float:
    article = article_of(text)
    gc.collect()
    extract(_warming())
    began = time.process_time()
    extract(article)
    return time.process_time() - began
