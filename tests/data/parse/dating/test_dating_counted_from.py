"""Event time of days counted from others, of tolls and of those aboard; published 9 July 2021."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shops were shut on Tuesday, the morning after 90 fled and [200] men left.", "2021-07-05"),
        (
            "The gates were shut on Thursday, a day after a bomber came up. [Ten] soldiers died.",
            "2021-07-07",
        ),
        (
            (
                "Searches went on on Tuesday, two days after men shot everyone there. The mayor"
                " spoke of [51] dead."
            ),
            "2021-07-04",
        ),
        (
            "They took the town back on Thursday, a day after losing it. [Forty] rebels died.",
            "2021-07-08",
        ),
        (
            "They left the town on Thursday, a day after it was cut off. They burned [14] tanks.",
            "2021-07-08",
        ),
        ("In the two days that followed 1 July, the office got [340] calls.", "2021-07-02/03"),
        ("In the first five days of the month, [940] people got flour.", "2021-07-01/05"),
        ("Two planes with [400] marines touched down an hour ago.", "2021-07-09"),
        ("The army left the area in May, a month in which it lost [six] men.", "2021-05-01/31"),
        (
            "In May and June 300 civilians died, as many as the [290] of the four months before.",
            "2021-01-01 to 2021-04-30",
        ),
        (
            (
                "Some 900 have been killed since the Feb. 1 coup, it said Wednesday. [740] "
                "people have been arrested since then."
            ),
            "2021-02-01 to 2021-07-09",
        ),
        (
            "Just 34 people were saved, [16] of them in the 24 hours before it hit on Monday.",
            "2021-07-04/05",
        ),
        (
            "Of 740 people held since the Feb. 1 coup, [530] are still behind bars.",
            None,
        ),
    ],
)
def test_days_are_counted_from_the_event(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Kin searched the ward on Tuesday as the death toll from a fire rose to [92]. "
                "The flames broke out late on Monday."
            ),
            "2021-07-05",
        ),
        (
            (
                "Teams searched cellars on Thursday as the number of people known to have died "
                "in the floods reached [165]. The water came in the night of 4 July to 5 July."
            ),
            "2021-07-04/05",
        ),
        (
            (
                "Airstrikes killed 25 Taliban on Tuesday, the corps said on Wednesday. Among "
                "the dead were three commanders, it said. [Eight] vehicles were destroyed, it "
                "said."
            ),
            "2021-07-06",
        ),
        (
            (
                "Airstrikes killed 25 Taliban on Tuesday, the corps said on Wednesday. Among "
                "the dead were three commanders, it said. A force of [900] soldiers supports "
                "the operation."
            ),
            None,
        ),
        (
            (
                "On Tuesday, 65 soldiers were killed, according to a mayor, who added that [43]"
                " others were led away."
            ),
            "2021-07-06",
        ),
        (
            (
                "Funerals were held on Wednesday for the men shot in camp. [Ten] were killed. The "
                "gunmen came on Monday."
            ),
            "2021-07-05",
        ),
        (
            "They began days of mourning Wednesday after rebels came, leaving [80] people dead.",
            None,
        ),
        ("Herat, taken without a fight today, was the [tenth] town to fall.", "2021-07-09"),
    ],
)
def test_what_goes_on_has_the_day_of_its_event(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy left on Tuesday. On board were [264] men.", "2021-07-06"),
        ("The plane left on Sunday. On it were [54] people.", "2021-07-04"),
        ("The plane left on Sunday. On it were drawn [54] birds.", None),
        ("On Thursday each of [13] families was handed the keys of a flat.", "2021-07-08"),
        (
            (
                "They ended their drills at the Lomakan range, held from July 2 to 7. The "
                "maneuvers involved [2,500] troops and 40 tanks."
            ),
            "2021-07-02/07",
        ),
        (
            (
                "The exercise that opened at the Kharb-Maidon range on July 2 came to a close on "
                "Wednesday. In all, [2,500] men took part."
            ),
            "2021-07-02/07",
        ),
        ("Nearly all of it, [783] deaths, fell in two months, May and June.", "2021-05-01/06-30"),
        ("The base will receive [17] upgraded tanks in September, he said.", "2021-09-01/30"),
        ("A second convoy, of [ten] lorries, was attacked on Monday.", "2021-07-05"),
        ("Some 30 lorries came on Thursday, while [128] crossed the other way.", "2021-07-08"),
    ],
)
def test_those_who_took_part_have_its_days(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The ward, with [70] beds, had opened only three months ago.",
        "Herat is the [third] town to fall, after Zaranj on Tuesday and Sheberghan on Wednesday.",
        "Only [650] troops remain, down from 2,500 when the pullout was ordered in April.",
        "The state is sending another [1,000] troops, on top of the 5,000 approved on Saturday.",
        "They landed on Thursday, ending a mission of 20 years in which [59] comrades died.",
        "Until the rebels came on Thursday aid paid for [three quarters] of the budget.",
        "Before the war [450] lorries a day were passing, and that in 2020, 22 percent came back.",
        "The rebels now hold [85] districts, it said, and 26 men were killed in the past 24 hours.",
    ],
)
def test_day_of_what_it_is_told_beside_is_not_its_own(text: str) -> None:
    assert dated(text) is None


_BLAST = "A blast hurt 90 people on Tuesday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_BLAST + "[Five] of the injured remain in hospital.", None),
        (_BLAST + "[Five] of the injured are in danger.", None),
        (_BLAST + "[Five] of them are still with her.", None),
        (_BLAST + "[Nine million] people are affected.", None),
        (_BLAST + "[Forty] people are dead.", "2021-07-06"),
        (_BLAST + "[Forty] of them are children.", "2021-07-06"),
        (_BLAST + "[Five] people are now known to have died in the blast.", "2021-07-06"),
    ],
)
def test_how_people_are_at_present_has_no_day_of_the_event(text: str, expected: str | None) -> None:
    assert dated(text) == expected


def whole(days: str | None) -> str | None:
    """First and last day of days written as "2021-07-02/03"."""
    if days is None or "/" not in days:
        return days
    first, last = days.split("/")
    return f"{first} to {first[: -len(last)]}{last}"
