"""What is selected: one typed object, read from and written to the URL's query string."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import parse_qs, urlencode

if TYPE_CHECKING:
    from dashboard.selecting.selectable import Selectable

_Read = TypeVar("_Read")

SHOWN_LENGTH: Final = 40
"""Characters of a dropped value that a message repeats."""

MOST_CHARACTERS: Final = 8_000
"""Of a query string that is read at all; browsers and proxies pass little more."""


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """Days to keep, both ends included; an end that is None is open."""

    start: dt.date | None = None
    end: dt.date | None = None

    def __str__(self) -> str:
        """The period as links write it: ``2021-07-05..2021-07-09``, ``2021-07-05..``."""
        return f"{self.start or ''}..{self.end or ''}"

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that :meth:`__str__` writes; a single day stands for itself.

        Raises:
            ValueError: If the text is no period, or ends before it starts.
        """
        first, dots, last = text.partition("..")
        start = dt.date.fromisoformat(first) if first else None
        end = (dt.date.fromisoformat(last) if last else None) if dots else start
        if start is None and end is None:
            raise ValueError(f"{text!r} names no day")
        if start and end and start > end:
            raise ValueError(f"{text!r} ends before it starts")
        return cls(start, end)

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day from ``first`` to ``last`` is within the period."""
        return (self.start is None or last >= self.start) and (
            self.end is None or first <= self.end
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has chosen. Every view draws from it, every click replaces it.

    The page is part of a link, too: as its path, which Streamlit reads and writes.

    Attributes:
        countries: Codes of chosen countries, borders or regions; empty for all.
        dates: Days to keep; None for all.
        day: The day everything is as of: what was published later is not shown; None for all.
        actors: Actors to keep, whether they act or claim; empty for all.
        kinds: Kinds to keep; empty for all.
        sources: Ids of the articles to keep; empty for all.
        layer: The map's layer; None for the first.
        measure: The measure whose claims are shown over time; None for that of the chosen fact, or
            else the first that has any.
        chart: The chart a link is about: previews picture it, an embedded page shows it alone.
        fact: Id of the fact whose evidence is shown; None for no choice.
        article: Id of the article to read; None for the chosen fact's, or else the first.
    """

    countries: tuple[str, ...] = ()
    dates: Period | None = None
    day: dt.date | None = None
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    layer: str | None = None
    measure: str | None = None
    chart: str | None = None
    fact: str | None = None
    article: str | None = None

    @classmethod
    def from_query(
        cls, query: Mapping[str, Sequence[str]], known: Selectable
    ) -> tuple[Selection, tuple[str, ...]]:
        """The selection a query string asks for, as far as it can be honoured.

        Args:
            query: Values of each parameter; repeated parameters and commas both make lists.
            known: What may be selected.

        Returns:
            The selection, and one ``parameter=value`` for everything that was left out. The
            values are shortened for display and come from outside: escape them.
        """
        reader = _Reader(query)
        selection = cls(
            countries=reader.several("countries", known.countries),
            dates=reader.period("dates"),
            day=reader.day("day"),
            actors=reader.several("actors", known.actors),
            kinds=reader.several("kinds", known.kinds),
            sources=reader.several("sources", known.sources),
            layer=reader.one("layer", known.layers),
            measure=reader.one("measure", known.measures),
            chart=reader.one("chart", known.charts),
            fact=reader.fact(known),
            article=reader.one("article", known.sources),
        )
        return selection, tuple(reader.dropped)

    def to_query(self) -> dict[str, str]:
        """The shortest query that :meth:`from_query` reads back as this selection."""
        query: dict[str, str] = {}
        for parameter in PARAMETERS:
            value = getattr(self, parameter)
            if value:
                query[parameter] = ",".join(value) if isinstance(value, tuple) else str(value)
        return query

    def to_query_string(self) -> str:
        """The query as it stands in a link, without the question mark: ``countries=TJK,UZB``."""
        return urlencode(self.to_query(), safe=",/")

    def link(self, base: str, page: str = "") -> str:
        """A link to this selection.

        Args:
            base: Address of the dashboard, e.g. ``https://example.org/withdrawal``.
            page: Path of the page, empty for the first.
        """
        query = self.to_query_string()
        return f"{base.rstrip('/')}/{page}" + (f"?{query}" if query else "")

    def toggle_place(self, place: str) -> Selection:
        """Choose one place, or let go of it when it is the one chosen.

        The chosen fact is let go of, so that the evidence shows what concerns the place.
        """
        chosen = () if self.countries == (place,) else (place,)
        return dataclasses.replace(self, countries=chosen, fact=None)

    def toggle_fact(self, fact: str) -> Selection:
        """Choose a fact, or let go of it when it is the one chosen."""
        return dataclasses.replace(self, fact=None if fact == self.fact else fact)

    def without_filters(self) -> Selection:
        """The same day, layer and measure, with nothing left out and nothing chosen."""
        return Selection(day=self.day, layer=self.layer, measure=self.measure)

    @property
    def filters(self) -> tuple[str, ...]:
        """The fields by which facts are left out of view; empty where none are."""
        return tuple(field for field in FILTERS if getattr(self, field))


