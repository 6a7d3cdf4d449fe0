"""Claims: nouns of saying with whose they are, "Taliban statements that", "reports from X that"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.cues import CueMatch, find_cues
from data.parse.attribution.saying.sides import Utterance, beside
from data.parse.attribution.saying.speech import helping_before
from data.parse.attribution.saying.verbs import issuing
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Nature, Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.reading import Reading

_CLAIMANTS: frozenset[Nature] = frozenset(("body", "group", "medium", "person"))
"""Who a name in front of the noun can be; "Unconfirmed reports that" have no name there."""

_LONGEST_NAME = 6
"""Most tokens of a name in front of the noun."""

_LONGEST_BEFORE = 4
"""Tokens from a verb that puts a claim out to the noun: "repeated its old claim"."""


def claimed_in(reading: Reading, match: CueMatch, found: list[Utterance]) -> Utterance | None:
    """The utterance of a noun that says what follows it; who says the sentence prevails."""
    if found:
        return None
    lower = reading.lower
    following = lower[match.stop : match.stop + 1]
    if following == ["that"] and lower[match.first] not in _given():
        source = _named_before(reading, match.first)
        if source is None:
            return _put_out(reading, match)
        return Utterance(source, "leading", source.first, match.stop)
    if lower[_past_occasion(reading, match.stop) :][:1] == [":"]:
        return _put_out(reading, match)
    if lower[match.first] in _given():
        return None
    if _says_at_once(reading, match.stop):
        owner = _owner(reading, match.first)
        return owner and Utterance(owner, "leading", owner.first, match.stop)
    if not following or following[0] not in vocabulary().by:
        return None
    source = source_after(reading, match.stop + 1)
    if source is None or source.nature not in _CLAIMANTS:
        return None
    if lower[source.stop : source.stop + 1] != ["that"] or find_cues([lower[source.stop - 1]]):
        return None  # "a statement of the ministry reads that"
    return Utterance(source, "leading", match.first, source.stop)


def _past_occasion(reading: Reading, index: int) -> int:
    """Index behind when something was put out: "new figures on Monday:"."""
    words = vocabulary()
    while reading.lower[index : index + 1] and (
        reading.lower[index] in words.occasions or reading.lower[index] in words.at | {"on"}
    ):
        index += 1
    return index


@functools.cache
def _given() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.given)


def _says_at_once(reading: Reading, index: int) -> bool:
    """Whether what is claimed follows at once: "X's claim to have 40", "claim of 40 dead"."""
    if reading.lower[index : index + 2] == ["to", "have"]:
        return True
    if reading.lower[index : index + 1] != ["of"]:
        return False
    return any(quantity.outer_first == index + 1 for quantity in reading.quantities)


def _owner(reading: Reading, noun: int) -> Source | None:
    """Whose a claim is: "the army's claim", "Taliban claims"."""
    if reading.lower[noun - 1 : noun] != ["'s"]:
        return _named_before(reading, noun)
    source = source_before(reading, noun - 1)
    return source if source is not None and source.nature in _CLAIMANTS else None


def _put_out(reading: Reading, match: CueMatch) -> Utterance | None:
    """Read "X has repeated its claim that", "X issued a statement that"."""
    lower = reading.lower
    verb = match.first - 1
    while verb > 0 and lower[verb] not in issuing():
        short = match.first - verb < _LONGEST_BEFORE
        if not short or not lower[verb].isalpha() or lower[verb] in vocabulary().prepositions:
            return None
        verb -= 1
    helping = helping_before(reading.tokens, verb)
    source = source_before(reading, helping) if verb > 0 else None
    if source is None or (source.nature == "other" and source.anaphor == "none"):
        return None
    return beside(reading, source, helping, match.stop)


def _named_before(reading: Reading, noun: int) -> Source | None:
    """The name in capitals right before a noun: "Taliban claims", "the UN's statement"."""
    tokens = reading.tokens
    stop = noun - 1 if noun and tokens[noun - 1].norm == "'s" else noun
    first = stop
    while first and stop - first < _LONGEST_NAME:
        before = tokens[first - 1]
        if not (before.is_word and before.text[0].isupper()):
            break
        first -= 1
    source = judge(reading, first, stop) if first < stop else None
    return source if source is not None and source.nature in _CLAIMANTS else None
