from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.parts import marked_text as module
from dashboard.words.passage import paragraphs
from tests.dashboard.made_up import a_fact, open_app

SCRIPT = Path(module.__file__).with_suffix(".js").read_text("utf-8")
STYLE = Path(module.__file__).with_suffix(".css").read_text("utf-8")


def test_text_is_only_ever_set_as_text() -> None:
    assert "textContent" in SCRIPT
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert unsafe not in SCRIPT


def test_nothing_is_fetched() -> None:
    for content in (SCRIPT, STYLE):
        assert not re.search(r"https?://|@import|url\(|fetch\(|import ", content)


def test_every_colour_of_a_kind_has_its_style() -> None:
    from dashboard.words.kinds import theme_colour
    from data import lexicon

    for kind in lexicon.kinds().values():
        assert f".c-{theme_colour(kind)} " in STYLE


def test_a_piece_says_what_it_marks() -> None:
    text = "Guards 👮 fled. They fear it."
    start = text.index("fear")
    fact = a_fact(
        quote="They fear it.",
        kind="concern",
        start=start,
        end=start + 4,
        sentence_start=start - 5,
        sentence_end=len(text),
    )
    facts = {fact.fact_id: fact}
    (line,) = paragraphs(text, facts.values())
    drawn = [module._piece(piece, facts, set(), {}) for piece in line.pieces]
    assert [piece["text"] for piece in drawn] == ["Guards 👮 fled. ", "They ", "fear", " it."]
    assert drawn[2]["facts"] == [fact.fact_id]
    assert drawn[2] | {"number": False, "colour": "yellow", "faded": True} == drawn[2]


def test_no_word_turns_the_line_around() -> None:
    (line,) = paragraphs("Some \u202e40 guards\u202c fled.", [])
    drawn = [module._piece(piece, {}, set(), {})["text"] for piece in line.pieces]
    assert "".join(drawn) == "Some 40 guards fled."


def test_a_choice_lights_its_sentence_and_gives_a_shared_mark_its_looks() -> None:
    words = "Guards fled. 12 are dead."
    span = {"start": 13, "end": 15, "sentence_start": 13, "sentence_end": len(words)}
    one = a_fact("a-1", quote="12 are dead.", kind="casualties", **span)
    other = a_fact("a-2", quote="12 are dead.", kind="concern", value=None, **span)
    facts = {fact.fact_id: fact for fact in (one, other)}
    lines = paragraphs(words, facts.values())
    for fact in (one, other):
        assert module._marked(lines, facts, fact.fact_id) == {
            "lit": [1, 2],
            "marks": [1],
            **module._face(fact),
        }
    assert module._face(one) != module._face(other)
    for nothing in (None, "gone"):
        assert module._marked(lines, facts, nothing) == {"lit": [], "marks": []}


def test_a_choice_does_not_send_the_text_of_an_article_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [
        _told(open_app(monkeypatch, page="article", fact=fact))
        for fact in ("ibt-2021-07-09.1704.control_share", "")
    ]
    (text, chosen), (same, other) = told
    assert text == same
    assert "paragraphs" in text
    assert chosen["of"] == other["of"] == text["of"]
    assert chosen["choice"]["marks"]
    assert not other["choice"]["marks"]


def _told(app: AppTest) -> list[Any]:
    """What the components of an article's text are told: the text, and the choice in it."""
    every = [json.loads(component.proto.json) for component in app.get("bidi_component")]
    told = [each[0] for each in every if isinstance(each, list)]
    return [each for each in told if each.get("of", "").startswith("article-text")]


def test_a_rejected_fact_is_struck_through_unless_another_has_the_same_words() -> None:
    gone, left = a_fact("a-1"), a_fact("a-2")
    (line,) = paragraphs(gone.quote, [gone, left])
    for facts, struck in (({}, True), ({left.fact_id: left}, False)):
        mark = module._piece(line.pieces[0], facts, None, {gone.fact_id: gone})
        assert mark.get("rejected", False) is struck
        assert mark["facts"] == [gone.fact_id if struck else left.fact_id]
        assert ("Press to restore" in mark["title"]) is struck


@pytest.mark.parametrize("page", [None, "article", "facts"])
def test_pages_hand_over_pieces_and_no_offsets(
    monkeypatch: pytest.MonkeyPatch, page: str | None
) -> None:
    app: AppTest = open_app(monkeypatch, page=page)
    components = app.get("bidi_component")
    assert components
    for component in components:
        told = json.loads(component.proto.json)
        data = told[0] if isinstance(told, list) else {}
        for paragraph in data.get("paragraphs", ()):
            assert set(paragraph) == {"kind", "pieces"}
            for piece in paragraph["pieces"]:
                assert not {"start", "end"} & set(piece)
