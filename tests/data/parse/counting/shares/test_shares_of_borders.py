"""Shares of borders of which the text names one side only, or leaves out the word."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

SHARES = [
    # the subject's side is understood where somebody of its war holds the border
    ("The Taliban control 70 percent of the Tajik border.", [(70, "AFG-TJK")]),
    ("Moscow said the Taliban hold two-thirds of the Tajik frontier.", [(66.7, "AFG-TJK")]),
    ("Uzbekistan said the Taliban control 70 percent of the Tajik border.", [(70, "AFG-TJK")]),
    ("Afghan forces control 30 percent of the Uzbek border.", [(30, "AFG-UZB")]),
    ("The Taliban control 10 percent of the Chinese border.", [(10, "AFG-CHN")]),
    # in an article set there, too
    ("Fighting went on in Kunduz. Half of the Tajik border has fallen.", [(50, "AFG-TJK")]),
    # not where others hold it
    ("Kyrgyz forces control 70 percent of the Tajik border.", [(70, "KGZ-TJK")]),
    ("Kyrgyzstan controls 70 percent of the Tajik-Kyrgyz border.", [(70, "KGZ-TJK")]),
    ("Uzbekistan controls 70 percent of the Tajik border.", [(70, "TJK-UZB")]),
    ("Turkish guards control 70 percent of the Iranian border.", [(70, "IRN-TUR")]),
    ("Iranian guards hold 80 percent of the Afghan border.", [(80, "AFG-IRN")]),
    # each of a list is a border of its own
    (
        "The Taliban control 70 percent of the Tajik border and 60 percent of the Uzbek border.",
        [(70, "AFG-TJK"), (60, "AFG-UZB")],
    ),
    (
        (
            "The militants hold 95 percent of the border with Tajikistan and 60 percent of the "
            "border with Iran."
        ),
        [(95, "AFG-TJK"), (60, "AFG-IRN")],
    ),
    (
        (
            "The rebels hold 95 percent of the border with Tajikistan and 60 percent of the border "
            "with Uzbekistan."
        ),
        [(95, None), (60, None)],  # Kyrgyzstan has borders with both, too
    ),
    (
        "Tajik forces control 40 percent of the Kyrgyz border and 60 percent of the Uzbek border.",
        [(40, "KGZ-TJK"), (60, "TJK-UZB")],
    ),
    (
        (
            "The insurgents hold 70% of the Tajik border; 60% of the Uzbek border; and 50% of the "
            "Turkmen border."
        ),
        [(70, "AFG-TJK"), (60, "AFG-UZB"), (50, "AFG-TKM")],
    ),
    (
        (
            "The Taliban hold 70% of the border with Tajikistan, 60% of the border with Uzbekistan "
            "and 50% of the border with Iran."
        ),
        [(70, "AFG-TJK"), (60, "AFG-UZB"), (50, "AFG-IRN")],
    ),
    (
        "The Taliban hold almost all of the Tajik border and about half of the Uzbek border.",
        [(None, "AFG-TJK"), (50, "AFG-UZB")],
    ),
    # the word is left out
    (
        "The Taliban control 70 percent of the Tajik border and 60 percent of the Uzbek one.",
        [(70, "AFG-TJK"), (60, "AFG-UZB")],
    ),
    (
        "The Taliban hold 70% of the Tajik, 60% of the Uzbek and half of the Iranian border.",
        [(70, "AFG-TJK"), (60, "AFG-UZB"), (50, "AFG-IRN")],
    ),
    (
        (
            "Seventy percent of the frontier with Tajikistan and sixty percent of that with "
            "Uzbekistan is in Taliban hands."
        ),
        [(70, "AFG-TJK"), (60, "AFG-UZB")],
    ),
    (
        "The Tajik border is 70 percent under Taliban control, the Uzbek border 60 percent.",
        [(70, "AFG-TJK"), (60, "AFG-UZB")],
    ),
    (
        (
            "The Afghan-Tajik border is 70 percent under Taliban control and the Afghan-Uzbek "
            "border is 60 percent under Taliban control."
        ),
        [(70, "AFG-TJK"), (60, "AFG-UZB")],
    ),
    # of several borders together no one has the share
    ("The Taliban control a third of the Tajik and Uzbek borders.", [(33.3, None)]),
    (
        "The Taliban control 70 percent of the Tajik border, and Russia put it at 85 percent.",
        [(70, "AFG-TJK"), (85, "AFG-TJK")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_each_share_is_of_its_own_border(
    text: str, expected: list[tuple[float | None, str | None]]
) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 7, 9))
    facts = [fact for fact in extract(article) if fact.unit == "percent"]
    assert [(fact.value, fact.of) for fact in facts] == expected
    assert {fact.kind for fact in facts} == {"control_share"}


@pytest.mark.parametrize(
    "text",
    [
        "Half of the Tajik, a third of the Uzbek and most of the Turkmen fighters were hurt.",
        "The Taliban command 70 percent of the Tajik border guards.",
        "Kyrgyz officials said 70 percent of the Tajik border had been marked.",
    ],
)
def test_other_shares_are_of_no_border(text: str) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 7, 9))
    assert all(fact.kind != "control_share" for fact in extract(article))
