"""All over: people driven from home anywhere in a country, wherever others of them fled from."""

from __future__ import annotations

from data import lexicon
from data.parse.location.people.departures import are_displaced
from data.parse.location.scene.scenes import Scene
from data.parse.location.unnamed.countrywide import whole_country
from data.parse.location.unnamed.stand_ins import stand_ins_in


def displaced_all_over(scene: Scene) -> tuple[str, ...]:
    """The article's country: "270,000 people have been displaced inside the country"."""
    if not are_displaced(scene):
        return ()
    own, all_over = scene.clause_number(scene.draft.first), lexicon.location().whole.all_over
    for match in stand_ins_in(scene.reading, "country"):
        if match.first < scene.draft.stop or scene.clause_number(match.first) != own:
            continue
        if scene.lower[match.first - 1] in all_over:
            return whole_country(scene)
    return ()
