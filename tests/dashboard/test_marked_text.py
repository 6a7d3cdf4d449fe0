from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import marked_text as module
from dashboard.passage import paragraphs
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
    from dashboard.kinds import theme_colour
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
    drawn = [module._piece(piece, facts, fact.fact_id, set(), {}) for piece in line.pieces]
    assert [piece["text"] for piece in drawn] == ["Guards 👮 fled. ", "They ", "fear", " it."]
    assert [piece["lit"] for piece in drawn] == [False, True, True, True]
    assert drawn[2]["facts"] == [fact.fact_id]
    assert (
        drawn[2] | {"number": False, "colour": "yellow", "chosen": True, "faded": True} == drawn[2]
    )


def test_a_rejected_fact_is_struck_through_unless_another_has_the_same_words() -> None:
    gone, left = a_fact("a-1"), a_fact("a-2")
    (line,) = paragraphs(gone.quote, [gone, left])
    for facts, struck in (({}, True), ({left.fact_id: left}, False)):
        mark = module._piece(line.pieces[0], facts, None, None, {gone.fact_id: gone})
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
