"""Questions to a store: the answers are those that going through all facts gives."""

from __future__ import annotations

import datetime as dt
import threading
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.corpus import Corpus
from data.fact import FIELDS, Fact
from data.store.build import build
from data.store.queries import Wanted
from data.store.reading import CLAIM_COLUMNS, Store
from data.store.source import Source
from tests.bundled import bundled, bundled_facts

DAYS = st.dates(dt.date(2021, 5, 1), dt.date(2021, 9, 30))


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store(bundled_store)


def _some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(values)), max_size=3, unique=True).map(tuple)


def _wanted() -> st.SearchStrategy[Wanted]:
    facts = bundled_facts()
    codes = {code for fact in facts for code in (*fact.places, fact.of, fact.actor) if code}
    return st.builds(
        Wanted,
        codes=_some(codes),
        kinds=_some({fact.kind for fact in facts}),
        actors=_some({code for fact in facts for code in (fact.actor, fact.claimant) if code}),
        sources=_some(bundled().articles),
        first=st.none() | DAYS,
        last=st.none() | DAYS,
        day=st.none() | DAYS,
    )


# Deferred: a worker that runs none of these tests need not read the corpus to collect them.
WANTED = st.deferred(_wanted)


def _is_wanted(fact: Fact, wanted: Wanted, corpus: Corpus) -> bool:
    published = corpus.articles[fact.article_id].published
    first, last = fact.when_start or published, fact.when_end or published
    codes = {*fact.places, fact.origin, fact.destination, fact.of, fact.actor, fact.claimant}
    return (
        (not wanted.codes or bool(codes & {*wanted.codes}))
        and (not wanted.kinds or fact.kind in wanted.kinds)
        and (not wanted.actors or bool({fact.actor, fact.claimant} & {*wanted.actors}))
        and (not wanted.sources or fact.article_id in wanted.sources)
        and (wanted.first is None or (last is not None and last >= wanted.first))
        and (wanted.last is None or (first is not None and first <= wanted.last))
        and (wanted.day is None or (published is not None and published <= wanted.day))
    )


@settings(max_examples=25)  # of six questions each
@given(WANTED)
def test_wanted_facts_are_those_that_pass_every_filter(store: Store, wanted: Wanted) -> None:
    expected = [fact for fact in bundled_facts() if _is_wanted(fact, wanted, bundled())]
    assert store.fact_objects(wanted) == expected
    assert store.count(wanted) == len(expected)
    assert store.facts(wanted, ["fact_id"])["fact_id"].tolist() == [f.fact_id for f in expected]
    assert store.counts("kind", wanted) == Counter(fact.kind for fact in expected)
    assert store.counts("article_id", wanted) == Counter(fact.article_id for fact in expected)
    claimants = Counter(fact.claimant for fact in expected if fact.claimant)
    assert store.counts("claimant", wanted) == claimants


@settings(max_examples=25)
@given(st.deferred(lambda: st.sampled_from(bundled_facts())))
def test_one_fact_and_its_article(store: Store, fact: Fact) -> None:
    assert store.fact(fact.fact_id) == fact
    article = store.article(fact.article_id)
    assert article is not None
    assert article.text[fact.sentence_start : fact.sentence_end] == fact.quote


def test_what_is_not_there(store: Store) -> None:
    assert store.fact("'; DROP TABLE facts; --") is None
    assert store.article("nowhere") is None
    assert store.count(Wanted(kinds=("nothing",))) == 0
    with pytest.raises(ValueError, match="no column 'quote; --'"):
        store.facts(columns=["quote; --"])


def test_pages_of_facts(store: Store) -> None:
    pages = [store.facts(columns=["fact_id"], limit=100, offset=at) for at in range(0, 900, 100)]
    ids = [fact_id for page in pages for fact_id in page["fact_id"]]
    assert ids == [fact.fact_id for fact in bundled_facts()]


def test_articles_come_without_their_texts_unless_asked(store: Store) -> None:
    articles = store.articles()
    assert [article.article_id for article in articles] == list(bundled().articles)
    assert {article.text for article in articles} == {""}
    days = sorted(a.published for a in bundled().articles.values() if a.published)
    assert store.days() == (days[0], days[-1])


def test_columns_that_claims_need(store: Store) -> None:
    frame = store.claim_facts(Wanted(kinds=("personnel",)))
    assert list(frame.columns) == [*CLAIM_COLUMNS, "published"]
    assert {*FIELDS} - {*CLAIM_COLUMNS} == {"quote", "rule", "corrected", "corrected_from"}
    assert len(frame) == sum(fact.kind == "personnel" for fact in bundled_facts())


def test_threads_ask_at_once(store: Store) -> None:
    counted: list[int] = []
    kinds = sorted({fact.kind for fact in bundled_facts()})
    threads = [
        threading.Thread(
            target=lambda kind=kind: counted.append(store.count(Wanted(kinds=(kind,))))
        )
        for kind in kinds
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counted) == len(bundled_facts())


def test_a_store_without_articles(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    build(Source(str(tmp_path / "source")), tmp_path / "store")
    empty = Store(tmp_path / "store")
    assert (empty.count(), empty.articles(), empty.days()) == (0, [], None)
    assert len(empty.facts()) == 0
