"""The second reader: what else a number can be held to mean, and how a tool scores by that."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.accuracy.annotation import (
    TEXTS,
    AnnotatedText,
    NumberRow,
    Predictions,
    Span,
    lines_of,
)
from tests.accuracy.number_scores import MEASURES, match_numbers
from tests.accuracy.scores import scores
from tests.accuracy.tables import ratio
from tests.marked_tables import table

FILE = "other_readings.jsonl"

MEASURE_OF: Mapping[str, str] = {
    "kind": "+ kind",
    "places": "+ places",
    "attributed_to": "attribution",
    "when": "when",
}
"""The measure that a field of a number is scored by."""

Fields = Mapping[str, Any]
Readings = Mapping[tuple[str, Span], Fields]


def read_other(folder: Path = TEXTS / "test") -> Readings:
    """The fields that the second reader reads otherwise, by text and span of their number."""
    found = {}
    for line in lines_of(folder / FILE):
        row = NumberRow.of(line)
        fields = {name: getattr(row, name) for name in MEASURE_OF if name in line}
        found[line["id"], Span(row.start, row.end)] = fields
    return found


def as_second(texts: Sequence[AnnotatedText], others: Readings) -> list[AnnotatedText]:
    """The texts as the second reader annotated them."""
    return [
        _with(
            text, {span: fields for (name, span), fields in others.items() if name == text.text_id}
        )
        for text in texts
    ]


def as_either(
    texts: Sequence[AnnotatedText], others: Readings, found: Sequence[Predictions]
) -> list[AnnotatedText]:
    """The texts, with the second reading of each field where only that agrees with the tool."""
    return [
        _with(text, _agreeing(text, other, each))
        for text, other, each in zip(texts, as_second(texts, others), found, strict=True)
    ]


def _agreeing(
    text: AnnotatedText, other: AnnotatedText, found: Predictions
) -> Mapping[Span, Fields]:
    second = dict(zip(map(_span, text.numbers), other.numbers, strict=True))
    agreeing: dict[Span, Fields] = {}
    for gold, row in match_numbers(text, found.numbers or ()).pairs:
        also = second[_span(gold)]
        agreeing[_span(gold)] = {
            name: getattr(also, name)
            for name in MEASURE_OF
            if not _agree(name, gold, row) and _agree(name, also, row)
        }
    return agreeing


def _agree(field: str, annotated: NumberRow, found: NumberRow) -> bool:
    """Whether they agree in a field; that both are silent earns nothing, but is no error."""
    if getattr(annotated, field) is None and getattr(found, field) is None:
        return True
    return MEASURES[MEASURE_OF[field]].agrees(annotated, found)


def _with(text: AnnotatedText, readings: Mapping[Span, Fields]) -> AnnotatedText:
    numbers = (dataclasses.replace(row, **readings.get(_span(row), {})) for row in text.numbers)
    return dataclasses.replace(text, numbers=tuple(numbers))


def _span(row: NumberRow) -> Span:
    return Span(row.start, row.end)


def readers_table(texts: Sequence[AnnotatedText], found: Sequence[Predictions]) -> str:
    """F1 of what is found by the first reader, by the second, and by whichever agrees."""
    others = read_other()
    read = {
        "by the first reader": texts,
        "by the second": as_second(texts, others),
        "by either": as_either(texts, others, found),
    }
    tallies = {label: scores(each, found).numbers or {} for label, each in read.items()}
    return table(
        ("", *MEASURE_OF.values()),
        [
            (label, *(ratio(numbers[measure].f1) for measure in MEASURE_OF.values()))
            for label, numbers in tallies.items()
        ],
    )
