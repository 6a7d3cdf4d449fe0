"""Who does what a verb says: where the noun phrase before the verb begins."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Thursday the Taliban seized 6 districts.", "Taliban"),
        ("On Thursday Taliban fighters seized 6 districts.", "Taliban fighters"),
        ("Last month Taliban fighters seized 6 districts.", "Taliban fighters"),
        ("In the north the Taliban hold 6 districts.", "Taliban"),
        ("Taliban envoys said on Friday they held 85% of Afghanistan.", "Taliban"),
        ("On Thursday the Taliban captured Zaranj.", "Taliban"),
    ],
)
def test_a_noun_phrase_begins_behind_day_and_place(text: str, who: str) -> None:
    article = Article(article_id="day", text=text, title="", published=dt.date(2021, 7, 9))
    assert [fact.who for fact in extract(article)] == [who]
