"""Tally: how much of what was found is right, and of what is there was found."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """Counts behind precision, recall and F1.

    Attributes:
        right: Found and annotated.
        found: Found, without what falls on text that is neither right nor wrong.
        annotated: Annotated.
    """

    right: int = 0
    found: int = 0
    annotated: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The counts of both."""
        return Tally(
            self.right + other.right, self.found + other.found, self.annotated + other.annotated
        )

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was found; 0 when there is none."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found + self.annotated
        return 2 * self.right / both if self.right else 0.0
