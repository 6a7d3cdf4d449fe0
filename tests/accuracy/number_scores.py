"""Numbers: which of those that a tool found are right, and which of their fields."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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

FIELDS: Mapping[str, Callable[[NumberRow], bool]] = {
    "kind": lambda row: row.kind is not None,
    "qualifier": lambda row: row.qualifier is not None,
    "places": lambda row: row.places is not None,
    "attribution": lambda row: row.attributed_to is not None,
    "when": lambda row: row.when is not None,
}
"""Whether a row has a field."""


@dataclasses.dataclass(frozen=True, slots=True)
class Measure:
    """What has to be right besides value and span for a number to count.

    Attributes:
        fields: What it needs of a tool.
        agrees: Whether an annotated and a found row agree.
        where_given: Rows without the field do not count, on either side: that both are silent
            earns nothing.
        of_found: Reported as a share of the numbers that are right, not as F1.
    """

    fields: frozenset[str]
    agrees: Callable[[NumberRow, NumberRow], bool]
    where_given: str | None = None
    of_found: bool = False


MEASURES: Mapping[str, Measure] = {
    "number": Measure(frozenset(), lambda *_: True),
    "+ kind": Measure(frozenset({"kind"}), same_kind),
    "+ places": Measure(frozenset({"places"}), same_places),
    "attribution": Measure(
        frozenset({"attribution"}),
        lambda gold, row: same_name(gold.attributed_to, row.attributed_to),
        where_given="attribution",
    ),
    "when": Measure(
        frozenset({"when"}), lambda gold, row: same_days(gold.when, row.when), where_given="when"
    ),
    "qualifier": Measure(frozenset({"qualifier"}), same_qualifier, of_found=True),
    "bounds": Measure(frozenset({"qualifier"}), same_bounds, of_found=True),
}


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


def number_tallies(
    matchings: Collection[Matching[NumberRow]], given: Collection[str]
) -> dict[str, Tally]:
    """The tally of every measure, over all texts.

    Args:
        matchings: One a text.
        given: The fields that the tool gives; measures that need others are left out.
    """
    return {
        name: sum((_tally(measure, matching) for matching in matchings), Tally())
        for name, measure in MEASURES.items()
        if measure.fields <= set(given)
    }


def _tally(measure: Measure, matching: Matching[NumberRow]) -> Tally:
    counts = FIELDS[measure.where_given] if measure.where_given else lambda _: True
    golds = [*(gold for gold, _ in matching.pairs), *matching.missed]
    found = [*(row for _, row in matching.pairs), *matching.surplus]
    right = sum(counts(gold) and measure.agrees(gold, row) for gold, row in matching.pairs)
    if measure.of_found:
        return Tally(right, len(matching.pairs), len(matching.pairs))
    return Tally(right, sum(map(counts, found)), sum(map(counts, golds)))


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
    return {name: Tally(right[name], right[name], count) for name, count in annotated.most_common()}
