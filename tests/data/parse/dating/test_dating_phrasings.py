"""Event time in the phrasings of reports; the number in question stands in square brackets."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over [40] Uzbek guards fled early Monday, after clashes with smugglers.", "2021-07-05"),
        ("The border service said in a statement Monday that [137] guards fled.", None),
        (
            "At least [20] people died in a blast on Tuesday night, the ministry said Wednesday.",
            "2021-07-06",
        ),
        (
            "Since mid-April, when the pullout was announced, they have taken [100] districts.",
            "2021-04-10 to 2021-07-09",
        ),
        ("On Friday, the army handed over a base, which once housed [9,000] troops.", None),
        ("The rebels, who ruled from 1996 to 2001, control [85] percent of it.", None),
        ("Around [40] percent is under their control, compared with 20 percent in April.", None),
        (
            "Around 40 percent is under their control, compared with [20] percent in April.",
            "2021-04-01 to 2021-04-30",
        ),
        ("Fewer than [650] troops remain in Kabul, well below the 2,500 of May.", None),
        (
            "Fewer than 650 troops remain in Kabul, well below the [2,500] of May.",
            "2021-05-01 to 2021-05-31",
        ),
        ("[650] troops remain in Kabul, a fraction of last May's 2,500.", None),
        ("By Tuesday [650] troops remained, below the 2,500 of May.", "2021-07-06"),
        ("Their districts rose from [73] in May to 223 in July.", "2021-05-01 to 2021-05-31"),
        ("Their districts rose from 73 in May to [223] in July.", "2021-07-01 to 2021-07-31"),
        ("The shelling killed [35] people, mostly pupils, on May 8.", "2021-05-08"),
        (
            "In the first half of 2021 [659] died, up from the same period last year.",
            "2021-01-01 to 2021-06-30",
        ),
        ("In all, [300] children died, a rise of 47% on last year.", None),
        ("Some 300 died, and the increase on the first half of 2020 is [47] percent.", None),
        ("Losses in 2020 were [126] killed.", "2020-01-01 to 2020-12-31"),
        ("Trade fell by [12] percent on Monday.", "2021-07-05"),
        ("The spokesman said Tuesday that [95] percent of it was complete.", None),
        ("In all [659] people died, a rise of 6% on last year.", None),
        ("In all [659] people died, up 4% from last month.", None),
        ("In all [659] people died as prices fell 4% on Monday.", "2021-07-05"),
        ("In June so far, [659] people have died.", "2021-06-01 to 2021-06-30"),
        ("One Sunday alone [350] boats came.", None),
        (
            "The agency says that since the end of May [80]% of them have left.",
            "2021-05-31 to 2021-07-09",
        ),
        ("The last [12] lorries were let through on Monday.", "2021-07-05"),
        ("The last 12 lorries were held through Monday with [40] men.", None),
        ("According to retired general Omar on Monday, [900] guards have been flown out.", None),
        (
            "In past twenty four hours [250] men were killed.",
            "2021-07-08 to 2021-07-09",
        ),
        (
            "Between May 2019 and March 2020 the agency paid [$312] million.",
            "2019-05-01 to 2020-03-31",
        ),
        (
            "The last plane left on Monday after a week in which the army flew [900] people home.",
            "2021-07-02 to 2021-07-09",
        ),
        ("The state plans to cut its [900]-strong force by January.", None),
        ("A [900]-strong force came on Monday.", "2021-07-05"),
        ("In the week to Sunday [300] men died.", "2021-06-27 to 2021-07-04"),
        (
            "In May, [900] men fled, says an update that the agency put out on Monday.",
            "2021-05-01 to 2021-05-31",
        ),
        ("Aid left on Monday for the hills, where war has left [900] men without food.", None),
        ("Some [900] men look to flee after the town fell on Monday.", None),
        ("Some [350] men died in the four months to June 22.", "2021-02-22 to 2021-06-22"),
        ("Some [350] men died in the three weeks ending July 4.", "2021-06-13 to 2021-07-04"),
        ("The premier, who came after the raid last month, now feeds [900] families.", None),
        (
            "Some 20 people fled on Monday. They comprised [12] women and 8 men.",
            "2021-07-05",
        ),
        (
            "As of Thursday, [700] had been flown out, including 60 in the past 24 hours.",
            "2021-07-08",
        ),
        (
            "As of Thursday, 700 had been flown out, including [60] in the past 24 hours.",
            "2021-07-07 to 2021-07-08",
        ),
        (
            "The war has killed [4,700] people since 2001, according to a study released in April.",
            "2001-01-01 to 2021-07-09",
        ),
        ("The president on Monday ordered [9,000] reservists to the border.", "2021-07-05"),
        ("The Interior Ministry announced Monday that [20] gunmen were killed.", None),
        ("The ministry reported on July 2 that [35] soldiers had crossed.", None),
        ("According to a ministry statement on Tuesday, [30] were killed.", None),
        ("They control [85] percent of it, a delegation said in Moscow on Thursday.", None),
        ("The toll of [12] was the highest since 2014.", None),
        ("It was the deadliest attack since May and killed [12] people.", None),
        ("Under a 2020 deal the army pulled out [8,000] troops.", None),
        ("In an interview with the agency on Tuesday, he said [300] had left.", None),
        ('"We lost [30] men on Sunday," the governor said on Tuesday.', "2021-07-04"),
        (
            "Gunmen seized [10] districts over the weekend, officials said.",
            "2021-07-03 to 2021-07-04",
        ),
        (
            "In the last three days they took 9 towns, [two] of them after a fight.",
            "2021-07-06 to 2021-07-09",
        ),
        ("He said [300] guards crossed at about 6:30 p.m. local time on Saturday.", "2021-07-03"),
        (
            "The games, to be held from August 5 to 10, will draw [1,500] guests.",
            "2021-08-05 to 2021-08-10",
        ),
        (
            "Moscow said on Tuesday [400] of its men would join a drill next week.",
            "2021-07-12 to 2021-07-18",
        ),
        ("Some [650] troops are expected to remain after August 31.", None),
        (
            "Some [55,000] people have been displaced since the beginning of the year.",
            "2021-01-01 to 2021-07-09",
        ),
        (
            "Another [27,000] people were displaced between January and June.",
            "2021-01-01 to 2021-06-30",
        ),
        ("Yesterday, 24 planes, of which 3 were small, left with [700] passengers.", "2021-07-08"),
        ("On July 5, 2021, 137 guards crossed over, and Baku called up [900] men.", "2021-07-05"),
        (
            "In 2011, when the surge peaked, there were [9,000] troops in the country.",
            "2011-01-01 to 2011-12-31",
        ),
        (
            "Moscow lost about [15,000] soldiers in the war of 1979-1989.",
            "1979-01-01 to 1989-12-31",
        ),
        ("A blast on Thursday that killed [13] guards shook the town.", "2021-07-08"),
        ("Thirteen guards died on Thursday in the attack, and [18] were wounded.", "2021-07-08"),
        ("The minister, who spoke on Thursday, said [650] troops would stay.", None),
        ("They took the town on Sunday, freeing [500] prisoners.", "2021-07-04"),
        ("On Sunday they took the town, where [500] prisoners were freed.", "2021-07-04"),
        ("At a news conference on Thursday, the minister said [30] died.", None),
        ("The base was home to [9,000] troops before it was handed over on July 2.", None),
        (
            "London will double to [2,000] the number of places next year.",
            "2022-01-01 to 2022-12-31",
        ),
        (
            "There were [2,500] troops there when he took office in January.",
            "2021-01-01 to 2021-01-31",
        ),
        (
            "They took a third town on Tuesday, the [eighth] to fall in six days.",
            "2021-06-30 to 2021-07-06",
        ),
        (
            "It was the [fifth] group — some 160 in all — to flee in the past two weeks.",
            "2021-06-25 to 2021-07-09",
        ),
        ("Some 90 trucks came on Tuesday, against the usual [700].", None),
        ("On Tuesday more than 30 men were killed and [5] wounded.", "2021-07-06"),
        ("They have flown out [900] people, including 40 on Tuesday alone.", None),
        ("They have flown out 900 people, including [40] on Tuesday alone.", "2021-07-06"),
        ("They have flown out [900] people, up from 340 on Tuesday.", None),
        ("They have taken [200] districts, weeks before the Sept. 11 pullout date.", None),
        ("They have taken [200] districts, and the army leaves on Sept. 11.", None),
        ("Some [90] people were killed in three days.", "2021-07-06 to 2021-07-09"),
        ("By Sunday [90] trucks will have crossed.", "2021-07-11"),
        ("As many as [900] people could land in the next two weeks.", "2021-07-09 to 2021-07-23"),
        (
            "The ministry said on Thursday it would send [900] troops within 48 hours.",
            "2021-07-08 to 2021-07-10",
        ),
        (
            (
                "Over 40 tons could be lost in the next two months.\n"
                "Some [30] trucks arrived during the reporting period."
            ),
            None,
        ),
        (
            (
                "Some 900 troops could land in the next two days. "
                "They will guard it. The [900] troops come from Italy."
            ),
            None,
        ),
        (
            "Some 30 came on July 1. Since then, [45] people have been flown out.",
            "2021-07-01 to 2021-07-09",
        ),
        ("KABUL (Agency - 08 July, 2021) Some [40] guards fled to Iran.", None),
        ("Of the 407 districts, [157] were held by them on June 29.", "2021-06-29"),
        ("On the 6th, [700] people were flown out.", "2021-07-06"),
    ],
)
def test_number_is_dated_by_its_own_time(text: str, expected: str | None) -> None:
    assert dated(text) == expected
