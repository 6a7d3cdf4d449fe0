"""What stands out in a chart: the place or the facts the reader has chosen."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dashboard.selecting.concerns import concerns, countries_concerned
from dashboard.words.names import countries_behind, either, label

if TYPE_CHECKING:
    from dashboard.selecting.selection import Selection
    from data.fact import Fact

DIMMED_AREA: Final = 0.3
"""Opacity of a country that was not chosen: its colour still tells its part."""

DIMMED_LINE: Final = 0.25
"""Of a border or an arrow: fainter than the countries it lies on."""

DIMMED_MARK: Final = 0.22
"""Of a bar or a dot: small and on an empty page, it must fade most to stand back."""


@dataclasses.dataclass(frozen=True, slots=True)
class Highlight:
    """What stands out; the rest is dimmed. Without a choice nothing is dimmed.

    Attributes:
        places: Codes of countries, borders or regions.
        facts: Fact ids. When there are any, they decide about facts, and the place does not.
    """

    places: tuple[str, ...] = ()
    facts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, selection: Selection) -> Highlight:
        """What a selection makes stand out."""
        chosen = frozenset({selection.fact}) if selection.fact else frozenset[str]()
        return cls(places=selection.countries, facts=chosen)

    @property
    def active(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.places or self.facts)

    @property
    def told(self) -> str:
        """That what a chart counts is of all countries though some are chosen; else empty."""
        if not self.places:
            return ""
        named = either([label(place) for place in self.places])
        lit = "the chosen claim" if self.facts else f"what concerns {named}"
        return f"All countries together; {lit} stands out"

    def lights_facts(self, facts: Iterable[Fact]) -> bool:
        """Whether a mark that stands for these facts is chosen."""
        facts = tuple(facts)
        if self.facts:
            return any(fact.fact_id in self.facts for fact in facts)
        return any(concerns(fact, place) for fact in facts for place in self.places)

    def selects(self, fact: Fact) -> bool:
        """Whether a fact is chosen or concerns what is; without a choice, any."""
        return not self.active or self.lights_facts((fact,))

    def selects_place(self, code: str) -> bool:
        """Whether a place of which no fact tells is chosen; without a choice, any."""
        chosen = any(code == place or place in countries_behind(code) for place in self.places)
        return not self.active or (chosen and not self.facts)

    def lights_country(self, code: str, facts: Iterable[Fact]) -> bool:
        """Whether a country is chosen, or is what the chosen facts are about."""
        if self.places:
            return any(code in countries_behind(place) for place in self.places)
        chosen = (fact for fact in facts if fact.fact_id in self.facts)
        return any(code in countries_concerned(fact) for fact in chosen)
