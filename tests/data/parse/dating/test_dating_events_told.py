"""Event time of stories: tolls, assaults, airlifts and what has happened since; 9 July 2021."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same evening, and by midnight, is that of what happened and not of saying it
        (
            (
                "The town fell on Tuesday night, he told the agency on Thursday. Some [20] "
                "rebels were killed the same evening."
            ),
            "2021-07-06",
        ),
        (
            (
                "The tunnel filled on Tuesday, it said in a statement on Thursday. By "
                "midnight [900] people had been moved."
            ),
            "2021-07-06",
        ),
        (
            ("The gate has been shut since Tuesday, when rebels came. On that day [127] men fled."),
            "2021-07-06",
        ),
        # an assault goes on over a sentence about it
        (
            (
                "The town was attacked on Tuesday. The assault was over within an hour. "
                "[Twenty] soldiers were killed."
            ),
            "2021-07-06",
        ),
        ("The bomber blew himself up on Tuesday. At least [92] people were killed.", "2021-07-06"),
        # a toll that rises is of its event
        ("The number of dead was raised to [92] on Wednesday.", None),
        (
            (
                "The office on Wednesday raised the number of dead to [92]. Flames swept "
                "through the ward on Monday."
            ),
            "2021-07-05",
        ),
        # since by itself
        (
            "The storm hit on Tuesday. They have put up [five] bridges since.",
            "2021-07-06 to 2021-07-09",
        ),
        (
            "The city fell on Tuesday; [dozens] of men have since surrendered.",
            "2021-07-06 to 2021-07-09",
        ),
        ("On Tuesday it took back ten posts; [six] of those have since been lost.", None),
        # an airlift, and what its total is made up of
        (
            (
                "Soldiers came home on Tuesday, ending an airlift that had begun on July "
                "1. More than [15,000] people were brought out."
            ),
            "2021-07-01 to 2021-07-09",
        ),
        (
            (
                "Soldiers came home on Tuesday, ending an airlift that had begun on July "
                "1. More than 15,000 people were brought out: 5,000 Britons, [8,000] "
                "Afghans and others."
            ),
            "2021-07-01 to 2021-07-09",
        ),
        # ordinals
        (
            (
                "A plane landed on Tuesday. It is the [fourth] such flight; the first came "
                "on Sunday."
            ),
            "2021-07-06",
        ),
        (
            (
                "Herat has become the [tenth] capital to fall. Rebels captured its centre "
                "on Tuesday."
            ),
            "2021-07-06",
        ),
        # how it came to what a text leads with
        ("[Nine] engineers were killed in Dasu.\nThe bus was on its way on Tuesday.", "2021-07-06"),
        ("Gunmen have let [28] students go. They were handed over on Tuesday.", "2021-07-06"),
        ("Gunmen have let [28] students go. They had been taken on Tuesday.", None),
        ("Last month 800 people died. They fell in [168] attacks.", "2021-06-01 to 2021-06-30"),
        # updates of a live report do not go on with what was long ago
        (
            (
                "19:30 It was the worst day since May 2020, when two soldiers were "
                "shot.\\n18:45 An official speaks of [13] dead.\\n17:00 It rained."
            ),
            None,
        ),
    ],
)
def test_event_dates_what_is_told_of_it(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left yesterday, and another [500] were admitted today.", "2021-07-09"),
        ("Others came: [41] starving children were admitted on Tuesday.", "2021-07-06"),
        ("All [90] beds are full: 41 children came on Tuesday.", None),
        ("[Twelve] trucks that had been stuck since July 1 crossed on Tuesday.", "2021-07-06"),
        ("The report, out on Tuesday, lists [1,600] deaths.", None),
        ("In June the 15 clinics treated [900] people.", "2021-06-01 to 2021-06-30"),
        ("May saw [90] attacks.", "2021-05-01 to 2021-05-31"),
        ("Some 900 have fled since May, on top of [400] who were living in camps.", None),
        ("On ordinary days [600] people cross; on Tuesday it was 900.", None),
    ],
)
def test_own_sentence_dates_what_it_is_about(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ("It fell on Tuesday. They had waded the river three nights earlier, [72] men."),
            "2021-07-03",
        ),
        ("A barrage hit on Thursday. One five days before had killed [five] men.", "2021-07-03"),
        ("He was shot on July 1. Three days before that [two] guards were killed.", "2021-06-28"),
        (
            ("The bombing on July 1 killed 20; the night before, [eight] people were killed."),
            "2021-06-30",
        ),
        (
            ("It fell on Friday, June 25. Two cities followed that Sunday, when [40] men died."),
            "2021-06-27",
        ),
        (
            "It was shut on June 17, and [40] men came the following week.",
            "2021-06-21 to 2021-06-27",
        ),
        # a day after, an hour of the day told, what missed of what was fired
        (
            ("They left on Monday, a day after rebels had stormed it, killed [14] men and fled."),
            "2021-07-04",
        ),
        ("Five rockets were fired on Tuesday; [three] missed.", "2021-07-06"),
        ("In 2001 ten boys were there; at last [nine] were.", None),
        (
            (
                "Herat fell on Tuesday, in spite of men who came three days before. In the "
                "evening [40] died."
            ),
            "2021-07-06",
        ),
        ("In the worst attack this year, [35] people died in a market on May 8.", "2021-05-08"),
        ("During the mission, from 2002 to June, [14] soldiers died.", "2002-01-01 to 2021-06-30"),
        ("The truce of March 2020 had let [900] people return.", None),
        # periods that end with a month, since a date told, the tenth one of a name
        ("It sold fuel for [$90 million] in the year to May 2021.", "2020-06-01 to 2021-05-31"),
        ("It took in [54] wounded in the week that closed on Monday.", "2021-06-28 to 2021-07-05"),
        (
            "Fighting began on June 21. Some [29] have died since that date.",
            "2021-06-21 to 2021-07-09",
        ),
        ("The mayor left on Tuesday. Ghazni is the [10th] capital taken by rebels.", "2021-07-06"),
        # a first sentence and the one that goes on with it
        ("Some [300] commandos have left the airport. The column set off on Monday.", "2021-07-05"),
        ("Some [300] commandos are at the airport. The column set off on Monday.", None),
        ("Some [300] commandos left the airport. Elsewhere, on Monday, it rained.", None),
        ("Uzbekistan has sent back [47] servicemen. They came over on Monday.", None),
    ],
)
def test_days_are_counted_from_the_one_told(text: str, expected: str | None) -> None:
    assert dated(text) == expected
