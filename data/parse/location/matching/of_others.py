"""Of others: grounds of a sentence that belong to another of its numbers."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.grounds.sites import Site
from data.parse.location.people.bearers import bearer
from data.parse.location.scene.scenes import Scene
from data.parse.location.scene.semicolons import is_parted
from data.parse.names.codes import country_of, senders

_LONGEST_PART = 3
"""Most words from a part to its ground: "including 700 prisoners in X"."""


def is_of_added(scene: Scene, site: Site) -> bool:
    """Whether a ground is that of another number in an added clause.

    "The state, which flew 900 people through X, has taken out 2,000".
    """
    clause = scene.reading.clause_of(site.first)
    if clause.opener not in lexicon.grammar().relatives or scene.draft.first < clause.stop:
        return False
    return any(clause.first < q.first < site.first for q in scene.reading.counting)


def is_of_included(scene: Scene, site: Site) -> bool:
    """Whether a ground is that of a part alone: "freed 5,000 men, including 700 in X"."""
    numbers = (one for one in reversed(scene.reading.counting) if one.outer_stop <= site.first)
    part = next(numbers, None)
    if part is None or part.outer_first < scene.draft.stop or site.role != "at":
        return False
    if site.first - part.outer_stop > _LONGEST_PART:
        return False
    if scene.lower[part.outer_first - 1] in lexicon.grammar().including:
        return True
    theirs = bearer(scene)  # "killed 250 Xs and 13 people in Y"
    known = theirs not in {None, lexicon.subject()} and theirs not in senders()
    return known and all(theirs not in country_of(code) for code in site.codes)


def is_of_other_losses(scene: Scene, site: Site) -> bool:
    """Whether a semicolon parts things from where people fell: "lost 2 tanks; 12 died in X"."""
    return scene.draft.kind == "equipment" and is_parted(
        scene.reading, scene.draft.stop, site.first
    )


def is_led_by_another(scene: Scene, site: Site) -> bool:
    """Whether those of another number went there, by a verb of their own.

    "Five gave themselves up, and another four escaped to X"; "12 were killed, and 900 have sought
    refuge in X".
    """
    events, leads = scene.reading.events, site.role == "to"
    verbs = [event.first for event in events]
    moving = [event.first for event in events if leads or _moves(event.payload)]
    for quantity in scene.reading.counting:
        if not scene.draft.stop <= quantity.first < site.first:
            continue
        own = any(scene.draft.stop <= verb < quantity.first for verb in verbs)
        between = scene.lower[quantity.stop : site.first] if leads else ()
        theirs = not lexicon.grammar().auxiliaries.isdisjoint(between)  # "have gone"
        theirs = theirs or any(quantity.stop <= verb < site.first for verb in moving)
        led = scene.lower[max(0, quantity.outer_first - 2) : quantity.outer_first]
        joints = lexicon.grammar().clause_joints
        if own and theirs and (led[-1:] == [","] or not joints.isdisjoint(led)):
            return True
    return False


def _moves(verb: Verb) -> bool:
    """Whether a verb tells that people went somewhere."""
    return verb.flight or verb.kinds.get("people") == "displaced"
