"""Topics: what an article is about, where that decides what its people are counted as."""

from __future__ import annotations

from data import lexicon

_CLEAR = 2
"""Words of a topic an article needs for the topic to stand for its people."""


def article_topic(words: frozenset[str]) -> str | None:
    """Kind of fact that people are counted as in an article of these words, if one is clear.

    Args:
        words: The article's words in lower case.
    """
    scores = sorted(
        (
            (len(topic.words & words), topic.kind)
            for topic in lexicon.topics().topic
            if topic.only is None and not topic.faint and topic.kind != "casualties"
        ),
        reverse=True,
    )
    (most, kind), (next_most, _) = scores[0], scores[1]
    return kind if most >= _CLEAR and most >= 2 * next_most else None


def tells_of_airlift(words: frozenset[str]) -> bool:
    """Whether people of an article of these words are flown out, more than they flee.

    Args:
        words: The article's words in lower case.
    """
    flown, fled = (
        len(topic.words & words)
        for kind in ("evacuated", "displaced")
        for topic in lexicon.topics().topic
        if topic.kind == kind and not topic.faint
    )
    return flown >= _CLEAR and flown >= (fled if flown > _CLEAR else 2 * fled)
