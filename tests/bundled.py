"""The bundled corpus, read once a process, for tests of what the project ships."""

from __future__ import annotations

import functools

from data.corpus import Corpus, read_corpus
from data.fact import Fact


@functools.cache
def bundled() -> Corpus:
    """All articles of the project's own catalogue with their facts."""
    return read_corpus()


@functools.cache
def bundled_facts() -> tuple[Fact, ...]:
    """All facts of it, in its order."""
    return tuple(bundled().facts.values())
