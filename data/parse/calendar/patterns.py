"""Time patterns: the rules of ``times.toml`` compiled, so that one search tries many at once."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from data import lexicon
from data.errors import InputError
from data.lexicon.dating import TimeRule

_Tree: TypeAlias = "dict[str, _Tree]"

_GROUP = re.compile(r"\(\?P<(\w+)>")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = tuple({ord("0") + i: ord(zero) + i for i in range(10)} for zero in "0۰٠")
"""Figures as they are written, by plain ones."""


class RuleMatch(NamedTuple):
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


class RuleMatcher:
    """All rules near one class of words, as one pattern."""

    def __init__(self, rules: Iterable[TimeRule]) -> None:
        """Compile the rules.

        Raises:
            InputError: If the pattern of one of them is no regular expression.
        """
        self._rules = tuple(rules)
        self._compiled: dict[int, re.Pattern[str]] = {}
        # The group that tells the rule stands empty behind it: a group around it would hide from
        # the search how each rule begins, which spares it half of its attempts.
        alternatives = "|".join(
            f"(?:{_without_groups(rule)})(?P<r{number}>)" for number, rule in enumerate(self._rules)
        )
        try:
            self._pattern = re.compile(rf"(?<![\w-])(?={_leads()})(?:{alternatives})(?!\w)")
        except re.error:
            _blame(self._rules)
            raise

    def find(self, text: str, start: int, end: int) -> Iterator[RuleMatch]:
        """Matches in ``text[start:end]``, from left to right."""
        while found := self._pattern.search(text, start, end):
            start = found.end()
            number = int((found.lastgroup or "r0")[1:])
            match = self._alone(number).match(text, found.start(), end)
            if match is not None:  # as it was found by the same pattern
                rule_match = _rule_match(self._rules[number], match)
                if rule_match.start > found.start():
                    start = rule_match.start  # a longer one may begin there: "in May-June"
                yield rule_match

    def _alone(self, number: int) -> re.Pattern[str]:
        """The pattern of one rule with its groups.

        All rules are searched for without groups, up to three times as fast; only the one that
        matched is asked for them.
        """
        if number not in self._compiled:
            pattern = _numbered(self._rules[number])
            self._compiled[number] = re.compile(rf"(?:{pattern})(?!\w)")
        return self._compiled[number]


def _rule_match(rule: TimeRule, match: re.Match[str]) -> RuleMatch:
    parts: dict[str, str] = {}
    first, stop = match.span()
    for group, index in match.re.groupindex.items():
        if words := match[index]:
            name = group.partition("_")[2]
            if name == "span" and name not in parts:
                first, stop = match.span(index)
            parts[name] = words
    return RuleMatch(rule, first, stop, parts)


@functools.cache
def matcher(near: str) -> RuleMatcher:
    """The matcher of the rules near a class of words."""
    return RuleMatcher(rule for rule in lexicon.times().time if rule.near == near)


@functools.cache
def weekday_before() -> re.Pattern[str]:
    """What can stand right before a day of a month and belongs to it."""
    return re.compile(_expanded(lexicon.times().weekday_before.pattern))


@functools.cache
def hooks() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern of what an expression can hang on, and of which class each word is.

    Figures are of none: those of four digits are years, the others ordinals.
    """
    times = lexicon.times()
    classes = dict.fromkeys(times.words.words, "unit")
    classes |= dict.fromkeys((*times.months, *times.solar_months), "month")
    classes |= dict.fromkeys((*times.weekdays, *times.short_weekdays), "weekday")
    years = r"(?:fy)?(?:19|20)\d\ds?|13[5-9]\d|140\d"  # of the Solar Hijri calendar, too
    ordinals = rf"[123]?\d{any_of(lexicon.numbers().ordinal_endings)}"
    pattern = rf"\b(?:{any_of(classes)}|{years}|{ordinals})(?!\w)"
    return re.compile(pattern), classes


def may_hold_time(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, can have an expression."""
    return not _hook_words().isdisjoint(words)


@functools.cache
def _hook_words() -> frozenset[str]:
    """A word of each hook, the years, and the days of a month in digits."""
    _, classes = hooks()
    words = (max(_WORD.findall(hook), key=len) for hook in classes)
    years = (f"{year}" for year in (*range(1350, 1410), *range(1900, 2100)))
    written = (year.translate(digits) for year in years for digits in _DIGITS)
    forms = (form for year in written for form in (year, f"{year}s", f"fy{year}"))
    endings = lexicon.numbers().ordinal_endings
    days = (f"{day}{ending}" for day in range(1, 32) for ending in endings)
    return frozenset((*words, *forms, *days))


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


def _expanded(pattern: str) -> str:
    """A pattern with fragments and word lists filled in."""
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
    return rf"[\d'(,]|fy\d|{any_of(words)}(?!\w)"


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


def _numbered(rule: TimeRule) -> str:
    """The pattern of a rule with its groups numbered, as one name may stand twice: "g0_month"."""
    places = itertools.count()
    return _GROUP.sub(lambda group: f"(?P<g{next(places)}_{group[1]}>", _expanded(rule.pattern))


def _without_groups(rule: TimeRule) -> str:
    """The pattern of a rule with nothing to be remembered of what it matches."""
    return _GROUP.sub("(?:", _expanded(rule.pattern))


def _blame(rules: Iterable[TimeRule]) -> None:
    """Say which rule's pattern is broken."""
    for rule in rules:
        try:
            re.compile(_numbered(rule))
        except re.error as error:
            raise InputError(
                lexicon.FOLDER / "times.toml",
                f"the pattern of rule {rule.id!r} is no regular expression: {error}",
                "Mend the pattern.",
            ) from error
