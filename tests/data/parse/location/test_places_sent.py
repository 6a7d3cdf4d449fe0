"""Where those are whom a state sent, brought out or sent back, and whose borders lie abroad."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def places(text: str, number: str) -> list[str]:
    """Places of the fact whose number starts where a number stands in a text."""
    article = Article(article_id="x", text=text, title="", published=None)
    at = text.index(number)
    return next(list(fact.places) for fact in extract(article) if fact.start == at)


_MISSION = "The mission in Afghanistan is ending.\n\nMore flights will follow.\n\n"
_RWANDA = "Rwandan troops have retaken a port in Mozambique from insurgents.\n\n"
_TURKEY = "Turkish police stopped 190 migrants in raids across the province of Van.\n\n"
_ROUNDUP = "Which districts fell?\n\nAt least 21 did, we count.\n\nFew know.\n\nNobody lists.\n\n"
_INDIA = "New Delhi: A group of 78 evacuees landed in the capital by a flight from Dushanbe.\n\n"


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Some 350 soldiers from Kandahar will wait in Herat.", "350", ["AF-HER"]),
        (_RWANDA + "Botswana's 296 soldiers came first.", "296", ["MOZ"]),
        (_RWANDA + "South Africa's parliament was told of 1,495 soldiers.", "1,495", ["MOZ"]),
        (
            _MISSION + "The Pentagon told reporters 5,400 troops remain on the ground.",
            "5,400",
            ["AFG"],
        ),
        (
            _MISSION + "The Pentagon told reporters $40 million was set aside for the Afghan army.",
            "$40",
            ["AFG"],
        ),
        (_MISSION + "Some 900 Germans served there; 59 soldiers never came home.", "59", ["AFG"]),
        (_MISSION + "Ten New Zealanders lost their lives in those years.", "Ten", ["AFG"]),
        (_MISSION + "Berlin said 800 containers had to be shipped back.", "800", ["DEU"]),
    ],
)
def test_what_a_state_sent_is_where_it_sent_it(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "A jet landed in Spain, bringing the number of people evacuated from Kabul to 1,105.",
            "1,105",
            ["AF-KAB"],
        ),
        (_INDIA, "78", ["IND"]),
        (_INDIA + "Sixteen of the 78 tested positive.", "Sixteen", ["IND"]),
        (_INDIA + "Of the evacuees, 25 had no papers.", "25", ["IND"]),
        (
            "Some 900 Afghans have come in through Torkham since fighters walked into Kabul.",
            "900",
            ["AFG-PAK"],
        ),
        (
            "In Tajikistan 150 Afghan soldiers sought shelter and were sent back by plane.",
            "150",
            ["TJK"],
        ),
        (
            "Tajikistan said on Friday that 347 herders from the Wakhan were returned.",
            "347",
            ["AF-BDS"],
        ),
    ],
)
def test_who_was_brought_or_sent_back(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (_TURKEY + "A wall of 64 km goes up along the frontier with Iran.", "64", ["IRN-TUR"]),
        (
            _TURKEY + "A wall goes up along the frontier with Iran. Of that, 5 km of wall stand.",
            "5 km",
            ["IRN-TUR"],
        ),
        (
            "China, whose strip of border with Afghanistan is short, put it at 76 km.",
            "76",
            ["AFG-CHN"],
        ),
        (
            "Fighters roam Mali and Niger, where 313,000 have fled their villages.",
            "313,000",
            ["NER"],
        ),
        ("India has paid for more than 400 projects in all 34 provinces.", "400", ["AFG"]),
        ("The US has frozen $9bn of the Afghan central bank's reserves.", "$9bn", ["USA"]),
        ("Kabul fell. Britain is taking 20,000 refugees.", "20,000", ["GBR"]),
        ("Turkey, home to 3.7 million Syrians, hosts 182,000 Afghans.", "182,000", ["TUR"]),
        (
            _ROUNDUP
            + "HERAT: Seven districts fell and with them two posts, Islam Qala and Torghundi.",
            "Seven",
            ["AF-HER"],
        ),
    ],
)
def test_borders_hosts_and_labels(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected
