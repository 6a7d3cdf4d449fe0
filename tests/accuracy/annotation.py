"""Annotated texts, and the rows that annotators and tools write about a text."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

Part = Literal["dev", "test"]
Record = Mapping[str, Any]
Days = tuple[dt.date, dt.date]
Text = TypeVar("Text")

TEXTS = Path(__file__).resolve().parent / "texts"

ANNOTATED_KINDS = {
    "capitals": "districts",
    "equipment": "other_count",
    "progress_share": "other_count",
}
"""Kinds that are finer than the annotated ones."""


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """Offsets into a text, in code points; ``end`` is one past the last."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Characters shared; below one when there are none."""
        return min(self.end, other.end) - max(self.start, other.start)

    def touches_any(self, others: Iterable[Span]) -> bool:
        """Whether it shares a character with one of the others."""
        return any(self.overlap(other) > 0 for other in others)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow(Span):
    """A number that a text states; a field that a tool does not know is None.

    ``places`` is None for a tool that names none, and empty where the text names none.
    """

    value: float | None
    low: float | None
    high: float | None
    kind: str | None
    qualifier: str | None
    places: frozenset[str] | None
    when: Days | None
    attributed_to: str | None

    @classmethod
    def of(cls, record: Record) -> Self:
        """A row from a line of ``gold.jsonl``, of ``python -m data extract`` or of a peer."""
        kind = record.get("kind")
        places = record.get("places")
        return cls(
            start=record["start"],
            end=record["end"],
            value=record.get("value"),
            low=record.get("low"),
            high=record.get("high"),
            kind=ANNOTATED_KINDS.get(kind, kind) if kind else None,
            qualifier=record.get("qualifier"),
            places=None if places is None else frozenset(places),
            when=days_of(record.get("when") or _interval(record)),
            attributed_to=record.get("attributed_to") or None,
        )


@dataclasses.dataclass(frozen=True, slots=True)
class DateRow(Span):
    """A calendar expression and the days it means; None where a tool does not resolve it."""

    first: str | None
    last: str | None

    @classmethod
    def of(cls, record: Record) -> Self:
        """A row from an entry of ``dates.jsonl`` or of a peer."""
        first = record.get("res_start")
        return cls(record["start"], record["end"], first, record.get("res_end") or first)


@dataclasses.dataclass(frozen=True, slots=True)
class Countries:
    """Alpha-3 codes of the countries a text names, by how it names them."""

    named: frozenset[str]
    via_demonym: frozenset[str]
    via_capital: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with what a person found in it.

    ``ignored`` and ``ignored_dates`` are borderline: finding them is neither right nor wrong.
    """

    text_id: str
    text: str
    published: dt.date | None
    numbers: tuple[NumberRow, ...]
    ignored: tuple[Span, ...]
    dates: tuple[DateRow, ...]
    ignored_dates: tuple[Span, ...]
    countries: Countries


@dataclasses.dataclass(frozen=True, slots=True)
class Predictions:
    """What a tool found in a text; None for what it does not look for."""

    numbers: tuple[NumberRow, ...] | None = None
    dates: tuple[DateRow, ...] | None = None
    countries: frozenset[str] | None = None

    @classmethod
    def of(cls, record: Record) -> Self:
        """Predictions from a line that a peer's adapter prints."""
        numbers, dates, countries = (record.get(key) for key in ("numbers", "dates", "countries"))
        return cls(
            None if numbers is None else tuple(map(NumberRow.of, numbers)),
            None if dates is None else tuple(map(DateRow.of, dates)),
            None if countries is None else frozenset(countries),
        )


def _interval(record: Record) -> str | None:
    first, last = record.get("when_start"), record.get("when_end")
    return f"{first}/{last or first}" if first else None


def days_of(written: str | None) -> Days | None:
    """The days of ``2021``, ``2021-07``, ``2021-07-05`` or ``2021-07-05/2021-07-08``."""
    if not written:
        return None
    first, _, last = written.partition("/")
    begin, end = _period(first), _period(last or first)
    return (begin[0], end[1]) if begin and end else None


def _period(written: str) -> Days | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", written.strip()[:10])
    if found is None:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        last = calendar.monthrange(year, int(month))[1]
        return dt.date(year, int(month), 1), dt.date(year, int(month), last)
    return (on := dt.date(year, int(month), int(day))), on


def read_part(part: Part) -> list[AnnotatedText]:
    """The annotated texts of a part, in the order of ``meta.jsonl``."""
    return read_folder(TEXTS / part)


def spread(texts: Sequence[Text], most: int) -> Sequence[Text]:
    """At most so many of the texts, evenly spread: for what takes long and holds for any text."""
    return texts[:: -(-len(texts) // most)]


def read_folder(folder: Path) -> list[AnnotatedText]:
    """The annotated texts of a folder: ``meta.jsonl``, its neighbours, and ``<id>.txt`` files."""
    numbers = _by_text(folder / "gold.jsonl")
    ignored = _by_text(folder / "ignore.jsonl")
    dates = _by_text(folder / "dates.jsonl")
    ignored_dates = _by_text(folder / "dates_ignore.jsonl")
    countries = _by_text(folder / "countries.jsonl")
    texts = []
    for meta in lines_of(folder / "meta.jsonl"):
        name = meta["id"]
        [named] = countries[name]
        texts.append(
            AnnotatedText(
                text_id=name,
                text=(folder / f"{name}.txt").read_bytes().decode("utf-8"),
                published=dt.date.fromisoformat(meta["published"]) if meta["published"] else None,
                numbers=tuple(map(NumberRow.of, numbers[name])),
                ignored=_spans(ignored[name]),
                dates=tuple(DateRow.of(date) for line in dates[name] for date in line["dates"]),
                ignored_dates=_spans(ignored_dates[name]),
                countries=Countries(
                    *(frozenset(named[via]) for via in ("named", "via_demonym", "via_capital"))
                ),
            )
        )
    return texts


def _spans(records: Sequence[Record]) -> tuple[Span, ...]:
    return tuple(Span(record["start"], record["end"]) for record in records)


def _by_text(path: Path) -> Mapping[str, list[Record]]:
    grouped: defaultdict[str, list[Record]] = defaultdict(list)
    for record in lines_of(path):
        grouped[record["id"]].append(record)
    return grouped


def lines_of(path: Path) -> list[Record]:
    """The records of a file that has one a line."""
    # Not splitlines: quoted text may hold U+2028.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
