"""Shares of what stands before them: a border, a province, the withdrawal."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str, str | None, str | None]
"""Words of a share, kind, what it is a share of, and who holds it."""

CASES: dict[str, list[Told]] = {
    # "of it" behind a border
    "The border with Tajikistan is long. Seventy percent of it is now controlled by the Taliban.": [
        ("Seventy percent", "control_share", "AFG-TJK", "taliban")
    ],
    "The Afghan-Iranian border is closed. Some 60 percent of it is in Taliban hands.": [
        ("60 percent", "control_share", "AFG-IRN", None)
    ],
    "Tajikistan shares a long border with Afghanistan, and 70 percent of it is in Taliban hands.": [
        ("70 percent", "control_share", "AFG-TJK", None)
    ],
    # predicates
    "The border with Tajikistan is 70 percent under Taliban control.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    "The Afghan-Tajik border is now about 70 percent controlled by the Taliban.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    "Badakhshan province is 80 percent under Taliban control.": [
        ("80 percent", "control_share", "AF-BDS", "taliban")
    ],
    # the withdrawal, told before or called the process
    "The Pentagon assesses the process at better than 90 percent complete.": [
        ("90 percent", "progress_share", None, None)
    ],
    "The withdrawal goes on. About 90 percent is done.": [
        ("90 percent", "progress_share", None, None)
    ],
    "The retrograde continues. It is more than 95 percent complete.": [
        ("95 percent", "progress_share", None, None)
    ],
    # near misses
    "Takhar province lies on the border with Iran. Half of it is now controlled by the Taliban.": [
        ("Half", "other_count", None, None)
    ],
    "The border with Pakistan is 90 percent fenced.": [("90 percent", "other_count", None, None)],
    "The Afghan-Iranian border is dry. Some 70 percent of it is desert.": [
        ("70 percent", "other_count", None, None)
    ],
    "The withdrawal goes on. The dam at Kajaki is 90 percent complete.": [
        ("90 percent", "other_count", None, None)
    ],
    "The withdrawal goes on. The vaccination process is 90 percent complete.": [
        ("90 percent", "other_count", None, None)
    ],
    "The mill is running. About 90 percent is done.": [("90 percent", "other_count", None, None)],
    # changes are none
    "Civilian casualties were up 47 percent.": [],
    "Civilian casualties rose: up 47 percent, the mission said.": [],
    "Women make up 47 percent of the dead.": [("47 percent", "casualties", None, None)],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_share_is_of(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.kind, f.of, f.actor) for f in facts]
    assert found == CASES[text]
