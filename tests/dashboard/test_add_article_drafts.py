"""Corrections as they are typed: kept until saved or discarded, fitting together, and confirmed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.fact import Fact
from tests.dashboard.adding import added_by, field, one_added, pressed, switch
from tests.dashboard.made_up import words_on

UNSAVED = "Changes not saved"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return pressed(one_added(monkeypatch), "Start with the first")


def number(app: AppTest) -> Any:
    return field(app, "number_input", "Number")


def first_fact(app: AppTest) -> Fact:
    (entry,) = added_by(app).entries.values()
    return next(iter(entry.facts.values()))


def test_what_was_typed_stays_until_it_is_saved(app: AppTest) -> None:
    assert UNSAVED not in words_on(app)
    number(app).set_value(44.0).run()
    assert UNSAVED in words_on(app)
    assert "1 fact with changes not saved" in words_on(app)
    pressed(app, "Next")
    assert number(app).value == 71
    assert UNSAVED not in words_on(app)
    pressed(app, "All facts")
    listed = [each.label for each in app.button if str(each.key).startswith("review-fact-")]
    assert ["changes not saved" in label for label in listed] == [True, False]
    switch(app, "facts")
    switch(app, "add_article")
    pressed(app, "Start with the first")
    assert (number(app).value, first_fact(app).value) == (44, 4444)
    assert UNSAVED in words_on(app)
    pressed(app, "Save the correction")
    assert first_fact(app).value == 44
    assert UNSAVED not in words_on(app)
    assert "Discard changes" not in [each.label for each in app.button]


def test_what_was_typed_can_be_discarded(app: AppTest) -> None:
    number(app).set_value(44.0)
    field(app, "text_input", "Carried by").set_value("Reuters")
    field(app, "multiselect", "Where").set_value([]).run()
    pressed(app, "Discard changes")
    assert (number(app).value, field(app, "text_input", "Carried by").value) == (4444, "")
    assert field(app, "multiselect", "Where").value == ["TJK"]
    assert UNSAVED not in words_on(app)


def test_fields_show_what_is_undone_or_dated_anew_and_keep_what_was_typed(app: AppTest) -> None:
    number(app).set_value(44.0)
    pressed(app, "Save the correction")
    pressed(app, "Undo")
    assert number(app).value == 4444
    assert UNSAVED not in words_on(app)
    number(app).set_value(45.0).run()
    field(app, "date_input", "Publication date").set_value(dt.date(2021, 7, 16))
    pressed(app, "Save")
    assert number(app).value == 45
    assert field(app, "date_input", "First day").value == dt.date(2021, 7, 12)
    assert UNSAVED in words_on(app)


def test_units_and_fields_follow_the_kind(app: AppTest) -> None:
    kind = field(app, "selectbox", "Kind")
    assert field(app, "selectbox", "Unit").options == ["people", "percent", "count"]
    kind.set_value("control_share").run()
    assert field(app, "selectbox", "Unit").value == "percent"
    assert field(app, "selectbox", "Unit").options == ["percent"]
    assert field(app, "selectbox", "Share of").value is None
    number(app).set_value(44.0)
    pressed(app, "Save the correction")
    assert "does not say what it is a percentage of" in words_on(app)
    assert not first_fact(app).corrected
    field(app, "selectbox", "Share of").set_value("AFG-TJK")
    pressed(app, "Save the correction")
    fact = first_fact(app)
    assert (fact.kind, fact.unit, fact.of) == ("control_share", "percent", "AFG-TJK")
    field(app, "selectbox", "Kind").set_value("personnel").run()
    field(app, "selectbox", "Unit").set_value("people")
    pressed(app, "Save the correction")
    fact = first_fact(app)
    assert (fact.kind, fact.unit, fact.of) == ("personnel", "people", None)


@pytest.mark.parametrize("year", [21, 999, 3000])
def test_a_day_that_nothing_is_told_of_is_refused_in_words(app: AppTest, year: int) -> None:
    field(app, "date_input", "First day").set_value(dt.date(year, 7, 4))
    pressed(app, "Save the correction")
    assert f"The first day is in the year {year}. Give one of 1000 to 2999." in words_on(app)
    assert not first_fact(app).corrected


def test_a_name_that_is_too_long_is_refused_in_words(app: AppTest) -> None:
    field(app, "text_input", "Who says so").set_value("officials " * 25)
    pressed(app, "Save the correction")
    assert "is longer than the 200 characters of a name." in words_on(app)
    assert not first_fact(app).corrected


def test_every_decision_is_confirmed(app: AppTest) -> None:
    def told() -> str:
        return " ".join(each.value for each in app.toast).replace("\\", "")

    number(app).set_value(44.0)
    pressed(app, "Save the correction")
    assert told().startswith("Corrected: Personnel: 44 Afghan soldiers")
    pressed(app, "Save the correction")
    assert told() == "Nothing was changed, so nothing is corrected."
    pressed(app, "As the rule read it")
    assert told().startswith("Restored: Personnel: 4,444 Afghan soldiers")
    pressed(app, "Reject")
    assert told().startswith("Rejected: Personnel: 4,444 Afghan soldiers")
    assert told().endswith("Undo with U.")
    pressed(app, "Remove")
    assert told() == "Removed “Guards flee”. Undo with U."
