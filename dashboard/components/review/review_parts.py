"""Parts of a long review: so many facts at a time, and the stretch of the text they stand in.

A text of a hundred kilobytes has eight hundred facts; sent as a whole with every click, they and
their text would be half a megabyte.
"""

from __future__ import annotations

import dataclasses
from typing import Final

import streamlit as st

from dashboard.adding.articles import Added
from dashboard.words.facts import counted
from dashboard.words.passage import Paragraph, paragraphs
from data.fact import Fact

FACTS: Final = 50
"""Facts of a part."""

_WHOLE: Final = 80
"""Facts up to which a review is not cut."""

_SHOWN: Final = "review-part"
_WAYS: Final = (("Part before", "arrow_back", -1), ("Next part", "arrow_forward", 1))


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A part of a review.

    Attributes:
        number: Which, from one on.
        of: How many there are.
        found: Its facts as the rules found them, by their order in the text.
        start: Where its stretch of the text begins.
        end: Where the next one's begins, or the text ends.
    """

    number: int
    of: int
    found: tuple[Fact, ...]
    start: int
    end: int

    def has(self, fact: Fact) -> bool:
        """Whether a fact is of this part."""
        return any(fact.fact_id == other.fact_id for other in self.found)


def parts_of(entry: Added) -> tuple[Part, ...]:
    """The parts of an article's review; one for an article that is not long.

    A paragraph with facts of two parts is shown with both.
    """
    text, found = entry.article.text, tuple(entry.found.values())
    if len(found) <= _WHOLE:
        return (Part(1, 1, found, 0, len(text)),)
    cut = [found[first : first + FACTS] for first in range(0, len(found), FACTS)]
    starts = [0, *(text.rfind("\n", 0, facts[0].start) + 1 for facts in cut[1:])]
    ends = []
    for facts, following in zip(cut, [*starts[1:], len(text)], strict=True):
        last = text.find("\n", facts[-1].end)
        ends.append(max(following, len(text) if last < 0 else last))
    spans = zip(cut, starts, ends, strict=True)
    return tuple(Part(number, len(cut), *span) for number, span in enumerate(spans, start=1))


def part_under_review(entry: Added, chosen: Fact | None) -> Part:
    """The part of the chosen fact, else the one that was looked at last."""
    parts = parts_of(entry)
    name = entry.article.article_id
    before, number = st.session_state.get(_SHOWN, (name, 1))
    last = min(number, len(parts)) if before == name else 1
    part = next((part for part in parts if chosen and part.has(chosen)), parts[last - 1])
    st.session_state[_SHOWN] = (name, part.number)
    return part


def part_steps(entry: Added, part: Part) -> None:
    """Draw which part it is, with buttons to the one before and the one after."""
    if part.of == 1:
        return

    def show(number: int) -> None:
        st.session_state[_SHOWN] = (entry.article.article_id, number)

    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        told = f"Part {part.number} of {part.of}, with {counted(len(part.found), 'fact')}"
        st.caption(told, width="content")
        with st.container(horizontal=True, gap="xsmall", width="content"):
            for label, icon, way in _WAYS:
                st.button(
                    label,
                    key=f"review-{label.lower().replace(' ', '-')}",
                    icon=f":material/{icon}:",
                    type="tertiary",
                    disabled=not 1 <= part.number + way <= part.of,
                    on_click=show,
                    args=(part.number + way,),
                )


def paragraphs_of(entry: Added, part: Part) -> tuple[Paragraph, ...]:
    """The paragraphs of a part, with all the facts in them marked."""
    article = entry.article
    inside = [fact for fact in entry.found.values() if part.start <= fact.start < part.end]
    every = paragraphs(article.text, inside, article.title, article.marks)
    return tuple(each for each in every if part.start <= each.start < part.end)
