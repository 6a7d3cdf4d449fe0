"""Who holds the places that a number counts, and who "they" are that hold them."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Held = tuple[str, str, str | None, str | None]
"""Words of a number, action, who holds or takes, and the actor's code."""

CASES: dict[str, list[Held]] = {
    "Of the country's 400 districts, 174 are now under Taliban control.": [
        ("400", "total", "districts", None),
        ("174", "control", "Taliban", "taliban"),
    ],
    "The Taliban hold 188 districts, 135 are contested and 84 under government control.": [
        ("188", "control", "Taliban", "taliban"),
        ("135", "contest", "districts", None),
        ("84", "control", "government", "afg-government"),
    ],
    "Some 50 districts are held by the Taliban and 84 in government hands.": [
        ("50", "control", "Taliban", "taliban"),
        ("84", "control", "government", "afg-government"),
    ],
    "Some 84 districts are under government control and 188 in Taliban hands.": [
        ("84", "control", "government", "afg-government"),
        ("188", "control", "Taliban", "taliban"),
    ],
    "The Taliban have 188 districts under their control.": [
        ("188", "control", "Taliban", "taliban")
    ],
    "Thirty-two districts have come under Taliban control since May 1.": [
        ("Thirty-two", "capture", "Taliban", "taliban")
    ],
    "Only 18 districts remain fully in government hands.": [("18", "remain", "government", None)],
    "The number of districts under Taliban control has risen from 77 to 188.": [
        ("77", "control", "Taliban", "taliban"),
        ("188", "control", "Taliban", "taliban"),
    ],
    "Of the 419 districts the Taliban now have more than 200.": [
        ("419", "total", "districts", None),
        ("200", "control", "Taliban", "taliban"),
    ],
    "The Taliban are in control of 224 districts, or some 53 percent of Afghanistan.": [
        ("224", "control", "Taliban", "taliban"),
        ("53 percent", "control", "Taliban", "taliban"),
    ],
    "Two more provincial capitals were lost to the Taliban on August 12.": [
        ("Two", "capture", "Taliban", "taliban")
    ],
    "Over 900 km of the Afghan-Tajik frontier are in the hands of the Taliban.": [
        ("900 km", "control", "Taliban", "taliban")
    ],
    "The Taliban claimed control of 85% of Afghanistan.": [
        ("85%", "control", "Taliban", "taliban")
    ],
    "The government controls 74 districts of Afghanistan.": [
        ("74", "control", "government", "afg-government")
    ],
    "The Taliban advanced. The insurgents hold 212 districts.": [
        ("212", "control", "insurgents", "taliban")
    ],
    # whoever held them before, or holds what is a part of more
    "The army retook 3 districts that were under Taliban control.": [
        ("3", "retake", "army", "afg-government")
    ],
    "Afghanistan has 34 provinces.": [("34", "count", "provinces", None)],
    "So far 19 capitals of 34 are in Taliban hands.": [
        ("19", "control", "Taliban", "taliban"),
        ("34", "total", "capitals", None),
    ],
    # stand-ins
    "The Taliban said they had taken 200 districts.": [("200", "capture", "Taliban", "taliban")],
    "The Taliban advance. By one account, 65% of Afghanistan is under their control.": [
        ("65%", "control", "Taliban", "taliban")
    ],
    "Delawar, who leads a Taliban team, said 85% of Afghanistan was held by his movement.": [
        ("85%", "control", "Taliban", "taliban")
    ],
    "A Taliban spokesman said they hold two-thirds of Afghanistan.": [
        ("two-thirds", "control", "Taliban", "taliban")
    ],
    "Kabul's defence ministry says its forces have retaken 14 districts.": [
        ("14", "retake", "forces", None)
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_places_are_held_by_whom_the_sentence_names(text: str) -> None:
    article = Article(article_id="a", text=text, title="", published=dt.date(2021, 7, 9))
    told = [
        (text[fact.start : fact.end], fact.action, fact.who, fact.actor)
        for fact in extract(article)
        if fact.value is not None
    ]
    assert told == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    words = text.split(" ")
    for stop in range(len(words)):
        broken = " ".join(words[:stop])
        article = Article(article_id="a", text=broken, title="", published=dt.date(2021, 7, 9))
        assert all(fact.quote in broken for fact in extract(article))
