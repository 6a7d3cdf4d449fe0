"""Arrivals: where those who move end up, wherever their sentence says that they set out."""

from __future__ import annotations

from data import lexicon
from data.parse.location.grounds import SUBJECT, ground_of, line_with
from data.parse.location.homes import acting_state, bearer, beyond_border
from data.parse.location.scene import REACH, Scene
from data.parse.location.sites import Site

Codes = tuple[str, ...]

_LONGEST_FLIGHT = 20
"""Most words from a number to the border that those counted went over."""


def brought_home(scene: Scene) -> Codes:
    """Who is brought back or sent back is where they belong, not where they had been."""
    moving = lexicon.location().moving
    if scene.draft.kind not in moving.kinds or _leads_on(scene):
        return ()
    if scene.says_beside(moving.bringing_back):
        country = acting_state(scene) or bearer(scene)
    elif scene.says_beside(moving.returning_verbs):
        country = bearer(scene)
    else:
        return ()
    return (country,) if country else ()


def guarded_line(scene: Scene) -> Codes:
    """The border to which a neighbour sends troops: "ordered 20,000 to its southern frontier"."""
    if scene.draft.kind != "personnel" or scene.crosses or scene.goes_back:
        return ()
    words = lexicon.location()
    if not scene.says_before(words.home.sending):
        return ()
    lines = words.lines.words
    if not any(token.norm in lines for token in scene.tokens_behind(2 * REACH)):
        return ()
    for border in scene.reading.borders:
        if border.first >= scene.draft.first:
            return (border.code,)
    line = line_with(acting_state(scene))
    return (line,) if line else ()


def stated(scene: Scene) -> Codes:
    """Where the rule that found the fact says they went."""
    return (ground_of(scene.draft.destination),) if scene.draft.destination else ()


def arrival(scene: Scene) -> Codes:
    """Where those who left are led to: "people from X, who were forced to flee into Y"."""
    if not _moves(scene):
        return ()
    ahead = [site for site in scene.near if site.first >= scene.draft.first]
    for site in ahead:
        if site.role == "to" and not scene.is_background(site.first):
            return site.codes
    return _landed(scene, ahead)


def over_border(scene: Scene) -> Codes:
    """Who fled "across the border" is not where they fled from."""
    lines = lexicon.location().lines.words
    if any(token.norm in lines for token in scene.tokens_behind(_LONGEST_FLIGHT)):
        return beyond_border(scene, grounded=False)
    return ()


def _moves(scene: Scene) -> bool:
    """Whether the fact is of people or things on their way; troops only where they go."""
    moving = lexicon.location().moving
    if scene.draft.kind not in moving.kinds or scene.goes_back:
        return False
    if scene.draft.kind == "personnel":
        return scene.crosses or scene.draft.action in moving.leaving
    return scene.crosses or scene.takes_away


def _landed(scene: Scene, ahead: list[Site]) -> Codes:
    """The place behind a verb of arrival: "42 evacuated from X arrived in Y"."""
    stop = ahead[-1].first if ahead else scene.draft.stop
    arrived = scene.find_verbs(
        lexicon.location().moving.arriving, scene.tokens[scene.draft.stop : stop]
    )
    if not arrived:
        return ()
    landing = scene.draft.stop + arrived[0].stop
    return next(
        (site.codes for site in ahead if site.first >= landing and site.role in {"at", "to"}), ()
    )


def _leads_on(scene: Scene) -> bool:
    """Whether the clause says where to: "sent back to X"."""
    return any(
        site.role == "to"
        and site.first >= scene.draft.first
        and site.codes != (SUBJECT,)
        and not scene.is_background(site.first)
        for site in scene.near
    )
