"""Ways home: whether those counted go home, are back there, or go "to their country"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.words.phrases import PhraseMatcher


def goes_home(scene: Scene) -> bool:
    """Whether those counted are told to go or to be taken home."""
    words = lexicon.location()
    if words.home.words.isdisjoint(scene.reading.word_set):
        return False
    if scene.draft.kind not in lexicon.kinds_with("moves") or _is_boarded(scene):
        return False
    first = scene.draft.first
    stop = min(scene.reading.clause_of(first).stop, _before_others(scene), _before_denial(scene))
    stop = min(stop, _before_part(scene))
    counted = scene.reading.quantity_stops
    return any(
        scene.lower[index] in words.home.words
        and index + 1 not in counted  # "600 soldiers to bring home 4,000 people": those do not go
        and _is_way_home(scene.lower, index)
        for index in range(first, stop)
    )


def _is_boarded(scene: Scene) -> bool:
    """Whether planes or ships are told of as people get on: "boarded two flights home"."""
    if scene.draft.unit == "people":
        return False
    return not lexicon.location().home.boarding.isdisjoint(scene.lower_before[-2:])


def historic_home(scene: Scene) -> str | None:
    """The state of a people who go where it is from: "ethnic Xs returned to their homeland"."""
    if lexicon.location().home.homelands.isdisjoint(scene.lower[scene.reach_behind(3 * REACH)]):
        return None
    counted = range(scene.draft.first, scene.draft.stop + REACH // 2)
    return next(
        (
            place.country
            for place in scene.reading.places
            if place.first in counted and scene.lower[place.first - 1] == "ethnic"
        ),
        None,
    )


def owner_of_those_back(scene: Scene) -> str | None:
    """Whose those are who are back: "X's last 40 have been back since Monday"."""
    words = lexicon.location().home
    if words.being_back.isdisjoint(scene.reading.word_set) or scene.draft.unit != "people":
        return None
    behind = scene.lower_behind[: REACH // 2]
    back = next((at for at, norm in enumerate(behind) if norm in words.being_back), None)
    grammar = lexicon.grammar()
    if not back or not (grammar.copulas | grammar.auxiliaries).issuperset(behind[:back]):
        return None
    return next(
        (
            place.country
            for place in scene.reading.places
            if scene.draft.first - REACH // 2 <= place.stop < scene.draft.first
            and scene.lower[place.stop] == "'s"
        ),
        None,
    )


def _before_others(scene: Scene) -> int:
    """Where a verb takes others home: "X sent 1,200 men and may call half of them home"."""
    others = (
        quantity.outer_first + 1
        for quantity in scene.reading.counting
        if scene.draft.stop <= quantity.outer_first
        and quantity.outer_first - 1 in scene.reading.verb_starts
    )
    return next(others, len(scene.lower))


def _before_part(scene: Scene) -> int:
    """Where words about a part alone begin: "let in 1,600, all but 13 of whom were flown home"."""
    relatives = lexicon.grammar().partitive_relatives
    for quantity in scene.reading.counting:
        behind = scene.lower[quantity.outer_stop : quantity.outer_stop + 2]
        of_whom = behind[:1] == ["of"] and not relatives.isdisjoint(behind[1:])
        if of_whom and scene.draft.stop <= quantity.outer_first:
            return quantity.outer_first
    return len(scene.lower)


def _before_denial(scene: Scene) -> int:
    """Where those counted are denied to have got farther: "59 never came home"."""
    negations, stop = lexicon.grammar().negations, len(scene.lower)
    denied = (at + 1 for at in range(scene.draft.stop, stop) if scene.lower[at] in negations)
    return next(denied, stop)


def _is_way_home(norms: Sequence[str], index: int) -> bool:
    """Whether "home" is where somebody goes: not "fled their home provinces", "at home"."""
    words = lexicon.location().home
    before = norms[max(0, index - 2) : index]
    if before[-1:] and before[-1] in words.staying_before:
        return False
    if before[:1] == ["to"] and before[-1] in words.meant_to:
        return False  # "asked 200 people to go home"
    return words.staying_behind.isdisjoint(norms[index + 1 : index + 2])


def goes_to_own_country(scene: Scene) -> bool:
    """Whether those counted go "to their country"."""
    if scene.draft.kind not in lexicon.kinds_with("moves") or not scene.reading.has(_own_country()):
        return False
    to_place = lexicon.grammar().to_place
    stop = scene.draft.stop
    behind = scene.tokens_behind(4 * REACH)
    return any(
        scene.lower[stop + match.first - 1] in to_place for match in _own_country().find(behind)
    )


@functools.cache
def _own_country() -> PhraseMatcher[str]:
    return PhraseMatcher((words, words) for words in lexicon.location().home.own_country)
