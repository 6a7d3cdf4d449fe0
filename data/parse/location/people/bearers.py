"""Bearers: whose people are counted, and where they come from."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from data import lexicon
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import countries_named
from data.parse.lazy import remembered
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.places import Place
from data.parse.reading import Reading

_LAST_TOLD: Final = 3
"""Sentences, the fact's own included, that say of whom they speak."""


def bearer(scene: Scene) -> str | None:
    """The country whose name those counted bear: "20,000 Tajik reservists"."""
    if not scene.reading.places:
        return None
    counted = range(scene.draft.first, _end_of_counted(scene))
    for place in scene.reading.places:
        if place.first not in counted or _is_ethnic(scene.reading, place):
            continue
        if place.via == "demonym" or _is_of_government(scene, place):
            return place.country
    return None


def _end_of_counted(scene: Scene) -> int:
    """Where the words for those counted end: "70 rebels, including two X fighters" are no Xs."""
    behind = _before_source(scene.lower_behind[: REACH - 2])
    if _naming().isdisjoint(behind):
        return scene.draft.stop + len(behind)
    inserted = next(index for index, norm in enumerate(behind) if norm in _naming())
    return scene.draft.stop + inserted


def _before_source(norms: Sequence[str]) -> Sequence[str]:
    """The words before a comma behind which somebody else stands: "40 left, an X envoy said"."""
    articles = lexicon.grammar().indefinite
    pairs = enumerate(itertools.pairwise(norms))
    return norms[: next((at for at, (a, b) in pairs if a == "," and b in articles), len(norms))]


@functools.cache
def _naming() -> frozenset[str]:
    """Words behind which only some of those counted are named: "14 people, mostly X workers"."""
    words = lexicon.location().naming
    return words.words | words.partly


def origin(scene: Scene) -> str | None:
    """Where those come from who are spoken of: the subject, where the sentences told of it."""
    for index in nearby(scene.at)[:_LAST_TOLD]:
        if lexicon.subject() in countries_named(scene.readings[index]):
            return lexicon.subject()
    return None


def _is_ethnic(reading: Reading, place: Place) -> bool:
    """Whether a demonym names a people, not where they are from: "ethnic Kyrgyz herders"."""
    return place.first > 0 and reading.lower[place.first - 1] == "ethnic"


@remembered
def _actor_stops(reading: Reading) -> Mapping[int, int]:
    """Where the longest name of an actor stops that begins at a word."""
    stops: dict[int, int] = {}
    for actor in reading.actors:
        stops[actor.first] = max(actor.stop, stops.get(actor.first, 0))
    return stops


def _is_of_government(scene: Scene, place: Place) -> bool:
    """Whether a name says whose people are counted: "two X soldiers", "the Kabul government"."""
    if _actor_stops(scene.reading).get(place.first, 0) <= place.stop:
        return False
    if place.via != "name":
        return place.via == "capital"
    led = scene.lower[scene.draft.stop : place.first]
    prepositions = lexicon.grammar().prepositions
    return not any(norm in prepositions and norm != "of" for norm in led)
