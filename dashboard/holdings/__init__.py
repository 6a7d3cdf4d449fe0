"""Holdings: all there is to select from, and the corpus that a selection is drawn from.

A catalogue's corpus is drawn from as a whole, whatever is selected. A store may be too large for
that: each selection has a corpus of its own then; see :mod:`dashboard.holdings.shelved`.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from dashboard.selecting.selectable import Selectable
    from dashboard.selecting.selection import Selection
    from data.corpus import Corpus
    from data.errors import InputError


class Holdings(Protocol):
    """All there is to select from."""

    @property
    def key(self) -> Hashable:
        """What differs where something else is held."""
        ...

    @property
    def known(self) -> Selectable:
        """What may be selected, but for layers and charts."""
        ...

    @property
    def articles(self) -> int:
        """How many articles there are."""
        ...

    @property
    def facts(self) -> int:
        """How many facts there are."""
        ...

    @property
    def problems(self) -> tuple[InputError, ...]:
        """What could not be read."""
        ...

    def corpus(self, selection: Selection) -> Corpus:
        """What a selection is drawn from."""
        ...

    def with_problem(self, problem: InputError) -> Self:
        """The same with one more thing that could not be read."""
        ...
