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
    # near misses
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
