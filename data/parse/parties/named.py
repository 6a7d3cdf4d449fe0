"""Named: whether words that name a side of a war mean that side, or others by its name.

"Syria's rebels", "opponents of the Taliban" and "Soviet-backed troops" name whom they fight, whose
country they are from or who helps them.
"""

from __future__ import annotations

from data import lexicon
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading


def names_foes(reading: Reading, first: int, stop: int) -> bool:
    """Whether words mean those against a side: "anti-government forces", "X's opponents"."""
    return not lexicon.captures().opposing.isdisjoint(reading.lower[first:stop])


def is_meant(reading: Reading, actor: ActorMention, first: int, stop: int) -> bool:
    """Whether a noun phrase with an actor in it means that actor.

    Args:
        reading: The sentence.
        actor: Named in the phrase.
        first: Index of the first word of the phrase.
        stop: Index one past its last word.
    """
    if names_foes(reading, first, stop):
        return False
    behind = reading.lower[actor.stop : stop]
    if behind[:1] == ["-"]:  # "the Taliban-led government" may be theirs
        return behind[1:2] == ["led"]
    if actor.type != "government" or behind[:1] != ["'s"] or len(behind) == 1:
        return True
    own = lexicon.captures().government | lexicon.captures().of_states
    return not own.isdisjoint(behind)
