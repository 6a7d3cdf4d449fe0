"""The review of an added article: facts are rejected, restored and corrected."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.review.party_names import Party, fitted
from dashboard.words.kinds import kind_entry, theme_colour
from data.archive import read_archive, to_archive
from data.article import Article
from data.corpus import read_corpus
from data.parse import extract
from data.review import reviewed_facts
from tests.dashboard.adding import (
    TEXT,
    added_by,
    field,
    one_added,
    open_page,
    paste,
    pieces,
    pressed,
    switch,
)
from tests.dashboard.made_up import words_on
from tests.seed_only import SEED_ONLY


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return one_added(monkeypatch)


def test_a_rejected_fact_is_gone_everywhere_until_undo(app: AppTest) -> None:
    pressed(app, "Start with the first")
    words = words_on(app)
    assert "Fact 1 of 2" in words
    assert "counts.flee" in words
    assert "The verb “flee”" in words
    assert "date, 5 July 2021 `times" in words
    assert "place, Tajikistan `places" in words
    pressed(app, "Reject")
    assert "1 rejected" in words_on(app)
    assert "Fact 1 of 1" in words_on(app)
    assert [piece["text"] for piece in pieces(app) if "rejected" in piece] == ["4,444"]
    assert not app.warning, "the fact rejected is not asked for again"
    assert len(switch(app, "facts").dataframe[0].value) == len(read_corpus(SEED_ONLY).facts) + 1
    switch(app, "add_article")
    pressed(app, "Undo")
    assert "1 rejected" not in words_on(app)
    assert "Fact 1 of 2" in words_on(app), "the fact that is back is chosen"
    assert len(switch(app, "facts").dataframe[0].value) == len(read_corpus(SEED_ONLY).facts) + 2


def test_words_that_told_a_kind_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "The ministry reckons that 40 of its citizens have yet to be traced."
    page = pressed(
        paste(open_page(monkeypatch), f"Planes land in Kabul\n\n{told}"), "Read the facts"
    )
    words = words_on(pressed(page, "Start with the first"))
    assert "Rule `words.evacuated`" in words
    assert "“citizens”" in words.partition("Words that speak most for its kind")[2]


def test_numbers_left_alone_are_listed_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{TEXT}\nThe minister, 47, spoke for 20 minutes.\n"
    page = pressed(paste(open_page(monkeypatch), text), "Read the facts")
    (expander,) = (part for part in page.expander if "left alone" in part.label)
    assert "**47**" in "".join(str(part.value) for part in expander.caption)


def test_the_list_of_rejected_facts_restores(app: AppTest) -> None:
    pressed(app, "Start with the first")
    pressed(app, "Reject")
    pressed(app, "All facts")
    assert "**Rejected**" in words_on(app)
    pressed(app, "Restore")
    assert "**Rejected**" not in words_on(app)


def test_places_are_told_apart_in_words_where_two_share_a_name(app: AppTest) -> None:
    pressed(app, "Start with the first")
    offered = field(app, "multiselect", "Where").options
    assert len(offered) == len(set(offered))
    assert {"Tajikistan", "Kunduz (province)", "Kunduz (town)", "Balkh"} <= set(offered)


def test_a_corrected_fact_says_so_and_what_the_rule_read(app: AppTest) -> None:
    pressed(app, "Start with the first")
    field(app, "number_input", "Number").set_value(44.0)
    field(app, "selectbox", "Bound").set_value("about")
    field(app, "multiselect", "Where").set_value(["UZB"])
    field(app, "date_input", "First day").set_value(dt.date(2021, 7, 4))
    pressed(app, "Save the correction")
    (entry,) = added_by(app).entries.values()
    fact = next(iter(entry.facts.values()))
    assert (fact.qualifier, fact.value, fact.low, fact.high) == ("about", 44, None, None)
    assert fact.places == ("UZB",)
    assert (fact.when_start, fact.when_end) == (dt.date(2021, 7, 4), dt.date(2021, 7, 5))
    words = words_on(app)
    assert "The rule read: Personnel: 4,444" in words
    assert "Corrected here: amount, place and date" in words
    table = switch(app, "facts").dataframe[0].value
    assert "About 44" in set(table["claim"])
    assert "A reviewer has corrected" in str([part.proto for part in app.markdown])


def test_a_corrected_kind_has_its_colour_in_the_text_and_in_the_sentence(app: AppTest) -> None:
    pressed(app, "Start with the first")
    field(app, "selectbox", "Kind").set_value("casualties")
    pressed(app, "Save the correction")
    colours = {
        piece["colour"]
        for size in ("article", "quote")
        for piece in pieces(app, size)
        if piece["text"] == "4,444"
    }
    assert colours == {theme_colour(kind_entry("casualties"))}


def test_an_example_of_a_rule_is_told_from_the_article(app: AppTest) -> None:
    pressed(app, "Start with the first")
    assert "An example of what this rule reads, not from your article" in words_on(app)


def test_every_currency_that_the_parser_yields_can_be_chosen(app: AppTest) -> None:
    pressed(app, "Start with the first")
    field(app, "selectbox", "Kind").set_value("money").run()
    assert field(app, "selectbox", "Unit").value == "USD"
    shown = field(app, "selectbox", "Unit").options
    text = "Sri Lanka gave 20 million rupees to Nepal. Nepal gave 30 million rupees and $5 million."
    read = {fact.unit for fact in extract(Article(article_id="a", text=text, title=""))}
    assert read == {"LKR", "NPR", "USD"}
    assert read <= set(shown)


def test_no_two_fields_of_the_correction_are_called_alike(app: AppTest) -> None:
    pressed(app, "Start with the first")
    kinds = ("selectbox", "number_input", "multiselect", "date_input", "text_input")
    fields: list[Any] = [each for kind in kinds for each in app.get(kind)]
    labels = [each.label for each in fields if str(each.key).startswith("correct-")]
    assert len(labels) == 16
    assert len(set(labels)) == len(labels)


def test_days_in_the_wrong_order_are_refused(app: AppTest) -> None:
    pressed(app, "Start with the first")
    field(app, "date_input", "First day").set_value(dt.date(2021, 8, 4))
    pressed(app, "Save the correction")
    assert "The first day is after the last: 4 August 2021, 5 July 2021." in words_on(app)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (-5.0, "The number is below zero: -5."),
        (5.5, "The number is no count: 5.5."),
    ],
)
def test_what_is_no_amount_is_refused_beside_the_button(
    app: AppTest, number: float, said: str
) -> None:
    pressed(app, "Start with the first")
    field(app, "number_input", "Number").set_value(number)
    pressed(app, "Save the correction")
    (error,) = app.error
    assert error.value.replace("\\", "").startswith("**The correction was not saved.**")
    assert said in words_on(app)
    (entry,) = added_by(app).entries.values()
    assert not entry.corrected


def test_an_undo_says_what_was_undone_and_shows_its_fact(app: AppTest) -> None:
    pressed(app, "Start with the first")
    field(app, "number_input", "Number").set_value(44.0)
    pressed(app, "Save the correction")
    pressed(app, "Next")
    assert "Fact 2 of 2" in words_on(app)
    pressed(app, "Undo")
    assert "Undone: corrected “4,444”." in words_on(app)
    assert "Fact 1 of 2" in words_on(app)


def test_saving_without_a_change_is_no_correction(app: AppTest) -> None:
    pressed(app, "Start with the first")
    pressed(app, "Save the correction")
    (entry,) = added_by(app).entries.values()
    assert not entry.corrected


SAID = "Guards flee\n\nSome 40 guards fled to Iran, a Taliban spokesman said, Interfax reported.\n"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    page = pressed(paste(open_page(monkeypatch), SAID), "Read the facts")
    return pressed(page, "Start with the first")


def test_who_says_so_and_who_carries_it_are_shown_and_corrected(told: AppTest) -> None:
    (fact,) = next(iter(added_by(told).entries.values())).facts.values()
    assert (fact.claimant, fact.reported_by) == ("taliban", "Interfax")
    assert "Claimant: Taliban spokesman, carried by Interfax" in words_on(told)
    field(told, "text_input", "Who says so").set_value("the governor")
    field(told, "selectbox", "Who that is").set_value("afg-government")
    field(told, "text_input", "Carried by").set_value(" ")
    pressed(told, "Save the correction")
    (entry,) = added_by(told).entries.values()
    (fact,) = entry.facts.values()
    assert (fact.attributed_to, fact.claimant) == ("the governor", "afg-government")
    assert fact.reported_by is None
    words = words_on(told)
    assert "Claimant: the governor" in words
    assert "claimant: Taliban spokesman, carried by Interfax. Corrected here" in words
    assert "Corrected here: claimant and who carried it." in words
    (kept,) = read_archive("a.zip", to_archive([entry.article]))
    assert list(reviewed_facts(kept)) == [fact]


KNOWN = ("afg-government", "taliban", "un")


@pytest.mark.parametrize(
    ("before", "entered", "fits"),
    [
        # Words alone were changed.
        (("the Taliban", "taliban"), ("the United Nations", "taliban"), "un"),
        (("the Taliban", "taliban"), ("a governor", "taliban"), None),
        (("a spokesman", "taliban"), ("their spokesman", "taliban"), "taliban"),
        (("a spokesman", None), ("Taliban", None), "taliban"),
        (("the Taliban", "taliban"), (None, "taliban"), None),
        # The claimant alone was changed.
        (("the Taliban", "taliban"), ("the Taliban", "un"), ("United Nations", "un")),
        (("a spokesman", "taliban"), ("a spokesman", "un"), "un"),
        ((None, None), (None, "un"), ("United Nations", "un")),
        (("the Taliban", "taliban"), ("the Taliban", None), None),
        # Nothing was.
        (("the Taliban", "taliban"), ("the Taliban", "taliban"), "taliban"),
        ((None, None), (None, None), None),
    ],
)
def test_words_and_claimant_mean_the_same(
    before: tuple[str | None, str | None],
    entered: tuple[str | None, str | None],
    fits: tuple[str, str] | str | None,
) -> None:
    expected = fits if isinstance(fits, tuple) else (entered[0], fits)
    assert fitted(Party(*before), Party(*entered), KNOWN) == expected
