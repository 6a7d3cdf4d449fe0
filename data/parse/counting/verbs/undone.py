"""Undone: counts of those of whom a verb is told that is denied: "10,000 have not arrived"."""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_adverb
from data.parse.counting.verbs.former import is_former
from data.parse.counting.verbs.happenings import Happening
from data.parse.counting.verbs.presupposed import is_placed, is_presupposed
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.reality.modality import is_none_of_them, is_rejected
from data.parse.reality.negation import is_contradicted, is_negated, is_uncounted
from data.parse.words.inflection import verb_forms

_POSTS = "crossings"
"""The kind of posts on a border: they are there whoever does not hold them any more. Of districts
"not held" a card would tell that they are."""

_OF_THOSE_LEFT_TOO = "evacuated"
"""The kind of people who are flown out, and of those left behind by an airlift."""


def is_undone(reading: Reading, draft: Draft) -> bool:
    """Whether a verb behind those counted says what they did not do, or was not done to them."""
    happening = draft.happening
    if happening is None or happening.first < draft.stop:
        return False
    if _is_none_hurt(reading, draft):
        return True
    return is_negated(reading, draft.verb) or _is_hindered(reading, happening.first)


def _is_none_hurt(reading: Reading, draft: Draft) -> bool:
    """Whether people are told of, none of whom came to harm: "60 staff, none of whom was hurt"."""
    happening = draft.happening
    if happening is None or draft.unit != "people" or happening.first < draft.stop:
        return False
    hurt = happening.verb.kinds.get("people") == "casualties"
    return hurt and is_none_of_them(reading, draft.stop, happening.first)


def of_undone(reading: Reading, draft: Draft) -> Draft | None:
    """What is left of a count without what is denied of it; None where that is nothing.

    There are 10,000 troops that have not arrived, wherever they are, and six crossings that are
    no longer held; of districts that did not fall, of money that was not paid and of what only
    "reports" had counted nothing is told.
    """
    happening, noun = draft.happening, draft.noun
    if happening is None or noun is None or is_contradicted(reading):
        return None
    ground = happening.verb.holds or noun.kind in lexicon.kinds_with("ground")
    was = noun.kind == _POSTS and _was_once(reading, draft.stop, happening.first)
    if ground and noun.unit != "people" and not was:
        return None
    return draft._replace(
        kind=noun.kind if _is_by_verb(draft) else draft.kind,
        rule=f"counts.{noun.name}",
        action="count",
        verb=draft.first,
        happening=None,
        possible=False,
        actor=None if happening.by_others and "by" in reading.lower else draft.actor,
        places=(),
        placed=_is_led_away(reading, draft, happening),
        origin=None,
        destination=None,
        undated=True,
    )


def _was_once(reading: Reading, first: int, stop: int) -> bool:
    """Whether a verb behind those counted says what was so before: "are no longer in X's hands"."""
    return ("no", "longer") in itertools.pairwise(reading.lower[first:stop])


def _is_by_verb(draft: Draft) -> bool:
    """Whether only the denied verb made those counted dead or displaced.

    Who has not returned, or could not be taken in, is displaced all the same; who never came home
    is dead by that.
    """
    moving = lexicon.location().moving
    if draft.kind == "casualties" and draft.happening is not None:
        return draft.happening.verb.kinds.get("people") == draft.kind
    if draft.kind == "displaced":
        return draft.action not in moving.returning | moving.receiving
    return draft.kind in lexicon.kinds_with("fate") and draft.kind != _OF_THOSE_LEFT_TOO


def _is_led_away(reading: Reading, draft: Draft, happening: Happening) -> bool:
    """Whether a place behind a denied verb is where those counted did not get to.

    Those who did not leave a place are there.
    """
    hindered = _is_hindered(reading, happening.first)
    if hindered and _is_held_there(reading, happening.first):
        return False
    if not (hindered or _comes(happening.verb)) or (draft.origin and not draft.destination):
        return False
    return _names_place(reading, happening.first)


def _names_place(reading: Reading, verb: int) -> bool:
    """Whether a place is named behind a verb, before the next comma."""
    lower = reading.lower
    stop = next((at for at in range(verb, len(lower)) if lower[at] in {",", ";"}), len(lower))
    reach = range(verb, stop)
    if any(place.first in reach for place in reading.places):
        return True
    return any(border.first in reach for border in reading.borders)


def nowhere_near(reading: Reading, draft: Draft) -> Draft:
    """People counted without what is denied of them, who are not where it would have led them.

    "None of the 300 crossed into X", "the 200 were not let into X", "40 were kept from entering X".
    """
    if draft.unit != "people" or draft.happening is not None or draft.placed:
        return draft
    if reading.norms.isdisjoint(_hindering()):
        return draft
    if draft.action == "total":
        if _is_placed_once(reading, draft.noun_stop):
            return draft
        kept = _is_of_none(reading, draft) and _comes_behind(reading, draft)
    else:
        kept = _is_kept_out(reading, draft)
    return draft._replace(places=(), placed=True) if kept else draft


def _is_placed_once(reading: Reading, stop: int) -> bool:
    """Whether only the place where those counted are is named: "not all of the 40 in X"."""
    behind = [place for place in reading.places if place.first > stop]
    return is_placed(reading, stop) and len(behind) == 1


def _comes(verb: Verb) -> bool:
    """Whether those of whom a verb is told end up elsewhere."""
    return verb.motion or verb.flight or verb.kinds.get("people") == "displaced"


