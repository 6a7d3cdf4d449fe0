"""Where the time of an extraction goes, by the file of ``data/`` that runs."""

from __future__ import annotations

import collections
import dataclasses
import importlib
import inspect
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

import data
from data.article import Article
from data.parse import extract

_PACKAGE = Path(data.__file__).parent
_EVERY = 0.001
"""Seconds of processor time between two looks at the stack."""

_DEPTH = 3
"""Names in a stage's name: ``data.parse.names``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Stage:
    """A file or folder of ``data/parse`` and the share of the time that runs in it.

    Attributes:
        name: Of the module or package.
        share: Of all samples.
        files: The share of each module in it, of all samples.
    """

    name: str
    share: float
    files: Mapping[str, float]


def shares(articles: Sequence[Article]) -> list[Stage]:
    """The stages by the share of samples that found them at work, largest first."""
    samples = _samples(articles)
    stages: dict[str, dict[str, float]] = {}
    for module, count in samples.items():
        stage = ".".join(module.split(".")[:_DEPTH])
        stages.setdefault(stage, {})[module] = count / samples.total()
    found = [Stage(name, sum(files.values()), files) for name, files in stages.items()]
    return sorted(found, key=lambda stage: -stage.share)


def _samples(articles: Sequence[Article]) -> collections.Counter[str]:
    """How often each module was the innermost of ``data/`` on the stack.

    What it calls elsewhere, such as a regular expression, counts as its own.
    """
    samples: collections.Counter[str] = collections.Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        while frame is not None and not frame.f_code.co_filename.startswith(str(_PACKAGE)):
            frame = frame.f_back
        if frame is not None:
            samples[frame.f_globals["__name__"]] += 1

    for article in articles[:3]:
        extract(article)
    before = signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        for article in articles:
            extract(article)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return samples


def purpose(module: str) -> str:
    """What a module says it does, in the first line of its docstring."""
    found = sys.modules.get(module) or importlib.import_module(module)
    return (inspect.getdoc(found) or "").partition("\n")[0].rstrip(".")
