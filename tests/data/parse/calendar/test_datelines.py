"""Days counted from the day of writing that a dateline tells, and those over by then."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract


def days_of(text: str) -> list[tuple[str, str]]:
    """First and last day of each fact of a text that was published on a Friday."""
    article = Article(article_id="line", text=text, title="", published=dt.date(2021, 7, 9))
    return [(str(fact.when_start), str(fact.when_end)) for fact in extract(article)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("KABUL, July 7. /TASS/. Some 20 guards died overnight.", 6, 7),
        ("/TASS/ KABUL, July 7. Some 20 guards died overnight.", 6, 7),
        ("Tass, July 7. Some 20 guards died overnight.", 6, 7),
        ("KABUL, July 7 (Reuters) - Some 20 guards died yesterday.", 6, 6),
        ("HERAT, July 7 (Xinhua) -- In the past 24 hours 20 guards died.", 6, 7),
        ("Raid in Herat\nHERAT, July 7 - Fighting goes on.\nSome 20 guards died today.", 7, 7),
        # a weekday is the nearest before the publication
        ("KABUL, July 7 (Reuters) - Some 20 guards died on Thursday.", 8, 8),
        # a day of the text is none of writing, nor is one to come
        ("On July 7 the guards came. Some 20 guards died overnight.", 8, 9),
        ("KABUL, July 12 (Reuters) - Some 20 guards died overnight.", 8, 9),
    ],
)
def test_day_is_counted_from_the_dateline(text: str, first: int, last: int) -> None:
    assert days_of(text)[-1] == (f"2021-07-{first:02}", f"2021-07-{last:02}")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Similar raids earlier this month killed 12 people.", "2021-07-01", "2021-07-09"),
        ("Some 900 pupils kidnapped this year are missing.", "2021-01-01", "2021-07-09"),
        ("Police shot nine people this year.", "2021-01-01", "2021-07-09"),
        ("Some 900 pupils could be kidnapped this year.", "2021-01-01", "2021-12-31"),
        ("Some 900 guards will leave this month.", "2021-07-01", "2021-07-31"),
    ],
)
def test_what_was_done_has_no_days_to_come(text: str, first: str, last: str) -> None:
    assert days_of(text) == [(first, last)]
