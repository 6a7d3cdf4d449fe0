"""Tables of scores, as Markdown: a short one of F1 for the README, all ratios for the docs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tests.accuracy import country_scores, date_scores, number_scores
from tests.accuracy.scores import Scores, Tallies
from tests.accuracy.tally import Tally
from tests.marked_tables import table

OURS = "this project"
NONE = "–"

Part = tuple[str, Sequence[str], Callable[[Scores], Tallies | None]]

PARTS: Sequence[Part] = (
    ("Numbers", tuple(number_scores.MEASURES), lambda scores: scores.numbers),
    ("Countries", country_scores.MEASURES, lambda scores: scores.countries),
    ("Dates", date_scores.MEASURES, lambda scores: scores.dates),
)


def short_tables(tools: Mapping[str, Scores]) -> str:
    """F1 of every tool, a table a task, precision and recall of its first measure beside it."""
    return "\n\n".join(_short(part, tools) for part in PARTS)


def _short(part: Part, tools: Mapping[str, Scores]) -> str:
    title, measures, tallies_of = part
    first, *others = measures
    head = (title, first, "precision", "recall", *others)
    rows = []
    for label, scores in tools.items():
        if (tallies := tallies_of(scores)) is None:
            continue
        cells = [ratio(tallies[name].f1) if name in tallies else NONE for name in measures]
        sides = (ratio(tallies[first].precision), ratio(tallies[first].recall))
        rows.append((label, cells[0], *sides, *cells[1:]))
    return table(head, rows)


def full_tables(tools: Mapping[str, Scores]) -> str:
    """Precision, recall, F1 and counts of every tool and measure."""
    return "\n\n".join(
        table(
            (title, "measure", "precision", "recall", "F1", "right", "found", "annotated"),
            [
                (label, name, *_ratios(tally))
                for label, scores in tools.items()
                for name, tally in (tallies_of(scores) or {}).items()
            ],
            words=2,
        )
        for title, _, tallies_of in PARTS
    )


def _ratios(tally: Tally) -> tuple[str, ...]:
    ratios = (tally.precision, tally.recall, tally.f1)
    counts = (tally.right, tally.found, tally.annotated)
    return (*map(ratio, ratios), *map(str, counts))


def recall_tables(tools: Mapping[str, Scores]) -> str:
    """The share of annotated numbers found, by kind and by qualifier, a column a tool."""
    readers = {label: scores for label, scores in tools.items() if scores.numbers is not None}
    return "\n\n".join(
        table(
            (title, "annotated", *readers),
            [
                (
                    f"`{name}`",
                    str(tally.annotated),
                    *(ratio(tallies_of(scores)[name].recall) for scores in readers.values()),
                )
                for name, tally in tallies_of(readers[OURS]).items()
            ],
        )
        for title, tallies_of in _RECALLS
    )


_RECALLS: Sequence[tuple[str, Callable[[Scores], Tallies]]] = (
    ("kind", lambda scores: scores.kinds),
    ("qualifier", lambda scores: scores.qualifiers),
)


def ratio(share: float) -> str:
    """A share as tables show it."""
    return f"{share:.3f}"
