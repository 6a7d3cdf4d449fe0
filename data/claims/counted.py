"""Whether two claims count the same, by the words for who or what is counted and those beside."""

from __future__ import annotations

import functools
import re
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
    return head is None or other_head is None or head == other_head


def counts_alike(one: str | None, other: str | None) -> bool:
    """Whether the words for what two claims count do mean the same: soldiers are not all people."""
    return counts_the_same(one, other) and (_head(one) is None) == (_head(other) is None)


def names_a_kind(words: str | None) -> bool:
    """Whether words for people say more than that they are people: "soldiers", "members"."""
    return _head(words) is not None


def is_further(fact: Fact) -> bool:
    """Whether a number counts more of what was counted before: "two more", "dozens of others"."""
    further = lexicon.comparing().further
    first, stop = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    before, behind = fact.quote[:first].split()[-1:], fact.quote[stop:].split(maxsplit=2)[:2]
    behind = behind[1:] if behind[:1] == ["of"] else behind[:1]
    return any(word.strip(",.;:").casefold() in further for word in (*before, *behind))


def is_foreseen(fact: Fact) -> bool:
    """Whether its clause says what will or may be so: "could soon hold 200 districts"."""
    first, stop = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    before, behind = (
        _clause_marks().split(fact.quote[:first]),
        _clause_marks().split(fact.quote[stop:]),
    )
    words = f"{before[-1]} {behind[0]}".split()  # "May" is a month
    return not lexicon.comparing().foreseeing.isdisjoint(words)


@functools.cache
def _clause_marks() -> re.Pattern[str]:
    """What parts a number's clause from those beside it: signs, and words that open another."""
    words = "|".join(map(re.escape, sorted(lexicon.comparing().clause_openers)))
    return re.compile(
        rf"[,;:.\u2013\u2014\"\u201c\u201d](?=\s|$)|(?<=\s)[\"\u201c]|\b(?:{words})\b",
        re.IGNORECASE,
    )


def _head(words: str | None) -> str | None:
    """The class of a noun whose class counts the same, else the noun, singular.

    None where the words say no more than that they are people. "Service members" are soldiers, and
    "members" may be anybody's.
    """
    every = (words or "").casefold().split()
    if not every or every[-1] in lexicon.comparing().anybody:
        return None
    ends = (_singular(" ".join(every[first:])) for first in range(len(every)))
    return next((known for end in ends if (known := _nouns().get(end))), _singular(every[-1]))


@functools.cache
def _nouns() -> Mapping[str, str]:
    """What counts the same as each noun, by its words in the singular: its class, or itself."""
    found: dict[str, str] = {}
    for noun in lexicon.nouns().noun:
        for words in (*noun.words, *noun.plurals):
            if " and " not in words:  # "servicemen and women"
                key = _singular(words.casefold())
                found.setdefault(key, f"({noun.name})" if noun.alike else key)
    return found


def _singular(word: str) -> str:
    return word.removesuffix("s")
