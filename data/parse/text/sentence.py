"""Sentence: a unit that claims are quoted in, whose words are cut when first asked for."""

from __future__ import annotations

import re

from data.parse.lazy import lazy
from data.parse.words.tokens import Token, straighten, tokenize

_WORD = re.compile(r"[^\W_]+")
_SPACED = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in range(256))
"""What becomes of each ASCII sign where only words and figures are to be left."""

_TITLE_CASE_SHARE = 0.7
_TITLE_CASE_WORDS = 4
CLOSING = "\"'”’»)]"
"""Signs that may stand behind the full stop of a sentence."""


class Sentence:
    """A sentence, headline or list line. Its words are cut when they are first asked for.

    Attributes:
        text: The whole article's text, which all offsets refer to.
        start: Offset of its first character in the article's text.
        end: Offset one past its last.
        bulleted: It stands in a list, behind a bullet.
        timed: It stands behind the time that opens its line.
    """

    def __init__(
        self, text: str, start: int, end: int, *, bulleted: bool = False, timed: bool = False
    ) -> None:
        """Take ``text[start:end]`` as a sentence; spaces at its ends do not belong to it."""
        self.text = text
        self.start = start
        self.end = end
        self.bulleted = bulleted
        self.timed = timed

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs."""
        return tokenize(self.text, self.start, self.end)

    @lazy
    def words(self) -> frozenset[str]:
        """Its words and figures in lower case, without what joins or ends them."""
        written = self.text[self.start : self.end]
        if written.isascii():  # parted at spaces, which takes two thirds of the time
            return frozenset(written.lower().encode().translate(_SPACED).decode().split())
        return frozenset(_WORD.findall(straighten(written).lower()))

    @lazy
    def is_heading(self) -> bool:
        """Whether it is written as a headline: no full stop, most words capitalised."""
        if not self.is_open:
            return False
        words = [token for token in self.tokens if token.is_word and len(token.text) > 1]
        capitals = sum(word.text[0].isupper() for word in words)
        return len(words) >= _TITLE_CASE_WORDS and capitals >= _TITLE_CASE_SHARE * len(words)

    @lazy
    def is_open(self) -> bool:
        """Whether no full stop or the like closes it, as in a headline or a line of a list."""
        closing = self.text[self.start : self.end].rstrip(CLOSING)[-1:]
        return closing not in {".", "!", "?", "…"}

    @lazy
    def is_question(self) -> bool:
        """Whether it ends in a question mark; a number in it is asked, not claimed."""
        return self.text[self.start : self.end].rstrip(CLOSING).endswith("?")
