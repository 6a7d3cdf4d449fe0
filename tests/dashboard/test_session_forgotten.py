"""What a visitor adds goes with their session: no cache of the process holds a word of it."""

from __future__ import annotations

import abc
import functools
import gc
import sys
import types
import weakref
from collections.abc import Iterator
from inspect import signature
from typing import Any, Final

import pytest

from dashboard import kept
from dashboard.adding.articles import AddedArticles, with_added
from dashboard.cards.content import answer, shown_cards
from dashboard.cards.words import card_words
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.export.files import facts_file
from dashboard.export.formats import formats
from dashboard.report.report import report
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.corpus import Corpus
from tests.dashboard.made_up import an_article

NAME: Final = "yxwv"
"""Part of a name that nobody else has, in small letters wherever it stands."""

TEXT: Final = """
Some 4321 guards of the Zyxwv Unit fled to Tajikistan on Monday, said Zyxwv Jones.

Zyxwv military aircraft have evacuated 79,000 people since 14 August, their zyxwv envoy said.

Over 40 zyxwving officers were killed in Zyxwvabad on 3 July, the Zyxwvian embassy said. The
Taliban took Kunduz and 3 zyxwvs on 5 July, a usa-zyxwv spokesman said. Two thirds of the
Afghan-Tajik border were held by the zyxwvs. More than 30 zyxwvs were zyxwved in zyxwv.
"""

_CACHE: Final = functools._lru_cache_wrapper
_ENDS: Final = {
    *(str, int, float, type, abc.ABCMeta),
    *(types.ModuleType, types.FunctionType, _CACHE),
}


def a_session() -> weakref.ref[Corpus]:
    """A visitor adds an article, reviews it, looks at all of it, takes it away and leaves."""
    own = AddedArticles().add(an_article(text=TEXT, title="Zyxwv title"), Corpus({}, {}))
    facts = next(iter(own.entries.values())).facts
    assert len(facts) > 6
    own = own.reject(next(iter(facts)))
    corpus = with_added(Corpus({}, {}), own)
    view = View.of(corpus, Selection(fact=[*facts][1]))
    for chart in CHARTS.values():
        chart.drawn(view, Style()).to_json()
        chart.words(view)
        chart.facts(view)
    for card in shown_cards(corpus.claims):
        if (found := answer(card, view.claims, view.as_of)).claims:
            card_words(card, found, corpus.articles, {})
    report(view, base="http://localhost")
    for entry in formats("facts"):
        facts_file(view, entry.id, base="http://localhost")
    return weakref.ref(corpus)


def roots() -> Iterator[tuple[str, list[Any]]]:
    """All that lives as long as the process: caches of functions, and what modules hold."""
    for each in gc.get_objects():
        if isinstance(each, _CACHE) and signature(each).parameters:
            yield f"{each.__module__}.{each.__qualname__}", gc.get_referents(each)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"dashboard", "data", "geo"}:
            yield name, list(vars(module).values())


def holding(word: str) -> set[str]:
    """The roots from which a text with a word can be reached without going through code."""
    found, seen = set[str](), set[int]()
    for name, reached in roots():
        while reached:
            if any(word in each for each in reached if isinstance(each, str)):
                found.add(name)
            further = [each for each in reached if id(each) not in seen and type(each) not in _ENDS]
            seen.update(map(id, further))
            reached = gc.get_referents(*further)
    return found


def test_what_a_cache_or_a_module_holds_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    @functools.lru_cache
    def told(text: str) -> list[str]:
        return [text]

    assert holding("qjxkz") == set()
    told("what was qjxkz")
    assert [name.rpartition(".")[2] for name in holding("qjxkz")] == ["told"]
    monkeypatch.setattr(kept, "held", {"by": [("what was zkxjq",)]}, raising=False)
    assert holding("zkxjq") == {kept.__name__}


def test_no_cache_holds_a_word_of_a_session_that_is_gone() -> None:
    session = a_session()
    gc.collect()
    assert session() is None
    assert holding(NAME) == set()
