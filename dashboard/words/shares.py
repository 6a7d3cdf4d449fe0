"""What a share is a share of, in words: a border, a country, or only the districts of one."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Final, NamedTuple

from dashboard.words.forms import forms
from dashboard.words.names import label
from data import lexicon
from data.claims.denominators import ground_of
from data.place_codes import is_border

if TYPE_CHECKING:
    from data.fact import Fact

_GROUND: Final = "control_share"
"""Kind of shares of ground, which may be counted or measured."""

_PROGRESS: Final = "progress_share"
_PROGRESS_RULE: Final = "shares.progress-share"
_DISTRICTS: Final = "districts"
_NUMBER: Final = r"\d[\d,]*"
_LONGEST: Final = 120
"""Characters behind a share in which what it is a share of must stand."""


_TO_SHARE = 6
"""Most words of "make up somewhere in the region of" before a share."""


class CountedGround(NamedTuple):
    """Places that a share is a share of.

    Attributes:
        noun: What they are, as in the text: ``district centres``.
        whole: How many there are, where the sentence says so.
        words: The same in the words of the text: ``roughly 420 district centres``.
    """

    noun: str
    whole: float | None
    words: str


def shared(fact: Fact) -> str:
    """What a share is a share of, as a name; empty for anything else than a share.

    ``Afghan-Tajik border``, ``Afghanistan``, ``withdrawal``, ``roughly 420 district centres in
    Afghanistan``. Half of the districts of a country are not half of it: they differ in size.
    """
    if fact.unit == "percent" and (fact.kind == _PROGRESS or fact.rule == _PROGRESS_RULE):
        return "withdrawal"  # what is left of it is no progress
    named = label(fact.of) if fact.of else ""
    ground = counted_ground(fact)
    if ground is None:
        return named
    return f"{ground.words} in {named}" if named else ground.words


def names_part(fact: Fact) -> bool:
    """Whether a share is that of those it names: "women and children make up 80 per cent of them".

    Half of the displaced, in contrast, is a share of those it names.
    """
    if fact.unit != "percent" or not fact.who:
        return False
    before = fact.quote[: fact.start - fact.sentence_start].casefold().split()[-_TO_SHARE:]
    led = f" {' '.join(before)} "
    return any(f" {verb} " in led for verb in lexicon.attribution().continued.amounting)


def of_shared(fact: Fact) -> str:
    """The same behind a number: ``of the Afghan-Tajik border``, ``of Afghanistan``."""
    name = shared(fact)
    if not name:
        return ""
    a_country = fact.of and not is_border(fact.of) and counted_ground(fact) is None
    return f"of {name}" if a_country else f"of the {name}"


def counted_ground(fact: Fact) -> CountedGround | None:
    """The places that a share is a share of; None for a share of land or of anything else."""
    if fact.kind != _GROUND or fact.unit != "percent" or (fact.of and is_border(fact.of)):
        return None
    behind = fact.quote[fact.end - fact.sentence_start :][:_LONGEST]
    if found := _pattern().match(" ".join(behind.split())):
        noun, number = found["noun"].lower(), found["number"]
        if noun in forms().shared.borders and fact.of:
            return None
        hedge = f"{found['hedge']} " if number and found["hedge"] else ""
        whole = float(number.replace(",", "")) if number else None
        return CountedGround(noun, whole, f"{hedge.lower()}{number} {noun}" if number else noun)
    # a share of them in other words, such as "one in five"
    if noun := _nouns().get(fact.rule.removeprefix("shares.")):
        return CountedGround(noun, None, noun)
    return _counted_before(fact) if ground_of(fact) == _DISTRICTS else None


def _counted_before(fact: Fact) -> CountedGround:
    """The places of a count that a share says again: "224 of 421 districts, or 53 percent"."""
    before = fact.quote[: fact.start - fact.sentence_start]
    number = None
    for found in _out_of().finditer(before):
        number = found["number"]  # the nearest
    whole = float(number.replace(",", "")) if number else None
    return CountedGround(_DISTRICTS, whole, f"{number} {_DISTRICTS}" if number else _DISTRICTS)


@functools.cache
def _out_of() -> re.Pattern[str]:
    """The whole of a count of districts: "224 of the country's 421"."""
    nouns = _any(set(lexicon.comparing().districts))
    few = r"(?:(?!of\b)[^\s\d,;.]+\s+)"
    return re.compile(rf"\bof\s+{few}{{0,3}}?(?P<number>{_NUMBER})\s+{few}{{0,3}}?(?i:{nouns})\b")


@functools.cache
def _nouns() -> Mapping[str, str]:
    """What places that are counted are called, by the class of their nouns."""
    ground = lexicon.kinds_with("ground")
    return {
        noun.name: lexicon.kinds()[noun.kind].label.lower()
        for noun in lexicon.nouns().noun
        if noun.kind in ground
    }


@functools.cache
def _pattern() -> re.Pattern[str]:
    """What stands behind a share of places: "of the roughly 420 Afghan district centres"."""
    ground = lexicon.kinds_with("ground")
    shared_words = forms().shared
    nouns = [noun for noun in lexicon.nouns().noun if noun.kind in ground]
    words = {f"{word}s" for noun in nouns for word in noun.words}
    words |= {word for noun in nouns for word in noun.plurals}
    words |= shared_words.borders
    hedges = {
        phrase
        for entry in lexicon.qualifiers().qualifier
        if entry.side == "before"
        for phrase in entry.phrases
    }
    owner = rf"(?:[A-Z][\w-]*|{_any(shared_words.owners)})(?:['’]s)?"
    return re.compile(
        rf"(?:of )?(?:(?i:{_any(shared_words.leads)}) )*"
        rf"(?:{owner} )?(?:(?P<hedge>(?i:{_any(hedges)})) )?(?:(?P<number>{_NUMBER}) )?"
        rf"(?:(?:{_any(shared_words.sorts)}) |{owner} )*(?P<noun>(?i:{_any(words)}))\b"
    )


def _any(words: Set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
