"""Parts: numbers that are a part of the number before them, or the same."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import find_sites
from data.parse.location.scene.insertions import parts
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.words.phrases import PhraseMatcher

_OWN_GROUND = 5
"""Words behind a part in which a ground is the part's own: "including five in X"."""

_WIDEST_LIST_GAP = 4
"""Most words from one part of a list to the next: "26 men, 20 women"."""

_LONGEST_OPENING = 4
"""Most words before a number that opens its sentence."""


def whole_of(scene: Scene) -> Scene | None:
    """The scene of the number before, where this one is a part of it.

    "Two of them", "Among them were four wounded".
    """
    told = _of_those_told(scene) or _of_group(scene)
    if told is not None:
        return told
    opening = scene.tokens[: scene.draft.first] if scene.draft.first <= _LONGEST_OPENING else ()
    if tells_no_part(scene) or not (_is_said_part(scene) or parts().find(opening)):
        return None
    whole = _of_number_before(scene) or _of_sentence_before(scene)
    if whole is None or scene.draft.kind != "casualties":
        return whole
    moved = whole.draft._replace(kind="personnel", action="")
    went = Scene(whole.readings, whole.at, moved)
    return went if went.crosses else whole  # hurt where they had fled to


def _is_said_part(scene: Scene) -> bool:
    """Whether words behind a number make it a part: not "nine people, among them a baker"."""
    articles = lexicon.grammar().determiners
    return any(
        not match.payload.startswith("among")
        or articles.isdisjoint(scene.lower_behind[match.stop : match.stop + 1])
        for match in parts().find(scene.behind[:5])
    )


def _of_those_told(scene: Scene) -> Scene | None:
    """The scene of a number told of before, of which this one is a part: "sixteen of the 78"."""
    if not _is_of_the(scene.lower_behind):
        return None
    first = scene.draft.stop + 2
    total = next((q for q in scene.reading.counting if q.outer_first == first), None)
    if total is None:
        return None
    draft = scene.draft._replace(first=total.first, stop=total.stop, quantity=total)
    return same_number(Scene(scene.readings, scene.at, draft))


def _is_of_the(words: Sequence[str]) -> bool:
    """Whether words lead to those of whom a part is counted: "of the 78", "of these"."""
    return words[:1] == ["of"] and not lexicon.grammar().plural_definite.isdisjoint(words[1:2])


def _of_group(scene: Scene) -> Scene | None:
    """The scene of a group told of in the sentence before: "20 of the passengers fell ill"."""
    adds = lexicon.location().adds
    if adds.counted.isdisjoint(scene.reading.word_set) or scene.number_before is not None:
        return None
    for phrase in (scene.lower[:3], scene.lower_behind[:3]):
        if _is_of_the(phrase) and phrase[-1] in adds.counted:
            return _of_sentence_before(scene)
    return None


def part_of(scene: Scene) -> Scene | None:
    """The scene of the number before, where words before this one make it a part of that.

    "Including 329", "of which 2,205", "143 landed in X on three aircraft"; not where a ground of
    its own follows.
    """
    if scene.number_before is None:
        return None
    if _is_means(scene) or _is_new_total(scene):
        return _of_number_before(scene)
    if (opening := _bracket_before(scene)) is not None:
        return _of_number_before(scene, opening)
    if not scene.reading.has(_openers()):
        return None
    listed = _first_of_list(scene)
    before = scene.tokens[max(0, listed - 3) : listed]
    if not any(match.stop == len(before) for match in _openers().find(before)):
        return None
    reach = range(scene.draft.stop, scene.draft.stop + _OWN_GROUND)
    if any(site.first in reach for site in scene.near):
        return None
    return _of_number_before(scene, listed)


def same_number(scene: Scene) -> Scene | None:
    """The scene of the same number in a sentence before: "the $1 billion", "the 16 guards"."""
    own = scene.draft.quantity
    if own is None or own.value is None or scene.sites or not own.outer_first:
        return None
    if scene.stands_for:
        return None  # another number is asked instead of one already
    if scene.lower[own.outer_first - 1] not in lexicon.grammar().plural_definite:
        return None
    for index in nearby(scene.at)[1:]:
        for quantity in scene.readings[index].counting:
            if quantity.value == own.value and quantity.unit == own.unit:
                first, stop = quantity.first, quantity.stop
                draft = scene.draft._replace(
                    action="", first=first, stop=stop, verb=first, quantity=quantity
                )
                return Scene(scene.readings, index, draft)
    return None


