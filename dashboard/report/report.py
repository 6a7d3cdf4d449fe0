"""The report: cards, charts, every claim with its sentence, articles, method, licences."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.charts.catalogue import CHARTS
from dashboard.export import citation
from dashboard.export.evidence import beside_the_view, evidence_rows, http_address
from dashboard.export.html_markup import our_own, page_css, templates
from dashboard.export.interactive import WIDTHS, drawn_chart, page_scripts
from dashboard.export.measures import measures_in_view
from dashboard.last_good import NotTaken
from dashboard.report.stat_cards import stat_cards
from dashboard.words.facts import counted, day, published, source_of
from dashboard.words.kinds import kind_entry
from dashboard.words.titles import titled
from data import lexicon
from data.timing import timed
from geo.gazetteer import published_lengths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.export.evidence import EvidenceRow
    from dashboard.report.stat_cards import StatCard
    from dashboard.view import View
    from data.fact import Fact

_HERE: Final = Path(__file__).parent


@dataclasses.dataclass(frozen=True, slots=True)
class KindSection:
    """All claims of one kind.

    Attributes:
        id: Of the kind.
        label: Of the kind.
        definition: What counts as this kind.
        rows: Its claims, in text order.
    """

    id: str
    label: str
    definition: str
    rows: Sequence[EvidenceRow]


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """An article that claims come from; plain text.

    Attributes:
        title: Its headline.
        publisher: Who published it.
        published: When.
        basis: How the date is known; empty where it is not.
        url: Where, if it is an ``http`` address; empty otherwise.
        licence: What may be done with its text.
        sha256: Hex digest of the file it was read from.
        claims: How many claims of the report it makes, in words.
    """

    title: str
    publisher: str
    published: str
    basis: str
    url: str
    licence: str
    sha256: str
    claims: str


@dataclasses.dataclass(frozen=True, slots=True)
class BackLink:
    """A place of the page that shows a claim.

    Attributes:
        anchor: Its id.
        label: What it is called.
    """

    anchor: str
    label: str


@dataclasses.dataclass(frozen=True, slots=True)
class OtherMeasure:
    """A measure whose claims are in the report without a chart.

    Attributes:
        label: Of the measure.
        claims: How many claims are on it, in words.
        link: To its chart in the dashboard.
    """

    label: str
    claims: str
    link: str


def report(view: View, *, base: str) -> bytes:
    """A view as one HTML file: no network, no server, no script needed to read it.

    The same view gives the same bytes.

    Args:
        view: What to report.
        base: Address of the dashboard, for links.

    Raises:
        InputError: If the shapes, the cards or the published lengths cannot be read.
    """
    with timed("export", what="report", format="html"):
        return _written(view, base)


def _written(view: View, base: str) -> bytes:
    articles = view.corpus.articles
    rows = evidence_rows(_by_kind(view.facts), articles, base)
    others = evidence_rows(beside_the_view(view), articles, base, first=len(rows) + 1)
    cards = stat_cards(view, rows)
    charts = [drawn_chart(chart, view, base=base) for chart in CHARTS.values()]
    page = templates(_HERE).get_template("report.html.j2")
    return page.render(
        page=page_scripts(shapes={each for chart in charts for each in chart.shapes}),
        css=page_css(widest=WIDTHS[-1]) + our_own((_HERE / "report.css").read_text("utf-8")),
        link=view.selection.link(base),
        as_of=day(view.as_of) if view.as_of else "",
        selected=view.described,
        showing=_showing(view),
        unread=_unread(view),
        cards=cards,
        charts=charts,
        measure=view.measure.label,
        measures=_other_measures(view, base),
        kinds=_sections(rows),
        others=others,
        back=_back_links(cards),
        sources=_sources(view, [*rows, *others]),
        lengths=published_lengths(),
        citation=citation.plain(None, view, base).strip(),
    ).encode()


def _other_measures(view: View, base: str) -> Sequence[OtherMeasure]:
    """Measures with claims in view of which the report has no chart."""
    return [
        OtherMeasure(each.measure.label, counted(each.claims, "claim"), each.link(base))
        for each in measures_in_view(view)
        if each.measure.id != view.measure.id
    ]


def _unread(view: View) -> str:
    """How many articles are missing. None are where a change cannot be read and all stands."""
    missing = [error for error in view.corpus.problems if not isinstance(error, NotTaken)]
    return counted(len(missing), "article") if missing else ""


def _showing(view: View) -> str:
    facts = counted(view.totals.facts, "fact")
    return f"{view.in_view:,} of {facts}" if view.selection.filters else facts


def _by_kind(facts: Iterable[Fact]) -> list[Fact]:
    order = {kind: place for place, kind in enumerate(lexicon.kinds())}
    return sorted(facts, key=lambda fact: order.get(fact.kind, len(order)))


def _sections(rows: Iterable[EvidenceRow]) -> list[KindSection]:
    grouped: dict[str, list[EvidenceRow]] = {}
    for row in rows:
        grouped.setdefault(row.fact.kind, []).append(row)
    return [
        KindSection(kind, kind_entry(kind).label, kind_entry(kind).definition, own)
        for kind, own in grouped.items()
    ]


def _back_links(cards: Iterable[StatCard]) -> Mapping[str, Sequence[BackLink]]:
    links: dict[str, list[BackLink]] = {}
    for card in cards:
        for row in card.evidence:
            links.setdefault(row.fact.fact_id, []).append(BackLink(f"card-{card.id}", card.label))
    return links


def _sources(view: View, rows: Iterable[EvidenceRow]) -> list[Source]:
    cited = [row.fact.article_id for row in rows]
    return [
        Source(
            title=titled(article),
            publisher=source_of(article),
            published=published(article),
            basis=article.published_basis or "",
            url=http_address(article.url),
            licence=article.licence or "Not known.",
            sha256=article.sha256,
            claims=counted(cited.count(article.article_id), "claim"),
        )
        for article in view.articles
        if article.article_id in cited
    ]
