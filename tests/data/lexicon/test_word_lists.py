"""A list of words stands in one file of the lexicon, and others read it from there."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator, Mapping

import pytest

from data import lexicon

# What an entry holds is its own, as are the forms of its verbs: two towns of one name are two.
FILES = (
    "grammar",
    "counting",
    "numbers",
    "location",
    "times",
    "attribution",
    "claims",
    "captures",
    "metonymy",
)


def lists_of(told: Mapping[str, object], path: str) -> Iterator[tuple[str, frozenset[str]]]:
    for key, value in told.items():
        if isinstance(value, dict) and key != "irregular":
            yield from lists_of(value, f"{path}.{key}")
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield f"{path}.{key}", frozenset(value)


@pytest.mark.parametrize("name", FILES)
def test_no_list_stands_twice_in_a_file(name: str) -> None:
    told = tomllib.loads((lexicon.FOLDER / f"{name}.toml").read_text("utf-8"))
    pairs = itertools.combinations(lists_of(told, name), 2)
    assert not [(one, two) for (one, words), (two, others) in pairs if words and words == others]


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(FILES, 2)))
def test_no_list_stands_in_two_files(one: str, other: str) -> None:
    lists, other_lists = (
        list(lists_of(tomllib.loads((lexicon.FOLDER / f"{name}.toml").read_text("utf-8")), name))
        for name in (one, other)
    )
    same = [
        (name, other_name)
        for name, words in lists
        for other_name, other_words in other_lists
        if words == other_words and len(words) > 2
    ]
    assert not same
