"""The day a text gives for its own publication."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.publication_day import said_day

STORY = "Some 40 guards fled to Iran on 2 July 2021, an official said on Monday."
DAY = dt.date(2021, 7, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Guards flee\n\nPublished: 5 July 2021\n\n{STORY}", "Published: 5 July 2021"),
        (f"Guards flee\n\nPosted on July 5, 2021 at 14:30 GMT\n{STORY}", "Posted on July 5, 2021"),
        (f"Guards flee\nBy A. Writer, July 5, 2021\n{STORY}", "By A. Writer, July 5, 2021"),
        (f"Guards flee\n5 July 2021\n{STORY}", "5 July 2021"),
        (f"Guards flee\n{STORY}\n{STORY}\nPublished 2021-07-05", "Published 2021-07-05"),
        (f"Guards flee\n\nKABUL, July 5, 2021 - {STORY}", "KABUL, July 5, 2021"),
    ],
)
def test_a_day_that_a_line_gives_is_found(text: str, words: str) -> None:
    found = said_day(text, 2019)
    assert found is not None
    assert (found.day, found.words, found.year_assumed) == (DAY, words, False)


@pytest.mark.parametrize(
    "dateline", ["KABUL, July 5 - ", "KABUL, July 5 (Agency) - ", "Kabul, July 5 (Agency) - "]
)
def test_a_dateline_leaves_the_year_open(dateline: str) -> None:
    found = said_day(f"Guards flee\n\n{dateline}{STORY}", 2021)
    assert found is not None
    assert (found.day, found.year_assumed) == (DAY, True)
    assert found.words == dateline[: dateline.index("5") + 1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        f"Taliban promise peace by 31 August 2021\n\n{STORY}",
        f"Troops are to leave on 31 August 2021\n\n{STORY}",
        f"A chronology\n\nJuly 5 - Two districts fall in the north.\n{STORY}",
        "KABUL, Monday (Agency) - Some 40 guards fled.",
        "Guards flee\n\nJuly 2021\n\nSome 40 guards fled.",
    ],
)
def test_other_days_are_not_taken_for_it(text: str) -> None:
    assert said_day(text, 2021) is None
