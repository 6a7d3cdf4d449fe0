"""Members of a service: who is counted by the service they belong to."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Some 46 members of the Afghan National Army crossed into Pakistan.", "personnel", 46),
        ("Three men from the Afghan security forces fled to Uzbekistan.", "personnel", 3),
        ("Five men of the Afghan border police fled to Uzbekistan.", "personnel", 5),
        ("Four people from the police fled to Iran.", "personnel", 4),
        ("Twelve members of the security services fled to Iran.", "personnel", 12),
        ("Three men from army families fled to Iran.", "displaced", 3),
        ("Three men from a village nearby fled to Iran.", "displaced", 3),
        ("Ten members of the National Assembly fled to Iran.", "displaced", 10),
        # the number of a formation counts nothing, and parts nobody from what befell them
        ("About 40 soldiers of the 5th border battalion fled to Iran.", "personnel", 40),
        ("Nine soldiers of the 3rd brigade of the 207th Corps were killed.", "casualties", 9),
    ],
)
def test_kind_of_members(text: str, kind: str, value: float) -> None:
    (fact,) = extract(Article(article_id="x", text=text, title=""))
    assert (fact.kind, fact.value) == (kind, value)
