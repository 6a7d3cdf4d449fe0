"""A place, a day and a claimant that no word of a fact's own sentence names: the words that do."""

from __future__ import annotations

import dataclasses

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract
from data.told_elsewhere import told_elsewhere


def read(text: str, number: float) -> tuple[Article, Fact]:
    """The article of a text, and its fact of a number."""
    article = Article(article_id="a", text=text, title="")
    (fact,) = (each for each in extract(article) if each.value == number)
    return article, fact


def told(text: str, number: float) -> dict[str, tuple[tuple[str, ...], str | None]]:
    """The codes of what a fact has from elsewhere, and the words that name it."""
    found = told_elsewhere(*read(text, number))
    return {
        each.what: (each.codes, text[slice(*each.words)] if each.words else None) for each in found
    }


FOUGHT = "Fighting went on in Kunduz on 5 July 2021, the governor said."


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            f"{FOUGHT} Some 40 soldiers were killed, he said.",
            40,
            {
                "place": (("AF-KDZ",), "Kunduz"),
                "day": ((), "5 July 2021"),
                "claimant": ((), "governor"),
            },
        ),
        (
            f"{FOUGHT} At least 12 soldiers were killed in Takhar on 6 July 2021, officials said.",
            12,
            {},
        ),
        ("Moscow sent 40 guards to Dushanbe, the capital of Tajikistan.", 40, {}),
        ("About 40 Taliban held their own in Afghanistan.", 40, {}),
        ("The Taliban control 71 percent of the border with Tajikistan.", 71, {}),
        ("There were 40 soldiers in the province of Takhar. Kunduz has 300.", 40, {}),
    ],
)
def test_what_the_own_sentence_does_not_name_is_told_with_the_words_that_do(
    text: str, number: float, expected: dict[str, tuple[tuple[str, ...], str | None]]
) -> None:
    assert told(text, number) == expected


def test_the_sentence_of_the_words_is_the_nearest_one() -> None:
    text = f"Kunduz was quiet.\n\n{FOUGHT} Some 40 soldiers were killed.\n\nIt rained in Kunduz."
    place = next(each for each in told_elsewhere(*read(text, 40)) if each.what == "place")
    assert place.sentence is not None
    assert text[slice(*place.sentence)] == FOUGHT


def test_what_no_sentence_names_is_told_without_words() -> None:
    article, fact = read("Some 40 soldiers were killed.", 40)
    (place,) = told_elsewhere(article, dataclasses.replace(fact, places=("AF-KDZ",)))
    assert (place.codes, place.sentence, place.words) == (("AF-KDZ",), None, None)


def test_only_places_that_are_missing_are_told() -> None:
    article, fact = read(f"{FOUGHT} Some 40 soldiers were killed in Takhar.", 40)
    both = dataclasses.replace(fact, places=("AF-TAK", "AF-KDZ"))
    places = [each.codes for each in told_elsewhere(article, both) if each.what == "place"]
    assert places == [("AF-KDZ",)]


def test_nothing_that_a_reviewer_has_set_is_from_the_text() -> None:
    article, fact = read(f"{FOUGHT} Some 40 soldiers were killed, he said.", 40)
    corrected = ("places", "when_end", "attributed_to")
    assert told_elsewhere(article, dataclasses.replace(fact, corrected=corrected)) == ()
