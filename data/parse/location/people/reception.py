"""Reception: where those live who have come from elsewhere, by who gives them a home."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterator
from typing import Final

from data import lexicon
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import Site, countries_named
from data.parse.lazy import remembered
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.codes import ground, line_with
from data.parse.names.places import Via
from data.parse.reading import Reading
from data.parse.readings import Readings

Codes = tuple[str, ...]

_NAMED: Final[frozenset[Via]] = frozenset({"name", "capital"})

_OPENING: Final = 40
"""Sentences that tell whether an article is a local report."""

_LOCAL: Final = 4
"""Words of such a report that an article needs, in as many sentences less one."""


def reception(scene: Scene) -> Codes:
    """The state whose councils, schemes or homes take people in: "resettled in the borough"."""
    words = lexicon.location()
    if neighbour := _counting_arrivals(scene):
        return (neighbour,)
    if scene.find_verbs(words.moving.leaving):
        return ()
    around = scene.lower[max(0, scene.draft.first - 2 * REACH) : scene.draft.stop + 2 * REACH]
    if words.home.receivers.isdisjoint(around):
        return ()
    if not words.moving.inside.isdisjoint(scene.reading.word_set):
        return ()
    if any(site.role in {"at", "of"} for site in scene.near):
        return ()
    for index in nearby(scene.at):
        for country in countries_named(scene.readings[index]):
            if country != lexicon.subject():
                return (country,)
    return ()


def _counting_arrivals(scene: Scene) -> str | None:
    """The neighbour whose authorities tell of arrivals: "X's authorities speak of 900 a day"."""
    noun = scene.lower[max(0, scene.draft.noun_stop - 1) : scene.draft.noun_stop]
    if lexicon.location().home.arrivals.isdisjoint(noun):
        return None
    if any(site.role in {"at", "to", "of"} for site in scene.near):
        return None
    for actor in scene.reading.actors:
        if actor.first < scene.draft.first and line_with(actor.country):
            return actor.country
    return None


def welcomed(scene: Scene) -> Codes:
    """The state a local report on newcomers is from, for what the report does not place."""
    words = lexicon.location()
    country = _state_of_report(scene.reading.whole)
    if country is None:
        return ()
    fleeing = _FLEEING in scene.lower[scene.draft.stop : scene.draft.stop + REACH // 2]
    if scene.draft.action in words.moving.leaving and not fleeing:
        return ()
    if any(site.role != "from" and not _is_fled(scene, site) for site in scene.near):
        return ()
    if scene.only_means_to or not words.moving.inside.isdisjoint(scene.reading.word_set):
        return ()
    return (country,)


def _is_fled(scene: Scene, site: Site) -> bool:
    """Whether a place is only what newcomers left: "25 families fleeing X"."""
    leaving = lexicon.location().moving.leaving
    return bool(scene.find_verbs(leaving, scene.tokens[max(0, site.first - 2) : site.first]))


@remembered
def _state_of_report(readings: Readings) -> str | None:
    """The state whose people take others in, where an article is about nothing else."""
    words = lexicon.location().home
    if all(words.newcomers.isdisjoint(reading.word_set) for reading in readings[:_OPENING]):
        return None
    told = [words.welcoming & reading.word_set for reading in readings[:_OPENING]]
    sentences = [found for found in told if found]
    if len(sentences) < _LOCAL - 1 or len(frozenset().union(*sentences)) < _LOCAL:
        return None
    named = collections.Counter(
        country
        for reading in readings[:_OPENING]
        for country in frozenset(_told_of(reading))
        if country != lexicon.subject() and not line_with(country)
    )
    (chief, most), (_, next_most) = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return chief if most > 2 * next_most else None


def _told_of(reading: Reading) -> Iterator[str]:
    """Countries a sentence names, but for those whose people it tells of."""
    for place in reading.places:
        if place.country is not None and place.via != "demonym":
            yield place.country
    for actor in reading.actors:
        if actor.country is not None:
            yield actor.country


_FLEEING: Final = "fleeing"
"""Behind newcomers it only says who they are: "homes for 25 families fleeing X"."""


def home_to(scene: Scene) -> Codes:
    """The ground that is said to be home to those counted: "X is home to 3m refugees"."""
    if scene.reading.word_set.isdisjoint(lexicon.location().home.words):
        return ()
    for place in scene.reading.places:
        between = scene.lower[place.stop : scene.draft.first]
        opening = between[: REACH // 2 + 1]
        if (
            place.via in _NAMED
            and len(between) <= REACH
            and ("home", "to") in itertools.pairwise(opening)
        ):
            return (ground(place),)
    return ()
