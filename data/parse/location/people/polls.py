"""Polls: where those are at home who are asked what they think, whatever they think of."""

from __future__ import annotations

from data import lexicon
from data.parse.location.people.bearers import bearer
from data.parse.location.scene.scenes import Scene


def polled(scene: Scene) -> tuple[str, ...]:
    """The country of a share of its people: "64% of X's people support leaving Y"."""
    if scene.draft.unit != "percent" or scene.draft.kind != "other_count":
        return ()
    words = lexicon.location().polls
    thinking = next((i for i, norm in enumerate(scene.lower_behind) if norm in words.verbs), None)
    verb = scene.draft.stop + (thinking or 0)
    if thinking is None or any(scene.draft.stop <= site.first < verb for site in scene.sites):
        return ()  # "41% of X's people in Y say"
    of_a_party = (words.parties.get(norm) for norm in scene.lower_behind[:thinking])
    country = next(filter(None, of_a_party), None) or _bearer(scene, thinking)
    return (country,) if country is not None else ()


def _bearer(scene: Scene, thinking: int) -> str | None:
    """Whose name those bear who stand between the number and the verb."""
    verb = scene.draft.stop + thinking
    near = any(
        scene.draft.stop <= place.first < verb and place.via == "demonym"
        for place in scene.reading.places
    )
    return bearer(scene) if near else None
