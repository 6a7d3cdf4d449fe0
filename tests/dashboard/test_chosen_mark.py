"""Whoever chooses a mark of a chart reads its words there, and is led to the evidence on demand."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.charts import on_page as charts_on_page
from data.corpus import read_corpus
from tests.dashboard.made_up import open_app, words_on
from tests.seed_only import SEED_ONLY

FACTS = tuple(read_corpus(SEED_ONLY).facts)[:3]


def chosen_on(app: AppTest, chart: str) -> AppTest:
    """The page after a click on a mark of a chart that stands for the facts."""
    app.session_state["chosen-on-chart"] = chart
    app.session_state["facts-of-mark"] = FACTS
    return app.run()


def keys(app: AppTest) -> list[str]:
    return [button.key for button in app.button if button.key]


def test_the_words_of_a_mark_stand_under_its_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    app = chosen_on(open_app(monkeypatch, fact=FACTS[1]), "timeline")
    quote = read_corpus(SEED_ONLY).facts[FACTS[1]].quote
    below = [markdown.value for markdown in app.markdown if markdown.value.startswith("“")]
    assert len(below) == 1
    assert quote.split()[0] in below[0]
    assert "2 of 3 facts on this mark: choose it again" in words_on(app)
    assert "lead-from-timeline" in keys(app)


@pytest.mark.parametrize("narrow", [False, True])
def test_beside_a_wide_map_stands_the_evidence_already(
    narrow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts_on_page, "is_narrow", lambda: narrow)
    app = chosen_on(open_app(monkeypatch, fact=FACTS[1]), "region-map")
    assert ("lead-from-region-map" in keys(app)) == narrow
    assert "lead-from-timeline" not in keys(app)


def test_who_asks_for_the_evidence_is_led_there_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    app = chosen_on(open_app(monkeypatch, fact=FACTS[1]), "timeline")
    for times in (1, 2):
        app.button(key="lead-from-timeline").click().run()
        assert app.session_state["led-to-words"] == times
        assert app.query_params["fact"] in (FACTS[1], [FACTS[1]])


def test_a_fact_chosen_elsewhere_stands_under_no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    app = chosen_on(open_app(monkeypatch, fact=FACTS[1]), "timeline")
    app.button(key="mark-next").click().run()
    assert app.query_params["fact"] in (FACTS[2], [FACTS[2]])
    assert "lead-from-timeline" not in keys(app)
