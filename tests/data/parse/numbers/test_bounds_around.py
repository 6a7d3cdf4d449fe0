"""Bounds around a number: spans, bounds behind what is counted, and "about" that bounds nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str | None, float | None, float | None, str]
"""Words of a number, qualifier, lowest, highest and unit."""

CASES: dict[str, list[Told]] = {
    # a span that begins a sentence
    "From 10 to 15 per cent of the troops deserted.": [
        ("10 to 15 per cent", "range", 10, 15, "percent")
    ],
    "From 40 to 60 soldiers were killed.": [("40 to 60", "range", 40, 60, "people")],
    "From 20 to 30 percent of the districts are under Taliban control.": [
        ("20 to 30 percent", "range", 20, 30, "percent")
    ],
    "From 300 to 400 families a day, the number rose again.": [("400", "exact", 400, 400, "count")],
    "The number of troops fell from 4,500 to 2,500.": [
        ("4,500", "exact", 4500, 4500, "people"),
        ("2,500", "exact", 2500, 2500, "people"),
    ],
    # bounds behind what a share is of
    "The Taliban control 65 per cent of the country, or somewhat more.": [
        ("65 per cent", "at_least", 65, None, "percent")
    ],
    "70 percent of Afghanistan or more is under Taliban control.": [
        ("70 percent", "at_least", 70, None, "percent")
    ],
    "The Taliban hold 70 percent of the border at least.": [
        ("70 percent", "at_least", 70, None, "percent")
    ],
    "The Taliban hold 60 percent of the country, at least four posts and a bridge.": [
        ("60 percent", "exact", 60, 60, "percent"),
        ("four", "at_least", 4, None, "count"),
    ],
    # what is told about, only to be called false
    "The information about 300 surrendered soldiers does not correspond to reality.": [],
    "Reports about 300 surrendered soldiers are false, the spokesman said.": [],
    "Rumours about 40 dead guards are untrue, police said.": [],
    "The claim that 85 percent of the country is held by the Taliban is far from reality.": [],
    "Reports that 300 soldiers had fled do not correspond to the facts.": [],
    "He spoke about 300 soldiers who had fled.": [("300", "exact", 300, 300, "people")],
    "The ministry reports about 300 soldiers fled.": [("300", "about", None, None, "people")],
    "They were talking about thousands of troops.": [("thousands", "vague", 1000, None, "people")],
}


def test_an_abbreviation_ends_no_sentence_and_a_spelling_names_its_province() -> None:
    text = "The army lost 60 men incl. 12 officers in Badakhshon province."
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    found = [(fact.value, fact.places, fact.quote) for fact in extract(article)]
    assert found == [(60, ("AF-BDS",), text), (12, ("AF-BDS",), text)]


@pytest.mark.parametrize("text", CASES)
def test_what_is_claimed_of_a_number(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.qualifier, f.low, f.high, f.unit) for f in facts]
    assert found == CASES[text]
