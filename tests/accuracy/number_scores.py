"""Numbers: which of those that a tool found are right, and which of their fields."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.accuracy.annotation import AnnotatedText, NumberRow
from tests.accuracy.comparison import (
    same_amount,
    same_bounds,
    same_days,
    same_kind,
    same_name,
    same_places,
    same_qualifier,
)
from tests.accuracy.matching import Matching, match
from tests.accuracy.tally import Tally

MEASURES: Mapping[str, Callable[[NumberRow, NumberRow], bool]] = {
    "number": lambda gold, found: True,  # noqa: ARG005 - pairs agree in value and span already
    "kind": same_kind,
    "places": same_places,
    "kind and places": lambda gold, found: same_kind(gold, found) and same_places(gold, found),
    "qualifier": same_qualifier,
    "bounds": same_bounds,
}
"""A number that is right, and right in the field as well."""

OPTIONAL_MEASURES: Mapping[str, tuple[Callable[[NumberRow], bool], Callable[..., bool]]] = {
    "attribution": (
        lambda row: row.attributed_to is not None,
        lambda gold, found: same_name(gold.attributed_to, found.attributed_to),
    ),
    "when": (
        lambda row: row.when is not None,
        lambda gold, found: same_days(gold.when, found.when),
    ),
}
"""Fields that many numbers lack: only where they are given do they count, on either side."""


def match_numbers(text: AnnotatedText, found: Sequence[NumberRow]) -> Matching[NumberRow]:
    """Pair numbers of equal value; what is left over on borderline text is not counted."""
    matching = match(text.numbers, found, fits=same_amount, preference=_preference)
    wrong = tuple(row for row in matching.surplus if not _is_borderline(text, row))
    return dataclasses.replace(matching, surplus=wrong)


def _preference(gold: NumberRow, row: NumberRow) -> tuple[int, int, int]:
    """Kind and places that agree, then shared characters, then lengths that differ little."""
    agreeing = same_kind(gold, row) + same_places(gold, row)
    lengths = abs((row.end - row.start) - (gold.end - gold.start))
    return -agreeing, -gold.overlap(row), lengths


def _is_borderline(text: AnnotatedText, row: NumberRow) -> bool:
    return row.touches_any(text.ignored) and not row.touches_any(text.numbers)


def number_tallies(matchings: Iterable[Matching[NumberRow]]) -> dict[str, Tally]:
    """The tally of every measure, over all texts."""
    totals: dict[str, Tally] = dict.fromkeys((*MEASURES, *OPTIONAL_MEASURES), Tally())
    for matching in matchings:
        golds = [gold for gold, _ in matching.pairs] + list(matching.missed)
        found = [row for _, row in matching.pairs] + list(matching.surplus)
        for name, agrees in MEASURES.items():
            right = sum(agrees(*pair) for pair in matching.pairs)
            totals[name] += Tally(right, len(found), len(golds))
        for name, (given, agrees) in OPTIONAL_MEASURES.items():
            right = sum(given(pair[0]) and agrees(*pair) for pair in matching.pairs)
            totals[name] += Tally(right, sum(map(given, found)), sum(map(given, golds)))
    return totals


def recall_by(
    field: Callable[[NumberRow], str | None], matchings: Iterable[Matching[NumberRow]]
) -> dict[str, Tally]:
    """How many numbers were found of those that agree in an annotated field, commonest first."""
    annotated: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for matching in matchings:
        right.update(str(field(gold)) for gold, _ in matching.pairs)
        annotated.update(str(field(gold)) for gold, _ in matching.pairs)
        annotated.update(str(field(gold)) for gold in matching.missed)
    return {
        name: Tally(right[name], right[name], count) for name, count in annotated.most_common()
    }
