"""Wrapped text: a sentence is one, whatever width its lines were broken at, and a list is none."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.article import Article
from data.parse import extract
from data.parse.text.wrapped import unwrapped

STORY = (
    "KABUL - The last flights left on Wednesday, officials said, as thousands waited outside.",
    (
        "In the 24-hour period from Tuesday to Wednesday, approximately 19,000 people were "
        "evacuated on 90 U.S. military and coalition flights, Gen. Hank Taylor told reporters. "
        "Over the past 24 hours, the department has been in contact with about 500 more "
        "Americans in the country."
    ),
    (
        "“We have set up 12 camps in Herat for those who fled,” a minister said on Thursday, “and "
        "feed about 9,000 families there each day.”"
    ),
)


def claims_of(text: str) -> list[tuple[object, ...]]:
    """What the facts of a text say, whatever its line breaks."""
    article = Article(article_id="a", text=text, title="", published=dt.date(2021, 8, 26))
    facts = extract(article)
    assert all(fact.quote == text[fact.sentence_start : fact.sentence_end] for fact in facts)
    return [
        (
            *(fact.kind, fact.value, fact.who, fact.action, fact.places),
            *(fact.when_start, fact.when_end, fact.attributed_to, " ".join(fact.quote.split())),
        )
        for fact in facts
    ]


def wrapped_at(width: int, line_break: str) -> str:
    paragraphs = (textwrap.wrap(one, width, break_on_hyphens=False) for one in STORY)
    return (2 * line_break).join(map(line_break.join, paragraphs))


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_facts_are_the_same_at_any_width(width: int, line_break: str) -> None:
    assert claims_of(wrapped_at(width, line_break)) == claims_of("\n\n".join(STORY))


def test_facts_are_the_same_in_lines_that_were_justified() -> None:
    """Two spaces between words, a day and its month among them, are one."""
    justified = "\n\n".join(STORY).replace(" ", "  ")
    assert claims_of(justified) == claims_of("\n\n".join(STORY))


@pytest.mark.parametrize(
    "text",
    [
        # titles one below the other, lines of a list, a table, an address
        "Rebels take two districts in the north of the country\nArmy sends 900 men to Kunduz\n",
        "What is left to do before the last soldiers leave the base\nal-Qaida fighters: 400\nIS: 9",
        "The 12 camps of the north, as the ministry counts them\n- camps in Herat: 7\n- others: 5",
        "The 12 camps of the north, as the ministry counts them\n2. 500 men left for Herat\n",
        "Camp of the north, as counted\t900 men and more of them\ncamp of the south\t400 men",
        # the next word would have had room in lines that are followed by small letters
        (
            "the withdrawal of all foreign troops within fourteen months\n"
            "the release of 5,000 men\n"
            "and of no further sanctions on their leaders by March 10\nas agreed"
        ),
    ],
)
def test_lines_that_end_by_themselves_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab Z.\n\r-1,“”", max_size=400))
def test_offsets_stay(text: str) -> None:
    """Nothing but line breaks becomes anything else, and these become spaces."""
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(
        one == other or (one in "\r\n" and other == " ")
        for one, other in zip(text, plain, strict=True)
    )
