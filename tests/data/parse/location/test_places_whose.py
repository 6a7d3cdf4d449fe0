"""Whose people are counted, who takes them in, and which places only describe somebody."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def places(text: str, words: str) -> list[str]:
    """Places of the first fact whose number is written so."""
    facts = extract(Article(article_id="a", text=text, title=""))
    return list(next(fact.places for fact in facts if text[fact.start : fact.end] == words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # only some of those counted are named
        (
            (
                "Fighting shook Kunduz. More than 70 rebels, including several Pakistani fighters, "
                "were killed."
            ),
            "70",
            ["AF-KDZ"],
        ),
        ("A bomb in Pakistan killed 14 people, mostly Chinese workers.", "14", ["PAK"]),
        # whose troops they are is not where they left
        (
            (
                "Fighting grew in Afghanistan. About 9,000 troops, including 2,500 from the United "
                "States and 1,100 from Germany, are about to leave the country."
            ),
            "1,100",
            ["AFG"],
        ),
        (
            (
                "The boat sank off the Greek island. Some 30 people, mostly from Syria, were "
                "picked up near the Greek island."
            ),
            "30",
            ["GRC"],
        ),
        ("At least 270 New Zealand nationals have left Kabul.", "270", ["AF-KAB"]),
        ("Shells fell on Dar'a. Some 300 Palestine refugee families moved.", "300", ["SYR"]),
        # the state of the next citizens, whoever tells it, and those who died elsewhere
        (
            "A plane left Kabul. On it were 116 citizens of Russia and 59 of Ukraine.",
            "116",
            ["AF-KAB"],
        ),
        (
            "Relief, the Italian charity, says it has admitted 30 people on the edge of Kabul.",
            "30",
            ["AF-KAB"],
        ),
        ("Ali Nuri told a French broadcaster that 400 rebels had been killed.", "400", []),
        ("It killed 250 Palestinians, 60 of them boys, and 13 people in Israel.", "250", ["PSE"]),
        ("It killed 250 Palestinians, 60 of them boys, and 13 people in Israel.", "13", ["ISR"]),
        # who are asked what they think
        ("Some 41% of Britons say the war in Afghanistan was lost.", "41%", ["GBR"]),
        ("The Taliban won. Only 41% of Republicans approve of the deal.", "41%", ["USA"]),
        ("The Taliban won. Only 41% of Afghans in Iran say so.", "41%", ["IRN"]),
        # who is given money, whatever it is in other coin
        ("France agreed to give Britain £54 million for patrols.", "£54 million", ["GBR"]),
        (
            "Berlin will pour 50 million euros ($59 million) into Afghanistan.",
            "50 million euros",
            ["AFG"],
        ),
        # another's way
        (
            "Zaranj fell. Five elders gave up their arms, and another nine escaped to Iran.",
            "Five",
            ["AF-NIM"],
        ),
        # who only asked is not who takes them in
        (
            (
                "Uganda said it had agreed to a request from the United States to take in 2,000 "
                "refugees from Afghanistan."
            ),
            "2,000",
            ["UGA"],
        ),
        (
            "Iran hosts the largest number of Afghan refugees, with over two million registered.",
            "two million",
            ["IRN"],
        ),
        ("Iran set up tents in three provinces that border Afghanistan.", "three", ["IRN"]),
        # armed groups have no home
        (
            "Officials spoke in Afghanistan. The Taliban were expected to let 1,000 Afghans go.",
            "1,000",
            ["AFG"],
        ),
        # a home that is no way there
        (
            (
                "The U.S. withdrawal from Afghanistan began in May. Some 9,000 Afghans have fled "
                "their home provinces."
            ),
            "9,000",
            ["AFG"],
        ),
        ("Pakistan has become home for some two million Afghans.", "two million", ["PAK"]),
    ],
)
def test_whose_people_are_counted(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # where a journey goes on to
        (
            "About 12,000 refugees are waiting for their trip to the United States at Ramstein.",
            "12,000",
            ["DEU"],
        ),
        (
            (
                "Another 87 Indians who were taken from Kabul to Tajikistan are being flown to New "
                "Delhi."
            ),
            "87",
            ["IND"],
        ),
        (
            "Officials in Tajikistan sent back 600 Afghans who entered Tajikistan to flee.",
            "600",
            ["AFG"],
        ),
        # what a plane carries
        (
            "Two planes carrying the last 80 Spaniards left in Afghanistan landed in Dubai.",
            "Two",
            ["ARE"],
        ),
        # of another number
        (
            (
                "The United States, which plans to fly 30,000 Afghans through its bases in Kuwait, "
                "has taken 13,000 people from Kabul."
            ),
            "13,000",
            ["AF-KAB"],
        ),
        (
            "Nearly two million people in Tigray have left their homes, and 46,000 are in Sudan.",
            "two million",
            ["ETH"],
        ),
        # a state's ground by its name
        ("The first stop for the 2,000 interpreters was Virginia's Fort Lee.", "2,000", ["USA"]),
        # towns that only say where another lies
        (
            "A group of 28 Afghans has been taken to a village north of Amsterdam.",
            "28",
            ["NLD"],
        ),
        # a reporter's desk
        (
            (
                "Melbourne [Australia], August 18 (Agency): Australia has flown 26 people out of "
                "the Afghan capital of Kabul."
            ),
            "26",
            ["AF-KAB"],
        ),
        # a source's office
        (
            (
                '"Militants hold 70% of the territory of Afghanistan," said Col. Ivanov, 55, '
                "deputy commander of the base in Dushanbe."
            ),
            "70%",
            ["AFG"],
        ),
        # borders of others
        (
            "Turkish guards on the Iranian border stopped 900 migrants.",
            "900",
            ["IRN-TUR"],
        ),
        (
            "Two Afghan border crossings with Tajikistan and Uzbekistan fell.",
            "Two",
            ["AFG-TJK", "AFG-UZB"],
        ),
    ],
)
def test_places_that_describe(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected
