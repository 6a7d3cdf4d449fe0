"""Files that are edited while the app runs: shown soon, never by halves, and what stood stays."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import last_good
from dashboard.corpus.source import corpus
from dashboard.holdings.catalogued import Catalogued
from dashboard.last_good import LastGood, NotTaken, in_a_thread
from data.catalog import CATALOG_VARIABLE
from data.corpus import Corpus
from data.errors import InputError

ENTRY = """[[article]]
id = "{name}"
file = "{name}.txt"
title = "{name}"
published_basis = "made up"
licence = "made up"
sha256 = "{sha256}"

"""
TEXTS = {"one": "Over 40 guards fled.", "two": "Iran has sent 44 trucks to Herat."}


def entry(name: str, text: str) -> str:
    return ENTRY.format(name=name, sha256=hashlib.sha256(text.encode()).hexdigest())


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A catalogue of two articles that is in use."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("".join(entry(*item) for item in TEXTS.items()), "utf-8")
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    assert list(corpus().articles) == ["one", "two"]
    return tmp_path


def touch(folder: Path, seconds_ago: float) -> None:
    """Have every file be as old as that."""
    moment = time.time() - seconds_ago
    for path in folder.iterdir():
        os.utime(path, (moment, moment))


@pytest.mark.parametrize("break_it", ["half", "empty", "gone", "nonsense"])
def test_a_catalogue_that_cannot_be_read_leaves_what_stood(folder: Path, break_it: str) -> None:
    catalog, before = folder / "catalog.toml", corpus()
    whole = catalog.read_text("utf-8")
    if break_it == "gone":
        catalog.unlink()
    else:
        broken = {"half": whole[: len(whole) - 40], "empty": "", "nonsense": "]["}
        catalog.write_text(broken[break_it], "utf-8")
    now = corpus()
    assert (now.articles, now.facts) == (before.articles, before.facts)
    (problem,) = now.problems
    assert isinstance(problem, NotTaken)
    assert "catalog.toml" in problem.where
    assert corpus() is now  # so that what was worked out from it is kept
    catalog.write_text(whole.replace('title = "one"', 'title = "First"'), "utf-8")
    assert corpus().problems == ()
    assert corpus().articles["one"].title == "First"


def test_an_article_replaced_before_the_catalogue(folder: Path) -> None:
    new = "Over 4,000 guards fled."
    (folder / "one.txt").write_text(new, "utf-8")
    assert corpus().articles["one"].text == TEXTS["one"]
    assert len(corpus().articles) == 2
    (problem,) = corpus().problems
    assert "sha256" in problem.problem
    catalog = folder / "catalog.toml"
    catalog.write_text(entry("one", new) + entry("two", TEXTS["two"]), "utf-8")
    assert corpus().problems == ()
    assert corpus().articles["one"].text == new


def test_several_things_wrong_are_one_message(folder: Path) -> None:
    (folder / "one.txt").write_text("x", "utf-8")
    (folder / "two.txt").write_text("y", "utf-8")
    (problem,) = corpus().problems
    assert problem.problem.endswith("(and 1 more of its files)")


def test_what_was_never_whole_shows_what_can_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "two.txt").write_text(TEXTS["two"], "utf-8")
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("".join(entry(*item) for item in TEXTS.items()), "utf-8")
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    assert list(corpus().articles) == ["two"]
    (problem,) = corpus().problems
    assert not isinstance(problem, NotTaken)


def test_half_a_catalogue_that_looks_whole_is_not_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut between two entries it would be a catalogue of one article."""
    monkeypatch.setattr(last_good, "SETTLE_S", 60.0)
    catalog, before = folder / "catalog.toml", corpus()
    third = "Turkey has sent 500 guards to Kabul."
    (folder / "three.txt").write_text(third, "utf-8")
    with catalog.open("w", encoding="utf-8") as file:
        file.write(entry("one", TEXTS["one"]))
        file.flush()
        for _ in range(10):
            assert corpus() is before
            time.sleep(0.02)
        file.write(entry("two", TEXTS["two"]) + entry("three", third))
    assert corpus() is before
    monkeypatch.setattr(last_good, "SETTLE_S", 0.0)
    assert list(corpus().articles) == ["one", "two", "three"]


def test_a_change_of_long_ago_is_shown_to_the_first_who_comes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_good, "SETTLE_S", 60.0)
    catalog = folder / "catalog.toml"
    catalog.write_text(entry("one", TEXTS["one"]), "utf-8")
    touch(folder, seconds_ago=61)
    assert list(corpus().articles) == ["one"]


@pytest.mark.parametrize("clock", [-1e6, 1e6])
def test_a_clock_that_jumps(folder: Path, monkeypatch: pytest.MonkeyPatch, clock: float) -> None:
    monkeypatch.setattr(last_good, "SETTLE_S", 0.2)
    catalog, there = folder / "catalog.toml", time.time
    monkeypatch.setattr(time, "time", lambda: there() + clock)
    catalog.write_text(entry("one", TEXTS["one"]), "utf-8")
    corpus()
    time.sleep(0.25)
    assert list(corpus().articles) == ["one"]


