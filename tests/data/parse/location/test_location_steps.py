"""What is left out in the search for places would have found nothing."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract
from data.parse.draft import Draft
from data.parse.location.scene.scenes import Scene, Scenes
from data.parse.reading import Reading
from tests.accuracy.annotation import read_part, spread

WITH_EACH_OF_THE_WORDS = (
    "Four planes landed in the country. In all 34 provinces 400 projects ended. "
    "The base could house 5,000 evacuees. The state is home to 900 refugees. "
    "40 people were hurt in the capital. The borough will resettle 70 refugees. "
    "The bank froze $9 billion of the reserves. 20 men died in the attack. "
    "That takes the number of people flown out of Kabul to 800. It was the third such flight. "
    "Tajikistan sent 20,000 reservists to its southern frontier, and 40 of them were brought home. "
    "300 soldiers fled across the border."
)
RULES_OUT = "data.parse.location._ruled_out"


def facts(text: str) -> Sequence[Fact]:
    return extract(Article(article_id="a", text=text, title="", published=None))


@functools.cache
def annotated() -> dict[str, Sequence[Fact]]:
    """Some of the annotated texts with the facts that are found when nothing is changed."""
    return {text.text: facts(text.text) for text in spread(read_part("dev"), 120)}


def nothing(_: Reading) -> frozenset[object]:
    return frozenset()


def test_steps_that_a_sentence_rules_out_find_nothing_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [WITH_EACH_OF_THE_WORDS, *annotated()]
    found = [facts(WITH_EACH_OF_THE_WORDS), *annotated().values()]
    assert any(fact.places for told in found for fact in told)
    monkeypatch.setattr(RULES_OUT, nothing)
    assert [facts(text) for text in texts] == found


def test_a_number_asked_instead_of_several_others_is_where_it_was() -> None:
    """Each "of them" asks for the same number, and answers are remembered."""
    text = "In Kabul 900 troops, 82 of them from the 82nd, 40 of them guards, 12 of them sappers."
    assert {fact.places for fact in facts(text)} == {("AF-KAB",)}


def alone(scenes: Scenes, draft: Draft) -> Scene:
    return Scene(scenes.readings, scenes.at, draft)


def test_numbers_that_share_a_scene_are_where_each_would_be_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of a list are asked instead of one another, and the last of them first of all."""
    listed = "In Kabul 900 fled, 80 to the east, 70 to the west, 60 by bus, 50 by bus, 40 by bus."
    texts = [listed, *annotated()]
    found = [facts(listed), *annotated().values()]
    assert len(found[0]) > 1
    monkeypatch.setattr(Scenes, "of", alone)
    assert [facts(text) for text in texts] == found
