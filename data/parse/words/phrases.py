"""Phrases: finds the entries of a word list in tokens, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from data.parse.words.tokens import Token, indexes_of, lower_case, norms_of, straighten, tokenize

Payload = TypeVar("Payload")

_new = tuple.__new__  # spares the generated constructor, see ``tokens``
_SHORTEST_CAPITALS = 4
"""A word of at least this many letters may stand in capitals: KABUL, but not US for us."""


class Match(NamedTuple, Generic[Payload]):
    """An entry found in a sentence.

    Attributes:
        first: Index of its first token in the sentence.
        stop: Index one past its last token.
        start: Offset of its first character in the article's text.
        end: Offset one past its last.
        payload: What the word list says about the entry.
    """

    first: int
    stop: int
    start: int
    end: int
    payload: Payload

    def covers(self, index: int) -> bool:
        """Whether a token index lies inside."""
        return self.first <= index < self.stop


class _Phrase(NamedTuple, Generic[Payload]):
    """An entry, filed under its first word.

    Attributes:
        rest: The words behind the first, in lower case.
        spelling: All words as they are written, where the case of letters counts.
        payload: What the word list says about the entry.
    """

    rest: tuple[str, ...]
    spelling: tuple[str, ...]
    payload: Payload


class _Begun(NamedTuple, Generic[Payload]):
    """Entries that begin with the same word.

    Attributes:
        longer: Those of several words by their second word, the longest first: many names begin
            with "the" or "New", but hardly any of them goes on like the text.
        alone: Those of this word only, which may differ in the case of letters.
    """

    longer: dict[str, list[_Phrase[Payload]]]
    alone: list[_Phrase[Payload]]


class PhraseMatcher(Generic[Payload]):
    """Finds phrases in tokens in one pass, whatever the size of the list.

    A hyphen in the text equals a space in the phrase ("Shir-Khan Bandar"), and curly
    apostrophes equal straight ones. With ``names=True`` the case of letters counts, but a
    word in capitals still matches (KABUL).
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]], *, names: bool = False) -> None:
        """Index phrases by their first two words.

        Args:
            entries: Phrase and what to return for it; a phrase given twice keeps the first.
            names: Whether the case of letters counts.
        """
        self._names = names
        self._index: dict[str, _Begun[Payload]] = {}
        last_words: set[str] = set()
        seen: set[tuple[str, ...]] = set()
        for phrase, payload in entries:
            spelling, norms = _words_of(phrase)
            key = spelling if names else norms
            if key and key not in seen:
                seen.add(key)
                last_words.add(norms[-1])
                begun = self._index.get(norms[0])
                if begun is None:
                    begun = self._index[norms[0]] = _Begun({}, [])
                same = begun.longer.setdefault(norms[1], []) if norms[1:] else begun.alone
                same.append(_new(_Phrase, (norms[1:], spelling, payload)))
        self.first_words = frozenset(self._index)
        self.last_words = frozenset(last_words)
        self._most_words = max((2 * len(key) - 1 for key in seen), default=0)
        for begun in self._index.values():
            for candidates in begun.longer.values():
                candidates.sort(key=lambda candidate: -len(candidate.rest))

    def words_behind(self, first: str) -> frozenset[str] | None:
        """What can stand right behind the first word of a phrase; None where nothing need be."""
        longer, alone = self._index[first]
        return None if alone else frozenset((*longer, "-"))

    def find(
        self, tokens: Sequence[Token], norms: Sequence[str] | None = None
    ) -> list[Match[Payload]]:
        """Matches in text order; of overlapping ones the first, and there the longest.

        Args:
            tokens: The tokens to search.
            norms: The norm of each, where they are at hand.
        """
        known = self._index
        norms = norms or norms_of(tokens)
        found: list[Match[Payload]] = []
        free = 0
        for index in indexes_of(known, norms):
            if index < free:
                continue
            longer, alone = known[norms[index]]
            match = self._longest(longer, tokens, index) if longer else None
            if match is None and alone:
                match = self._alone(alone, tokens, index)
            if match is not None:
                found.append(match)
                free = match[1]
        return found

    def match_at(self, tokens: Sequence[Token], index: int) -> Match[Payload] | None:
        """The longest match that begins at a token, or None."""
        begun = self._index.get(tokens[index][1])
        if begun is None:
            return None
        longer, alone = begun
        match = self._longest(longer, tokens, index) if longer else None
        return self._alone(alone, tokens, index) if match is None and alone else match

    def _longest(
        self, longer: dict[str, list[_Phrase[Payload]]], tokens: Sequence[Token], index: int
    ) -> Match[Payload] | None:
        """The longest of the entries of several words that begin at a token, or None."""
        behind = index + 1
        if behind >= len(tokens):
            return None
        word = tokens[behind][1]
        if word == "-" and behind + 1 < len(tokens):
            word = tokens[behind + 1][1]
        for rest, spelling, payload in longer.get(word, ()):
            stop = _stop_of(rest, tokens, behind)
            if stop and (not self._names or _is_spelled(spelling, tokens, index, stop)):
                span = (index, stop, tokens[index][2], tokens[stop - 1][3])
                return _new(Match, (*span, payload))
        return None

    def _alone(
        self, alone: list[_Phrase[Payload]], tokens: Sequence[Token], index: int
    ) -> Match[Payload] | None:
        """The first of the entries that are spelled as the word of a token is, or None."""
        text, _, start, end = tokens[index]
        for _, spelling, payload in alone:
            if (
                not self._names
                or spelling[0] == text
                or _is_spelled(spelling, tokens, index, index + 1)
            ):
                return _new(Match, (index, index + 1, start, end, payload))
        return None

    def match_before(self, tokens: Sequence[Token], stop: int) -> Match[Payload] | None:
        """The longest match that ends right before a token, or None."""
        if not stop or tokens[stop - 1].norm not in self.last_words:
            return None
        for first in range(max(0, stop - self._most_words), stop):
            match = self.match_at(tokens, first)
            if match is not None and match.stop == stop:
                return match
        return None


def _words_of(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words as they are spelled, with plain apostrophes and without hyphens, and their norms."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most are: ten times as fast
        return tuple(phrase.split()), tuple(phrase.lower().split())
    spelling = tuple(straighten(token.text) for token in tokenize(phrase) if token.norm != "-")
    return spelling, tuple(map(lower_case, spelling))


def _stop_of(rest: tuple[str, ...], tokens: Sequence[Token], index: int) -> int:
    """Where words that go on at a token stop, hyphens between them or not; 0 if they do not."""
    length = len(tokens)
    for word in rest:
        if index >= length:
            return 0
        norm = tokens[index][1]
        if norm == "-" and index + 1 < length:
            index += 1
            norm = tokens[index][1]
        if norm != word:
            return 0
        index += 1
    return index


def _is_spelled(spelling: tuple[str, ...], tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether words are written with the capitals of a name, or all in capitals."""
    words = iter(spelling)
    for token in tokens[first:stop]:
        text = token.text
        if token.norm == "-":
            continue
        word = next(words)
        if word == text or word == straighten(text):
            continue
        if not (text.isupper() and len(text) >= _SHORTEST_CAPITALS):
            return False
    return True
