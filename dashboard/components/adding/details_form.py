"""What an article is: fields for its title, publisher, address and publication date."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import Final, Literal

import streamlit as st

from dashboard.adding.details import GIVEN, Details, is_name
from dashboard.adding.publication_day import SaidDay
from dashboard.components.browser.unfinished_dates import date_field
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import refusals
from dashboard.words.facts import day
from dashboard.words.plain_text import escape, excerpt
from data.article import Article

_UNDATED: Final = (
    ":orange-badge[:material/event_busy: No publication date] Without one, “on Thursday” or “last "
    "week” stays undated. Dates that the text gives in full are read."
)


def details_form(
    key: str, article: Article, submit: str, *, said: SaidDay | None = None
) -> Details | None:
    """Draw the fields as a form, filled with what is known.

    Args:
        key: Of the form; its fields start anew with another.
        article: What is known.
        submit: Words on the button.
        said: A publication date to offer where none is known.

    Returns:
        What was entered, once it is submitted; to be checked with :meth:`Details.described`. What
        is then refused at this key is said above the button.
    """
    with st.form(key, border=False, enter_to_submit=not is_narrow()):
        details_fields(key, article, Details.of(article), said=said, in_form=True)
        refusals(key, one="This could not be saved.")
        submitted = st.form_submit_button(
            submit, key=f"{key}-submit", type="primary", icon=":material/fact_check:"
        )
    return entered(key, said, Details.of(article)) if submitted else None


def details_fields(
    key: str,
    article: Article,
    details: Details,
    *,
    said: SaidDay | None = None,
    in_form: bool = False,
) -> None:
    """Draw the fields, filled with what is known. Read them with :func:`entered`.

    Outside a form a field that is left is sent at once, and stays in the session while its visitor
    looks at other pages. No fragment: a tap on a button outside of one that ends the typing would
    be lost, since the browser sends both as one and says that only the fragment is to run.

    Args:
        key: What their keys begin with; they start anew with another.
        article: The article as it is known.
        details: What was said about it since.
        said: A publication date to offer where none is known.
        in_form: Whether they stand in a form, which is sent as a whole.
    """
    _fill(key, details)
    stays: Literal["session"] | None = None if in_form else "session"
    text = functools.partial(st.text_input, persist_state=stays)
    text("Title", key=f"{key}-title")
    with st.container(horizontal=True, gap="small"):
        publisher = text(
            "Publisher",
            key=f"{key}-publisher",
            placeholder="Who published it",
            width=320,
        )
        published = date_field(
            "Publication date", key=f"{key}-published", width=200, persist_state=stays
        )
    text("Address (URL)", key=f"{key}-url", placeholder="https://")
    if published:
        given = entered(key, said, details).confirmed or GIVEN
        basis = article.published_basis if published == article.published else given
        st.caption(escape(f"How the date is known: {basis or 'not said'}"))
    else:
        st.markdown(f":small[{_UNDATED}]")
        if said:
            _offer_day(said, key, in_form=in_form)
    clues = article.clues
    if clues and clues.publisher and not is_name(publisher):
        _offer_publisher(clues.publisher, clues.publisher_words, key, in_form=in_form)


def _fill(key: str, details: Details) -> None:
    """Fill fields that are new: what stands in the others is what was entered."""
    known = details.published
    values: dict[str, object] = {
        "title": details.title,
        "publisher": details.publisher,
        "url": details.url,
        "published": known,
    }
    if details.confirmed:
        values["confirmed"] = known
    for name, value in values.items():
        st.session_state.setdefault(f"{key}-{name}", value)


def forget(key: str) -> None:
    """Let go of what was entered at a key."""
    for name in ("title", "publisher", "url", "published", "confirmed"):
        st.session_state.pop(f"{key}-{name}", None)


def entered(key: str, said: SaidDay | None, details: Details) -> Details:
    """What stands in the fields of a key, whether they are in sight or not.

    Args:
        key: As of :func:`details_fields`.
        said: The publication date that was offered: whoever took it has confirmed what was read.
        details: What stands in fields that were never drawn.
    """
    state = st.session_state
    if f"{key}-title" not in state:
        return details
    published = state.get(f"{key}-published")
    taken = published and published == state.get(f"{key}-confirmed")
    return Details(
        state.get(f"{key}-title") or "",
        state.get(f"{key}-publisher") or "",
        state.get(f"{key}-url") or "",
        published if isinstance(published, dt.date) else None,
        said.basis if said and taken else None,
    )


def _offer_day(said: SaidDay, key: str, *, in_form: bool) -> None:
    """Offer the date that the text gives; whoever reads it knows better and has to say so."""
    if said.other:
        doubt = "The figures can be read in two ways. "
    else:
        doubt = "The year is assumed. " if said.year_assumed else ""
    days = {day(each): each for each in (said.day, said.other) if each}
    read = f"Read from the text: “{excerpt(said.words, 80)}”. {doubt}Not used unless you say so."

    def take(value: object) -> None:
        st.session_state[f"{key}-published"] = st.session_state[f"{key}-confirmed"] = value

    _offer(f"{key}-published", days, ":material/event:", read, take, in_form=in_form)


def _offer_publisher(name: str, words: str, key: str, *, in_form: bool) -> None:
    """Offer the publisher that the source hints at."""
    read = f"Read from {excerpt(words, 120)}. Not used unless you say so."

    def take(value: object) -> None:
        st.session_state[f"{key}-publisher"] = value

    names = {excerpt(name, 60): name}
    _offer(f"{key}-publisher", names, ":material/newspaper:", read, take, in_form=in_form)


def _offer(
    key: str,
    values: Mapping[str, object],
    icon: str,
    read: str,
    take: Callable[[object], None],
    *,
    in_form: bool,
) -> None:
    """Offer values for a field, by what they are called, and say where they were read."""
    button = st.form_submit_button if in_form else st.button
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"{key}-said"):
        for number, (name, value) in enumerate(values.items()):
            button(
                f"Use {escape(name)}",
                key=f"{key}-take{number or ''}",
                icon=icon,
                on_click=take,
                args=(value,),
            )
        st.caption(escape(read), width="content")
