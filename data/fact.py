"""Fact: the one schema. Column names, dtypes and the JSON form all derive from it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args, get_type_hints

Qualifier = Literal["exact", "over", "under", "about", "up_to", "at_least", "range", "vague"]
WhenBasis = Literal["stated", "relative", "reviewer", "none"]

_UNMISTAKABLE = 3
"""Figures of a number, zeros at its ends aside, from which on it is like no other."""

_QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
_BASES: tuple[str, ...] = get_args(WhenBasis)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One claim that a text makes. It is what somebody says, not the truth.

    Attributes:
        fact_id: Stable id, unique over all articles: ``<article>.<offset>.<kind>``.
        article_id: Id of the article in the catalogue, or the file's stem.
        fact_group: Shared by facts that tell the same thing again in the same article.
        kind: Id of a kind in ``lexicon/kinds.toml``.
        value: The number as printed (percent and fractions 0 to 100), None where the text
            gives a range, a vague plural or no number; of a range that is open above ("40 to over
            60"), its upper end.
        low: Lower end of what is claimed; None where open.
        high: Upper end of what is claimed; None where open.
        unit: ``people``, ``percent``, ``count``, ``km``, ``mi`` or an ISO 4217 code; None
            without a number.
        qualifier: How the text bounds the number; None without a number or a vague amount.
        who: The words for who is counted, in control or acting.
        actor: Actor code of ``who``.
        action: Lemma of what is done, e.g. ``flee``.
        places: Codes of where it happens (country, province, border, region, crossing, city).
        origin: Code of where people or things moved from.
        destination: Code of where they moved to.
        of: Denominator of a share: the code of what the percentage is a percentage of.
        when_start: First day it can have happened.
        when_end: Last day it can have happened.
        when_basis: ``stated`` where the text alone tells, ``relative`` where the publication
            date had to help, ``reviewer`` where a reviewer set it, or ``none``.
        attributed_to: The words for who says so; None when the article says it itself.
        claimant: Actor code of ``attributed_to``.
        reported_by: The medium the article names as carrying the claim.
        hedged: The text itself doubts it ("reportedly", "is said to").
        start: Offset of the numeric expression, or of the trigger where there is no number.
        end: Offset one past its last character.
        sentence_start: Offset of the sentence.
        sentence_end: Offset one past the sentence.
        quote: The sentence, ``text[sentence_start:sentence_end]``.
        rule: Id of the lexicon rule that found it; ``words.`` and its kind where the words around
            it told that.
        corrected: Names of the fields that a reviewer has corrected.
        corrected_from: What the rules had found in the fields that a correction changed, as a
            JSON object; None where nothing is corrected.

    All offsets count Unicode code points of the article's text as stored.
    """

    fact_id: str
    article_id: str
    fact_group: str
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    who: str | None = None
    actor: str | None = None
    action: str
    places: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    of: str | None = None
    when_start: dt.date | None = None
    when_end: dt.date | None = None
    when_basis: WhenBasis = "none"
    attributed_to: str | None = None
    claimant: str | None = None
    reported_by: str | None = None
    hedged: bool = False
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    quote: str
    rule: str
    corrected: tuple[str, ...] = ()
    corrected_from: str | None = None

    def __post_init__(self) -> None:
        """Refuse a fact that contradicts itself.

        Raises:
            ValueError: If spans, bounds, dates, qualifier or basis do not fit together.
        """
        for problem in self._contradictions():
            raise ValueError(f"fact {self.fact_id}: {problem}")

    def _contradictions(self) -> Iterable[str]:
        if not 0 <= self.sentence_start <= self.start < self.end <= self.sentence_end:
            yield f"span {self.start}:{self.end} is not inside its sentence"
        if len(self.quote) != self.sentence_end - self.sentence_start:
            yield "quote is not as long as its sentence"
        for name, amount in (("value", self.value), ("low", self.low), ("high", self.high)):
            if amount is not None and not math.isfinite(amount):
                yield f"{name} {amount} is no number; unbounded is None"
        if self.low is not None and self.high is not None and self.low > self.high:
            yield f"low {self.low} is above high {self.high}"
        if (self.when_start is None) != (self.when_end is None):
            yield "when_start and when_end come together"
        if self.when_start and self.when_end and self.when_start > self.when_end:
            yield f"when_start {self.when_start} is after when_end {self.when_end}"
        if (self.when_basis == "none") != (self.when_start is None):
            yield f"when_basis {self.when_basis!r} does not fit when_start {self.when_start}"
        if self.qualifier is not None and self.qualifier not in _QUALIFIERS:
            yield f"qualifier {self.qualifier!r} is not one of {_QUALIFIERS}"
        if self.when_basis not in _BASES:
            yield f"when_basis {self.when_basis!r} is not one of {_BASES}"

    @property
    def has_number(self) -> bool:
        """Whether the text gives an amount, if only a bound of one."""
        return not (self.value is None and self.low is None and self.high is None)

    @property
    def is_unmistakable(self) -> bool:
        """Whether no article means two things by its number, for its many figures: "5,347"."""
        figures = f"{self.value:.0f}".strip("0") if self.value is not None else ""
        return len(figures) >= _UNMISTAKABLE


