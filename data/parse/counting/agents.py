"""Agents: who does what a verb says to those who are counted, and whose country is meant."""

from __future__ import annotations

from data.parse.clauses import is_passive
from data.parse.counting.happenings import Happening
from data.parse.names.actors import ActorMention
from data.parse.reading import Reading
from data.parse.subjects import Subject, find_subject


def country_of_side(reading: Reading, holder: ActorMention | None) -> str | None:
    """Whose country "the country" is: of an armed group named, else of whoever holds a share."""
    groups = (actor.country for actor in reading.actors if actor.type == "armed-group")
    return next(groups, None) or (holder.country if holder else None)


def find_agent(reading: Reading, happening: Happening) -> Subject | None:
    """Who does it: the subject of an active verb, whoever stands after "by" in the passive."""
    if not happening.by_others:
        return None
    done_by = reading.lower[happening.stop : happening.stop + 1] == ["by"]  # "70% held by X"
    if not done_by and not is_passive(reading.tokens, happening.first):
        return find_subject(reading, happening.first)
    behind = reading.lower[happening.stop :]
    if "by" not in behind:
        return None
    by = happening.stop + behind.index("by")
    actor = next((actor for actor in reading.actors if actor.first > by), None)
    return Subject(actor.first, actor.stop, (actor,), actor.words) if actor else None
