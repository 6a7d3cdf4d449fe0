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

TRIES = 2
"""The fastest counts: another process may have got in the way of the others."""

ORDINARY = 20
"""Articles whose median is the measure."""

_WARMING = 1_000
"""Characters of the text read just before. The garbage collector goes through all memory, and a
short text behind it would be timed while the processor's caches fill again."""


def by_character(text: str, tries: int = TRIES) -> float:
    """Seconds of processor time that the extraction takes, by character."""
    return min(_seconds(text) for _ in range(tries)) / max(1, len(text))


@functools.cache
def ordinary() -> float:
    """The median of ordinary articles."""
    return statistics.median(
        by_character(article.text) for article in islice(articles(seed=3), ORDINARY)
    )


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
