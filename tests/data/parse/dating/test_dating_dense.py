"""Event time in dense texts: periods in words, states, parts, appositions; published 2021-07-09."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def dated(marked: str) -> str | None:
    """First and last day of the number in square brackets, or one day where they are the same."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    facts = extract(Article(article_id="a", text=text, title="", published=PUBLISHED))
    fact = next(fact for fact in facts if fact.start <= start < fact.end)
    if fact.when_start is None:
        return None
    return " to ".join(dict.fromkeys((str(fact.when_start), str(fact.when_end))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goods worth [$90 million] crossed in 2019-20.", "2019-04-01 to 2020-03-31"),
        (
            "Goods worth [$90 million] crossed in the past Iranian year (ended March 20).",
            "2020-03-20 to 2021-03-20",
        ),
        (
            "The post took in [$2 million] in May against $1 million the month before.",
            "2021-05-01 to 2021-05-31",
        ),
        (
            "The post took in $2 million in May against [$1 million] the month before.",
            "2021-04-01 to 2021-04-30",
        ),
        ("The clinic has taken in [14] wounded since daybreak.", "2021-07-09"),
        ("Some [900] men died from the start of May to mid-June.", "2021-05-01 to 2021-06-20"),
        ("In fiscal 2020 the army got [$3 billion].", "2019-10-01 to 2020-09-30"),
        (
            "As of June 30, Congress had given [$80 billion] to the army since 2005.",
            "2021-06-30",
        ),
        # a day of each number
        ("They killed [12] men on Monday and 9 on Tuesday.", "2021-07-05"),
        ("They killed 12 men on Monday and [9] on Tuesday.", "2021-07-06"),
        ("They freed 90 men in Herat last month and [70] in Farah on Sunday.", "2021-07-04"),
        ("Three flights left on Tuesday and [two] more will follow on Saturday.", "2021-07-10"),
        ("By the end of Tuesday [three] flights had left; two more were due.", "2021-07-06"),
        # the day of telling
        ("Some 900 people are hungry, or [one in three], the agency warned on Tuesday.", None),
        ("On Tuesday the agency revealed that [900] men had fled.", None),
        ("He put the number of displaced people in the town at [900] on Tuesday.", None),
        ("Rebels overran a border post on Tuesday, killing [12] guards.", "2021-07-06"),
        ("In a Facebook post on Tuesday he said [12] guards were dead.", None),
        ("Police arrested [three] men in connection with last Friday's bombing.", None),
        # other clauses
        ("The agency has pitched [90] tents in Herat, where 40 men came in on Tuesday.", None),
        ("[Nine] towns are in the hands of rebels, who have taken 40 since May 1.", None),
        ("The army struck on Tuesday at the rebels, who have taken [nine] towns.", None),
        (
            "Of the [900] boys who were seized in May, two are still missing.",
            "2021-05-01 to 2021-05-31",
        ),
        ("When the pullout began in May, [900] soldiers were there.", "2021-05-01 to 2021-05-31"),
        ("Days after [80] boys were kidnapped, gunmen struck again on Tuesday.", None),
        (
            "Donors pledged $1 billion on Tuesday, twice the [$500 million] that had been sought.",
            None,
        ),
        ("Goods came in 2019, and [85 percent] of the fruit comes from there.", None),
        ("The mission ended on Sunday, having flown out [900] people.", None),
        ("Exports came to 90 tons in May, a far cry from the [900] hoped for.", None),
        # what stands between commas
        ("The price, [90] afghanis in May, has risen to 200.", "2021-05-01 to 2021-05-31"),
        ("The talks, held on Tuesday, were attended by [40] delegates.", "2021-07-06"),
        (
            "Some 78 men, [25] of them ill, landed in Doha on Tuesday, taking their total to 90.",
            "2021-07-06",
        ),
        # what is or was so in general
        ("Turkey, home to [3.6 million] refugees, began building in June.", None),
        ("The corps, [900] strong, dissolved on Tuesday.", None),
        ("On Tuesday a raid made the firm halt a [$20bn] (£14bn) project.", None),
        # compared with another time
        (
            "The UN counted [900] dead in the first five months, up 47 percent from a year ago.",
            "2021-01-01 to 2021-05-31",
        ),
        (
            "Raids killed 9 in May and June and wounded [40], more than in any May since 2009.",
            "2021-05-01 to 2021-06-30",
        ),
    ],
)
def test_number_is_dated_by_its_own_time(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels took power on May 5. Since May 5, 9 men fled. [40] have died since the coup.",
            "2021-05-05 to 2021-07-09",
        ),
        ("Rebels took power on May 5. [40] have died since the", None),  # broken off
        (
            "Raids in May came to 900, 300 of which were big.• In June, 26 raids killed [81] and",
            "2021-06-01 to 2021-06-30",
        ),
        ("Some 90 men crossed on Tuesday. Turkey let in [40] men.", None),
        ("Iran sent 90 men home in May and may send [half] of the rest.", None),
        ("A plane with 90 men landed on Tuesday. Of those, [40] will stay.", None),
        (
            "Drills were held on June 1-5. All told, [900] men took part.",
            "2021-06-01 to 2021-06-05",
        ),
        (
            "Some 900 came in since July 4. Of the arrivals, [40] had no papers.",
            "2021-07-04 to 2021-07-09",
        ),
        ("Some 90 men came on Tuesday. Iran hosts 900 families. Of them, [40] hold cards.", None),
        ("On Sunday alone 900 men fled. Earlier, [84] men were held.", None),
        ("A bomb killed 9 men on Sunday.\n\nHERAT: [40] men were killed when it was lost.", None),
        ("The clinic took in 98 men from May 1 to 5.\n\nNORTH\nShelling killed [29] men.", None),
        (
            "UPDATE\n21-27 June 2021\n\nPartners saw [24] incidents in the reporting period.",
            "2021-06-21 to 2021-06-27",
        ),
        (
            "UPDATE\n21-27 June 2021\n\nPartners fed [900] people over the past week.",
            "2021-06-21 to 2021-06-27",
        ),
        (
            "15.26 There were [two] blasts.\n15.02 Roads are shut.\n14.10 Rain falls.",
            "2021-07-09",
        ),
        (
            "Ghazni fell on Tuesday.\n\nGhazni's chief was arrested along with [nine] aides.",
            "2021-07-06",
        ),
        (
            "Planes entered over the weekend. [Nine] planes crossed in the course of two days.",
            "2021-07-03 to 2021-07-04",
        ),
    ],
)
def test_number_has_the_time_of_what_it_goes_on_with(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day behind the sign that closes an insertion is of the whole and of the part
        ("The strike killed [10] people, including seven children, on July 4.", "2021-07-04"),
        ("The strike killed 10 people, including [seven] children, on July 4.", "2021-07-04"),
        ("The strike killed [10] people (including seven children) on July 4.", "2021-07-04"),
        ("The strike killed [10] people, 7 of them women, on July 4.", "2021-07-04"),
        ("The strike killed [10] people (7 of them women) on July 4.", "2021-07-04"),
        ("The strike killed [10] people - 7 of them women - on July 4.", "2021-07-04"),
        ("The strike killed [10] people including seven children on July 4.", "2021-07-04"),
        ("They flew out [800] people, including 90 women, on July 4.", "2021-07-04"),
        # one inside it is of the part alone
        ("The war killed [2,400] soldiers, including 13 last week.", None),
        ("The war killed [2,400] soldiers, including 13 killed on July 4.", None),
        ("The war killed [2,400] men, including the 13 young men killed on July 4.", None),
        ("The war has killed [2,400] soldiers, including 13 servicemen on July 4.", None),
        ("They have flown out [900] men, including 90 men on July 4, since June 1.", "2021-06-01"),
        ("It killed [10] people, including seven children who had come on July 4.", None),
    ],
)
def test_day_behind_a_part(text: str, expected: str | None) -> None:
    found = dated(text)
    assert (found and found.split(" to ")[0]) == expected
