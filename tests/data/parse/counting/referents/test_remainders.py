"""Remainders: who holds what is left, and that those left are not told to be dead or gone."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str, str, str | None]
"""Words of a number, kind, action and actor."""

CASES: dict[str, list[Told]] = {
    "The Taliban control all but two of Badakhshan's 28 districts.": [
        ("two", "districts", "hold", None),
        ("28", "districts", "total", None),
    ],
    "All but three of 34 capitals had fallen.": [
        ("three", "capitals", "hold", None),
        ("34", "capitals", "total", None),
    ],
    "The Taliban, who have seized all but one of the southern city's 10 districts, went on.": [
        ("one", "districts", "hold", None),
        ("10", "districts", "total", None),
    ],
    "The Taliban hold all but one of the districts.": [("one", "districts", "hold", None)],
    "All except one of the districts fell.": [("one", "districts", "hold", None)],
    "But one of the districts is a desert.": [],
    "It was the hardest question, but one that the districts had to answer.": [],
    "All 34 capitals but three had fallen.": [
        ("34", "capitals", "total", None),
        ("three", "capitals", "hold", None),
    ],
    "The Taliban have taken all 28 districts of Badakhshan except two.": [
        ("28", "districts", "total", None),
        ("two", "districts", "hold", None),
    ],
    "The Taliban hold everything but two of the provincial capitals.": [
        ("two", "capitals", "hold", None)
    ],
    "All 34 capitals fell, but two were retaken.": [
        ("34", "capitals", "capture", None),
        ("two", "capitals", "retake", None),
    ],
    "All but five of the province's districts are under Taliban control.": [
        ("five", "districts", "hold", None)
    ],
    "Government forces have retaken all but two of the districts.": [
        ("two", "districts", "hold", None)
    ],
    "The Afghan army lost all but three of its 16 posts.": [
        ("three", "other_count", "hold", "afg-government"),
        ("16", "other_count", "total", None),
    ],
    "The Taliban hold all but 15 percent of Afghanistan.": [
        ("15 percent", "control_share", "hold", None)
    ],
    "All but 30 of the 200 soldiers were killed.": [
        ("30", "personnel", "remain", None),
        ("200", "personnel", "total", None),
    ],
    "All but 40 of the residents fled to Iran.": [("40", "other_count", "remain", None)],
    "All but 13 people have departed on a plane, the ministry said.": [
        ("13", "evacuated", "remain", None)
    ],
    "The strike destroyed all but four of the 20 tanks.": [
        ("four", "equipment", "remain", None),
        ("20", "equipment", "total", None),
    ],
    # those left
    "Only 650 U.S. troops are left in Kabul.": [("650", "personnel", "remain", "usa-government")],
    "There are only 650 troops left in Kabul.": [("650", "personnel", "remain", None)],
    "With just 650 troops left, it is over.": [("650", "personnel", "remain", None)],
    "Some 300 Americans were still left in Kabul by July.": [
        ("300", "evacuated", "remain", "usa-government")
    ],
    "Only 12 of the 34 capitals are left.": [
        ("12", "capitals", "remain", None),
        ("34", "capitals", "total", None),
    ],
    # near misses
    "650 troops have left Kabul.": [("650", "personnel", "leave", None)],
    "40 people were left in shock.": [("40", "other_count", "leave", None)],
    "40 people were left homeless in Kunduz.": [("40", "displaced", "leave", None)],
    "The 300 soldiers were left behind in Kabul.": [("300", "personnel", "leave behind", None)],
    "There are 40 soldiers who left Kabul.": [("40", "personnel", "leave", None)],
    "The Taliban control two of Badakhshan's 28 districts.": [
        ("two", "districts", "control", "taliban"),
        ("28", "districts", "total", None),
    ],
    "The army fell back but 30 soldiers were killed.": [("30", "casualties", "kill", None)],
    "All 34 capitals had fallen.": [("34", "capitals", "capture", None)],
    # what they are out of
    "The Taliban hold 20 capitals out of 34.": [
        ("20", "capitals", "control", "taliban"),
        ("34", "capitals", "total", None),
    ],
    "The Taliban hold 20 capitals out of a total of 34.": [
        ("20", "capitals", "control", "taliban"),
        ("34", "capitals", "total", None),
    ],
    "They flew 40 men out of six districts.": [
        ("40", "evacuated", "evacuate", None),
        ("six", "districts", "count", None),
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_left(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.kind, f.action, f.actor) for f in facts]
    assert found == CASES[text]


def test_nobody_is_said_to_hold_what_is_left() -> None:
    text = "The Taliban control all but two of Badakhshan's 28 districts."
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    assert extract(article)[0].who is None
