"""How many of something, in the form that stands behind its number."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """How many of something: ``1 fact``, ``25 facts``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
