"""Bounds of event time: where days begin and end, and what keeps other days from a claim."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_story import dates_of


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # what has gone on "since" a day has begun by now
        ("Some 63,110 refugees have come since 7 November.", 63110, "2020-11-07 to 2021-07-09"),
        ("Refugees in Sudan: 63,110 since November", 63110, "2020-11-01 to 2021-07-09"),
        ("It will not end: 40 men have died since Saturday.", 40, "2021-07-03 to 2021-07-09"),
        # and what is counted up to a day ends there
        (
            "Since 2001, some 47,245 civilians have been killed as of mid-April.",
            47245,
            "2001-01-01 to 2021-04-20",
        ),
        ("IDPs in 2021 (as of 4 July): 550,780", 550780, "2021-01-01 to 2021-07-04"),
        ("Refugees since 2019 (as of 4 July): 708,950", 708950, "2019-01-01 to 2021-07-04"),
        (
            "Since attacks occurred in Imam Sahib on 24 June, it counts 9,000 IDPs (as of 4 July).",
            9000,
            "2021-06-24 to 2021-07-04",
        ),
        (
            "In 24 hours, from July 7 at 3:00 AM EDT to July 8 at 3:00 AM EDT, 900 left Kabul.",
            900,
            "2021-07-07 to 2021-07-08",
        ),
        # a total behind a claim has a span of its own
        (
            "Since July 4, Britain has flown out 7,000 men, a total of 9,000 since June 20.",
            7000,
            "2021-07-04 to 2021-07-09",
        ),
        # a record is measured by what is no time of it
        (
            "It was forced from 25 districts, the most it has lost since the war began in 2001.",
            25,
            None,
        ),
        # what lasts is of no period that another verb has
        (
            "Clashes went on over the course of June and 12,000 men remain displaced.",
            12000,
            None,
        ),
        (
            "Since May 1, 21,000 men have been displaced; 6,000 of them remain displaced.",
            6000,
            None,
        ),
        (
            "They took 30 districts in the last five days. In all, they currently control 180.",
            180,
            None,
        ),
        # the day of a number by its case, and how long a plan is for
        ("Today's three flights may be the last, before he leaves tomorrow.", 3, "2021-07-09"),
        ("Against all forecasts, 40 men died in three weeks.", 40, "2021-06-18 to 2021-07-09"),
        ("Its planning figure is 140,000 arrivals over three months.", 140000, None),
        # months that are told of together
        (
            "In May and June 2,392 people died, and 2,791 in the preceding four months.",
            2791,
            "2021-01-01 to 2021-04-30",
        ),
        ("Some 313 civilians were killed in just a month of May.", 313, "2021-05-01 to 2021-05-31"),
        (
            "Some 313 civilians were killed in May. During this time, 700 were wounded.",
            700,
            "2021-05-01 to 2021-05-31",
        ),
        (
            (
                "They have flown out 4,500 men since May 1. More than 500 of those left in just "
                "the last day alone."
            ),
            500,
            "2021-07-08 to 2021-07-09",
        ),
        # the week of a report stands beside a figure that it also gives for "the past week"
        (
            (
                "• Over the past week 2,509 Afghans came home\n\nSome 2,509 Afghans came home "
                "between June 25 and July 1, 2021. The agency fed 827 families in the past week."
            ),
            827,
            "2021-06-25 to 2021-07-01",
        ),
        (
            (
                "Some 2,509 Afghans came home between June 25 and July 1, 2021. The agency fed 827 "
                "families in the past week."
            ),
            827,
            "2021-07-02 to 2021-07-09",
        ),
        # a day that names an event is past where the event is told as past
        ("They will not leave, but Monday's raid killed 90 men.", 90, "2021-07-05"),
        ("They will meet, he said, and 90 men will leave by Monday's talks.", 90, "2021-07-12"),
        # what something ended in is not what was tried
        ("On Monday gunmen tried to take hostages, killing ten men.", 10, "2021-07-05"),
        ("On Monday gunmen tried to kill ten men.", 10, None),
        # other days: a height, what has not moved since, another event with more victims
        ("Last week the army left the base. At its height, it housed 30,000 men.", 30000, None),
        ("The army has handed over seven bases, no change from last week.", 7, None),
        (
            (
                "Some 80 people were killed in an attack in Mali.\n\nOn Monday, gunmen killed 132 "
                "people in a village in Mali."
            ),
            80,
            None,
        ),
        (
            (
                "Some 80 people were killed in an attack in Mali.\n\nOn Monday, gunmen killed 32 "
                "people in a village in Mali."
            ),
            80,
            "2021-07-05",
        ),
        # what others are a part of
        ("It took 18 capitals of the country's total of 34 since May 6.", 34, None),
        ("He said that of the 900 men in the valley, 40 were killed on Monday.", 900, None),
        # times up to now end with the day of the report, told before or behind
        (
            "More than 1,000 men fled overnight, guards said on July 7.",
            1000,
            "2021-07-06 to 2021-07-07",
        ),
        (
            "Some 90 men died in the past 24 hours, a guard said on Wednesday.",
            90,
            "2021-07-06 to 2021-07-07",
        ),
        ("Some 90 men died in the latest 24 hours.", 90, "2021-07-08 to 2021-07-09"),
        # a day or a weekend says more than how long it took
        (
            "At least 828 people crossed the river in a single day at the weekend.",
            828,
            "2021-07-03 to 2021-07-04",
        ),
        # the other part of a sentence has a time of its own, or awaits one
        (
            "Some 235 men were held in 2021, while in the last half of 2020 the figure was 120.",
            120,
            "2020-07-01 to 2020-12-31",
        ),
        (
            "In May, 71 men died, and the following month 89 were killed.",
            89,
            "2021-06-01 to 2021-06-30",
        ),
        ("The pullout is 95 percent complete and will be over by Aug. 31.", 95, None),
        ("More than half of the pullout is done, due to be finished by August 4.", 50, None),
        (
            "It has completed 95 percent of the pullout, it said, and expects an end by Aug. 31.",
            95,
            None,
        ),
        ("The pullout will be 95 percent complete by Aug. 31.", 95, "2021-08-31"),
        ("Rebels hold 90 districts and plan to take more by August.", 90, None),
        ("Some 88 percent of the fence is built and the rest would be built by July 30.", 88, None),
        ("Some 900 men will leave by July 30.", 900, "2021-07-30"),
        (
            "Since Mr Biden in April announced it, rebels have gained and now hold 90 towns.",
            90,
            None,
        ),
        ("An attack in Mali, the scene since May of raids, killed 90 men.", 90, None),
        # what follows: the rest of what was shared out, members of a group, other things done
        (
            (
                "It held 54% of the districts as of October 2018. Of the remaining districts, it "
                "said 34% were contested."
            ),
            34,
            "2018-10-01 to 2018-10-31",
        ),
        (
            "On July 3-4, another 345 refugees came. There were 91 men and 177 minors among them.",
            91,
            "2021-07-03 to 2021-07-04",
        ),
        (
            "Some 254 fighters died in Herat in the last 24 hours. Also, 13 bombs were defused.",
            13,
            "2021-07-08 to 2021-07-09",
        ),
        # a day is no reporting period, nor that of all that was done before it
        ("On Monday 97 men came. During the reporting period nine boats came.", 9, None),
        ("It has already flown out 900 men, after two planes left yesterday.", 900, None),
        # nor is a time between dashes that of the sentence around them
        ("Rebels - who held 14 posts in early April - captured 90 towns.", 90, None),
        (
            "It lost $19 billion in waste in the last decade alone.",
            19e9,
            "2011-07-09 to 2021-07-09",
        ),
        # how long ago a day was says nothing more
        ("Since July 2, just seven days ago, 104 men died.", 104, "2021-07-02 to 2021-07-09"),
        # a mission lasts from the day on which it began
        (
            "It has flown out 900 men in a mission which began on July 1.",
            900,
            "2021-07-01 to 2021-07-09",
        ),
        (
            "The mission, which began on July 1, has so far fed 900 men.",
            900,
            "2021-07-01 to 2021-07-09",
        ),
        ("It began its mission in June, feeding 900 men to date.", 900, "2021-06-01 to 2021-07-09"),
        ("It began its mission in June, feeding 900 men.", 900, "2021-06-01 to 2021-06-30"),
        ("When the pullout began on May 1, it had 900 men there.", 900, "2021-05-01"),
        # a day ahead of which something happened is not its own
        ("Some 600 men died.\n\nRebels took the town ahead of the pullout on Monday.", 600, None),
        # what will be is not of the day on which as many came
        (
            "It will send 20,000 men to the border.\n\nOn July 5, it sent 20,000 men there.",
            20000,
            "2021-07-05",
        ),
        # what the names of a list below count is of its day
        (
            "They took two districts.\n\nSholgar and Chamtal districts fell in the past 24 hours.",
            2,
            "2021-07-08 to 2021-07-09",
        ),
        # how far something has come is of the day on which it is said
        (
            (
                "The process to fully withdraw the forces is up to 25% complete, the command said "
                "on Tuesday. It gave a range of 16 to 25 percent completion."
            ),
            25,
            "2021-07-06",
        ),
        (
            (
                "The process of withdrawing is 25 percent complete, the command said on Tuesday. "
                "It gave a range of 16 to 25 percent completion."
            ),
            16,
            "2021-07-06",
        ),
    ],
)
def test_days_begin_and_end_where_the_text_says(
    text: str, number: float, expected: str | None
) -> None:
    """A count has the days of its own words, and none of those of something else."""
    assert dates_of(text)[number] == expected
