"""Corrections as they are typed: what was not saved stays until it is saved or discarded.

Fields are sent as they are left, and stay in the session while their visitor looks at other facts
and at other pages. A form would hold them in the browser, and lose them with its fact.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

_DRAFTS: Final = "correction-drafts"
"""By fact: by field, what stood in it before anybody typed. Fields have what stands there now."""


class Draft:
    """The fields of the form that corrects one fact."""

    def __init__(self, fact_id: str) -> None:
        """Go on with what was typed for a fact; drop fields of others in which nothing was."""
        for other in _drafts().keys() - {fact_id}:
            if not is_unsaved(other):
                discard(other)
        self.key = _key(fact_id)
        self._before = _drafts().setdefault(fact_id, {})

    def field(self, name: str, value: object) -> dict[str, Any]:
        """Keywords for a field's widget, which shows a value until somebody types another.

        Args:
            name: Of the field, in this form.
            value: What the fact has now; where that has changed and nobody typed, it is shown.
        """
        key, state = f"{self.key}-{name}", st.session_state
        untouched = name not in self._before or state.get(key) == self._before[name]
        # Only where it has to be: it would take the place of what is typed meanwhile.
        if key not in state or (untouched and state[key] != value):
            state[key] = value
        self._before[name] = value
        return {"key": key, "persist_state": "session"}


def is_unsaved(fact_id: str) -> bool:
    """Whether something was typed for a fact that is not saved."""
    before = _drafts().get(fact_id, {})
    state, key = st.session_state, _key(fact_id)
    return any(state.get(f"{key}-{name}", value) != value for name, value in before.items())


def discard(fact_id: str) -> None:
    """Let go of what was typed for a fact."""
    for name in _drafts().pop(fact_id, {}):
        st.session_state.pop(f"{_key(fact_id)}-{name}", None)


def _drafts() -> dict[str, dict[str, object]]:
    drafts: dict[str, dict[str, object]] = st.session_state.setdefault(_DRAFTS, {})
    return drafts


def _key(fact_id: str) -> str:
    return f"correct-{fact_id}"