@dataclasses.dataclass(frozen=True)
class Version:
    """Files that are a number."""

    number: int
    changed: float = 0.0


class Source:
    """Something to read, whose reading can be held up and changed meanwhile."""

    def __init__(self) -> None:
        self.number, self.reads = 1, 0
        self.held = threading.Event()
        self.held.set()
        self.while_reading: Callable[[], None] = lambda: None

    def state(self) -> Version:
        return Version(self.number)

    def read(self, state: Version) -> Catalogued:
        self.reads += 1
        self.held.wait(10)
        self.while_reading()
        return Catalogued(Corpus({}, {}), state.number)


def watched(source: Source) -> LastGood[Version, Catalogued]:
    return LastGood(
        source.state,
        source.read,
        Catalogued(Corpus({}, {}), "nothing"),
        where=Path("articles"),
        whole=lambda held: not held.problems,
    )


def test_what_changes_while_it_is_read_is_read_again() -> None:
    source = Source()
    seen = watched(source)
    assert seen.now().key == 1
    source.number = 2

    def change_once() -> None:
        source.number, source.while_reading = 3, lambda: None

    source.while_reading = change_once
    assert seen.now().key == 1
    assert seen.now().key == 3


def test_nobody_waits_while_somebody_reads_a_change() -> None:
    source = Source()
    seen = watched(source)
    assert seen.now().key == 1
    source.number = 2
    source.held.clear()
    reader = threading.Thread(target=seen.now)
    reader.start()
    while source.reads < 2:
        time.sleep(0.001)
    assert seen.now().key == 1
    source.held.set()
    reader.join()
    assert seen.now().key == 2
    assert source.reads == 2


def test_the_first_of_many_reads_and_the_others_get_the_same() -> None:
    source = Source()
    seen, got = watched(source), []
    threads = [threading.Thread(target=lambda: got.append(seen.now())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert source.reads == 1
    assert all(each is got[0] for each in got)


FAILURES = [
    (OSError(errno.ENOSPC, "No space left on device"), "No space left on device", "unusable"),
    (ZeroDivisionError("secret words of an article"), "ZeroDivisionError", "defect"),
    (InputError("facts", "are cut off", "Build again"), "are cut off", "unusable"),
]


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What of a failure the log is told."""
    events: list[str] = []
    for name in ("tell_unusable", "tell_defect"):
        event = name.removeprefix("tell_")
        monkeypatch.setattr(last_good, name, lambda *_, event=event: events.append(event))
    return events


def failing(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize(("error", "said", "event"), FAILURES)
def test_whatever_fails_is_told_and_tried_again(
    error: Exception, said: str, event: str, logged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source()
    seen = watched(source)
    assert seen.now().key == 1
    source.number, source.while_reading = 2, failing(error)
    stale = seen.now()
    (problem,) = stale.problems
    assert isinstance(problem, NotTaken)
    assert said in problem.problem
    assert "secret" not in str(problem)
    assert logged == [event]
    assert seen.now() is stale
    assert source.reads == 2, "it is not tried at once"
    monkeypatch.setattr(last_good, "AGAIN_S", -1.0)
    assert seen.now() is stale, "what was worked out from it is kept"
    assert source.reads == 3
    source.while_reading = lambda: None
    assert (seen.now().key, seen.now().problems) == (2, ())


@pytest.mark.parametrize(("error", "said", "event"), FAILURES)
def test_a_first_reading_that_fails_is_told_and_tried_again(
    error: Exception, said: str, event: str, logged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source()
    seen = watched(source)
    source.while_reading = failing(error)
    (problem,) = seen.now().problems
    assert not isinstance(problem, NotTaken)
    assert said in problem.problem
    assert logged == [event]
    monkeypatch.setattr(last_good, "AGAIN_S", -1.0)
    source.while_reading = lambda: None
    assert (seen.now().key, seen.now().problems) == (1, ())


def test_nobody_waits_for_what_is_read_in_a_thread() -> None:
    source = Source()
    seen = LastGood(
        source.state,
        source.read,
        Catalogued(Corpus({}, {})),
        where=Path("store"),
        whole=lambda _: True,
        seen_to=in_a_thread,
    )
    assert seen.now().key == 1
    source.number = 2
    source.held.clear()
    assert [seen.now().key for _ in range(3)] == [1, 1, 1]
    source.held.set()
    deadline = time.monotonic() + 10
    while seen.now().key == 1 and time.monotonic() < deadline:
        time.sleep(0.001)
    assert seen.now().key == 2
    assert source.reads == 2


def test_a_corpus_with_a_problem_keeps_its_articles(folder: Path) -> None:
    (folder / "one.txt").unlink()
    stale = corpus()
    assert isinstance(stale, Corpus)
    assert [type(problem) for problem in stale.problems] == [NotTaken]
