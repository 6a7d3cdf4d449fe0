"""Where a number fact happened: made-up texts with the place of one number in each."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse.draft import Draft
from data.parse.location import places_of
from data.parse.location.scene.scenes import Scenes
from data.parse.readings import read_article_text


def places(text: str, number: str, kind: str, action: str) -> list[str]:
    """Places of the fact that the first occurrence of a number states."""
    readings = read_article_text(Article(article_id="a", text=text, title=""))
    offset = text.index(number)
    at = next(i for i, reading in enumerate(readings) if offset < reading.sentence.end)
    first = readings[at].index_at(offset)
    stop = readings[at].index_at(offset + len(number) - 1) + 1
    draft = Draft(
        kind=kind,
        rule="test",
        action=action,
        first=first,
        stop=stop,
        verb=first,
    )
    return places_of(Scenes(readings, at), draft)


@pytest.mark.parametrize(
    ("text", "number", "kind", "action", "expected"),
    [
        # where those counted went
        ("At least 90 guards fled to Tajikistan.", "90", "personnel", "flee", ["TJK"]),
        (
            "Some 300 soldiers and 20 policemen left Badakhshan and waded into Tajikistan.",
            "300",
            "personnel",
            "flee",
            ["TJK"],
        ),
        ("About 70 men entered Iran from Herat.", "70", "displaced", "flee", ["IRN"]),
        ("The last 40 men flew out of Mazar-i-Sharif.", "40", "personnel", "withdraw", ["AF-BAL"]),
        ("Iran sent back 600 Afghans.", "600", "displaced", "send back", ["AFG"]),
        ("India flew 50 diplomats home from Kandahar.", "50", "evacuated", "fly out", ["IND"]),
        ("The 200 left for Germany.", "200", "evacuated", "leave", ["DEU"]),
        # where it happened
        ("Three men died in Lashkar Gah.", "Three", "casualties", "die", ["AF-HEL"]),
        (
            "Nine died in Kandahar, Khost and Paktia.",
            "Nine",
            "casualties",
            "die",
            ["AF-KAN", "AF-KHO", "AF-PIA"],
        ),
        (
            "In Jawzjan 25 men died, and 16 outside Kunduz city.",
            "25",
            "casualties",
            "die",
            ["AF-JOW"],
        ),
        (
            "In Jawzjan 25 men died, and 16 outside Kunduz city.",
            "16",
            "casualties",
            "die",
            ["AF-KDZ"],
        ),
        (
            "Afghan troops lost 31 men near the Spin Boldak crossing.",
            "31",
            "casualties",
            "lose",
            ["AFG-PAK"],
        ),
        ("Officials in Takhar say 30 men gave up.", "30", "personnel", "surrender", ["AF-TAK"]),
        ("The U.S. kept 900 troops in Syria.", "900", "personnel", "keep", ["SYR"]),
        ("Some 7,000 were marched through Mekelle.", "7,000", "personnel", "march", ["ET-TI"]),
        (
            "Germany has put $90 million into Afghan schools. The Taliban took one.",
            "$90 million",
            "money",
            "invest",
            ["AFG"],
        ),
        # districts, capitals and shares
        ("The Taliban took 9 districts of Takhar.", "9", "districts", "capture", ["AF-TAK"]),
        (
            "Aybak falls: sixth capital lost to the Taliban",
            "sixth",
            "districts",
            "capture",
            ["AF-SAM"],
        ),
        (
            "The Taliban hold half of the country’s 419 districts.",
            "419",
            "districts",
            "total",
            ["AFG"],
        ),
        (
            "They hold 70 percent of the border with Iran, Afghan officials say.",
            "70 percent",
            "control_share",
            "control",
            ["AFG-IRN"],
        ),
        # lines
        ("Uzbekistan has 137 km to guard.", "137 km", "border_length", "guard", ["AFG-UZB"]),
        (
            "Iran shares 900 km of border with Afghanistan.",
            "900 km",
            "border_length",
            "share",
            ["AFG-IRN"],
        ),
        (
            "The Taliban hold two of the crossings with Tajikistan.",
            "two",
            "crossings",
            "control",
            ["AFG-TJK"],
        ),
        (
            "The Taliban took three crossings with Tajikistan and two with Iran.",
            "three",
            "crossings",
            "capture",
            ["AFG-TJK"],
        ),
        (
            "The Taliban took three crossings with Tajikistan and two with Iran.",
            "two",
            "crossings",
            "capture",
            ["AFG-IRN"],
        ),
        (
            "The Taliban took eight crossings, including Torghundi and Islam Qala.",
            "eight",
            "crossings",
            "capture",
            ["AFG"],
        ),
        # at home
        (
            "Dushanbe says it can take in 100,000 refugees.",
            "100,000",
            "displaced",
            "take in",
            ["TJK"],
        ),
        ("Pakistan hosts 1.4 million Afghans.", "1.4 million", "displaced", "host", ["PAK"]),
        # carried over, and the country the article is about
        (
            "Rebels took Zaranj. Then 40 soldiers gave up.",
            "40",
            "personnel",
            "surrender",
            ["AF-NIM"],
        ),
        (
            "Fighting went on in Ghazni. A doctor spoke of 30 dead there.",
            "30",
            "casualties",
            "die",
            ["AF-GHA"],
        ),
        (
            "Some 150 people crossed at Milak when the Taliban entered the capital of Nimroz.",
            "150",
            "displaced",
            "flee",
            ["AFG-IRN"],
        ),
        (
            "Kabul is calm. In the capital 20 families sleep in parks.",
            "20",
            "displaced",
            "sleep",
            ["AF-KAB"],
        ),
        (
            "The Pentagon spoke of Afghanistan. Some 2,500 troops are left.",
            "2,500",
            "personnel",
            "remain",
            ["AFG"],
        ),
        (
            "Drills near Afghanistan went on in Tajikistan.\nSome 90 came.",
            "90",
            "personnel",
            "come",
            ["TJK"],
        ),
        (
            "The Defence Ministry in Moscow spoke of 90 in Syria.",
            "90",
            "personnel",
            "count",
            ["SYR"],
        ),
        ("Fighting raged at Bagram. The US had 90 there.", "90", "personnel", "count", ["AF-PAR"]),
        (
            "Evacuees came to Wisconsin.\nThe count stood at 90.",
            "90",
            "evacuated",
            "count",
            ["USA"],
        ),
        (
            "Some 90 Afghans fled to Iran. Three of them were hurt.",
            "Three",
            "casualties",
            "wound",
            ["IRN"],
        ),
        (
            "Britain will send 90 to bring home 400 Britons from Kabul.",
            "90",
            "personnel",
            "deploy",
            ["AFG"],
        ),
        (
            "They took dozens, and crossings to several neighboring countries in Kunduz.",
            "dozens",
            "districts",
            "capture",
            ["AF-KDZ"],
        ),
        ("Rebels took Marib in Yemen; 90 died.", "90", "casualties", "die", ["YE-MA"]),
        (
            "WASHINGTON, July 6 - More than 90 percent of the withdrawal from Afghanistan is done.",
            "90 percent",
            "progress_share",
            "complete",
            ["AFG"],
        ),
        (
            "YEREVAN, July 28. Armenian and Azerbaijani troops clashed. Three died.",
            "Three",
            "casualties",
            "die",
            ["ARM"],
        ),
        ("Some 30 people came.", "30", "other_count", "come", []),
    ],
)
def test_place_of_a_number(
    text: str, number: str, kind: str, action: str, expected: list[str]
) -> None:
    assert places(text, number, kind, action) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels in Idlib killed 30 soldiers, the Syrian army said.",
        "In Tigray 30 soldiers died, a day after the Taliban took Kunduz.",
        "Clashes in Yemen killed 30 people.",
    ],
)
def test_other_wars_are_not_in_afghanistan(text: str) -> None:
    assert not [code for code in places(text, "30", "casualties", "kill") if code.startswith("AF")]


def test_the_place_of_another_number_is_not_taken() -> None:
    text = "In Zaranj 14 soldiers fled to Iran. There 14 fled to Iran, 60 gave up their weapons."
    assert places(text, "60", "personnel", "surrender") == ["AF-NIM"]
