"""Kinds that where people are kept, treated or counted decides: jails, wards, forces, lines."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.kinds.test_kinds_of_answers import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen killed nine guards and let some 300 convicts out of the town's prison.",
            [("nine", "casualties"), ("300", "other_count")],
        ),
        ("The gates of the jail were opened and 250 men left.", [("250", "other_count")]),
        ("The gates of the town were opened and 250 men left.", [("250", "displaced")]),
        (
            "The storm hurt 40 people. Six people are still in hospital.",
            [("40", "casualties"), ("Six", "casualties")],
        ),
        ("Six people with covid are still in hospital.", [("Six", "other_count")]),
        (
            "The main hospital has received 30 patients, nine of them dead on arrival.",
            [("30", "casualties"), ("nine", "casualties")],
        ),
        ("The hospital has received 30 patients for checks.", [("30", "other_count")]),
        ("Three drivers survived with burns.", [("Three", "casualties")]),
        (
            "Sixty soldiers were let in, two of them with wounds.",
            [("Sixty", "personnel"), ("two", "casualties")],
        ),
        (
            "The colonel put the losses of the militia at 14 fighters.",
            [("14", "casualties")],
        ),
    ],
)
def test_jails_wards_and_wounds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karachi's police have 9,000 men.", [("9,000", "personnel")]),
        ("The group is believed to have some 400 men in Syria.", [("400", "personnel")]),
        ("Ankara has 600 men in the north.", [("600", "personnel")]),
        ("The village has 600 men.", [("600", "other_count")]),
        ("Some 700 firefighters and soldiers were at work.", [("700", "personnel")]),
        ("Tashkent counts 11 posts on the border.", [("11", "crossings")]),
        ("They crossed the river at nine points of the frontier.", [("nine", "crossings")]),
        ("The army lost 11 posts on the road.", [("11", "other_count")]),
        (
            "Six of the town's nine police precincts have fallen.",
            [("Six", "districts"), ("nine", "districts")],
        ),
        ("Shells fell on the sixth police precinct.", []),
        ("Trains of Line 3 stood still.", []),
        ("Two quarters of Herat are without water.", [("Two", "other_count")]),
        ("The field has three runways.", [("three", "other_count")]),
    ],
)
def test_forces_lines_and_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege ended with the death of all three robbers.", [("three", "casualties")]),
        ("The siege ended; all three robbers were gone.", []),
        ("It ended with the death of the last of three gunmen.", [("three", "casualties")]),
        ("A judge was killed there with four of his guards.", [("four", "casualties")]),
        ("The men met there with four of the guards.", [("four", "personnel")]),
        ("Over 900 have left the valley since the massacre.", [("900", "displaced")]),
        ("Bandits made off with 70 of the school's pupils.", [("70", "other_count")]),
        ("Nine more boys slipped away from their kidnappers.", [("Nine", "other_count")]),
        ("Nine more boys slipped away over the border.", [("Nine", "displaced")]),
        (
            (
                "The airlift goes on. The plane had 190 people on board, among them 90 Indians, "
                "three lawmakers and 11 Sikhs."
            ),
            [
                ("190", "evacuated"),
                ("90", "evacuated"),
                ("three", "evacuated"),
                ("11", "evacuated"),
            ],
        ),
        ("Sixty guards made it over the bridge into Iran.", [("Sixty", "personnel")]),
    ],
)
def test_the_dead_the_taken_and_the_moved(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
