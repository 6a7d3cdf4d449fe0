"""Window: of a store that is too large to be shown at once, the newest facts that are wanted."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, Final

from data.article import Article
from data.corpus import Corpus
from data.errors import InputError
from data.fact import Fact
from data.store.queries import Wanted
from data.store.shelf import Shelf

MOST_FACTS: Final = 1_000
"""Facts that a window shows: more than anybody reads, and still drawn while a reader waits."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Window(Corpus):
    """The newest of the facts that are wanted of a store, with their articles, without the texts.

    Attributes:
        shelf: All there is.
        wanted: Which facts.
        older: How many more are wanted.
        oldest: The day from which on those were published that are here; None where all are.
    """

    partial: ClassVar[bool] = True

    shelf: Shelf
    wanted: Wanted
    older: int
    oldest: dt.date | None

    @classmethod
    def on(
        cls,
        shelf: Shelf,
        wanted: Wanted,
        most: int = MOST_FACTS,
        problems: tuple[InputError, ...] = (),
    ) -> Window:
        """The newest facts that are wanted, as many as fit.

        Args:
            shelf: What there is.
            wanted: Which facts.
            most: How many fit.
            problems: What the store does not have because it could not be read.
        """
        newest = shelf.newest(wanted, most)
        return cls(
            shelf.articles({fact.article_id for fact in newest.facts}),
            {fact.fact_id: fact for fact in newest.facts},
            problems,
            shelf=shelf,
            wanted=wanted,
            older=newest.of - len(newest.facts),
            oldest=newest.since,
        )

    def opened(self, facts: Sequence[Fact], articles: Sequence[str]) -> Window:
        """The window with some facts and articles that a link asks for, wherever they stand.

        Args:
            facts: Facts of the store.
            articles: Ids of articles of the store.
        """
        ids = {*articles, *(fact.article_id for fact in facts)}
        new = [fact.fact_id for fact in facts if fact.fact_id not in self.facts]
        return dataclasses.replace(
            self,
            older=self.older - self.shelf.count(self.wanted, among=new),
            articles={**self.articles, **self.shelf.articles(ids - self.articles.keys())},
            facts={**self.facts, **{fact.fact_id: fact for fact in facts}},
        )

    @property
    def beyond(self) -> int:
        """How many facts are wanted and not here."""
        return self.older

    @property
    def since(self) -> dt.date | None:
        """The day from which on the facts that are here were published; None where all are here."""
        return self.oldest

    @property
    def entry_point(self) -> str | None:
        """None: no article of an archive is the one to start from."""
        return None

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of an id; None where there is none in the whole store."""
        return self.facts.get(fact_id) or self.shelf.fact(fact_id)

    def article(self, article_id: str) -> Article | None:
        """The article of an id, with its text; None where there is none in the whole store.

        Raises:
            InputError: If the store cannot be read any more.
        """
        known = self.articles.get(article_id)
        return known if known and known.text else self.shelf.article(article_id)

    def facts_of(self, article_id: str) -> Sequence[Fact]:
        """All facts of an article, in text order, whether they are wanted or not."""
        known = self.articles.get(article_id)
        own = known is not None and known.provisional
        return super().facts_of(article_id) if own else self.shelf.facts_of(article_id)
