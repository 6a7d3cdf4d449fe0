"""Story time: claims without a time of their own, dated by what is told around them."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def dates_of(text: str) -> dict[float | None, str | None]:
    """First and last day of each number, or one day where they are the same."""
    article = Article(article_id="a", text=text, title="", published=PUBLISHED)
    return {
        fact.low if fact.value is None else fact.value: None
        if fact.when_start is None
        else " to ".join(dict.fromkeys((str(fact.when_start), str(fact.when_end))))
        for fact in extract(article)
    }


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # the last claim of the same kind, told as past
        ("Some 40 guards fled to Iran on Tuesday. Another 25 crossed.", 25, "2021-07-06"),
        ("A blast killed 40 people on Tuesday. Nine men were killed later.", 9, "2021-07-06"),
        (
            "A blast killed 40 people on Tuesday. It rained. Nine were killed later.",
            9,
            "2021-07-06",
        ),
        ("Raids killed 40 men on Tuesday. Also, 12 motorbikes were destroyed.", 12, "2021-07-06"),
        # the last one counted is what the sentence before told of
        ("Ghazni fell on Tuesday. It was the tenth capital to fall.", 10, "2021-07-06"),
        ("Ghazni fell on Tuesday. Herat would be the tenth capital to fall.", 10, None),
        # a state, a plan, a perfect and another scene are no part of it
        ("Some 40 guards fled to Iran on Tuesday. About 25 guards serve there.", 25, None),
        ("Some 40 guards fled to Iran on Tuesday. Another 25 will flee.", 25, None),
        ("Raids killed 40 men on Tuesday. The war has killed 900 men.", 900, None),
        ("Raids killed 40 men on Tuesday. In Kunduz, 12 men were killed.", 12, None),
        ("Raids have killed 400 men since 2014. Some 12 men were killed.", 12, None),
        # those who were counted when they came, and who acts in the sentence before
        (
            "Some 77 people crossed a river on Tuesday. It rained. The refugees brought 300 yaks.",
            300,
            "2021-07-06",
        ),
        (
            "Some 77 people crossed the river on Tuesday. The refugees will bring 300 yaks.",
            300,
            None,
        ),
        (
            "In June, WFP fed 900 families. WFP delivered 16,300 sacks of rice.",
            16300,
            "2021-06-01 to 2021-06-30",
        ),
        ("In June, WFP fed 900 families. IOM delivered 16,300 sacks of rice.", 16300, None),
        (
            "In 2020, guards took 90 boys from a school. Five died in the process.",
            5,
            "2020-01-01 to 2020-12-31",
        ),
        # a part of what was told, and what the sentence shares out further
        (
            "Some 900 people left on Tuesday. Of these, 220 travelled on 32 flights.",
            220,
            "2021-07-06",
        ),
        (
            "Some 900 people left on Tuesday. Of these, 220 travelled on 32 flights.",
            32,
            "2021-07-06",
        ),
        ("Some 900 people left on Tuesday. An airline took 400 of them.", 400, "2021-07-06"),
        # a quantity that opens a sentence is no place, and a limit no other day
        (
            "A blast killed 28 on Tuesday. They go by Aug. 31. At least 13 U.S. men were killed.",
            13,
            "2021-07-06",
        ),
        # a period up to now is no day of saying
        (
            "Over the past week, officials said, 40 men were killed.",
            40,
            "2021-07-02 to 2021-07-09",
        ),
        (
            "Since May 1, the official said, 900 have been flown out.",
            900,
            "2021-05-01 to 2021-07-09",
        ),
        ("Officials said in the past week that 40 men were killed.", 40, None),
        # "reported in 24 hours" is when they died
        ("Some 86 Deaths Reported in Kabul in 24 Hours", 86, "2021-07-08 to 2021-07-09"),
        # parts of a number share its time
        (
            "Some 40 people fled on Tuesday. Another 25 people, including 7 children, fled.",
            7,
            "2021-07-06",
        ),
        (
            "The jet brought 42 Kazakhs home on Tuesday. The list of passengers includes 25 women.",
            25,
            "2021-07-06",
        ),
        # the same figure
        (
            "Iran let in 46 soldiers. They had asked for help. The 46 soldiers came on Tuesday.",
            46,
            "2021-07-06",
        ),
        ("Some 460 people now live there. The 460 people came on Tuesday.", 460, "2021-07-06"),
        ("On Tuesday it sent hundreds of men. The army has lost more than 100 posts.", 100, None),
        # at an hour of the day told before
        ("A jet left on Tuesday. It landed early in the day with 40 people.", 40, "2021-07-06"),
        ("Raids went on until Tuesday. It fired 40 shells at 06:10 pm.", 40, None),
        ("Raids went on on Tuesday. They fired 40 shells at 06:10 pm.", 40, "2021-07-06"),
        # from then on
        (
            "War broke out in May. It has since taken 900 lives.",
            900,
            "2021-05-01 to 2021-07-09",
        ),
        ("They have killed 900 men since they took over in May.", 900, "2021-05-01 to 2021-07-09"),
        ("Some 40 men fled on Tuesday; three of them were hurt.", 3, "2021-07-06"),
        # what somebody decided or learned on a day
        ("NATO agreed on Tuesday to withdraw 900 soldiers.", 900, None),
        ("Some 900 people live there, the agency learned on Tuesday.", 900, None),
        ("Camps held 40 men on Thursday. Officials said on Tuesday 900 men had fled.", 900, None),
        # one time for alike parts
        (
            "Some 20 were killed, while 40 others were also killed in the last 48 hours.",
            20,
            "2021-07-07 to 2021-07-09",
        ),
        ("Scores of men died of cold and hunger last month.", 20, "2021-06-01 to 2021-06-30"),
        # the period of a report
        (
            "The first half of 2021 was deadly, a UN report found. Mines killed 900 people.",
            900,
            "2021-01-01 to 2021-06-30",
        ),
        ("The first half of 2021 was deadly, a UN report found. A blast killed 12.", 12, None),
        ("The first half of 2021 was deadly. Mines killed 900 people.", 900, None),
        ("The last half of 2019 was deadly, a UN report found. Mines killed 900.", 900, None),
        (
            "Weekly update (21-27 June 2021)\n\nThousands of people were displaced in Zabul.",
            1000,
            "2021-06-21 to 2021-06-27",
        ),
        # the day in front of an entry
        ("Events:\n- July 5 - HERAT. They seize a jail. Some 40 men are killed.", 40, "2021-07-05"),
        ("Events:\n- July 5 - HERAT. They seize a jail.\nSome 40 men are killed.", 40, None),
        # a total since an earlier day
        (
            "Since Monday, they have flown out 400 people, a total of 900 since June.",
            400,
            "2021-07-05 to 2021-07-09",
        ),
        # what the attack did
        (
            "A bomb attack hit on Tuesday. It rained. Some 40 have been killed in the attack.",
            40,
            "2021-07-06",
        ),
        # nothing told as past happens after the publication
        ("This year 40 men have been killed.", 40, "2021-01-01 to 2021-07-09"),
        ("This year 40 men will be sent home.", 40, "2021-01-01 to 2021-12-31"),
        # a time that is no day
        ("Some 40 men were killed on Tuesday. In recent weeks 900 men were killed.", 900, None),
    ],
)
def test_claim_takes_its_time_from_the_story(
    text: str, number: float, expected: str | None
) -> None:
    assert dates_of(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("On Tuesday, the minister said 40 guards had fled.", 40, None),
        ("During a visit on Tuesday the minister said that 40 guards had fled.", 40, None),
        ("As of Tuesday, 40 guards had fled, officials said.", 40, "2021-07-06"),
        ("On Tuesday parliament added 800 visas.", 800, "2021-07-06"),
        ("On July 5 the ministry sent out a letter to say 40 guards had come.", 40, None),
        ("Herat, July 8 (ANI): Some 40 guards fled.", 40, None),
        ("On July 8 (Thursday) some 40 guards fled.", 40, "2021-07-08"),
        ("The army lost 2,460 soldiers, including 13 last week.", 2460, None),
        ("The army lost 2,460 soldiers, including 13 last week.", 13, "2021-06-28 to 2021-07-04"),
        ("Police arrested 40 men over this week's attack on Herat.", 40, None),
        ("It needs 200 tanks as stocks are expected to run out by September.", 200, None),
        ("The war has raged since May and up to 5,000 people could be trapped.", 5000, None),
        ("Divided since the 1990s, they share a border of 900 kilometers.", 900, None),
        ("At least 25 men were killed by troops in a raid on Sunday.", 25, "2021-07-04"),
    ],
)
def test_day_of_a_report_or_a_state_dates_nothing(
    text: str, number: float, expected: str | None
) -> None:
    assert dates_of(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # a headline in the present tense, and one that rounds
        (
            "Over 40 guards killed in raids\nAt least 43 guards were killed on Tuesday.",
            40,
            "2021-07-06",
        ),
        # another day between ends a story
        (
            "Some 40 guards fled to Iran on Tuesday. On Monday it rained. Then 25 guards crossed.",
            25,
            None,
        ),
        # people counted without a verb
        (
            "Troops evacuated 168 people on Tuesday. There were 24 Sikhs on board.",
            24,
            "2021-07-06",
        ),
        # totals, periods and events told of again
        (
            "Some 40 guards fled to Iran on Tuesday. In all, 25 men were involved.",
            25,
            "2021-07-06",
        ),
        (
            "Raids killed 40 men on Tuesday. It rained. In Kunduz, 12 died during the same period.",
            12,
            "2021-07-06",
        ),
        (
            "At least 95 people have died in a bombing. Tuesday's blast hit a market.",
            95,
            "2021-07-06",
        ),
        ("An attack killed 60 men.\nAn explosion was heard on Tuesday.", 60, "2021-07-06"),
        # those an event killed, told right behind it or of "the attack" further below
        ("A blast hit Herat on Tuesday. Some 36 people were killed.", 36, "2021-07-06"),
        ("A blast hit Herat on Tuesday. In Kunduz, 36 people were killed.", 36, None),
        (
            "A blast hit Herat on Tuesday. It rained. It was dark. The attack killed 12 people.",
            12,
            "2021-07-06",
        ),
        (
            "A blast hit Herat on Tuesday. It rained. It was dark. The attacks have killed 900.",
            900,
            None,
        ),
        # parts of what was told, and what there was besides
        ("Some 40 shells were fired on Tuesday. Two of the shells hit it.", 2, "2021-07-06"),
        ("Some 30 jets left on Tuesday. There were also 14 flights.", 14, "2021-07-06"),
        (
            "Since May 1, 400 men died. Some 90 died in the violence.",
            90,
            "2021-05-01 to 2021-07-09",
        ),
        # a happening under way
        (
            "Some 75 Sikhs were flown out on Tuesday. He said 75 Sikhs are being flown out.",
            75,
            "2021-07-06",
        ),
        # a list goes on behind the name of a part of it
        (
            "Districts seized since July 1:\n\nNorth\n• Balkh: 25 districts\n\nWest\n• Herat: 16",
            16,
            "2021-07-01 to 2021-07-09",
        ),
    ],
)
def test_claim_goes_on_with_what_was_told(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("More than 120 men were killed, according to local sources on Thursday.", 120, None),
        ("Troops stood guard on Friday, a day after a bomb killed 100 people.", 100, "2021-07-08"),
        (
            "Some 46 soldiers, including two officers, who had sought refuge were sent on Tuesday.",
            46,
            "2021-07-06",
        ),
        (
            "It was the fifth time soldiers—some 1,600 in all—have fled in the past two weeks.",
            1600,
            "2021-06-25 to 2021-07-09",
        ),
        (
            "Since July 1, we've flown — the army has flown 800 people out.",
            800,
            "2021-07-01 to 2021-07-09",
        ),
        ("Some 40 men fled on Tuesday, bringing the total to 900 men.", 900, None),
        (
            "The 60 men who crossed while fleeing a raid were sent home on Tuesday.",
            60,
            "2021-07-06",
        ),
        ("The shelling in Htar Lae and Mar Craw killed 12 men.", 12, None),
        ("That is 90 flights total yesterday.", 90, "2021-07-08"),
        ("Five of the country's 34 provinces were attacked on Tuesday.", 34, None),
        ("On Tuesday 40 men fled; 12 motorbikes were destroyed.", 12, "2021-07-06"),
    ],
)
def test_scope_within_a_sentence(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == expected
