"""Event time across sentences: quotations, sequels, progress and what keeps a day away."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_story import dates_of


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # "yesterday" is counted from the day on which somebody is quoted
        ('"Yesterday 90 men fled," he said on Thursday.', 90, "07-07"),
        (
            'Iran spoke out. The army said on Thursday it left. "Yesterday, 90 men fled."',
            90,
            "07-07",
        ),
        ('"Yesterday 90 men fled," he said.', 90, "07-08"),
        ("He said on Thursday that he knew. Yesterday 90 men fled.", 90, "07-08"),
        # the day behind a source is that of saying it, wherever that was
        ("Some 90 men have fled, Iran said in a note posted on its website on Tuesday.", 90, None),
        (
            "Iran posted on its page on Tuesday that 90 battles were fought in June.",
            90,
            "06-01 to 2021-06-30",
        ),
        ("The latest figures (July 8) state that 90 men were killed.", 90, None),
        # until a day means from now on, and nothing where it is past
        (
            "Some 90 guards take part in a drill that will run through July 20.",
            90,
            "07-09 to 2021-07-20",
        ),
        # parts have the time of the whole
        (
            "The new toll of 90 dead on Tuesday, July 6, including 13 guards, was given.",
            13,
            "07-06",
        ),
        (
            "In one month, 900 people have fled. Among these, 400 are women and 300 are children.",
            300,
            "06-09 to 2021-07-09",
        ),
        ("In June 90 towns were retaken, but five of these have since fallen.", 5, None),
        # the same number told again
        (
            "On Tuesday 17 guards fled to Iran. Iran let them in. The 17 guards had to flee.",
            17,
            "07-06",
        ),
        (
            "Some 111,000 refugees have fled since May 1. In all, 111,000 people fled.",
            111_000,
            "05-01 to 2021-07-09",
        ),
        # what befell people in an attack or an operation
        ("The army launched operations on Tuesday. Over 90 rebels have been killed.", 90, "07-06"),
        # the day of saying
        ("Nine men were killed in Iran, police said on Tuesday. The attack was short.", 9, None),
        # totals go on with numbers only
        (
            "The last plane left on Tuesday. She said that, in all, 900 people were flown out.",
            900,
            None,
        ),
        (
            "Some 40 men died in Iran and 60 in Herat on Tuesday. In all, 100 men died.",
            100,
            "07-06",
        ),
        # what still goes on, and vague times between
        ("A man blew himself up on Tuesday, as 900 people continue to flee.", 900, None),
        ("He said that they fled on Tuesday, and that recently 40 men have come.", 40, None),
    ],
)
def test_time_across_sentences(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == (expected and f"2021-{expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 90% of the pullout is complete, the command announced on Tuesday.", "2021-07-06"),
        ("On Tuesday the command said that over 90% of the pullout was done.", "2021-07-06"),
        (
            "It is ready, the army said on Tuesday. Over 90% of the pullout is complete.",
            "2021-07-06",
        ),
        ("Over 90% of the pullout is complete.", None),
        ("Over 90% of the pullout will be complete, it said on Tuesday.", None),
    ],
)
def test_progress_is_of_the_day_of_saying_it(text: str, expected: str | None) -> None:
    assert dates_of(text)[90] == expected
