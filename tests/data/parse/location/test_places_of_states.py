"""Where facts happened by what is told of a state: its own figures, those who are home again."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of

DRILLS = "The Taliban took two posts in Takhar, Afghanistan.\n"
AIRLIFT = (
    "The last evacuation flight took off from Kabul. The evacuees and visa holders were airlifted "
    "out.\n\nThe navy has a Hercules shuttling to Kuwait.\n\n"
)
MISSION = "NATO soldiers and troops leave. The Danish contingent is gone from Afghanistan. "


def places(text: str, number: str) -> tuple[str, ...]:
    """Where the fact was that a number of a text states."""
    facts = (fact for fact in facts_of(text) if fact.has_number)
    return next(tuple(f.places) for f in facts if text[f.start : f.end] == number)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (DRILLS + "Peru reports a record 700 new cases and 31 deaths.", "700", ("PER",)),
        (DRILLS + "Peru reports a record 700 new cases and 31 deaths.", "31", ("PER",)),
        (
            DRILLS + "Peru has also recorded a third day of more than 90 deaths nationwide.",
            "90",
            ("AFG",),
        ),
        (DRILLS + "Turkey reported 40 people hurt in Kabul.", "40", ("AF-KAB",)),
        (
            MISSION
            + "30 Spaniards landed in Madrid, and Norway's last 12 have been back since May.",
            "12",
            ("NOR",),
        ),
        ("In Kabul, 90 Danes have boarded three flights home.", "three", ("AF-KAB",)),
        ("In Kabul, 90 Danes have boarded three flights home.", "90", ("AF-KAB",)),
        (
            AIRLIFT + "Not all were reached: 900 Afghans are still stuck in the country.",
            "900",
            ("AFG",),
        ),
        (
            "Mekelle, Ethiopia, is calm. So far 12 medics were killed, and 90 men fled to Sudan.",
            "12",
            ("ETH",),
        ),
        (
            "Marib in Yemen fell to rebels backed by Iran.\nSome 9,000 people who fled live there.",
            "9,000",
            ("YEM",),
        ),
        (
            "Fighting goes on in Kunduz. Of 30 nations a third are gone, a Belgian envoy said.",
            "a third",
            ("AF-KDZ",),
        ),
        (
            "Norway shuts its embassy.\nSome 900 Afghans were uprooted; 400 left home since May.",
            "400",
            ("AFG",),
        ),
        (
            "Some 35 ethnic Kazakhs have returned from Afghanistan to their old homeland.",
            "35",
            ("KAZ",),
        ),
        (
            "The Tajik side sent back 300 herders who had come from Wakhan.",
            "300",
            ("AF-BDS",),
        ),
        (
            "A plane landed in Delhi with 168 evacuees, and 135 more landed via Doha.",
            "135",
            ("IND",),
        ),
        ("Drills began at Termez, close to Afghanistan. There were 900 troops.", "900", ("UZ-SU",)),
        (
            "The 35 partners of the United States had 9,000 soldiers in Afghanistan.",
            "35",
            ("AFG",),
        ),
        (
            "Belize agreed to host 90 Afghans for ten days before they travel on to Peru.",
            "90",
            ("BLZ",),
        ),
        ("Qatar is housing 90 Afghans at Al Udeid until they can go to Germany.", "90", ("QAT",)),
        ("At Ramstein in Germany, 90 evacuees are waiting for flights to Dulles.", "90", ("DEU",)),
        ("Albania and Kosovo said they would take in 90 Afghans.", "90", ("ALB", "XKX")),
        (
            "Albania, Kosovo and the Netherlands have agreed to host 90 Afghans.",
            "90",
            ("ALB", "XKX", "NLD"),
        ),
        ("After a visit to Albania, the Netherlands agreed to host 90 Afghans.", "90", ("NLD",)),
        (DRILLS + "In Washington, an aide said 90 troops would guard the embassy.", "90", ("AFG",)),
        (
            "The aid agency's representative in Kabul, Sana Nur, said 90 people had been uprooted.",
            "90",
            ("AFG",),
        ),
        ("Turkey's president said 90 Afghans a day were arriving from Iran.", "90", ("TUR",)),
        (
            "Turkey says it is full. There are 900 registered Afghans, the ministry said.",
            "900",
            ("TUR",),
        ),
        ("India may operate two flights a day out of the Afghan capital.", "two", ("AF-KAB",)),
        ("India may operate two flights a day from Kabul.", "two", ("AF-KAB",)),
        ("A plane with 90 Afghans landed in Warsaw.", "90", ("POL",)),
        ("A plane with 90 Afghans landed in Pisa.", "90", ("ITA",)),
        (DRILLS + "The department has issued 90 visas since May.", "90", ()),
    ],
)
def test_states_that_tell_and_act(text: str, number: str, expected: tuple[str, ...]) -> None:
    assert places(text, number) == expected
