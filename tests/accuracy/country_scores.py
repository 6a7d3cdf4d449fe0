"""Countries: which of those that a text names a tool found, by how the text names them."""

from __future__ import annotations

from collections.abc import Iterable

from tests.accuracy.annotation import AnnotatedText, Countries
from tests.accuracy.tally import Tally

MEASURES = ("by name", "with demonyms", "with capitals")


def country_tallies(found: Iterable[tuple[AnnotatedText, frozenset[str]]]) -> dict[str, Tally]:
    """The tally of every measure, over all texts.

    A country that the text names in a way that a measure leaves out is neither right nor wrong.
    """
    totals = dict.fromkeys(MEASURES, Tally())
    for text, codes in found:
        views = _views(text.countries)
        for name, wanted in zip(MEASURES, views, strict=True):
            counted = codes - (views[-1] - wanted)
            totals[name] += Tally(len(wanted & codes), len(counted), len(wanted))
    return totals


def _views(countries: Countries) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    with_demonyms = countries.named | countries.via_demonym
    return countries.named, with_demonyms, with_demonyms | countries.via_capital
