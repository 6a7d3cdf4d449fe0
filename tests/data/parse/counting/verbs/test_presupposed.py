"""Presupposed: a definite number exists whatever its sentence denies, and not what it denies."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There was no sign of the 300 soldiers who had held the base in Ghormach.",
            "300 personnel count AF-FYB",
        ),
        (
            "There was no trace of the 20 policemen captured in Ghazni on Monday.",
            "20 personnel capture AF-GHA",
        ),
        (
            (
                "There are no reports of casualties among the 130 soldiers who crossed into"
                " Turkmenistan."
            ),
            "130 personnel flee TKM",
        ),
        (
            "There were no reports of damage after 3 rockets landed near the palace in Kabul.",
            "3 equipment arrive AF-KAB",
        ),
        (
            "There were no reports of fighting after the Taliban captured 3 districts in Takhar.",
            "3 districts capture AF-TAK",
        ),
        (
            "There is no information on the whereabouts of the 40 civilians abducted in Herat.",
            "40 other_count abduct AF-HER",
        ),
        ("There was no sign of the 30 soldiers trapped in Baghlan.", "30 personnel trap AF-BGL"),
        (
            "There was no confirmation of the identity of the 12 men killed in Zabul.",
            "12 casualties kill AF-ZAB",
        ),
        (
            (
                "No reports have emerged of what happened to the 200 soldiers who surrendered in"
                " Badghis."
            ),
            "200 personnel surrender AF-BDG",
        ),
    ],
)
def test_what_there_is_no_report_of_may_be_something_else(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No aid has reached the 12,000 displaced people in Kunduz.",
            "12000 displaced count AF-KDZ",
        ),
        (
            "No government will take in the 4,000 refugees camped at Spin Boldak.",
            "4000 displaced count AF-KAN",
        ),
        (
            "No air support reached the 170 soldiers besieged in Badghis.",
            "170 personnel besiege AF-BDG",
        ),
        (
            "No one stopped the 300 Taliban fighters who rode into Ishkashim.",
            "300 personnel count AF-BDS",
        ),
        (
            "No planes evacuated the 200 Americans in Mazar-i-Sharif.",
            "200 evacuated count AF-BAL",
        ),
        (
            "The army has yet to retake the 14 districts it lost in Takhar.",
            "14 districts lose AF-TAK",
        ),
        (
            "The army has yet to retake the 14 districts that the Taliban captured in Takhar.",
            "14 districts capture AF-TAK",
        ),
        ("The government fails to pay its 300,000 men.", "300000 other_count count"),
    ],
)
def test_those_to_whom_nobody_does_it_exist(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The state could not feed its soldiers, let alone the 22,000 families who had fled"
                " Kandahar."
            ),
            ["22000 displaced flee AF-KAN"],
        ),
        (
            "Neither the 1,600 soldiers in Tajikistan nor the 500 in Iran have been paid.",
            ["1600 personnel count TJK", "500 personnel count IRN"],
        ),
        (
            "By no means all of the 1,600 soldiers in Tajikistan want to return.",
            ["1600 personnel total TJK"],
        ),
        (
            "By no means all of the 1,600 soldiers in Tajikistan crossed into Iran.",
            ["1600 personnel total"],
        ),
        ("Not all the 2,000 soldiers in Herat want peace.", ["2000 personnel count AF-HER"]),
        (
            "Contrary to the ministry's claims the army lost 26 districts in Badakhshan.",
            ["26 districts lose AF-BDS"],
        ),
        (
            "Contrary to its claims the army lost 26 districts in Badakhshan.",
            ["26 districts lose AF-BDS"],
        ),
    ],
)
def test_words_right_before_a_number_may_deny_only_its_verb(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the 40 soldiers fled to Iran.",
        "There is no evidence that the 40 soldiers who fled were killed.",
        "There are no reports of the 40 soldiers fleeing to Iran.",
        "There was no confirmation of the 12 men killed in Zabul.",
        "No evidence has emerged that after the attack 40 soldiers fled.",
        "There were no reports of 40 dead after the Taliban attacked.",
        "The army does not have the 300,000 soldiers it claims.",
        "No country has sent the 3,000 soldiers NATO needs.",
        "No country has provided the 3,000 soldiers promised in Brussels.",
        "No country has taken in 300 refugees.",
        "No country hosts the 300 soldiers the Taliban say fled to Uzbekistan.",
        "The Taliban have yet to capture the 12 districts they claim.",
        "The army has yet to retake the 14 districts in Takhar.",
        "No soldiers, let alone the 40 guards, crossed into Iran.",
        "No soldiers, let alone the 40 guards who had surrendered, crossed into Iran.",
        "Neither the 12 soldiers nor the 30 policemen are in Iran.",
        "Neither Iran nor Pakistan has taken in 300 refugees.",
        "Not all the 2,000 soldiers in Herat have surrendered.",
        "Not all 40 soldiers fled to Iran.",
        "Contrary to the ministry's claim that the army lost 26 districts, it lost none.",
        "Contrary to its claims that the army lost 26 districts, Takhar was calm.",
        "Contrary to their reports of 40 dead nobody died in Kabul.",
    ],
)
def test_what_a_denial_may_reach_is_left_alone(text: str) -> None:
    assert told(text) == []
