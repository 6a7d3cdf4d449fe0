"""Where an article is set that does not say where each number was: made-up texts."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def places(text: str, words: str) -> list[str]:
    """Places of the first fact whose number is written so."""
    article = Article(article_id="a", text=text, title="")
    facts = extract(article)
    return list(next(fact.places for fact in facts if text[fact.start : fact.end] == words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # whose people they are, and where they came from, is not where they are
        (
            (
                "Turkish police have detained Afghan migrants in the city of Edirne. "
                "Officers found them in a lorry from Afghanistan. "
                "Two drivers were arrested and the other three went free."
            ),
            "Two",
            ["TUR"],
        ),
        (
            "Turkish authorities intercept boat carrying 90 Afghan migrants.",
            "90",
            ["TUR"],
        ),
        (
            (
                "Authorities in Tirana, Albania, met the families at the airport. "
                "The government may house up to 900 Afghans."
            ),
            "900",
            ["ALB"],
        ),
        # the fighting in the background does not set the scene
        (
            (
                "Police in the Turkish province of Van hold 60 migrants amid fighting between the "
                "Taliban and Afghan forces. The shelter was closed after 14 beds had burned."
            ),
            "14",
            ["TUR"],
        ),
        # nor does the state whose planes took people out of the war
        (
            (
                "The last German soldiers landed in Wunstorf in northern Germany after the airlift "
                "from Kabul. Some 70 German citizens remain in the country."
            ),
            "70",
            ["AFG"],
        ),
        # where nothing says more, it is the country named most
        (
            "RUKLA, Lithuania (AP) - Ali sits on his bed. More than 700 have come this month.",
            "700",
            ["LTU"],
        ),
        # those who fight are where their war is
        ("Tajikistan is on its guard. The Taliban took 90 districts.", "90", ["AFG"]),
    ],
)
def test_the_setting_is_weighed(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            (
                "The drills began at the Harb-Maidon range. Uzbekistan's Chief of Staff spoke of "
                "Afghanistan. A total of 900 soldiers take part in the drills."
            ),
            "900",
            ["TJK"],
        ),
        (
            (
                "An attack hit a hospital in Kunduz. The minister flew to Doha. "
                "The attack killed seven nurses."
            ),
            "seven",
            ["AF-KDZ"],
        ),
    ],
)
def test_an_event_told_of_again_is_where_it_was(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a number that tells how those before it went
        ("Some 120 men flew into Bokhtar in Tajikistan on three aircraft.", "three", ["TJ-KT"]),
        # a new total
        ("Nine people died in Herat, bringing the toll to 40.", "40", ["AF-HER"]),
        # what a number became
        (
            "About 800 Afghans have fled to Iran. That number rose to 2,000 by Friday.",
            "2,000",
            ["IRN"],
        ),
        # a part in brackets
        (
            (
                "Fleeing from war, 300 soldiers crossed at Darwaz (90 men) and Khwahan (210 men) "
                "into Tajikistan."
            ),
            "210",
            ["TJK"],
        ),
        # parts that are inserted, and numbers that share a verb
        ("Six soldiers, two officers among them, were let into Pakistan.", "Six", ["PAK"]),
        ("More than 70 women and 90 men have reached Germany.", "70", ["DEU"]),
        ("A plane carrying 80 people, 12 of them children, landed in Delhi.", "80", ["IND"]),
    ],
)
def test_numbers_share_the_place_of_others(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # back to where they belong
        (
            (
                "Pakistan opened the gate for 300 Afghans who were stuck in Quetta to return to "
                "their country."
            ),
            "300",
            ["AFG"],
        ),
        ("Some 500 Afghans stranded in Pakistan crossed the border.", "500", ["AFG"]),
        ("India returned 40 engineers from Kabul on Sunday.", "40", ["IND"]),
        # further than where they were taken first
        ("Some 30 people evacuated from Kabul to Doha arrived in Paris.", "30", ["FRA"]),
        (
            (
                "The Albanian government says that 40 Afghans evacuated from Kabul arrived in the "
                "country."
            ),
            "40",
            ["ALB"],
        ),
        # not yet there
        ("The 70 families eligible to go to Canada wait in Kabul.", "70", ["AF-KAB"]),
        # where they are treated
        ("Two guards hurt in Herat are being treated in a clinic in Tehran.", "Two", ["IRN"]),
    ],
)
def test_who_moves_is_where_the_journey_ended(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # bases, help and offices of a sender are not in its country
        ("Afghan forces were given seven American bases.", "seven", ["AFG"]),
        (
            "With the help of the United States, 900 people have left Afghanistan by air.",
            "900",
            ["AFG"],
        ),
        (
            (
                "The Taliban hold half of the 400 district centers, said General Smith of the U.S. "
                "Joint Chiefs of Staff."
            ),
            "half",
            ["AFG"],
        ),
        ("Afghanistan lost 60 men in joint US and Afghan operations.", "60", ["AFG"]),
        # a preposition that bounds a number leads nowhere
        (
            "Slovenia is expecting to take in around 90 and Kosovo is ready as well.",
            "90",
            ["SVN"],
        ),
        # what borders on a country is not in it
        ("Iran has 80 camps in an area bordering Afghanistan.", "80", ["IRN"]),
        # what began before
        (
            (
                "The post at Zaranj has seen 600 people a day since the Taliban began an assault "
                "in Kandahar."
            ),
            "600",
            ["AF-NIM"],
        ),
    ],
)
def test_a_name_is_not_always_ground(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


def test_the_border_of_a_neighbour_is_the_one_told_of() -> None:
    text = (
        "Turkey guards its border with Iran. Police caught 200 people crossing the Iranian border."
    )
    assert places(text, "200") == ["IRN-TUR"]


def test_the_length_of_a_border_does_not_part_it_from_its_owner() -> None:
    text = "Turkey builds a wall along parts of the 300-kilometre (186-mile) border with Iran."
    assert places(text, "300-kilometre") == ["IRN-TUR"]


@pytest.mark.parametrize(
    "text",
    [
        "Shinwari, an Afghan teacher, is among 70 refugees housed in Canada.",
        "Shinwari, 35, is among 70 refugees housed in Canada.",
    ],
)
def test_a_person_may_bear_the_name_of_a_district(text: str) -> None:
    assert places(text, "70") == ["CAN"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Some 70 troops abandoned the province of Badakhshan for Tajikistan.", "70", ["TJK"]),
        ("Some 40 families left Kunduz for neighbouring Balkh.", "40", ["AF-BAL"]),
        # fire from there hits those here
        (
            "Rebel fire from across the border in Afghanistan killed four Pakistan soldiers.",
            "four",
            ["PAK"],
        ),
        ("Rockets from inside Afghanistan wounded six Tajik guards.", "six", ["TJK"]),
        # those who come from unnamed countries are not there
        (
            "In Afghanistan, 600 people came back from Iran, Pakistan and other countries.",
            "600",
            ["AFG"],
        ),
        # a title is about the neighbour that its text names
        (
            "Some 80 Afghans cross the state border\n\nTajikistan let all of them in.",
            "80",
            ["TJK"],
        ),
        # the base is the one told of, not one in the country of its army
        (
            (
                "Planes land at the US base of Ramstein in Germany. "
                "The base housed 7,000 people by Monday."
            ),
            "7,000",
            ["DEU"],
        ),
        # what was told since is nearer than the whole country
        (
            (
                "Clashes go on in Myanmar.\n\nFour battles took place in Kayah state.\n\n"
                "A rebel said the clashes in two villages killed 11 soldiers."
            ),
            "11",
            ["MMR"],
        ),
        # where others fled is not where somebody died, unless it was on the way
        ("A blast wounded 40 people on Monday; 300 families fled to Pakistan.", "40", []),
        ("Forty people were killed. Twelve soldiers fled to Iran.", "Forty", []),
        ("Thirty were wounded and 300 families crossed into Pakistan.", "Thirty", []),
        ("Twelve people were shot dead as they fled to Iran.", "Twelve", ["IRN"]),
        ("Iran is calm. Six guards died in Iran. Later 12 soldiers fled to Iran.", "Six", ["IRN"]),
        # those displaced inside a country are not where others of them fled from
        (
            (
                "Afghanistan is at war. More than 270,000 people have been displaced inside the "
                "country, and 5,000 families fled Kunduz city."
            ),
            "270,000",
            ["AFG"],
        ),
    ],
)
def test_where_those_are_who_left_or_were_hit(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected
