"""Runs: mutated texts in bulk, and long texts one by one, in processes of their own."""

from __future__ import annotations

import dataclasses
import hashlib
import multiprocessing
import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import islice, pairwise
from queue import Empty
from typing import Any

from data.fact import to_json
from data.parse import extract
from tests.accuracy.annotation import read_part
from tests.benchmarks.articles import articles
from tests.fuzz.checks import article_of, check
from tests.fuzz.long_texts import LONG_TEXTS, in_lines
from tests.fuzz.mutations import mutate
from tests.fuzz.timing import by_character, ordinary

BATCH = 500
TIMED_FROM = 500
"""Characters from which a text is timed: below, what every call costs shows instead."""

_WARM_UP = 5_000
_DOUBTFUL = 2.0
"""A ratio from which articles are timed in the same process, too, and the text once more."""

MOST_SECONDS = 300
"""After which a long text is given up."""


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch of mutated texts.

    Attributes:
        characters: How many were read.
        problems: Index of a text, and what is wrong with its facts.
        speeds: Index of a text, and seconds by character of those long enough to be timed.
        digest: Of all facts, to be compared with that of another process.
    """

    characters: int
    problems: tuple[tuple[int, str], ...]
    speeds: tuple[tuple[int, float], ...]
    digest: str


def text_of(seed: int, index: int) -> str:
    """The mutated text of an index; the same in every run with the seed."""
    chance = random.Random(f"{seed}/{index}")  # noqa: S311 - no secret
    return mutate(chance.choice(_sources()), chance) + chance.choice(("", "\n"))


@cache
def _sources() -> tuple[str, ...]:
    """Whole texts, pairs of lines of them, and a few articles of real length."""
    texts = [text.text for text in read_part("dev")]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    pairs = [f"{one}\n{other}" for one, other in pairwise(lines)]
    return (*texts, *pairs, *(article.text for article in islice(articles(seed=5), 4)))


def run_batch(seed: int, first: int) -> Batch:
    """Check and time the texts from an index on."""
    found: list[tuple[int, str]] = []
    speeds: list[tuple[int, float]] = []
    digest = hashlib.sha256()
    characters = 0
    for index in range(first, first + BATCH):
        text = text_of(seed, index)
        characters += len(text)
        checked = check(text)
        found += [(index, problem) for problem in checked.problems]
        if len(text) >= TIMED_FROM:
            speeds.append((index, checked.seconds / len(text)))
        digest.update("\n".join(map(to_json, checked.facts)).encode())
    return Batch(characters, tuple(found), tuple(speeds), digest.hexdigest())


def run_batches(seed: int, count: int, processes: int) -> Iterator[Batch]:
    """All batches, in order."""
    starts = range(0, count, BATCH)
    with ProcessPoolExecutor(processes, mp_context=_SPAWN) as pool:
        yield from pool.map(partial(run_batch, seed), starts)


def run_again(seed: int, firsts: Sequence[int]) -> list[str]:
    """Digests of batches from a new process, read in the opposite order."""
    with ProcessPoolExecutor(1, mp_context=_SPAWN) as pool:
        batches = list(pool.map(partial(run_batch, seed), reversed(firsts)))
    return [batch.digest for batch in reversed(batches)]


def long_text_ratios(length: int) -> Iterator[tuple[str, float | str]]:
    """How many times as long as in ordinary articles a character takes, or why it is not known."""
    usual = ordinary()
    for name in LONG_TEXTS:
        yield name, _within(MOST_SECONDS, _ratio, name, length, False, usual)
        yield f"{name}, in lines", _within(MOST_SECONDS, _ratio, name, length, True, usual)


def _ratio(name: str, length: int, lines: bool, usual: float) -> float:
    text = LONG_TEXTS[name](length)
    text = in_lines(text) if lines else text
    extract(article_of(text[:_WARM_UP]))
    ratio = by_character(text) / usual
    if ratio < _DOUBTFUL:
        return ratio
    return by_character(text) / ordinary()


def _within(seconds: float, function: Callable[..., float], *arguments: Any) -> float | str:
    """What a function answers in a process of its own, or what kept it from answering."""
    answers: multiprocessing.Queue[float | str] = _SPAWN.Queue()
    process = _SPAWN.Process(target=_answer, args=(answers, function, arguments))
    process.start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return f"no answer within {seconds} s"
    finally:
        process.terminate()
        process.join()


def _answer(
    answers: multiprocessing.Queue[float | str], function: Callable[..., float], arguments: Any
) -> None:
    try:
        answers.put(function(*arguments))
    except Exception as error:  # whatever it is, it is a finding
        answers.put(f"{type(error).__name__}: {error}")


_SPAWN = multiprocessing.get_context("spawn")
"""Fresh processes: nothing is inherited but the seed, not even how strings are hashed."""
