"""The selection of this session, bound to the URL.

The :class:`~dashboard.selecting.selection.Selection` is the truth. A click on a chart, a card, a
row or a mark only asks for a change, through :func:`choose_fact` or :func:`choose_place`. Widgets
that keep a selection of their own would contradict the truth after a change made elsewhere;
:func:`input_key` gives them a new identity then, and with it a clean state.

The URL is read and written through ``st.query_params``, which adds an entry to the browser's
history for each change. Streamlit's binding of single widgets (``bind="query-params"``) replaces
the entry instead, so that going back would skip choices, and it knows no clicks on charts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.charts.catalogue import CHARTS, charts_on, drawn_by
from dashboard.components.session.corpus import corpus, known, look, show
from dashboard.links import selectable
from dashboard.selecting.concerns import in_view
from dashboard.selecting.selection import PARAMETERS, RENAMED, Selection
from dashboard.view import View
from data.claims.tellings import best_first

_SELECTION: Final = "selection"
_PAGE: Final = "page"
_CLICKED: Final = "fact-clicked"
_MARKED: Final = "facts-of-mark"
_CHART: Final = "chosen-on-chart"
_LED: Final = "led-to-words"
_CARRIED: Final = "carried-over"
_GENERATIONS: Final = "input-generations"
_PLAYED: Final = "played-day"
_DRAWN: Final = "choices-drawn"


def begin(page: str) -> tuple[str, ...]:
    """Take the selection from the URL, or carry it over to another page.

    Call once a run, before anything is drawn. Navigation empties the query string, so a page
    entered by it without parameters gets those of the session. They are not written to the URL
    here, which would add a second entry to the browser's history: see
    :func:`dashboard.components.browser.address_bar.address_bar`. Going back to a page without
    parameters shows it without them.

    Args:
        page: Which page is about to run.

    Returns:
        What the URL asks for that does not exist; see :meth:`Selection.from_query`.
    """
    look()
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    earlier = st.session_state.get(_PAGE)
    st.session_state[_PAGE] = page
    if earlier != page:
        st.session_state[_CLICKED] = False
        st.session_state.pop(_CHART, None)
        st.session_state.pop(_PLAYED, None)  # whoever leaves a page that plays has stopped it
    if _carries(entered=earlier not in (None, page), query=query):
        query = {name: [value] for name, value in _brought_to(page).to_query().items()}
        st.session_state[_CARRIED] = bool(query)
    else:
        st.session_state[_CARRIED] = False
    selection, dropped = Selection.from_query(query, selectable(known()))
    if (played := st.session_state.get(_PLAYED)) is not None:
        selection = dataclasses.replace(selection, day=played)
    if not _same_choice(selection, current()):
        _renew_inputs()
    st.session_state[_SELECTION] = selection
    _remember_drawn(page, selection)
    show(selection)
    return dropped


def _brought_to(page: str) -> Selection:
    """What is selected, as it comes along to another page: with the choices that its charts draw.

    What only charts of other pages draw stays behind, out of sight and out of the address, and is
    there again where they are.
    """
    drawn: Mapping[str, str | None] = st.session_state.get(_DRAWN, {})
    there: dict[str, Any] = {
        name: getattr(current(), name) or choice for name, choice in drawn.items()
    }
    return drawn_by(dataclasses.replace(current(), **there), charts_on(page))


def _remember_drawn(page: str, selection: Selection) -> None:
    """Remember the choices that the charts of a page draw: a layer, a measure."""
    drawn: dict[str, str | None] = st.session_state.setdefault(_DRAWN, {})
    for chart in charts_on(page):
        if chart.choice:
            drawn[chart.choice] = getattr(selection, chart.choice)


def _carries(*, entered: bool, query: Mapping[str, Sequence[str]]) -> bool:
    """Whether the URL says nothing because the reader has come from another page.

    The browser may ask for another run before it has written the selection to the address.
    """
    context = get_script_run_ctx()
    if query.keys() & {*PARAMETERS, *RENAMED} or (context and context.is_history_navigation):
        return False
    return entered or carried_over()


def carried_over() -> bool:
    """Whether what is selected comes from another page and is not in the URL yet."""
    return bool(st.session_state.get(_CARRIED))


def current_page() -> str:
    """Path of the page that runs, empty for the first."""
    return str(st.session_state.get(_PAGE) or "")


def current() -> Selection:
    """What is selected now."""
    selection: Selection = st.session_state.get(_SELECTION, Selection())
    return selection


def store(selection: Selection, source: str | None = None) -> None:
    """Make a selection the current one and write it to the URL.

    Args:
        selection: The new selection.
        source: Name of the input it came from, which already shows it.
    """
    selection = _with_measure_in_sight(selection)
    if not _same_choice(selection, current()):
        _renew_inputs(but=source)
    st.session_state[_SELECTION] = selection
    _remember_drawn(current_page(), selection)
    st.session_state[_CARRIED] = False
    st.session_state.pop(_PLAYED, None)
    if st.query_params.to_dict() != selection.to_query():
        st.query_params.from_dict(selection.to_query())


def _with_measure_in_sight(selection: Selection) -> Selection:
    """A page that shows the measure of the chosen fact stays at it when that is let go of."""
    before = current()
    draws = any(chart.choice == "measure" for chart in charts_on(current_page()))
    if not draws or selection.measure or before.measure or selection.fact == before.fact:
        return selection
    shown = View.of(corpus(), before).measure
    stays = View.of(corpus(), selection).measure == shown
    return selection if stays else dataclasses.replace(selection, measure=shown.id)


def choose_fact(fact_id: str, source: str | None = None) -> None:
    """Choose a fact, or let go of it. A filter that would hide it is let go of, too."""
    st.session_state[_CLICKED] = True
    st.session_state[_CHART] = source if source in CHARTS else None
    st.session_state.pop(_MARKED, None)
    selection = current().toggle_fact(fact_id)
    fact = corpus().fact(fact_id)
    if selection.fact and fact and not in_view(fact, selection, corpus().articles):
        selection = dataclasses.replace(
            selection.without_filters(), fact=fact_id, chart=selection.chart
        )
    store(selection, source)


def choose_among(fact_ids: Sequence[str], source: str | None = None) -> None:
    """Choose the next of facts that share a mark, the best telling first; then let go."""
    known = [fact for name in fact_ids if (fact := corpus().fact(name))]
    ids = [fact.fact_id for fact in best_first(known)]
    if not ids:
        return
    chosen = current().fact
    later = ids[ids.index(chosen) + 1 :] if chosen in ids else ids
    choose_within(later[0] if later else ids[-1], ids, source)


def choose_within(fact_id: str, ids: Sequence[str], source: str | None = None) -> None:
    """Choose one of facts that share a mark, or let go of it, and remember the others."""
    choose_fact(fact_id, source)
    st.session_state[_MARKED] = tuple(ids)


def marked_together() -> tuple[str, ...]:
    """Ids of the facts of the mark on which the chosen fact was clicked; none if it is alone."""
    ids: tuple[str, ...] = st.session_state.get(_MARKED, ())
    return ids if len(ids) > 1 and current().fact in ids else ()


def choose_place(code: str, source: str | None = None) -> None:
    """Choose a place, or let go of it."""
    store(current().toggle_place(code), source)


def choose_day(day: dt.date | None, *, playing: bool = False) -> None:
    """Choose the day everything is as of; None for the latest.

    Args:
        day: The day.
        playing: Whether the next day follows at once. The address waits until the play ends, or
            the browser's history would have an entry for every day.
    """
    selection = dataclasses.replace(current(), day=day)
    if playing:
        st.session_state[_PLAYED] = day
        st.session_state[_SELECTION] = selection
    else:
        st.session_state.pop(_PLAYED, None)
        store(selection)


def clicked_here() -> bool:
    """Whether a fact was chosen by a click on this page, and not by opening a link."""
    return bool(st.session_state.get(_CLICKED))


def chosen_on_chart() -> str | None:
    """Name of the chart on which the chosen fact was chosen; None for anywhere else.

    Its readers stay where they are: what they clicked must not scroll away under their eyes.
    """
    on: str | None = st.session_state.get(_CHART)
    return on if current().fact else None


def lead_to_words() -> None:
    """Have the browser scroll to the words of the chosen fact."""
    st.session_state[_LED] = led_to_words() + 1


def led_to_words() -> int:
    """How often in this session somebody asked to be led to the words of what they had chosen."""
    times: int = st.session_state.get(_LED, 0)
    return times


def clear() -> None:
    """Let go of every filter and of the chosen fact.

    The day stays, and of layer and measure what the page draws: where it is not in sight, nobody
    would look for it in a link.
    """
    store(drawn_by(current().without_filters(), charts_on(current_page())))


def without(**defaults: Any) -> None:
    """Let go of some fields: ``without(countries=())``."""
    store(dataclasses.replace(current(), **defaults))


def input_key(name: str) -> str:
    """Key of a widget with a selection of its own; changes when the truth has moved on."""
    generations: dict[str, int] = st.session_state.setdefault(_GENERATIONS, {})
    return f"{name}-{generations.setdefault(name, 0)}"


def _same_choice(one: Selection, other: Selection) -> bool:
    """Whether two selections differ in their day at most, which no input shows: charts stay."""
    return dataclasses.replace(one, day=None) == dataclasses.replace(other, day=None)


def _renew_inputs(but: str | None = None) -> None:
    generations: dict[str, int] = st.session_state.setdefault(_GENERATIONS, {})
    for name in generations:
        if name != but:
            generations[name] += 1
