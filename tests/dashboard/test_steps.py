"""Facts that share a mark are gone through one by one, and the reader knows how many there are."""

from __future__ import annotations

import pytest

from data.corpus import read_corpus
from tests.dashboard.made_up import open_app, words_on
from tests.seed_only import SEED_ONLY

FACTS = tuple(read_corpus(SEED_ONLY).facts)[:3]


def test_a_mark_says_which_of_its_facts_is_shown_and_leads_to_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, fact=FACTS[0])
    assert "on this mark" not in words_on(app)
    app.session_state["facts-of-mark"] = FACTS
    app.run()
    assert "1 of 3 facts on this mark" in words_on(app)
    assert app.button(key="mark-before").disabled
    for place, fact in ((2, FACTS[1]), (3, FACTS[2])):
        app.button(key="mark-next").click().run()
        assert app.query_params["fact"] in (fact, [fact])
        assert f"{place} of 3 facts on this mark" in words_on(app)
    assert app.button(key="mark-next").disabled
    app.button(key="mark-before").click().run()
    assert "2 of 3 facts on this mark" in words_on(app)


def test_a_fact_chosen_elsewhere_belongs_to_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, fact=FACTS[0], page="article")
    app.session_state["facts-of-mark"] = FACTS[:2]
    app.run()
    assert "1 of 2 facts on this mark" in words_on(app)
    app.query_params["fact"] = FACTS[2]
    app.run()
    assert "on this mark" not in words_on(app)
