"""Participles: whether a form tells what was done to those counted before it."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_adverb, is_participle
from data.parse.reading import Reading
from data.parse.time_spans import time_stops
from data.parse.words.phrases import Match


def is_bare_participle(reading: Reading, match: Match[Verb], stop: int) -> bool:
    """A participle without auxiliary: "40 guards killed in X", but not "40 guards killed X"."""
    tokens = reading.tokens
    if not is_participle(tokens[match.first]) or match.payload.counted == "subject":
        return False
    if match.payload.object_kinds:
        return False  # "3,800 passengers left on 38 flights"
    if any(not is_adverb(token) for token in tokens[stop : match.first]):
        return False
    after = tokens[match.stop].norm if match.stop < len(tokens) else "."
    if after in lexicon.grammar().separators and match.stop + 1 in reading.figure_starts:
        return True  # "7,792 children killed and 18,662 injured"
    if (behind := _behind_time(reading, match.stop)) is not None:
        after = behind  # "1,000 pupils kidnapped this year are missing"
    grammar = lexicon.grammar()
    goes_on = after in grammar.prepositions or after in grammar.subordinators
    goes_on = goes_on or after in grammar.auxiliaries or after in grammar.change_verbs
    return goes_on or not after[0].isalnum()


def _behind_time(reading: Reading, first: int) -> str | None:
    """The word behind a time that begins at a token; None where none does."""
    if first not in reading.date_starts:
        return None
    stop = time_stops(reading).get(first)
    if stop is None:
        return None
    return reading.lower[stop] if stop < len(reading.lower) else "."


def has_its_object(reading: Reading, index: int) -> bool:
    """Whether a verb with its object begins at a token, and no adjective: "85 received injuries".

    In "all six held captive were freed" it is one of words about them.
    """
    passive = lexicon.grammar().passive
    return any(
        verb.first == index
        and verb.stop > index + 1
        and verb.stop - 1 in reading.nouns
        and passive.isdisjoint(reading.lower[verb.stop : verb.stop + 1])
        for verb in reading.events
    )
