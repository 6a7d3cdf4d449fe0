"""What is shown of a store: its totals are those of all its facts, whatever fits on a page."""

from __future__ import annotations

import datetime as dt
import errno
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import last_good
from dashboard.holdings import Holdings, opened
from dashboard.holdings.opened import Build, open_store
from dashboard.holdings.shelved import Shelved
from dashboard.last_good import LastGood
from dashboard.links import view_of
from dashboard.selecting.selection import Period, Selection
from dashboard.view import View
from data.corpus import Corpus
from data.store.build import build
from data.store.manifest import MANIFEST
from data.store.shelf import Shelf
from data.store.source import Source
from data.store.window import MOST_FACTS

DAYS = st.dates(dt.date(2021, 6, 1), dt.date(2021, 9, 30))


@pytest.fixture(scope="module")
def shelved(large_store: Path) -> Shelved:
    return Shelved(Shelf(large_store))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    ends = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    return Selection(
        countries=draw(st.sampled_from([(), (), ("TJK",), ("AFG",), ("USA", "AF-KDZ")])),
        kinds=draw(st.sampled_from([(), (), ("casualties",), ("displaced", "capture")])),
        actors=draw(st.sampled_from([(), (), ("taliban",)])),
        dates=draw(st.none() | st.just(Period(*ends))),
        day=draw(st.none() | DAYS),
    )


def test_the_archive_is_too_large_for_one_corpus(every: Corpus) -> None:
    assert len(every.facts) > MOST_FACTS


@settings(max_examples=25)  # of seven figures each
@given(selections())
def test_figures_are_those_of_all_facts(
    shelved: Shelved, every: Corpus, selection: Selection
) -> None:
    whole, part = View(every, selection), View.of(shelved.corpus(selection), selection)
    assert part.in_view == len(whole.facts)
    assert part.totals.facts == len(whole.everything)
    assert part.totals.articles == len(whole.articles)
    assert part.totals.days == whole.totals.days
    assert part.totals.published == whole.totals.published
    for field in ("countries", "kinds", "actors"):
        assert part.totals.counts(field) == whole.totals.counts(field)
    assert part.totals.concerning("AFG-TJK") == whole.totals.concerning("AFG-TJK")
    assert part.named_around == whole.named_around
    assert {*part.facts} <= {*whole.facts}
    if len(whole.facts) <= MOST_FACTS:
        assert part.facts == whole.facts


def test_the_articles_that_are_shown_are_counted_in_full(shelved: Shelved, every: Corpus) -> None:
    view = View.of(shelved.corpus(Selection()), Selection())
    counts = view.totals.counts("sources")
    assert set(counts) == set(view.corpus.articles)
    assert all(counts[name] == len(every.facts_of(name)) for name in counts)


def test_a_link_opens_what_is_not_in_the_window(shelved: Shelved, every: Corpus) -> None:
    shown = shelved.corpus(Selection()).facts
    fact = next(fact for fact in every.facts.values() if fact.fact_id not in shown)
    view, dropped = view_of(shelved, f"?fact={fact.fact_id}&sources={fact.article_id}")
    assert dropped == ()
    assert view.chosen == fact
    assert [*view.facts] == every.facts_of(fact.article_id)
    assert view_of(shelved, "?fact=nowhere&article=nowhere")[1] == (
        "fact=nowhere",
        "article=nowhere",
    )


def test_a_small_store_is_shown_as_its_catalogue_is(tmp_path: Path) -> None:
    build(Source("seeds"), tmp_path)
    held = open_store(tmp_path).now()
    corpus = held.corpus(Selection())
    assert corpus is held.corpus(Selection(countries=("TJK",)))
    assert corpus.entry_point == "ibt-2021-07-09"
    assert (held.articles, held.facts) == (len(corpus.articles), len(corpus.facts))


class Replaced:
    """A store of one article, built anew from another text."""

    def __init__(self, folder: Path) -> None:
        self.source, self.path = folder / "source", folder / "store"
        self.source.mkdir()

    def build(self, text: str) -> None:
        (self.source / "a.txt").write_text(text, "utf-8")
        build(Source(str(self.source)), self.path)

    def told(self, store: LastGood[Build, Holdings]) -> list[float | None]:
        return [fact.value for fact in store.now().corpus(Selection()).facts.values()]


@pytest.fixture
def replaced(tmp_path: Path) -> Replaced:
    store = Replaced(tmp_path)
    store.build("40 soldiers were killed.")
    return store


def within_seconds(come_true: object, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not come_true() and time.monotonic() < deadline:  # type: ignore[operator]
        time.sleep(0.05)
    assert come_true()  # type: ignore[operator]


def test_a_store_built_anew_is_taken_up(replaced: Replaced) -> None:
    store = open_store(replaced.path)
    assert replaced.told(store) == [40]
    replaced.build("50 soldiers were killed.")
    within_seconds(lambda: replaced.told(store) == [50])


def test_what_was_open_stays_in_view_when_a_store_breaks(replaced: Replaced) -> None:
    store = open_store(replaced.path)
    assert replaced.told(store) == [40]
    manifest = replaced.path / MANIFEST
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:100])
    within_seconds(lambda: store.now().problems)
    assert replaced.told(store) == [40]
    (problem,) = store.now().problems
    assert MANIFEST in problem.where
    manifest.write_bytes(whole)
    within_seconds(lambda: not store.now().problems)
    assert replaced.told(store) == [40]


def test_a_store_that_no_room_was_left_to_open_is_opened_later(
    replaced: Replaced, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(replaced.path)
    assert replaced.told(store) == [40]
    full, shelf = OSError(errno.ENOSPC, "No space left on device"), iter([False, True])

    def opening(path: Path) -> Shelf:
        if next(shelf):
            return Shelf(path)
        raise full

    monkeypatch.setattr(opened, "MOST_FACTS", 0)
    monkeypatch.setattr(opened, "Shelf", opening)
    replaced.build("50 soldiers were killed.")
    within_seconds(lambda: store.now().problems)
    (problem,) = store.now().problems
    assert "No space left on device" in problem.problem
    assert replaced.told(store) == [40]
    monkeypatch.setattr(last_good, "AGAIN_S", 0.0)
    within_seconds(lambda: replaced.told(store) == [50])
    assert not store.now().problems


def test_facts_cut_off_are_a_problem_and_no_crash(replaced: Replaced) -> None:
    (facts,) = (replaced.path / "facts").iterdir()
    facts.write_bytes(facts.read_bytes()[:-20])
    held = open_store(replaced.path).now()
    assert (held.articles, held.facts) == (0, 0)
    assert "python -m data check" in held.problems[0].remedy
