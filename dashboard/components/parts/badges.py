"""Small coloured labels."""

from __future__ import annotations

import streamlit as st

from dashboard.words.facts import THIS_SESSION, capitalised
from dashboard.words.plain_text import escape


def session_badge() -> None:
    """Draw the mark of what this visitor added and nobody else sees."""
    badge(
        capitalised(THIS_SESSION),
        icon=":material/lock:",
        colour="blue",
        explanation="You added this article. Only you see it, until you close or reload this tab.",
    )


def badge(text: str, *, icon: str, colour: str, explanation: str | None = None) -> None:
    """Draw a label around plain text.

    ``st.badge`` escapes square brackets by itself and would show those of escaped text with
    their backslashes, hence the directive.

    Args:
        text: Plain text from anywhere.
        icon: As ``:material/name:``.
        colour: A colour of Streamlit's theme.
        explanation: Markdown for a tooltip.
    """
    st.markdown(f":{colour}-badge[{icon} {escape(text)}]", help=explanation)
