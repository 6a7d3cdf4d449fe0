"""Sides: which actor the words for those who are counted name: "seven Taliban fighters"."""

from __future__ import annotations

from collections.abc import Iterator

from data import lexicon
from data.actor_codes import government
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading
from data.parse.words.nouns import SITES

_GOING_ON: frozenset[How] = frozenset({"before", "participle", "part"})
"""How those are found who are called by the words of the number before."""


def side_of(
    reading: Reading, counted: Counted, happening: Happening | None, last: Draft | None
) -> str | None:
    """Code of the actor that those counted are called by, or are said to belong to.

    A number that goes on with what the number before counted goes on with its side: "1,000
    Afghan soldiers fled to X and 500 to Y". People and things that bear a country's name are its
    government's, people that bear the name of an armed group are the group's.
    """
    country = bearer_of(reading, counted)
    groups = {actor.code: actor for actor in _groups(reading, counted)}
    if not groups and country is None and last is not None:
        again = counted.how in _GOING_ON and counted.words == last.counted
        return last.side if again and _goes_on(reading, counted, happening, last) else None
    if not groups:
        return government(country) if country else None
    group = next(iter(groups.values()))
    if len(groups) > 1 or not _is_theirs(reading, counted, group):
        return None
    return group.code if country in {None, group.country} else None


def with_group(reading: Reading, counted: Counted) -> Counted:
    """Those counted with the armed group they are said to be of: "100 fighters of the X"."""
    if counted.how != "behind" or counted.noun.name != "armed":
        return counted
    first, lower = counted.stop, reading.lower
    if lower[first : first + 1] != ["of"]:
        return counted
    first += 1 + (lower[first + 1 : first + 2] == ["the"])
    group = next((a for a in reading.actors if a.first == first and a.type == "armed-group"), None)
    if group is None or lower[group.stop : group.stop + 1] == ["-"]:
        return counted
    return counted._replace(stop=group.stop, words=reading.words(counted.first, group.stop))


def _goes_on(reading: Reading, counted: Counted, happening: Happening | None, last: Draft) -> bool:
    """Whether a number without a noun is sure to count those of the number before.

    A part of them is. Else they stand in one sentence and something happens to both: who is
    counted in the next sentence may be anybody's, as are "our 2,400".
    """
    if counted.how == "part":
        return True
    if happening is None or last.at != reading.at:
        return False
    if not happening.verb.motion and reading.lower[counted.stop : counted.stop + 1] == ["from"]:
        return False  # "killed 20 Indian soldiers and four from China"
    between = reading.lower[last.stop : counted.first]
    return lexicon.grammar().owning.isdisjoint(between[-_NEAR_NUMBER:])


_NEAR_NUMBER = 4
"""Most tokens from a possessive to where its number stops: "our own 2,400"."""


def bearer_of(reading: Reading, counted: Counted) -> str | None:
    """The country whose name those counted bear: "Afghan government troops"."""
    return next(
        (
            place.country
            for place in reading.places
            if counted.first <= place.first < counted.stop and place.country
        ),
        None,
    )


def _groups(reading: Reading, counted: Counted) -> Iterator[ActorMention]:
    """The armed groups named in the words for people: "Taliban fighters", "fighters of X"."""
    if counted.noun.unit != "people":
        return
    for actor in reading.actors:
        if actor.type == "armed-group" and counted.first <= actor.first < counted.stop:
            yield actor


def _is_theirs(reading: Reading, counted: Counted, group: ActorMention) -> bool:
    """Whether people are of the group they are named with.

    They are not where it only describes them ("anti-Taliban fighters"), where they suffer from it
    ("Taliban hostages"), and not all of them where it is one of two ("Taliban and X fighters").
    """
    lower, tokens = reading.lower, reading.tokens
    if lower[group.first - 1 : group.first] == ["-"] or lower[group.stop : group.stop + 1] == ["-"]:
        return False
    if not lexicon.grammar().not_of_group.isdisjoint(lower[counted.first : counted.stop]):
        return False
    joint, joints = group.stop, lexicon.grammar().joining_names
    if joint + 1 < len(tokens) and lower[joint] in joints:
        begins = joint + 1
        return begins in reading.figure_starts or begins in reading.verb_starts
    return group.first == counted.first or lower[group.first - 1] not in joints


def actor_of(
    counted: Counted, verb: Verb | None, doer: ActorMention | None, side: str | None
) -> str | None:
    """Code of who is counted, else of who does it; of what is held or taken, of who has it."""
    if verb is not None and verb.holds and counted.noun.unit == "count":
        is_ground = counted.noun.kind in lexicon.kinds_with("ground") or counted.noun.name in SITES
        side = None if doer or is_ground else side
    return side or (doer.code if doer else None)
