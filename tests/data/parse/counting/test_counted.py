"""What numbers count: the noun they belong to, the verb they hang on, and what they are not."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It turned over 13,000 rifles to the agency.", [("13,000", "equipment")]),
        ("In Daman district 6 soldiers were killed.", [("6", "casualties")]),
        ("In week 30, 3,685 new cases were reported.", [("3,685", "other_count")]),
        ("The 209 Atal Corps lost 12 men.", [("12", "casualties")]),
        ("It is a country of 38 million.", []),
        ("Police seized 1.8 tonnes of heroin.", [("1.8", "other_count")]),
        ("A family has 2.5 daughters.", []),
        ("The attack shot down as many as five rockets.", [("five", "equipment")]),
        (
            "The Taliban have captured 85% of the country as US forces leave.",
            [("85%", "control_share")],
        ),
        (
            "Some 60 percent of the country's journalists have lost their jobs.",
            [("60 percent", "other_count")],
        ),
        (
            "Taliban took half of the country's total 34 provincial capitals.",
            [("half", "control_share"), ("34", "capitals")],
        ),
        (
            "Some 3,000 people from six villages fled.",
            [("3,000", "displaced"), ("six", "other_count")],
        ),
        ("The Taliban captured six villages.", [("six", "other_count")]),
        (
            "Attacks by rebels have forced 54,000 people from their homes.",
            [("54,000", "displaced")],
        ),
        (
            "The police, including a general, fled; three officers, among them a major, died.",
            [("three", "casualties")],
        ),
        (
            "The war killed 2,448 soldiers: it cost lives.\nContractors: 3,846.\nReporters: 72.",
            [("2,448", "casualties"), ("3,846", "personnel"), ("72", "other_count")],
        ),
        (
            "Soldiers killed: 2,448.\nContractors: 3,846.\nReporters: 72.",
            [("2,448", "casualties"), ("3,846", "casualties"), ("72", "casualties")],
        ),
        (
            "It has 300,699 personnel as of April: 182,071 in the army and 118,628 in the police.",
            [("300,699", "personnel"), ("182,071", "personnel"), ("118,628", "personnel")],
        ),
        (
            "There is support for evacuating them (81% of voters and 86% of students).",
            [("81%", "other_count"), ("86%", "other_count")],
        ),
        (
            "Two lawmakers from Uruzgan province said soldiers have surrendered Tirin Kot.",
            [("Two", "other_count")],
        ),
        (
            "A group of 26 Afghans arrived in Kabul; half said they had fled.",
            [("26", "displaced"), ("half", "displaced")],
        ),
        (
            "Airlift: 26 people arrived in Tirana from Afghanistan on a chartered plane.",
            [("26", "evacuated")],
        ),
        ("Some 129,959 Estimated Number of Houses Damaged", [("129,959", "other_count")]),
    ],
)
def test_what_numbers_count(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article(article_id="counted", text=text, title="", published=PUBLISHED)
    found = [fact for fact in extract(article) if fact.has_number]
    assert [(text[fact.start : fact.end], fact.kind) for fact in found] == expected
