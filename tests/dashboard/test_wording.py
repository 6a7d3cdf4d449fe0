from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.export.evidence import claim_in_words
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.bounds import bounds
from dashboard.words.facts import (
    amount,
    amount_of,
    claimant,
    claimant_as_entry,
    hedge,
    inside_sentence,
    listed,
    number,
    subject,
    when,
)
from dashboard.words.headlines import headline, title
from dashboard.words.names import either
from dashboard.words.spread import spread
from dashboard.words.titles import titled
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, a_number, an_article


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 1000, "low": 1000, "qualifier": "over", "unit": "people"}, "over 1,000"),
        ({"value": 85, "low": 85, "high": 85, "qualifier": "exact", "unit": "percent"}, "85%"),
        ({"value": 66.7, "qualifier": "about", "unit": "percent"}, "about 66.7%"),
        ({"low": 90, "high": 100, "qualifier": "range", "unit": "percent"}, "90% to 100%"),
        ({"value": 12, "qualifier": "exact", "unit": "km"}, "12 km"),
        ({"low": 5, "qualifier": "vague"}, "at least 5"),
        ({"high": 5, "qualifier": "vague"}, "at most 5"),
        ({"qualifier": "vague"}, ""),
        ({}, ""),
    ],
)
def test_amounts_carry_their_qualifier(fields: dict[str, Any], words: str) -> None:
    assert amount(a_fact(**fields)) == words


def test_bounds_say_what_is_open() -> None:
    assert (
        bounds(a_fact(qualifier="over", value=1.0)) == "More than this; no upper limit is claimed."
    )
    assert bounds(a_fact()) == ""


def test_who_says_so() -> None:
    assert claimant(a_fact(attributed_to="AP"), an_article()) == "AP"
    assert claimant(a_fact(), an_article()) == "No claimant named; stated by The Daily Example"
    assert claimant(a_fact(), None) == "No claimant named; stated by an unknown source"
    behind_label = claimant_as_entry(a_fact())
    assert behind_label == "None named; the article itself says so"
    assert inside_sentence(behind_label) == "none named; the article itself says so"
    assert claimant_as_entry(a_fact(attributed_to="the governor")) == "the governor"


def test_a_hedge_is_quoted() -> None:
    assert hedge(a_fact(quote="Guards Reportedly fled", hedged=True)) == "reportedly"
    assert hedge(a_fact(quote="Guards may have fled", hedged=True)) == "hedged by the text"


def test_names_of_which_any_is_meant() -> None:
    assert [either(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A or B",
        "A, B or C",
    ]
    figure = CHARTS["region-map"].figure(
        View.of(bundled(), Selection(day=dt.date(2021, 8, 16))), Style(width=1200)
    )
    subtitle = next(note.text for note in figure.layout.annotations if note.name == "subtitle")
    assert "no claim on Nuristan, Panjshir or Parwan" in subtitle.replace("<br>", " ")


def test_of_what() -> None:
    assert subject(a_fact(of="AFG-TJK")) == "of the Afghan-Tajik border"
    assert subject(a_fact(of="AFG")) == "of Afghanistan"
    moved = a_fact(who="guards", origin="AFG", destination="TJK")
    assert subject(moved) == "guards, Afghanistan to Tajikistan"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-07-08", "2021-07-08", "8 July 2021"),
        ("2021-07-05", "2021-07-09", "5 to 9 July 2021"),
        ("2021-06-28", "2021-07-09", "28 June to 9 July 2021"),
        ("1979-01-01", "1989-12-31", "1979 to 1989"),
        ("1989-01-01", "1989-12-31", "1989"),
        ("2020-12-30", "2021-01-02", "30 December 2020 to 2 January 2021"),
    ],
)
def test_when(start: str, end: str, words: str) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert when(a_fact(when_basis="stated", when_start=first, when_end=last)) == words


def test_a_fact_on_one_line() -> None:
    moved = a_number("a-1", 40, who="guards", origin="AFG", destination="TJK")
    assert headline(moved) == "Personnel: 40 guards · Afghanistan to Tajikistan"
    assert headline(a_fact(kind="pledge", action="promise")) == "Pledges: promise"


def test_those_who_hold_ground_are_not_what_is_counted() -> None:
    held = a_number(
        "a-1", 50, kind="districts", unit="count", who="Taliban", action="capture", places=("AFG",)
    )
    assert headline(held) == "Districts: 50 · taken by Taliban · Afghanistan"
    assert claim_in_words(held) == "Taliban: 50 districts captured"
    nobodys = dataclasses.replace(held, who="districts")
    assert headline(nobodys) == "Districts: 50 districts · Afghanistan"
    assert claim_in_words(nobodys) == "50 districts captured"


def test_a_spread_leaves_open_what_a_claim_leaves_open() -> None:
    over = a_number("a-1", 95, unit="percent", qualifier="over", high=None)
    exact = a_number("a-2", 90, unit="percent")
    under = a_number("a-3", 60, unit="percent", qualifier="under", low=None)
    assert spread([exact, over]) == "90% to over 95%"
    assert spread([under, exact]) == "under 60% to 90%"
    assert spread([exact]) == "90%"
    assert spread([over, over]) == "over 95%"
    assert spread([]) == ""


