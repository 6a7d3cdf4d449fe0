"""Doing: what a verb and whoever does it add to a count: the action, who is counted, the home."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.holders import moved_as
from data.parse.counting.ground.named_holders import is_side
from data.parse.counting.verbs.happenings import Happening
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.subjects import Subject


def action_of(reading: Reading, counted: Counted, happening: Happening | None, kind: str) -> str:
    """The action of a count: what its verb says was done, ``count`` or ``total`` without one."""
    if counted.whole or happening is None:
        return "total" if counted.whole else "count"
    if happening.verb.motion and not happening.by_others and kind in lexicon.kinds_with("ground"):
        return moved_as(reading, happening)
    return happening.verb.done(kind, to_people=counted.noun.unit == "people")


def counted_as_who(counted: Counted, verb: Verb | None, agent: Subject | None) -> str | None:
    """Who is counted; of ground that is held or taken, who holds it."""
    if verb and verb.holds and counted.noun.unit == "count" and agent:
        ground = counted.noun.kind in lexicon.kinds_with("ground")
        if agent.actors or (ground and is_side(agent.words)):
            return agent.words
    return counted.words or None


def homes_of(happening: Happening | None, agent: Subject | None) -> tuple[str, ...]:
    """The country of those who do at home what the verb says: who calls up reservists."""
    if happening is None or not happening.verb.home or agent is None or not agent.actors:
        return ()
    return tuple(dict.fromkeys(actor.country for actor in agent.actors if actor.country))


def is_only_given(
    reading: Reading, quantity: Quantity, counted: Counted, happening: Happening | None
) -> bool:
    """Whether a verb leads to the figure of a measure: "gave the toll as 40", "has reached 900"."""
    if counted.how != "measure" or happening is None or happening.first > quantity.first:
        return False
    alone = happening.stop == happening.first + 1  # not "brought 90 home"
    changes = alone and reading.lower[happening.first] in lexicon.grammar().change_verbs
    gives = happening.verb.action in lexicon.count_words().giving
    return happening.by_others and happening.direct and (changes or gives)
