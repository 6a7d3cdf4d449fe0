"""Routine: whether people who cross on any day are told of, who flee nothing."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "At Torkham 900 people crossed on Monday; 4,000 to 5,000 crossed daily before.",
            ["displaced", "other_count"],
        ),
        ("Usually 9,000 people cross at Torkham each day.", ["other_count"]),
        ("Some 900 people normally cross the border a day.", ["other_count"]),
        # who crosses now may flee
        ("Some 900 people cross the border a day.", ["displaced"]),
        ("Some 900 people fled across the border daily.", ["displaced"]),
    ],
)
def test_crossing_every_day_is_no_flight(text: str, kinds: list[str]) -> None:
    facts = extract(Article(article_id="x", text=text, title="", published=None))
    assert [fact.kind for fact in facts if fact.has_number] == kinds
