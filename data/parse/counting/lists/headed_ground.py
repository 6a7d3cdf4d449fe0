"""Headed ground: who has the ground that the lines below a heading count."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.counting.ground.holders import held_behind
from data.parse.counting.ground.named_holders import Holder, named_holder
from data.parse.counting.verbs.happenings import Happening
from data.parse.reading import Reading
from data.parse.words.phrases import Match


def holder_headed(
    heading: Reading, match: Match[NounClass], happening: Happening | None
) -> Holder | None:
    """Whoever a heading says has the ground it names, beside those a verb has for its subject.

    Somebody without a name behind "by", as in "Districts taken by militants:"; anybody where no
    verb stands, as in "Districts under X control:".
    """
    if match.payload.kind not in lexicon.kinds_with("ground"):
        return None
    if happening is None:
        return held_behind(heading, match.stop)
    verb, stop = happening.verb, happening.stop
    if not verb.holds or verb.action in lexicon.count_words().giving:
        return None
    by = heading.lower[stop : stop + 1] == ["by"]
    return named_holder(heading, stop + 1) if by else None
