"""Closeness: which places facts name by themselves, and which by the country they lie in."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from data import lexicon


def as_told(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that a fact names for the places it is about, each once."""
    return tuple(dict.fromkeys(map(_told, codes)))


@functools.cache
def _told(code: str) -> str:
    province = lexicon.provinces().get(code)
    far = province is not None and province.country in lexicon.location().by_country
    return province.country if province is not None and far else code
