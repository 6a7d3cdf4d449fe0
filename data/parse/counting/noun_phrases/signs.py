"""Signs: what a noun phrase has inside besides words: models, quotes, brackets, names."""

from __future__ import annotations

from data.lexicon.counting import NounClass
from data.parse.counting.noun_phrases.ends import ends_phrase, is_plural
from data.parse.reading import Reading

_QUOTES = frozenset({"'", '"'})

_LONGEST_QUOTED = 5
"""Most words in quotation marks before a noun that they describe."""


def past_sign(reading: Reading, index: int, stop: int, noun: NounClass | None) -> int | None:
    """Index past a model, what a hyphen or digits tie to a word, or brackets in a phrase."""
    token, before = reading.tokens[stop], reading.tokens[stop - 1]
    if (model := past_model(reading, stop)) is not None:
        return model  # "two A400M planes"
    if stop > index and token.start == before.end and (before.norm == "-" or before.is_number):
        return stop + 1  # C-17s, T-72 tanks
    if token.norm == "(" and noun is not None and _is_acronym(reading, stop):
        return stop + 3  # "Special Immigrant Visa (SIV) applicants"
    if token.norm in _QUOTES and _is_in_quotes(reading, index, stop):
        return stop + 1  # "11,000 'self-identified' Danes"
    if token.norm in {"[", "]"}:
        return stop + 1  # "pro-government [forces]": words that an editor put in
    return None


def past_model(reading: Reading, index: int) -> int | None:
    """From a capital to behind the digits and letters that cling to it: "A400M", "B52"."""
    tokens = reading.tokens
    if not tokens[index].text.isupper() or index + 1 >= len(tokens):
        return None
    stop = index + 1
    while stop < len(tokens) and tokens[stop].start == tokens[stop - 1].end:
        if not (tokens[stop].is_number or tokens[stop].text.isupper()):
            break
        stop += 1
    return stop if stop > index + 1 and tokens[index + 1].is_number else None


def _is_acronym(reading: Reading, index: int) -> bool:
    """Whether brackets hold capitals that shorten the words before, and a noun goes on behind."""
    tokens = reading.tokens
    if index + 3 >= len(tokens) or tokens[index + 2].norm != ")":
        return False
    return tokens[index + 1].text.isupper() and index + 3 in reading.nouns


def _is_in_quotes(reading: Reading, index: int, stop: int) -> bool:
    """Whether a quotation mark opens or closes the first words of a phrase, which goes on."""
    lower = reading.lower
    sign = lower[index]
    if sign not in _QUOTES:
        return False
    last = index + 1 + _LONGEST_QUOTED
    behind = range(index + 2, min(last, len(lower)))
    closing = next((at for at in behind if lower[at] == sign), None)
    if closing is None or stop not in {index, closing}:
        return False
    return not ends_phrase(reading, closing + 1)


def past_services(reading: Reading, joint: int) -> int | None:
    """Index of the noun for men of two services: "1,000 Army and Air Force troops"."""
    tokens = reading.tokens
    for index in range(joint + 2, min(len(tokens), joint + 4)):
        names = (tokens[joint - 1], *tokens[joint + 1 : index])
        if not all(name.is_word and name.text[0].isupper() for name in names):
            return None
        match = reading.nouns.get(index)
        if match is not None:
            armed = match.payload.name == "armed" and is_plural(tokens[match.stop - 1].norm)
            return index if armed else None
    return None


def ends_model(reading: Reading, stop: int) -> bool:
    """Whether the mark of a plural ends a model that no noun follows: "C-17s protect it"."""
    tokens = reading.tokens
    if stop < 3 or stop in reading.nouns or tokens[stop - 1].text != "s":
        return False
    clings = tokens[stop - 2].end == tokens[stop - 1].start
    return clings and tokens[stop - 2].is_number and not is_plural(tokens[stop].norm)
