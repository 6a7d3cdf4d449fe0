"""The captures that the map's title counts, one row each: where, when, and who tells of it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.charts.region.capture_days import CaptureDays
from dashboard.charts.region.known import Known
from dashboard.charts.region.layers import layer_called
from dashboard.words.facts import capitalised, source_of
from dashboard.words.names import label
from data.claims.tellings import best_telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.view import View
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class CaptureListed:
    """A province whose capture is claimed and that nobody contests; all text is plain.

    Attributes:
        province: Its name.
        holder: Who is said to have taken it.
        when: The day that counts, or that of the report where no source gives one.
        told_by: Who tells of it, each with the fact that says it best there; last, and with their
            days, those who tell of none that fits the one that counts.
        fact: The fact that gives the day.
    """

    province: str
    holder: str
    when: str
    told_by: tuple[tuple[str, Fact], ...]
    fact: Fact

    @property
    def sources(self) -> tuple[str, ...]:
        """Who tells of it."""
        return tuple(source for source, _ in self.told_by)


def captures_listed(view: View) -> tuple[CaptureListed, ...]:
    """The captures in order of their days, as many as the map's title says; none on other layers.

    Args:
        view: What the map shows.
    """
    if not layer_called(view.selection.layer).lines:
        return ()
    story, articles = Known.of(view).told, view.corpus.articles
    taken = [(each, change) for each in story.provinces if (change := each.taken)]
    rows = []
    for province, change in sorted(taken, key=lambda each: each[1].day):
        days = province.days or CaptureDays.of(change)
        told = [fact for claim in change.claims for fact in claim.facts]
        fact = best_telling(days.deciding or told)
        by_source: dict[str, list[Fact]] = {}
        for each in told:
            by_source.setdefault(source_of(articles.get(each.article_id)), []).append(each)
        told_by = _told_by(by_source, days, fact)
        when = capitalised(days.in_words)
        rows.append(CaptureListed(province.name, label(change.holder), when, told_by, fact))
    return tuple(rows)


def _told_by(
    by_source: Mapping[str, Sequence[Fact]], days: CaptureDays, deciding: Fact
) -> tuple[tuple[str, Fact], ...]:
    """Each source with its best fact: of the one that gives the day, the fact that gives it."""
    fitting, others = [], []
    for source, there in by_source.items():
        best = deciding if deciding in there else best_telling(there)
        if told := days.otherwise(there):
            others.append((f"{source}: {told}", best))
        else:
            fitting.append((source, best))
    return (*fitting, *others)
