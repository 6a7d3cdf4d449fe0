"""Spoken: the sentences of an article with what was found out about who speaks in them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.parse.attribution.discourse.documents import is_minutes, speaker_of
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.saying.utterances import find_utterances
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.nations import code_of_name
from data.parse.reading import Reading

if TYPE_CHECKING:
    from data.parse.attribution import Attribution


class Speech:
    """The sentences of an article, and the utterances of those that were read.

    Attributes:
        readings: The sentences.
        sources: Sources of what a sentence claims, by its index, where they were asked for.
        stood_for: What an anaphor stands for, by the indexes of its sentence and first token,
            where it was asked for.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the sentences of an article; each is read for utterances when asked for."""
        self.readings = readings
        self.sources: dict[int, Sequence[Attribution]] = {}
        self.stood_for: dict[tuple[int, int], Source | None] = {}
        self._known: dict[int, list[Utterance]] = {}
        self._codes: dict[str, str | None] = {}

    @functools.cached_property
    def speaker(self) -> str | None:
        """Whose words the whole article is, by its heading."""
        return speaker_of(self.readings)

    @functools.cached_property
    def is_minuted(self) -> bool:
        """Whether the article is the minutes of a briefing, by its heading."""
        return is_minutes(self.readings)

    def code_of(self, name: str) -> str | None:
        """Actor code of a speaker by their label, which is looked up once."""
        if name not in self._codes:
            self._codes[name] = code_of_name(name)
        return self._codes[name]

    def utterances(self, at: int) -> list[Utterance]:
        """The utterances of a sentence, which is read for them once."""
        if at not in self._known:
            self._known[at] = find_utterances(self.readings[at])
        return self._known[at]
