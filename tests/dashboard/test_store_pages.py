"""The pages on a store that is too large to be shown at once."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.source import STORE_VARIABLE, corpus
from dashboard.export import citation
from dashboard.export.readme import readme
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.corpus import Corpus
from tests.dashboard.asking import Site
from tests.dashboard.made_up import open_app, words_on

PAGES = (None, "claims", "article", "facts", "about", "add_article")


@pytest.fixture(autouse=True)
def shown(large_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE_VARIABLE, str(large_store))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs(monkeypatch: pytest.MonkeyPatch, page: str | None) -> None:
    app = open_app(monkeypatch, page=page)
    assert not app.exception
    assert not app.error


def test_the_overview_counts_all_there_is_and_says_what_it_shows(
    monkeypatch: pytest.MonkeyPatch, every: Corpus
) -> None:
    words = words_on(open_app(monkeypatch))
    assert f"{len(every.facts):,} facts from {len(every.articles)} articles" in words
    assert f"of {len(every.facts):,} facts are shown" in words


def test_a_selection_that_fits_is_shown_in_full(
    monkeypatch: pytest.MonkeyPatch, every: Corpus
) -> None:
    killed = [fact for fact in every.facts.values() if fact.kind == "casualties"]
    app = open_app(monkeypatch, page="facts", kinds="casualties")
    words = words_on(app)
    assert f"{len(killed):,} of {len(every.facts):,} facts" in words
    assert "facts are shown" not in words


def test_a_fact_that_is_not_shown_opens_with_its_sentence_and_its_article(
    monkeypatch: pytest.MonkeyPatch, every: Corpus
) -> None:
    fact = list(every.facts.values())[len(every.facts) // 2]
    app = open_app(monkeypatch, fact=fact.fact_id)
    assert not app.exception
    assert fact.attributed_to is None or fact.attributed_to in words_on(app)
    article = open_app(monkeypatch, page="article", fact=fact.fact_id)
    assert not article.exception
    assert f"{len(every.facts_of(fact.article_id))} facts" in words_on(article)


def test_a_text_that_cannot_be_read_any_more_is_told_beside_its_sentence(
    monkeypatch: pytest.MonkeyPatch,
    large_store: Path,
    every: Corpus,
    tmp_path: Path,
) -> None:
    copy = tmp_path / "store"
    shutil.copytree(large_store, copy)
    monkeypatch.setenv(STORE_VARIABLE, str(copy))
    fact = next(iter(every.facts.values()))
    app = open_app(monkeypatch, fact=fact.fact_id)
    assert not app.error
    for part in (copy / "articles").iterdir():
        part.unlink()
    app.run()
    assert not app.exception
    assert "python -m data check" in words_on(app)
    assert fact.quote in words_on(app)
    assert str(tmp_path) not in words_on(app)


def test_the_facts_of_an_article_that_cannot_be_read_any_more_are_listed(
    monkeypatch: pytest.MonkeyPatch, large_store: Path, every: Corpus, tmp_path: Path
) -> None:
    copy = tmp_path / "store"
    shutil.copytree(large_store, copy)
    monkeypatch.setenv(STORE_VARIABLE, str(copy))
    assert not open_app(monkeypatch, page="article").error
    for part in (copy / "articles").iterdir():
        part.unlink()
    article = next(iter(every.articles))
    app = open_app(monkeypatch, page="article", article=article)
    assert not app.exception
    (table,) = app.dataframe
    assert len(table.value) == len(every.facts_of(article))
    assert "The text of this article cannot be read now" in app.error[0].value
    assert str(tmp_path) not in words_on(app)


def test_files_of_a_part_say_so_inside(every: Corpus) -> None:
    told = re.compile(rf"\d+ of {len(every.facts):,} facts")
    files = ("facts.csv", "facts.json", "facts.geojson", "charts/timeline.csv")
    with Site() as site:
        for file in (*files, "charts/timeline.json", "charts/region-map.geojson"):
            assert told.search(site.get(f"/{file}").text), file
        table = pq.read_table(io.BytesIO(site.get("/facts.parquet").body))
        assert told.fullmatch(table["part"][0].as_py())
        assert "part" not in site.get("/facts.csv?kinds=displaced").text.partition("\n")[0]


def test_citations_and_read_mes_of_a_part_say_so() -> None:
    view = View.of(corpus(), Selection())
    assert view.part is not None
    assert view.part in citation.plain(None, view, "")
    assert view.part in citation.bibtex(None, view, "")
    assert view.part in readme(view, {}, "").replace("\n    ", " ")


def test_addresses_answer_from_the_store(every: Corpus) -> None:
    with Site() as site:
        health = site.get("/healthz").json
        assert (health["articles"], health["facts"]) == (len(every.articles), len(every.facts))
        wanted = [fact for fact in every.facts.values() if fact.kind == "displaced"]
        told = site.get("/facts.json?kinds=displaced").json
        assert len(told["facts"] if isinstance(told, dict) else told) == len(wanted)
        preview = site.get("/?countries=TJK").text
        assert f"of {len(every.facts):,} facts" in preview


def test_claims_of_a_part_say_that_they_are_those_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.search(r"\d+ claims shown stand as of", words_on(open_app(monkeypatch)))
    claims = open_app(monkeypatch, page="claims", measure="displaced")
    assert re.search(r"from \d+ claims shown", words_on(claims))


def claims_listed(app: AppTest) -> set[str]:
    """Facts that the list of what stands has a button for."""
    keys = (str(button.key) for button in app.button)
    return {key.split("-", 2)[2] for key in keys if key.startswith("camp-")}


def test_of_many_claims_that_stand_the_first_are_listed_until_all_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, page="claims", measure="displaced")
    first = claims_listed(app)
    assert len(first) == 12
    (told,) = re.findall(r"The first 12 of (\d+) claims", words_on(app))
    app.button(key="turn-standing-claims").click().run()
    assert len(claims_listed(app)) == int(told)
    assert f"All {told} claims" in words_on(app)
    (last, *_) = claims_listed(app) - first
    app.button(key="turn-standing-claims").click().run()
    assert claims_listed(app) == first
    linked = open_app(monkeypatch, page="claims", measure="displaced", fact=last)
    assert claims_listed(linked) == {*first, last}, "what a link chose is among them"
