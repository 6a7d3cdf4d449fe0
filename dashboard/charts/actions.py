"""How actions are said after a number; the words are in actions.toml."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from data.toml_file import Entry, read_toml

ACTIONS: Final = Path(__file__).with_name("actions.toml")


class _ActionFile(Entry):
    done: dict[str, str]


@functools.cache
def words_done() -> dict[str, str]:
    """The past form of each action, by the action; empty where it goes without saying.

    Raises:
        InputError: If actions.toml is missing or broken.
    """
    return read_toml(ACTIONS, _ActionFile).done
