"""Gapped: sources whose verb is the one before: "An elder spoke of 40, the Taliban of 90"."""

from __future__ import annotations

from collections.abc import Iterator

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.judging import Nature, Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.reading import Reading

_LONGEST_NAME = 7
"""Most words from a comma to the preposition: "a spokesman for the local police of"."""

_SPEAKERS: frozenset[Nature] = frozenset(("person", "group", "body", "medium"))


def gapped(reading: Reading, match: CueMatch, utterance: Utterance) -> Iterator[Utterance]:
    """Those who say the further numbers of a sentence by the verb that stands with the first."""
    saying = match.cue.saying
    known = lexicon.attribution().grammar.links
    links = known.intersection(saying.complement) if saying is not None else ()
    if not links or utterance.side != "leading":
        return
    linked = [
        link
        for link in (quantity.outer_first - 1 for quantity in reading.quantities)
        if link >= utterance.stop - 1 and reading.lower[link] in links
    ]
    for link in linked[1:]:
        source = _in_front(reading, link)
        # "put the dead soldiers at 40, policemen at 9" counts policemen
        if source is None or (reading.lower[link] == "at" and source.nature == "group"):
            continue
        yield Utterance(source, "leading", source.first, link + 1, utterance.doubts, inserted=True)


def _in_front(reading: Reading, link: int) -> Source | None:
    """Who stands between a comma, or "and", and a preposition."""
    for index in range(link - 1, max(0, link - _LONGEST_NAME), -1):
        norm = reading.lower[index]
        if norm == "," or norm in vocabulary().coordinators:
            source = judge(reading, index + 1, link) if index + 1 < link else None
            known = source is not None and source.nature in _SPEAKERS
            return source if known and source and source.anaphor in {"none", "definite"} else None
        if not reading.tokens[index].is_word and norm != "'s":
            return None
    return None
