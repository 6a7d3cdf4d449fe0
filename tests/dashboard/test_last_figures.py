"""Cards and claims day by day on the bundled articles: nothing comes back, nothing is made up."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from dashboard.cards.content import answer, read_cards
from dashboard.cards.words import CardWords, card_words
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.charts.claims.story import measure_story
from dashboard.export.files import chart_file
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.catalog import CATALOG
from tests.bundled import bundled
from tests.dashboard.exported import lines_of
from tests.dashboard.made_up import open_app, words_on


def card(name: str, month: int, day: int) -> CardWords:
    view = View.of(bundled(), Selection(day=dt.date(2021, month, day)))
    spec = next(spec for spec in read_cards() if spec.id == name)
    found = answer(spec, view.claims, view.as_of)
    return card_words(spec, found, view.corpus.articles, view.wholes_claimed)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("border-share", (8, 5), (8, 6)), ("territory", (8, 29), (8, 30))],
)
def test_a_card_does_not_widen_without_a_new_article(
    name: str, before: tuple[int, int], after: tuple[int, int]
) -> None:
    assert card(name, *before).value == card(name, *after).value


@pytest.mark.parametrize("day", [8, 9, 10, 15, 28])
def test_the_withdrawal_does_not_go_backwards(day: int) -> None:
    assert card("withdrawal", 6, day).value.endswith("50%")


def test_a_figure_older_than_claims_stand_says_when_it_was_given() -> None:
    assert "Last figure given 7 August 2021" in card("withdrawal", 9, 21).lines
    assert not any("ast figure" in line for line in card("withdrawal", 8, 21).lines)
    assert (
        "1 claim and 1 of a part, last figure given 31 August 2021" in card("airlift", 9, 21).lines
    )


def test_a_part_is_no_second_claim_of_the_headlines_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", measure="airlift")
    words = words_on(app)
    assert "from 1 claim and 1 of a part, which count different things" in words
    assert "Count what no other does" in words
    assert "Agree with no other" not in words
    whole, part = (b.label for b in app.button if (b.key or "").startswith("camp-"))
    assert ("More than 123" in whole, "More than 79" in part) == (True, True)
    assert words.count("#### More than 123,000 civilians brought out") == 1
    title = chart_title("airlift")
    assert "more than 123,000 civilians, 1 claim and 1 of a part, last given 31 August" in title


def test_what_was_told_once_more_than_the_rest_does_not_stand_in_a_title_by_itself() -> None:
    title = chart_title("airport-attack")
    assert "13 U.S. service members, 1 claim, last given 30 August 2021, beside 9 others" in title
    assert "Not all count the same" in chart_title("airport-attack", "subtitle")
    assert "Not all count the same" not in chart_title("withdrawal", "subtitle")


def chart_title(measure: str, name: str = "title") -> str:
    figure = CHARTS["claims"].figure(View.of(bundled(), Selection(measure=measure)), Style())
    (words,) = (note.text for note in figure.layout.annotations if note.name == name)
    return str(words).replace("<br>", " ")


def test_running_totals_of_other_days_are_left_out_and_bounds_stay() -> None:
    said = card("airlift", 8, 26)
    assert "18,000" not in said.value
    assert re.fullmatch(r"\w+ 95,700 to (about|approximately) 101,300", said.value)
    assert not any("NATO" in line for line in said.lines)


def test_words_come_before_the_numbers_worked_out_of_them() -> None:
    assert card("border-share", 7, 9).value == "About two-thirds to almost the whole"
    assert card("troops-crossed", 7, 9).value == "Hundreds to 1,037"


def test_the_page_of_claims_says_what_lapsed_and_who_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lapsed = words_on(open_app(monkeypatch, CATALOG, page="claims", measure="withdrawal"))
    assert "Last given on 7 August 2021" in lapsed
    assert "any more: a claim does for 14 days" in lapsed
    assert "from 1 claim, which stood alone" in lapsed
    alone = words_on(open_app(monkeypatch, CATALOG, page="claims", measure="territory"))
    assert "from 1 claim, the last to lapse" in alone
    assert "2 other claims stood on 15 August 2021, and lapsed earlier" in alone
    attack = open_app(
        monkeypatch, CATALOG, page="claims", day="2021-08-30", measure="airport-attack"
    )
    entries = [b.label for b in attack.button if (b.key or "").startswith("camp-")]
    assert any(entry.startswith("**13 U\\.S\\.") for entry in entries), entries
    words = words_on(attack)
    assert "13 to 169" in words
    assert "not all count the same" in words


@pytest.mark.parametrize(
    ("day", "told", "elsewhere"),
    [("2021-08-15", "Yes", "yes"), ("2021-09-21", "Last given", "lapsed")],
)
def test_what_lapsed_stands_nowhere(
    monkeypatch: pytest.MonkeyPatch, day: str, told: str, elsewhere: str
) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", measure="withdrawal", day=day)
    assert set(app.dataframe[0].value["stands"]) == {told, ""}
    words = words_on(app)
    assert ("None stands on 21 September 2021 any more" in words) is (told == "Last given")
    assert ("None stands any more: the first given last." in words) is (told == "Last given")
    assert ("The first that stands." in words) is (told == "Yes")
    chosen = Selection(measure="withdrawal", day=dt.date.fromisoformat(day))
    table = chart_file(CHARTS["claims"], View.of(bundled(), chosen), "csv", base="")
    assert {line["stands"] for line in lines_of(table.content)} == {elsewhere, "no"}


def test_shares_of_district_centres_have_a_chart_of_their_own() -> None:
    milley = "coffee-or-die-2021-07-24-borders.476.control_share"
    for measure, drawn in (("districts-share", True), ("territory", False)):
        story = measure_story(View.of(bundled(), Selection(measure=measure)))
        shown = {fact.fact_id for claim in story.claims for fact in claim.facts}
        assert (milley in shown) is drawn
        assert ("district" in story.measure.axis) is drawn
