"""Fated: those who are called by what befell them, where others are told of behind them."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.reading import Reading

_LOSSES = "casualties"


def with_own_fate(
    reading: Reading, counted: Counted, happening: Happening | None, last: Draft | None
) -> Counted:
    """What a number counts by its own fate, not by that of the number before.

    "12 killed, 30 wounded": no 30 killed were wounded. "Of 200 wounded, 40 died" are of them.

    Args:
        reading: The sentence.
        counted: What the number goes on to count.
        happening: What happened to it.
        last: The fact of the number before.
    """
    if happening is None or last is None or last.action == "total":
        return counted
    if not counted.words or counted.words != last.counted:
        return counted
    verb = happening.verb
    if not ("people" in verb.kinds or verb.topical) or _befell_them(
        reading, counted, happening, last
    ):
        return counted
    words = _without_fate(counted.words)
    if not words and counted.how == "participle":
        words = reading.lower[counted.first]
    return counted._replace(words=words)


def _befell_them(reading: Reading, counted: Counted, happening: Happening, last: Draft) -> bool:
    """Whether the same is told of the number before: "12 were killed, another 30 were killed"."""
    told = (last.counted or "").lower().split()
    if reading.lower[happening.first] in told:
        return True
    if counted.how == "participle" and reading.lower[counted.first] in told:
        return True
    return last.happening is not None and last.happening.verb.lemma == happening.verb.lemma


def _without_fate(words: str) -> str:
    """Words for people but for those of a loss at their ends: "dead guards", "guards dead"."""
    participles = lexicon.nouns().participles
    kept = words.split()
    while kept and participles.get(kept[-1].lower()) == _LOSSES:
        kept.pop()
    while kept and participles.get(kept[0].lower()) == _LOSSES:
        kept.pop(0)
    known = lexicon.count_words()
    if kept and kept[-1].lower() in known.bodies | known.death_words:
        return ""  # "11 dead bodies and 47 injured", "a death toll of 11, with 47 injured"
    return " ".join(kept)
