"""What was worked out from a corpus is kept with it, and goes with it.

The catalogue's corpus is one for all visitors, so they share what is kept with it. A visitor who
added articles has a corpus of their own: what is worked out from that is nowhere else.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from dashboard.made_once import MadeOnce

if TYPE_CHECKING:
    from data.corpus import Corpus

_Kept = TypeVar("_Kept")
_Given = ParamSpec("_Given")

MOST_SHARED: Final = 192
"""Results of one sort that are kept for everybody; the one unused for longest goes first."""

MOST_OF_A_VISITOR: Final = 12

MOST_TEXTS: Final = 4096
"""Texts of one sort that are made ready once: a chart says mostly what it said before."""

_CORPUS: Final[ContextVar[Corpus | None]] = ContextVar("drawn from", default=None)


def kept(corpus: Corpus, sort: str, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
    """A result as it was made before, or made now.

    Args:
        corpus: What the result follows from, together with ``key``.
        sort: What sort of result it is.
        key: Which one.
        make: Makes it. Whoever else asks meanwhile waits for the result.
    """

    def made() -> _Kept:
        with drawn_from(corpus):
            return make()

    results: MadeOnce[_Kept] = _results(corpus, sort)
    return results.get(key, made)


def results_of(corpus: Corpus, sort: str) -> dict[Hashable, Any]:
    """The results of a sort that are kept with a corpus."""
    results: MadeOnce[Any] | None = corpus.kept.get(sort)
    return results.all() if results else {}


def take_up(corpus: Corpus, sort: str, results: Mapping[Hashable, object]) -> None:
    """Keep results of a sort that were made elsewhere."""
    for key, made in results.items():
        _results(corpus, sort).put(key, made)


def _results(corpus: Corpus, sort: str) -> MadeOnce[Any]:
    results: MadeOnce[Any] | None = corpus.kept.get(sort)
    if results is None:
        own = any(article.provisional for article in corpus.articles.values())
        most = MOST_OF_A_VISITOR if own else MOST_SHARED
        results = corpus.kept.setdefault(sort, MadeOnce(most))
    return results


@contextlib.contextmanager
def drawn_from(corpus: Corpus) -> Iterator[None]:
    """Have what :func:`remembered` functions make inside be kept with a corpus."""
    before = _CORPUS.set(corpus)
    try:
        yield
    finally:
        _CORPUS.reset(before)


def remembered(function: Callable[_Given, _Kept]) -> Callable[_Given, _Kept]:
    """A function of texts, whose results are kept with the corpus that is drawn from.

    Outside :func:`drawn_from` and :func:`kept` nothing is: a process keeps no visitor's sentence.
    """
    sort = f"{function.__module__}.{function.__qualname__}"

    @functools.wraps(function)
    def recalling(*arguments: _Given.args, **options: _Given.kwargs) -> _Kept:
        corpus = _CORPUS.get()
        if corpus is None:
            return function(*arguments, **options)
        known: Callable[_Given, _Kept] | None = corpus.kept.get(sort)
        if known is None:
            known = corpus.kept.setdefault(sort, functools.lru_cache(MOST_TEXTS)(function))
        return known(*arguments, **options)

    return recalling
