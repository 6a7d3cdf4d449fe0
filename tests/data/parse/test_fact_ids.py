"""Ids of facts: each has one of its own, whatever stands beside it."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Panjshir and Rokha had fallen to the Taliban.", 2),
        ("The Taliban took Herat and Kandahar, and 12 guards and 12 police fled.", 4),
    ],
    ids=["a province and a district in it", "two provinces, two numbers"],
)
def test_facts_of_one_word_have_ids_of_their_own(text: str, facts: int) -> None:
    found = extract(Article(article_id="made-up", text=text, title=""))
    assert len(found) == facts
    assert len({fact.fact_id for fact in found}) == facts
