"""How actions are said after a number; the words are in actions.toml."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from data.entry import Entry
from data.toml_file import read_toml

ACTIONS: Final = Path(__file__).with_name("actions.toml")


class _ActionFile(Entry):
    done: dict[str, str]
    held: dict[str, str]
    judged: dict[str, str]


def words_done() -> dict[str, str]:
    """The past form of each action, by the action; empty where it goes without saying.

    Raises:
        InputError: If actions.toml is missing or broken.
    """
    return _file().done


def words_held() -> dict[str, str]:
    """What stands before whoever has the ground, by what was done.

    Raises:
        InputError: If actions.toml is missing or broken.
    """
    return _file().held


def words_judged() -> dict[str, str]:
    """The words of each judgement, by its action: what somebody is said to have called it.

    Raises:
        InputError: If actions.toml is missing or broken.
    """
    return _file().judged


@functools.cache
def _file() -> _ActionFile:
    return read_toml(ACTIONS, _ActionFile)
