"""On which day a province is said to have been taken, apart from when that was reported.

A report says that something happened before it, not when: its day is never a day of capture.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from dashboard.charts.parts.markup import listed
from dashboard.words.facts import day, source_of, when

if TYPE_CHECKING:
    from data.article import Article
    from data.claims.captures import Capture
    from data.fact import Fact

_MOST_DAYS, _MOST_REPORTS = 3, 2
"""Lines of days and of reports without one: a hover label is sent for each province."""

HOW_DATED: Final = "each on the earliest day that a source gives, or else the day of the report"
"""How a map says which day counts."""

Span = tuple[dt.date, dt.date]


@dataclasses.dataclass(frozen=True)
class CaptureDays:
    """What sources say of when a province was taken.

    Attributes:
        day: The day that counts, as :class:`~data.claims.captures.Capture` has it.
        given: First and last day of each time that a text gives, early to late, with facts.
        reported: Days on which articles that give none were published, with facts.
    """

    day: dt.date
    given: Mapping[Span, tuple[Fact, ...]]
    reported: Mapping[dt.date, tuple[Fact, ...]]

    @classmethod
    def of(cls, capture: Capture) -> CaptureDays:
        """The days of a capture, by all its tellings."""
        given: dict[Span, list[Fact]] = {}
        reported: dict[dt.date, list[Fact]] = {}
        for claim in capture.claims:
            for telling in claim.tellings:
                fact = telling.fact
                if fact.when_start and fact.when_end:
                    given.setdefault((fact.when_start, fact.when_end), []).append(fact)
                elif telling.published:
                    reported.setdefault(telling.published, []).append(fact)
        return cls(
            capture.day,
            {span: tuple(given[span]) for span in sorted(given)},
            {date: tuple(reported[date]) for date in sorted(reported)},
        )

    @functools.cached_property
    def deciding(self) -> tuple[Fact, ...]:
        """The facts that give the day that counts, or report it first where none gives any."""
        if not self.given:
            return self.reported.get(self.day, ())
        shortest = min(self.given, key=lambda span: (span[1] - span[0], span[0]))
        return self.given[shortest]

    @functools.cached_property
    def reported_before(self) -> Mapping[dt.date, tuple[Fact, ...]]:
        """Of the reports without a day, those that are older than the day that counts."""
        return {date: facts for date, facts in self.reported.items() if date < self.day}

    def otherwise(self, facts: Iterable[Fact]) -> str:
        """Which other days facts of one source tell, where none of them fits the one that counts.

        For example ``14 August 2021``, ``reported on 9 August 2021``. A later report without a day
        fits any.
        """
        own = {fact.fact_id for fact in facts}
        given = [span for span, told in self.given.items() if _any_of(told, own)]
        reported = [date for date, told in self.reported.items() if _any_of(told, own)]
        fits = [first <= self.day <= last for first, last in given]
        fits += [date not in self.reported_before for date in reported]
        days = [when(self.given[span][0]) for span in given]
        days += [f"reported on {day(date)}" for date in reported]
        return "" if any(fits) else ", ".join(days)

    @property
    def in_words(self) -> str:
        """The day that counts: ``8 August 2021``, or ``reported on 8 August 2021``."""
        return day(self.day) if self.given else f"reported on {day(self.day)}"

    @property
    def after_who(self) -> str:
        """The same as it goes on behind who took it: `` on 8 August 2021``."""
        return f" on {self.in_words}" if self.given else f", {self.in_words}"

    @property
    def in_a_table(self) -> str:
        """The same in ISO days, with the other days that texts give, and reports before it."""
        if not self.given:
            return f"reported {self.day}"
        others = [_iso(span) for span in self.given if span != (self.day, self.day)]
        others += [f"reported {date} without a day" for date in self.reported_before]
        also = f" (the earliest day given; also {', '.join(others)})" if others else ""
        return f"{self.day}{also}"

    def lines(self, articles: Mapping[str, Article]) -> list[str]:
        """Plain lines: each day that texts give with who gives it, then reports without one."""
        lines = [f"{when(facts[0])}: {_sources(facts, articles)}" for facts in self.given.values()]
        reports = [
            f"Reported {'already ' if date in self.reported_before else ''}on {day(date)}, "
            f"no day given: {_sources(facts, articles)}"
            for date, facts in self.reported.items()
        ]
        return [
            *_at_most(lines, _MOST_DAYS, "other days"),
            *_at_most(reports, _MOST_REPORTS, "later reports"),
        ]


def _any_of(facts: Iterable[Fact], ids: Collection[str]) -> bool:
    return any(fact.fact_id in ids for fact in facts)


def _iso(span: Span) -> str:
    first, last = span
    return f"{first}" if first == last else f"{first}/{last}"


def _sources(facts: tuple[Fact, ...], articles: Mapping[str, Article]) -> str:
    return listed(source_of(articles.get(fact.article_id)) for fact in facts)


def _at_most(lines: list[str], most: int, others: str) -> list[str]:
    """The first lines, and how many more there are: none is left out for a line that says so."""
    more = len(lines) - most
    return [*lines[:most], f"and {more} {others}"] if more > 1 else lines
