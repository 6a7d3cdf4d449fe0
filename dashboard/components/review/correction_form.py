"""The form that corrects a fact: kind, days, amount, who is counted, places, claimant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from dashboard.components.browser.in_sight import bring_into_sight
from dashboard.components.browser.unfinished_dates import date_field
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import refusals, refuse
from dashboard.components.review.amount_fields import amount_fields, checked_amount, kind_field
from dashboard.components.review.claimant_fields import claimant_fields
from dashboard.components.review.counted_fields import counted_fields
from dashboard.components.review.party_names import refuse_long
from dashboard.components.review.place_fields import place_fields
from dashboard.components.session.drafts import Draft, discard, is_unsaved
from dashboard.words.facts import day
from data.errors import InputError
from data.fact import Fact

EARLIEST: Final = dt.date(1000, 1, 1)
LATEST: Final = dt.date(2999, 12, 31)
"""Days that something can be told of. A day beyond them is a slip of the keyboard."""

_END: Final = "correction-end"


def correction_form(
    fact: Fact,
    *,
    save: Callable[[Mapping[str, Any], str], None],
    reject: Callable[[], None],
    restore: Callable[[], None] | None,
) -> None:
    """Draw the form, filled with what the fact says now, or what was typed and not saved.

    Args:
        fact: The fact.
        save: Takes the fields of the fact as they were entered, and where to say what stands in
            the way of saving them.
        reject: Leaves the fact out.
        restore: Makes the fact what the rule read; None where it is that.
    """
    draft = Draft(fact.fact_id)
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, gap="small"):  # or the buttons would be out of sight
            kind = kind_field(fact, draft)
            start, end = _days(fact, draft)
        numbers = amount_fields(fact, draft, kind) if fact.has_number else None
        counted = counted_fields(fact, draft)
        places = place_fields(fact, draft, numbers[1] if numbers else None)
        claimant = claimant_fields(fact, draft)
        with st.container(key=_END):
            # Above the buttons: below them it would be out of sight.
            refused = st.container()
            submitted = _buttons(fact.fact_id, draft.key, reject, restore)
    if not submitted:
        return
    try:
        amount = checked_amount(fact, kind, *numbers) if numbers else {}
        days = _checked_days(fact, start or end, end or start)
        refuse_long(fact, {**counted, **claimant})
    except InputError as error:
        refuse([error], draft.key)
    else:
        save({"kind": kind, **amount, **counted, **places, **days, **claimant}, draft.key)
    with refused:
        if refusals(draft.key, one="The correction was not saved."):
            bring_into_sight(_END)  # with the buttons that it has pushed away


def _checked_days(fact: Fact, start: dt.date | None, end: dt.date | None) -> dict[str, Any]:
    for where, entered, now in (
        ("the first day", start, fact.when_start),
        ("the last day", end, fact.when_end),
    ):
        if entered and entered != now and not EARLIEST <= entered <= LATEST:
            said = f"is in the year {entered.year}"
            raise InputError(where, said, f"Give one of {EARLIEST.year} to {LATEST.year}.")
    if start and end and start > end:
        said = f"is after the last: {day(start)}, {day(end)}"
        raise InputError("the first day", said, "Give the earlier day first.")
    return {"when_start": start, "when_end": end}


def _buttons(
    fact_id: str, key: str, reject: Callable[[], None], restore: Callable[[], None] | None
) -> bool:
    """What can be done with the fact; whether it is to be saved as entered."""
    unsaved = is_unsaved(fact_id)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        submitted = st.button(
            "Save the correction", key=f"{key}-save", icon=":material/save:", type="primary"
        )
        st.button(
            "Reject",
            key=f"{key}-reject",
            icon=":material/block:",
            on_click=reject,
            shortcut=None if is_narrow() else "X",
            help="Leave this fact out everywhere; “Undo” and the list of rejected facts bring it "
            "back",
        )
        if restore:
            st.button(
                "As the rule read it",
                key=f"{key}-restore",
                icon=":material/history:",
                type="tertiary",
                on_click=restore,
            )
        if unsaved:
            st.button(
                "Discard changes",
                key=f"{key}-discard",
                icon=":material/close:",
                type="tertiary",
                on_click=discard,
                args=(fact_id,),
                help="What was changed here is not saved",
            )
    return submitted


def _days(fact: Fact, draft: Draft) -> tuple[dt.date | None, dt.date | None]:
    start, end = (
        date_field(words, width=150, **draft.field(words, now))
        for words, now in (("First day", fact.when_start), ("Last day", fact.when_end))
    )
    return (
        start if isinstance(start, dt.date) else None,
        end if isinstance(end, dt.date) else None,
    )
