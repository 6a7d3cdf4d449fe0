"""Scores of one tool on a part: numbers, dates and countries."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from tests.accuracy.annotation import AnnotatedText, NumberRow, Predictions
from tests.accuracy.country_scores import country_tallies
from tests.accuracy.date_scores import date_tallies
from tests.accuracy.matching import Matching
from tests.accuracy.number_scores import FIELDS, match_numbers, number_tallies, recall_by
from tests.accuracy.tally import Tally

Tallies = Mapping[str, Tally]


@dataclasses.dataclass(frozen=True, slots=True)
class Scores:
    """What a tool reaches; None for what it does not look for.

    Attributes:
        numbers: By measure; measures of fields that the tool never gives are left out.
        dates: By measure.
        countries: By measure.
        kinds: Numbers found, by annotated kind; precision has no meaning here.
        qualifiers: The same by annotated qualifier.
        texts: Each text's annotated numbers beside the found ones, by the text's id.
    """

    numbers: Tallies | None
    dates: Tallies | None
    countries: Tallies | None
    kinds: Tallies
    qualifiers: Tallies
    texts: Mapping[str, Matching[NumberRow]]


def scores(texts: Sequence[AnnotatedText], found: Sequence[Predictions]) -> Scores:
    """Score what a tool found in each text."""
    answers = list(zip(texts, found, strict=True))
    rows = [(text, each.numbers) for text, each in answers if each.numbers is not None]
    dates = [(text, each.dates) for text, each in answers if each.dates is not None]
    countries = [(text, each.countries) for text, each in answers if each.countries is not None]
    matchings = {text.text_id: match_numbers(text, numbers) for text, numbers in rows}
    given = {field for _, numbers in rows for field in FIELDS if any(map(FIELDS[field], numbers))}
    return Scores(
        numbers=number_tallies(matchings.values(), given) if rows else None,
        dates=date_tallies(dates) if dates else None,
        countries=country_tallies(countries) if countries else None,
        kinds=recall_by(lambda row: row.kind, matchings.values()),
        qualifiers=recall_by(lambda row: row.qualifier, matchings.values()),
        texts=matchings,
    )
