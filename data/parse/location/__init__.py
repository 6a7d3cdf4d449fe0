"""Location: where a number fact happened, or where those it counts went."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from data import lexicon
from data.parse.draft import Draft
from data.parse.grounds.sites import find_sites
from data.parse.grounds.verbs import first_words_of
from data.parse.lazy import remembered
from data.parse.location.matching.additions import may_only_add, told_before
from data.parse.location.matching.attached import attached
from data.parse.location.matching.listed_grounds import head_of_list, listed_ground, own_of_list
from data.parse.location.matching.near_number import before_number, behind_number, elsewhere
from data.parse.location.matching.parts import beside, joined_to, part_of, same_number, whole_of
from data.parse.location.people.arrivals import arrival, brought_home, guarded_line, over_border
from data.parse.location.people.crossing import beyond_border
from data.parse.location.people.departures import (
    departure,
    left_for_anywhere,
    moved_out,
    taken_out,
)
from data.parse.location.people.funds import holder, receiver
from data.parse.location.people.homes import home, residence, withdrawal
from data.parse.location.people.polls import polled
from data.parse.location.people.reception import home_to, reception, welcomed
from data.parse.location.people.reporting import reporting_state
from data.parse.location.scene.insertions import parts as words_for_parts
from data.parse.location.scene.scenes import Scene, Scenes
from data.parse.location.unnamed.all_over import displaced_all_over, of_all_provinces
from data.parse.location.unnamed.carrying import carried, same_event
from data.parse.location.unnamed.countrywide import districts, line, share, whole_country
from data.parse.location.unnamed.crossings import crossings
from data.parse.location.unnamed.havens import only_haven
from data.parse.location.unnamed.nowhere import counts_papers, is_unnamed
from data.parse.location.unnamed.sent_back import where_they_are_from
from data.parse.location.unnamed.stand_ins import (
    host,
    last_words_of,
    of_the_country,
    stood_for,
    the_capital,
)
from data.parse.reading import Reading

_Step = Callable[[Scene], tuple[str, ...]]


def places_of(scenes: Scenes, draft: Draft) -> list[str]:
    """Where a number fact happened, as a reader of the article would say.

    The first of these that the text gives: where those counted went; the ground beside the
    number, then elsewhere in its sentence; the home of a state that acts at home, or of those
    counted; the place that the sentences before were about; the article's country.

    Args:
        scenes: The draft's sentence, the same for all its facts so that none is asked twice.
        draft: The fact.

    Returns:
        Countries (ISO 3166-1 alpha-3), provinces (ISO 3166-2) and borders (``AFG-TJK``), several
        where the text lists several; empty where the text gives none. Towns are given as their
        province and crossings as their border.
    """
    scene = scenes.of(draft)
    scene.stands_for = 0
    if draft.kind not in _OF_KIND and is_unnamed(scene):
        return list(behind_number(scene) or left_for_anywhere(scene))
    found = _search(scene)
    if (found == (lexicon.subject(),) and counts_papers(scene)) or only_haven(scene, found):
        return []
    return list(found)


def _search(scene: Scene) -> tuple[str, ...]:
    steps = _steps(scene.draft.kind, _ruled_out(scene.reading))
    for place, step in enumerate(steps):
        if place < scene.silent and step not in _ASKING_OTHERS:
            continue
        if codes := step(scene):
            scene.silent = max(scene.silent, place)
            return codes
    scene.silent = len(steps)
    return ()


def _search_instead(scene: Scene, find: Callable[[Scene], Scene | None]) -> tuple[str, ...]:
    """Where another number was, which may stand for a third in turn, but not without end."""
    other = find(scene) if scene.stands_for < _MOST_IN_TURN else None
    if other is None:
        return ()
    stands_for = scene.stands_for + 1
    if stands_for not in other.found:
        other.stands_for = stands_for
        other.found[stands_for] = _search(other)
    return other.found[stands_for]


_MOST_IN_TURN = 2
"""Numbers that one is a part of, and those again a part: "12 of them, five of whom"."""


@remembered
def _ruled_out(reading: Reading) -> frozenset[_Step]:
    """The steps that find nothing in a sentence, whichever of its numbers they are for."""
    words, norms = reading.word_set, reading.norms
    ruled_out = [step for step, any_of in _words_needed().items() if any_of.isdisjoint(words)]
    ruled_out += [step for step, any_of in _norms_needed().items() if any_of.isdisjoint(norms)]
    if not find_sites(reading):
        ruled_out += _OF_GROUNDS
    if not may_only_add(reading):
        ruled_out.append(_where_that_was)
    return frozenset(ruled_out)


@functools.cache
def _words_needed() -> Mapping[_Step, frozenset[str]]:
    """Words of which a sentence has one where a step finds anything."""
    words = lexicon.location()
    return {
        taken_out: words.adds.figures,
        brought_home: first_words_of(words.moving.bringing_back, words.moving.returning_verbs),
        holder: words.home.assets | words.home.giving | words.home.providing,
        of_the_country: last_words_of("country"),
        displaced_all_over: last_words_of("country"),
        of_all_provinces: last_words_of("provinces"),
        home_to: words.home.words,
        host: last_words_of("last"),
        polled: words.polls.verbs,
        reporting_state: words.home.reporting,
        the_capital: last_words_of("capital"),
        reception: words.home.receivers | words.home.arrivals,
        stood_for: last_words_of("country", "last"),
        same_event: words.stand_ins.events,
    }


@functools.cache
def _norms_needed() -> Mapping[_Step, frozenset[str]]:
    """The same of its words and signs as they are cut: "40km" has the words 40 and km."""
    lines = lexicon.location().lines.words
    return {
        guarded_line: lines,
        over_border: lines,
        _where_the_whole_is: words_for_parts().first_words | {"of"},
    }


@functools.cache
def _kinds_served() -> Mapping[_Step, frozenset[str]]:
    """The kinds of facts that a step finds anything for, where it does not for all."""
    return {
        taken_out: frozenset({"evacuated"}),
        brought_home: lexicon.kinds_with("moves"),
        guarded_line: frozenset({"personnel"}),
        holder: frozenset({"money"}),
        polled: frozenset({"other_count"}),
        reporting_state: frozenset({"casualties", "other_count"}),
        displaced_all_over: frozenset({"displaced"}),
        arrival: lexicon.kinds_with("moves"),
        moved_out: lexicon.kinds_with("moves"),
        welcomed: lexicon.kinds_with("received"),
        reception: lexicon.kinds_with("received"),
        receiver: frozenset({"money"}),
    }


@functools.cache
def _steps(kind: str, ruled_out: frozenset[_Step]) -> Sequence[_Step]:
    special = _OF_KIND.get(kind)
    steps = (*_FIRST, special, *_STEPS) if special else (*_FIRST, *_STEPS)
    served = _kinds_served()
    return [
        step
        for step in steps
        if step not in ruled_out and (step not in served or kind in served[step])
    ]


def _where_the_whole_is(scene: Scene) -> tuple[str, ...]:
    """A part of those counted before is where they are: "35 of whom", "two of them"."""
    return _search_instead(scene, whole_of)


def _where_its_whole_is(scene: Scene) -> tuple[str, ...]:
    """A part told of with its whole is with it: "46 soldiers, including five officers"."""
    return _search_instead(scene, part_of)


def _where_it_was_told(scene: Scene) -> tuple[str, ...]:
    """A number told of before is where it was: "the $1 billion", "the 16 guards"."""
    return _search_instead(scene, same_number)


def _where_the_other_is(scene: Scene) -> tuple[str, ...]:
    """A number with nothing of its own is where the one is that stands before it."""
    return _search_instead(scene, joined_to)


def _where_the_whole_country_is(scene: Scene) -> tuple[str, ...]:
    """What a sentence tells beside all Afghans is theirs: "18m Afghans need aid of $1bn"."""
    codes = _search_instead(scene, beside)
    return codes if codes == (lexicon.subject(),) else ()


def _where_the_list_is(scene: Scene) -> tuple[str, ...]:
    """A number behind the next name of a list: "X took in 300 people, Y 60 and Z 40"."""
    codes = listed_ground(scene) or _search_instead(scene, head_of_list)
    return own_of_list(scene, codes) if codes else ()


def _where_that_was(scene: Scene) -> tuple[str, ...]:
    """What only adds to the number before is where that was: "it was the third such raid"."""
    return _search_instead(scene, told_before)


_ASKING_OTHERS: Final = frozenset(
    {
        _where_that_was,
        _where_the_list_is,
        _where_its_whole_is,
        _where_the_whole_is,
        _where_it_was_told,
        _where_the_other_is,
        _where_the_whole_country_is,
    }
)
"""Steps whose answer depends on how many numbers one is asked instead of."""

_OF_KIND: Final[Mapping[str, _Step]] = {
    "border_length": line,
    "control_share": share,
    "crossings": crossings,
    "districts": districts,
    "capitals": districts,
}
"""What is asked first for kinds of facts that are about a line or a whole country."""

_OF_GROUNDS: Final[Sequence[_Step]] = (moved_out, before_number, departure)
"""Steps that choose among the grounds of a sentence."""

_FIRST: Final[Sequence[_Step]] = (
    _where_that_was,
    polled,
    reporting_state,
    attached,
    _where_the_list_is,
    taken_out,
    brought_home,
    guarded_line,
    holder,
    of_the_country,
    displaced_all_over,
    of_all_provinces,
)
"""What is asked before anything else."""

_STEPS: Final[Sequence[_Step]] = (
    home_to,
    host,
    home,
    arrival,
    over_border,
    _where_its_whole_is,
    behind_number,
    _where_the_whole_is,
    moved_out,
    before_number,
    welcomed,
    departure,
    the_capital,
    where_they_are_from,
    withdrawal,
    beyond_border,
    elsewhere,
    reception,
    _where_it_was_told,
    stood_for,
    same_event,
    receiver,
    residence,
    _where_the_other_is,
    _where_the_whole_country_is,
    carried,
    whole_country,
)
"""Asked in this order; the first answer counts."""
