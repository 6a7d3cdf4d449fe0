"""Tense: whether the words around a time speak of what is still to come."""

from __future__ import annotations

import functools
import re

from data import lexicon

_REACH = 130
"""Characters around an expression in which its verb is looked for."""

_FRONT = 24
"""Characters before an expression that "by late" or "and by the end of" takes up."""

_OPENING_LIMIT = re.compile(r'(?:.*[.,:;"(—] ?|)(?:(?:and|but) )?(?:by|until)(?: \w+){0,3} ')


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether what ``text[start:end]`` dates is still to come; None when nothing tells.

    The last cue before it decides, else the first behind it: "he said on Monday that they would
    leave on Friday" looks back on Monday and ahead to Friday. What a limit that opens a sentence
    dates stands behind it: "By Wednesday, 40 had come"; and so does what Thursday's event did:
    "they will not come, but Thursday's raid killed 40".

    Args:
        text: A sentence in lower case with straight quotes.
        start: Offset of the expression.
        end: Offset one past it.
    """
    first = max(0, start - _REACH, text.rfind(";", 0, start), text.rfind(":", 0, start))
    if text.startswith("'s ", end):
        done = _cues().search(text, end, end + _REACH)
        if done and done["ahead"] is None and "," not in text[end : done.start()]:
            return False
    before = [cue for cue in _cues().finditer(text, first, start) if not _is_counted(text, cue)]
    if sum(cue["ahead"] is not None for cue in before) == 1 and _OPENING_LIMIT.fullmatch(
        text, max(0, start - _FRONT), start
    ):
        stop = text.find(";", end, end + _REACH)
        stop = end + _REACH if stop < 0 else stop
        behind = {cue["ahead"] is not None for cue in _cues().finditer(text, end, stop)}
        return behind != {False}
    cue = before[-1] if before else _cues().search(text, end, end + _REACH)
    return None if cue is None else cue["ahead"] is not None


def _is_counted(text: str, cue: re.Match[str]) -> bool:
    """Whether a form of the past only tells what is counted: "will receive 17 upgraded tanks"."""
    return text[max(0, cue.start() - 2) : cue.start()].strip().isdigit() and cue[0].endswith("ed")


def tells_past(word: str) -> bool:
    """Whether a word in lower case is a form of the past: "became", "has", "deployed"."""
    cue = _cues().fullmatch(word)
    return cue is not None and cue["ahead"] is None


@functools.cache
def _cues() -> re.Pattern[str]:
    tense = lexicon.times().tense
    ahead, past = "|".join(tense.ahead), "|".join(tense.past)
    return re.compile(rf"(?<!\w)(?:(?P<ahead>{ahead})|{past})(?!\w)")
