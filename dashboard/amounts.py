"""Amounts as people enter them: how the text bounds a number, and the number or two."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final, get_args

from data.fact import Qualifier

if TYPE_CHECKING:
    from data.fact import Fact

QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """An amount in the terms of a form.

    Attributes:
        qualifier: How the text bounds the number; None where there is none.
        number: The number; the lower end of a range or of a vague amount.
        to: The upper end of a range.
    """

    qualifier: Qualifier | None
    number: float | None
    to: float | None = None

    @classmethod
    def of(cls, fact: Fact) -> Amount:
        """The amount of a fact."""
        number = fact.low if fact.value is None else fact.value
        return cls(fact.qualifier, number, fact.high if fact.value is None else None)

    @property
    def fields(self) -> dict[str, Any]:
        """Qualifier, value and bounds as a fact has them; docs/facts.md has the table."""
        number, to = self.number, self.to
        value, low, high = {
            None: (number, number, number),
            "exact": (number, number, number),
            "over": (number, number, None),
            "at_least": (number, number, None),
            "under": (number, None, number),
            "up_to": (number, None, number),
            "about": (number, None, None),
            "range": (None, number, to),
            "vague": (None, number, to),
        }[self.qualifier]
        return {"qualifier": self.qualifier, "value": value, "low": low, "high": high}
