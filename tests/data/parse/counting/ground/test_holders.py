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
    "Sixty districts once under Taliban control are quiet.": [
        ("Sixty", "count", "districts", None)
    ],
    "Sixty districts are in the hands of the Taliban or local militias.": [
        ("Sixty", "count", "districts", None)
    ],
    "Sixty districts are under the control of the Taliban's rivals.": [
        ("Sixty", "count", "districts", None)
    ],
    "The Taliban hold 188 districts compared with 76 in government hands.": [
        ("188", "control", "Taliban", "taliban"),
        ("76", "control", "government", "afg-government"),
    ],
    "The army withdrew, and 27 districts are now in Taliban hands.": [
        ("27", "control", "Taliban", "taliban")
    ],
    # those against a side, of its country or with its help are not that side
    "Opponents of the Taliban hold three districts of Panjshir.": [
        ("three", "control", "districts", None)
    ],
    "Anti-Taliban forces control 5 percent of Afghanistan.": [
        ("5 percent", "control", "Anti-Taliban forces", None)
    ],
    "Opponents of the government control 11 districts of Herat.": [
        ("11", "control", "Opponents of the government", None)
    ],
    "Afghanistan's insurgents control 80 percent of the country.": [
        ("80 percent", "control", "Afghanistan's insurgents", None)
    ],
    "Syria's rebels hold 35 districts.": [("35", "control", "Syria's rebels", None)],
    "Afghanistan's army controls 90 districts.": [
        ("90", "control", "Afghanistan's army", "afg-government")
    ],
    "Soviet-backed militias held 20 percent of Afghanistan.": [
        ("20 percent", "control", "Soviet-backed militias", None)
    ],
    "The Taliban-led government controls 390 districts.": [
        ("390", "control", "Taliban-led government", "taliban")
    ],
    "The Pakistani Taliban hold three districts of Swat.": [
        ("three", "control", "Pakistani Taliban", "ttp")
    ],
    # shares beside one another
    "The Taliban hold 60 percent of Afghanistan and local militias hold 10 percent.": [
        ("60 percent", "control", "Taliban", "taliban"),
        ("10 percent", "control", "local militias", None),
    ],
    "The Taliban hold 60 percent of Afghanistan and contest 20 percent.": [
        ("60 percent", "control", "Taliban", "taliban"),
        ("20 percent", "contest", None, None),
    ],
    "The Taliban hold 60 percent of Afghanistan and 10 percent is held by militias.": [
        ("60 percent", "control", "Taliban", "taliban"),
        ("10 percent", "control", "militias", None),
    ],
    "Russia holds 95 percent of Luhansk; Ukraine holds 5 percent.": [
        ("95 percent", "control", "Russia", "rus-government"),
        ("5 percent", "control", "Ukraine", "ukr-government"),
    ],
    # stand-ins
    "The army retreated from the Taliban. It now holds 70 districts.": [
        ("70", "control", "districts", None)
    ],
    "Government forces are fighting the Taliban. They hold 200 districts.": [
        ("200", "control", "districts", None)
    ],
    "The army told the Taliban that 80 districts were under its control.": [
        ("80", "count", "districts", None)
    ],
    "The government says the Taliban are weak. They hold 40 districts.": [
        ("40", "control", "Taliban", "taliban")
    ],
    "The Taliban took ground from the army. They now hold 200 districts.": [
        ("200", "control", "Taliban", "taliban")
    ],
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


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Syria's rebels said 12 soldiers had died.", None),
        ("Opponents of the Taliban said 12 fighters had died.", None),
        ("Syria's government said 12 soldiers had died.", "syr-government"),
        ("The Pakistani Taliban said 12 soldiers had died.", "ttp"),
    ],
)
def test_those_against_a_side_do_not_speak_for_it(text: str, claimant: str | None) -> None:
    article = Article(article_id="a", text=text, title="", published=dt.date(2021, 7, 9))
    assert [fact.claimant for fact in extract(article)] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "Opponents of the Taliban captured Kunduz.",
        "Anti-Taliban fighters captured Kunduz.",
        "Afghanistan's insurgents captured Kunduz.",
    ],
)
def test_nobody_takes_a_place_by_the_name_of_others(text: str) -> None:
    article = Article(article_id="a", text=text, title="", published=dt.date(2021, 7, 9))
    assert not extract(article)


@pytest.mark.parametrize("text", CASES)
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    words = text.split(" ")
    for stop in range(len(words)):
        broken = " ".join(words[:stop])
        article = Article(article_id="a", text=broken, title="", published=dt.date(2021, 7, 9))
        assert all(fact.quote in broken for fact in extract(article))
