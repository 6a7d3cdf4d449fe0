"""Reality: numbers that a text mentions only to deny them."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import read_facts


def told(text: str) -> tuple[list[float | None], list[str]]:
    """The numbers told as facts, and why others are left alone."""
    facts, left = read_facts(Article(article_id="denial", text=text, title=""))
    return [fact.value for fact in facts], [number.exclusion for number in left]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that 300 commandos had surrendered are false, the ministry said.",
        "Claims that 200 soldiers had fled were rejected by the governor.",
        "The governor said the report of 25 deaths was a lie.",
        "Rumours that 40 districts had fallen are mere propaganda, Mr Atal said.",
        "The claim of 90 dead was rejected as enemy propaganda.",
        "Claims that 200 soldiers had fled were not true.",
        "The governor said it was a lie that 200 soldiers had fled.",
        "There is no evidence that 200 soldiers had fled.",
    ],
)
def test_a_number_in_a_report_called_false_is_denied(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    "text",
    [
        "There are 34 provincial capitals, and none of them has fallen.",
        "There are 34 provincial capitals, none of which has been captured.",
    ],
)
def test_what_none_of_them_did_is_not_told_of_all(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Reports that 40 percent of votes were false reached the commission.", [40]),
        ("Reports that 300 soldiers fled came after a false alarm.", [300]),
        ("Claims that 200 soldiers fled were rejected, but 40 guards did flee.", [40]),
        ("The governor rejected the figures and said 40 soldiers had died.", [40]),
        ("Some 40 soldiers died, a report said.", [40]),
        ("News that 40 soldiers died showed that his promise was false.", [40]),
    ],
)
def test_what_else_is_called_false_denies_no_number(text: str, values: list[float]) -> None:
    assert told(text)[0] == values
