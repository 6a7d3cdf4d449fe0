"""A shelf answers as going through all facts does, and a window shows what tells most."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.claims.captures import captures
from data.corpus import Corpus
from data.fact import Fact
from data.store import window as windows
from data.store.build import build
from data.store.corpus import read_store
from data.store.queries import Wanted
from data.store.reading import Store
from data.store.shelf import Shelf
from data.store.source import Source
from data.store.window import Window
from tests.archive.test_reading import DAYS, WANTED
from tests.bundled import bundled, bundled_facts

EVERYTHING = Wanted()


@pytest.fixture(scope="module")
def shelf(bundled_store: Path) -> Shelf:
    return Shelf(bundled_store)


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store(bundled_store)


@pytest.fixture
def window(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window on the corpus as if it were too large to be shown."""
    monkeypatch.setattr(windows, "MOST_FACTS", 100)
    monkeypatch.setattr(windows, "NEWEST", 10)
    monkeypatch.setattr(windows, "LEADING", 40)
    return Window.on(shelf)


@settings(max_examples=25)  # of three questions each
@given(WANTED)
def test_what_is_wanted_is_counted_as_a_store_counts_it(
    shelf: Shelf, store: Store, wanted: Wanted
) -> None:
    facts = store.fact_objects(wanted)
    assert shelf.count(wanted) == len(facts)
    assert list(shelf.all_of(wanted).values()) == facts
    counted = Counter[str]()
    for codes, number in shelf.code_groups(wanted):
        counted.update(dict.fromkeys(codes, number))
    named = ({*f.places, f.origin, f.destination, f.of, f.actor, f.claimant} for f in facts)
    assert counted == Counter(code for codes in named for code in codes if code)


@settings(max_examples=25)
@given(WANTED, st.integers(1, 50))
def test_the_newest_that_lead_are_picked(shelf: Shelf, wanted: Wanted, most: int) -> None:
    def published(fact: Fact) -> dt.date:
        return bundled().articles[fact.article_id].published or dt.date.min

    leading = shelf.pick(wanted, len(bundled_facts()), 0)
    assert leading.items() <= shelf.all_of(wanted).items()
    ordered = sorted(leading.values(), key=published, reverse=True)
    assert {*shelf.pick(wanted, most, 0).values()} == {*ordered[:most]}


@settings(max_examples=40)
@given(st.none() | DAYS)
def test_totals_of_a_day(shelf: Shelf, day: dt.date | None) -> None:
    known = bundled() if day is None else bundled().as_of(day)
    facts = tuple(known.facts.values())
    assert shelf.counts("kind", day) == Counter(fact.kind for fact in facts)
    acting = [{fact.actor, fact.claimant} - {None} for fact in facts]
    assert shelf.counts("actor", day) == Counter(code for codes in acting for code in codes)
    until = [counts for at, counts in shelf.published.items() if day is None or at <= day]
    assert sum(articles for articles, _ in until) == len(known.articles)
    assert sum(number for _, number in until) == len(facts)


