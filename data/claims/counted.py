"""Whether two claims count the same, by the words for who or what is counted and those beside."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact


def counts_the_same(one: str | None, other: str | None) -> bool:
    """Whether the words for what two claims count can mean the same.

    >>> counts_the_same("Afghan soldiers", "servicemen"), counts_the_same("women", "children")
    (True, False)
    """
    head, other_head = _head(one), _head(other)
    if head is None or other_head is None or head == other_head:
        return True
    kind = _alike().get(head)
    return kind is not None and kind == _alike().get(other_head)


def counts_alike(one: str | None, other: str | None) -> bool:
    """Whether the words for what two claims count do mean the same: soldiers are not all people."""
    return counts_the_same(one, other) and (_head(one) is None) == (_head(other) is None)


def is_further(fact: Fact) -> bool:
    """Whether a number counts more of what was counted before: "two more capitals"."""
    further = lexicon.comparing().further
    first, stop = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    before, behind = fact.quote[:first].split()[-1:], fact.quote[stop:].split(maxsplit=1)[:1]
    return any(word.strip(",.;:").casefold() in further for word in (*before, *behind))


@functools.lru_cache(maxsize=4096)
def _head(words: str | None) -> str | None:
    """The noun, singular; None where the words say no more than that they are people."""
    last = (words or "").casefold().split()[-1:]
    if not last or last[0] in lexicon.comparing().anybody:
        return None
    return last[0].removesuffix("s")


@functools.cache
def _alike() -> Mapping[str, str]:
    """Class of each noun whose class counts the same, by its last word in the singular."""
    return {
        word.casefold().split()[-1].removesuffix("s"): noun.name
        for noun in lexicon.nouns().noun
        if noun.alike
        for word in (*noun.words, *noun.plurals)
        if " and " not in word  # "servicemen and women"
    }
