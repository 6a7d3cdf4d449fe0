"""Window: of a store that is too large to be shown at once, the facts that tell most of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final

from data.article import Article
from data.corpus import Corpus
from data.errors import InputError
from data.fact import Fact
from data.store.queries import Wanted
from data.store.shelf import Shelf

MOST_FACTS: Final = 1_000
"""Facts that are shown at once whatever they are: more than anybody reads."""

NEWEST: Final = 300
"""Of more facts, how many of the newest that lead are shown; see :mod:`data.store.leading`."""

LEADING: Final = 60
"""Beside them, how many of the newest that lead on each matter."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Window(Corpus):
    """A part of a store: what tells most of all of it, and of what is wanted. Without texts.

    Attributes:
        shelf: All there is.
        wanted: Which facts are wanted; others are here because they tell most of all there is.
        by_position: The facts by their positions in the store.
    """

    partial: ClassVar[bool] = True

    shelf: Shelf
    wanted: Wanted
    by_position: Mapping[int, Fact]

    @classmethod
    def on(cls, shelf: Shelf, problems: tuple[InputError, ...] = ()) -> Window:
        """What tells most of a store.

        Args:
            shelf: The store.
            problems: What the store does not have because it could not be read.
        """
        nothing = cls({}, {}, problems, shelf=shelf, wanted=Wanted(), by_position={})
        return nothing.on_what_is(Wanted())

    def on_what_is(self, wanted: Wanted) -> Window:
        """The window with what tells most of the facts that are wanted, or all of them if few."""
        if self.shelf.count(wanted) <= MOST_FACTS:
            window = self._with(self.shelf.all_of(wanted))
        else:
            window = self._with(self.shelf.pick(wanted, NEWEST, LEADING))
        return dataclasses.replace(window, wanted=wanted)

    def opened_at(self, fact_id: str, article_id: str) -> Window:
        """The window with what a link asks for, wherever it stands.

        Args:
            fact_id: Id of a fact; of one that the store does not have nothing is added.
            article_id: Id of an article; likewise.
        """
        return self._with(self.shelf.positioned(fact_id), [article_id])

    def _with(self, facts: Mapping[int, Fact], articles: Iterable[str] = ()) -> Window:
        by_position = dict(sorted({**self.by_position, **facts}.items()))
        named = {fact.article_id for fact in by_position.values()}
        return dataclasses.replace(
            self,
            articles=self.shelf.articles({*self.articles, *articles, *named}),
            facts={fact.fact_id: fact for fact in by_position.values()},
            by_position=by_position,
        )

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
