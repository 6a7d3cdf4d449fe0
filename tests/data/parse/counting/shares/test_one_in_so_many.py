"""One in so many: a share in figures, and ordinals and ages that are read as no count."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, float, str, str | None]
"""Words of a number, value, unit and who is counted."""

CASES: dict[str, list[Told]] = {
    "About 1 in 6 of those displaced is a child under five.": [
        ("1 in 6", 16.7, "percent", "displaced")
    ],
    "1 in 10 soldiers deserted.": [("1 in 10", 10, "percent", "soldiers")],
    "He said that 1 in 12 refugees is ill.": [("1 in 12", 8.3, "percent", "refugees")],
    "1 in 4 of the districts is held by the Taliban.": [("1 in 4", 25, "percent", "Taliban")],
    "Nearly 2 in 3 of the refugees are women.": [("2 in 3", 66.7, "percent", "refugees")],
    # counts
    "They killed 3 in 2 attacks.": [("3", 3, "people", None), ("2", 2, "count", "attacks")],
    "The army lost 1 in Kabul and 2 in Herat.": [
        ("1", 1, "people", None),
        ("2", 2, "people", None),
    ],
    "They killed 4 in 30 days.": [("4", 4, "people", None)],
    # every third of them is a share, not the third of a row
    "Every third district of Herat is in Taliban hands.": [],
    "Every fourth soldier of the corps deserted.": [],
    "The third district of Herat fell.": [("third", 3, "count", "district")],
    # ages
    "A child under five was hurt.": [],
    "A boy under 12 was wounded.": [],
    "More than 3,000 children under five are displaced.": [("3,000", 3000, "people", "children")],
}


@pytest.mark.parametrize("text", CASES)
def test_one_in_so_many(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.value, f.unit, f.who) for f in facts]
    assert found == CASES[text]
