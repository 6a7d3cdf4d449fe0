"""The form that corrects a fact: kind, days, amount, who is counted, places, claimant."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from dashboard.adding.amounts import QUALIFIERS, Amount
from dashboard.components.browser.in_sight import bring_into_sight
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import refusals, refuse
from dashboard.components.review.claimant_fields import claimant_fields
from dashboard.components.review.counted_fields import counted_fields
from dashboard.words.facts import day
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from data import lexicon
from data.errors import InputError
from data.fact import Fact, Qualifier
from data.place_codes import listed_places
from geo.gazetteer import border_codes

EARLIEST: Final = dt.date(1000, 1, 1)
LATEST: Final = dt.date(2999, 12, 31)
_END: Final = "correction-end"
_WORDS: Final[Mapping[Qualifier, str]] = {
    "exact": "exactly",
    "over": "over",
    "at_least": "at least",
    "under": "under",
    "up_to": "at most",
    "about": "about",
    "range": "from … to",
    "vague": "vague, at least",
}


def correction_form(
    fact: Fact,
    key: str,
    *,
    save: Callable[[Mapping[str, Any], str], None],
    reject: Callable[[], None],
    restore: Callable[[], None] | None,
) -> None:
    """Draw the form, filled with what the fact says now.

    Args:
        fact: The fact.
        key: Of the form; its fields start anew with another.
        save: Takes the fields of the fact as they were entered, and where to say what stands in
            the way of saving them.
        reject: Leaves the fact out.
        restore: Makes the fact what the rule read; None where it is that.
    """
    form = st.form(f"correct-{key}", border=False, enter_to_submit=not is_narrow())
    with form, st.container(gap="xsmall"):
        with st.container(horizontal=True, gap="small"):  # or the buttons would be out of sight
            kind = _kind(fact, key)
            start, end = _days(fact, key)
        numbers = _amount(fact, key) if fact.has_number else None
        counted = counted_fields(fact, key)
        places = _places(fact, key)
        claimant = claimant_fields(fact, key)
        with st.container(key=_END):
            # Above the buttons: below them it would be out of sight.
            refused = st.container()
            submitted = _buttons(key, reject, restore)
    if not submitted:
        return
    try:
        amount = _checked_amount(fact, kind, *numbers) if numbers else {}
        days = _checked_days(start or end, end or start)
    except InputError as error:
        refuse([error], key)
    else:
        save({"kind": kind, **amount, **counted, **places, **days, **claimant}, key)
    with refused:
        if refusals(key, one="The correction was not saved."):
            bring_into_sight(_END)  # with the buttons that it has pushed away


def _checked_amount(fact: Fact, kind: str, amount: Amount, unit: str | None) -> dict[str, Any]:
    """The fields of an amount as entered; one that is as the fact has it is not asked about.

    Raises:
        InputError: If it is none.
    """
    now = Amount.of(fact)
    if (amount, unit, kind) != (now, fact.unit, fact.kind):
        amount.check(unit, share=unit == kind_entry(kind).unit == "percent")
    same = {name: getattr(fact, name) for name in now.fields}
    return {**(same if amount == now else amount.fields), "unit": unit}


def _checked_days(start: dt.date | None, end: dt.date | None) -> dict[str, Any]:
    if start and end and start > end:
        said = f"is after the last: {day(start)}, {day(end)}"
        raise InputError("the first day", said, "Give the earlier day first.")
    return {"when_start": start, "when_end": end}


def _buttons(key: str, reject: Callable[[], None], restore: Callable[[], None] | None) -> bool:
    """What can be done with the fact; whether it is to be saved as entered."""
    with st.container(horizontal=True, gap="small"):
        submitted = st.form_submit_button(
            "Save the correction", key=f"{key}-save", icon=":material/save:", type="primary"
        )
        st.form_submit_button(
            "Reject",
            key=f"{key}-reject",
            icon=":material/block:",
            on_click=reject,
            shortcut=None if is_narrow() else "X",
            help="Leave this fact out everywhere; “Undo” and the list of rejected facts bring it "
            "back",
        )
        if restore:
            st.form_submit_button(
                "As the rule read it",
                key=f"{key}-restore",
                icon=":material/history:",
                type="tertiary",
                on_click=restore,
            )
    return submitted


def _kind(fact: Fact, key: str) -> str:
    return st.selectbox(
        "Kind",
        _kinds(fact),
        _kinds(fact).index(fact.kind),
        key=f"{key}-kind",
        format_func=lambda name: kind_entry(name).label,
        width=200,
    )


def _kinds(fact: Fact) -> list[str]:
    """Kinds that a fact can be of: a number stays one."""
    alike = [name for name, kind in lexicon.kinds().items() if kind.number == fact.has_number]
    return alike if fact.kind in alike else [fact.kind, *alike]


def _amount(fact: Fact, key: str) -> tuple[Amount, str | None]:
    now = Amount.of(fact)
    options: list[Qualifier | None] = list(QUALIFIERS)
    if now.qualifier is None:
        options.insert(0, None)
    with st.container(horizontal=True, gap="small"):
        qualifier = st.selectbox(
            "Bound",
            options,
            options.index(now.qualifier),
            key=f"{key}-qualifier",
            format_func=lambda name: _WORDS[name] if name else "none",
            width=115,
        )
        number = st.number_input(
            "Number", value=now.number, step=1.0, format="%g", key=f"{key}-number", width=130
        )
        to = st.number_input(
            "Upper end", value=now.to, step=1.0, format="%g", key=f"{key}-to", width=130,
            help="Of a range only.",
        )  # fmt: skip
        units = _units(fact)
        unit = st.selectbox("Unit", units, units.index(fact.unit), key=f"{key}-unit", width=105)
    return Amount(qualifier, number, to), unit


def _units(fact: Fact) -> list[str | None]:
    known: list[str | None] = ["people", "percent", "count", "km", "mi"]
    money = lexicon.numbers().currencies
    shared = [code for currency in money.shared for code in currency.codes.values()]
    known += sorted({*money.before.values(), *money.behind.values(), *shared})
    return known if fact.unit in known else [fact.unit, *known]


@functools.cache
def _all_places() -> tuple[str, ...]:
    return tuple(sorted({*listed_places(), *border_codes()}, key=lambda code: (label(code), code)))


@functools.cache
def _place_labels() -> Mapping[str, str]:
    """Words for every place: its name, and what it is where a town and its province share one.

    A list sends back the words that it shows, and has five hundred places: it is sent three times
    with every fact.
    """
    bearers = Counter(map(label, _all_places()))

    def words(code: str) -> str:
        if bearers[label(code)] == 1:
            return label(code)
        return f"{label(code)} ({'town' if '/' in code else 'province'})"

    return {code: words(code) for code in _all_places()}


def _place_label(code: str) -> str:
    """A place as it is listed; one that no list has by its code as well."""
    return _place_labels().get(code) or f"{label(code)} ({code})"


def _places(fact: Fact, key: str) -> dict[str, Any]:
    named = {*fact.places, fact.origin, fact.destination, fact.of} - {None, *_all_places()}
    options = [*_all_places(), *sorted(code for code in named if code)]
    places = st.multiselect(
        "Where",
        options,
        list(fact.places),
        key=f"{key}-places",
        format_func=_place_label,
        placeholder="No place",
        select_all=False,
    )
    moved = {"origin": "Moved from", "destination": "Moved to"}
    ends = {"of": "Share of"} if fact.unit == "percent" else moved
    chosen: dict[str, Any] = {"places": tuple(places)}
    with st.container(horizontal=True, gap="small"):
        for name, words in ends.items():
            now = getattr(fact, name)
            chosen[name] = st.selectbox(
                words,
                options,
                options.index(now) if now else None,
                key=f"{key}-{name}",
                format_func=_place_label,
                placeholder="Nothing named",
                width=240,
            )
    return chosen


def _days(fact: Fact, key: str) -> tuple[dt.date | None, dt.date | None]:
    start, end = (
        st.date_input(
            words,
            now,
            min_value=min(EARLIEST, now or EARLIEST),
            max_value=max(LATEST, now or LATEST),
            key=f"{key}-{words}",
            format="YYYY-MM-DD",
            width=150,
        )
        for words, now in (("First day", fact.when_start), ("Last day", fact.when_end))
    )
    return (
        start if isinstance(start, dt.date) else None,
        end if isinstance(end, dt.date) else None,
    )
