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
            if topic.only is None and topic.kind != "casualties"
        ),
        reverse=True,
    )
    (most, kind), (next_most, _) = scores[0], scores[1]
    return kind if most >= _CLEAR and most >= 2 * next_most else None
