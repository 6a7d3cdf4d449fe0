"""Measures: which question a fact answers."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from data import lexicon
from data.claims.claimants import country_spoken_for
from data.claims.counted import is_foreseen, is_further
from data.claims.denominators import ground_of
from data.claims.wholes import is_whole
from data.place_codes import lies_in

if TYPE_CHECKING:
    from data.fact import Fact
    from data.lexicon.claims import Measure

_ONE_DAY = dt.timedelta(days=1)


def measure_of(fact: Fact) -> Measure | None:
    """The measure a fact belongs to: the first of ``measures.toml`` whose conditions it meets."""
    measures = _by_kind().get(fact.kind, ())
    if not measures or is_whole(fact):
        return None
    return next((m for m in measures if _meets(fact, m)), None)


@functools.cache
def _by_kind() -> Mapping[str, tuple[Measure, ...]]:
    kinds = {kind for measure in lexicon.measures().values() for kind in measure.kinds}
    return {
        kind: tuple(m for m in lexicon.measures().values() if kind in m.kinds) for kind in kinds
    }


def _meets(fact: Fact, measure: Measure) -> bool:
    return (
        fact.has_number
        and fact.unit == measure.unit
        and (not measure.actions or fact.action in measure.actions)
        and (not measure.of or fact.of in measure.of)
        and (measure.ground is None or ground_of(fact) == measure.ground)
        and not (measure.totals and is_further(fact))
        and not (measure.real and is_foreseen(fact))
        and (not measure.actors or fact.actor in measure.actors)
        and (not measure.told_by or _told_by(fact) in (None, *measure.told_by))
        and _is_there(fact, measure)
        and _is_then(fact, measure)
        and _is_enough(fact, measure.least)
    )


def _is_there(fact: Fact, measure: Measure) -> bool:
    ends = (fact.destination,) if fact.destination else ()
    return (
        (not measure.only_places or set(fact.places) <= set(measure.only_places))
        and (not measure.destinations or _any_in(ends, measure.destinations))
        and (not measure.origins or _is_from(fact, measure.origins))
    )


def _is_from(fact: Fact, starts: tuple[str, ...]) -> bool:
    """Whether people can have set out from a place: nothing names another part of its country."""
    told = (*fact.places, *((fact.origin,) if fact.origin else ()))
    inside = [code for code in told if _any_in((code,), _countries_of(starts))]
    return all(_any_in((code,), starts) or _any_in(starts, (code,)) for code in inside)


@functools.cache
def _countries_of(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(c for c in lexicon.countries() if any(lies_in(code, c) for code in codes))


def _told_by(fact: Fact) -> str | None:
    """The country whose government says so or, where nobody is named, acts."""
    who = fact.claimant or fact.actor
    return country_spoken_for(who) if who else None


def _any_in(codes: tuple[str, ...], wholes: tuple[str, ...]) -> bool:
    return any(lies_in(code, whole) for code in codes for whole in wholes)


def _is_then(fact: Fact, measure: Measure) -> bool:
    if measure.since or measure.until:
        if fact.when_start is None or fact.when_end is None:
            return False
        if (measure.since and fact.when_start < measure.since) or (
            measure.until and fact.when_end > measure.until
        ):
            return False
    if measure.period is None:
        return True
    if fact.when_start is None or fact.when_end is None:
        return measure.period == "running"
    return fact.when_end - fact.when_start > _ONE_DAY


def _is_enough(fact: Fact, least: float | None) -> bool:
    ends = (end for end in (fact.value, fact.high, fact.low) if end is not None)
    return least is None or max(ends, default=0) >= least
