"""Fits weights to rows, in the environment that has scikit-learn: JSON in, JSON out.

A multinomial logistic regression says how likely each kind is by the words; how often each was
meant where the rules said another is multiplied in, as independent evidence. Traits of the whole
sentence and article are many and each says little: a smaller value lets the fit trust them less.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

VALUES: Final = {"T": 0.3, "S": 0.6, "digits": 0.5}
"""Of traits, by where they stand; 1 for all others."""

RARE: Final = 3
COMMON: Final = 0.45
"""Traits of fewer rows, or of a larger share of them, are left out."""

KEPT: Final = 6_000
"""Traits that get weights: with half of them a seventh of what is gained would be lost."""

SHARPENED: Final = 1.5
"""The words are trusted more than the fit does, which hedges against every rare trait."""

UNSEEN: Final = 0.5
"""Added to the count of each pair of kinds."""

Rows = Sequence[dict[str, Any]]


class Fit:
    """Weights for the kinds, of some rows."""

    def __init__(self, rows: Rows, kinds: Sequence[str], other: str) -> None:
        """Fit them."""
        self.kinds = kinds
        self._at = {kind: at for at, kind in enumerate(kinds)}
        self._other = self._at[other]
        seen = Counter(trait for row in rows for trait in row["traits"])
        self.names = [name for name, n in seen.items() if RARE <= n <= COMMON * len(rows)]
        self._column = {name: at for at, name in enumerate(self.names)}
        model = LogisticRegression(C=1.0, max_iter=300, tol=1e-3)
        model.fit(self._matrix(rows), [self._meant(row) for row in rows])
        values = np.array([VALUES.get(name.partition("=")[0], 1.0) for name in self.names])
        often = np.array([min(50, seen[name]) for name in self.names])
        weights = model.coef_ * values
        weights = (weights - weights.mean(axis=0)) * SHARPENED
        heaviest = np.argsort(-np.abs(weights).max(axis=0) * np.sqrt(often))[:KEPT]
        self.weights = np.zeros_like(weights)
        self.weights[:, heaviest] = np.round(weights[:, heaviest], 2)
        self.start = np.round((model.intercept_ - model.intercept_.mean()) * SHARPENED, 2)
        self.told = np.round(np.log(self._told(rows)), 2)

    def likely(self, rows: Rows) -> np.ndarray:
        """How likely each kind is of each row, whose rules said one of the kinds."""
        plain = (self._matrix(rows) != 0) @ self.weights.T
        scores = plain + self.start + self.told[[self._at[row["first"]] for row in rows]]
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    def written(self, instead_of: Sequence[str]) -> dict[str, Any]:
        """The weights in hundredths, as ``kind_weights.json`` has them."""
        traits: dict[str, dict[str, list[int]]] = {}
        for at in sorted(range(len(self.names)), key=self.names.__getitem__):
            place, _, word = self.names[at].partition("=")
            if any(row := _hundredths(self.weights[:, at])):
                traits.setdefault(place, {})[word] = row
        return {
            "start": _hundredths(self.start),
            "told": {kind: _hundredths(self.told[self._at[kind]]) for kind in instead_of},
            "traits": traits,
        }

    def _meant(self, row: dict[str, Any]) -> int:
        return self._at.get(row["kind"], self._other)

    def _told(self, rows: Rows) -> np.ndarray:
        counts = np.full((len(self.kinds), len(self.kinds)), UNSEEN)
        for row in rows:
            if row["first"] in self._at:
                counts[self._at[row["first"]], self._meant(row)] += 1
        return np.asarray(counts / counts.sum(axis=1, keepdims=True))

    def _matrix(self, rows: Rows) -> csr_matrix:
        found = [
            (at, self._column[trait], VALUES.get(trait.partition("=")[0], 1.0))
            for at, row in enumerate(rows)
            for trait in set(row["traits"])
            if trait in self._column
        ]
        down, across, values = zip(*found, strict=True)
        return csr_matrix((values, (down, across)), shape=(len(rows), len(self.names)))


def held_out(rows: Rows, asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Of each set, learnt from all others: how many numbers change, for better and for worse."""
    found = []
    for name in sorted({row["part_of"] for row in rows} - {""}):
        fitted = Fit(
            [row for row in rows if row["part_of"] != name], asked["kinds"], asked["other"]
        )
        own = [row for row in rows if row["part_of"] == name and row["first"] in asked["told"]]
        own = [row for row in own if row["may_change"]]
        better = worse = 0
        for row, shares in zip(own, fitted.likely(own), strict=True):
            kind = asked["kinds"][int(shares.argmax())]
            if kind != row["first"] and kind in asked["instead"] and shares.max() >= asked["sure"]:
                better += kind == row["kind"]
                worse += row["first"] == row["kind"]
        found.append({"set": name, "better": better, "worse": worse})
    return found


def _hundredths(figures: np.ndarray) -> list[int]:
    return [math.floor(100 * figure + 0.5) for figure in figures]


if __name__ == "__main__":
    task = json.load(sys.stdin)
    answer = Fit(task["rows"], task["kinds"], task["other"]).written(task["told"])
    json.dump(answer | {"held_out": held_out(task["rows"], task)}, sys.stdout)
