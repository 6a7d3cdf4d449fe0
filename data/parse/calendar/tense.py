"""Tense: whether the words around a time speak of what is still to come."""

from __future__ import annotations

import functools
import re

from data import lexicon

_REACH = 130
"""Characters around an expression in which its verb is looked for."""


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether what ``text[start:end]`` dates is still to come; None when nothing tells.

    The last cue before it decides, else the first behind it: "he said on Monday that they would
    leave on Friday" looks back on Monday and ahead to Friday.

    Args:
        text: A sentence in lower case with straight quotes.
        start: Offset of the expression.
        end: Offset one past it.
    """
    first = max(0, start - _REACH, text.rfind(";", 0, start), text.rfind(":", 0, start))
    before = [*_cues().finditer(text, first, start)]
    cue = before[-1] if before else _cues().search(text, end, end + _REACH)
    return None if cue is None else cue["ahead"] is not None


@functools.cache
def _cues() -> re.Pattern[str]:
    tense = lexicon.times().tense
    ahead, past = "|".join(tense.ahead), "|".join(tense.past)
    return re.compile(rf"(?<!\w)(?:(?P<ahead>{ahead})|{past})(?!\w)")
