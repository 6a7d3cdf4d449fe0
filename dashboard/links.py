"""What a link asks for: the view that its query string means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.catalogue import CHARTS, LAYERS
from dashboard.concerns import what_exists
from dashboard.kept import kept
from dashboard.selection import Known, Selection, parse_query
from dashboard.view import View

if TYPE_CHECKING:
    from data.corpus import Corpus


def view_of(corpus: Corpus, query_string: str) -> tuple[View, tuple[str, ...]]:
    """The view a query string asks for, and what of it does not exist.

    Args:
        corpus: Everything there is to select from.
        query_string: With or without its question mark; anything at all may be in it.

    Returns:
        See :meth:`dashboard.selection.Selection.from_query`.
    """
    selection, dropped = Selection.from_query(parse_query(query_string), known_in(corpus))
    return View.of(corpus, selection), dropped


def known_in(corpus: Corpus) -> Known:
    """Everything that may be selected in a corpus."""
    return kept(
        corpus,
        "what may be selected",
        None,
        lambda: what_exists(
            corpus.facts.values(),
            corpus.articles,
            layers=(entry.id for entry in LAYERS),
            charts=CHARTS,
        ),
    )
