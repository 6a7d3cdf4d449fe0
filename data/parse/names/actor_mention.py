"""Actor mention: somebody a sentence names as one who can act."""

from __future__ import annotations

from typing import NamedTuple

from data.lexicon.names import ActorType


class ActorMention(NamedTuple):
    """Somebody a sentence names as one who can act.

    Attributes:
        first: Index of the first token.
        stop: Index one past the last token.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        code: Actor code.
        type: What sort of actor.
        words: The name; for a pronoun the name it stands for.
        country: Country it belongs to, alpha-3, if any.
        anaphor: Whether the sentence uses a stand-in ("he", "the country").
    """

    first: int
    stop: int
    start: int
    end: int
    code: str
    type: ActorType
    words: str
    country: str | None
    anaphor: bool = False
