"""The day a text gives for its own publication."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.adding.publication_day import said_day
from data.clues import Clues

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
    ("dateline", "assumed"),
    [
        ("DUSHANBE. July 5 (Agency) - ", True),
        ("MOSCOW, July 5. /AGENCY/. ", True),
        ("Tehran, July 5, Agency – ", True),
        ("KABUL (Agency, 5 July 2021): ", False),
        ("ISLAMABAD - 5 July 2021: ", False),
        ("DUSHANBE, July 5, 2021, Asia-Wire -- ", False),
    ],
)
def test_datelines_of_many_agencies(dateline: str, assumed: bool) -> None:
    found = said_day(f"Guards flee\n\n{dateline}{STORY}", 2021)
    assert found is not None
    assert (found.day, found.year_assumed, found.other) == (DAY, assumed, None)


@pytest.mark.parametrize("line", ["05.07.2021 16:40", "16:40 05.07.2021", "Date: 05.07.21"])
def test_in_figures_with_dots_the_day_comes_first(line: str) -> None:
    found = said_day(f"Guards flee\n{line}\n{STORY}", 2021)
    assert found is not None
    assert (found.day, found.other) == (DAY, None)


@pytest.mark.parametrize(
    ("text", "month_first", "day", "other"),
    [
        ("05/07/2021", None, DAY, dt.date(2021, 5, 7)),
        ("07-05-2021", None, dt.date(2021, 5, 7), DAY),
        ("07/05/2021", True, DAY, None),
        ("05/07/2021", False, DAY, None),
        ("Monday, 07/05/2021", None, DAY, None),
        ("07/05/2021\n\nKABUL, July 5 (Agency) - A post fell.", None, DAY, None),
        ("25/07/2021", None, dt.date(2021, 7, 25), None),
    ],
)
def test_figures_that_can_be_read_in_two_ways(
    text: str, month_first: bool | None, day: dt.date, other: dt.date | None
) -> None:
    found = said_day(f"Guards flee\n{text}\n{STORY}", 2021, Clues(month_first=month_first))
    assert found is not None
    assert (found.day, found.other) == (day, other)


def test_what_a_page_shows_beside_its_text_is_looked_at_first() -> None:
    clues = Clues(date_lines=("Updated 7 July 2021", "6 Jul, 10:00", "By A. Writer, July 5, 2021"))
    found = said_day(f"Guards flee\n\n{STORY}", 2021, clues)
    assert found is not None
    assert (found.day, found.words) == (DAY, "By A. Writer, July 5, 2021")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Guards flee\n\nPrinted on 12 March 2024\n\nSome 40 guards fled.",
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
