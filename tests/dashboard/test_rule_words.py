"""The rules of the lexicon in words: every rule that a fact can name is described."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

from dashboard.words.rules import _NEEDS, _NEEDS_OF_CAPTURES, rule_words
from data import lexicon
from data.article import Article
from data.corpus import read_corpus
from data.fact import Fact
from data.learnt.kind_weights import INSTEAD
from data.lexicon.capturing import CaptureRule, Statement
from data.parse import extract
from tests.seed_only import SEED_ONLY

HEADED = "Casualties in Kandahar:\n\n- Herat: 5\n"


def facts_of(text: str) -> list[Fact]:
    return extract(Article(article_id="example", text=text, title=""))


def example_of_each_rule() -> Iterator[str]:
    """Of every rule in every file of the lexicon a text from which it makes a fact."""
    for file in sorted(Path(lexicon.__file__).parent.glob("*.toml")):
        for entries in tomllib.loads(file.read_text()).values():
            for rule in entries if isinstance(entries, list) else ():
                examples = rule.get("examples", ()) if isinstance(rule, dict) else ()
                yield from [e["text"] for e in examples if isinstance(e, dict) and e["facts"]][:1]


def test_every_rule_that_makes_a_fact_is_described() -> None:
    facts = [*read_corpus(SEED_ONLY).facts.values(), *facts_of(HEADED)]
    facts += [fact for text in example_of_each_rule() for fact in facts_of(text)]
    rules = {fact.rule for fact in facts}
    assert {"counts.heading", "captures.taken", "captures.loss"} <= rules
    assert not [rule for rule in rules if "does not describe" in rule_words(rule).looks_for]


def test_every_rule_of_the_lexicon_is_described_with_its_words() -> None:
    named = [
        *(f"counts.{verb.lemma.replace(' ', '-')}" for verb in lexicon.verbs().verb),
        *(f"{of}.{noun.name}" for noun in lexicon.nouns().noun for of in ("counts", "shares")),
        *(f"statements.{rule.id}" for rule in lexicon.statements().statement),
        *(f"captures.{rule.id}" for rule in lexicon.captures().capture),
        "shares.same",
        "shares.control-share",
        "counts.border-length",
        "counts.money",
        *(f"words.{kind}" for kind in INSTEAD),
    ]
    for rule in named:
        said = rule_words(rule).looks_for
        assert "does not describe" not in said, rule
        assert said.endswith("."), rule
    assert "“flee”" in rule_words("counts.flee").looks_for
    assert facts_of(rule_words("counts.flee").example)


def test_what_a_rule_needs_is_described() -> None:
    for rule, told in ((Statement, _NEEDS), (CaptureRule, _NEEDS_OF_CAPTURES)):
        assert {*told, "nothing"} == set(get_args(get_type_hints(rule)["needs"]))
    assert "lost" in rule_words("captures.capitals-lost").looks_for


def test_no_other_rule_is_described() -> None:
    for rule in ("statements.gone", "captures.lost-again", "counts.gone", "words.gone", "gone"):
        assert "does not describe" in rule_words(rule).looks_for
