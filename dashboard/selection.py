"""What is selected: one typed object, read from and written to the URL's query string."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

SHOWN_LENGTH: Final = 40
"""Characters of a dropped value that a message repeats."""


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What exists, and so may be selected.

    Attributes:
        places: Codes of countries, borders and regions that claims concern.
        facts: Fact ids.
        kinds: Ids of the kinds of facts.
        claimants: Actor codes of those who say something.
        articles: Article ids.
    """

    places: Collection[str] = ()
    facts: Collection[str] = ()
    kinds: Collection[str] = ()
    claimants: Collection[str] = ()
    articles: Collection[str] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has chosen. Every view draws from it, every click replaces it.

    Attributes:
        place: Code of the chosen country, border or region; None for all.
        fact: Id of the fact whose evidence is shown; None for no choice.
        kinds: Kinds to keep, in the order chosen; empty for all.
        claimants: Actor codes of claimants to keep, in the order chosen; empty for all.
        article: Id of the article to read; None for the chosen fact's, or else the first.
    """

    place: str | None = None
    fact: str | None = None
    kinds: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    article: str | None = None

    @classmethod
    def from_query(
        cls, query: Mapping[str, Sequence[str]], known: Known
    ) -> tuple[Selection, tuple[str, ...]]:
        """The selection a query string asks for, as far as it can be honoured.

        Args:
            query: Values of each parameter; repeated parameters and commas both make lists.
            known: What may be selected.

        Returns:
            The selection, and one ``parameter=value`` for everything that was left out. The
            values are shortened for display and come from outside: escape them.
        """
        dropped = [shorten(parameter) for parameter in query if parameter not in PARAMETERS]
        return (
            cls(
                place=_one("place", query, known.places, dropped),
                fact=_one("fact", query, known.facts, dropped),
                kinds=_several("kinds", query, known.kinds, dropped),
                claimants=_several("claimants", query, known.claimants, dropped),
                article=_one("article", query, known.articles, dropped),
            ),
            tuple(dropped),
        )

    def to_query(self) -> dict[str, str]:
        """The shortest query that :meth:`from_query` reads back as this selection."""
        query: dict[str, str] = {}
        for parameter in PARAMETERS:
            value = getattr(self, parameter)
            if value:
                query[parameter] = value if isinstance(value, str) else ",".join(value)
        return query

    def toggle_place(self, place: str) -> Selection:
        """Choose a place, or let go of it when it is the one chosen.

        The chosen fact is let go of, so that the evidence shows what concerns the place.
        """
        chosen = None if place == self.place else place
        return dataclasses.replace(self, place=chosen, fact=None)

    def toggle_fact(self, fact: str) -> Selection:
        """Choose a fact, or let go of it when it is the one chosen."""
        return dataclasses.replace(self, fact=None if fact == self.fact else fact)

    @property
    def filters(self) -> bool:
        """Whether some facts are left out of view."""
        return bool(self.place or self.kinds or self.claimants)


PARAMETERS: Final = tuple(field.name for field in dataclasses.fields(Selection))
"""Names of the URL's parameters, in the order they are written."""


def shorten(value: str) -> str:
    """A value from outside, printable and short enough for a message."""
    printable = "".join(char if char.isprintable() else "�" for char in value[:SHOWN_LENGTH])
    return printable + ("…" if len(value) > SHOWN_LENGTH else "")


def summary_of_dropped(dropped: Sequence[str], most: int = 3) -> str:
    """What a link asked for in vain, as one line."""
    named = ", ".join(f"“{item}”" for item in dropped[:most])
    rest = len(dropped) - most
    return named + (f" and {rest} more" if rest > 0 else "")


def _values(parameter: str, query: Mapping[str, Sequence[str]]) -> Iterable[str]:
    for value in query.get(parameter, ()):
        yield from (part for part in value.split(",") if part)


def _one(
    parameter: str,
    query: Mapping[str, Sequence[str]],
    known: Collection[str],
    dropped: list[str],
) -> str | None:
    chosen: str | None = None
    for value in query.get(parameter, ()):
        if chosen is None and value in known:
            chosen = value
        elif value and value != chosen:
            dropped.append(f"{parameter}={shorten(value)}")
    return chosen


def _several(
    parameter: str,
    query: Mapping[str, Sequence[str]],
    known: Collection[str],
    dropped: list[str],
) -> tuple[str, ...]:
    chosen: dict[str, None] = {}
    for value in _values(parameter, query):
        if value in known:
            chosen[value] = None
        else:
            dropped.append(f"{parameter}={shorten(value)}")
    return tuple(chosen)
