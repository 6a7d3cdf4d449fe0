"""One measure, all claims on it: over time, who agrees with whom on a day, and the words."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.claims.over_time import unconcerned
from dashboard.charts.claims.story import measure_story
from dashboard.charts.parts.highlight import Highlight
from dashboard.components.browser.address_bar import address_bar
from dashboard.components.browser.addresses import link_here
from dashboard.components.browser.window_width import ask_window_width, is_narrow, window_width
from dashboard.components.charts.on_page import chart_on_page
from dashboard.components.evidence.panel import evidence_panel
from dashboard.components.messages.messages import nothing, part_shown
from dashboard.components.selecting.as_of import as_of
from dashboard.components.selecting.filters import filter_menu
from dashboard.components.selecting.selection_bar import page_header, page_tools, selection_bar
from dashboard.components.session.bound_selection import current, store
from dashboard.components.session.corpus import corpus
from dashboard.components.tables.claim_table import claim_table
from dashboard.components.tables.standing_claims import standing_claims
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.view import View
from dashboard.words.plain_text import escape
from data import lexicon

if TYPE_CHECKING:
    from dashboard.charts.claims.story import MeasureStory
    from data.fact import Fact

_MEASURE: Final = "measure-choice"
_ROOMY: Final = 900
"""Pixels of the window from which all measures are in sight."""

_FIRST: Final = "The first that stands"


def claims_page(view: View) -> None:
    """Draw the page."""
    with page_header(view):
        st.title("Claims over time", anchor=False, width="content")
        ask_window_width()
        selection_bar(view)
        with page_tools():
            filter_menu(view)
            copy_link(link_here(), key="view-link", of="what this page shows")
    as_of(view)
    part_shown(view)
    measure_choice(view)
    with st.container(border=True):
        st.caption(escape(view.measure.about))
        chart_on_page("claims", view)
    story = measure_story(view)
    if not story.claims:
        _nothing_on_this(view)
        return
    left, right = st.columns([5, 4], gap="xsmall")
    with left.container(border=True):
        standing_claims(
            story.standing,
            story.day or story.last,
            story.wholes,
            view.corpus.articles,
            in_part=view.part is not None,
        )
    with right.container(border=True, height="stretch", key="evidence"):
        first, note = _shown_first(story, view.selection.countries)
        evidence_panel(view.facts, first, note, of=view.in_view)
    # Beside the words, which a row changes; on a phone they come first.
    with st.container() if is_narrow() else left:
        st.markdown("### All claims on this", anchors=False)
        claim_table(story.claims, story.standing, story.wholes, view.corpus.articles)


def _nothing_on_this(view: View) -> None:
    if view.selection.filters:
        nothing(
            "No claim on this passes the filters",
            "Take a filter away, or choose another measure.",
            "filter_alt_off",
        )
    else:
        nothing("No claim on this yet", "Choose a later day or another measure.", "search_off")


def _shown_first(story: MeasureStory, countries: tuple[str, ...]) -> tuple[Fact, str]:
    """The fact whose evidence is shown before one is chosen, and why.

    It concerns the chosen countries, if any claim does.
    """
    stood = story.standing
    as_listed = tuple(itertools.chain.from_iterable(stood.camps))
    standing = as_listed or story.claims[-1:]
    if nothing_concerned := unconcerned(story, countries):
        shown = "the first given last" if stood.lapsed else "the first that stands"
        return standing[0].fact, f"{escape(nothing_concerned)}. Shown is {shown}."
    chosen = Highlight(countries)
    for claim in standing:
        if not countries or chosen.lights_facts(claim.facts):
            first = "None stands any more: the first given last" if stood.lapsed else _FIRST
            return claim.fact, f"{first}. Choose any to see its words."
    latest = next(claim for claim in reversed(story.claims) if chosen.lights_facts(claim.facts))
    return latest.fact, "The latest on what is selected; it does not stand any more."


def measure_choice(view: View) -> None:
    """The measures to choose from, each with how many claims are known by the day."""
    counts = Counter(claim.measure.id for claim in view.claims_around if claim.measure)
    measures = lexicon.measures()
    st.session_state[_MEASURE] = view.measure.id

    def named(measure: str) -> str:
        return f"{measures[measure].label} ({counts[measure]})"

    if window_width() >= _ROOMY:
        st.pills(
            "Measure",
            list(measures),
            key=_MEASURE,
            required=True,
            format_func=named,
            label_visibility="collapsed",
            on_change=_measure_changed,
        )
    else:
        st.selectbox(
            "Measure", list(measures), key=_MEASURE, format_func=named, on_change=_measure_changed
        )


def _measure_changed() -> None:
    chosen = st.session_state[_MEASURE]
    view = View.of(corpus(), current())
    # One that is first only while these filters last is named: it stays when they go. So is one
    # that is not the chosen fact's, which the page would open on.
    opened = View.of(corpus(), dataclasses.replace(current(), measure=None)).measure
    firsts = {opened.id, *(each.first_measure.id for each in (view, view.unfiltered))}
    store(dataclasses.replace(current(), measure=None if firsts == {chosen} else chosen))


address_bar()
claims_page(View.of(corpus(), current()))
