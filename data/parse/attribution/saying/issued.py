"""Issued: whose a document is that they are told to have put out: "a statement the army issued"."""

from __future__ import annotations

from data import lexicon
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries
from data.parse.reading import Reading

_LONGEST_OCCASION = 6
"""Most words from the verb to that of saying: "issued on Monday, July 5, said"."""

_LONGEST_MAKER = 10
"""Most words from the document to the verb: "a statement that the Tajik border forces issued"."""


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
    return maker._replace(first=noun)


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
