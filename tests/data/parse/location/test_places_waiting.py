"""Where those are who wait, had been elsewhere, come past somewhere, or are told of with others."""

from __future__ import annotations

import pytest

from tests.data.parse.location.test_places_told_before import places

AIRLIFT = "NEW DELHI: An IAF plane landed at Hindon with 168 evacuees from Kabul. "
BOTH = "GENEVA: War goes on in Ethiopia's Tigray. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # who waits, and who had been elsewhere
        (
            "Some 900 Afghans cleared to come to Britain were still outside Kabul airport.",
            "900",
            ["AF-KAB"],
        ),
        (
            "Some 300 people approved for travel to Germany are waiting at the airport in Kabul.",
            "300",
            ["AF-KAB"],
        ),
        (
            AIRLIFT + "Forty-one Indians, who had been moved to Dushanbe, came by another flight.",
            "Forty-one",
            ["IND"],
        ),
        (
            (
                "As many as 290 evacuees were brought back to Delhi in three separate flights, a "
                "week after the Taliban entered Kabul."
            ),
            "three",
            ["IND"],
        ),
        (
            (
                "An Indian plane flew 30 people out of Kabul, but over 120 others who should have "
                "been aboard never made it to the airport."
            ),
            "120",
            ["AF-KAB"],
        ),
        # parts of others
        (
            "Some 900 Afghans were waiting in Kabul. Of those, 510 had worked for the UK.",
            "510",
            ["AF-KAB"],
        ),
        (
            (
                "DUSHANBE: Tajikistan had earlier let in 1,200 Afghan soldiers, all but 11 of whom "
                "were flown home."
            ),
            "1,200",
            ["TJK"],
        ),
        (
            (
                "DUSHANBE: Tajikistan had earlier let in 1,200 Afghan soldiers, all but 11 of whom "
                "were flown home."
            ),
            "11",
            ["TJK"],
        ),
        # told of with others
        (
            BOTH
            + "Some 150 civilians crossed into Sudan's Hamdayet, joining 36,000 already there.",
            "36,000",
            ["SDN"],
        ),
        (
            BOTH
            + "Some 1.5 million are displaced, 50,000 refugees have gone to Sudan and 12 died.",
            "1.5 million",
            ["ETH"],
        ),
        (
            (
                "Raids hit three villages in Mali. One in 17 Burkinabe has fled the war, which has "
                "cost 1,200 lives there since 2015."
            ),
            "1,200",
            ["BFA"],
        ),
        (
            (
                "BURKINA FASO: Gunmen raid villages in Burkina Faso. People flee to Niger.\nThe "
                "violence has now uprooted over 1.1 million people in the country."
            ),
            "1.1 million",
            ["BFA"],
        ),
        (
            (
                "War goes on in Yemen's Marib. The rebels, armed by Iran, attacked.\nA strike on "
                "the country's largest air base killed 20 fighters."
            ),
            "20",
            ["YEM"],
        ),
        (
            (
                "An Afghan plane left Kabul for Delhi.\nTwo blasts shook the area outside the "
                "airport. At least 13 people were killed, an agency said."
            ),
            "13",
            ["AF-KAB"],
        ),
        # whose ground it is
        (
            "TASHKENT: Uzbekistan made 36 Afghan jets with 485 men in them come down on its soil.",
            "36",
            ["UZB"],
        ),
        ("The Iranian authorities speak of some 4,000 irregular arrivals a day.", "4,000", ["IRN"]),
        (
            "Afghanistan is in turmoil. He got away with $160 million; he is in Qatar.",
            "$160 million",
            ["AFG"],
        ),
        (
            (
                "VAN, Turkey: Near the border with Iran 53 migrants were found. Others were 30 "
                "Afghans and 19 Pakistanis.\nThe governor said 30 kilometers of the wall along the "
                "frontier had been built."
            ),
            "30 kilometers",
            ["IRN-TUR"],
        ),
    ],
)
def test_where_they_are(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected
