"""Currencies: whose currency a word means that several states share, such as "rupees"."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Mapping, Sequence

from data import lexicon
from data.lexicon.counting import SharedCurrency
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.readings import Readings

_WORD = re.compile(r"[a-z]+")


def currency_of(reading: Reading, quantity: Quantity) -> str | None:
    """The code of a sum's currency: of the state meant, where several have one of its name.

    "India pledged Rs 3 crore" is in Indian rupees, "Islamabad pledged Rs 3 crore" in Pakistani.
    """
    words = reading.lower[quantity.first : quantity.stop]
    shared = next((_shared()[word] for word in words if word in _shared()), None)
    if shared is None:
        return quantity.unit
    state = (
        _state_beside(reading, quantity, shared)
        or _state_of_publisher(reading, shared)
        or next((code for code in _states_named(reading.whole) if code in shared.codes), None)
    )
    return shared.codes[state] if state else quantity.unit


def _state_beside(reading: Reading, quantity: Quantity, shared: SharedCurrency) -> str | None:
    """The state named nearest to a sum in its sentence; of two as near the one before it."""
    near = [
        (max(quantity.first - place.stop, place.first - quantity.stop), place.first, place.country)
        for place in reading.places
        if place.country in shared.codes
    ]
    return min(near)[2] if near else None


def _state_of_publisher(reading: Reading, shared: SharedCurrency) -> str | None:
    article = reading.article
    host = (article.url or "").partition("://")[2].partition("/")[0].lower()
    if state := shared.hosts.get(host.rpartition(".")[2]):
        return state
    words = _WORD.findall(f"{article.publisher or ''} {host}".lower())
    found = (state for word in words for state, known in shared.publishers.items() if word in known)
    return next(found, None)


@remembered
def _states_named(readings: Readings) -> Sequence[str]:
    """The states an article names, the most often named first."""
    named = collections.Counter(
        place.country for reading in readings for place in reading.names if place.country
    )
    return [state for state, _ in named.most_common()]


@functools.cache
def _shared() -> Mapping[str, SharedCurrency]:
    return {word: shared for shared in lexicon.numbers().currencies.shared for word in shared.words}
