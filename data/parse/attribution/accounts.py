"""Accounts: what goes on being told by somebody the article has introduced, without their name.

"Wolters said all were screened. Fewer than 25 were sent to clinics": behind a surname, "he said"
or "the ministry added" the paragraph is theirs to its end. Behind a source named in full for the
first time it may be the article that goes on.
"""

from __future__ import annotations

import functools
import itertools
import re

from data import lexicon
from data.parse.attribution.judging import Source
from data.parse.attribution.references import Speech, last_claimant
from data.parse.attribution.sides import Utterance
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_LONGEST_ACCOUNT = 4
"""Most sentences back to the one that names who tells it."""

_OWN = frozenset(("it", "its"))

_FULL_NAME = re.compile(r"\b[A-Z][\w'’-]*\.? (?=(?P<surname>[A-Z][\w'’-]+))")


def in_one_paragraph(speech: Speech, at: int) -> bool:
    """Whether a sentence and the next stand in one paragraph."""
    between = speech.readings[at].text[
        speech.readings[at].sentence.end : speech.readings[at + 1].sentence.start
    ]
    return "\n" not in between


def teller_of(speech: Speech, at: int) -> Source | None:
    """Who tells a sentence that goes on with the account of somebody known before."""
    if speech.readings[at].lower[0] in _turns():
        return None
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_ACCOUNT), -1):
        if not in_one_paragraph(speech, place):
            return None
        utterances = speech.utterances(place)
        if utterances:
            before, last = speech.readings[place], utterances[-1]
            known = _is_known(before, last) or _tells_of_itself(before, last, speech.readings[at])
            return last_claimant(speech, place) if known else None
    return None


def _is_known(reading: Reading, utterance: Utterance) -> bool:
    """Whether who speaks was named before: ", he said", "the ministry added", "Wolters said"."""
    source = utterance.source
    if source.anaphor == "person":
        return utterance.side == "trailing"
    if not _going_on().isdisjoint(reading.lower[source.stop : utterance.stop]):
        return True
    if source.nature not in {"person", "name"} or source.stop - source.first > 1:
        return False
    named_at = _full_names(reading.whole).get(source.words)
    return named_at is not None and named_at < reading.sentence.start


def _tells_of_itself(before: Reading, utterance: Utterance, reading: Reading) -> bool:
    """Whether a body goes on about itself: "The ministry says it has 40. In May it had 9"."""
    told = before.lower[utterance.stop : utterance.stop + 2]
    if utterance.side != "leading" or _OWN.isdisjoint(told):
        return False
    return any(
        subject == "it" and verb in {"has", "had"}
        for subject, verb in itertools.pairwise(reading.lower)
    )


@remembered
def _full_names(readings: Readings) -> dict[str, int]:
    """Offsets of the first full name that each surname of an article ends."""
    found: dict[str, int] = {}
    for match in _FULL_NAME.finditer(readings.article.text):
        found.setdefault(match["surname"], match.start())
    return found


@functools.cache
def _going_on() -> frozenset[str]:
    return frozenset(lexicon.attribution().continued.going_on)


@functools.cache
def _turns() -> frozenset[str]:
    return frozenset(lexicon.attribution().continued.turns)
