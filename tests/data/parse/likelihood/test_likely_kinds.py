"""Where no rule settles what a number counts, the words around it and in the article tell."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from data.article import Article
from data.errors import InputError
from data.explain import explain, explain_in_words
from data.learnt.kind_weights import FILE, KINDS, kind_weights, read_kind_weights
from data.parse import extract

PLACES = re.compile(r"unit|digits|who|head|l[0-2]|r[0-3]|[LRST]")
"""Where what has a weight may stand."""

TOLD_BY_WORDS = [
    (
        (
            "Families from the provinces are sleeping in the parks of Kabul. The Ministry of "
            "Refugees counts 9,000 families. Takhar alone has sent 1,700 since it fell, it said."
        ),
        "1,700",
        "displaced",
    ),
    (
        (
            "Sweden's planes have brought out 600 people from Kabul. The ministry reckons that "
            "nearly 40 of its citizens have yet to be traced."
        ),
        "40",
        "evacuated",
    ),
    (
        (
            "On paper 90,000 men stood in the way of the Taliban. Soldiers at Kunduz, an audit "
            "found, had not been paid since spring."
        ),
        "90,000",
        "personnel",
    ),
]


def article(text: str) -> Article:
    return Article(article_id="a", text=text, title="")


@pytest.mark.parametrize(("text", "number", "kind"), TOLD_BY_WORDS)
def test_words_tell_the_kind_where_no_rule_does(text: str, number: str, kind: str) -> None:
    (fact,) = [fact for fact in extract(article(text)) if text[fact.start : fact.end] == number]
    assert (fact.kind, fact.rule) == (kind, f"words.{kind}")


@pytest.mark.parametrize(("text", "number"), [case[:2] for case in TOLD_BY_WORDS])
def test_it_is_said_which_words_told_it(text: str, number: str) -> None:
    (seen,) = [
        each
        for each in explain(article(text))
        if each.sort == "fact" and text[each.start : each.end] == number
    ]
    assert 1 <= len(seen.told_by) <= 4
    assert all(word in text for word in seen.told_by)
    assert any(f"by {', '.join(seen.told_by)}]" in line for line in explain_in_words(article(text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The agency assisted 1.7 million people.", "other_count"),
        ("Soldiers had held 60 men in a school.", "other_count"),
        ("All but 40 of the residents fled to Iran.", "other_count"),
        ("Chile is to resettle 80 refugees evacuated by Spain.", "evacuated"),
    ],
)
def test_what_a_rule_settles_no_words_change(text: str, kind: str) -> None:
    (fact,) = [fact for fact in extract(article(text)) if fact.has_number]
    assert fact.kind == kind
    assert not fact.rule.startswith("words.")


def test_a_paragraph_without_numbers_changes_no_kind() -> None:
    no_number = "\n\nWomen carried water, children played, and trucks stood at the gate.\n\n"
    for text, _, _ in TOLD_BY_WORDS:
        alone, beside = extract(article(text)), extract(article(text + no_number))
        assert [fact.kind for fact in alone] == [fact.kind for fact in beside]


def test_every_weight_is_of_something_that_can_stand_there() -> None:
    for place, words in kind_weights().traits.items():
        assert PLACES.fullmatch(place)
        assert all(word == word.lower() or place == "unit" for word in words)
        assert all(any(row) for row in words.values())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": [0]}, "start"),
        ({"start": [0.5] * len(KINDS)}, "start"),
        ({"told": {}}, "told"),
        ({"traits": {"S": {"fled": ["1"] * len(KINDS)}}}, "fled"),
        ({"traits": {"S": ["fled"]}}, "cannot be used"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(
    change: dict[str, Any], says: str, tmp_path: Path
) -> None:
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(json.loads(FILE.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(InputError, match=re.escape(says)) as told:
        read_kind_weights(file)
    assert str(file) in str(told.value)
    assert "make learn" in str(told.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"weights\.json"):
        read_kind_weights(tmp_path / "weights.json")
