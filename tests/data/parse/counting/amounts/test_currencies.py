"""Currencies that states share: whose rupees are meant."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("India has pledged Rs 1.5 crore for the projects.", ["INR"]),
        ("Pakistan has pledged Rs. 1.5 crore for the projects.", ["PKR"]),
        ("New Delhi spent 300 crore rupees on the dam.", ["INR"]),
        ("India spent $3 billion, and Pakistan spent 300 crore rupees.", ["USD", "PKR"]),
        ("Islamabad said India spent 300 crore rupees on the dam.", ["INR"]),
        ("The price of flour rose to 2,000 rupees in Karachi.", ["PKR"]),
        ("He sent 300 Indian rupees to Pakistan.", ["INR"]),
        ("Kathmandu gave NPR 40 million and Colombo LKR 250 million.", ["NPR", "LKR"]),
        ("He sent 300 Nepalese rupees to Sri Lanka.", ["NPR"]),
        ("She sent 400 Sri Lankan rupees to Nepal.", ["LKR"]),
        ("The Indian mission was shut. A taxi cost Rs 3,000.", ["INR"]),
        ("A taxi cost Rs 3,000.", ["PKR"]),
        ("A taxi cost 3,000 afghanis in India.", ["AFN"]),
    ],
)
def test_the_state_named_nearest_says_whose(text: str, units: list[str]) -> None:
    facts = extract(Article(article_id="a", title="", text=text))
    assert [fact.unit for fact in facts if fact.kind == "money"] == units


@pytest.mark.parametrize(
    ("publisher", "url", "unit"),
    [
        ("The Hindu", None, "INR"),
        (None, "https://www.example.in/news/1", "INR"),
        ("Dawn", None, "PKR"),
        ("Women in Journalism", None, "PKR"),
    ],
)
def test_a_publisher_says_whose_where_no_state_is_named(
    publisher: str | None, url: str | None, unit: str
) -> None:
    text = "A taxi cost Rs 3,000."
    facts = extract(Article(article_id="a", title="", text=text, publisher=publisher, url=url))
    assert [fact.unit for fact in facts] == [unit]
