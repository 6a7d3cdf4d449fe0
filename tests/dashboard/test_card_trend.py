"""The small chart of a card: when each claim is, and what the pointer reads of it."""

from __future__ import annotations

import re

import pytest
import streamlit as st

from dashboard.cards.content import answer
from dashboard.components.cards.card_trend import Trend, card_trend
from data.catalog import CATALOG
from data.fact import Fact
from tests.dashboard.made_up import open_app
from tests.dashboard.test_cards import JULY, SHARE, a_share, told

HOSTILE = '"><script>alert(1)</script>'


def drawn(monkeypatch: pytest.MonkeyPatch, *facts: Fact, faded: bool = False) -> str:
    """The chart of facts as HTML without its styles; empty where there is none."""
    written: list[str] = []
    monkeypatch.setattr(st, "html", written.append)
    claims, articles = told(*facts)
    card_trend(Trend(answer(SHARE, claims, JULY[31]).trend, articles), faded=faded)
    return "".join(written).rpartition("</style>")[2]


def test_bars_stand_at_their_days_as_high_as_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [a_share("a-1", 40, "Taliban"), a_share("a-5", 80, "Moscow"), a_share("a-11", 60, "X")]
    chart = drawn(monkeypatch, *facts)
    assert re.findall(r"--at:([\d.]+)", chart) == ["0.000", "0.400", "1.000"]
    assert re.findall(r"height:([\d.]+)%", chart) == ["50.0", "100.0", "75.0"]
    assert 'aria-label="3 claims from 1 July 2021 to 11 July 2021"' in chart


def test_the_pointer_reads_amount_unit_day_and_claimant_of_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = [a_share("a-1", 40, "Taliban"), a_share("a-5", 80, "Moscow"), a_share("b-5", 70, None)]
    first, second = re.findall(r'title="([^"]*)"', drawn(monkeypatch, *facts))
    assert first == "40% of the Afghan-Tajik border · 1 Jul 2021 · Taliban"
    lines = second.split("&#10;")
    assert "80% of the Afghan-Tajik border · 5 Jul 2021 · Moscow" in lines
    assert any("70%" in line and "No claimant named" in line for line in lines)


def test_words_of_articles_stay_words(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = drawn(monkeypatch, a_share("a-1", 40, HOSTILE), a_share("a-2", 50, HOSTILE))
    assert "<script" not in chart
    assert "&quot;&gt;&lt;script&gt;" in chart


def test_one_claim_has_no_trend_and_a_faded_card_a_faint_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = a_share("a-1", 40, "Taliban"), a_share("a-2", 50, "Taliban")
    assert drawn(monkeypatch, one) == ""
    assert "card-trend faded" in drawn(monkeypatch, one, other, faded=True)


def test_no_card_asks_for_a_chart_without_units(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG)
    assert app.metric
    assert all(not card.proto.chart_data for card in app.metric)
    assert any("card-trend" in each.proto.body for each in app.get("html"))
