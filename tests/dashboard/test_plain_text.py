from __future__ import annotations

import collections
import re
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.words.plain_text import WORD_JOINER, escape, excerpt, excerpt_around, flat

HOSTILE = (
    "**bold** _it_ ~~gone~~ `code`",
    "[click](https://evil.example) ![x](http://evil.example/x.png)",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    ":material/delete: :red[alarm] :blue-badge[x] :smile: :streamlit: :small[x]",
    "$x^2$ costs $5 and $10 $$y$$",
    "www.evil.example https://evil.example/a?b=c someone@evil.example",
    "# head\n\n- item\n1. one\n> quote\n    code\n\n---",
    "a -> b <- c <-> d >= e <= f ~= g -- h",
    "&lt;b&gt; &amp; &#42;",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    ':color[x]{foreground="red"} :shimmer[x]',
    "[^1]: note [^1]",
)

# Text that Markdown has parsed and Streamlit still replaces things in.
REPLACED_LATER = re.compile(
    r":[\w+/-]+:|https?://|www\.|\w@\w|(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)", re.IGNORECASE
)


def parsed(markdown: str) -> str:
    """What a Markdown parser makes of text in which only backslash escapes mean anything."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


texts = st.text() | st.sampled_from(HOSTILE) | st.text(alphabet=string.punctuation + "aw.: \n1")


@given(texts)
def test_no_punctuation_is_left_active(text: str) -> None:
    without_escapes = re.sub(r"\\[!-/:-@\[-`{-~]", "", escape(text))
    assert not set(without_escapes) & set(string.punctuation)


@given(texts)
def test_the_reader_sees_the_same_characters_on_one_line(text: str) -> None:
    shown = parsed(escape(text)).replace(WORD_JOINER, "")
    assert shown == flat(text).replace(WORD_JOINER, "")


@given(texts)
def test_only_white_space_and_what_steers_a_line_is_left_out(text: str) -> None:
    line = flat(text)
    assert flat(line) == line
    left_out = collections.Counter(text) - collections.Counter(line)
    assert all(unicodedata.category(one) in {"Cc", "Cf"} or one.isspace() for one in left_out)


@pytest.mark.parametrize("turn", ["\u202e", "\u202d", "\u2066", "\u200f", "\u061c", "\x1b", "\x9b"])
def test_no_line_is_turned_around(turn: str) -> None:
    assert flat(f"Some {turn}40 men\n fled") == "Some 40 men fled"
    assert turn not in escape(f"a{turn}b")
    assert turn not in excerpt(f"a{turn}b", 10)


@given(texts)
def test_nothing_is_left_to_replace_after_parsing(text: str) -> None:
    assert not REPLACED_LATER.search(parsed(escape(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_examples(text: str) -> None:
    assert not REPLACED_LATER.search(parsed(escape(text)))
    assert "\n" not in escape(text)


def test_plain_words_stay_as_they_are() -> None:
    assert escape("Tajikistan fears it") == "Tajikistan fears it"


def test_an_excerpt_ends_at_a_word() -> None:
    assert excerpt("Over 1,000 troops, fled", 20) == "Over 1,000 troops…"
    assert excerpt("short\n enough", 20) == "short enough"
    assert len(excerpt("x" * 50, 20)) == 20


LONG = (
    "Earlier that week, " + "as many said, " * 20 + "over 1,000 guards fled" + ", they added" * 20
)


@pytest.mark.parametrize("length", [24, 60, 90, 240])
def test_an_excerpt_keeps_the_words_it_is_made_for(length: int) -> None:
    start = LONG.index("1,000 guards")
    cut = excerpt_around(LONG, start, start + len("1,000 guards"), length)
    assert "1,000 guards" in cut
    assert len(cut) <= length
    assert cut.startswith("…")
    assert cut.endswith("…")
    # Cut between words.
    assert cut.strip("…") in LONG
    assert f" {cut.strip('…')}" in LONG


def test_an_excerpt_begins_with_the_sentence_where_what_it_is_made_for_is_near() -> None:
    assert excerpt_around("Over 1,000 troops, fled", 5, 10, 20) == "Over 1,000 troops…"
    assert excerpt_around(" Over\n 1,000 fled ", 8, 13, 20) == "Over 1,000 fled"


@given(st.text(alphabet="ab1 \n,", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_stays_is_never_cut(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    stays = re.sub(r"\s+", " ", text[start:end]).strip(" ,;:")
    assert stays in excerpt_around(text, start, end, 20)
