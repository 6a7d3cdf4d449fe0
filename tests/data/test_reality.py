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
        # the verb of what is told stands before the number
        "The ministry called the Taliban claim that they control 85 percent of the country a lie.",
        "Claims that the Taliban control 85 percent of the country are false, the ministry said.",
        "The claim that the Taliban hold 85 percent of the country was rejected by Kabul.",
        'He said the Taliban\'s claim that they hold 85 percent was "absolutely false".',
        "The ministry called the Taliban claim that they captured 150 districts baseless.",
        "Iran called reports that it hosts 300 Afghan soldiers baseless.",
        "The statement that 85 percent of the country is in their hands was dismissed by Kabul.",
        # what joins it to the telling
        "Claims by the Taliban that they hold 85 percent of the country are untrue.",
        "Claims the Taliban captured 150 districts are propaganda, the ministry said.",
        "Officials say the Taliban's claim it holds 85 percent of the country is wrong.",
        "The government contests the Taliban's claim to hold 85 percent of Afghanistan.",
        # in front of it
        "Officials dismissed as part of a campaign an assertion by the Taliban that they hold 85%.",
        "Iran described as baseless reports that it hosts 300 Afghan soldiers.",
        "The government disputes the Taliban's claim that they hold 85 percent of the country.",
        "The government disputed that the Taliban hold 85 percent of the country.",
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
        ("The Taliban claim to hold 85 percent of the country, which Kabul calls a lie.", [85]),
        ("The Taliban say they hold 85 percent of the country, a claim Kabul rejected.", [85]),
        ("The claim that they hold 85 percent shows that his promise was false.", [85]),
        ("The claim that they hold 85 percent and that claims of looting are false.", [85]),
        ("The UN called the report that the Taliban killed 40 civilians alarming.", [40]),
        ("The Taliban called the attack that killed 40 people wrong.", [40]),
        ("The Taliban rejected a truce after 40 civilians were killed.", [40]),
        ("Fighting in the disputed region killed 40 soldiers.", [40]),
        ("The governor rejected the figures and said 40 soldiers had died.", [40]),
        ("Some 40 soldiers died, a report said.", [40]),
        ("News that 40 soldiers died showed that his promise was false.", [40]),
    ],
)
def test_what_else_is_called_false_denies_no_number(text: str, values: list[float]) -> None:
    assert told(text)[0] == values
