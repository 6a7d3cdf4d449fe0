"""Holdings that are a store too large for one corpus: a window on it for each selection."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, Final

from dashboard.selecting.selectable import Selectable
from dashboard.selecting.selection import Selection
from dashboard.words.names import countries_behind
from data import lexicon
from data.store.queries import Wanted
from data.store.window import Window
from data.timing import timed

if TYPE_CHECKING:
    from data.errors import InputError
    from data.store.shelf import Shelf

MOST_WINDOWS: Final = 48
"""Selections of a store whose facts are kept; the one unused for longest goes first."""


class Shelved:
    """Holdings that are a store too large for one corpus."""

    def __init__(self, shelf: Shelf, problems: tuple[InputError, ...] = ()) -> None:
        """Hold a store.

        Args:
            shelf: The store.
            problems: What could not be read.
        """
        self.key = (shelf.version, tuple(map(str, problems)))
        self.shelf = shelf
        self.problems = problems
        self._window = functools.lru_cache(MOST_WINDOWS)(self._of_wanted)
        self._opened = functools.lru_cache(MOST_WINDOWS)(self._open)

    @functools.cached_property
    def known(self) -> Selectable:
        """What may be selected, but for layers and charts."""
        shelf = self.shelf
        return Selectable(
            countries=shelf.places | lexicon.countries().keys(),
            actors=frozenset(shelf.counts("actor")),
            kinds=frozenset(shelf.counts("kind")),
            sources=_Those(shelf.has_article),
            measures=tuple(lexicon.measures()),
            facts=_Those(lambda fact_id: shelf.fact(fact_id) is not None),
        )

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return self.shelf.manifest.articles

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return self.shelf.manifest.facts

    def corpus(self, selection: Selection) -> Window:
        """What tells most of all there is and of what passes the filters, and what is opened."""
        wanted = self.wanted(selection)
        window = self._window(wanted)
        fact, article = selection.fact or "", selection.article or ""
        if (not fact or fact in window.facts) and (not article or article in window.articles):
            return window
        return self._opened(wanted, fact, article)

    def with_problem(self, problem: InputError) -> Shelved:
        """The same with one more thing that could not be read."""
        return Shelved(self.shelf, (*self.problems, problem))

    def wanted(self, selection: Selection) -> Wanted:
        """Which facts pass the filters of a selection."""
        period = selection.dates
        return Wanted(
            codes=tuple(sorted(self._naming(*selection.countries))),
            kinds=tuple(sorted(selection.kinds)),
            actors=tuple(sorted(selection.actors)),
            sources=tuple(sorted(selection.sources)),
            first=period.start if period else None,
            last=period.end if period else None,
            day=selection.day,
        )

    def _naming(self, *places: str) -> set[str]:
        """The codes by which facts name some places: their own, and those of what they have."""
        chosen = {*places}
        within = (
            code for code in self.shelf.codes if not chosen.isdisjoint(countries_behind(code))
        )
        return chosen.union(within) if chosen else chosen

    @functools.cached_property
    def _whole(self) -> Window:
        return Window.on(self.shelf, self.problems)

    def _of_wanted(self, wanted: Wanted) -> Window:
        """A window on what is wanted, and on the whole: what a day does not know yet has its place.

        Charts and cards keep their order and their colours while days are played.
        """
        if wanted == Wanted():
            return self._whole
        known = Wanted(day=wanted.day)
        wider = self._whole if wanted == known else self._window(known)
        return wider.on_what_is(wanted)

    def _open(self, wanted: Wanted, fact_id: str, article_id: str) -> Window:
        window = self._window(wanted)
        with timed("read", what="article"):
            return window.opened_at(fact_id, article_id)


class _Those(Container[str]):
    """Ids that a store has, as many as they may be."""

    def __init__(self, has: Callable[[str], bool]) -> None:
        self._has = has

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._has(name)
