"""The fields that correct what kind a fact is of, and the amount that goes with the kind."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.adding.amounts import QUALIFIERS, Amount
from dashboard.components.session.drafts import Draft
from dashboard.words.kinds import kind_entry
from data import lexicon
from data.fact import Fact, Qualifier
from data.lexicon.kind import PLAIN_UNITS

_CURRENCY: Final = "USD"
"""In which a number is money that was none before."""

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


def kind_field(fact: Fact, draft: Draft) -> str:
    """Draw the field for the kind; with another kind goes its unit."""
    unit = f"{draft.key}-unit"

    def take_unit(how: Mapping[str, Any]) -> None:
        if fact.has_number:
            st.session_state[unit] = _unit_of(fact, st.session_state[how["key"]])

    how = draft.field("kind", fact.kind)
    kinds = _kinds(fact)
    chosen: str = st.selectbox(
        "Kind",
        kinds,
        format_func=lambda name: kind_entry(name).label,
        width=200,
        on_change=take_unit,
        args=(how,),
        **how,
    )
    return chosen


def amount_fields(fact: Fact, draft: Draft, kind: str) -> tuple[Amount, str | None]:
    """Draw the fields; gives the amount as entered, and its unit.

    Args:
        fact: The fact, which has a number.
        draft: Its form.
        kind: The kind as it was entered: each comes in some units only.
    """
    now = Amount.of(fact)
    options: list[Qualifier | None] = list(QUALIFIERS)
    if now.qualifier is None:
        options.insert(0, None)
    number = functools.partial(st.number_input, step=1.0, format="%g", width=130, value=None)
    with st.container(horizontal=True, gap="small"):
        qualifier = st.selectbox(
            "Bound",
            options,
            format_func=lambda name: _WORDS[name] if name else "none",
            width=115,
            **draft.field("qualifier", now.qualifier),
        )
        lower = number("Number", **draft.field("number", now.number))
        upper = number("Upper end", help="Of a range only.", **draft.field("to", now.to))
        units, how = _units(fact, kind), draft.field("unit", fact.unit)
        if st.session_state[how["key"]] not in units:
            st.session_state[how["key"]] = _unit_of(fact, kind)
        unit = st.selectbox("Unit", units, width=105, **how)
    return Amount(qualifier, lower, upper), unit


def checked_amount(fact: Fact, kind: str, amount: Amount, unit: str | None) -> dict[str, Any]:
    """The fields of an amount as entered; one that is as the fact has it is not asked about.

    Raises:
        InputError: If it is none.
    """
    now = Amount.of(fact)
    if (amount, unit, kind) != (now, fact.unit, fact.kind):
        amount.check(unit, share=unit == kind_entry(kind).unit == "percent")
    same = {name: getattr(fact, name) for name in now.fields}
    return {**(same if amount == now else amount.fields), "unit": unit}


def _kinds(fact: Fact) -> list[str]:
    """Kinds that a fact can be of: a number stays one."""
    alike = [name for name, kind in lexicon.kinds().items() if kind.number == fact.has_number]
    return alike if fact.kind in alike else [fact.kind, *alike]


def _units(fact: Fact, kind: str) -> list[str | None]:
    """Units that a kind comes in, and the fact's own while it is of its kind."""
    entry = lexicon.kinds()[kind]
    known: list[str | None] = [unit for unit in (*PLAIN_UNITS, *_currencies()) if entry.takes(unit)]
    is_own = kind == fact.kind and fact.unit not in known
    return [fact.unit, *known] if is_own else known


def _unit_of(fact: Fact, kind: str) -> str | None:
    """The unit of an amount that becomes one of a kind: its own, if the kind comes in that."""
    entry = lexicon.kinds()[kind]
    if kind == fact.kind or entry.takes(fact.unit):
        return fact.unit
    return _CURRENCY if entry.unit == "currency" else entry.unit


@functools.cache
def _currencies() -> tuple[str, ...]:
    money = lexicon.numbers().currencies
    shared = [code for currency in money.shared for code in currency.codes.values()]
    return tuple(sorted({*money.before.values(), *money.behind.values(), *shared}))
