"""Itself: who says of itself what it does: "Uzbekistan says it has shut the crossing"."""

from __future__ import annotations

from data.parse.attribution.sources.words import speech_verbs
from data.parse.reading import Reading
from data.parse.statements.triggers import opens_trigger
from data.parse.subjects import Subject, find_subject

_ITSELF = frozenset({"it"})


def speaker_of_itself(reading: Reading, subject: Subject) -> Subject | None:
    """Whoever a verb of saying right before "it" has as its subject; None for any other subject.

    Nobody behind a verb that makes a claim of its own, as "warned it would" does.
    """
    at = subject.first
    if subject.actors or subject.stop != at + 1 or reading.lower[at] not in _ITSELF:
        return None
    verb = at - 1 - (reading.lower[at - 1 : at] == ["that"])
    if verb < 1 or reading.lower[verb] not in speech_verbs() or opens_trigger(reading.lower[verb]):
        return None
    speaker = find_subject(reading, verb)
    return speaker if speaker is not None and len(speaker.actors) == 1 else None
