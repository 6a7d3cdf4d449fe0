"""Delays: grounds of what happened before or after, as in "a day after 40 soldiers died in X"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.draft import Draft
from data.parse.grounds.sites import Site, find_sites
from data.parse.lazy import remembered
from data.parse.reading import Reading


def sites_beside(reading: Reading, number: int) -> Sequence[Site]:
    """The grounds of a sentence, but for those of a number in a clause that only tells when.

    "A day after 40 soldiers died in X, 12 policemen were killed": these may be anywhere.

    Args:
        reading: The sentence.
        number: Index of the number that is looked for a place.
    """
    sites = find_sites(reading)
    spans = _delays(reading) if sites else ()
    if not spans:
        return sites
    elsewhere = [span for span in spans if number not in span]
    return [site for site in sites if not any(site.first in span for span in elsewhere)]


@remembered
def _delays(reading: Reading) -> Sequence[range]:
    """Where clauses stand that are counted from, each behind its first number."""
    units = lexicon.numbers().time_units
    if reading.norms.isdisjoint({"after", "before"}) or reading.norms.isdisjoint(units):
        return ()
    return [
        range(first, clause.stop)
        for clause in reading.clauses
        if clause.opener in {"after", "before"}
        and clause.first
        and reading.lower[clause.first - 1] in units
        and (first := _first_number(reading, clause.first, clause.stop)) is not None
    ]


def _first_number(reading: Reading, first: int, stop: int) -> int | None:
    within = (quantity.first for quantity in reading.counting if first <= quantity.first < stop)
    return next(within, None)


def had_gone_to(reading: Reading, draft: Draft, site: Site) -> bool:
    """Whether those counted had been led to a ground before what is told of them.

    "The 90 men, who had been moved to X, came on Sunday".
    """
    between = reading.lower[draft.stop : site.first]
    if "had" not in between or draft.verb < site.stop:
        return False
    led = between[: between.index("had")]
    return not lexicon.grammar().relative_subjects.isdisjoint(led[-1:])
