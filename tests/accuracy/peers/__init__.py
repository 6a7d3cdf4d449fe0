"""Other tools on the same texts, each in a file, run in an environment of their own.

An adapter has two functions: ``search`` calls the tool and nothing else, so that it can be timed;
``record`` puts what came back into the scorer's rows. ``peers.toml`` says which tools there are.
Nothing here imports the project, nor anything outside the standard library and the tools.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Mapping
from typing import Any, Protocol, cast

Record = Mapping[str, Any]


class Adapter(Protocol):
    """What a tool's file offers."""

    def search(self, text: str, published: dt.date) -> Any:
        """What the tool itself answers for a text."""

    def record(self, found: Any, text: str, published: dt.date) -> Record:
        """The answer as ``numbers``, ``dates`` and ``countries``, as far as the tool has them."""


def adapter(name: str) -> Adapter:
    """The adapter in a file of this folder; loads the tool and its model."""
    return cast(Adapter, importlib.import_module(f"{__name__}.{name}"))