PARAMETERS: Final = tuple(field.name for field in dataclasses.fields(Selection))
"""Names of the URL's parameters, in the order they are written."""

FILTERS: Final = ("countries", "dates", "actors", "kinds", "sources")
"""Those by which facts are left out of view."""

RENAMED: Final[Mapping[str, str]] = {"place": "countries", "claimants": "actors"}
"""Parameters of links made by version 0.1, and what they are called since."""


def parse_query(query_string: str) -> dict[str, list[str]]:
    """The values of each parameter of a query string, with or without its question mark.

    Of what stands beyond :data:`MOST_CHARACTERS` only the first parameter is kept, by its name:
    whoever reads the query drops it and says so.
    """
    text = query_string.removeprefix("?")
    kept = text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rpartition("&")[0]
    query = parse_qs(kept, errors="replace")
    if len(kept) < len(text):
        query["the rest of a very long link"] = [shorten(text[len(kept) :])]
    return query


def shorten(value: str) -> str:
    """A value from outside, printable and short enough for a message."""
    printable = "".join(char if char.isprintable() else "�" for char in value[:SHOWN_LENGTH])
    return printable + ("…" if len(value) > SHOWN_LENGTH else "")


def summary_of_dropped(dropped: Sequence[str], most: int = 3) -> str:
    """What a link asked for in vain, as one line."""
    named = ", ".join(f"“{item}”" for item in dropped[:most])
    rest = len(dropped) - most
    return named + (f" and {rest} more" if rest > 0 else "")


class _Reader:
    """Reads parameters, and keeps account of what it could not honour."""

    def __init__(self, query: Mapping[str, Sequence[str]]) -> None:
        self._query = query
        known = {*PARAMETERS, *RENAMED}
        self.dropped = [shorten(parameter) for parameter in query if parameter not in known]

    def several(self, parameter: str, known: Container[str]) -> tuple[str, ...]:
        chosen: dict[str, None] = {}
        for name, value in self._given(parameter):
            for part in filter(None, value.split(",")):
                if part in known:
                    chosen[part] = None
                else:
                    self._drop(name, part)
        return tuple(chosen)

    def one(self, parameter: str, known: Container[str]) -> str | None:
        chosen: str | None = None
        for name, value in self._given(parameter):
            if chosen is None and value in known:
                chosen = value
            elif value != chosen:
                self._drop(name, value)
        return chosen

    def fact(self, known: Selectable) -> str | None:
        chosen: str | None = None
        for name, value in self._given("fact"):
            meant = known.fact_of(value)
            if meant is None or chosen not in {None, meant}:
                self._drop(name, value)
            else:
                chosen = meant
        return chosen

    def period(self, parameter: str) -> Period | None:
        return self._parsed(parameter, Period.parse)

    def day(self, parameter: str) -> dt.date | None:
        return self._parsed(parameter, dt.date.fromisoformat)

    def _parsed(self, parameter: str, parse: Callable[[str], _Read]) -> _Read | None:
        chosen: _Read | None = None
        for name, value in self._given(parameter):
            try:
                read = parse(value)
            except ValueError:
                self._drop(name, value)
                continue
            if chosen is None:
                chosen = read
            elif read != chosen:
                self._drop(name, value)
        return chosen

    def _given(self, parameter: str) -> Iterable[tuple[str, str]]:
        """Values of a parameter, each with the name it was given by."""
        for name in (parameter, *(old for old, new in RENAMED.items() if new == parameter)):
            for value in filter(None, self._query.get(name, ())):
                yield name, value

    def _drop(self, parameter: str, value: str) -> None:
        self.dropped.append(f"{parameter}={shorten(value)}")