def test_one_fact_its_article_and_what_is_not_there(shelf: Shelf) -> None:
    fact = bundled_facts()[len(bundled_facts()) // 2]
    assert shelf.fact(fact.fact_id) == fact
    assert shelf.fact("'; DROP TABLE facts; --") is None
    assert fact in shelf.facts_of(fact.article_id)
    article = shelf.article(fact.article_id)
    assert article is not None
    assert article.text == bundled().articles[fact.article_id].text
    assert shelf.article("nowhere") is None
    assert (shelf.has_article(fact.article_id), shelf.has_article("nowhere")) == (True, False)
    assert shelf.facts_in([fact.article_id]) == {
        fact.article_id: len(bundled().facts_of(fact.article_id))
    }


def test_a_window_is_a_part_and_finds_the_rest(window: Window) -> None:
    assert 100 < len(window.facts) < len(bundled_facts())
    assert list(window.facts) == [fact_id for fact_id in bundled().facts if fact_id in window.facts]
    assert {article.text for article in window.articles.values()} == {""}
    beyond = next(fact for fact in bundled_facts() if fact.fact_id not in window.facts)
    assert window.fact(beyond.fact_id) == beyond
    assert [*window.facts_of(beyond.article_id)] == bundled().facts_of(beyond.article_id)
    article = window.article(beyond.article_id)
    assert article is not None
    assert article.text == bundled().articles[beyond.article_id].text
    opened = window.opened_at(beyond.fact_id, "")
    assert set(opened.facts) == {*window.facts, beyond.fact_id}
    assert beyond.article_id in opened.articles
    assert set(window.opened_at("nowhere", "nowhere").articles) == set(window.articles)


def test_a_window_has_every_claim_on_every_measure(window: Window) -> None:
    def told(corpus: Corpus) -> set[tuple[object, ...]]:
        return {
            (claim.measure.id, claim.claimant, claim.fact.value, claim.fact.low, claim.fact.high)
            for claim in corpus.claims
            if claim.measure
        }

    assert len(told(bundled())) > 80
    assert told(window) == told(bundled())


def test_a_window_has_every_capture_of_a_province(window: Window) -> None:
    def told(corpus: Corpus) -> list[tuple[str, str, dt.date]]:
        return [(one.province, one.holder, one.day) for one in captures(corpus.claims)]

    assert len(told(bundled())) >= 30
    assert told(window) == told(bundled())


def test_an_archive_tells_each_thing_once(tmp_path: Path) -> None:
    """What a hundred articles repeat is one fact of a window, beside what one of them adds."""
    source = tmp_path / "source"
    source.mkdir()
    told = "\n".join(f"Some {number} soldiers were killed." for number in range(20, 30))
    for number in range(100):
        text = f"---\ndate: 2021-08-02\n---\n\n{told}\n"
        (source / f"a{number:03}.md").write_text(text, "utf-8")
    (source / "b.md").write_text("---\ndate: 2021-07-09\n---\n\nOver 40 guards fled.\n", "utf-8")
    build(Source(str(source)), tmp_path / "store")
    shelf = Shelf(tmp_path / "store")
    assert shelf.count(EVERYTHING) > windows.MOST_FACTS
    window = Window.on(shelf)
    assert [fact.low for fact in window.facts.values() if fact.kind == "personnel"] == [40]
    assert len(window.facts) == 11


def test_what_is_wanted_is_there_beside_what_tells_most(window: Window) -> None:
    wanted = Wanted(kinds=("casualties",))
    own = [fact.fact_id for fact in bundled_facts() if fact.kind == "casualties"]
    assert len(own) < 100
    narrowed = window.on_what_is(wanted)
    assert {*own, *window.facts} == set(narrowed.facts)
    assert narrowed.wanted == wanted


def test_an_archive_that_tells_the_same_again_does_not_crowd_out_what_it_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many newer facts of another kind, and each claim of the seed still in the window."""
    for name, most in {"MOST_FACTS": 200, "NEWEST": 60, "LEADING": 60}.items():
        monkeypatch.setattr(windows, name, most)
    source = tmp_path / "source"
    source.mkdir()
    seed = next(iter(bundled().articles.values()))
    (source / "a.md").write_text(f"---\ndate: 2021-07-09\n---\n\n{seed.text}", "utf-8")
    for number in range(220):
        text = (
            f"---\ndate: 2021-08-{1 + number % 28:02}\n---\n\n{number + 2} civilians were killed."
        )
        (source / f"b{number}.md").write_text(text, "utf-8")
    build(Source(str(source)), tmp_path / "store")
    every, window = read_store(tmp_path / "store"), Window.on(Shelf(tmp_path / "store"))
    assert len(every.facts) > 200
    assert len(window.facts) < 60 + 2 * 60
    measured = {claim.claim_id for claim in every.claims if claim.measure}
    assert measured
    assert measured <= {claim.claim_id for claim in window.claims}


def test_a_store_without_articles(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    build(Source(str(tmp_path / "source")), tmp_path / "store")
    shelf = Shelf(tmp_path / "store")
    assert (shelf.count(EVERYTHING), shelf.published, shelf.days()) == (0, {}, None)
    assert dict(Window.on(shelf).facts) == {}


def test_what_a_visitor_added_stays_theirs(window: Window) -> None:
    seed = next(iter(bundled().articles.values()))
    own = dataclasses.replace(seed, article_id="own", provisional=True)
    fact = dataclasses.replace(bundled_facts()[0], article_id="own", fact_id="own.1")
    added = dataclasses.replace(
        window, articles={**window.articles, "own": own}, facts={**window.facts, "own.1": fact}
    )
    assert added.article("own") == own
    assert added.facts_of("own") == [fact]
    assert added.fact("own.1") == fact
    assert window.fact("own.1") is None
