"""What follows from a corpus is made once, is bounded, and goes with the corpus."""

from __future__ import annotations

import dataclasses
import gc
import itertools
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from dashboard.kept import MOST_OF_A_VISITOR, MOST_SHARED, drawn_from, kept, remembered, results_of
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.corpus import Corpus
from tests.dashboard.made_up import a_fact, an_article


def a_corpus(*, provisional: bool = False) -> Corpus:
    article = dataclasses.replace(an_article(), provisional=provisional)
    return Corpus({"a": article}, {"a-1": a_fact("a-1"), "a-2": a_fact("a-2")})


def test_it_is_made_once() -> None:
    corpus, numbers = a_corpus(), itertools.count()
    assert [kept(corpus, "sort", key, lambda: next(numbers)) for key in "aab"] == [0, 0, 1]


def test_sorts_and_corpora_have_their_own() -> None:
    one, other = a_corpus(), a_corpus()
    assert kept(one, "sort", "key", lambda: 1) == 1
    assert kept(one, "another sort", "key", lambda: 2) == 2
    assert kept(other, "sort", "key", lambda: 3) == 3


def test_what_was_not_used_for_longest_goes_first() -> None:
    for provisional, most in ((False, MOST_SHARED), (True, MOST_OF_A_VISITOR)):
        corpus = a_corpus(provisional=provisional)
        for number in range(most):
            kept(corpus, "sort", number, lambda: "made")
        assert kept(corpus, "sort", 0, lambda: "made again") == "made"
        kept(corpus, "sort", "one more", lambda: "made")
        assert len(results_of(corpus, "sort")) == most
        assert kept(corpus, "sort", 0, lambda: "made again") == "made"
        assert kept(corpus, "sort", 1, lambda: "made again") == "made again"


def test_it_goes_with_the_corpus() -> None:
    corpus = a_corpus(provisional=True)
    assert View.of(corpus, Selection()).facts
    gone = weakref.ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None


def test_views_of_one_selection_are_one() -> None:
    corpus = a_corpus()
    view = View.of(corpus, Selection(kinds=("personnel",)))
    assert View.of(corpus, Selection(kinds=("personnel",))) is view
    chosen = View.of(corpus, Selection(kinds=("personnel",), fact="a-1"))
    assert chosen.filtered is view
    assert chosen.facts is view.facts


def test_who_asks_while_it_is_made_waits_for_it() -> None:
    corpus, numbers, begun, go_on = a_corpus(), itertools.count(), Event(), Event()

    def slow() -> int:
        begun.set()
        assert go_on.wait(60)
        return next(numbers)

    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(kept, corpus, "sort", "key", slow)
        assert begun.wait(60)
        others = [threads.submit(kept, corpus, "sort", "key", slow) for _ in range(3)]
        go_on.set()
        assert [each.result(60) for each in (first, *others)] == [0, 0, 0, 0]


def test_what_could_not_be_made_is_tried_again_by_the_next() -> None:
    corpus = a_corpus()
    with pytest.raises(ZeroDivisionError):
        kept(corpus, "sort", "key", lambda: 1 // 0)
    assert kept(corpus, "sort", "key", lambda: 1) == 1


def test_texts_are_remembered_with_the_corpus_that_is_drawn_from() -> None:
    asked: list[str] = []

    @remembered
    def louder(text: str) -> str:
        asked.append(text)
        return text.upper()

    one, other = a_corpus(), a_corpus()
    for corpus in (one, other, one):
        with drawn_from(corpus):
            assert louder("a") == "A"
    assert kept(one, "sort", "key", lambda: louder("a")) == "A"
    assert asked == ["a", "a"]
    assert louder("a") == louder("a") == "A"
    assert asked == ["a", "a", "a", "a"]  # nobody's corpus: nothing keeps it


def test_what_is_drawn_from_is_forgotten_after_an_error() -> None:
    corpus = a_corpus()
    with pytest.raises(ZeroDivisionError):
        kept(corpus, "sort", "key", lambda: 1 // 0)
    gone = weakref.ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None
