"""The form that says what an article is: title, publisher, address, publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.article_details import Details
from dashboard.plain_text import escape
from data.intake.fields import LONGEST

EARLIEST: Final = dt.date(1900, 1, 1)
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
    discard: Callable[[], None] | None = None,
) -> Details | None:
    """Draw the form, filled with what is known.

    Args:
        key: Of the form; its fields start anew with another.
        details: What is known.
        submit: Words on the button.
        basis: How the publication date is known.
        discard: What a second button does; None for no such button.

    Returns:
        What was entered, once it is submitted; to be checked with :meth:`Details.described`.
    """
    known = details.published
    dated = known is not None and EARLIEST <= known <= LATEST
    with st.form(key, border=False):
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
        else:
            st.markdown(f":small[{_UNDATED}]")
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
