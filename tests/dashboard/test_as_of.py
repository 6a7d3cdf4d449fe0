"""The day everything is as of: what had been published by then, and nothing else, everywhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import streamlit as st

from dashboard.cards.content import answer, read_cards
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.components.selecting import as_of
from dashboard.components.session import bound_selection
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.catalog import CATALOG
from data.corpus import Corpus
from tests.bundled import bundled
from tests.dashboard.made_up import a_number, an_article, open_app, words_on

ENTRY = "ibt-2021-07-09"
DAYS = [dt.date(2021, 7, 5), dt.date(2021, 7, 8), dt.date(2021, 8, 13), dt.date(2021, 8, 31)]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return bundled()


@pytest.mark.parametrize("day", DAYS)
def test_nothing_published_later_is_known(corpus: Corpus, day: dt.date) -> None:
    view = View(corpus, Selection(day=day))
    published = [article.published for article in view.articles]
    assert published
    assert max(date for date in published if date) <= day
    known = {article.article_id for article in view.articles}
    assert {fact.article_id for fact in view.everything} <= known
    assert {source for claim in view.claims for source in claim.sources} <= known
    assert view.as_of == day


def test_a_card_that_a_source_filter_leaves_out_says_what_it_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cards(**query: str) -> dict[str, str]:
        app = open_app(monkeypatch, CATALOG, **query)
        assert "as of 21 September 2021" in words_on(app)
        return {card.label: card.value for card in app.metric}

    bright, filtered = cards(), cards(sources=ENTRY)
    faded = {label: value for label, value in filtered.items() if label.startswith(":gray[")}
    assert len(faded) == 3
    for label, value in faded.items():
        assert value == f":gray[{bright[label[6:-1]]}]"


def test_days_only_ever_add(corpus: Corpus) -> None:
    counts = [len(View(corpus, Selection(day=day)).facts) for day in DAYS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] < len(View(corpus).facts)


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("day", DAYS)
def test_charts_show_no_sentence_of_a_later_day(corpus: Corpus, name: str, day: dt.date) -> None:
    view = View(corpus, Selection(day=day))
    drawn = str(CHARTS[name].draw(view, Style(width=1200)).plain)
    later = {fact.fact_id for fact in corpus.facts.values()} - set(view.known.facts)
    assert later
    assert not [fact for fact in later if f"'{fact}'" in drawn]


def test_axes_stay_where_they_are_from_day_to_day(corpus: Corpus) -> None:
    for name in ("timeline", "claims"):
        figures = [
            CHARTS[name].figure(View(corpus, Selection(day=day)), Style(width=1200)) for day in DAYS
        ]
        assert len({str(figure.layout.xaxis.range) for figure in figures}) == 1
    assert len({str(figure.layout.yaxis.range) for figure in figures}) == 1


def test_a_chosen_fact_of_a_later_day_is_not_shown(corpus: Corpus) -> None:
    late = next(fact for fact in corpus.facts.values() if fact.article_id == ENTRY)
    view = View(corpus, Selection(day=DAYS[0], fact=late.fact_id))
    assert view.chosen is None


def test_cards_of_the_corpus_have_a_trend_and_their_claims_on_every_day(corpus: Corpus) -> None:
    last = View(corpus, Selection(day=DAYS[-1]))
    for spec in read_cards()[:5]:
        found = answer(spec, last.claims, last.as_of)
        assert found.standing, spec.id
        assert len(found.trend) > 2, spec.id


def test_an_article_without_a_date_is_of_no_day() -> None:
    undated = an_article(article_id="b", published=None)
    facts = {"a-1": a_number("a-1", 40), "b-1": a_number("b-1", 50, article_id="b")}
    corpus = Corpus({"a": an_article(), "b": undated}, facts)
    assert set(View(corpus, Selection(day=DAYS[2])).known.articles) == {"a"}
    assert set(View(corpus).known.articles) == {"a", "b"}


def test_the_slider_has_a_bar_for_each_day_and_reaches_the_last_publication(corpus: Corpus) -> None:
    days = as_of.every_day(View(corpus).totals.published)
    published = [article.published for article in corpus.articles.values() if article.published]
    assert (days[0][0], days[-1][0]) == (min(published), max(published))
    assert sum(count for _, count in days) == len(corpus.facts)
    assert len(days) == (days[-1][0] - days[0][0]).days + 1


def test_the_scale_starts_on_the_first_of_a_month() -> None:
    articles = {
        "a": an_article(published=dt.date(2021, 5, 4)),
        "b": an_article(article_id="b", published=dt.date(2021, 5, 6)),
    }
    days = as_of.every_day(View(Corpus(articles, {"a-1": a_number("a-1", 40)})).totals.published)
    scale = as_of.from_the_first_of_its_month(days)
    assert [(day.day, count) for day, count in scale] == [
        *((number, 0) for number in range(1, 4)),
        *((4, 1), (5, 0), (6, 0)),
    ]


def test_before_all_publications_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, day="2021-05-01")
    assert "Nothing published up to 1 May 2021" in words_on(app)


@pytest.mark.parametrize("day", ["2021-07-01", "2021-07-09"])
def test_a_chosen_fact_of_a_later_day_is_marked_as_later(
    monkeypatch: pytest.MonkeyPatch, corpus: Corpus, day: str
) -> None:
    fact = next(fact for fact in corpus.facts.values() if fact.article_id == ENTRY)
    app = open_app(monkeypatch, CATALOG, day=day, fact=fact.fact_id)
    assert ("Published later than 1 July 2021" in words_on(app)) == (day == "2021-07-01")


@pytest.mark.parametrize(
    "said", [None, {}, {"day": 7}, {"day": "yesterday"}, {"day": "2021-13-01"}, "2021-07-05"]
)
def test_what_a_browser_says_wrongly_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, said: Any
) -> None:
    asked: list[dt.date | None] = []
    monkeypatch.setattr(as_of, "choose_day", lambda day, **_: asked.append(day))
    monkeypatch.setattr(st, "session_state", {"as-of": {"chosen": said}})
    as_of._chosen()
    assert asked in ([], [None])


def test_playing_leaves_the_address_alone_until_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    written: list[dict[str, str]] = []

    class Query(dict[str, str]):
        def to_dict(self) -> dict[str, str]:
            return dict(self)

        def from_dict(self, query: dict[str, str]) -> None:
            written.append(query)

    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "query_params", Query())
    for day in DAYS[:2]:
        bound_selection.choose_day(day, playing=True)
        assert bound_selection.current().day == day
    assert written == []
    bound_selection.choose_day(DAYS[2])
    assert written == [{"day": "2021-08-13"}]


def test_a_link_opens_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, day="2021-07-08")
    assert not app.exception
    words = words_on(app)
    assert "as of 8 July 2021" in words


def test_a_day_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, day="tomorrow")
    assert any("day\\=tomorrow" in warning.value for warning in app.warning)
