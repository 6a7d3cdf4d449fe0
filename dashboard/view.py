"""What a selection shows: the facts in view, where they come from, and the selection in words."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any

from dashboard.holdings.totals import CorpusTotals
from dashboard.kept import kept
from dashboard.selecting.concerns import facts_in_view
from dashboard.selecting.selection import Period, Selection
from dashboard.words.facts import counted, day, source_of
from dashboard.words.headlines import headline
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from data import lexicon
from data.claims.wholes import wholes, wholes_claimed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from dashboard.holdings.totals import Named, Totals
    from data.article import Article
    from data.claims.claim import Claim
    from data.corpus import Corpus
    from data.fact import Fact
    from data.lexicon.claims import Measure


@dataclasses.dataclass(frozen=True)
class View:
    """A selection of a corpus. Pages, pictures, files and reports all draw from one.

    Attributes:
        corpus: Everything there is, whenever it was published.
        selection: What is selected.
    """

    corpus: Corpus
    selection: Selection = dataclasses.field(default_factory=Selection)

    @classmethod
    def of(cls, corpus: Corpus, selection: Selection) -> View:
        """The view of a corpus that whoever selected the same has, too."""
        return kept(corpus, "views", selection, lambda: cls(corpus, selection))

    @functools.cached_property
    def filtered(self) -> View:
        """The view with the same filters, and nothing chosen: all that follows from filters."""
        return self._like(fact=None, layer=None, measure=None, chart=None, article=None)

    @functools.cached_property
    def unfiltered(self) -> View:
        """The view of the same day with nothing left out and nothing chosen."""
        return View.of(self.corpus, Selection(day=self.selection.day))

    def _like(self, **changes: Any) -> View:
        selection = dataclasses.replace(self.selection, **changes)
        return self if selection == self.selection else View.of(self.corpus, selection)

    @functools.cached_property
    def known(self) -> Corpus:
        """What had been published by the day of the selection."""
        if self.unfiltered.selection != self.selection:
            return self.unfiltered.known
        day = self.selection.day
        return self.corpus if day is None else self.corpus.as_of(day)

    @functools.cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that pass every filter, in text order."""
        if self.filtered is not self:
            return self.filtered.facts
        return facts_in_view(self.everything, self.selection, self.corpus.articles)

    @functools.cached_property
    def around(self) -> tuple[Fact, ...]:
        """The facts that charts draw: what countries leave out stays, dimmed, to be chosen."""
        return self.filtered._like(countries=()).facts

    @functools.cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims known by the day of the selection, whatever is filtered, by publication."""
        if self.unfiltered.selection != self.selection:
            return self.unfiltered.claims
        day = self.selection.day
        if day is None:
            return self.corpus.claims
        return tuple(known for claim in self.corpus.claims if (known := claim.as_of(day)))

    @functools.cached_property
    def claims_in_view(self) -> tuple[Claim, ...]:
        """The claims with a telling that passes every filter, each with those tellings."""
        if self.filtered is not self:
            return self.filtered.claims_in_view
        if not self.selection.filters:
            return self.claims
        shown = {fact.fact_id for fact in self.facts}
        return tuple(told for claim in self.claims if (told := claim.told_by(shown)))

    @functools.cached_property
    def claims_around(self) -> tuple[Claim, ...]:
        """The claims that charts draw: as :attr:`around` is to :attr:`facts`."""
        return self.filtered._like(countries=()).claims_in_view

    @functools.cached_property
    def totals(self) -> Totals:
        """How much is known by the day of the selection, in this corpus or beyond it."""
        if self.unfiltered.selection != self.selection:
            return self.unfiltered.totals
        if self.corpus.partial:
            # Slow to import, and only stores need it.
            from dashboard.holdings.shelf_totals import totals_of_part

            return totals_of_part(self.corpus, self.selection.day)
        return CorpusTotals(self.corpus, self.known)

    @functools.cached_property
    def named_around(self) -> Named:
        """Which countries facts name: those of :attr:`around`, and the same beyond the corpus."""
        return self.filtered.totals.named(self.around)

    @functools.cached_property
    def in_view(self) -> int:
        """How many facts pass every filter, in this corpus or beyond it."""
        return self.totals.in_view(self.facts)

    @property
    def part(self) -> str | None:
        """How many of the facts selected the view has, in words; None where it has all."""
        shown = len(self.facts)
        if shown >= self.in_view:
            return None
        return f"{shown:,} of {counted(self.in_view, 'fact')}"

    @property
    def measure(self) -> Measure:
        """The measure selected, or else that of the chosen fact, or else the one to start with."""
        named = lexicon.measures().get(self.selection.measure or "")
        return named or self._measure_of_chosen or self.first_measure

    @functools.cached_property
    def _measure_of_chosen(self) -> Measure | None:
        name = self.selection.fact
        if not name:
            return None
        told = (claim for claim in self.claims if any(f.fact_id == name for f in claim.facts))
        return next((claim.measure for claim in told), None)

    @functools.cached_property
    def first_measure(self) -> Measure:
        """The first measure on which anything that passes the filters is claimed, whatever the day.

        A day or a country that is chosen does not change what the page is about; without any such
        claim it is the first of all.
        """
        around = self.filtered._like(countries=(), day=None)
        if around is not self:
            return around.first_measure
        return _first_measure(self.claims_in_view) or _first_measure(self.corpus.claims) or _first()

    @functools.cached_property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day on which anything was published, whatever the day selected."""
        dates = [article.published for article in self.corpus.articles.values()]
        known = [date for date in dates if date]
        return (min(known), max(known)) if known else None

    @functools.cached_property
    def at_last(self) -> tuple[Fact, ...]:
        """What :attr:`around` is once every day has passed: how much a chart must be ready for."""
        return self.filtered._like(countries=(), day=None).facts

    @functools.cached_property
    def everything(self) -> tuple[Fact, ...]:
        """All facts known by the day of the selection, in text order."""
        return tuple(self.known.facts.values())

    @functools.cached_property
    def wholes(self) -> Mapping[str, float]:
        """What counts are counted out of, by fact id; all that is known by the selected day."""
        if self.unfiltered.selection != self.selection:
            return self.unfiltered.wholes
        return wholes(self.everything)

    @functools.cached_property
    def wholes_claimed(self) -> Mapping[str, float]:
        """The same, where only another telling of the claim gives the whole, too."""
        if self.unfiltered.selection != self.selection:
            return self.unfiltered.wholes_claimed
        return wholes_claimed(self.claims, self.wholes)

    @functools.cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles known by the day of the selection, in catalogue order."""
        return tuple(self.known.articles.values())

    @property
    def chosen(self) -> Fact | None:
        """The chosen fact."""
        return self.known.facts.get(self.selection.fact or "")

    @functools.cached_property
    def as_of(self) -> dt.date | None:
        """The day of the selection, or else that of the newest article there is; None if unknown.

        No filter moves it: what filters leave out is shown beside what they keep, for one day.
        """
        return self.selection.day or max(self.totals.published, default=None)

    @functools.cached_property
    def news_as_of(self) -> dt.date | None:
        """The day on which something must be news to be drawn as an event; None if unknown.

        That of :attr:`as_of`, but without a day of the selection the selected sources are taken at
        their own: what was news in the newest of them.
        """
        chosen = (self.corpus.articles.get(name) for name in self.selection.sources)
        days = (article.published for article in chosen if article and article.published)
        return self.selection.day or max(days, default=self.as_of)

    @functools.cached_property
    def described(self) -> str:
        """What is selected, in plain words; empty where nothing is.

        For example ``Tajikistan, Uzbekistan · Personnel · 5 July 2021 to 9 July 2021``.
        """
        selection = self.selection
        articles = self.corpus.articles
        parts = [
            ", ".join(label(code) for code in selection.countries),
            period_in_words(selection.dates) if selection.dates else "",
            f"published up to {day(selection.day)}" if selection.day else "",
            ", ".join(label(code) for code in selection.actors),
            ", ".join(kind_entry(kind).label for kind in selection.kinds),
            ", ".join(source_of(articles[name]) for name in selection.sources if name in articles),
            headline(self.chosen) if self.chosen else "",
            self._part_in_words,
        ]
        return " · ".join(part for part in parts if part)

    @property
    def _part_in_words(self) -> str:
        return f"{self.part}, each told once" if self.part else ""


def _first_measure(claims: Iterable[Claim]) -> Measure | None:
    claimed = {claim.measure.id for claim in claims if claim.measure}
    return next((each for each in lexicon.measures().values() if each.id in claimed), None)


def _first() -> Measure:
    return next(iter(lexicon.measures().values()))


def period_in_words(period: Period) -> str:
    """A period as people say it: ``5 July 2021 to 9 July 2021``, ``until 9 July 2021``."""
    if period.start and period.start == period.end:
        return day(period.start)
    if period.start and period.end:
        return f"{day(period.start)} to {day(period.end)}"
    if period.start:
        return f"since {day(period.start)}"
    return f"until {day(period.end)}" if period.end else ""
