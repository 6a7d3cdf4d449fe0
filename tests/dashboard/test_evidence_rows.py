"""The rows below a claim say where it was, and what is known from around its sentence only."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.words.whereabouts import claimed, happened, where
from data.told_elsewhere import Elsewhere
from tests.dashboard.adding import added_by, field, open_page, paste, pressed, switch, upload
from tests.dashboard.made_up import a_fact, open_app, words_on

TEXT = (
    "Fighting in Kunduz\n\nKunduz saw fighting, the governor said. Some 40 soldiers were killed.\n"
)
AROUND = "from the text around it"
SENTENCE = "Kunduz saw fighting, the governor said."
DAY = dt.date(2021, 7, 9)


def rows(app: AppTest) -> dict[str, str]:
    """What the panel says of the chosen fact, by label."""
    drawn = "".join(each.proto.body for each in app.get("html"))
    lines = drawn.split('<th scope="row">')[1:]
    cells = [line.partition("</td>")[0].split("</th><td>") for line in lines]
    return {name: html.unescape(text) for name, text in cells}


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    page = pressed(paste(open_page(monkeypatch), TEXT), "Read the facts")
    return pressed(page, "Start with the first")


@pytest.mark.parametrize(
    ("page", "fact", "place"),
    [
        ("article", "ibt-2021-07-09.277.personnel", "Tajikistan"),
        ("facts", "ibt-2021-07-09.1336.personnel", "Tajikistan, Afghan-Tajik border"),
        ("claims", "ibt-2021-07-09.1123.meeting", "No place given"),
    ],
)
def test_the_place_of_a_fact_is_shown(
    monkeypatch: pytest.MonkeyPatch, page: str, fact: str, place: str
) -> None:
    assert rows(open_app(monkeypatch, page=page, fact=fact))["Where"] == place


def test_a_share_names_its_ground_once(monkeypatch: pytest.MonkeyPatch) -> None:
    share = "ibt-2021-07-09.1704.control_share"
    told = rows(open_app(monkeypatch, page="article", fact=share))
    assert told["Share of"] == "Afghan-Tajik border"
    assert "Where" not in told


def test_a_place_from_the_sentence_before_is_said_to_be_with_the_words(added: AppTest) -> None:
    told = rows(switch(added, "article"))
    assert told["Where"] == f"Kunduz ({AROUND}: “{SENTENCE}”)"


def test_the_review_says_what_was_taken_from_elsewhere(added: AppTest) -> None:
    words = words_on(added)
    assert "Taken from the text around it" in words
    assert f"“{SENTENCE}”: place, Kunduz" in words


def test_a_corrected_place_is_the_reviewers(added: AppTest) -> None:
    field(added, "multiselect", "Where").set_value(["AF-TAK"])
    pressed(added, "Save the correction")
    (entry,) = added_by(added).entries.values()
    assert [fact.places for fact in entry.facts.values()] == [("AF-TAK",)]
    assert rows(switch(added, "article"))["Where"] == "Takhar (set by a reviewer)"


def test_rows_say_what_is_known_from_elsewhere() -> None:
    text, span = "It was Friday, he said. Over 40 guards fled.", (0, 23)
    day = Elsewhere("day", (), span, (7, 13))
    quote = "“It was Friday, he said.”"
    fact = a_fact(when_start=DAY, when_end=DAY, when_basis="stated", attributed_to="X")
    assert happened(fact, [day], text) == f"9 July 2021 ({AROUND}: {quote})"
    leaning = a_fact(when_start=DAY, when_end=DAY, when_basis="relative")
    assert happened(leaning, [day], text) == (
        f"9 July 2021 (worked out from the publication date and the text around it: {quote})"
    )
    assert happened(a_fact(), [], text) == "No date given"
    source = Elsewhere("claimant", (), span, (15, 17))
    assert claimed(fact, [source], text) == f"X ({AROUND}: {quote})"
    assert where(a_fact(), [], text) == "No place given"
    placed = a_fact(places=("AF-KDZ", "AF-TAK"))
    unnamed = Elsewhere("place", ("AF-TAK",))
    assert where(placed, [unnamed], text) == f"Kunduz; Takhar ({AROUND})"


def test_a_sentence_of_markdown_is_quoted_without_its_marks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = TEXT.replace("Kunduz saw", "**Kunduz** saw").encode()
    page = pressed(upload(open_page(monkeypatch), a__md=text), "Read the facts")
    pressed(page, "Start with the first")
    assert rows(switch(page, "article"))["Where"] == f"Kunduz ({AROUND}: “{SENTENCE}”)"
