"""Issued: whose a document is that they are told to have put out: "a statement the army issued"."""

from __future__ import annotations

from data import lexicon
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries, determiners
from data.parse.reading import Reading

_LONGEST_OCCASION = 6
"""Most words from the verb to that of saying: "issued on Monday, July 5, said"."""

_LONGEST_MAKER = 10
"""Most words from the document to the verb: "a statement that the Tajik border forces issued"."""


_MOST_ADJECTIVES = 3
"""Most words from "a" to the document: "a new joint statement"."""


def issuer_before(reading: Reading, stop: int) -> Source | None:
    """Who put out the document that a clause ending at a token is about.

    "A statement which the border guards issued on July 5 said", "a letter the embassy sent says".
    """
    verb = _verb_before(reading, stop)
    if verb is None:
        return None
    records = vocabulary().records
    near = range(verb - 2, max(-1, verb - 2 - _LONGEST_MAKER), -1)
    noun = next((index for index in near if reading.lower[index] in records), None)
    if noun is None:
        return None
    first = noun + 1
    first += reading.lower[first : first + 2] == [",", "which"]
    first += reading.lower[first] in {"which", "that"}
    while verb > first and reading.lower[verb - 1] in auxiliaries():
        verb -= 1
    named = reading.tokens[first].text[0].isupper() or reading.lower[first] in vocabulary().articles
    maker = judge(reading, first, verb) if verb > first and named else None
    if maker is None or maker.nature in {"other", "record"}:
        return None
    near = range(noun - 1, max(-1, noun - 1 - _MOST_ADJECTIVES), -1)
    article = next((i for i in near if reading.lower[i] in determiners()), noun)
    return maker._replace(first=article)


def issuer_behind(reading: Reading, first: int, stop: int) -> Source | None:
    """Who put out the document that begins at a token: "a note the office shared with donors".

    Args:
        reading: The sentence.
        first: Index of the first token of the document.
        stop: Index one past the words that can name it.
    """
    if vocabulary().records.isdisjoint(reading.lower[first:stop]):
        return None
    put_out = lexicon.attribution().records.put_out
    for index in range(stop, min(len(reading.tokens), stop + _LONGEST_MAKER)):
        if not reading.tokens[index].is_word:
            return None
        if reading.lower[index] in put_out:
            issuer = issuer_before(reading, index + 1)
            known = issuer is not None and issuer.first >= first
            return issuer._replace(first=first, stop=index + 1) if issuer and known else None
        if reading.lower[index] in lexicon.attribution().records.seen:
            seen = _last_record(reading, first, stop)  # "a report the Times has seen"
            return seen and seen._replace(stop=index + 1, anaphor="none")
    return None


def found_before(reading: Reading, stop: int) -> Source | None:
    """The document of which words ending at a token tell where it was: "a note found in X"."""
    words, lower = vocabulary(), reading.lower
    for index in range(stop - 1, max(1, stop - 1 - _LONGEST_MAKER), -1):
        if (
            lower[index] in lexicon.attribution().records.found
            and lower[index - 1] in words.records
        ):
            near = range(index - 2, max(-1, index - 2 - _MOST_ADJECTIVES), -1)
            first = next((i for i in near if lower[i] in determiners()), index - 1)
            document = judge(reading, first, index)
            return document and document._replace(stop=stop, anaphor="none")
        if not reading.tokens[index].is_word:
            return None
    return None


def _last_record(reading: Reading, first: int, stop: int) -> Source | None:
    """The document that begins at a token, without who has seen it."""
    nouns = [i for i in range(first, stop) if reading.lower[i] in vocabulary().records]
    behind = nouns[-1] + 1
    made = behind >= stop or reading.lower[behind] in vocabulary().by  # "a note of X seen by us"
    return None if made else judge(reading, first, behind)


def _verb_before(reading: Reading, stop: int) -> int | None:
    """Index of the verb of putting out, with nothing but an occasion behind it."""
    rules = lexicon.attribution().records
    for index in range(stop - 1, max(1, stop - 2 - _LONGEST_OCCASION), -1):
        token = reading.tokens[index]
        if token.norm in rules.put_out:
            return index
        if not (token.is_word or token.is_number) or token.norm in vocabulary().records:
            return None
    return None
