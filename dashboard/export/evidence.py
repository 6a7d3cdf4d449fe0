"""The evidence of facts as rows for HTML: claim, claimant, denominator, sentence, source."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.selecting.concerns import countries_concerned
from dashboard.selecting.selection import Selection
from dashboard.words.actions import words_done
from dashboard.words.bounds import bounds
from dashboard.words.facts import (
    amount,
    capitalised,
    claimant,
    counted_words,
    hedge,
    published,
    source_of,
    subject,
    when,
    when_basis,
    who,
)
from dashboard.words.fates import fate, named_for_it
from dashboard.words.ground import ground_holder
from dashboard.words.headlines import names_party
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.plain_text import steady
from dashboard.words.shares import of_shared, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.charts.catalogue import Chart
    from dashboard.view import View
    from data.article import Article
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What is known about one claim, as plain text: whoever writes it into HTML escapes it.

    Attributes:
        fact: The fact.
        number: Of the row, from 1: how the page refers to it.
        kind: Label of its kind.
        claim: The claim in words.
        denominator: What the number is a share of, or what it counts; empty without a number.
        bounds: What the number leaves open, as a sentence; empty without a number.
        concerns: Codes of the countries it concerns, by which a map leads to it.
        where: Places; empty where there are none or the denominator names them.
        when: When it happened.
        basis: How that is known; empty where no date is given.
        hedge: The words by which the text doubts it; empty where it does not.
        again: Numbers of the rows that tell the same claim again.
        claimant: Who says so.
        carried: Who carried it; empty where nobody is named.
        before: The sentence up to the words that give the number or tell the claim.
        words: These words.
        after: The rest of the sentence.
        publisher: Of the article.
        published: When the article was published.
        url: Where, if it is an ``http`` address; empty otherwise.
        link: To this fact in the dashboard; empty where it opens for nobody else.
    """

    fact: Fact
    number: int
    kind: str
    claim: str
    denominator: str
    bounds: str
    concerns: tuple[str, ...]
    where: str
    when: str
    basis: str
    hedge: str
    again: tuple[int, ...]
    claimant: str
    carried: str
    before: str
    words: str
    after: str
    publisher: str
    published: str
    url: str
    link: str


def evidence_rows(
    facts: Iterable[Fact], articles: Mapping[str, Article], base: str, first: int = 1
) -> list[EvidenceRow]:
    """A row for each fact, in the order given.

    Args:
        facts: The facts.
        articles: Articles by id.
        base: Address of the dashboard, for links.
        first: Number of the first row.
    """
    numbered = list(enumerate(facts, start=first))
    tellings: dict[tuple[str, str], list[int]] = {}
    for number, fact in numbered:
        tellings.setdefault((fact.article_id, fact.fact_group), []).append(number)
    return [
        _row(
            fact,
            number,
            tuple(n for n in tellings[fact.article_id, fact.fact_group] if n != number),
            articles.get(fact.article_id),
            base,
        )
        for number, fact in numbered
    ]


def beside_the_view(view: View) -> tuple[Fact, ...]:
    """Facts out of view that a picture of the view still shows, in text order.

    Charts draw what concerns other countries, dimmed, and name the chosen fact.
    """
    inside = {fact.fact_id for fact in view.facts}
    named = {fact.fact_id for fact in (*view.around, view.chosen) if fact} - inside
    return tuple(fact for fact in view.everything if fact.fact_id in named)


def behind_chart(chart: Chart, view: View) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts behind a chart: those that are selected, and those that it dims or names."""
    inside = {fact.fact_id for fact in view.facts}
    drawn = chart.facts(view)
    ids = {fact.fact_id for fact in drawn}
    named = (view.chosen,) if view.chosen and view.chosen.fact_id not in ids else ()
    selected = tuple(fact for fact in drawn if fact.fact_id in inside)
    return selected, (*(fact for fact in drawn if fact.fact_id not in inside), *named)


def claim_in_words(fact: Fact) -> str:
    """A claim on one line, e.g. ``Over 1,000 Afghan government troops fled``.

    Without a number the text's own word tells it: ``Biden: “highly unlikely”``.
    """
    if not fact.has_number:
        first, last = fact.start - fact.sentence_start, fact.end - fact.sentence_start
        told = f"“{fact.quote[first:last]}”"
        return f"{capitalised(who(fact))}: {told}" if fact.who else capitalised(told)
    if of := of_shared(fact):
        share = f"{amount(fact)} {of}"
        return f"{capitalised(who(fact))}: {share}" if fact.who else capitalised(share)
    done = "" if named_for_it(fact) else fate(fact) or words_done().get(fact.action, "")
    party = who(fact) if names_party(fact) else ""
    counted = "" if party else counted_words(fact)
    claim = " ".join(part for part in (amount(fact), counted, done) if part)
    holder = ground_holder(fact) or party
    return f"{capitalised(holder)}: {claim}" if holder else capitalised(claim)


def http_address(url: str | None) -> str:
    """An address that a page may link to; empty for any other scheme and for none."""
    return url if url and url.startswith(("https://", "http://")) else ""


def _row(
    fact: Fact, number: int, again: tuple[int, ...], article: Article | None, base: str
) -> EvidenceRow:
    first, last = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    moved = fact.origin and fact.destination
    return EvidenceRow(
        fact=fact,
        number=number,
        kind=kind_entry(fact.kind).label,
        claim=claim_in_words(fact),
        denominator=_denominator(fact),
        bounds=bounds(fact),
        concerns=tuple(sorted(countries_concerned(fact))),
        where="" if fact.of or moved else ", ".join(label(code) for code in fact.places),
        when=when(fact),
        basis=when_basis(fact) if fact.when_start else "",
        hedge=hedge(fact) if fact.hedged else "",
        again=again,
        claimant=claimant(fact, article),
        carried=fact.reported_by or "",
        before=steady(fact.quote[:first]),
        words=steady(fact.quote[first:last]),
        after=steady(fact.quote[last:]),
        publisher=source_of(article),
        published=published(article),
        url=http_address(article.url if article else None),
        link="" if article and article.provisional else Selection(fact=fact.fact_id).link(base),
    )


def _denominator(fact: Fact) -> str:
    if share_of := shared(fact):
        return f"Share of: {share_of}"
    counted = subject(fact)
    if not (fact.has_number and counted):
        return ""
    return f"{'Party' if names_party(fact) else 'Counted'}: {counted}"
