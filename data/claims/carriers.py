"""On whose planes people left, by the words around a number: parts are told from their wholes.

"U.S. military aircraft have taken out 79,000" is a part of "coalition planes included, 123,000",
and no other answer to the same question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact
    from data.lexicon.claims import Carrier

_KIND: Final = "evacuated"
_LARGE: Final = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d,.]*\d\d(?!\d)")
"""A number of three figures or more that is no year."""


def carrier_of(fact: Fact) -> Carrier | None:
    """On whose planes those left whom a fact counts; None where its words do not say for sure."""
    if fact.kind != _KIND or not fact.has_number:
        return None
    start = fact.start - fact.sentence_start
    return _carrier(fact.quote, start)


def is_part(fact: Fact) -> bool:
    """Whether a fact counts those on some planes, and others left as well."""
    carrier = carrier_of(fact)
    return carrier is not None and carrier.part


def _carrier(sentence: str, at: int) -> Carrier | None:
    """What the part of a sentence between semicolons that holds a place says."""
    first, last = sentence.rfind(";", 0, at) + 1, sentence.find(";", at)
    own = sentence[first : last if last >= 0 else None]
    if len(_LARGE.findall(own)) > 1:
        return None
    words = f" {' '.join(own.casefold().replace('.', '').split())} "
    found = [
        carrier
        for carrier in lexicon.carriers()
        if any(f" {phrase}" in words for phrase in carrier.phrases)
    ]
    return found[0] if len(found) == 1 else None
