"""Notices of a country's law behind a name: no part of the claim, and no part of the name."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract


def facts_of(text: str) -> list[Fact]:
    article = Article(article_id="a", text=text, title="", published=dt.date(2021, 7, 9))
    return [fact for fact in extract(article) if fact.has_number]


@pytest.mark.parametrize(
    "notice",
    [
        " (banned in Russia)",
        " (a terrorist organisation outlawed in Russia)",
        " (recognised as terrorist and banned in the Russian Federation)",
        " (prohibited on the territory of the Russian Federation as extremist)",
        " (banned in Russia, and outlawed in Russia)",
        ", banned in Russia,",
    ],
)
@pytest.mark.parametrize("verb", ["took 5 districts on Monday", "hold 85% of the country"])
def test_a_notice_changes_nothing_but_offsets(notice: str, verb: str) -> None:
    [plain] = facts_of(f"The Taliban {verb}.")
    text = f"The Taliban{notice} {verb}."
    [noticed] = facts_of(text)
    assert (noticed.who, noticed.actor, noticed.of) == (plain.who, "taliban", plain.of)
    assert (noticed.when_start, noticed.places) == (plain.when_start, plain.places)
    assert noticed.quote == text
    assert text[noticed.start : noticed.end] == f"The Taliban {verb}."[plain.start : plain.end]


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 groups were banned in Russia in May.",
        "In 2003, 17 groups, the Taliban among them, were banned in Russia.",
        "He named 12 groups (of 40 that are\nbanned in Russia) on Monday.",
    ],
)
def test_a_sentence_about_a_ban_is_read(text: str) -> None:
    assert facts_of(text)
