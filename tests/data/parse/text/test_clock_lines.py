"""Clock lines: the time that opens a line of a live report counts nothing and names nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract


def facts_of(text: str) -> list[Fact]:
    """The facts of a text that was published on a Friday in August."""
    article = Article(article_id="live", text=text, title="", published=dt.date(2021, 8, 27))
    return extract(article)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nine men died, two of them cooks.\n\n14.05 Monday's raid: toll is now 11.", "9 2 11"),
        ("17.20 Nine men died in Herat.\n14.05 The toll is now 11.", "9 11"),
        ("[17:20] Nine men died in Herat.", "9"),
        ("• 17:20 - Nine men died in Herat.", "9"),
        ("5.20 pm (BST): Nine men died in Herat.", "9"),
        ("5pm: Nine men died in Herat.", "9"),
        ("1720 GMT Nine men died in Herat.", "9"),
        ("1720 Nine men died.\n1405 Two cooks died.\n1112 All 40 guards fled.", "9 2 40"),
        ("1720 Nine men died in Herat.", "9"),
        # a count or a price may open a line as well
        ("1200 Afghans were flown out.", "1200"),
        ("1200 Afghans left.\n1130 Germans left.\n1100 Danes left.", "1200 1130 1100"),
        ("2.5 million people need food.", "2500000"),
        ("2.25 Million people need food.", "2250000"),
    ],
)
def test_only_what_is_counted_is_a_number(text: str, numbers: str) -> None:
    found = [fact.value for fact in facts_of(text) if fact.value is not None]
    assert [f"{value:.0f}" for value in found] == numbers.split()


@pytest.mark.parametrize(
    "time", ["11.10", "11:10", "11.10am", "1110 GMT", "1110", "11.10 –", "(11:10)"]
)
def test_who_acts_is_named_behind_the_time(time: str) -> None:
    text = f"{time} UNHCR warns that thousands could flee Afghanistan."
    [warning, count] = facts_of(text)
    assert (warning.who, count.attributed_to) == ("UNHCR", "UNHCR")
    assert text[warning.sentence_start : warning.sentence_end] == warning.quote
    assert warning.quote.startswith("UNHCR")
