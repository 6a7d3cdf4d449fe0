"""Topics: what an article is about, where that decides what its people are counted as."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from data import lexicon

_CLEAR = 2
"""Words of a topic an article needs for the topic to stand for its people."""


_PLANES = 3
"""Words of planes and airports that tell of an airlift as well."""


_SOLDIERS = 4
"""Words of soldiers abroad an article needs for its nationals to be such."""


class Themes(NamedTuple):
    """What an article is about.

    Attributes:
        topic: Kind of fact that its people are counted as, if one is clear.
        flown: How many words tell of people who are flown out.
        airlift: Its people are flown out, more than they flee.
        mission: It is about soldiers abroad, more than about either.
    """

    topic: str | None
    flown: int
    airlift: bool
    mission: bool


def find_themes(words: Set[str]) -> Themes:
    """What an article of these words, in lower case, is about."""
    scores = {"evacuated": 0, "displaced": 0}
    for topic in lexicon.topics().topic:
        if topic.only is None and not topic.faint and topic.kind in scores:
            scores[topic.kind] += len(topic.words & words)
    flown, fled = scores["evacuated"], scores["displaced"]
    faint = (topic.words for topic in lexicon.topics().topic if topic.faint and topic.only is None)
    planes = sum(len(group & words) for group in faint)
    (most, kind), (next_most, _) = sorted(
        ((score, kind) for kind, score in scores.items()), reverse=True
    )
    return Themes(
        topic=kind if most >= _CLEAR and most >= 2 * next_most else None,
        flown=flown,
        airlift=(flown >= _CLEAR and flown >= (fled if flown > _CLEAR else 2 * fled))
        or (planes >= _PLANES and fled < _CLEAR)
        or (bool(flown) and flown + planes >= _PLANES and not fled),
        mission=len(lexicon.topics().mission & words) >= _SOLDIERS and max(flown, fled) < _CLEAR,
    )
