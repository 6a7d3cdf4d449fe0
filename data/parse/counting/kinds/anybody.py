"""Nouns for people that do not tell what became of them: only the words around them do."""

from __future__ import annotations

from typing import Final

ANYBODY: Final = frozenset({"people", "men", "roles"})
"""Classes of nouns for people who may be anybody: "men", "members"."""

ANYBODY_AT_ALL: Final = ANYBODY | {"personnel"}
"""The same with those who serve: "personnel" may be soldiers or staff."""
