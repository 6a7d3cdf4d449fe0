"""What is told to who made a mistake in a TOML file: the field, its entry, and what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import lexicon
from data.errors import InputError
from data.lexicon.counting import Verbs
from data.lexicon.kind import Kind
from data.toml_file import parse_toml

VERBS = (lexicon.FOLDER / "verbs.toml").read_text(encoding="utf-8").split("[[verb]]")
NEW = """
lemma = "shepherd"
counted = "object"
kinds = { people = "evacuated" }
examples = []
"""


def refused(change: tuple[str, str]) -> str:
    assert change[0] in NEW
    told = "[[verb]]".join([VERBS[0], VERBS[1], NEW.replace(*change), "\n".join(VERBS[-1:])])
    with pytest.raises(InputError) as caught:
        parse_toml(told.encode(), Path("verbs.toml"), Verbs)
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ('counted = "object"\n', ""),
            "verb[2].counted: is missing (in the entry with lemma = 'shepherd'). Add it, as",
        ),
        (
            ("counted", "count"),
            "verbs.toml: verb[2].count: There is no such field (found 'object', in",
        ),
        (("counted", "count"), "'shepherd'). Call it 'counted', if that is meant, or leave"),
        (
            ("evacuated", "evacuees"),
            "verbs.toml: verb[2].kinds.people: is no kind of fact; known are personnel, ",
        ),
        (("evacuated", "evacuees"), " (found 'evacuees', in the entry with lemma = 'shepherd')"),
        (
            ('"object"', '"obj"'),
            "Input should be 'subject', 'object' or 'either' (found 'obj', in the entry",
        ),
        (("examples = []\n", "examples = []\nsize = 5\n"), "see at the head of the file"),
    ],
)
def test_a_mistake_is_told_with_its_entry_and_what_is_right(
    change: tuple[str, str], told: str
) -> None:
    assert told in refused(change)


def test_what_a_table_lacks_another_table_has() -> None:
    kinds = '[one]\nlabel = "One"\n[two]\nlabel = "Two"\nnumber = false\nicon = "flag"\n'
    kinds += 'colour = "red"\ndefinition = "What it is."\ntraits = []\n'
    with pytest.raises(InputError, match=r"one\.number: is missing\. Add it, as another entry has"):
        parse_toml(kinds.encode(), Path("kinds.toml"), dict[str, Kind])
