"""Where reports from a town abroad are set, and the borders of states that these are about."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.kinds.test_kinds_of_answers import kinds
from tests.data.parse.location.test_places_setting import places


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "EDIRNE, Turkey -- Police stopped a lorry with 30 Afghans. Nine of them were girls.",
            "Nine",
            ["TUR"],
        ),
        (
            "VAN, Turkey, July 9 — The governor's office counted 300 Afghans in a week.",
            "300",
            ["TUR"],
        ),
        (
            "VAN, Turkey\nThe governor's office counted 300 Afghans in a week.",
            "300",
            ["TUR"],
        ),
        (
            "ANKARA, Turkey — The ministry counted 300 Afghans in a week.",
            "300",
            ["AFG"],
        ),
        (
            "VAN, Turkey — In Kabul the queue was long. The office counted 300 people.",
            "300",
            ["AF-KAB"],
        ),
        (
            "VAN, Turkey — Teams found 40 Afghans. Of the wall on the Iranian border, 90 km stand.",
            "90 km",
            ["IRN-TUR"],
        ),
        (
            "Taliban fighters reached the gate. Of the wall on the Iranian border, 90 km stand.",
            "90 km",
            ["AFG-IRN"],
        ),
        (
            "Kyrgyz guards shot at Tajik herdsmen. The neighbours share 970 km of border.",
            "970 km",
            ["KGZ-TJK"],
        ),
        ("The ash of La Palma has covered 80 houses.", "80", ["ESP"]),
        (
            "LYON, France — Of 90 Afghan migrants 40 people were pulled out of a lorry.",
            "40",
            ["FRA"],
        ),
        ("India will provide Nepal with 90 million rupees.", "90 million rupees", ["NPL"]),
        ("Mali fights on. Spain keeps a force of 500 soldiers in the Sahel.", "500", []),
        (
            "Ten guards died at the fort in Nimruz; some 90 others made it over to Iran.",
            "Ten",
            ["AF-NIM"],
        ),
        ("Ten guards died at the fort; some 90 soldiers made it over to Iran.", "90", ["IRN"]),
    ],
)
def test_reports_from_towns_abroad(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Flights out of Kabul go on. Some 200 Danes are still in the country.",
            [("200", "evacuated")],
        ),
        ("Denmark rests. Some 200 Danes are still in the country.", [("200", "other_count")]),
    ],
)
def test_nationals_who_are_still_there(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
