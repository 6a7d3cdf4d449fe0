"""All over: what is told to be anywhere in a country, wherever else some of it was."""

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


def of_all_provinces(scene: Scene) -> tuple[str, ...]:
    """The subject, which alone has as many: "400 projects in all 34 provinces"."""
    for match in stand_ins_in(scene.reading, "provinces"):
        own = scene.clause_number(match.first) == scene.clause_number(scene.draft.first)
        if own and match.first >= scene.draft.first and scene.draft.kind != "control_share":
            return (lexicon.subject(),)
    return ()
