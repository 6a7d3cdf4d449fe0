from __future__ import annotations

import datetime as dt

import pytest

from dashboard.holdings.catalogued import Catalogued
from dashboard.links import selectable, view_of
from dashboard.selecting.selection import Period, Selection
from dashboard.view import View, period_in_words
from data.corpus import Corpus
from tests.dashboard.made_up import a_number, an_article

CORPUS = Corpus(
    articles={
        "a": an_article(),
        "b": an_article(article_id="b", publisher="Later News", published=dt.date(2021, 8, 1)),
    },
    facts={
        "a-1": a_number("a-1", 40, places=("TJK",), who="guards"),
        "b-1": a_number("b-1", 7, article_id="b", places=("UZB",), kind="casualties"),
    },
)


def test_a_view_keeps_facts_and_shows_around_them_what_countries_leave_out() -> None:
    view = View(CORPUS, Selection(countries=("TJK",), kinds=("personnel",)))
    assert [fact.fact_id for fact in view.facts] == ["a-1"]
    assert [fact.fact_id for fact in view.around] == ["a-1"]
    view = View(CORPUS, Selection(countries=("TJK",)))
    assert [fact.fact_id for fact in view.around] == ["a-1", "b-1"]


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), ""),
        (Selection(layer="facts", chart="timeline"), ""),
        (Selection(countries=("TJK", "UZB")), "Tajikistan, Uzbekistan"),
        (
            Selection(countries=("TJK",), dates=Period(dt.date(2021, 7, 5)), sources=("b",)),
            "Tajikistan · since 5 July 2021 · Later News",
        ),
        (Selection(fact="a-1"), "Personnel: 40 guards · Tajikistan"),
    ],
)
def test_a_selection_in_words(selection: Selection, words: str) -> None:
    assert View(CORPUS, selection).described == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021-07-05", "5 July 2021"),
        ("2021-07-05..2021-07-09", "5 July 2021 to 9 July 2021"),
        ("2021-07-05..", "since 5 July 2021"),
        ("..2021-07-09", "until 9 July 2021"),
    ],
)
def test_a_period_in_words(period: str, words: str) -> None:
    assert period_in_words(Period.parse(period)) == words


def test_the_newest_article_there_is_dates_a_view_whatever_the_filters() -> None:
    assert View(CORPUS).as_of == dt.date(2021, 8, 1)
    assert View(CORPUS, Selection(sources=("a",))).as_of == dt.date(2021, 8, 1)
    assert View(CORPUS, Selection(sources=("a",), day=dt.date(2021, 7, 20))).as_of == dt.date(
        2021, 7, 20
    )
    assert View(Corpus({}, {})).as_of is None


def test_selected_sources_are_drawn_with_what_was_news_to_them() -> None:
    assert View(CORPUS).news_as_of == dt.date(2021, 8, 1)
    assert View(CORPUS, Selection(sources=("a",))).news_as_of == dt.date(2021, 7, 9)
    assert View(CORPUS, Selection(sources=("a", "b"))).news_as_of == dt.date(2021, 8, 1)
    assert View(CORPUS, Selection(sources=("nowhere",))).news_as_of == dt.date(2021, 8, 1)
    late = Selection(sources=("a",), day=dt.date(2021, 7, 20))
    assert View(CORPUS, late).news_as_of == dt.date(2021, 7, 20)
    assert View(Corpus({}, {})).news_as_of is None


def test_a_query_string_opens_a_view_and_names_what_is_not_there() -> None:
    view, dropped = view_of(
        Catalogued(CORPUS), "?countries=TJK,MARS&layer=facts&chart=timeline&fact=a-1"
    )
    assert view.selection == Selection(
        countries=("TJK",), layer="facts", chart="timeline", fact="a-1"
    )
    assert dropped == ("countries=MARS",)


def test_everything_that_is_there_may_be_selected() -> None:
    known = selectable(Catalogued(CORPUS).known)
    assert all(source in known.sources for source in ("a", "b"))
    assert {"region-map", "timeline"} <= set(known.charts)
    assert {"parts", "facts"} <= set(known.layers)
