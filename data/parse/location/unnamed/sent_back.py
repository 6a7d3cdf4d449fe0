"""Sent back: those who return or are returned, who go where they came from."""

from __future__ import annotations

from data import lexicon
from data.parse.grounds.sites import countries_left
from data.parse.location.people.bearers import bearer, origin
from data.parse.location.people.departures import whose_they_are
from data.parse.location.people.states import acting_state
from data.parse.location.scene.scenes import Scene
from data.parse.location.unnamed.countrywide import whole_country


def where_they_are_from(scene: Scene) -> tuple[str, ...]:
    """Those sent back went where they came from."""
    flees = scene.crosses_itself and scene.only_means_to
    if not (flees or scene.goes_back):
        return ()
    if homes := whose_they_are(scene):
        return homes
    country = bearer(scene) or origin(scene)
    if scene.draft.kind == "evacuated" and country == lexicon.subject():
        return ()  # flown home in an airlift, not to where it set out
    if country in countries_left(scene.reading):
        country = acting_state(scene)  # "X returned 392 people from Kabul"
    return (country,) if country else whole_country(scene)
