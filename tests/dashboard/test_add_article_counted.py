"""Who or what is counted, and what was done, are corrected; added articles are counted, too."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data.archive import read_archive, to_archive
from data.review import reviewed_facts
from tests.dashboard.adding import added_by, field, one_added, open_page, paste, pressed, upload
from tests.dashboard.made_up import words_on

SAID = "Guards flee\n\nSome 40 guards fled to Iran, a Taliban spokesman said, Interfax reported.\n"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    page = pressed(paste(open_page(monkeypatch), SAID), "Read the facts")
    return pressed(page, "Start with the first")


HURT = "Shelling in Kunduz\n\nHe put the dead at 12 and the wounded at more than forty.\n"


def test_who_is_counted_and_what_became_of_them_are_corrected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = pressed(paste(open_page(monkeypatch), HURT), "Read the facts")
    (hurt,) = (
        fact
        for entry in added_by(page).entries.values()
        for fact in entry.facts.values()
        if fact.value == 40
    )
    page.button(key=f"review-fact-{hurt.fact_id}").click().run()
    field(page, "text_input", "Who or what is counted").set_value("  wounded\tpeople ")
    field(page, "selectbox", "What was done").set_value("wound")
    field(page, "selectbox", "Of which party").set_value("afg-government")
    pressed(page, "Save the correction")
    (entry,) = added_by(page).entries.values()
    fact = entry.facts[hurt.fact_id]
    assert (fact.who, fact.action, fact.actor) == ("wounded people", "wound", "afg-government")
    words = words_on(page)
    assert "More than 40 wounded people" in words
    assert "who is meant and what was done" in words
    (kept,) = read_archive("a.zip", to_archive([entry.article]))
    assert fact in reviewed_facts(kept)


def test_who_is_counted_can_be_nobody(told: AppTest) -> None:
    field(told, "text_input", "Who or what is counted").set_value("")
    pressed(told, "Save the correction")
    (entry,) = added_by(told).entries.values()
    (fact,) = entry.facts.values()
    assert (fact.who, fact.actor) == (None, None)
    (kept,) = read_archive("a.zip", to_archive([entry.article]))
    assert list(reviewed_facts(kept)) == [fact]


def test_what_was_done_is_said_in_words_of_which_no_two_are_alike(told: AppTest) -> None:
    offered = field(told, "selectbox", "What was done").options
    assert {"Killed", "Wounded", "Fled", "Withdrawn"} <= set(offered)
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Taliban hold 12 districts in Takhar.", "Who holds, takes or does it"),
        ("Russia fears that fighters will enter Tajikistan.", "Who acts"),
        ("The United States gave Tajikistan $20 million.", "Who pays or gets it"),
    ],
)
def test_a_fact_is_asked_for_those_it_names(
    monkeypatch: pytest.MonkeyPatch, text: str, asked: str
) -> None:
    page = pressed(paste(open_page(monkeypatch), f"News\n\n{text}\n"), "Read the facts")
    pressed(page, "Start with the first")
    assert field(page, "text_input", asked)


def test_that_nobody_is_named_is_said_without_saying_claimant_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = one_added(monkeypatch)
    pressed(app, "Start with the first")
    assert "Claimant: none named; the article itself says so" in words_on(app)


def test_a_list_that_scrolls_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"a{n}__txt": f"Flight {n}\n\nSome 4{n} guards fled.\n".encode() for n in range(4)}
    page = upload(open_page(monkeypatch), **texts)
    pressed(page, "Add all 4 as they are")
    assert "4 articles with 4 facts, the latest last" in words_on(page)
    page.button(key=f"remove-{next(iter(added_by(page).entries))}").click().run()
    assert "the latest last" not in words_on(page)
