"""Time patterns: the rules of ``times.toml`` compiled, so that one search tries many at once."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from data import lexicon
from data.errors import InputError
from data.lexicon.schema import TimeRule

_Tree: TypeAlias = "dict[str, _Tree]"

_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclasses.dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that matched.

    Attributes:
        rule: The rule.
        start: Offset of the first character in the text that was searched.
        end: Offset one past the last.
        parts: What its groups matched, without those that matched nothing.
    """

    rule: TimeRule
    start: int
    end: int
    parts: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule among the alternatives of a pattern.

    Attributes:
        rule: The rule.
        groups: Numbers and names of its groups.
    """

    rule: TimeRule
    groups: Sequence[tuple[int, str]]


class RuleMatcher:
    """All rules near one class of words, as one pattern."""

    def __init__(self, rules: Iterable[TimeRule]) -> None:
        """Compile the rules.

        Raises:
            InputError: If the pattern of one of them is no regular expression.
        """
        self._compiled: dict[str, _Compiled] = {}
        alternatives = []
        names: dict[str, str] = {}
        for number, rule in enumerate(rules):
            for place, name in enumerate(_GROUP.findall(pattern := _expanded(rule))):
                own = f"g{number}_{place}"
                pattern = pattern.replace(f"(?P<{name}>", f"(?P<{own}>", 1)
                names[own] = name
            _check(rule, pattern)
            alternatives.append(f"(?P<r{number}>{pattern})")
            self._compiled[f"r{number}"] = _Compiled(rule, ())
        self._pattern = re.compile(
            rf"(?<![\w-])(?={_leads()})(?:{'|'.join(alternatives)})(?!\w)"
        )
        for group, compiled in self._compiled.items():
            own_groups = [
                (self._pattern.groupindex[own], name)
                for own, name in names.items()
                if own.startswith(f"g{group[1:]}_")
            ]
            self._compiled[group] = dataclasses.replace(compiled, groups=own_groups)

    def find(self, text: str, start: int, end: int) -> Iterator[RuleMatch]:
        """Matches in ``text[start:end]``, from left to right."""
        while match := self._pattern.search(text, start, end):
            start = match.end()
            compiled = self._compiled[match.lastgroup or ""]
            parts = {name: match[index] for index, name in compiled.groups if match[index]}
            first, stop = match.span()
            if "span" in parts:
                first, stop = next(
                    match.span(index)
                    for index, name in compiled.groups
                    if name == "span" and match[index]
                )
                if first > match.start():
                    start = first  # a longer one may begin there: "in May-June"
            yield RuleMatch(compiled.rule, first, stop, parts)


@functools.cache
def matchers() -> Mapping[str, RuleMatcher]:
    """One matcher for each class of words."""
    rules = lexicon.times().time
    return {
        near: RuleMatcher(rule for rule in rules if rule.near == near)
        for near in dict.fromkeys(rule.near for rule in rules)
    }


@functools.cache
def hooks() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern of every word an expression can hang on, and the class of each; years have none."""
    times = lexicon.times()
    classes = {word: "unit" for word in times.words.words}
    classes |= dict.fromkeys((*times.months, *times.solar_months), "month")
    classes |= dict.fromkeys(times.weekdays, "weekday")
    pattern = rf"\b(?:{any_of(classes)}|(?:19|20)\d\ds?)(?!\w)"
    return re.compile(pattern), classes


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of many words that reads common beginnings once."""
    tree: _Tree = {}
    for word in words:
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    return _pattern_of(tree)


def _pattern_of(tree: _Tree) -> str:
    branches = [
        re.escape(character) + _pattern_of(branch)
        for character, branch in tree.items()
        if character
    ]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


def _expanded(rule: TimeRule) -> str:
    """The rule's pattern with fragments and word lists filled in."""
    pattern = rule.pattern
    times = lexicon.times()
    for name, fragment in reversed(times.fragments.items()):
        pattern = pattern.replace("{" + name + "}", fragment)
    for name, words in _word_lists().items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


@functools.cache
def _leads() -> str:
    """A pattern of what an expression can begin with: it spares most words the whole search."""
    times = lexicon.times()
    words = [
        *(*times.months, *times.solar_months, *times.weekdays, *times.short_weekdays),
        *(*times.counts, *times.ordinals, *times.seasons),
        *(word for part in times.parts for word in (part, part.split()[0])),
        *(*times.words.words, *times.leads.words),
    ]
    return rf"[\d'(,]|{any_of(words)}(?!\w)"


@functools.cache
def _word_lists() -> Mapping[str, str]:
    times = lexicon.times()
    return {
        "month": any_of(times.months),
        "solar_month": any_of(times.solar_months),
        "weekday": any_of(times.weekdays),
        "short_weekday": any_of(times.short_weekdays),
        "count": any_of(times.counts),
        "ordinal": any_of(times.ordinals),
        "season": any_of(times.seasons),
        "part": any_of((*times.parts, *(f"the {part}" for part in times.parts))),
    }


def _check(rule: TimeRule, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise InputError(
            lexicon.FOLDER / "times.toml",
            f"the pattern of rule {rule.id!r} is no regular expression: {error}",
            "Mend the pattern.",
        ) from error
