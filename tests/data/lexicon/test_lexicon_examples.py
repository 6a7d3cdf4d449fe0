"""Every rule of the lexicon yields exactly the facts its made-up examples list."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data import lexicon
from data.article import Article
from data.fact import FIELDS, Fact, to_record
from data.lexicon.schema import Example
from data.parse import extract, read_facts
from data.parse.numbers.quantities import find_quantities
from data.parse.text.sentences import split_sentences
from data.parse.words.tokens import tokenize

PUBLISHED = dt.date(2021, 7, 9)
LEXICON = Path(lexicon.__file__).parent
SHOWN = dict.fromkeys(("kind", "value", "action", "places"))
"""What is told of a fact that an example does not expect."""


def facts_of(text: str) -> list[Fact]:
    return extract(Article(article_id="example", text=text, title="", published=PUBLISHED))


def rule_examples() -> list[Any]:
    rules: list[tuple[str, tuple[Example, ...]]] = [
        *((f"verbs.toml {verb.lemma}", verb.examples) for verb in lexicon.verbs().verb),
        *((f"statements.toml {rule.id}", rule.examples) for rule in lexicon.statements().statement),
        *((f"captures.toml {rule.id}", rule.examples) for rule in lexicon.captures().capture),
        ("attribution.toml", lexicon.attribution().example),
    ]
    return [
        pytest.param(example, id=f"{name} {number}")
        for name, examples in rules
        for number, example in enumerate(examples, start=1)
    ]


def lines_of(facts: list[dict[str, Any]]) -> str:
    return "".join(f"\n    {fact}" for fact in facts) or " nothing"


@pytest.mark.parametrize("example", rule_examples())
def test_example_yields_exactly_its_facts(example: Example) -> None:
    misspelt = {key for fact in example.facts for key in fact} - set(FIELDS)
    assert not misspelt, f"{example.text!r}: facts have no {sorted(misspelt)}; docs/facts.md lists"
    found = [to_record(fact) for fact in facts_of(example.text)]
    # TOML has no null: an empty string in an example stands for it.
    wanted = [{key: None if v == "" else v for key, v in fact.items()} for fact in example.facts]
    asked = [dict.fromkeys(fact) for fact in wanted] + [SHOWN] * len(found)
    told = [{key: fact[key] for key in keys} for fact, keys in zip(found, asked, strict=False)]
    assert told == wanted, f"{example.text!r} yields {lines_of(told)}, expected {lines_of(wanted)}"


@pytest.mark.parametrize(
    ("name", "example"),
    [
        (entry.name, example)
        for entry in lexicon.qualifiers().qualifier
        for example in entry.examples
    ],
)
def test_qualifier_example_is_bounded_so(name: str, example: str) -> None:
    assert find_quantities(tokenize(example))[-1].qualifier == name


@pytest.mark.parametrize(
    ("noun", "example"),
    [(noun, example) for noun in lexicon.nouns().noun for example in noun.examples],
)
def test_noun_example_is_counted_as_its_class(noun: Any, example: str) -> None:
    (fact,) = facts_of(f"There were {example}.")
    assert (fact.kind, fact.unit) == (noun.kind, noun.unit)


@pytest.mark.parametrize(
    ("exclusion", "example"),
    [(entry.id, example) for entry in lexicon.exclusions().exclusion for example in entry.examples],
)
def test_excluded_number_is_left_alone_for_that_reason(exclusion: str, example: str) -> None:
    facts, left_alone = read_facts(
        Article(article_id="example", text=example, title="", published=PUBLISHED)
    )
    assert [fact.rule for fact in facts if fact.has_number] == []
    assert exclusion in {number.exclusion for number in left_alone}


@pytest.mark.parametrize(
    ("kind", "example"),
    [(topic.kind, example) for topic in lexicon.topics().topic for example in topic.examples],
)
def test_topic_example_tells_what_people_are_counted_as(kind: str, example: str) -> None:
    (fact,) = (fact for fact in facts_of(example) if fact.has_number)
    assert fact.kind == kind


@pytest.mark.parametrize("entry", lexicon.sentence_rules().boilerplate)
def test_boilerplate_examples(entry: Any) -> None:
    assert [split_sentences(line) for line in entry.examples] == [[]] * len(entry.examples)
    assert all(split_sentences(line) for line in entry.counterexamples)


def test_every_noun_class_a_rule_names_is_defined() -> None:
    classes = {noun.name for noun in lexicon.nouns().noun}
    verbs = lexicon.verbs().verb
    unknown = {
        f"verbs.toml: {verb.lemma}: {name!r}"
        for verb in verbs
        for name in (*verb.kinds, *verb.object_kinds)
        if name not in classes
    }
    unknown |= {
        f"topics.toml: only = {topic.only!r}"
        for topic in lexicon.topics().topic
        if topic.only not in {None, "nationals", *classes}
    }
    assert not unknown, f"no class of nouns.toml; known are {sorted(classes)}"


@pytest.mark.parametrize("file", sorted(LEXICON.glob("*.toml")), ids=lambda file: file.stem)
def test_every_list_has_no_word_twice(file: Path) -> None:
    """Examples apart: two of their facts may well be of one day or one claimant."""
    twice = {
        (name, word)
        for name, words in lists_of(tomllib.loads(file.read_text(encoding="utf-8")))
        for word, count in Counter(words).items()
        if count > 1
    }
    assert twice == set()


def lists_of(value: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a TOML file, each with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"examples", "said"}:
                yield from lists_of(inner, f"{name}.{key}")
    elif isinstance(value, list):
        if all(isinstance(word, str) for word in value):
            yield name, value
        else:
            for at, inner in enumerate(value):
                yield from lists_of(inner, f"{name}.{at}")
