"""The read-me beside every bundle of files: what they are, and what may be done with them."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from dashboard.export.rows import SESSION
from dashboard.words.facts import THIS_SESSION, counted, day, session_mark
from dashboard.words.kinds import kind_entry
from dashboard.words.plain_text import flat
from dashboard.words.titles import titled

if TYPE_CHECKING:
    from dashboard.view import View

_WIDTH: Final = 96

_TABLES: Final = """\
Every row is one fact: a claim that an article makes, not the truth. It carries the sentence
(quote), who says so (claimant_name; attributed_to has the text's own words), who carried it
(reported_by), the denominator of a share (of, subject), the range that the words allow (low, high,
qualifier), the article (source_title, source_publisher, source_url, source_published,
source_licence; source_told_as says whether the sentence is the publisher's or that of our brief
of the report), the definition of its kind (kind_definition) and its own link. All columns are
explained in docs/facts.md of the project.

Files of claims over time are named by their measure: the one chosen is there in every format, every
other that has claims in view as picture (PNG, SVG, PDF) and table (CSV). Its page has the rest:
choose the measure there, and its menu “Download”.

Files of a chart hold everything it draws. Their column "selected" is false for facts that the chart
draws dimmed: they concern other countries than the selected ones, or a single fact is chosen and it
is another. In tables "claim" is the same for all facts that tell one claim: it is one mark, or one
of those that a mark counts. A province that nobody is said to have taken has a row without a fact.
Of those flown out "carrier" says on whose planes, and "counts_part" that others left on other
planes: such a number is contained in a total and no other answer to the same question.

In CSV files a text that a spreadsheet would run as a formula starts with an apostrophe: take one
leading apostrophe off to get the text back. Lists are joined by "; ". In Parquet, JSON and the
geographic files text is exactly as published.
"""

_PART: Final = (
    "What the files hold is a part of that: {}, each told once, by whoever told it first, and of "
    "very many the newest of each kind. Tables say so in their column “part”. Choose a day, or "
    "filter, to get the others."
)
_SESSION: Final = (
    f"Articles marked “{THIS_SESSION}” were added by whoever made these files; tables say so in "
    f"their column “{SESSION}”. They are in no catalogue: their facts have no link, and nobody has "
    "checked their licences."
)
_LICENCES: Final = """\
Sentences belong to the publishers of the articles and are quoted with attribution.
Boundaries: Natural Earth 1:10m, public domain. They are de facto lines, generalised.
Published border lengths: CIA World Factbook, public domain.
A border that is claimed in part is drawn whole: which stretch is held is not known. Arrows show
from where to where, not a route.
Everything else (facts as read, charts, texts): this project, Apache License 2.0.
"""


def readme(view: View, files: Mapping[str, str], base: str, missing: str | None = None) -> str:
    """The read-me of a bundle, as plain text.

    Args:
        view: What the files show.
        files: What each file is, by name.
        base: Address of the dashboard.
        missing: Why pictures are left out, if they are.
    """
    as_of = f"As reported up to {day(view.as_of)}. " if view.as_of else ""
    showing = f"{view.in_view:,} of {counted(view.totals.facts, 'fact')}"
    parts = [
        _heading("Afghanistan withdrawal: who claims what"),
        _wrapped(f"{as_of}Showing {showing}. Selected: {view.described or 'everything'}."),
        view.selection.link(base),
    ]
    if view.part:
        parts.append(_wrapped(_PART.format(view.part)))
    if files:
        width = max(map(len, files))
        listed = "\n".join(f"{name:<{width}}  {what}" for name, what in sorted(files.items()))
        parts += [_heading("Files"), listed]
    if missing:
        parts.append(_wrapped(f"Pictures are left out. {missing}"))
    if any(article.provisional for article in view.articles):
        parts.append(_wrapped(_SESSION))
    parts += [
        _heading("Tables"),
        _TABLES.rstrip(),
        _heading("Kinds of facts"),
        _kinds(view),
        _heading("Sources"),
        _sources(view),
        _heading("Licences and limits"),
        _LICENCES.rstrip(),
    ]
    return "\n\n".join(parts) + "\n"


def _kinds(view: View) -> str:
    # Files of charts hold what the chosen countries leave out, too.
    kinds = dict.fromkeys(fact.kind for fact in view.around)
    entries = [(kind, kind_entry(kind)) for kind in kinds]
    return "\n".join(
        _wrapped(f"{kind}: {entry.label}. {entry.definition}") for kind, entry in entries
    )


def _sources(view: View) -> str:
    cited = {fact.article_id for fact in view.around}
    lines = []
    for article in view.articles:
        if article.article_id not in cited:
            continue
        publisher = article.publisher or "unknown publisher"
        date = day(article.published) if article.published else "date unknown"
        told = [publisher + session_mark(article), titled(article), date]
        lines.append(_wrapped(f"{article.article_id}: {', '.join(told)}."))
        lines += [_wrapped(f"  {part}") for part in (article.url, article.licence) if part]
    return "\n".join(lines) or "None."


def _heading(text: str) -> str:
    return f"{text}\n{'=' * len(text)}"


def _wrapped(text: str) -> str:
    indent = "  " if text.startswith("  ") else ""
    return textwrap.fill(
        flat(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent or "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
