"""Holdings that are one corpus: a catalogue's, or that of a small store."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from typing import TYPE_CHECKING

from dashboard.kept import kept
from dashboard.selecting.concerns import what_exists

if TYPE_CHECKING:
    from dashboard.selecting.selectable import Selectable
    from dashboard.selecting.selection import Selection
    from dashboard.snapshot.catalogue import Snapshot
    from data.corpus import Corpus
    from data.errors import InputError


class Catalogued:
    """Holdings that are one corpus."""

    def __init__(
        self, corpus: Corpus, key: Hashable = None, snapshot: Snapshot | None = None
    ) -> None:
        """Hold a corpus.

        Args:
            corpus: All there is.
            key: What differs where it is another.
            snapshot: From what it was read, where that may be kept for the next start.
        """
        self.key, self.snapshot = key, snapshot
        self._corpus = corpus

    @property
    def known(self) -> Selectable:
        """What may be selected, but for layers and charts."""
        every = self._corpus
        facts = every.facts.values()
        return kept(every, "selectable", None, lambda: what_exists(facts, every.articles))

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self._corpus.articles)

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return len(self._corpus.facts)

    @property
    def problems(self) -> tuple[InputError, ...]:
        """What could not be read."""
        return self._corpus.problems

    def corpus(self, selection: Selection) -> Corpus:  # noqa: ARG002  it is the same for all
        """All of it."""
        return self._corpus

    def with_problem(self, problem: InputError) -> Catalogued:
        """The same with one more thing that could not be read."""
        problems = (*self._corpus.problems, problem)
        corpus = dataclasses.replace(self._corpus, problems=problems)
        return Catalogued(corpus, (self.key, str(problem)))
