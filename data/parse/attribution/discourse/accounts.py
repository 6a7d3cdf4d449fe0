"""Accounts: what goes on being told by somebody the article has introduced, without their name.

"They were guards, he said. Fewer than 25 had arms": behind "he said" the sentence that counts
without a noun is his, and a body's behind "says it has". Elsewhere it may as well be the article
that goes on; of what stands there without a cue, annotators give two thirds to nobody.
"""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.parse.attribution.discourse.references import last_claimant
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.words import is_verb
from data.parse.reading import Reading

_LONGEST_REPORT = 2
"""Most sentences back to the one that "According to X" opens."""

_REPORTED: frozenset[Nature] = frozenset(("body", "medium", "name"))
"""Whose reports go on; "some estimates" tell of one thing."""

_ADJECTIVES = 2
"""Most words between a number and its noun."""


def in_one_paragraph(speech: Speech, at: int) -> bool:
    """Whether a sentence and the next stand in one paragraph."""
    between = speech.readings[at].text[
        speech.readings[at].sentence.end : speech.readings[at + 1].sentence.start
    ]
    return "\n" not in between


def teller_of(speech: Speech, at: int) -> Source | None:
    """Who tells a sentence that goes on with the account of somebody known before."""
    if speech.readings[at].lower[0] in _turns() or _explains(speech.readings[at]):
        return None
    if not at or not in_one_paragraph(speech, at - 1) or not speech.utterances(at - 1):
        return None
    before, last = speech.readings[at - 1], speech.utterances(at - 1)[-1]
    known = _was_known(last) and _counts_bare(speech.readings[at])
    known = known or _tells_of_itself(before, last, speech.readings[at])
    known = known or (_was_known(last) and _tells_what_they_had(before, last, speech.readings[at]))
    return last_claimant(speech, at - 1) if known else None


def _explains(reading: Reading) -> bool:
    """Whether a sentence explains what it begins with: "The gate, which earns 40, is shut"."""
    first = min((one.outer_first for one in reading.quantities), default=0)
    opening = reading.lower[0] in lexicon.grammar().determiners
    return opening and any(
        reading.lower[index] == "," and reading.lower[index + 1] == "which"
        for index in range(first - 1)
    )


def reporter_of(speech: Speech, at: int) -> Source | None:
    """Which body is reported where "According to the UN, ..." opens what goes on."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_REPORT), -1):
        turned = speech.readings[place + 1].lower[0] in _turns()
        if turned or not in_one_paragraph(speech, place):
            return None
        utterances = speech.utterances(place)
        if utterances:
            opens = len(utterances) == 1 and utterances[0].first == 0
            opens = opens and utterances[0].side == "trailing"
            opens = opens and _counts_alike(speech.readings[place], speech.readings[at])
            source = last_claimant(speech, place) if opens else None
            return source if source is not None and source.nature in _REPORTED else None
    return None


def lister_of(speech: Speech, at: int) -> Source | None:
    """Who gives what a sentence counts: "X reports the following results. Nine men were killed"."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_LISTING), -1):
        if speech.readings[place + 1].lower[0] in _turns() or not in_one_paragraph(speech, place):
            return None
        utterances = speech.utterances(place)
        if utterances:
            last = utterances[-1]
            behind = speech.readings[place].lower[last.stop : last.stop + 2]
            listed = behind == ["the", "following"] and last.side == "leading"
            return last_claimant(speech, place) if listed else None
    return None


_LONGEST_LISTING = 3
"""Most sentences back to who "reports the following"."""


def _counts_alike(before: Reading, reading: Reading) -> bool:
    """Whether a sentence counts people or ground by a noun of the one before it.

    Behind a share of a country it may count districts.
    """
    words = lexicon.attribution().continued
    counts = [quantity.stop for quantity in reading.quantities]
    for noun in reading.nouns.values():
        if not any(0 <= noun.first - stop <= _ADJECTIVES for stop in counts):
            continue
        if noun.payload.kind in _kinds_of_ground():
            if not before.norms.isdisjoint(words.wholes):
                return True
        elif noun.payload.unit != "people":
            continue
        word = reading.lower[noun.stop - 1]
        if word not in words.vague and word in before.norms:
            return True
    return False


def _was_known(utterance: Utterance) -> bool:
    """Whether who speaks was named before: "They were guards, he said"."""
    return utterance.source.anaphor == "person" and utterance.side == "trailing"


def _counts_bare(reading: Reading) -> bool:
    """Whether a sentence opens with a number of those told of: "Six were hurt"."""
    told = next((one for one in reading.quantities if one.outer_first == 0), None)
    if told is None or told.outer_stop >= len(reading.tokens):
        return False
    return reading.lower[told.outer_stop] == "of" or is_verb(reading.tokens, told.outer_stop)


def _tells_of_itself(before: Reading, utterance: Utterance, reading: Reading) -> bool:
    """Whether a body goes on about itself: "The ministry says it has 40. In May it had 9"."""
    told = before.lower[utterance.stop : utterance.stop + 2]
    if utterance.side != "leading" or lexicon.attribution().continued.own.isdisjoint(told):
        return False
    return any(
        subject == "it" and verb in {"has", "had"}
        for subject, verb in itertools.pairwise(reading.lower)
    )


def _tells_what_they_had(before: Reading, utterance: Utterance, reading: Reading) -> bool:
    """Whether a person goes on about themselves: "Nine died, he said. He had only 40 men"."""
    they = before.lower[utterance.source.first]
    figures = frozenset(one.outer_first for one in reading.quantities)
    return any(
        reading.lower[at : at + 2] == [they, "had"] and not figures.isdisjoint(range(at, at + 4))
        for at in range(len(reading.lower) - 2)
    )


def told_while(speech: Speech, at: int) -> Source | None:
    """Who tells what happened around their telling: "A source said so. / 40 left before he spoke".

    It is told of the one who spoke in the sentence before, in this paragraph or the one above.
    """
    reading, rules = speech.readings[at], lexicon.attribution()
    if not at or rules.continued.spoke.isdisjoint(reading.word_set):
        return None
    times, persons = rules.grammar.speaking_times, rules.grammar.persons
    spoke = any(
        reading.lower[i] in times
        and reading.lower[i + 1] in persons
        and reading.lower[i + 2] in rules.continued.spoke
        for i in range(len(reading.lower) - 2)
    )
    return last_claimant(speech, at - 1) if spoke and speech.utterances(at - 1) else None


@functools.cache
def _kinds_of_ground() -> frozenset[str]:
    return frozenset(lexicon.kinds_with("ground"))


@functools.cache
def _turns() -> frozenset[str]:
    return frozenset(lexicon.attribution().continued.turns)
