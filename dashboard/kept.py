"""What was worked out from a corpus is kept with it, and goes with it.

The catalogue's corpus is one for all visitors, so they share what is kept with it. A visitor who
added articles has a corpus of their own: what is worked out from that is nowhere else.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from data.corpus import Corpus

_Kept = TypeVar("_Kept")

MOST_SHARED: Final = 192
"""Results of one sort that are kept for everybody; the one unused for longest goes first."""

MOST_OF_A_VISITOR: Final = 12

_LOCK: Final = threading.Lock()
_MAKING: Final[dict[tuple[int, Hashable], threading.Event]] = {}
"""What is being made, by the results it will be among; told when it is there."""


def results_of(corpus: Corpus, sort: str) -> dict[Hashable, Any]:
    """The results of a sort that are kept with a corpus."""
    with _LOCK:
        return dict(corpus.kept.get(sort, {}))


def kept(corpus: Corpus, sort: str, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
    """A result as it was made before, or made now.

    Args:
        corpus: What the result follows from, together with ``key``.
        sort: What sort of result it is.
        key: Which one.
        make: Makes it. Whoever else asks meanwhile waits for the result.
    """
    results: OrderedDict[Hashable, Any] = corpus.kept.setdefault(sort, OrderedDict())
    while True:
        with _LOCK:
            if key in results:
                results.move_to_end(key)
                found: _Kept = results[key]
                return found
            ahead = _MAKING.get((id(results), key))
            if ahead is None:
                done = _MAKING[id(results), key] = threading.Event()
                break
        ahead.wait()
    try:
        made = make()
        own = any(article.provisional for article in corpus.articles.values())
        with _LOCK:
            results[key] = made
            while len(results) > (MOST_OF_A_VISITOR if own else MOST_SHARED):
                results.popitem(last=False)
    finally:
        with _LOCK:
            del _MAKING[id(results), key]
        done.set()
    return made
