"""Event time where a sentence has other times than a claim's own; published 9 July 2021."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_counted_from import whole
from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine men died in the same quarter on June 1, and [85] in May.", "2021-05-01/31"),
        ("[Ten] people died in the same quarter on June 1, when a bus blew up.", "2021-06-01"),
        (
            "Some 900 came in the week of 14 to 20 June. A week earlier [840] had come.",
            "2021-06-07/13",
        ),
        ("They have put $9bn into dams since 2015 and employ [900] men on them.", None),
        ("It has put $9bn into dams since 2015 and employs [900] of its nationals.", None),
        ("Some 900 men have been killed since the coup on Feb. 1; [630] are in jail.", None),
        ("Some 900 fled in May, and [18 million], half of the people, need help.", None),
        ("At bases in Europe, [900] evacuees are awaiting flights.", None),
        ("The pullout is [95 percent] done, he said, up from 90 percent a week earlier.", None),
        ('The pullout is [95 percent] done, up from "more than 90" a week earlier.', None),
        ("Done is [95 percent], and it'll be over by August 31.", None),
        (
            "Sher Khan, the port that fell on June 22, took in [$27 million] last year.",
            "2020-01-01/2020-12-31",
        ),
        ("They let go [90] of the more than 800 soldiers they took prisoner in June.", None),
        (
            "They let go 90 of the more than [800] soldiers they took prisoner in June.",
            "2021-06-01/30",
        ),
        ("Gunmen let go [28] of the students they marched out of a school on July 5.", None),
        ("It was not until Tuesday that the [207] lorries were handed over.", "2021-07-06"),
        ("Almost all of the [700] troops there were withdrawn in January.", "2021-01-01/31"),
        (
            "In a survey carried out between 1 and 5 June, [93 percent] of families said so.",
            "2021-06-01/05",
        ),
        ("In a survey published on Monday, [93 percent] of families said so.", None),
        (
            "Some [46] soldiers, who sought refuge on Sunday were handed back on Tuesday.",
            "2021-07-06",
        ),
        ("Last month a group of [53] refugees was sent back within a day.", "2021-06-01/30"),
        (
            "Last autumn 1,400 men left, and [36] have left since the post opened in May 2021.",
            "2021-05-01 to 2021-07-09",
        ),
        (
            "A million people have fled since 2015 and [17,000] crossed the line in June.",
            "2021-06-01/30",
        ),
        (
            "KABUL: With the gate shut since Sunday, [900] men crossed the hills on Thursday.",
            "2021-07-08",
        ),
        (
            "[Four] were killed then, he said, adding that six died in a blast the next day.",
            None,
        ),
        ("[Forty] lorries were delivered last month, and 30 more will follow.", "2021-06-01/30"),
        ("[Twenty] children were killed in the three days to Sunday.", "2021-07-02/04"),
        (
            "By last night 2,500 had come, and they expect [3,500] to be there tomorrow.",
            "2021-07-10",
        ),
        ("A crew flew out [18] of the badly hurt on Sunday.", "2021-07-04"),
        (
            "A jet had carried [324] people to Doha just before the field closed on Monday.",
            "2021-07-05",
        ),
        ("Some [324] people had fled before the town fell on Monday.", None),
        ("When the pullout was announced in April, [900] men were waiting there.", "2021-04-01/30"),
        ("Fewer than 30 remain of the [750] who were in Kabul in April.", "2021-04-01/30"),
    ],
)
def test_a_time_of_something_else_dates_no_claim(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb at the station on Monday broke the line; [20] policemen died in it.",
            "2021-07-05",
        ),
        (
            "On the road two posts gave up on Monday; guards say [40] men were led away.",
            "2021-07-05",
        ),
        ("A plane came on Monday; parliament has been told of [40] men.", None),
        ("A plane came on Monday; [40] men will be sent home.", None),
        (
            "The fighting began on 10 May and ended 11 days later; it killed [256] men.",
            "2021-05-10/21",
        ),
        (
            "The battle, which began on 1 June and ended on 9 June, left [90] men dead.",
            "2021-06-01/09",
        ),
        (
            "The drill began on June 5 and ended on June 9 with a raid by [eight] jets.",
            "2021-06-09",
        ),
    ],
)
def test_what_goes_on_behind_a_day_is_of_it(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A quake killed 1,941 people on Saturday. On Wednesday it had counted [1,419] dead.",
            "2021-07-03",
        ),
        (
            "Some 15 soldiers were killed on Monday; a source had first spoken of [11] dead.",
            "2021-07-05",
        ),
        (
            "The toll rose to 41, from [25] dead. The raid began on Friday morning.",
            "2021-07-09",
        ),
        (
            "They buried 41, raising a toll that stood at [25] on Monday. It began on Sunday.",
            "2021-07-04",
        ),
    ],
)
def test_an_earlier_count_of_a_toll_is_of_the_day_of_its_event(text: str, expected: str) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 900 people were flown out on Monday. About [500] were British nationals.",
            "2021-07-05",
        ),
        (
            "Some 900 people were flown out on Monday. [Four] diplomats were among them.",
            "2021-07-05",
        ),
        (
            "Some 900 people came over on Monday. Among the arrivals there are [64] women.",
            "2021-07-05",
        ),
        ("Some 900 people came over on Monday. In that party were [64] women.", "2021-07-05"),
        ("Some 900 people came over on Monday. About [500] are in camps.", None),
        ("Some 900 people came over on Monday. Some [50] are among those held so far.", None),
    ],
)
def test_who_was_among_those_told_of(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunfire killed [17] people in Kabul. It had broken out late on Monday.", "2021-07-05"),
        ("Armed men dragged [90] people away. That was on Monday morning.", "2021-07-05"),
        (
            "Some [22] planes with 90 men on board were made to land. They came in on Monday.",
            "2021-07-05",
        ),
        (
            "Some [22] planes were made to land. All of these came in at the weekend.",
            "2021-07-03/04",
        ),
        ("Gunfire killed [17] people in Kabul. It began on 1 July and went on.", None),
        ("They have sent back [40] men. They had come over on Monday.", None),
        ("Some [17] bodies were moved. It was the first such blast since it fell on 1 June.", None),
    ],
)
def test_the_next_sentence_says_when_it_was(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


def test_days_count_from_what_was_told_and_not_from_what_it_was_the_first_since() -> None:
    text = (
        "The plane came on Monday. It was the first to come since the change of power of 1 June."
        " It was loaded in Dubai two days earlier, where [40] men worked."
    )
    assert dated(text) == whole("2021-07-03")
