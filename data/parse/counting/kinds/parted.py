"""Parted: people of whom a sentence tells only by the parts that are counted behind them."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading


def is_told_of_next(reading: Reading, counted: Counted) -> bool:
    """Whether no topic is told before the next number: "9 million need help, 2 million fled"."""
    before = reading.lower[: counted.first]
    begin = len(before) - before[::-1].index(";") if ";" in before else 0
    after = (q.outer_first for q in reading.quantities if q.outer_first >= counted.stop)
    own = frozenset(reading.lower[begin : next(after, len(reading.lower))])
    topics = lexicon.topics().topic
    return all(topic.words.isdisjoint(own) for topic in topics if topic.only is None)


def is_fronted_whole(reading: Reading, counted: Counted) -> bool:
    """Whether a sentence opens with all of whom a part is told: "Of the 45 men, nine died"."""
    if not counted.whole or counted.how != "behind":
        return False
    first = number_start(reading, counted.first)
    of = next((at for at in (first - 1, first - 2) if reading.lower[max(0, at)] == "of"), None)
    led = of is not None and (of == 0 or reading.lower[of - 1] in lexicon.grammar().dashes)
    behind = reading.lower[counted.stop : counted.stop + 1]
    relative = not lexicon.grammar().relative_subjects.isdisjoint(behind)
    return led and not relative and not lexicon.nouns().participles.keys() & set(behind)


def has_dead_part(reading: Reading, counted: Counted) -> bool:
    """Whether only a part of those counted is told to be dead: "saved 68 people, 4 of them dead".

    Whoever are left of them are not.
    """
    behind = (q for q in reading.quantities if q.outer_first >= counted.stop)
    part = next(behind, None)
    if part is None or part.outer_first - counted.stop > _TO_PART:
        return False
    of, whom, told = (*reading.lower[part.outer_stop : part.outer_stop + 3], "", "", "")[:3]
    dead = lexicon.nouns().participles.get(told) == "casualties"
    return of == "of" and whom in lexicon.grammar().anaphoric and dead


_TO_PART = 6
"""Most words from those counted to a part of them: "off the island of Lesbos,"."""
