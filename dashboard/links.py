"""What a link asks for: the view that its query string means."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.charts.catalogue import CHARTS, LAYERS
from dashboard.selecting.selectable import Selectable
from dashboard.selecting.selection import Selection, parse_query
from dashboard.view import View

if TYPE_CHECKING:
    from dashboard.holdings import Holdings


def view_of(holdings: Holdings, query_string: str) -> tuple[View, tuple[str, ...]]:
    """The view a query string asks for, and what of it does not exist.

    Args:
        holdings: Everything there is to select from.
        query_string: With or without its question mark; anything at all may be in it.

    Returns:
        See :meth:`dashboard.selecting.selection.Selection.from_query`.
    """
    query = parse_query(query_string)
    selection, dropped = Selection.from_query(query, selectable(holdings.known))
    return View.of(holdings.corpus(selection), selection), dropped


def selectable(known: Selectable) -> Selectable:
    """What exists, with the layers and the charts that there are."""
    layers = tuple(LAYERS)
    return dataclasses.replace(known, layers=layers, charts=CHARTS)
