"""Briefs are what the corpus promises, and their facts what a reader expects."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from data.catalog import CATALOG, read_catalog
from data.corpus import Corpus
from data.lexicon import kinds, measures
from tests.bundled import bundled
from tests.corpus.__main__ import main
from tests.corpus.expectation import (
    FOLDER,
    compare,
    read_expectation,
    updated,
    words_of,
)

BRIEFS = [entry for entry in read_catalog().entries if entry.brief]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return bundled()


def test_the_seed_article_is_the_entry_point() -> None:
    first, *others = read_catalog().entries
    assert first.id == "ibt-2021-07-09"
    assert first.brief is None
    assert [entry.id for entry in others] == [entry.id for entry in BRIEFS]


def test_there_are_at_least_sixty_briefs_of_three_to_eight_sentences(corpus: Corpus) -> None:
    assert len(BRIEFS) >= 60
    for entry in BRIEFS:
        headline, empty, *body = corpus.articles[entry.id].text.splitlines()
        assert headline, entry.id
        assert empty == "", entry.id
        # A sentence ends before white space; "Aug. 5" and "J. Biden" end none.
        ends = re.findall(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z]{2})[.?!][”\"]?(?=\s|$)", " ".join(body))
        assert 3 <= len(ends) <= 8, (entry.id, len(ends))


def test_briefs_stand_in_order_of_publication_each_on_a_report_of_its_own() -> None:
    days = [entry.published for entry in BRIEFS if entry.published]
    assert days == sorted(days)
    assert len(days) == len(BRIEFS)
    reports = Counter((entry.url, entry.title) for entry in BRIEFS)
    assert max(reports.values()) == 1


def test_every_brief_was_checked_after_it_was_written_and_says_what_was_seen() -> None:
    for entry in BRIEFS:
        assert entry.brief is not None
        assert len(entry.brief.check) > 20, entry.id
        assert len(entry.brief.consulted) > 10, entry.id


def test_no_brief_is_without_an_expectation_and_no_expectation_without_a_brief() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == {entry.id for entry in BRIEFS}


def test_what_no_expectation_covers_is_named(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["corpus"])
    monkeypatch.setattr("tests.corpus.__main__.read_corpus", lambda: corpus)
    monkeypatch.setattr("tests.corpus.__main__.has_expectation", lambda name: name != BRIEFS[0].id)
    assert main() == 1
    said = capsys.readouterr()
    assert "not compared, being no briefs: ibt-2021-07-09\n" in said.out
    assert said.err == f"error: {BRIEFS[0].id}: no expectation covers it (UPDATE=1 writes one)\n"


def test_expected_words_stand_in_their_brief(corpus: Corpus) -> None:
    for entry in BRIEFS:
        text = corpus.articles[entry.id].text
        for fact in read_expectation(entry.id):
            assert fact.words in text, (entry.id, fact.words)


def test_the_corpus_can_be_read(corpus: Corpus) -> None:
    assert len(corpus.articles) == len(read_catalog(CATALOG).entries)


def test_every_kind_comes_in_the_unit_of_its_facts(corpus: Corpus) -> None:
    units = {(fact.kind, fact.unit) for fact in corpus.facts.values()}
    assert [pair for pair in sorted(units, key=str) if not kinds()[pair[0]].takes(pair[1])] == []


def test_facts_are_as_their_reader_expects(corpus: Corpus) -> None:
    found = [
        f"{difference.article}: {difference.line}"
        for entry in BRIEFS
        for difference in compare(
            entry.id, [fact for fact in corpus.facts.values() if fact.article_id == entry.id]
        )
    ]
    assert found == [], "make corpus shows it by brief"


def test_writing_the_facts_down_again_changes_nothing(corpus: Corpus) -> None:
    for entry in BRIEFS:
        own = [fact for fact in corpus.facts.values() if fact.article_id == entry.id]
        assert tuple(updated(entry.id, own)) == read_expectation(entry.id), entry.id


def test_several_sources_carry_one_claim_and_measures_have_many(corpus: Corpus) -> None:
    carried = [claim for claim in corpus.claims if len(claim.sources) > 1]
    assert len(carried) >= 10
    told = [claim.facts for claim in carried if claim.fact.has_number]
    assert all(len({words_of(fact) for fact in facts}) <= 3 for facts in told)
    counts = Counter(claim.measure.id for claim in corpus.claims if claim.measure)
    assert {measure for measure, count in counts.items() if count >= 3} >= {
        *("tajik-border", "territory", "districts", "capitals", "withdrawal", "airlift"),
        "displaced",
    }
    assert set(counts) <= set(measures())


def test_no_fact_counts_an_airlift_where_people_are_meant(corpus: Corpus) -> None:
    counted = {fact.fact_id: fact.who for fact in corpus.facts.values() if fact.unit == "people"}
    assert [fact_id for fact_id, who in counted.items() if who == "airlift"] == []
