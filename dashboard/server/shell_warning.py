"""Streamlit's warning for those who run an app in a Python shell."""

from __future__ import annotations

from typing import Final

from streamlit import delta_generator

SHOWN: Final = "_use_warning_has_been_displayed"
"""Streamlit's own note that it has looked once; a test sees that there is one."""


def needs_no_shell_warning() -> None:
    """Spare the first page the search for a shell, as a server runs.

    With the first element of a process Streamlit goes through the source files of everything that
    is imported to find out who called it, which takes a twentieth of a start.
    """
    if hasattr(delta_generator, SHOWN):
        setattr(delta_generator, SHOWN, True)
