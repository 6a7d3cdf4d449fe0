"""The bundled corpus, read once a process, for tests of what the project ships."""

from __future__ import annotations

import functools

import pytest

from data.corpus import Corpus, read_corpus
from data.fact import Fact


def bundled() -> Corpus:
    """All articles of the project's own catalogue with their facts; a test fails without one."""
    corpus = _read()
    if corpus.problems:
        told = "\n".join(map(str, corpus.problems))
        pytest.fail(f"Articles that cannot be read, so nothing else is checked:\n{told}", False)
    return corpus


@functools.cache
def _read() -> Corpus:
    return read_corpus()


@functools.cache
def bundled_facts() -> tuple[Fact, ...]:
    """All facts of it, in its order."""
    return tuple(bundled().facts.values())
