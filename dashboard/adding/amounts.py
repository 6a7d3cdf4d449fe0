"""Amounts as people enter them: how the text bounds a number, and the number or two."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final, get_args

from data.errors import InputError
from data.fact import Qualifier

if TYPE_CHECKING:
    from data.fact import Fact

QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)
COUNTS: Final = frozenset({"people", "count"})
"""Units of what comes in whole numbers."""

MOST: Final = 1e15
"""The largest amount that is taken. A larger one is a slip of the keyboard."""


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
        if fact.qualifier == "range":
            return cls(fact.qualifier, fact.low, fact.value if fact.high is None else fact.high)
        return cls(fact.qualifier, number, fact.high if fact.value is None else None)

    def check(self, unit: str | None, *, share: bool = False) -> None:
        """Refuse what is no amount.

        Args:
            unit: Of the number.
            share: Whether it is a share of something, of which there is no more than all.

        Raises:
            InputError: If it is empty, below zero, or no amount of this unit.
        """
        if self.number is None and not (self.qualifier == "vague" and self.to is not None):
            raise InputError("the number", "is empty", "Enter it, or reject the fact.")
        upper = self.to if self.qualifier in ("range", "vague") else None
        if self.qualifier == "range" and upper is None:
            raise InputError("the upper end", "is empty", "Enter it, or choose another bound.")
        for where, number in (("the number", self.number), ("the upper end", upper)):
            if number is not None and (wrong := _no_amount(number, unit, share=share)):
                raise InputError(where, *wrong)
        if self.number is not None and upper is not None and self.number > upper:
            raise InputError(
                "the number",
                f"is above the upper end: {self.number:,.12g}, {upper:,.12g}",
                "Give the lower end first.",
            )

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


def _no_amount(number: float, unit: str | None, *, share: bool) -> tuple[str, str] | None:
    """What is wrong with a number of a unit, and what would be right; None if nothing is."""
    shown = f"{number:,.12g}"
    if number < 0:
        return f"is below zero: {shown}", "Give an amount of zero or more."
    if number > MOST:
        return f"is larger than anything told of: {shown}", f"Give at most {MOST:,.0f}."
    if unit in COUNTS and number != round(number):
        return f"is no count: {shown}", f"Give a whole number, or another unit than “{unit}”."
    if share and number > 100:
        return f"is more than the whole: {shown} percent", "Give at most 100."
    return None
