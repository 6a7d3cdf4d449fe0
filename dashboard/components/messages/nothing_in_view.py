"""Why no fact is in view: nothing known by the day, of a country, or under all filters at once."""

from __future__ import annotations

from dashboard.components.messages.messages import nothing
from dashboard.components.session.bound_selection import current
from dashboard.components.session.corpus import corpus
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.facts import day
from dashboard.words.names import either, label


def nothing_in_view(*, of_article: bool = False) -> None:
    """Say why no fact is in view, and what would bring some.

    Args:
        of_article: Whether only the facts of one article are looked at.
    """
    selection = current()
    if selection.filters:
        nothing(_title(selection, of_article=of_article), _hint(selection), "filter_alt_off")
    elif selection.day and not of_article and corpus().facts:
        nothing(
            f"Nothing published up to {day(selection.day)}",
            "Choose a later day on the scale under the title.",
            "event_busy",
        )
    else:
        nothing(
            "No fact found", "The rules found none. The text may still hold some.", "search_off"
        )


def _title(selection: Selection, *, of_article: bool) -> str:
    fact = "No fact of this article" if of_article else "No fact"
    place = either([label(code) for code in selection.countries])
    if not place:
        return f"{fact} passes {'all filters' if len(selection.filters) > 1 else 'the filter'}"
    if len(selection.filters) > 1 and (of_article or _known(selection)):
        return f"{fact} about {place} passes the other filters"
    published = f" published up to {day(selection.day)}" if selection.day else ""
    return f"{fact}{'' if of_article else published} concerns {place}"


def _hint(selection: Selection) -> str:
    if len(selection.filters) > 1:
        return "Take one of the filters away, or clear the selection."
    others = ["another country"] if selection.countries else []
    others += ["a later day"] if selection.day else []
    return f"Choose {either(others) or 'something else'}, or clear the selection."


def _known(selection: Selection) -> bool:
    """Whether any fact known by the day concerns a selected country, whatever else is filtered."""
    totals = View.of(corpus(), Selection(day=selection.day)).totals
    return any(totals.concerning(code) for code in selection.countries)
