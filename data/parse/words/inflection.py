"""Inflection: the forms a regular English verb or noun takes."""

from __future__ import annotations

from collections.abc import Sequence

_VOWELS = "aeiou"


def verb_forms(lemma: str, irregular: Sequence[str] = ()) -> tuple[str, ...]:
    """Forms of a verb, its particle kept: "call up" gives "calls up", "called up", "calling up".

    Args:
        lemma: Base form, with a particle or an object after it where the phrase has one.
        irregular: Further forms of the first word; regular ones are given all the same, since
            a form that nobody writes does no harm.
    """
    verb, _, particle = lemma.partition(" ")
    tail = f" {particle}" if particle else ""
    forms = (verb, _with_s(verb), _with_ed(verb), _with_ing(verb), *_doubled(verb), *irregular)
    return tuple(dict.fromkeys(form + tail for form in forms))


def _doubled(verb: str) -> tuple[str, ...]:
    """Forms with the last consonant doubled: "controlled", "shipping"."""
    if len(verb) < 3 or verb[-1] in "aeiouwxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return ()
    return (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def plural(noun: str) -> str:
    """Regular plural of a noun or of a phrase that ends in one."""
    return noun + "s" if noun.endswith("o") else _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + "ed"


def _with_ing(word: str) -> str:
    return (word[:-1] if word.endswith("e") and not word.endswith("ee") else word) + "ing"
