"""Actor codes: those of named actors, and those of the institutions that every country may have.

Codes of institutions are made by rule, as ``lexicon/actors.toml`` tells: ``tjk-border-service``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from data import lexicon

_GOVERNMENT: Final = "government"
_OF_A_COUNTRY: Final = re.compile(r"([a-z]{3})-(.+)")


class Body(NamedTuple):
    """What a code made by rule says.

    Attributes:
        country: The country, alpha-3.
        suffix: The institution, as the lexicon has it; older archives may name one that it lacks.
    """

    country: str
    suffix: str


def institution(country: str, suffix: str) -> str:
    """Code of an institution of a country."""
    return f"{country.lower()}-{suffix}"


def government(country: str) -> str:
    """Code of the government of a country, which acts for it."""
    return institution(country, _GOVERNMENT)


def body_of(code: str) -> Body | None:
    """What a code made by rule says; None for a named actor and for what is no such code.

    >>> body_of("tjk-border-service")
    Body(country='TJK', suffix='border-service')
    >>> body_of("joe-biden"), body_of("pro-government")
    (None, None)
    """
    own = _OF_A_COUNTRY.fullmatch(code)
    if own is None or code in lexicon.actors() or own[1].upper() not in lexicon.countries():
        return None
    return Body(own[1].upper(), own[2])


def is_government(code: str) -> bool:
    """Whether a code is that of a country's government."""
    body = body_of(code)
    return body is not None and body.suffix == _GOVERNMENT


def is_actor(code: str) -> bool:
    """Whether a code is that of a named actor or of an institution that the lexicon has."""
    body = body_of(code)
    return code in lexicon.actors() or (body is not None and body.suffix in lexicon.institutions())


def country_of(code: str) -> str | None:
    """The country an actor belongs to; None for one of no country and for an unknown one."""
    if (actor := lexicon.actors().get(code)) is not None:
        return actor.country
    body = body_of(code)
    return body.country if body else None