def _is_of_none(reading: Reading, draft: Draft) -> bool:
    """Whether "none of the", "not one of the" stands before a total, or "none" behind it."""
    before = reading.lower[max(0, draft.first - _NONE_REACH) : draft.first]
    behind = reading.lower[draft.noun_stop : draft.noun_stop + 2]
    nobody = lexicon.grammar().none_words
    return bool(nobody.intersection(behind)) or bool((nobody | {"not"}).intersection(before))


_NONE_REACH = 6
"""Most words from "not" to a total: "not a single one of the 300"."""


def _comes_behind(reading: Reading, draft: Draft) -> bool:
    """Whether the next verb would have led those counted elsewhere."""
    verb = next((verb for verb in reading.events if verb.first >= draft.noun_stop), None)
    if verb is None or reading.lower[draft.noun_stop] in lexicon.grammar().relative_subjects:
        return False
    return _comes(verb.payload)


def _is_kept_out(reading: Reading, draft: Draft) -> bool:
    """Whether they were "not let into" a place, or "kept from" it."""
    lower, grammar = reading.lower, lexicon.grammar()
    index = max(draft.noun_stop, draft.stop)
    negated = False
    while index < len(lower) and (lower[index] in _helping() or is_adverb(reading.tokens[index])):
        no_longer = lower[index : index + 2] == ["no", "longer"]
        negated = negated or no_longer or lower[index] in grammar.negative_adverbs
        index += 2 if no_longer else 1
    if index >= len(lower):
        return False
    if _is_hindered(reading, index):
        return _names_place(reading, index) and not _is_held_there(reading, index)
    if negated and lower[index] in lexicon.count_words().let_in:
        return _names_place(reading, index)
    return negated and not grammar.to_place.isdisjoint(lower[index + 1 : index + 1 + _PLACE_REACH])


def _is_hindered(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what somebody was kept from, or refused."""
    behind, grammar = reading.lower[verb + 1 : verb + 2], lexicon.grammar()
    refused = reading.lower[verb] in lexicon.count_words().refused
    if refused and not grammar.entries.isdisjoint(behind):
        return True
    return reading.lower[verb] in grammar.hindering and behind == ["from"]


def _is_held_there(reading: Reading, verb: int) -> bool:
    """Whether those kept from something are where it names: "kept from leaving X", "... at X"."""
    lower, begin = reading.lower, verb + _KEPT_FROM
    if lower[begin - 1] != "from" or len(lower) <= begin + 1:
        return False
    if not lexicon.grammar().to_place.isdisjoint(lower[begin:]):
        return False
    behind = [place.first for place in reading.places if place.first >= begin]
    if not behind or behind[0] == begin:
        return False
    if behind[0] == begin + 1:
        return lower[begin] in _departing()
    return lower[behind[0] - 1] in lexicon.count_words().kept_at


_KEPT_FROM = 2
"""How many words "kept from" has."""


@functools.cache
def _departing() -> frozenset[str]:
    """Forms of verbs whose object is what is left: "leaving", "fleeing"."""
    return frozenset(form for verb in lexicon.location().verbs.leaving for form in verb_forms(verb))


_PLACE_REACH = 3
"""Most words from a verb to the "into" of its place."""


@functools.cache
def _helping() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.auxiliaries | grammar.modals | grammar.negations


@functools.cache
def _hindering() -> frozenset[str]:
    grammar = lexicon.grammar()
    words = grammar.negations | grammar.none_words | grammar.hindering
    return words | lexicon.count_words().refused


def why_unclaimed(reading: Reading, draft: Draft, quantity: Quantity) -> str | None:
    """The exclusion by which a number is only mentioned: denied, or of a past without a day."""
    if is_denied(reading, draft, quantity):
        return "denied"
    return "former" if is_former(reading, draft) else None


def is_denied(reading: Reading, draft: Draft, quantity: Quantity) -> bool:
    """Whether a number is mentioned only to be denied."""
    return (
        (is_rejected(reading, draft.verb, quantity) and not _is_none_hurt(reading, draft))
        or (is_uncounted(reading, quantity) and not _is_presupposed(reading, draft, quantity))
        or _is_not_held(reading, draft, quantity)
    )


def _is_presupposed(reading: Reading, draft: Draft, quantity: Quantity) -> bool:
    """Whether those counted exist all the same: "no trace of the 20 policemen who fled"."""
    verb = draft.happening.first if draft.happening else None
    return is_presupposed(reading, quantity.outer_first, draft.noun_stop, verb)


def _is_not_held(reading: Reading, draft: Draft, quantity: Quantity) -> bool:
    """Whether a share of ground is not anybody's: "85 percent of X is not under their control"."""
    ground = draft.kind in lexicon.kinds_with("ground") and draft.happening is None
    if draft.kind != "control_share" and not (ground and draft.kind != _POSTS):
        return False
    grammar = lexicon.grammar()
    if reading.norms.isdisjoint(grammar.negations):
        return False
    stop = min(len(reading.tokens), reading.clause_of(quantity.first).stop)
    behind = (other.outer_first for other in reading.quantities)
    stop = next((first for first in behind if quantity.outer_stop <= first < stop), stop)
    for index in range(quantity.outer_stop, stop - 1):
        if reading.lower[index : index + 2] == ["no", "longer"]:
            return True
        if reading.lower[index] in grammar.auxiliaries or reading.lower[index] in grammar.modals:
            return reading.lower[index + 1] in grammar.negations
    return False
