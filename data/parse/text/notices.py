"""Notices: what the law of a country makes its papers put behind a name, and nobody claims.

"The Taliban (banned in Russia) took five districts" is "The Taliban took five districts".
"""

from __future__ import annotations

import dataclasses
import functools
import re

from data import lexicon
from data.article import Article

_REACH = 80
"""Most characters from a bracket or a comma to the words of a notice."""


def without_notices(article: Article) -> Article:
    """The article as a parser of claims reads it, with blanks for notices; offsets stay."""
    prose = article.prose
    lower = prose.lower()
    if not any(notice.lower() in lower for notice in lexicon.sentence_rules().notices):
        return article  # at once, as most; a search for all takes five times as long
    spans = [span for found in _words().finditer(prose) if (span := _insertion(prose, found))]
    if not spans:
        return article
    parts: list[str] = []
    done = 0
    for start, end in spans:
        begin = max(start, done)  # a bracket may have two
        parts += prose[done:begin], " " * (end - begin)
        done = max(done, end)
    return dataclasses.replace(article, text="".join((*parts, prose[done:])), marks=())


def _insertion(prose: str, found: re.Match[str]) -> tuple[int, int] | None:
    """The brackets or the commas around a notice; None for words of a sentence."""
    before, behind = prose[max(0, found.start() - _REACH) : found.start()], found.end() + _REACH
    for opening, closing in (("(", ")"), (",", ",")):
        first = before.rfind(opening)
        end = prose.find(closing, found.end(), behind)
        if first < 0 or end < 0 or closing in before[first + 1 :]:
            continue
        between = prose[found.end() : end]
        if "\n" in before[first:] + between or (opening == "," and between.strip()):
            continue
        return found.start() - len(before) + first, end + 1
    return None


@functools.cache
def _words() -> re.Pattern[str]:
    notices = "|".join(map(re.escape, lexicon.sentence_rules().notices))
    return re.compile(rf"\b(?:{notices})\b", re.IGNORECASE)
