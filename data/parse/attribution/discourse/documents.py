"""Documents: whose words a whole text is, or a post that stands in one."""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_verb
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_TITLES = 4
"""Sentences among which a heading says whose statement the text is."""

_LONGEST_HEAD = 4
"""Words of a heading among which "remarks" stands: "Transcript of remarks by X"."""

_SPOKEN = 8
"""Sentences behind the heading that show whether somebody speaks for themselves."""

_FEWEST_FIRST_PERSONS = 2

_start = operator.attrgetter("start")
_stop = operator.attrgetter("stop")
_SIGNATURE = re.compile(r"[—–-] ?(?P<author>[^\n—–@()]{2,80}?) \(@\w{2,20}\)")


class Post(NamedTuple):
    """A post quoted with its signature, and who wrote it."""

    start: int
    stop: int
    author: str


def author_at(readings: Readings, offset: int) -> str | None:
    """Who wrote the post that an offset stands in: "... — Defense Ministry (@MoD) August 5"."""
    posts = _posts(readings)
    if not posts:
        return None
    place = bisect.bisect_right(posts, offset, key=_stop)
    inside = place < len(posts) and posts[place].start <= offset
    return posts[place].author if inside else None


def speaker_of(readings: Sequence[Reading]) -> str | None:
    """Whose words a text is by its heading: "Statement of X", "X holds a briefing"."""
    if not readings:
        return None
    makers = [source for source in map(_maker, readings[:_TITLES]) if source is not None]
    whole = next((one.words for one, ends in makers if ends), None)
    named = next((one.words for one, _ in makers), None) or _named(readings[0])
    named = named or next(filter(None, map(_transcribed, readings[:_TITLES])), None)
    if whole is not None or named is None:
        return whole
    return named if _is_first_person(readings[1 : 1 + _SPOKEN]) else None


def is_minutes(readings: Sequence[Reading]) -> bool:
    """Whether a heading says that a text tells what was said at a briefing: "Noon briefing"."""
    rules = lexicon.attribution().headings
    for reading in readings[:_TITLES]:
        words = reading.word_set
        if "briefing" in words and not words.isdisjoint(rules.minutes):
            return words.isdisjoint(rules.hold) and reading.tokens[-1].norm != "."
    return False


def _maker(reading: Reading) -> tuple[Source, bool] | None:
    """X of the heading "Statement of X", and whether it says no more than what that is about."""
    heads = lexicon.attribution().headings.words
    if reading.word_set.isdisjoint(heads):
        return None
    tokens = reading.tokens
    head = next((i for i, token in enumerate(tokens[:_LONGEST_HEAD]) if token.norm in heads), None)
    if head is None or len(tokens) - head < 3:
        return None
    by = head + 1 + (tokens[head + 1].norm in lexicon.attribution().headings.made)
    if tokens[by].norm not in vocabulary().by:
        return None
    source = source_after(reading, by + 1)
    if source is None or source.nature == "other" or tokens[by + 1].norm in vocabulary().ours:
        return None  # "Remarks of our spokesperson" are the publisher's own words
    office = source.anaphor == "definite" and " " in source.words  # "Remarks by the deputy envoy"
    if source.anaphor != "none" and not office:
        return None
    if any(is_verb(tokens, index) for index in (*range(head), *range(by, len(tokens)))):
        return None
    whole = source.stop >= len(tokens) - 1 or _opens_topic(tokens[source.stop].norm)
    return source, head == 0 and whole


def _opens_topic(norm: str) -> bool:
    """Whether a word behind X in "Statement of X" begins what the statement is about."""
    return norm != "that" and norm != "of" and norm in lexicon.grammar().told_links


def _transcribed(reading: Reading) -> str | None:
    """X of "an edited transcript of X's speech", "of a briefing by X", whatever else is said."""
    if "transcript" not in reading.word_set:
        return None
    tokens = reading.tokens
    head = next((i for i, norm in enumerate(reading.lower) if norm == "transcript"), None)
    if head is None or head + 2 >= len(tokens):
        return None
    if tokens[head + 1].norm not in lexicon.attribution().transcript.links:
        return None
    words = lexicon.attribution().headings.words
    spoken = (i for i in range(head + 2, len(tokens) - 2) if tokens[i].norm in words)
    by = next((i + 1 for i in spoken if tokens[i + 1].norm == "by"), None)
    if by is not None:
        source = source_after(reading, by + 1)
    else:
        first = stop = head + 2
        while stop < len(tokens) and tokens[stop].is_word and tokens[stop].text[0].isupper():
            stop += 1
        source = judge(reading, first, stop) if stop > first else None
    return source.words if source is not None and source.nature in {"person", "name"} else None


def _named(reading: Reading) -> str | None:
    """The last of those whom a heading names with their office, in front of "hold a briefing"."""
    tokens = reading.tokens
    rules = lexicon.attribution().headings
    if tokens[0].norm in vocabulary().by:
        return None  # the author of an article
    stop = next((i for i, token in enumerate(tokens) if token.norm in rules.hold), len(tokens))
    if any(is_verb(tokens, index) for index in range(stop)):
        return None
    while stop and not tokens[stop - 1].is_word:
        stop -= 1
    first = max((i + 1 for i in range(stop) if tokens[i].norm == "and"), default=0)
    while first < stop and (tokens[first].is_number or not tokens[first].text[0].isupper()):
        first += 1
    if stop - first < 2 or _office().isdisjoint(reading.lower[first:stop]):
        return None
    small = [token.norm for token in tokens[first:stop] if token.text.islower()]
    if not _named_with().issuperset(small):
        return None  # "Afghan refugees coming to X" names nobody
    named = tokens[stop - 1].text[0].isupper() and tokens[stop - 1].norm not in _office()
    return reading.words(first, stop) if named else None


@functools.cache
def _named_with() -> frozenset[str]:
    """Small words that stand in what somebody is called: "head of the mission for X"."""
    return _office().union(vocabulary().prepositions, {"the", "and"})


@functools.cache
def _office() -> frozenset[str]:
    """Words for who somebody is, before a name."""
    return vocabulary().people | vocabulary().titles


def _is_first_person(readings: Sequence[Reading]) -> bool:
    """Whether sentences say "I" and "we" outside quotes."""
    pronouns = lexicon.attribution().headings.first_person
    found = 0
    for reading in readings:
        quoted = False
        for token in reading.tokens:
            quoted ^= token.norm == '"'
            found += token.norm in pronouns and token.text != "US" and not quoted
    return found >= _FEWEST_FIRST_PERSONS


@remembered
def _posts(readings: Readings) -> tuple[Post, ...]:
    """The posts of a text, in order: each from the first line with a hashtag to its signature."""
    text = readings.article.text
    if "(@" not in text:
        return ()
    found: list[Post] = []
    for match in _SIGNATURE.finditer(text):
        reach = found[-1].stop if found else 0
        start = max(text.rfind("\n", reach, match.start()) + 1, reach)
        while start > reach:
            before = max(text.rfind("\n", reach, start - 1) + 1, reach)
            if "#" not in text[before:start]:
                break
            start = before
        found.append(Post(start, match.end(), match["author"].strip()))
    return tuple(found)
