"""Stacked figures: numbers on lines of their own, and the lines that say what they count."""

from __future__ import annotations

import pytest

from data.article import Article
from data.explain import explain_in_words
from data.parse import extract, read_facts

BOXES: dict[str, list[tuple[str, str, str]]] = {
    # figures above their labels, with a title or without
    "KEY FIGURES\n18.4M\npeople in need\n550,000\npeople displaced in 2021": [
        ("18.4M", "other_count", "18.4M\npeople in need"),
        ("550,000", "displaced", "550,000\npeople displaced in 2021"),
    ],
    "KEY FIGURES\r\n\r\n1,659\r\n\r\nCivilians killed\r\n\r\nUS$ 1.3bn\r\n\r\nrequired": [
        ("1,659", "casualties", "1,659\r\n\r\nCivilians killed"),
        ("US$ 1.3bn", "money", "US$ 1.3bn"),
    ],
    "270 000+\nIDPs since 1 January": [("270 000+", "displaced", "270 000+\nIDPs since 1 January")],
    # above or below: nobody can tell
    "IDPs\n550,000\nRefugees\n2,600,000": [],
    "IDPs\n550,000\nRefugees\n2,600,000\nContact us": [],
    "IDPs\n550,000\nRefugees\n2,600,000\nPeople in need": [],
    # numbers of pages and of lines, years, text
    "The post fell.\n\n12\n\nRefugees in Kunduz": [],
    "1\nDistricts taken\n2\nPeople killed": [],
    "2021\nPeople displaced": [],
    "12,400\nPeople fled to the city, and they are in need of food.": [],
    "12,400\nSituation in the north\nPeople fled.": [],
}


@pytest.mark.parametrize("text", BOXES)
def test_a_figure_is_read_with_its_label(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=None)
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end].strip(), f.kind, f.quote) for f in facts]
    expected = [(words.rstrip("+"), kind, quote) for words, kind, quote in BOXES[text]]
    assert [(words.rstrip("+"), kind, quote) for words, kind, quote in found] == expected


def test_a_figure_that_is_not_read_is_left_alone_with_a_reason() -> None:
    text = "IDPs\n550,000\nRefugees\n2,600,000"
    article = Article(article_id="a", title="", text=text, published=None)
    left = read_facts(article)[1]
    assert [text[one.start : one.end] for one in left] == ["550,000", "2,600,000"]


def test_a_figure_and_its_label_are_one_line_of_the_explanation() -> None:
    text = "KEY FIGURES\n\n1,659\n\nCivilians killed"
    article = Article(article_id="a", title="", text=text, published=None)
    assert "13:36 1,659 Civilians killed" in explain_in_words(article)
