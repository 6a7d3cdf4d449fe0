"""Somebody named in two ways, by the text's words and by a code, of which only one was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from dashboard.components.session.corpus import corpus
from dashboard.words.names import label
from dashboard.words.plain_text import excerpt
from data import lexicon
from data.actor_codes import government
from data.errors import InputError
from data.fact import Fact
from geo.gazetteer import country_table

MOST: Final = 200
"""Characters of somebody's name with their office."""


class Party(NamedTuple):
    """Somebody who acts, is counted or says something.

    Attributes:
        words: As in the text; None or empty where it names nobody.
        code: Of the actor; None where that is not known.
    """

    words: str | None
    code: str | None


def fitted(before: Party, entered: Party, known: tuple[str, ...]) -> Party:
    """Words and code that mean the same, where only one of them was changed.

    Args:
        before: As the fact has them.
        entered: As they were entered.
        known: Codes of those whom the words may name.
    """
    words, code, was = entered.words, entered.code, before.words or ""
    was_named = before.code is not None and _names(was, before.code)
    if code != before.code:
        if code and (not words or (words == was and was_named)):
            return Party(label(code), code)
        return Party(words, code if words else None)
    if not words:
        return Party(None, None)
    if words == was:
        return entered
    bare = words.casefold().removeprefix("the ")
    alike = next((each for each in known if label(each).casefold() == bare), None)
    if alike or code is None:
        return Party(words, alike)
    # "A spokesman" of somebody stays theirs under other words; "the Taliban" do not.
    return Party(words, code if _names(words, code) or not was_named else None)


def typed(words: str | None, before: str | None) -> str | None:
    """What was typed, in one line; what stood there where nothing was changed."""
    from data.intake.fields import line_of  # its package is slow to import

    entered = line_of(words)
    return before if entered == line_of(before) else entered


def refuse_long(before: Fact, entered: Mapping[str, object]) -> None:
    """Refuse a name that is longer than any.

    Args:
        before: The fact, whose own names are not asked about.
        entered: Fields of it as they were entered.

    Raises:
        InputError: If one is.
    """
    for name in ("who", "attributed_to", "reported_by"):
        words = entered.get(name)
        if isinstance(words, str) and words != getattr(before, name) and len(words) > MOST:
            said = f"is longer than the {MOST} characters of a name"
            raise InputError(f"“{excerpt(words, 40)}”", said, "Shorten it.")


def known_actors(fact: Fact) -> tuple[str, ...]:
    """Those whom the word lists name, governments of the map, and all that are told of here."""
    told = {code for each in corpus().facts.values() for code in (each.actor, each.claimant)}
    ruling = map(government, country_table())
    codes = {*lexicon.actors(), *ruling, *told, fact.claimant, fact.actor}
    return tuple(sorted((code for code in codes if code), key=label))


def _names(words: str, actor: str) -> bool:
    return label(actor).casefold() in words.casefold()
