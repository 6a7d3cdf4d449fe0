"""Reference dates: what other sources than the briefs say, to compare the corpus with."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Final

from data.entry import Entry, Limits
from data.toml_file import read_toml

FILE: Final = Path(__file__).with_name("reference_dates.toml")


class Source(Entry):
    """A published report that was looked up."""

    publisher: str
    url: Annotated[str, Limits(pattern=r"^https?://\S+$")]
    published: dt.date


class Capital(Entry):
    """When the capital of a province fell; keys are explained in ``reference_dates.toml``."""

    province: Annotated[str, Limits(pattern=r"^AF-[A-Z]{3}$")]
    name: str
    day: dt.date
    cited: Annotated[dict[str, dt.date], Limits(min_length=1)]
    corpus_day: dt.date | None = None
    difference: str = ""

    def __post_init__(self) -> None:
        """Refuse a day that nobody gives, and another one without a reason."""
        if self.day not in self.cited.values():
            raise ValueError(f"no source gives {self.day}")
        if (self.corpus_day is None) != (not self.difference):
            raise ValueError("another day in the corpus needs its reason, and no other does")

    @property
    def expected(self) -> dt.date:
        """The day that must come out of the corpus."""
        return self.corpus_day or self.day


class Withdrawal(Entry):
    """What share of the withdrawal U.S. Central Command said was done, in percent."""

    published: dt.date
    low: float
    high: float | None = None
    sources: Annotated[tuple[str, ...], Limits(min_length=1)]


class References(Entry):
    """Schema of ``reference_dates.toml``."""

    source: dict[str, Source]
    capital: tuple[Capital, ...]
    withdrawal: tuple[Withdrawal, ...]

    def __post_init__(self) -> None:
        """Refuse sources that are cited or listed only."""
        cited = {name for capital in self.capital for name in capital.cited}
        cited |= {name for row in self.withdrawal for name in row.sources}
        if cited != set(self.source):
            raise ValueError(f"sources cited or listed only: {sorted(cited ^ set(self.source))}")


def read_references() -> References:
    """The reference dates.

    Raises:
        InputError: If the file is missing or does not fit the schema.
    """
    return read_toml(FILE, References)
