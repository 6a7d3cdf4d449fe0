"""Event time: days beside a number that are another's, or of another year; read 2021-07-09."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause about those counted, in front of the verb that tells of them
        ("Some [40] pilots who fled to Iran in May left for Doha on Tuesday.", "2021-07-06"),
        ("Some [12] cooks who had served the camp in 2009 were flown out Tuesday.", "2021-07-06"),
        ("Some [12] cooks who had served the camp in 2009 were flown out.", None),
        ("The [46] men who crossed on Monday had been surrounded for a week.", None),
        ("The [400] captives whose release was agreed on in May have returned.", None),
        ("Around [400] men who broke through on Monday were sent back.", "2021-07-05"),
        ("Some [12] of the 58 guards who died this year have been shot at home.", "this year"),
        ("Of 1,200 men who came in June, [300] have gone home.", None),
        # what was so at some time before
        ("The base handed over on Monday once held [900] men.", None),
        ("The base once held [900] men, but was left in May.", None),
        # what a clause about the place says had happened there
        ("Some [16] men died in Ghazni, where the rebels closed in four weeks ago.", None),
        ("Some [16] men died in Ghazni, where a bomb went off in June.", "June"),
        ("Some [30] men gave up in Zaranj, where the rebels came on Monday.", "2021-07-05"),
        # each number has the time behind it
        ("The army killed [40] rebels on Monday and 900 since May.", "2021-07-05"),
        ("The army killed 40 rebels on Monday and [900] since May.", "since May"),
        ("Some 150 Danes are due on Sunday and [300] more by Tuesday.", "2021-07-13"),
        # one or some of those counted
        ("He survived [three] attacks, most recently in March.", None),
        ("Some [12] towns fell, the first in May and the last on Monday.", None),
        ("Some [900] men have come since May, many of them on Monday.", "since May"),
        # a total that it makes, and where those counted came from
        ("Police caught [200] Afghans, bringing this week's total to 1,500.", None),
        ("Over [1,000] men arrived from three regions last week.", "last week"),
        # who came, and says so; who was taken, and others were too
        ("Refugees who came on Monday told reporters [25] houses had burned down.", None),
        ("Police said they freed a boy abducted on Monday and arrested [90] men.", None),
        ("Two guards killed on Monday were among [90] men who had fled in June.", "June"),
        # where somebody said it
        ("Speaking in Doha on Monday, he warned that [900] men could flee.", None),
        ("After a visit to the camp on Monday, she said [900] men had come.", None),
        # a delay counts from what happened, and not from telling of it
        ("Three men died Saturday, police said Sunday, five days after [nine] died.", "2021-06-28"),
        # days in a row, read on a Friday
        ("From Friday to Sunday the army fought with [900] men.", "2021-07-02 to 2021-07-04"),
        # no count of July stands behind "on"
        ("Of the men who fled on July 5 were flown home [90] officers.", "2021-07-05"),
        # what was before an event, the day before it, and up to a year
        ("Before the raid on Monday, the base had [300] men.", None),
        ("Before a lorry went off on Monday, killing [80] men, it was calm.", "2021-07-05"),
        ("Two guards fell on Monday, a day before rebels came and shot [nine] men.", None),
        ("On Monday, a day before the talks, [40] men died.", "2021-07-05"),
        ("He named on Monday a general who led [900] men until 2014.", None),
        ("It was calm until Monday, when [two] guards were killed.", "2021-07-05"),
        ("The mission, begun in 2015 with 900 men, formally ended in June with [90].", "June"),
        # a part with a time of its own, or caught up to now
        ("It gave 900 visas since 2014, of which [90] were left as of May.", "May"),
        ("It freed 900 men in May; [600] of them have been caught again.", None),
        # a month that ends with a day
        ("In the month to July 5, [900] lorries came, down from a month earlier.", "a month"),
        # a vague time of its own, and the day of the last of two
        ("Some [three] men were shot in recent weeks, and 7 in all since May.", None),
        ("Zaranj fell on Monday and Herat on Tuesday, the [second] city in a week.", "2021-07-06"),
        # when a deal or a law was made, and the day of claiming a share
        ("Some [300] families live there under a deal signed in June.", None),
        ("Under a decree issued by the president in June [300] families live there.", None),
        ("The Taliban claimed [85] percent of Afghanistan on Tuesday.", None),
        # what a measure counts from, whenever it rose
        ("The number of men killed since May rose to [900] on Tuesday.", "since May"),
        ("The number of men killed rose to [900] on Tuesday.", "2021-07-06"),
        ("Some [70] men have been killed since their 900 soldiers came in May.", "since May"),
        # a day named again
        ("A raid hit Zaranj on Tuesday. Some [40] men were held the same Tuesday.", "2021-07-06"),
        ("Some 900 refugees came on Tuesday. Among them, it said, are [40] boys.", "2021-07-06"),
        # a year before
        ("Some 300 men died in Monday's raid, a year after [100] died there.", None),
    ],
)
def test_day_of_another_dates_nothing(text: str, expected: str | None) -> None:
    long = {
        "last week": "2021-06-28 to 2021-07-04",
        "May": "2021-05-01 to 2021-05-31",
        "a month": "2021-06-05 to 2021-07-05",
        "this year": "2021-01-01 to 2021-07-09",
        "June": "2021-06-01 to 2021-06-30",
        "since May": "2021-05-01 to 2021-07-09",
    }
    assert dated(text) == long.get(expected or "", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 900 men came last week. In the same week of 2020, [90] came.",
            "2020-06-28 to 2020-07-04",
        ),
        (
            "From January to June 900 died, against [90] in the same period last year.",
            "2020-01-01 to 2020-06-30",
        ),
        (
            "From January to June [900] died, against 90 in the same period last year.",
            "2021-01-01 to 2021-06-30",
        ),
        ("Since May 1, 900 have come, against [90] in the same months of 2020.", "since May 1"),
        ("In June [900] died, 47 percent more than in the same month of last year.", "June"),
    ],
)
def test_same_period_of_another_year(text: str, expected: str) -> None:
    long = {"June": "2021-06-01 to 2021-06-30", "since May 1": "2020-05-01 to 2020-07-09"}
    assert dated(text) == long.get(expected, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "then" can be a time since which something lasts, and none for comparison
        (
            "He has led the force since May 2018. At that time [900] men were there.",
            "2018-05-01 to 2018-05-31",
        ),
        (
            "They began in May. They hold 90 towns, up from 70 in April. Since then [900] fled.",
            "2021-05-01 to 2021-07-09",
        ),
        ("It lost 457 men from 2002 to 2014, and [3] since then.", "2014-12-31 to 2021-07-09"),
        # what was done within days, up to the day it was told
        ("Some [40] men died in 72 hours, the clinic said on Tuesday.", "2021-07-03 to 2021-07-06"),
        # the day before the last of two
        (
            "It said Tuesday 40 died in the past 24 hours. It counted [90] dead the day before.",
            "2021-07-05",
        ),
        # a state of more than one word
        ("In Kunduz 900 men were displaced last week. Some [18,000] men need aid.", None),
        # "the same day" is none of a month told between
        (
            "Eight died on June 15. Three had died in March. The same day [90] were hurt.",
            "2021-06-15",
        ),
        # the week before that of the sentence before
        (
            "It sent back 90 from July 1 to 7. In the previous week it was [70].",
            "2021-06-24 to 2021-06-30",
        ),
        # a deal is worth as much on any day, and what is expected is to come
        ("Its deal, worth [$9 million], expires next May.", None),
        ("She speaks on Thursday, when [14] guests are expected.", "2021-07-15"),
        # what has been so since a decade nobody counts
        ("In the 1990s it took in 900 men. Planes have since brought [40] home.", None),
    ],
)
def test_then_is_told_before(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what holds now, behind "and"
        ("They took a town on Monday and by their account control [two thirds] of it.", None),
        ("It fed 900 men in the past week and hopes to feed a further [90].", None),
        ("It spent $9 million since May and said that [90] posts were being manned.", None),
        ("They killed 31 men on Monday and made off with [900] cows.", "2021-07-05"),
        ("The camp is housing [900] men, and ten planes will come in today.", None),
        ("The war has driven two million from home since May; [900] of them are in Iran.", None),
        # what is needed and planned
        ("It got little of the [$90 million] asked for in the 2021 Response Plan.", None),
        ("It needs [$90 million] for its work to the end of the year.", None),
        ("It needs [$90 million] by the end of the year.", "2021-12-31"),
        ("It has put $3 million into projects in all [34] provinces since 2001.", None),
        # a record
        ("The toll is [44] in the worst raid it has known since war began in 2015.", None),
        # what was before an event, and what is not of all since a day
        ("Police shot eight men on Monday. Some [40] families had left before the raid.", None),
        ("It took in 14 dead since Monday. He said [69] rebels were killed.", None),
        ("Some 900 people came since Monday. Of them, [69] were Danes.", "since Monday"),
        # a dateline of two towns
        ("GENEVA/KABUL, 6 July 2021 – [One in three] men is poor, it warned.", None),
    ],
)
def test_what_holds_now_has_no_day_of_the_past(text: str, expected: str | None) -> None:
    assert dated(text) == ("2021-07-05 to 2021-07-09" if expected == "since Monday" else expected)
