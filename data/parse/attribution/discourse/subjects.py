"""Subjects: whom a sentence or the one before begins with, as those who are meant."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.discourse.openings import person_first, subject_first
from data.parse.attribution.discourse.referring import NATURES
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.saying.openers import first_subject, subject_from
from data.parse.attribution.sources.issued import issuer_before
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_PARTS = frozenset((";", ":"))
"""Signs behind which a sentence goes on about whom it begins with."""


def standing_for(source: Source, earlier: Source) -> Source:
    """A source with the name of the one before it that it stands for."""
    return source._replace(
        words=earlier.words,
        code=earlier.code,
        nature=earlier.nature,
        anaphor="none",
        heads=source.heads | earlier.heads,
    )


def subject_of_sentence(reading: Reading, source: Source) -> Source | None:
    """Whom the sentence begins with, if it goes on about them behind a sign.

    "A general doubted it; they had 40, he said", "the rebels mocked it; by their count 40 fell".
    """
    before = reading.lower[: source.first]
    if source.anaphor == "person" and not _PARTS.isdisjoint(before):
        subject = person_first(reading) or first_subject(reading, len(reading.tokens))
        return subject if subject is not None and subject.nature == "person" else None
    owned = reading.lower[source.first] in vocabulary().owners
    if ";" not in before or not (owned or source.anaphor == "body"):
        return None
    subject = subject_first(reading) if source.anaphor in {"record", "group", "body"} else None
    if subject is None or subject.nature not in NATURES["group"]:
        return None
    several = subject.nature == "group" or reading.lower[subject.stop - 1] == "forces"
    return None if several and reading.lower[source.first] == "it" else subject


def issuer(speech: Speech, at: int, record: Source) -> Source | None:
    """Which body the sentence before begins with, if it tells of a document: "X sent a note"."""
    before = speech.readings[at - 1] if at else None
    if before is None or vocabulary().records.isdisjoint(before.norms):
        return None
    put_out = lexicon.attribution().records.put_out
    verbs = (i for i, norm in enumerate(before.lower) if i > 1 and norm in put_out)
    makers = (issuer_before(before, verb + 1) for verb in verbs)
    maker = next((one for one in makers if one is not None), None)
    subject = maker or first_subject(before, len(before.tokens))
    if subject is None or subject.nature != "body" or subject.anaphor not in {"none", "definite"}:
        return None
    return standing_for(record, subject)


def self_counted(speech: Speech, at: int, record: Source) -> Source | None:
    """Whose count it is behind what they did: "Rome struck twice. By its own count it has 40"."""
    if speech.readings[at].lower[record.first] != "its":
        return None
    return subject_before(speech, at, record._replace(anaphor="body"))


def self_told(reading: Reading, record: Source) -> Source | None:
    """Whose count it is by whom the sentence begins with: "The army, which by its count has 4"."""
    if reading.lower[record.first] not in vocabulary().owners:
        return None
    subject = subject_first(reading)
    if subject is None or subject.nature not in NATURES["group"] or subject.stop >= record.first:
        return None
    return standing_for(record, subject)


def subject_before(speech: Speech, at: int, source: Source) -> Source | None:
    """Whom the sentence before begins with: "The Taliban issued a statement. It said ..."."""
    subject = _subject_of(speech.readings[at - 1], source) if at else None
    if subject is None or subject.nature not in NATURES[source.anaphor]:
        return None
    known = subject.code is not None or subject.nature in {"person", "body"}
    named = subject.anaphor in {"none", "definite"}
    return standing_for(source, subject) if known and named else None


def silent_before(speech: Speech, at: int, source: Source) -> Source | None:
    """A body that told of it before: "The army did not comment. On Monday it had said"."""
    if source.anaphor != "body" or not at or not speech.readings[at - 1].has(_silent()):
        return None
    return subject_before(speech, at, source)


@functools.cache
def _silent() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.attribution().grammar.silent)


def _subject_of(reading: Reading, source: Source) -> Source | None:
    """Whom a sentence begins with, or its last part: "some say 40; the army disputes it"."""
    parts = [index for index, norm in enumerate(reading.lower) if norm == ";"]
    last = subject_from(reading, parts[-1] + 1, len(reading.tokens)) if parts else None
    if last is not None and last.nature in NATURES[source.anaphor] - {"name"}:
        return last
    return subject_first(reading)


def are_counted(speech: Speech, at: int, source: Source) -> bool:
    """Whether "they" are those counted before: "40 teams are at work. They have found 90 men"."""
    if source.anaphor != "group" or source.first or not at or speech.utterances(at - 1):
        return False
    return any(one.outer_first == 0 for one in speech.readings[at - 1].quantities)


def is_untold(speech: Speech, at: int) -> bool:
    """Whether nobody speaks in a sentence, or in what stands behind its last semicolon."""
    reading, told = speech.readings[at], speech.utterances(at)
    last = max((i for i, norm in enumerate(reading.lower) if norm == ";"), default=0)
    return all(one.stop <= last for one in told)
