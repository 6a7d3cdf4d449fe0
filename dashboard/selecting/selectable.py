"""What exists, and so may be selected."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Container


@dataclasses.dataclass(frozen=True, slots=True)
class Selectable:
    """What exists, and so may be selected. Articles and facts may be too many to be listed.

    Attributes:
        countries: Codes of countries, borders and regions that claims concern.
        actors: Actor codes of those who act, hold or claim something.
        kinds: Ids of the kinds of facts.
        sources: Article ids.
        layers: Ids of the map's layers.
        measures: Ids of the measures that several claims answer.
        charts: Names of the charts.
        facts: Fact ids.
    """

    countries: Collection[str] = ()
    actors: Collection[str] = ()
    kinds: Collection[str] = ()
    sources: Container[str] = ()
    layers: Collection[str] = ()
    measures: Collection[str] = ()
    charts: Collection[str] = ()
    facts: Container[str] = ()

    def fact_of(self, named: str) -> str | None:
        """The id of the fact that a link names; None if there is none.

        An id ends in the kind of its fact. Where the rules have found another kind since, the
        fact at the same place in the same article is meant.
        """
        if named in self.facts:
            return named
        place = named.rpartition(".")[0]
        ids = (f"{place}.{kind}" for kind in self.kinds) if place else ()
        return next((fact for fact in ids if fact in self.facts), None)

    def union(self, other: Selectable) -> Selectable:
        """What exists here or there."""
        return Selectable(
            countries={*self.countries, *other.countries},
            actors={*self.actors, *other.actors},
            kinds={*self.kinds, *other.kinds},
            sources=_Either(self.sources, other.sources),
            layers={*self.layers, *other.layers},
            measures={*self.measures, *other.measures},
            charts={*self.charts, *other.charts},
            facts=_Either(self.facts, other.facts),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class _Either(Container[str]):
    """What is in one of two containers."""

    one: Container[str]
    other: Container[str]

    def __contains__(self, value: object) -> bool:
        return value in self.one or value in self.other
