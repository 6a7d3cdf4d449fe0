"""Frame: facts as a table of :mod:`pandas`, and back.

Apart from :mod:`data.fact`, so that reading articles on the command line does not wait for pandas.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from data.fact import DTYPES, FIELDS, Fact


def to_frame(facts: Iterable[Fact]) -> pd.DataFrame:
    """Facts as a frame, one row a fact in the order given.

    Returns:
        Columns :data:`data.fact.FIELDS` with dtypes :data:`data.fact.DTYPES`; ``places`` holds
        tuples of codes.
    """
    rows = [[getattr(fact, name) for name in FIELDS] for fact in facts]
    frame = pd.DataFrame(rows, columns=list(FIELDS), dtype="object")
    return frame.astype(dict(DTYPES))


def from_frame(frame: pd.DataFrame) -> list[Fact]:
    """The facts of a frame that :func:`to_frame` made."""
    facts = []
    for row in frame[list(FIELDS)].itertuples(index=False):
        values: dict[str, Any] = {}
        for name, value in zip(FIELDS, row, strict=True):
            if DTYPES[name] != "object" and pd.isna(value):
                values[name] = None
            elif isinstance(value, pd.Timestamp):
                values[name] = value.date()
            else:
                values[name] = value
        facts.append(Fact(**values))
    return facts
