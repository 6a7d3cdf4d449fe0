"""Minutes: notes of a briefing that name who speaks once, and go on in their words."""

from __future__ import annotations

from data.parse.attribution.discourse.references import resolve
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.sources.judging import Source

_LONGEST_TURN = 16
"""Most sentences that go on with who was named."""


def minuted(speech: Speech, at: int) -> Source | None:
    """Who speaks in minutes: the last that a sentence opens with and that said something.

    "UNHCR was working with 18 partners", behind "Sana Farid, for UNHCR, said the situation was
    grave", is what she said.
    """
    if not speech.is_minuted:
        return None
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_TURN), -1):
        if speech.readings[place].sentence.is_heading:
            return None
        for utterance in speech.utterances(place):
            if utterance.first == 0 and utterance.source.nature in {"person", "name"}:
                return resolve(speech, place, utterance.source, ())
    return None
