"""The form that says what an article is: title, publisher, address, publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.article_details import GIVEN, Details
from dashboard.components.window_width import is_narrow
from dashboard.plain_text import escape, excerpt
from dashboard.publication_day import SaidDay
from dashboard.wording import day
from data.article import EARLIEST
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
    discard: Callable[[], None] | None = None,
) -> Details | None:
    """Draw the form, filled with what is known.

    Args:
        key: Of the form; its fields start anew with another.
        details: What is known.
        submit: Words on the button.
        basis: How the publication date is known.
        said: A publication date to offer where none is known.
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
                _offer(said, f"{key}-published")
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


def _offer(said: SaidDay, key: str) -> None:
    """Offer the date that the text gives; whoever reads it knows better and has to say so."""

    def take() -> None:
        st.session_state[key] = said.day

    doubt = "The year is assumed. " if said.year_assumed else ""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"{key}-said"):
        st.form_submit_button(
            f"Use {day(said.day)}", key=f"{key}-take", icon=":material/event:", on_click=take
        )
        read = (
            f"Read from the text: “{excerpt(said.words, 80)}”. {doubt}Not used unless you say so."
        )
        st.caption(escape(read), width="content")
