"""A server does not look for a Python shell above it."""

from __future__ import annotations

import pytest
from streamlit import delta_generator, env_util

from dashboard.server.shell_warning import SHOWN, needs_no_shell_warning


def test_streamlit_does_not_look_for_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delta_generator, SHOWN, False)
    monkeypatch.setattr(env_util, "is_repl", lambda: pytest.fail("it has looked"))
    needs_no_shell_warning()
    delta_generator._maybe_print_use_warning()
