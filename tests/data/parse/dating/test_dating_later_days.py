"""Later days: counting, burying and reporting behind an event, and days counted from others."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.telling_days import dates_of

FIRE = "The fire service raised the number of dead from the market fire to "
FLAMES = " Flames tore through the stalls on Sunday night."
QUAKE = "Nothing new is known of the earthquake of July 3. "


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # a part of a toll that rose, and those counted beside it
        (FIRE + "92 on Wednesday, 21 of them children." + FLAMES, 21, "2021-07-04"),
        (FIRE + "92 on Wednesday and that of the injured to 140." + FLAMES, 140, "2021-07-04"),
        (
            QUAKE + "The agency's tally, from late Wednesday, was 95 deaths, 318 injured and two "
            "missing.",
            318,
            "2021-07-03",
        ),
        # a toll that was put at so many, and one that had been given lower
        (
            (
                "The toll at Barad, the largest camp of the army in the province, was put at 31 on "
                "Thursday. When rockets struck the barracks on Wednesday, the men were asleep."
            ),
            31,
            "2021-07-07",
        ),
        (
            (
                "Police now say that more than 90 people died in the valley. On Thursday evening "
                "they had still spoken of 63. The flood came on Tuesday night, when most were "
                "asleep."
            ),
            90,
            "2021-07-06",
        ),
        (
            (
                "Police now say that more than 90 people died in the valley. On Thursday evening "
                "they had still spoken of 63. The flood came on Tuesday night, when most were "
                "asleep."
            ),
            63,
            "2021-07-06",
        ),
        # bodies that were found, some who were flown home
        (
            (
                "The number of people killed in an ambush near Dori has risen to 80, officials "
                "said, after more bodies were found beside the road on Thursday. Soldiers shot 12 "
                "of the gunmen, who struck on Wednesday."
            ),
            80,
            "2021-07-07",
        ),
        (
            (
                "Nineteen guards were killed in the raid. The coffins were carried through the "
                "town on Thursday."
            ),
            19,
            None,
        ),
        (
            (
                "Gunmen came to the village on Saturday and set fire to 40 homes. Elders counted "
                "66 dead when they were buried on Sunday."
            ),
            66,
            "2021-07-03",
        ),
        ("On Tuesday the town was burying 30 of its people.", 30, None),
        # those for whom a day only closes what had been before
        (
            (
                "Nine trucks that had been stuck at the gate since the fall of Herat on June 15 "
                "crossed into Iran on Monday."
            ),
            9,
            "2021-07-05",
        ),
        (
            (
                "Ghazni was lost on Tuesday, in spite of 150 fighters who had come with their "
                "commander three days before."
            ),
            150,
            "2021-07-03",
        ),
        (
            (
                "Shops stayed shut in Kunduz on Thursday, a day after rebels stormed the prison. "
                "More than 500 inmates walked out of the jail."
            ),
            500,
            "2021-07-07",
        ),
    ],
)
def test_what_came_later_does_not_date_an_event(
    text: str, number: float, expected: str | None
) -> None:
    assert dates_of(text, number)[0] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # up to a weekday that is past
        ("The camp took in 291 people by Monday evening, officials said.", 291, "2021-07-05"),
        ("The police counted 94 requests for visas by Sunday.", 94, "2021-07-04"),
        ("The embassy said 650 citizens had asked for help by Tuesday.", 650, "2021-07-06"),
        # a period told before
        (
            (
                "The clinic has lost six patients since clashes broke out on Saturday. A guard "
                "died on Tuesday. Some 89 wounded people were brought in during the same period."
            ),
            89,
            "2021-07-03 to 2021-07-09",
        ),
        (
            (
                "Some 900 migrants were caught since June. On Thursday four smugglers were "
                "detained. Since June 900 migrants were caught. In the same period 77 guides were "
                "detained."
            ),
            77,
            "2021-06-01 to 2021-07-09",
        ),
        # what had lasted so many days when it ended
        (
            "In the fighting that ended on July 5 after 11 days, 256 people were killed.",
            256,
            "2021-06-25 to 2021-07-05",
        ),
        # a town made the fourth or the eighth since a day or in some days
        (
            (
                "Rebels overran Ghazni on Wednesday, making it the fourth provincial capital to be "
                "lost since Sunday."
            ),
            4,
            "2021-07-04 to 2021-07-09",
        ),
        # up to what is to come
        (
            "The army will receive 30 tanks before the end of the year.",
            30,
            "2021-07-09 to 2021-12-31",
        ),
        # days that are counted from others
        ("The last Thursday of June took 13 lives.", 13, "2021-06-24"),
        (
            (
                "Some 300 had fled since July 2, the day on which the army left. Three days before "
                "that the governor had been killed with five guards."
            ),
            5,
            "2021-06-29",
        ),
        (
            (
                "Rebels attacked the market on Tuesday. It was crowded when they came on Tuesday. "
                "It was two days after the attack that the first 25 patients got to the hospital."
            ),
            25,
            "2021-07-08",
        ),
        (
            (
                "The clinic, founded in 1988, is small. Rebels came on Tuesday. The next morning a "
                "helicopter crashed; three men died."
            ),
            3,
            "2021-07-07",
        ),
    ],
)
def test_days_are_counted_from_what_is_told(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text, number)[-1] == expected
