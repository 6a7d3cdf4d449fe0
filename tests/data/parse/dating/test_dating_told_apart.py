"""Event time of drills, headings, parts and wholes; published on Friday, 9 July 2021."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_dense import dated

_DRILL = "Drills that opened on July 2 wound up on Thursday, it said. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_DRILL + "Some [900] men took part.", "2021-07-02 to 2021-07-08"),
        (_DRILL + "In all, 900 men took part, [400] of them Russians.", "2021-07-02 to 2021-07-08"),
        (_DRILL + "Some 900 men and [40] tanks were involved.", "2021-07-02 to 2021-07-08"),
        (_DRILL + "Some [900] men will take part in the next one.", None),
        ("Drills opened on July 2. Some [900] men took part.", "2021-07-02"),
        ("Drills that opened on July 2 wound up. On Tuesday [900] men took part.", "2021-07-06"),
    ],
)
def test_who_took_part_was_there_from_opening_to_end(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Rebels take [sixth] town in four days\n\nHerat on Tuesday became the sixth "
                "town to fall, he said."
            ),
            "2021-07-06",
        ),
        (
            (
                "Rebels overrun Herat, [sixth] provincial capital lost\n\nRebels captured Herat on "
                "Tuesday, officials said."
            ),
            "2021-07-06",
        ),
        ("On Tuesday Herat was taken, the [sixth] town to fall in four days.", "2021-07-06"),
    ],
)
def test_last_one_counted_fell_when_the_lead_says(text: str, expected: str) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Weekly: 28 June-4 July 2021\n\nIN FIGURES (since May 2020)\nEvents: 90\n"
                "Reported fatalities: [400]\n\nSUMMARY\nIt rained."
            ),
            "2020-05-01 to 2021-07-09",
        ),
        (
            "In figures, May 2020 to July 2021\nEvents: [90]\nDeaths: 400",
            "2020-05-01 to 2021-07-31",
        ),
        ("Rebels struck in June.\n\nIN FIGURES\nDeaths: [400]", None),
        # a line over a list that says something carries nothing down
        ("In 2014 there were four posts.\n\nThis is at stake:\n- [900] people need them", None),
        ("Aid came in April.\n\nIts staff, [64] in all, work in Herat.", None),
    ],
)
def test_heading_dates_the_lines_below_it(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a whole, and what had been before
        ("The rest is done, and [650] of the 2,500 men who were there in April are to stay.", None),
        (
            "The rest is done, and 650 of the [2,500] men who were there in April are to stay.",
            "2021-04-01 to 2021-04-30",
        ),
        (
            "On Thursday [nine] men were dead in a town rebels had seized two days before.",
            "2021-07-08",
        ),
        ("In all, [14] bodies had been received by Wednesday.", "2021-07-07"),
        ("Some [650] of the 2,500 men who came in April", "2021-04-01 to 2021-04-30"),
        # what follows, more that followed, and what somebody wants
        ("Rebels hold [ten] of 13 towns and, since Monday, a post near Herat.", None),
        ("They killed nine men and, on Tuesday, burned [two] houses.", "2021-07-06"),
        ("Some [60] posts fell, and seven more followed last week.", None),
        ("Some 60 posts fell, and [seven] more followed last week.", "2021-06-28 to 2021-07-04"),
        ("Its sponsors, [a dozen] senators, want a vote by next Tuesday.", None),
        ("With the gate shut since Sunday, [900] men crossed elsewhere on Thursday.", "2021-07-08"),
        # what is made up, named along, compared, or of a clause that is over
        ("On Tuesday there were 42 planes, which is [37] jets and five others.", "2021-07-06"),
        (
            "On Tuesday there were 42 planes, which is a record, and they took [900] people.",
            "2021-07-06",
        ),
        (
            (
                "A plane landed on Sunday with 90 people. Eighty Indians and [two] Nepalese, "
                "who had been moved on Saturday, reached by a special flight."
            ),
            "2021-07-04",
        ),
        (
            "It took in 92 wounded last month, against 61 in May; more than [a third] were boys.",
            "2021-06-01 to 2021-06-30",
        ),
        ("In May they held 30 districts and [60] districts are now contested.", None),
        ("[Two] Britons, among 40 taken hostage in May, were freed on Tuesday.", "2021-07-06"),
        ("By Tuesday night, 12 days after it began, [4,000] families had fled.", "2021-07-06"),
        ("It fell at 3 a.m. on Sunday; by noon [18] tanks had been driven away.", "2021-07-04"),
        ("It took in 28 wounded on Monday and, by noon on Tuesday, another [30].", "2021-07-06"),
        (
            "Since June 14 it has flown out 900, or [950] counted from June 1.",
            "2021-06-01 to 2021-07-09",
        ),
        # times of saying, of founding, of launching
        ("They are among the [900] evacuees there, as the army put it on Tuesday.", None),
        ("Founded in 1988, the trust employs [2,600] Afghans.", None),
        (
            "Some [900] people had left in the airlift, which it launched on June 13.",
            "2021-06-13 to 2021-07-09",
        ),
        ("On July 6 a bombing at the gate claimed more than [90] lives.", "2021-07-06"),
        ("Two vans hit a mine on Tuesday and [nine] people are dead.", "2021-07-06"),
        ("May and June alone left [783] civilians dead.", "2021-05-01 to 2021-06-30"),
        (
            "In the past two decades it has put [$90 million] into schools.",
            "2001-07-09 to 2021-07-09",
        ),
        ("He hopes to bring 900 home within 36 hours, and says that [200] more will go.", None),
    ],
)
def test_time_of_another_part_stays_there(text: str, expected: str | None) -> None:
    assert dated(text) == expected


_COUNT = (
    "The mission documented 1,600 civilians killed in the first six months of 2021, "
    "up 47 percent on the same months of 2020. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Since June 14 some 900 people have left, 90 of them on Tuesday. That "
                "includes [40] Britons."
            ),
            "2021-06-14 to 2021-07-09",
        ),
        ("As of Monday 900 planes had left. That includes [40] tanks.", None),
        ("They activated the fleet on Tuesday. That's [18] planes.", "2021-07-06"),
        ("On Tuesday 42 planes left. Add to that [48] flights by allies.", "2021-07-06"),
        (
            "Police held 90 migrants on Tuesday. A total of [38] smugglers were caught as well.",
            "2021-07-06",
        ),
        (
            (
                "The number of people killed since February 1 rose to 900. [Nine] of "
                "the dead were boys."
            ),
            "2021-02-01 to 2021-07-09",
        ),
        (
            (
                "Rockets struck on July 2.\n\nHe said that [60 per cent] of those displaced "
                "stay with relatives."
            ),
            None,
        ),
        (
            (
                "He told reporters on Tuesday while showing the site. Along it stand [103] "
                "posts, and guards walk it at night."
            ),
            None,
        ),
        ("Rebels came on Tuesday. The camp there shelters an estimated [9,200] people.", None),
        ("He called up [12,000] men on Thursday.", "2021-07-08"),
        ("He called up 12,000 men on Thursday. In all, [20,000] troops are to help.", None),
        (
            _COUNT + "Women account for [46 percent] of these casualties.",
            "2021-01-01 to 2021-06-30",
        ),
        (_COUNT + "It blames rebels for [39 percent] of the victims.", "2021-01-01 to 2021-06-30"),
        # what those told of did next, and what a lasting thing did before it ended
        ("Rebels took Herat on Tuesday. They left behind [14] tanks.", "2021-07-06"),
        ("Rebels took Herat on Tuesday. He put the backlog at [90] lorries.", None),
        ("The airlift ended on Tuesday. It brought out [2,200] people.", None),
        (
            (
                "Rockets killed 27 on Sunday and Monday. He knew. The army lost [nine] soldiers "
                "over the same two days."
            ),
            "2021-07-04 to 2021-07-05",
        ),
        # updates of a live report
        (
            (
                "9:30 pm (GMT)\nA blast has killed [13] people.\n8:10 pm (GMT)\nIt rained.\n"
                "7:00 pm (GMT)\nIt was dry."
            ),
            "2021-07-09",
        ),
        # a total has the one day of its parts
        (
            (
                "Warplanes killed [33] rebels in two provinces, the army said.\nIn Balkh, 19 "
                "died on Tuesday. The other 14 were killed in Herat on the same day."
            ),
            "2021-07-06",
        ),
        (
            (
                "Warplanes killed [33] rebels in two provinces, the army said.\nIn Balkh, 19 "
                "died on Tuesday. The other 14 were killed in Herat on Monday."
            ),
            None,
        ),
    ],
)
def test_time_of_the_sentence_before(text: str, expected: str | None) -> None:
    assert dated(text) == expected
