"""Whose border "the border with X" is: of a country that has one with X."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract

HELD = "two-thirds of the border with Tajikistan is under Taliban control"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"According to Russia's foreign ministry, {HELD}.", "AFG-TJK"),
        (f"Russia's foreign ministry says {HELD}.", "AFG-TJK"),
        (f"In Moscow's estimate, {HELD}.", "AFG-TJK"),
        ("Two-thirds of the border with Tajikistan is in Taliban hands, Moscow says.", "AFG-TJK"),
        ("India says it lost 20 men on the border with Pakistan.", "IND-PAK"),
        ("Turkish troops killed 20 men on the border with Iraq.", "IRQ-TUR"),
    ],
)
def test_it_is_not_of_who_says_so(text: str, place: str) -> None:
    (fact,) = extract(Article(article_id="border", text=text, title=""))
    assert fact.places == (place,)
