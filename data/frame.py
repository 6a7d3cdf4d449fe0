"""Frame: facts as a table of :mod:`pandas`.

Pandas is imported when a frame is made: neither reading articles nor a page of charts waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.fact import DTYPES, FIELDS, Fact

if TYPE_CHECKING:
    import pandas as pd


def to_frame(facts: Iterable[Fact]) -> pd.DataFrame:
    """Facts as a frame, one row a fact in the order given.

    Returns:
        Columns :data:`data.fact.FIELDS` with dtypes :data:`data.fact.DTYPES`; ``places`` holds
        tuples of codes.
    """
    import pandas as pd

    rows = [[getattr(fact, name) for name in FIELDS] for fact in facts]
    frame = pd.DataFrame(rows, columns=list(FIELDS), dtype="object")
    return frame.astype(dict(DTYPES))
