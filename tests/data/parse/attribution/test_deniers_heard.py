"""Deniers heard: who says more behind a denial, and states that tell in lines of their own."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def sources_of(text: str) -> list[str | None]:
    """Who says each number of a text, in order."""
    article = Article(article_id="x", text=text, title="", published=None)
    return [fact.attributed_to for fact in extract(article) if fact.has_number]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            (
                "The rebels said they held 9 towns, while the interior ministry denied that and "
                "said 40 rebels were killed."
            ),
            ["rebels", "interior ministry"],
        ),
        (
            (
                "The rebels said 9 towns fell, but the mayor rejected the claim and said 40 rebels "
                "died."
            ),
            ["rebels", "mayor"],
        ),
        (
            "The rebels claimed 9 towns; officials dispute this, saying 40 rebels died.",
            ["rebels", "officials"],
        ),
        ("The rebels took the fort, but the army denied it, saying 40 rebels died.", ["army"]),
        (
            (
                "The rebels said 9 towns fell, while officials in Oslo called for calm and said 40 "
                "men died."
            ),
            ["rebels", "officials in Oslo"],
        ),
        # who denies it only in passing does not speak
        (
            "The rebels said 9 towns fell, a tally the army rejected, and said 40 men died.",
            ["rebels", "rebels"],
        ),
        (
            "The rebels said 9 towns fell, denied that more had and said 40 men died.",
            ["rebels", "rebels"],
        ),
    ],
)
def test_who_denies_and_says(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Kabul airlift: passengers wait\n17.20 UK: 900+ people have been evacuated.", ["UK"]),
        ("Airlifts of evacuees\nSpain: 900 passengers were flown out of Kabul.", ["Spain"]),
        # a label that says where
        ("Germany: 900 people have been evacuated after floods.", [None]),
    ],
)
def test_a_state_tells_whom_it_flew_out(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("OSLO (Agency) - The Ministry of Defence said 40 guards died.", "nor-defence-ministry"),
        (
            "OSLO, Aug 2 - Nobody was seen. The defence ministry said 40 guards died.",
            "nor-defence-ministry",
        ),
        ("Oslo was quiet. The defence ministry said 40 guards died.", None),
        ("OSLO (Agency) - The bureau said 40 guards died.", None),
    ],
)
def test_a_ministry_is_that_of_the_capital_the_text_is_from(
    text: str, claimant: str | None
) -> None:
    [fact] = extract(Article(article_id="x", text=text, title="", published=None))
    assert fact.claimant == claimant


@pytest.mark.parametrize(
    "text",
    [
        'Kabul says no one came. "Forty men were killed," a note found in the fort said.',
        "Kabul says no one came. A note discovered at the fort said 40 men were killed.",
    ],
)
def test_a_document_that_was_found_speaks(text: str) -> None:
    assert sources_of(text) == ["note"]
