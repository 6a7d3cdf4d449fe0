"""Lists: what the heading above says that their lines count."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str, str, tuple[str, ...]]
"""Words of a number, kind, action and places."""

CASES: dict[str, list[Told]] = {
    "Districts lost since Friday:\n* Takhar: five\n* Badakhshan: 11": [
        ("five", "districts", "lose", ("AF-TAK",)),
        ("11", "districts", "lose", ("AF-BDS",)),
    ],
    "Prisoners freed by the Taliban\n• Kandahar, 1,000\n• Herat, 400": [
        ("1,000", "other_count", "free", ("AF-KAN",)),
        ("400", "other_count", "free", ("AF-HER",)),
    ],
    "Troops still in Afghanistan:\n1. United States, 650\n2. Turkey, 500": [
        ("650", "personnel", "count", ("AFG",)),
        ("500", "personnel", "count", ("AFG",)),
    ],
    "It spread. The Taliban took these districts:\n- Takhar: five\n- three in Kunduz": [
        ("five", "districts", "capture", ("AF-TAK",)),
        ("three", "districts", "capture", ("AF-KDZ",)),
    ],
    "Evacuated so far:\n* Germany: 4,500\n* Italy 4,900": [
        ("4,500", "evacuated", "evacuate", ("DEU",)),
        ("4,900", "evacuated", "evacuate", ("ITA",)),
    ],
    "Provinces with most displaced people:\n* Kunduz: 12,000": [
        ("12,000", "displaced", "count", ("AF-KDZ",))
    ],
    "Death toll by province\n- Kunduz: 12": [("12", "casualties", "count", ("AF-KDZ",))],
    # lines with a noun of their own
    "## Casualties in Kandahar\n\n- 9 police\n- 3 civilians": [
        ("9", "casualties", "count", ("AF-KAN",)),
        ("3", "casualties", "count", ("AF-KAN",)),
    ],
    "## Casualties in Kandahar\n9 police\n3 civilians": [
        ("9", "casualties", "count", ("AF-KAN",)),
        ("3", "casualties", "count", ("AF-KAN",)),
    ],
    # a verb in the heading
    "Calm in Ghazni.\nThe following were evacuated from Kabul:\n- 1,200 Germans\n- 90 Afghans": [
        ("1,200", "evacuated", "evacuate", ("AF-KAB",)),
        ("90", "evacuated", "evacuate", ("AF-KAB",)),
    ],
    "Flown out of Kabul so far:\nUS 82,300 people\nGermany: 5,193\nItaly: 4,400 people": [
        ("82,300", "evacuated", "evacuate", ("AF-KAB",)),
        ("5,193", "evacuated", "evacuate", ("AF-KAB",)),
        ("4,400", "evacuated", "evacuate", ("AF-KAB",)),
    ],
    "Flown out of Kabul so far:\n- Britain 4,300\n- 300 others": [
        ("4,300", "evacuated", "evacuate", ("AF-KAB",)),
        ("300", "evacuated", "evacuate", ("AF-KAB",)),
    ],
    "Killed in Kunduz on Monday: \n12 soldiers\n7 policemen\n3 civilians in Imam Sahib": [
        ("12", "casualties", "kill", ("AF-KDZ",)),
        ("7", "casualties", "kill", ("AF-KDZ",)),
        ("3", "casualties", "kill", ("AF-KDZ",)),
    ],
    "Fled from Badakhshan to Tajikistan:\n- 300 soldiers\n- 40 civilians": [
        ("300", "personnel", "flee", ("TJK",)),
        ("40", "displaced", "flee", ("TJK",)),
    ],
    "The attack in Herat killed:\n- 13 guards\n- 2 Britons": [
        ("13", "casualties", "kill", ("AF-HER",)),
        ("2", "casualties", "kill", ("AF-HER",)),
    ],
    "Left Kabul on Friday:\n- 40 vehicles": [("40", "equipment", "count", ("AF-KAB",))],
    "Sent to the Tajik border:\n- 20,000 reservists\n- 12 tanks": [
        ("20,000", "personnel", "deploy", ("AFG-TJK",)),
        ("12", "equipment", "count", ("AFG-TJK",)),
    ],
    "Withdrawn from Afghanistan:\n- 300 soldiers": [("300", "personnel", "withdraw", ("AFG",))],
    "To be evacuated from Kabul:\n- 300 Indians": [("300", "evacuated", "count", ("AF-KAB",))],
    # a heading that only says where
    "It is calm in Ghazni.\nTaliban losses in Takhar:\n- 40 fighters\n- 12 vehicles": [
        ("40", "casualties", "count", ("AF-TAK",)),
        ("12", "equipment", "count", ("AF-TAK",)),
    ],
    # lines with a label of their own
    (
        "Key figures in Afghanistan\nTaliban-held districts: 204\nContested: 124\n"
        "Killed in July: 900\nDisplaced: 270,000\nUS troops: 650\n"
        "Refugees in Pakistan: 1.4 million\nSoldiers who fled to Tajikistan: 1,600"
    ): [
        ("204", "districts", "count", ("AFG",)),
        ("124", "other_count", "count", ("AFG",)),
        ("900", "casualties", "count", ("AFG",)),
        ("270,000", "displaced", "count", ("AFG",)),
        ("650", "personnel", "count", ("AFG",)),
        ("1.4 million", "displaced", "count", ("PAK",)),
        ("1,600", "personnel", "count", ("TJK",)),
    ],
    "The raid hit 30 houses.\nDead: 12\nInjured: 4\nMissing: 3": [
        ("30", "other_count", "hit", ()),
        ("12", "casualties", "count", ()),
        ("4", "casualties", "count", ()),
        ("3", "other_count", "count", ()),
    ],
    "The Taliban took 20 districts.\nTakhar: five\nKunduz: six": [
        ("20", "districts", "capture", ("AFG",)),
        ("five", "districts", "count", ("AF-TAK",)),
        ("six", "districts", "count", ("AF-KDZ",)),
    ],
    "Key figures in Afghanistan\nRefugees in Pakistan: 300\nKilled: 12": [
        ("300", "displaced", "count", ("PAK",)),
        ("12", "casualties", "count", ("AFG",)),
    ],
    # tables in plain text
    "Province | Killed | Wounded\nKunduz | 12 | 30\nTakhar | 5 | 9": [
        ("12", "casualties", "count", ("AF-KDZ",)),
        ("30", "casualties", "count", ("AF-KDZ",)),
        ("5", "casualties", "count", ("AF-TAK",)),
        ("9", "casualties", "count", ("AF-TAK",)),
    ],
    "Province | Killed | Incidents\nKunduz | 12 | 30": [
        ("12", "casualties", "count", ("AF-KDZ",)),
    ],
    # near misses
    "He said the following:\n- 40 soldiers fled": [("40", "personnel", "flee", ())],
    "Withdrawn from Afghanistan:\n- Germany: 570": [],
    "Cities:\n* Kabul: 32\n* Herat: 38": [],
    "Read more:\n* Kabul: 12\n* Herat: 4": [],
    "Share of districts held by the Taliban:\n* Kunduz: 12": [],
    "It is calm in the city.\n* Takhar: 12": [],
    "Casualties in Kandahar\n- The army sent 300 soldiers.": [
        ("300", "personnel", "deploy", ("AF-KAN",))
    ],
    "Districts lost:\n* Takhar: five\nThe army is calm. It says 11.": [
        ("five", "districts", "lose", ("AF-TAK",)),
        ("11", "districts", "count", ("AFG",)),
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_line_counts(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.kind, f.action, f.places) for f in facts]
    assert found == CASES[text]


def test_the_heading_says_who_did_it() -> None:
    text = "Prisoners freed by the Taliban\n• Kandahar, 1,000"
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    fact = extract(article)[0]
    assert (fact.who, fact.actor) == ("Prisoners", "taliban")


def test_the_lines_have_the_day_of_the_heading_and_their_own_state() -> None:
    text = "Flown out of Kabul on 20 August:\n- Britain 4,300\n- Germany: 570\n- 300 others"
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 25))
    facts = extract(article)
    assert [fact.actor for fact in facts] == ["gbr-government", "deu-government", None]
    assert {fact.when_start for fact in facts} == {dt.date(2021, 8, 20)}


def test_a_heading_of_counts_does_not_speak() -> None:
    text = "Evacuees from Kabul so far:\n- Germany 5,193\n- 300 others"
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 25))
    assert [fact.attributed_to for fact in extract(article)] == [None, None]


def test_a_column_is_called_by_its_head() -> None:
    text = "Province | Killed | Wounded\nKunduz | 12 | 30"
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 25))
    assert [fact.who for fact in extract(article)] == ["Killed", "Wounded"]
