"""The form that says what an article is: title, publisher, address, publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from dashboard.article_details import GIVEN, Details, is_name
from dashboard.components.window_width import is_narrow
from dashboard.plain_text import escape, excerpt
from dashboard.publication_day import SaidDay
from dashboard.wording import day
from data.article import EARLIEST
from data.clues import Clues
from data.intake.fields import LONGEST

LATEST: Final = dt.date(2099, 12, 31)

_UNDATED: Final = (
    ":orange-badge[:material/event_busy: No publication date] Without one, “on Thursday” or “last "
    "week” stays undated. Dates that the text gives in full are read."
)


def details_form(
    key: str,
    details: Details,
    submit: str,
    *,
    basis: str | None = None,
    said: SaidDay | None = None,
    clues: Clues | None = None,
    discard: Callable[[], None] | None = None,
) -> Details | None:
    """Draw the form, filled with what is known.

    Args:
        key: Of the form; its fields start anew with another.
        details: What is known.
        submit: Words on the button.
        basis: How the publication date is known.
        said: A publication date to offer where none is known.
        clues: What the source hints at: a publisher to offer where none is known by name.
        discard: What a second button does; None for no such button.

    Returns:
        What was entered, once it is submitted; to be checked with :meth:`Details.described`.
    """
    known = details.published
    dated = known is not None and EARLIEST <= known <= LATEST
    with st.form(key, border=False, enter_to_submit=not is_narrow()):
        title = st.text_input("Title", details.title, max_chars=LONGEST, key=f"{key}-title")
        with st.container(horizontal=True, gap="small"):
            publisher = st.text_input(
                "Publisher",
                details.publisher,
                max_chars=LONGEST,
                key=f"{key}-publisher",
                placeholder="Who published it",
                width=320,
            )
            published = st.date_input(
                "Publication date",
                known if dated else None,
                min_value=EARLIEST,
                max_value=LATEST,
                key=f"{key}-published",
                format="YYYY-MM-DD",
                width=200,
            )
        url = st.text_input(
            "Address (URL)",
            details.url,
            max_chars=2_000,
            key=f"{key}-url",
            placeholder="https://",
        )
        if dated:
            st.caption(escape(f"How the date is known: {basis or 'not said'}"))
        elif published:
            st.caption(escape(f"How the date is known: {GIVEN}"))
        else:
            st.markdown(f":small[{_UNDATED}]")
            if said:
                _offer_day(said, f"{key}-published")
        if clues and clues.publisher and not is_name(publisher):
            _offer_publisher(clues.publisher, clues.publisher_words, f"{key}-publisher")
        with st.container(horizontal=True, gap="small"):
            submitted = st.form_submit_button(
                submit, key=f"{key}-submit", type="primary", icon=":material/fact_check:"
            )
            if discard:
                st.form_submit_button(
                    "Discard",
                    key=f"{key}-discard",
                    type="tertiary",
                    icon=":material/close:",
                    on_click=discard,
                )
    if not submitted:
        return None
    return Details(
        title or "",
        publisher or "",
        url or "",
        published if isinstance(published, dt.date) else None,
    )


def _offer_day(said: SaidDay, key: str) -> None:
    """Offer the date that the text gives; whoever reads it knows better and has to say so."""
    if said.other:
        doubt = "The figures can be read in two ways. "
    else:
        doubt = "The year is assumed. " if said.year_assumed else ""
    days = [each for each in (said.day, said.other) if each]
    _offer(
        key,
        {day(each): each for each in days},
        ":material/event:",
        f"Read from the text: “{excerpt(said.words, 80)}”. {doubt}Not used unless you say so.",
    )


def _offer_publisher(name: str, words: str, key: str) -> None:
    """Offer the publisher that the source hints at."""
    read = f"Read from {excerpt(words, 120)}. Not used unless you say so."
    _offer(key, {excerpt(name, 60): name}, ":material/newspaper:", read)


def _offer(key: str, values: Mapping[str, str | dt.date], icon: str, read: str) -> None:
    """Offer values for a field, by what they are called, and say where they were read."""

    def take(value: str | dt.date) -> None:
        st.session_state[key] = value

    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"{key}-said"):
        for number, (name, value) in enumerate(values.items()):
            st.form_submit_button(
                f"Use {escape(name)}",
                key=f"{key}-take{number or ''}",
                icon=icon,
                on_click=take,
                args=(value,),
            )
        st.caption(escape(read), width="content")
