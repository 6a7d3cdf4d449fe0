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
        # a state, a plan, a perfect and another scene are no part of it
        ("Some 40 guards fled to Iran on Tuesday. About 25 guards serve there.", 25, None),
        ("Some 40 guards fled to Iran on Tuesday. Another 25 will flee.", 25, None),
        ("Raids killed 40 men on Tuesday. The war has killed 900 men.", 900, None),
        ("Raids killed 40 men on Tuesday. In Kunduz, 12 men were killed.", 12, None),
        ("Raids have killed 400 men since 2014. Some 12 men were killed.", 12, None),
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
        ("The war has raged since May and up to 5,000 people could be trapped.", 5000, None),
        ("Divided since the 1990s, they share a border of 900 kilometers.", 900, None),
        ("At least 25 men were killed by troops in a raid on Sunday.", 25, "2021-07-04"),
    ],
)
def test_day_of_a_report_or_a_state_dates_nothing(
    text: str, number: float, expected: str | None
) -> None:
    assert dates_of(text)[number] == expected
