"""The catalogue is edited while visitors look: shown within seconds, never by halves."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.faults.guest import Guest, guest
from tests.faults.server import Server, server

SOON_S: Final = 8.0
NOT_READ: Final = "A change to the articles cannot be read"
TEXTS: Final[Mapping[str, str]] = {
    name: f"Over {number} guards of the {name} post fled to Iran."
    for number, name in enumerate(("first", "second", "third", "fourth"), start=40)
}
Shown = set[str]


def entry(name: str, text: str) -> str:
    """An article as it stands in a catalogue."""
    return (
        f'[[article]]\nid = "{name}"\nfile = "{name}.txt"\ntitle = "{text}"\n'
        'published_basis = "made up"\nlicence = "made up"\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n\n'
    )


def write(catalog: Path, names: list[str]) -> str:
    """The articles of some names; what their catalogue must say."""
    for name in names:
        catalog.with_name(f"{name}.txt").write_text(TEXTS[name], "utf-8")
    return "".join(entry(name, TEXTS[name]) for name in names)


def shown(visitor: Guest) -> Shown:
    """The articles that a page shows."""
    return {name for name in TEXTS if f"of the {name} post" in visitor.words}


async def watch(visitor: Guest, wanted: Callable[[Guest], bool], allowed: list[Shown]) -> float:
    """Look again and again until the page is as wanted; seconds until then.

    What is shown meanwhile must be one of the states that there were.
    """
    began = time.monotonic()
    while True:
        await visitor.ask("about")
        assert shown(visitor) in allowed, shown(visitor)
        if wanted(visitor):
            return time.monotonic() - began
        assert time.monotonic() - began < 30
        await asyncio.sleep(0.1)


@pytest.mark.faults
def test_a_catalogue_that_is_edited_while_visitors_look(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog.toml"
    catalog.write_text(write(catalog, ["first", "second"]), "utf-8")
    with server(tmp_path, WITHDRAWAL_CATALOG=str(catalog)) as running:
        asyncio.run(_edits(running, catalog))
        assert "Traceback" not in running.log
        assert not [event for event in running.events if event["event"] == "defect"]


async def _edits(running: Server, catalog: Path) -> None:
    two, three, all_four = {"first", "second"}, {"first", "second", "third"}, set(TEXTS)
    async with guest(running.address) as visitor:
        await visitor.ask("about")
        assert shown(visitor) == two
        # At once.
        catalog.write_text(write(catalog, sorted(three, key=list(TEXTS).index)), "utf-8")
        took = await watch(visitor, lambda page: shown(page) == three, [two, three])
        assert took < SOON_S
        # In two halves, of which the first is a whole catalogue of fewer articles.
        whole = write(catalog, list(TEXTS))
        half = len(entry("first", TEXTS["first"]))
        with catalog.open("w", encoding="utf-8") as file:
            for part in (whole[:half], whole[half:]):
                file.write(part)
                file.flush()
                for _ in range(10):
                    await visitor.ask("about")
                    assert shown(visitor) == three
                    await asyncio.sleep(0.1)
        took = await watch(visitor, lambda page: shown(page) == all_four, [three, all_four])
        assert took < SOON_S
        # In two halves, of which the first ends in the middle of a word, and nobody ends it.
        catalog.write_text(whole[: half + 20], "utf-8")
        took = await watch(visitor, lambda page: NOT_READ in page.words, [all_four])
        assert took < SOON_S
        assert visitor.words.count(NOT_READ) == 1
        status, body = running.get("/healthz")
        assert (status, b'"articles": 4' in body, b'"incomplete"' in body) == (200, True, True)
        catalog.write_text(whole, "utf-8")
        assert await watch(visitor, lambda page: NOT_READ not in page.words, [all_four]) < SOON_S
        # An article before its catalogue.
        catalog.with_name("first.txt").write_text(TEXTS["first"].replace("40", "4,000"), "utf-8")
        took = await watch(visitor, lambda page: NOT_READ in page.words, [all_four])
        assert took < SOON_S
        assert visitor.words.count(NOT_READ) == 1
        assert "first\\.txt" in visitor.words
        new = TEXTS["first"].replace("40", "4,000")
        catalog.write_text(whole.replace(entry("first", TEXTS["first"]), entry("first", new)))
        took = await watch(visitor, lambda page: NOT_READ not in page.words, [all_four])
        assert took < SOON_S
        assert "4\\,000" in visitor.words  # as Markdown writes 4,000