def test_a_heading_without_a_number_says_who_and_where() -> None:
    taken = a_fact(kind="capture", action="capture", who="Taliban", places=("AF-KDZ",))
    assert title(taken) == "Kunduz, taken by Taliban"
    assert title(a_fact(kind="pledge", action="promise")) == "Promise"
    guards = a_fact(value=40, low=40, high=None, qualifier="over", who="guards", places=("TJK",))
    assert title(guards) == "Over 40 guards"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["TASS", "AP"], "TASS, AP"),
        (["TASS", "AP", "Interfax"], "TASS, AP and 1 more"),
    ],
)
def test_of_many_names_the_first_are_told_and_the_rest_counted(
    names: list[str], words: str
) -> None:
    assert listed(names, 2) == words


def test_a_count_says_what_it_is_out_of() -> None:
    held = a_number("a-1", 250, kind="districts", unit="count", who="Taliban", action="control")
    assert title(held, 398) == "250 of 398 districts"
    assert headline(held, 398) == "Districts: 250 of 398 · held by Taliban"
    assert title(held) == "250 districts"


def test_words_that_need_their_sentence_are_told_with_the_name() -> None:
    taken = a_fact(kind="capture", action="capture", who="movement", actor="taliban")
    assert headline(taken) == "Captures: taken by Taliban"
    hurt = a_number("a-1", 12, kind="casualties", who="the militants", actor="taliban")
    assert headline(hurt) == "Casualties: 12 Taliban militants"
    theirs = a_fact(attributed_to="their delegation in Moscow", claimant="taliban")
    assert claimant(theirs, None) == "their delegation in Moscow (Taliban)"
    assert claimant(a_fact(attributed_to="Moscow", claimant="rus-government"), None) == "Moscow"


def test_who_holds_a_length_of_border_is_not_what_is_counted() -> None:
    border: dict[str, Any] = {"kind": "border_length", "unit": "km", "places": ("AFG-TJK",)}
    held = a_number("a-1", 700, who="movement", actor="taliban", action="control", **border)
    where = "Afghan-Tajik border"
    assert headline(held) == f"Border length: 700 km · held by Taliban · {where}"
    assert title(held) == f"700 km of the {where}"
    line = a_number("a-1", 1344, who="frontier", **border)
    assert headline(line) == f"Border length: 1,344 km frontier · {where}"
    assert title(line) == f"1,344 km of the {where}"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"action": "capture district", "who": "Taliban"},
            "A district of Kunduz, taken by Taliban",
        ),
        ({"action": "retake", "who": "Afghan forces"}, "Kunduz, retaken by Afghan forces"),
        ({"action": "hand over", "who": "Afghan forces"}, "Kunduz, handed over to Afghan forces"),
        (
            {"action": "capture", "who": "Afghan villages", "actor": "taliban"},
            "Afghan villages · Kunduz",
        ),
        ({"action": "capture"}, "Kunduz"),
    ],
)
def test_what_is_taken_comes_first_and_then_who_has_it(fields: dict[str, Any], words: str) -> None:
    assert title(a_fact(kind="capture", places=("AF-KDZ",), **fields)) == words


@pytest.mark.parametrize(
    ("written", "fields", "words"),
    [
        (
            "Two-thirds",
            {"value": 66.7, "unit": "percent", "qualifier": "about"},
            "about two-thirds (66.7%)",
        ),
        ("almost all", {"low": 90, "high": 100, "unit": "percent"}, "almost all (90% to 100%)"),
        ("hundreds", {"low": 100, "qualifier": "vague"}, "hundreds (at least 100)"),
        ("85 percent", {"value": 85, "unit": "percent"}, "85%"),
        ("Twenty thousand", {"value": 20000, "unit": "people"}, "20,000"),
        ("nothing", {}, ""),
    ],
)
def test_an_amount_that_the_text_gives_as_a_word_comes_with_that_word(
    written: str, fields: dict[str, Any], words: str
) -> None:
    assert amount_of(a_fact(quote=written, end=len(written), **fields), None) == words


def test_a_headline_that_nobody_saw_is_told_as_words_and_not_as_a_title() -> None:
    unseen = an_article(title="[headline not seen] taliban takes last region")
    assert titled(unseen) == "Taliban takes last region (headline not seen)"
    assert titled(an_article(title="Guards flee")) == "Guards flee"
    assert titled(an_article(title="[headline not seen]")) == "[headline not seen]"


def test_no_list_of_articles_begins_with_what_was_not_seen() -> None:
    articles = bundled().articles.values()
    assert any("[headline not seen]" in article.title for article in articles)
    assert not any("[" in titled(article)[:1] for article in articles)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (20_000, "20,000%"),
        (66.6667, "66.7%"),
        (0.5, "0.5%"),
        (12.25, "12.25%"),
        (0.0001, "0.0001%"),
    ],
)
def test_a_number_is_not_written_as_another(value: float, words: str) -> None:
    assert number(value, "percent") == words
