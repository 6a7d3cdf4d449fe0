"""By land: whether those of whom a sentence tells go on the ground, and who flies."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.kinds.topic_words import speaks_of
from data.parse.names.codes import chief_province, ground_of, line_with
from data.parse.reading import Reading


def tells_of_planes(reading: Reading) -> bool:
    """Whether a sentence speaks of planes, and of nobody who is sent back on them."""
    if "deportation" in reading.word_set or "deported" in reading.word_set:
        return False
    planes = (topic for topic in lexicon.topics().topic if "plane" in topic.words)
    return any(speaks_of(reading, topic) for topic in planes)


def stays_inside(reading: Reading) -> bool:
    """Whether a sentence tells of ways between parts of the subject alone, and of no plane.

    "40 families left Kunduz for Takhar" tells of no airlift, whatever else its article is about; of
    the capital and its airport people may well be flown out.
    """
    if tells_of_planes(reading):
        return False
    subject = lexicon.subject()
    named = [place for place in reading.places if place.via in {"name", "capital"}]
    if any(place.country != subject for place in named):
        return False
    return any(ground_of(place.code) not in {subject, chief_province(subject)} for place in named)


def is_by_land(reading: Reading) -> bool:
    """Whether a sentence is about a neighbour, over whose border people come."""
    return any(line_with(place.country) for place in reading.places)
