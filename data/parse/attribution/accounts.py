"""Accounts: what goes on being told by somebody the article has introduced, without their name.

"They were guards, he said. Fewer than 25 had arms": behind "he said" the paragraph is his to its
end, and a body's behind "says it has". Behind a source that is named it may as well be the article
that goes on; of what stands there without a cue, annotators give two thirds to nobody.
"""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.parse.attribution.judging import Source
from data.parse.attribution.references import Speech, last_claimant
from data.parse.attribution.sides import Utterance
from data.parse.reading import Reading

_LONGEST_ACCOUNT = 4
"""Most sentences back to the one that names who tells it."""

_OWN = frozenset(("it", "its"))


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
            known = _was_known(last) or _tells_of_itself(before, last, speech.readings[at])
            return last_claimant(speech, place) if known else None
    return None


def _was_known(utterance: Utterance) -> bool:
    """Whether who speaks was named before: "They were guards, he said"."""
    return utterance.source.anaphor == "person" and utterance.side == "trailing"


def _tells_of_itself(before: Reading, utterance: Utterance, reading: Reading) -> bool:
    """Whether a body goes on about itself: "The ministry says it has 40. In May it had 9"."""
    told = before.lower[utterance.stop : utterance.stop + 2]
    if utterance.side != "leading" or _OWN.isdisjoint(told):
        return False
    return any(
        subject == "it" and verb in {"has", "had"}
        for subject, verb in itertools.pairwise(reading.lower)
    )


@functools.cache
def _turns() -> frozenset[str]:
    return frozenset(lexicon.attribution().continued.turns)
