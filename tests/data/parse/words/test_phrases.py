"""Phrases: words of a word list are cut as the words of a text are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import tokenize

LETTERS = st.characters(categories=["L"])
PHRASES = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


@given(PHRASES)
def test_phrase_is_found_as_it_is_written(phrase: str) -> None:
    for names in (False, True):
        (match,) = PhraseMatcher([(phrase, "it")], names=names).find(tokenize(phrase))
        assert (match.start, match.end, match.payload) == (0, len(phrase), "it")
