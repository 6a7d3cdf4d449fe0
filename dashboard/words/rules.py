"""The rules of the lexicon in words: what a rule looks for, and an example of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.words.kinds import kind_entry
from dashboard.words.names import either
from data import lexicon
from data.learnt.kind_weights import INSTEAD
from data.lexicon.counting import Verb
from data.lexicon.schema import Example

_NEEDS: Final[Mapping[str, str]] = {
    "content": "what is meant",
    "place": "a place",
    "party": "somebody to meet",
    "holder": "somebody who holds it now",
    "facility": "something that can be shut",
    "past": "a time long past",
    "copula": "a form of “to be” before it",
}
_NEEDS_OF_CAPTURES: Final[Mapping[str, str]] = {
    "capitals": "“its capital” as what is lost",
    "facility": "a base or the like that is handed over",
    "no-facility": "no base or the like",
    "no-fight": "no word of fighting",
    "town-alone": "the name right behind it",
    "story": "a capture in the sentence before",
    "rank": "“the first to” or the like before it",
    "armed-group": "an armed group that holds it",
}
_WHOM: Final[Mapping[str, str]] = {
    "subject": "those who do it",
    "object": "those it is done to",
    "either": "those who do it or to whom it is done",
}
_UNKNOWN: Final = "The lexicon does not describe this rule."
_MOST_WORDS: Final = 6


@dataclasses.dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule for people; plain text.

    Attributes:
        looks_for: What must stand in a sentence.
        example: A sentence that it reads; empty where the lexicon gives none.
    """

    looks_for: str
    example: str = ""


def rule_words(rule: str) -> RuleWords:
    """A rule in words, by its id as facts carry it."""
    family, _, name = rule.partition(".")
    if family == "statements":
        return _statement(name)
    if family == "shares":
        return _share(name)
    if family == "counts":
        return _count(name)
    if family == "captures":
        return _capture(name)
    if family == "words" and name in INSTEAD:
        return RuleWords(_by_words(name))
    return RuleWords(_UNKNOWN)


def _count(name: str) -> RuleWords:
    fixed = {
        "heading": "A number in a list, below a heading that says what is counted.",
        "border-length": "A length in kilometres or miles, with a border in the same clause.",
        "money": "A sum with its currency.",
    }
    if name in fixed:
        return RuleWords(fixed[name])
    verb = next((v for v in lexicon.verbs().verb if v.lemma.replace(" ", "-") == name), None)
    if verb:
        return RuleWords(_verb(verb), _example(verb.examples))
    noun = next((noun for noun in lexicon.nouns().noun if noun.name == name), None)
    if noun is None:
        return RuleWords(_UNKNOWN)
    words = _listed([*noun.words, *noun.plurals])
    said = f"A number before a word such as {words}, and no verb that says more of them."
    return RuleWords(said, next(iter(noun.examples), ""))


def _by_words(kind: str) -> str:
    named = kind_entry(kind).label.lower()
    return (
        f"The words around the number and in the article, weighed as annotated texts have them, "
        f"say “{named}”; no rule for what is counted or for its verb settles it."
    )


def _verb(verb: Verb) -> str:
    whom = _WHOM[verb.counted]
    place = ", and from where to where" if verb.motion else ""
    others = f" or one like it ({_listed(verb.also)})" if verb.also else ""
    return f"The verb “{verb.lemma}”{others} with a number of {whom}{place}."


def _share(name: str) -> RuleWords:
    if name == "same":
        return RuleWords("A percentage or fraction that goes on with the share told before it.")
    noun = next((noun for noun in lexicon.nouns().noun if noun.name == name), None)
    if noun:
        words = _listed([*noun.words, *noun.plurals])
        return RuleWords(f"A percentage or fraction of people or things such as {words}.")
    return RuleWords(
        "A percentage or fraction, what it is a share of, and a verb of holding or doing it."
    )


def _statement(name: str) -> RuleWords:
    rule = next((entry for entry in lexicon.statements().statement if entry.id == name), None)
    if rule is None:
        return RuleWords(_UNKNOWN)
    needs = f", and {_NEEDS[rule.needs]}" if rule.needs != "nothing" else ""
    words = _listed(dict.fromkeys([*rule.verbs, *rule.nouns, *rule.adjectives]))
    said = f"A word such as {words}, somebody who acts or speaks{needs}. No number is needed."
    return RuleWords(said, _example(rule.examples))


def _capture(name: str) -> RuleWords:
    rule = next((entry for entry in lexicon.captures().capture if entry.id == name), None)
    if rule is None:
        return RuleWords(_UNKNOWN)
    needs = f", and {_NEEDS_OF_CAPTURES[rule.needs]}" if rule.needs != "nothing" else ""
    words = _listed([*rule.verbs, *rule.nouns])
    said = f"A word such as {words} with the name of a place that changes hands{needs}."
    return RuleWords(f"{said} No number is needed.", _example(rule.examples))


def _listed(words: Iterable[str]) -> str:
    return either([f"“{word}”" for word in words][:_MOST_WORDS])


def _example(examples: Iterable[Example]) -> str:
    return next((example.text for example in examples if example.facts), "")
