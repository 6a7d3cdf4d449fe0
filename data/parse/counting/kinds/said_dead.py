"""Said dead: people of whom the words right behind them tell that they are dead or hurt."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.set_phrases import is_inserted_loss
from data.parse.reading import Reading

_WHOSE_REACH = 8
"""Most words from those counted to "whose bodies were found"."""


def is_among_dead(reading: Reading, counted: Counted) -> bool:
    """Whether they are told to be dead behind the noun: "were confirmed dead", "among the dead"."""
    if counted.whole:
        return False  # "of the 80 men, half are dead"
    clause = reading.clause_of(min(counted.stop, len(reading.tokens) - 1))
    behind = reading.lower[counted.stop : min(clause.stop, counted.stop + 12)]
    if "dead" in behind[:5]:
        return True
    following = reading.lower[counted.stop : counted.stop + _WHOSE_REACH]
    bodies = lexicon.count_words().bodies
    if any(word == "whose" and after in bodies for word, after in itertools.pairwise(following)):
        return True
    own = "among" in behind and _is_of_dead(behind, behind.index("among"))
    return own or _are_all_among_dead(reading, counted.stop)


def _is_of_dead(words: Sequence[str], among: int) -> bool:
    return not lexicon.grammar().dead_words.isdisjoint(words[among + 1 : among + 5])


def _are_all_among_dead(reading: Reading, stop: int) -> bool:
    """Whether those with whom people are listed are: "15 guards and four of X, a militia, are"."""
    behind = reading.lower[stop : stop + _LISTED_REACH]
    if "among" not in behind or behind[0] not in _JOINTS_OF_LIST:
        return False
    among = behind.index("among")
    if not among or behind[among - 1] not in lexicon.grammar().copulas:
        return False
    if any(stop <= verb.first < stop + among - 1 for verb in reading.verbs):
        return False
    return _is_of_dead(behind, among)


_JOINTS_OF_LIST = frozenset({"and", ","})

_LISTED_REACH = 24
"""Most words from the first of a list of people to "among the dead"."""


def is_said_dead(reading: Reading, counted: Counted) -> bool:
    """Whether a participle right behind people closes what is told: "cost X 7 members killed"."""
    stop = counted.stop
    if stop >= len(reading.tokens):
        return False
    if is_inserted_loss(reading, stop):
        return True
    if counted.how not in {"behind", "part"}:
        return counted.how == "before" and _has_injuries(reading, stop)
    survived = reading.lower[stop] in lexicon.count_words().surviving
    if _has_injuries(reading, stop + (survived and stop + 1 < len(reading.tokens))):
        return True
    if reading.lower[stop : stop + 2] == ["came", "out"] and _has_injuries(reading, stop + 2):
        return True
    if counted.how == "part":
        return False
    stop = _past_place(reading, stop)
    if lexicon.nouns().participles.get(reading.lower[stop]) != "casualties":
        return False
    behind = reading.lower[stop + 1] if stop + 1 < len(reading.tokens) else "."
    so_far = reading.lower[stop + 1 : stop + 3] == ["so", "far"]
    return so_far or behind in _closing() or not behind[0].isalnum()


def _has_injuries(reading: Reading, stop: int) -> bool:
    """Whether people are told to be hurt by what they have: "14 men with bullet wounds"."""
    if reading.lower[stop : stop + 1] != ["with"]:
        return False
    behind = reading.lower[stop + 1 : stop + 1 + _WITH_REACH]
    own = next(
        (at for at, word in enumerate(behind) if word in lexicon.count_words().injuries), None
    )
    return own is not None and all(word[0].isalnum() or word == "-" for word in behind[:own])


_WITH_REACH = 5
"""Most words of "serious conflict - related injuries"."""


def _past_place(reading: Reading, stop: int) -> int:
    """Index past where people are, before what befell them: "90 rebels in 4 districts killed"."""
    if reading.lower[stop] == '"' and stop + 2 < len(reading.tokens):
        stop += 1  # '"scores of hirelings" killed'
    if reading.lower[stop] != "in":
        return stop
    limit = min(len(reading.tokens) - 1, stop + _LONGEST_PLACE)
    at = stop + 1
    while (
        at < limit
        and at not in reading.verb_starts
        and reading.tokens[at].is_word | (at in reading.figure_starts)
    ):
        at += 1
    return at if at in reading.verb_starts else stop


_LONGEST_PLACE = 4
"""Most words of "in the 9 provinces"."""


@functools.cache
def _closing() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.prepositions | grammar.subordinators | grammar.conjunctions
