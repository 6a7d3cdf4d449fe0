"""A list in a TOML file stands in lines that a diff shows: short ones, the words in order."""

from __future__ import annotations

import re
import tomllib
import typing
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import dashboard
import geo
from data import lexicon
from data.entry import Entry
from data.lexicon.schema import IN_ORDER

WIDTH, OF_A_RECORD = 100, 160
ROOT = lexicon.FOLDER.parents[1]
FILES = sorted(
    path
    for room in (lexicon.FOLDER, *map(Path, (*dashboard.__path__, *geo.__path__)))
    for path in room.rglob("*.toml")
    if path.parent.name != "shapes"  # written by a program
)
STRING = re.compile(r""" '''.*'''|'[^']*'|"(?:[^"\\]|\\.)*" """.strip())
OPENED = re.compile(r"(?:([\w-]+) = )?\[(?:  #.*)?$")


def is_in_order(hint: object) -> bool:
    """Whether a field has texts that are told or tried in their order."""
    marked = IN_ORDER in getattr(hint, "__metadata__", ())
    return marked or any(map(is_in_order, typing.get_args(hint)))


def schemas() -> Iterator[type[Entry]]:
    """What the files of the lexicon consist of."""
    for entry in Entry.__subclasses__():
        if entry.__module__.startswith(lexicon.__name__):
            yield from (entry, *entry.__subclasses__())


KEPT = frozenset(
    name
    for schema in schemas()
    for name, hint in typing.get_type_hints(schema, include_extras=True).items()
    if is_in_order(hint)
)
"""Keys of lists that are not sorted."""


def is_long(line: str) -> bool:
    """Whether a line is to be broken; one whose only string is long cannot be."""
    most = OF_A_RECORD if "{ " in line else WIDTH
    return len(line) > most and len(STRING.findall(line)) != 1


def unsorted(lines: Sequence[str]) -> Iterator[int]:
    """Numbers of the lines of lists at which a word comes too late; a comment begins anew."""
    keys: list[str] = []
    before: list[str] = []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if opened := OPENED.search(line):
            keys.append(opened[1] or keys[-1])
        elif line.startswith("]"):
            keys.pop()
        elif keys and keys[-1] not in KEPT and line.startswith('"'):
            words = [*before, *tomllib.loads(f"words = [{line}]")["words"]]
            if words != sorted(words, key=lambda word: (word.casefold(), word)):
                yield number
            before = words[-1:]
            continue
        before = []


def test_what_is_wrong_is_found() -> None:
    lists = ["fine = [", '"ant", "Bee",', "# anew", '"ape",', "]", "examples = [", '"c", "b",', "]"]
    assert list(unsorted(lists)) == []
    assert list(unsorted(["words = [", '"bee",', '"cow", "ant",', "]"])) == [3]
    assert list(unsorted(["names = [", "[", '"bee", "ant",', "],", "]"])) == [3]
    long = "a" * WIDTH
    assert is_long(f'words = ["{long}", "b"]')
    assert is_long(f"# {long}")
    assert not is_long(f"pattern = '{long}'")
    assert not is_long(f'{{ text = "{long}", by = ["b"] }}')
    assert is_long(f'{{ text = "{long}", by = ["{long}"] }}')


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_lists_stand_in_short_lines_in_order(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    long = [f"{path}:{at}: {len(line)} wide" for at, line in enumerate(lines, 1) if is_long(line)]
    assert not long, f"lists have lines of at most {WIDTH}, records of {OF_A_RECORD}"
    late = [f"{path}:{at}: {lines[at - 1].strip()}" for at in unsorted(lines)]
    assert not late, "words are sorted, whatever their case; a comment in the list begins anew"
