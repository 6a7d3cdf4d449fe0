"""Totals of a store that is shown through a window, and of what a visitor added to it."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.holdings.totals import Counted, Days, Named, counted, days_about, published
from dashboard.selecting.concerns import concerns, countries_named
from dashboard.words.names import countries_behind, is_region
from data.store.queries import Wanted
from data.store.window import Window

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article
    from data.corpus import Corpus
    from data.fact import Fact
    from data.store.shelf import Shelf


class ShelfTotals:
    """Totals of a store: all of it is counted, whatever fits into the window."""

    def __init__(self, window: Window, day: dt.date | None) -> None:
        """Count.

        Args:
            window: On the store, with what a visitor has added.
            day: What was published later does not count; None for all.
        """
        self._window, self._day = window, day

    @property
    def facts(self) -> int:
        """How many facts are known by the day."""
        if self._day is None:
            return self._shelf.manifest.facts + len(self._own)
        return sum(facts for _, facts in self._known.values()) + len(self._own)

    @property
    def articles(self) -> int:
        """How many articles are known by the day."""
        if self._day is None:
            return self._shelf.manifest.articles + len(self._added)
        return sum(articles for articles, _ in self._known.values()) + len(self._added)

    @functools.cached_property
    def days(self) -> Days | None:
        """First and last day that these facts are about; None where no day is known."""
        both = (self._shelf.days(self._day), days_about(self._own, self._window.articles))
        ends = [day for days in both if days for day in days]
        return (min(ends), max(ends)) if ends else None

    @property
    def published(self) -> Mapping[dt.date, int]:
        """How many facts came out on each day on which an article did, later days included."""
        counts = Counter({day: facts for day, (_, facts) in self._shelf.published.items()})
        counts.update(published(self._own, self._added))
        return counts

    def counts(self, field: Counted) -> Mapping[str, int]:
        """How many of the facts known by the day have each value of a field.

        Of articles only those in the window, which a list has room for.
        """
        shelf, day = self._shelf, self._day
        if field == "countries":
            counts = _countries(shelf.code_groups(Wanted(day=day)))
        elif field == "sources":
            counts = Counter(shelf.facts_in(self._window.articles))
        else:
            counts = Counter(shelf.counts("kind" if field == "kinds" else "actor", day))
        return counts + counted(field, self._own)

    def concerning(self, code: str) -> int:
        """How many of the facts known by the day concern a place."""
        own = sum(concerns(fact, code) for fact in self._own)
        groups = self._shelf.code_groups(Wanted(day=self._day))
        return own + sum(n for codes, n in groups if _concern(codes, code))

    def in_view(self, facts: Sequence[Fact]) -> int:
        """How many facts pass every filter, in the window and beyond it.

        Args:
            facts: Those of the window that do.
        """
        own = sum(fact.article_id in self._added for fact in facts)
        return self._shelf.count(self._window.wanted) + own

    def named(self, facts: Sequence[Fact]) -> Named:
        """Which countries facts name, in the window and beyond it.

        Args:
            facts: Those of the window that pass every filter but that of countries.
        """
        wanted = dataclasses.replace(self._window.wanted, codes=())
        own = [fact for fact in facts if fact.article_id in self._added]
        counts = Counter(countries_named(own))
        for codes, number in self._shelf.code_groups(wanted):
            for country in _named(codes):
                counts[country] += number
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return Named(dict(ordered), self._shelf.count(wanted) + len(own))

    @property
    def _shelf(self) -> Shelf:
        return self._window.shelf

    @functools.cached_property
    def _known(self) -> Mapping[dt.date, tuple[int, int]]:
        day = self._day
        published = self._shelf.published.items()
        return {at: counts for at, counts in published if day is None or at <= day}

    @functools.cached_property
    def _added(self) -> Mapping[str, Article]:
        """What the visitor has added, as far as it is known by the day."""
        return {
            name: article
            for name, article in self._window.articles.items()
            if article.provisional and (self._day is None or _by(article, self._day))
        }

    @functools.cached_property
    def _own(self) -> tuple[Fact, ...]:
        if not self._added:
            return ()
        facts = self._window.facts.values()
        return tuple(fact for fact in facts if fact.article_id in self._added)


def totals_of_part(corpus: Corpus, day: dt.date | None) -> ShelfTotals:
    """Totals of what a corpus is a part of.

    Args:
        corpus: A window on a store.
        day: What was published later does not count; None for all.
    """
    if not isinstance(corpus, Window):
        raise TypeError(f"{type(corpus).__name__} is a part of nothing that can be counted")
    return ShelfTotals(corpus, day)


def _by(article: Article, day: dt.date) -> bool:
    return article.published is not None and article.published <= day


def _concern(codes: Iterable[str], place: str) -> bool:
    return any(code == place or place in countries_behind(code) for code in codes)


def _named(codes: Iterable[str]) -> frozenset[str]:
    """Countries that codes name; a region names no member."""
    named = (countries_behind(code) for code in codes if not is_region(code))
    return frozenset[str]().union(*named)


def _countries(groups: Iterable[tuple[tuple[str, ...], int]]) -> Counter[str]:
    """Countries that facts name, with the facts each concerns; a region names no member."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for codes, facts in groups:
        for country in frozenset[str]().union(*map(countries_behind, codes)):
            counts[country] += facts
        named |= _named(codes)
    return Counter({country: counts[country] for country in named})
