"""Which browser draws the pictures, and what to do where there is none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from dashboard.images.errors import NoBrowser

VARIABLE: Final = "WITHDRAWAL_BROWSER"
"""Environment variable with the path of a Chrome or Chromium, or :data:`OFF`."""

OFF: Final = "none"
"""Value of the variable that switches pictures on the server off."""


def browser_path() -> Path | None:
    """The browser to draw with: what the variable names, else what is on the machine.

    Looked for in this order: a Chrome that ``choreo_get_chrome`` put there, the one in
    ``BROWSER_PATH``, and the first of Chrome, Chromium, Edge and Brave on the machine.
    """
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        return Path(chosen) if chosen.lower() != OFF and _runs(chosen) else None
    # Not at the top: it takes a tenth of a second that a page without pictures need not wait.
    from choreographer.browsers.chromium import Chromium

    found = Chromium.find_browser(skip_local=False)
    return Path(found) if found and _runs(found) else None


def missing() -> str | None:
    """Why no picture can be drawn here and the one command that mends it; None if one can.

    The sentences are for a person; the command stands at the end, after a colon.
    """
    error = no_browser()
    return str(error) if error else None


def no_browser() -> NoBrowser | None:
    """The error of a machine that cannot draw; None if it can."""
    chosen = os.environ.get(VARIABLE, "").strip()
    if browser_path() is not None:
        return None
    if chosen.lower() == OFF:
        return NoBrowser(
            "Pictures are switched off on this server.", f"To have them: unset {VARIABLE}"
        )
    if chosen:
        return NoBrowser(
            f"Pictures need a browser, and what {VARIABLE} names is not a program.",
            f"To use the browser of this machine: unset {VARIABLE}",
        )
    return NoBrowser(
        "Pictures are drawn by Chrome or Chromium, and this server has neither.",
        f"To add one: {install_command()}",
    )


def install_command() -> str:
    """The command that adds a browser to this machine."""
    if shutil.which("apt-get"):
        return "apt-get install chromium"
    return "choreo_get_chrome"


def _runs(path: str) -> bool:
    return Path(path).is_file() and os.access(path, os.X_OK)
