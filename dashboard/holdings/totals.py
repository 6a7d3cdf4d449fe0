"""Totals: how many facts and articles there are, for filters, headings and the slider of days."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from dashboard.kept import kept
from dashboard.selecting.concerns import concerns, countries_concerned, countries_named, days_of

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article
    from data.corpus import Corpus
    from data.fact import Fact

Counted = Literal["countries", "kinds", "actors", "sources"]
"""Fields of a selection whose values are counted."""

Days = tuple["dt.date", "dt.date"]


class Named(NamedTuple):
    """How many facts name each country, most first, and how many facts there are."""

    counts: Mapping[str, int]
    of: int


class Totals(Protocol):
    """How much is known by the day of a selection, whatever else is selected."""

    @property
    def facts(self) -> int:
        """How many facts are known by the day."""
        ...

    @property
    def articles(self) -> int:
        """How many articles are known by the day."""
        ...

    @property
    def days(self) -> Days | None:
        """First and last day that these facts are about; None where no day is known."""
        ...

    @property
    def published(self) -> Mapping[dt.date, int]:
        """How many facts came out on each day on which an article did, later days included."""
        ...

    def counts(self, field: Counted) -> Mapping[str, int]:
        """How many of the facts known by the day have each value of a field."""
        ...

    def concerning(self, code: str) -> int:
        """How many of the facts known by the day concern a place."""
        ...

    def in_view(self, facts: Sequence[Fact]) -> int:
        """How many facts pass every filter.

        Args:
            facts: Those of the corpus that do.
        """
        ...

    def named(self, facts: Sequence[Fact]) -> Named:
        """Which countries facts name, and those beyond the corpus that pass the same filters.

        Args:
            facts: Those of the corpus that pass every filter but that of countries.
        """
        ...


class CorpusTotals:
    """Totals of a corpus that is all there is."""

    def __init__(self, corpus: Corpus, known: Corpus) -> None:
        """Count.

        Args:
            corpus: All there is.
            known: What of it is known by the day.
        """
        self._corpus, self._known = corpus, known

    @property
    def facts(self) -> int:
        """How many facts are known by the day."""
        return len(self._known.facts)

    @property
    def articles(self) -> int:
        """How many articles are known by the day."""
        return len(self._known.articles)

    @functools.cached_property
    def days(self) -> Days | None:
        """First and last day that these facts are about; None where no day is known."""
        return days_about(self._known.facts.values(), self._known.articles)

    @property
    def published(self) -> Mapping[dt.date, int]:
        """How many facts came out on each day on which an article did, later days included."""
        every = self._corpus
        facts = every.facts.values()
        return kept(every, "days of publication", None, lambda: published(facts, every.articles))

    def counts(self, field: Counted) -> Mapping[str, int]:
        """How many of the facts known by the day have each value of a field."""
        return counted(field, tuple(self._known.facts.values()))

    def concerning(self, code: str) -> int:
        """How many of the facts known by the day concern a place."""
        return sum(concerns(fact, code) for fact in self._known.facts.values())

    def in_view(self, facts: Sequence[Fact]) -> int:
        """How many facts pass every filter: there is nothing beyond the corpus."""
        return len(facts)

    def named(self, facts: Sequence[Fact]) -> Named:
        """Which countries facts name; there is nothing beyond the corpus."""
        return Named(countries_named(facts), len(facts))


def counted(field: Counted, facts: Sequence[Fact]) -> Counter[str]:
    """How many facts have each value of a field; of countries those that facts name."""
    if field == "countries":
        counts = Counter(code for fact in facts for code in countries_concerned(fact))
        return Counter({code: counts[code] for code in countries_named(facts)})
    if field == "kinds":
        return Counter(fact.kind for fact in facts)
    if field == "actors":
        return Counter(code for fact in facts for code in {fact.actor, fact.claimant} if code)
    return Counter(fact.article_id for fact in facts)


def days_about(facts: Iterable[Fact], articles: Mapping[str, Article]) -> Days | None:
    """First and last day that facts are about; None where no day is known."""
    days = [days_of(fact, articles.get(fact.article_id)) for fact in facts]
    known = [day for both in days if both for day in both]
    return (min(known), max(known)) if known else None


def published(facts: Iterable[Fact], articles: Mapping[str, Article]) -> Counter[dt.date]:
    """How many facts came out on each day on which an article did."""
    counts = Counter({article.published: 0 for article in articles.values() if article.published})
    for fact in facts:
        article = articles.get(fact.article_id)
        if article and article.published:
            counts[article.published] += 1
    return counts
