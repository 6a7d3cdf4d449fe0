"""Words by which those counted get the form that goes with a number; they are in forms.toml."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from data.entry import Entry
from data.toml_file import read_toml

FORMS: Final = Path(__file__).with_name("forms.toml")


class Shared(Entry):
    """Words of what a share is a share of; explained in ``forms.toml``."""

    borders: frozenset[str]
    leads: frozenset[str]
    owners: frozenset[str]
    sorts: frozenset[str]


class Forms(Entry):
    """Schema of ``forms.toml``."""

    without_noun: frozenset[str]
    joints: frozenset[str]
    irregular: dict[str, str]
    shared: Shared


@functools.cache
def forms() -> Forms:
    """The words.

    Raises:
        InputError: If forms.toml is missing or broken.
    """
    return read_toml(FORMS, Forms)
