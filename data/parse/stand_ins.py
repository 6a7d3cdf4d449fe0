"""Stand-ins: the armed group that "they" or "the group" means."""

from __future__ import annotations

from data import lexicon
from data.parse.names.actors import HOLDERS, ActorMention
from data.parse.reading import Reading


def group_meant(reading: Reading, first: int, stop: int) -> ActorMention | None:
    """The armed group that some words stand for, where it was the last one that could be meant.

    Args:
        reading: The sentence.
        first: Index of the first of the words.
        stop: Index one past the last.
    """
    norms = reading.lower[first:stop]
    if lexicon.captures().stand_ins.isdisjoint(norms):
        return None
    earlier = [actor for actor in reading.actors if actor.first < first]
    above = reading.whole[reading.at - 1].actors if reading.at else ()
    source = (*reversed(earlier), *reversed(above), *reading.whole.actors_before(reading.at))
    last = next((actor for actor in source if actor.type in HOLDERS), None)
    return last if last is not None and last.type == "armed-group" else None