FIELDS: tuple[str, ...] = tuple(field.name for field in dataclasses.fields(Fact))
_UNPRINTABLE = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_TYPES: Mapping[str, Any] = get_type_hints(Fact)


def _dtype(annotation: Any) -> str:
    """Pandas dtype of a field: text stays text when missing, dates are day-resolution."""
    parts = set(get_args(annotation)) or {annotation}
    if float in parts:
        return "Float64"
    if bool in parts:
        return "bool"
    if int in parts:
        return "int64"
    if dt.date in parts:
        return "datetime64[s]"
    if tuple[str, ...] == annotation:
        return "object"
    return "str"


DTYPES: Mapping[str, str] = {name: _dtype(_TYPES[name]) for name in FIELDS}


def plain_number(number: float | None) -> float | int | None:
    """The number without a needless ``.0``, as it is written in JSON."""
    if number is None:
        return None
    return int(number) if math.isfinite(number) and number == int(number) else number


def to_record(fact: Fact) -> dict[str, Any]:
    """A fact as plain JSON values, in schema order."""
    record: dict[str, Any] = {}
    for name in FIELDS:
        value = getattr(fact, name)
        if isinstance(value, dt.date):
            value = value.isoformat()
        elif isinstance(value, tuple):
            value = list(value)
        elif DTYPES[name] == "Float64":
            value = plain_number(value)
        record[name] = value
    return record


def from_record(record: Mapping[str, Any]) -> Fact:
    """A fact from what :func:`to_record` wrote.

    Raises:
        ValueError: If a field is missing, unknown or contradicts another.
    """
    unknown = set(record) - set(FIELDS)
    if unknown:
        raise ValueError(
            f"unknown fact field {sorted(unknown)[0]!r}; known are {', '.join(FIELDS)}"
        )
    values = dict(record)
    for name, value in record.items():
        if DTYPES[name].startswith("datetime") and value is not None:
            values[name] = dt.date.fromisoformat(value)
        elif DTYPES[name] == "object":
            values[name] = tuple(value)
        elif DTYPES[name] == "Float64" and value is not None:
            values[name] = float(value)
    try:
        return Fact(**values)
    except TypeError as error:
        raise ValueError(f"fact record is incomplete: {error}") from error


def to_json(fact: Fact) -> str:
    """A fact as one line of JSON; letters of any script as they are, unprintable ones escaped."""
    line = json.dumps(to_record(fact), ensure_ascii=False, allow_nan=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def from_json(line: str) -> Fact:
    """A fact from one line that :func:`to_json` wrote.

    Raises:
        ValueError: If the line is not JSON or not a fact.
    """
    return from_record(json.loads(line))