def joined_to(scene: Scene) -> Scene | None:
    """The scene of the number before in the sentence, where it counts the same kind of thing."""
    last, own = scene.number_before, scene.draft.quantity
    if last is None or own is None:
        return None
    if last.unit in {"km", "mi"} and not scene.sites:
        line = _of_number_before(scene)  # "the fence along the 2,600 km border is 90% done"
        return line and Scene(line.readings, line.at, line.draft._replace(kind="border_length"))
    return beside(scene) if last.unit == own.unit else None


def beside(scene: Scene) -> Scene | None:
    """The scene of the number before, in a sentence that names no place for this one."""
    last = scene.number_before
    if last is None or find_sites(scene.reading) or scene.has_semicolon_between(last.outer_stop):
        return None
    return _of_number_before(scene)


def _is_means(scene: Scene) -> bool:
    """Whether a number tells how what the clause counts before it came about: "on two flights"."""
    last, quantity = scene.number_before, scene.draft.quantity
    if last is None:
        return False
    adds, own = lexicon.location().adds, scene.clause_number(scene.draft.first)
    means = adds.means if scene.draft.kind in lexicon.kinds_with("means") else adds.with_them
    first = scene.draft.first if quantity is None else quantity.outer_first
    return (
        scene.lower[first - 1] in means
        and scene.clause_number(last.first) == own
        and not any(
            site.first >= scene.draft.stop and not scene.is_background(site.first)
            for site in scene.near
        )
    )


def _is_new_total(scene: Scene) -> bool:
    """Whether what the clause counts before makes a total: "bringing the toll to 40"."""
    last = scene.number_before
    if last is None or lexicon.location().adds.totalling.isdisjoint(scene.reading.word_set):
        return False
    between = scene.lower[last.outer_stop : scene.draft.first]
    makes = lexicon.location().adds.totalling
    return any(norm in makes and "to" in between[index:] for index, norm in enumerate(between))


def _bracket_before(scene: Scene) -> int | None:
    """Where the bracket opens in which a part of people who went somewhere is told.

    "400 crossed from X (104 of them) and Y (213) to Z": all are where the total went.
    """
    if not scene.crosses_itself or not scene.reading.counting:
        return None
    for index in range(scene.draft.first - 1, max(-1, scene.draft.first - REACH), -1):
        if scene.lower[index] == ")":
            return None
        if scene.lower[index] == "(":
            return index
    return None


def _first_of_list(scene: Scene) -> int:
    """Where the first number of a list of parts begins: "including 26 men and 20 women"."""
    first, adding = scene.draft.first, lexicon.grammar().adding
    for quantity in reversed(scene.reading.counting):
        between = scene.lower[quantity.outer_stop : first]
        if not between or quantity.outer_stop > first:
            continue
        if len(between) > _WIDEST_LIST_GAP or between[-1] not in adding:
            break
        first = quantity.outer_first
    return first


def _of_sentence_before(scene: Scene) -> Scene | None:
    """The scene of the last number of the sentence before, for one that opens its sentence.

    Ordinals count nobody: "the 4th post".
    """
    if not scene.at or scene.draft.first > _LONGEST_OPENING:
        return None
    if any(site.role != "for" for site in scene.near):
        return None  # but "of those, 900 had worked for X" were where all were
    for quantity in reversed(scene.readings[scene.at - 1].counting):
        first, stop = quantity.first, quantity.stop
        draft = scene.draft._replace(
            action="", first=first, stop=stop, verb=first, quantity=quantity
        )
        before = Scene(scene.readings, scene.at - 1, draft)
        if not is_ordinal(before):
            return before
    return None


def _of_number_before(scene: Scene, stop: int | None = None) -> Scene | None:
    """The scene of the number before this one, or before a word further ahead."""
    last = scene.number_before
    if last is not None and stop is not None and last.outer_stop > stop:
        ahead = (q for q in reversed(scene.reading.counting) if q.outer_stop <= stop)
        last = next(ahead, None)
    return None if last is None else scene.of(last)


def tells_no_part(scene: Scene) -> bool:
    """Whether nothing in a sentence makes a number a part of others."""
    return not scene.reading.has(parts())


@functools.cache
def _openers() -> PhraseMatcher[str]:
    return PhraseMatcher((words, words) for words in lexicon.location().stand_ins.part_behind)
