"""Wider: what a sentence tells of a longer time than the events told before it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.grounds.grounding import is_dateline
from data.parse.grounds.sites import Site
from data.parse.lazy import remembered
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import chief_province, ground, senders
from data.parse.reading import Reading
from data.parse.readings import Readings

Codes = tuple[str, ...]

_LONGEST_EVENT: Final = dt.timedelta(days=20)
"""Most days that fighting told of as one event goes on: a month is none."""

_OPENING: Final = 3
"""Sentences of which one may begin with the dateline."""

_LONGEST_VENUE: Final = 6
"""Most words from those who meet to where: "met a Taliban delegation in X"."""


def is_wider(scene: Scene, earlier: Reading, codes: Codes, *, same_paragraph: bool) -> bool:
    """Whether a number sums up more than what the sentences before told of one place.

    "X fell on Friday. The UN said 1,659 civilians were killed in the first half of the year." In
    the paragraph of an event it takes one who counts for the whole country to do so; and what is
    told of somebody local, such as "a hospital", or by a reporter who sits in a province, goes on
    with the place. What a ministry counts "in the past 24 hours" it counts everywhere. A state's
    troops are all it has in the country, where ``earlier``, the sentence that told of the place
    ``codes``, was not about them: "A bomb went off in X. Some 650 U.S. troops are to stay."
    """
    words = lexicon.location().carried
    if _is_force_not_told_of(scene, earlier) and not _is_sent_to_capital(scene, codes):
        return True
    if scene.draft.kind not in lexicon.kinds_with("goes-on"):
        return False
    if _is_daily_tally(scene):
        return True
    if not (_spans_long(scene) or _is_of_war(scene)):
        return False
    return _counts_for_all(scene.reading) or not (
        same_paragraph
        or not words.local.isdisjoint(scene.reading.word_set)
        or _is_sent_from_province(scene.reading.whole)
    )


def _is_force_not_told_of(scene: Scene, earlier: Reading) -> bool:
    """Whether a state's troops are counted that the sentence about a place did not speak of."""
    if scene.draft.kind != "personnel" or "there" in scene.reading.word_set:
        return False
    forces = _forces_of(scene.reading)
    return bool(forces) and forces.isdisjoint(_forces_of(earlier))


def _is_sent_to_capital(scene: Scene, codes: Codes) -> bool:
    """Whether troops are sent where the embassies are, in a text about the capital."""
    return scene.draft.action == "deploy" and codes == (chief_province(lexicon.subject()),)


@remembered
def _forces_of(reading: Reading) -> frozenset[str]:
    """The states and alliances a sentence names that have troops in the country."""
    named = {place.country for place in reading.places if place.country in senders()}
    named |= {actor.code for actor in reading.actors if actor.type == "alliance"}
    return frozenset(name for name in named if name)


def _is_daily_tally(scene: Scene) -> bool:
    """Whether a ministry tells of the dead of the past day, and of nowhere in particular."""
    words, reading = lexicon.location().carried, scene.reading
    if words.national.isdisjoint(reading.word_set) or not words.local.isdisjoint(reading.word_set):
        return False
    own = scene.clause_number(scene.draft.first)
    return any(
        time.rule == _PAST_DAY and scene.clause_number(reading.index_at(time.start)) == own
        for time in reading.times
    )


_PAST_DAY: Final = "past-window"
"""Rule of "in the past 24 hours"."""


@remembered
def _is_sent_from_province(readings: Readings) -> bool:
    """Whether the dateline names a town of the subject, other than its capital."""
    home = lexicon.subject()
    return any(
        place.country == home and ground(place) not in {home, chief_province(home)}
        for reading in readings[:_OPENING]
        for place in reading.places
        if is_dateline(reading, place)
    )


def is_venue(reading: Reading, site: Site) -> bool:
    """Whether people only meet on a ground: "talks in X", "met in X"."""
    venues = lexicon.location().carried.venues
    if site.role not in {"at", "to"} or venues.isdisjoint(reading.word_set):
        return False
    first = max(reading.clause_of(site.first).first, site.first - _LONGEST_VENUE)
    return not venues.isdisjoint(reading.lower[first : site.first])


def _is_of_war(scene: Scene) -> bool:
    """Whether a number is that of a whole war: "the conflict has killed 47,000 people"."""
    summing = lexicon.location().carried.summing
    if summing.isdisjoint(scene.reading.word_set):
        return False
    return not summing.isdisjoint((*scene.lower_before, *scene.lower_behind))


def _spans_long(scene: Scene) -> bool:
    reading, own = scene.reading, scene.clause_number(scene.draft.first)
    return any(
        _is_long(reading, time) and scene.clause_number(reading.index_at(time.start)) == own
        for time in reading.times
    )


def _is_long(reading: Reading, time: TimeExpression) -> bool:
    if time.first_day is None or time.last_day is None:
        return False
    end = reading.article.published if time.relation == "since" else time.last_day
    return end is not None and end - time.first_day > _LONGEST_EVENT


@remembered
def _counts_for_all(reading: Reading) -> bool:
    """Whether somebody who counts for a whole country or the world tells of something."""
    return any(
        actor.type in {"institution", "organisation"} and actor.country in {None, lexicon.subject()}
        for actor in reading.actors
    )
