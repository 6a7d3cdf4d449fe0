"""A long review comes in parts, which leave nothing out."""

from __future__ import annotations

import itertools

import pytest

from dashboard.adding.articles import Added
from dashboard.components.review.review_parts import paragraphs_of, parts_of
from data.article import Article
from tests.dashboard.adding import open_page, paste, pieces, pressed
from tests.dashboard.made_up import words_on


def test_a_long_review_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "\n\n".join(f"Some {number} guards fled to Iran." for number in range(1001, 1131))
    page = pressed(paste(open_page(monkeypatch), f"Guards flee\n\n{told}"), "Read the facts")

    def listed() -> list[str]:
        buttons = [each for each in page.button if str(each.key).startswith("review-fact-")]
        return [each.label.split()[1] for each in buttons]

    def shown() -> list[str]:
        return [piece["text"] for piece in pieces(page) if piece["facts"]]

    every = [f"{number:,}" for number in range(1001, 1131)]
    assert (len(listed()), shown()) == (50, [word.replace(",", "") for word in every[:50]])
    assert "Part 1 of 3, with 50 facts" in words_on(page)
    pressed(page, "Next part")
    pressed(page, "Next part")
    assert "Part 3 of 3, with 30 facts" in words_on(page)
    assert shown() == [word.replace(",", "") for word in every[100:]]
    pressed(page, "Part before")
    pressed(page, "Start with the first")
    assert "Fact 51 of 130" in words_on(page)
    pressed(page, "Before")
    assert "The text of part 1 of 3" in words_on(page)
    pressed(page, "Reject")
    assert "Fact 50 of 129" in words_on(page)
    pressed(page, "All facts")
    assert "Part 2 of 3" in words_on(page)
    pressed(page, "Part before")
    assert "**Rejected**" in words_on(page)


def test_parts_of_a_review_leave_no_text_and_no_fact_out() -> None:
    told = [f"Some {number} guards fled." for number in range(1001, 1131)]
    text = " ".join(told[:60]) + "\n\nA quiet day.\n\n" + "\n".join(told[60:]) + "\nThe end.\n"
    entry = Added.of(Article(article_id="a", text=text, title=""))
    parts = parts_of(entry)
    assert [fact for part in parts for fact in part.found] == list(entry.found.values())
    assert (parts[0].start, parts[-1].end) == (0, len(text))
    for part, following in itertools.pairwise(parts):
        assert part.end >= following.start
    for part in parts:
        marked = {
            mark for each in paragraphs_of(entry, part) for p in each.pieces for mark in p.marks
        }
        assert {fact.fact_id for fact in part.found} <= marked
