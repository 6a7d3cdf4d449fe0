"""Gone before: towns that were taken on days of their own before the one that is told of."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract


def facts_of(text: str) -> list[Fact]:
    """The facts of a text that was published on a Monday in August."""
    article = Article(article_id="gone", text=text, title="", published=dt.date(2021, 8, 9))
    return extract(article)


@pytest.mark.parametrize(
    ("text", "captures"),
    [
        (
            "The Taliban took Taloqan on Sunday, after Aybak on Friday and Herat on Saturday.",
            ["AFG/taloqan 8", "AFG/aybak 6", "AFG/herat 7"],
        ),
        (
            "The Taliban took Taloqan on Sunday, following the city of Aybak on Friday.",
            ["AFG/taloqan 8", "AFG/aybak 6"],
        ),
        (
            "Taloqan fell to the Taliban on Sunday, after Aybak and Herat on Saturday.",
            ["AFG/taloqan 8", "AFG/aybak 7", "AFG/herat 7"],
        ),
        (
            "The Taliban lead. Taloqan was the third capital to fall, after Aybak on Friday.",
            ["AFG/taloqan None", "AFG/aybak 6"],
        ),
        # a clause between the place and its verb
        (
            (
                "Torghundi, through which $9 million in trade came every week, was taken by the "
                "Taliban on Friday."
            ),
            ["AFG/torghundi 6"],
        ),
        ("Herat, where 9,000 people live, was seized by the Taliban on Friday.", ["AFG/herat 6"]),
        ("The mayor of Herat, who had no car, was seized by the Taliban on Friday.", []),
        # where something else was before
        ("The Taliban took Taloqan on Sunday after fights in Aybak on Friday.", ["AFG/taloqan 8"]),
        ("The envoy flew to Taloqan on Sunday, after Aybak on Friday.", []),
    ],
)
def test_each_was_taken_on_its_day(text: str, captures: list[str]) -> None:
    found = [fact for fact in facts_of(text) if fact.kind == "capture"]
    days = [fact.when_start.day if fact.when_start else None for fact in found]
    assert [f"{fact.places[0]} {day}" for fact, day in zip(found, days, strict=True)] == captures


def test_what_follows_is_where_the_sentence_is_about() -> None:
    text = "The Taliban took Taloqan on Sunday, after Aybak on Friday. Doctors said 11 people died."
    assert facts_of(text)[-1].places == ("AF-TAK",)


@pytest.mark.parametrize("country", ["the country", "that country"])
def test_the_country_left_is_not_that_of_who_tells_overseas(country: str) -> None:
    text = (
        "The Taliban advance in Afghanistan. The Pentagon said the pullout was half done. "
        f"About 300 trucks and 90 cooks had left {country}."
    )
    assert [fact.origin for fact in facts_of(text)[-2:]] == ["AFG", "AFG"]
