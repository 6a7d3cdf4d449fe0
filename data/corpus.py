"""All facts of all articles as one frame, with what could not be read beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from data.article import Article
from data.catalog import CATALOG, Catalog, read_catalog
from data.claims.claim import Claim, claims_of
from data.errors import InputError
from data.fact import Fact
from data.frame import to_frame
from data.review import reviewed_facts
from data.timing import timed

if TYPE_CHECKING:
    import pandas as pd


@dataclasses.dataclass(frozen=True)
class Corpus:
    """Articles, their facts, and the articles that could not be read.

    A part of a larger whole, such as :class:`data.store.window.Window`, gives its articles without
    their texts, and looks for what it does not hold in the whole: see :meth:`article`.

    Attributes:
        articles: By article id, in catalogue order.
        facts: By fact id, in catalogue and text order.
        problems: One error for each article, or catalogue, that could not be read.
    """

    partial: ClassVar[bool] = False
    """Whether it is a part of a larger whole."""

    articles: Mapping[str, Article]
    facts: Mapping[str, Fact]
    problems: tuple[InputError, ...] = ()

    @functools.cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all articles, in order of publication; one carried by several is one."""
        return claims_of(self.facts.values(), self.articles)

    @property
    def entry_point(self) -> str | None:
        """Id of the article that readers start from: the first of the catalogue."""
        return next(iter(self.articles), None)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of an id; None where there is none."""
        return self.facts.get(fact_id)

    def article(self, article_id: str) -> Article | None:
        """The article of an id, with its text; None where there is none."""
        return self.articles.get(article_id)

    def facts_of(self, article_id: str) -> Sequence[Fact]:
        """All facts of an article, in text order."""
        return self._by_article.get(article_id, ())

    @functools.cached_property
    def _by_article(self) -> Mapping[str, Sequence[Fact]]:
        grouped: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            grouped.setdefault(fact.article_id, []).append(fact)
        return grouped

    @functools.cached_property
    def kept(self) -> dict[str, Any]:
        """What others worked out from it: see :mod:`dashboard.kept`."""
        return {}

    def as_of(self, day: dt.date) -> Corpus:
        """What had been published up to a day.

        Articles of which it is not known when they were published are left out.
        """
        articles = {
            name: article
            for name, article in self.articles.items()
            if article.published and article.published <= day
        }
        facts = {name: fact for name, fact in self.facts.items() if fact.article_id in articles}
        return dataclasses.replace(self, articles=articles, facts=facts)

    def frame(self) -> pd.DataFrame:
        """The facts with the columns and dtypes of :mod:`data.fact`."""
        return to_frame(self.facts.values())


def read_corpus(catalog_path: Path = CATALOG) -> Corpus:
    """Facts of the catalogue's articles. What cannot be read becomes a problem, not a crash."""
    try:
        catalog = read_catalog(catalog_path)
    except InputError as error:
        return Corpus({}, {}, (error,))
    with timed("extract", what="catalogue"):
        return _read(catalog)


def _read(catalog: Catalog) -> Corpus:
    articles: dict[str, Article] = {}
    facts: dict[str, Fact] = {}
    problems: list[InputError] = []
    for entry in catalog.entries:
        try:
            article = catalog.article(entry)
            facts |= {fact.fact_id: fact for fact in reviewed_facts(article)}
        except InputError as error:
            problems.append(error)
        else:
            articles[entry.id] = article
    return Corpus(articles, facts, tuple(problems))
