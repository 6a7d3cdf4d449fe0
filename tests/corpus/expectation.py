"""Expectations: the facts of a brief as a reader lists them, one TOML file a brief."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from data.entry import Entry
from data.fact import Fact, plain_number
from data.toml_file import read_toml, toml_table

FOLDER: Final = Path(__file__).with_name("expected")

COMPARED: Final = (
    *("kind", "value", "low", "high", "qualifier", "unit"),
    *("places", "of", "when", "attributed_to", "claimant"),
)
"""What must agree between a fact and its expectation, in the order of the files."""


class Expected(Entry):
    """A fact that a text claims; a field left out is one that the text does not settle.

    Attributes:
        words: The numeric expression, or the words that tell the claim, as in the text.
        when: Day, or first and last day, as ``2021-07-05..2021-07-09``.
        missed: Why the rules do not find it; empty for facts that they must find.
    """

    words: str
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    unit: str | None = None
    places: tuple[str, ...] = ()
    of: str | None = None
    when: str | None = None
    attributed_to: str | None = None
    claimant: str | None = None
    missed: str = ""

    @classmethod
    def of_fact(cls, fact: Fact) -> Expected:
        """What would be expected of a fact that is right as it is."""
        return cls(
            words=words_of(fact),
            kind=fact.kind,
            value=fact.value,
            low=fact.low,
            high=fact.high,
            qualifier=fact.qualifier,
            unit=fact.unit,
            places=fact.places,
            of=fact.of,
            when=_days(fact),
            attributed_to=fact.attributed_to,
            claimant=fact.claimant,
        )

    def toml(self) -> str:
        """The fact as it stands in a file, without what is empty."""
        fields: dict[str, Any] = {}
        for name in ("words", *COMPARED, "missed"):
            value = getattr(self, name)
            if value not in (None, "", ()) or name == "places":
                fields[name] = plain_number(value) if isinstance(value, float) else value
        return f"[[fact]]\n{toml_table(fields)}"

    def differences(self, found: Expected) -> list[str]:
        """What of a found fact is other than expected: ``places: AFG-TJK, not TJK``."""
        pairs = ((name, getattr(found, name), getattr(self, name)) for name in COMPARED)
        return [
            f"{name}: {_shown(is_now)}, not {_shown(was)}"
            for name, is_now, was in pairs
            if (set(is_now) != set(was) if name == "places" else is_now != was)
        ]


class ExpectationFile(Entry):
    """Schema of a file: all facts of one brief in text order."""

    fact: tuple[Expected, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """Something about a brief that is not as its expectation says; one line."""

    article: str
    line: str


def read_expectation(article: str) -> tuple[Expected, ...]:
    """The expected facts of an article.

    Raises:
        InputError: If the file is missing or does not fit the schema.
    """
    return read_toml(FOLDER / f"{article}.toml", ExpectationFile).fact


def has_expectation(article: str) -> bool:
    """Whether a file lists the facts of an article."""
    return (FOLDER / f"{article}.toml").is_file()


def write_expectation(article: str, facts: Iterable[Expected]) -> None:
    """Write the expected facts of an article."""
    entries = [fact.toml() for fact in facts]
    (FOLDER / f"{article}.toml").write_text("\n".join(entries) or "fact = []\n", "utf-8")


def compare(article: str, facts: Iterable[Fact]) -> list[Difference]:
    """How the facts of an article differ from its expectation.

    A fact and its expectation are told by their words, and those that are there several times by
    their order.

    Raises:
        InputError: If the article has no expectation.
    """
    lines: list[str] = []
    pairs, unexpected = _matched(read_expectation(article), facts)
    for fact, match in pairs:
        if fact.missed and match is not None:
            lines.append(f"+ {_line(match)} is found now: take “missed” away")
        elif not fact.missed and match is None:
            lines.append(f"- {_line(fact)}")
        elif match is not None and (differing := fact.differences(match)):
            lines.append(f"~ “{fact.words}” {'; '.join(differing)}")
    lines += [f"+ {_line(fact)}" for fact in unexpected]
    return [Difference(article, line) for line in lines]


def updated(article: str, facts: Iterable[Fact]) -> list[Expected]:
    """The facts as they are now, with the missed ones of the file where they stood."""
    expected = read_expectation(article) if has_expectation(article) else ()
    known = list(facts)
    now = [Expected.of_fact(fact) for fact in known]
    pairs, _ = _matched(expected, known)
    place = 0
    for fact, match in pairs:
        if match is not None:
            place = max(place, now.index(match) + 1)
        elif fact.missed:
            now.insert(place, fact)
            place += 1
    return now


def _matched(
    expected: Iterable[Expected], facts: Iterable[Fact]
) -> tuple[list[tuple[Expected, Expected | None]], list[Expected]]:
    """Each expected fact with the one found for it, in the file's order; and what is left over.

    What is missed may have the words of a fact that is found, and takes none of those.
    """
    found = [Expected.of_fact(fact) for fact in facts]
    entries = list(expected)
    matches: dict[int, Expected | None] = {}
    for place in sorted(range(len(entries)), key=lambda place: bool(entries[place].missed)):
        match = next((one for one in found if _same_words(one, entries[place])), None)
        if match is not None:
            found.remove(match)
        matches[place] = match
    return [(entry, matches[place]) for place, entry in enumerate(entries)], found


def words_of(fact: Fact) -> str:
    """The words that give the number or tell the claim."""
    return fact.quote[fact.start - fact.sentence_start : fact.end - fact.sentence_start]


def _same_words(one: Expected, other: Expected) -> bool:
    return one.words == other.words and (one.unit is None) == (other.unit is None)


def _days(fact: Fact) -> str | None:
    if fact.when_start is None or fact.when_end is None:
        return None
    if fact.when_start == fact.when_end:
        return str(fact.when_start)
    return f"{fact.when_start}..{fact.when_end}"


def _line(fact: Expected) -> str:
    ends = " to ".join(f"{end:g}" for end in (fact.low, fact.high) if end is not None)
    number = f"{fact.value:g}" if fact.value is not None else ends
    parts = [
        f"“{fact.words}”",
        fact.kind,
        " ".join(part for part in (fact.qualifier or "", number, fact.unit or "") if part),
        ", ".join(fact.places),
        f"of {fact.of}" if fact.of else "",
        fact.when or "",
        fact.attributed_to or "",
    ]
    return " · ".join(part for part in parts if part)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value or "none")
