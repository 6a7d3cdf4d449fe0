"""On which days claims stand in their chart and in lists, and how steps lead to the next."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.cards.words import claim_line
from dashboard.charts.catalogue import CHARTS
from dashboard.charts.claims.story import measure_story
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.claims import spoken_of
from data.catalog import CATALOG
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import open_app
from tests.dashboard.mapped import notes
from tests.dashboard.test_claims_page import a_corpus, a_share, drawn, traces


def july(day: int) -> dt.date:
    return dt.date(2021, 7, day)


def earlier_in_july(article: str, value: float, until: int, **fields: Any) -> Fact:
    """A share that was told before in July, on a day that is not given."""
    days = {"when_start": july(1), "when_end": july(until), "when_basis": "relative"}
    amount = {"value": value, "low": value, "high": value}
    return a_share(article, "Moscow", "rus-government", **(amount | days | fields))


BEFORE = earlier_in_july("b-9", 45, 9)
SINCE = a_share("a-8", "Moscow", "rus-government", value=85, low=85, high=85)


def test_what_was_said_earlier_in_a_month_stands_before_what_was_said_later_in_it() -> None:
    view = View(a_corpus(SINCE, BEFORE))
    story, figure = measure_story(view), drawn(view)
    assert [claim.fact.value for claim in story.claims] == [45, 85]
    (marks,) = traces(figure, "claims")
    assert list(marks.x) == ["2021-07-05 12:00", "2021-07-08 12:00"]
    assert "Claims about several days stand in their middle" in notes(figure)["subtitle"]
    (line,) = traces(figure, "series")
    assert (line.y[0], line.y[-1]) == (45, 85)
    assert "several days" not in notes(drawn(View(a_corpus(SINCE))))["subtitle"]


def test_what_was_told_before_its_days_had_ended_stands_on_the_day_of_telling() -> None:
    (claim,) = a_corpus(earlier_in_july("b-9", 45, 11)).claims
    assert (claim.middle, spoken_of(claim)) == (july(9), "9 Jul 2021")


def test_lists_give_the_days_a_claim_speaks_of_and_that_of_its_publication() -> None:
    corpus = a_corpus(SINCE, earlier_in_july("b-9", 45, 8))
    since, before = sorted(corpus.claims, key=lambda claim: claim.claim_id)
    assert spoken_of(before) == "1 to 8 Jul 2021"
    line = claim_line(before, corpus.articles, {})
    assert line == "45% · Moscow · 1 to 8 Jul 2021, published 9 Jul 2021"
    assert claim_line(since, corpus.articles, {}) == "85% · Moscow · 8 Jul 2021"
    assert "1 to 8 July 2021: 45%" in CHARTS["claims"].alt(View(corpus))


def test_the_table_has_both_ends_of_the_days_of_a_claim(monkeypatch: Any) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", measure="withdrawal")
    table = app.dataframe[0].value
    (row,) = (row for _, row in table.iterrows() if row["claim"] == "30%")
    assert (row["day"], row["until"]) == (dt.date(2021, 6, 1), dt.date(2021, 6, 10))


def test_a_step_ends_in_a_mark_from_the_side_and_rises_beside_its_arrow() -> None:
    first = a_share("a-5", "X", "x", value=70, low=70, high=None, qualifier="over")
    then = a_share("b-22", "X", "x", value=80, low=None, high=80, qualifier="up_to")
    figure = drawn(View(a_corpus(first, then)))
    (line,) = traces(figure, "series")
    assert list(line.y) == [70, 70, 80, 80]
    start, foot, top, end = line.x
    assert (start, end) == ("2021-07-05 12:00", "2021-07-22 12:00")
    assert start < foot == top < end
    assert {arrow.x[0] for arrow in traces(figure, "open end")} == {start, end}


def test_steps_lead_through_all_that_a_claimant_held_to_be_held() -> None:
    story = measure_story(View(bundled(), Selection(measure="districts")))
    lines = traces(drawn(View(bundled(), Selection(measure="districts"))), "series")
    own = [c.fact.value for c in story.claims if c.claimant == "long war journal"]
    assert own == [73, 106, 157, 204, 224]
    assert [list(dict.fromkeys(line.y)) for line in lines if 73 in line.y] == [own]


@pytest.mark.parametrize("width", [330, 640])
def test_where_names_have_no_room_beside_the_plot_they_are_listed_below_it(width: int) -> None:
    view = View(bundled(), Selection(measure="tajik-border"))
    figure = drawn(view, width=width)
    names = [note for note in figure.layout.annotations if note.name == "standing"]
    told = [note.text.replace("<br>", " ") for note in names]
    assert told[1:] == [
        "85% · Russian Foreign Ministry",
        "No more than 80% · source in the State Committee for National Security",
        "About two-thirds (66.7%) · Maria Zakharova",
    ]
    lowest = min(note.yshift for note in names)
    assert figure.layout.margin.b > -lowest + 16
    (source,) = (note for note in figure.layout.annotations if note.name == "source")
    assert source.yshift < lowest


def test_the_head_of_an_arrow_has_no_edge_of_its_own() -> None:
    figure = drawn(View(bundled(), Selection(measure="tajik-border")))
    assert {arrow.marker.line.width for arrow in traces(figure, "open end")} == {0}
