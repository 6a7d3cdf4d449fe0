"""Article text with its facts marked; a click on a mark chooses the fact.

What is chosen stands apart from the text, and of an article is told by itself: the browser keeps
the text, which would otherwise be sent with every choice.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, Literal

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.session.bound_selection import choose_among
from dashboard.words.headlines import headline
from dashboard.words.kinds import kind_entry, theme_colour
from dashboard.words.passage import Paragraph, Piece
from dashboard.words.plain_text import steady
from data.fact import Fact

_component: Final = component("marked_text")


def marked_text(
    paragraphs: Sequence[Paragraph],
    facts: Mapping[str, Fact],
    *,
    key: str,
    label: str,
    chosen: str | None = None,
    visible: Collection[str] | None = None,
    size: Literal["article", "quote"] = "quote",
    inside: bool = False,
    follow: bool = False,
    stay: bool = False,
    led: int = 0,
    rejected: Mapping[str, Fact] | None = None,
    restore: Callable[[str], None] | None = None,
) -> None:
    """Draw paragraphs of an article.

    Args:
        paragraphs: What to draw, from :func:`dashboard.words.passage.paragraphs`.
        facts: The facts that the pieces name, by id.
        key: Key of the widget.
        label: What a screen reader calls it.
        chosen: The fact whose sentence is highlighted.
        visible: Ids of the facts that pass the filters; marks of others recede. None for all.
        size: Reading size of an article or of a quotation.
        inside: Whether a heading of the page stands above it; an article's own is then below that.
        follow: Scroll to the chosen fact on opening, too, and not only when the choice changes.
        stay: Do not scroll to the chosen fact: the reader is at what they have chosen it on.
        led: How often readers asked to be led here; once more, and they are.
        rejected: Facts that were left out, by id; their marks are struck through.
        restore: What a click on such a mark does.
    """
    left_out = rejected or {}
    shown = [
        {
            "kind": paragraph.kind,
            "pieces": [_piece(piece, facts, visible, left_out) for piece in paragraph.pieces],
        }
        for paragraph in paragraphs
    ]
    text = {
        "paragraphs": shown,
        "label": label,
        "size": size,
        "heading": "h4" if inside else "h1" if size == "article" else "h2",
        "of": _name(key, paragraphs),
    }
    choice = {
        "chosen": chosen,
        **_marked(paragraphs, facts, chosen),
        "follow": follow,
        "stay": stay,
        "led": led,
    }
    draw = functools.partial(
        _component, key=key, on_chosen_change=lambda: _choose(key, left_out, restore)
    )
    if size == "quote":  # the text is as new as the choice
        draw(data={**text, "choice": choice})
        return
    with st.container(gap=None):
        draw(data=text)
        _component(
            key=f"{key}-choice", data={"of": text["of"], "choice": choice}, width=1, height=1
        )


def _name(key: str, paragraphs: Sequence[Paragraph]) -> str:
    """What a text and its choice find each other by: its pieces, which a choice counts."""
    return f"{key}-{hash(tuple(paragraphs)):x}"


def _marked(
    paragraphs: Sequence[Paragraph], facts: Mapping[str, Fact], chosen: str | None
) -> dict[str, Any]:
    """Which pieces of a text a choice lights, and which are its marks, by their places in it."""
    fact = facts.get(chosen or "")
    if not fact:
        return {"lit": [], "marks": []}
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    return {
        "lit": [at for at, piece in enumerate(pieces) if fact.fact_id in piece.sentences],
        "marks": [at for at, piece in enumerate(pieces) if fact.fact_id in piece.marks],
        **_face(fact),
    }


def _face(fact: Fact) -> dict[str, Any]:
    """How the mark of a fact looks."""
    return {"number": fact.has_number, "colour": theme_colour(kind_entry(fact.kind))}


def _choose(key: str, rejected: Mapping[str, Fact], restore: Callable[[str], None] | None) -> None:
    ids = st.session_state[key].chosen
    if not (isinstance(ids, list) and ids and all(isinstance(item, str) for item in ids)):
        return
    if restore and ids[0] in rejected:
        restore(ids[0])
    else:
        choose_among(ids)


def _piece(
    piece: Piece,
    facts: Mapping[str, Fact],
    visible: Collection[str] | None,
    rejected: Mapping[str, Fact],
) -> dict[str, Any]:
    marked = [facts[fact_id] for fact_id in piece.marks if fact_id in facts]
    shown: dict[str, Any] = {"text": steady(piece.text), "facts": [fact.fact_id for fact in marked]}
    if marked:
        shown |= {
            **_face(marked[0]),
            "title": "; ".join(headline(fact) for fact in marked),
            "faded": visible is not None and not any(fact.fact_id in visible for fact in marked),
        }
    elif gone := [rejected[fact_id] for fact_id in piece.marks if fact_id in rejected]:
        shown |= {
            "facts": [gone[0].fact_id],
            "rejected": True,
            "number": gone[0].has_number,
            "colour": "gray",
            "title": f"Rejected: {headline(gone[0])}. Press to restore it.",
        }
    return shown
