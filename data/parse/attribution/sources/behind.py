"""Behind: the noun phrase that begins at a token and can be a source, with what names it."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.issued import issuer_behind
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.runs import rightmost
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import closes_acronym, is_abbreviation, is_name
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LONGEST_NAME = 7
"""Most tokens of a name in apposition: "Gen. Ali F. Khan Jr."."""

_MOST_ROLES = 3
"""Most words of what somebody is in front of their name: "former defence minister Ali Khan"."""


def source_after(reading: Reading, first: int) -> Source | None:
    """The source whose noun phrase begins at a token, with the name in apposition to it."""
    words = vocabulary()
    opening = reading.tokens[first].norm if first < len(reading.tokens) else ""
    if not opening or opening in words.prepositions:
        return None
    if opening in words.occasions and not _opens_record(reading.tokens, first):
        return None
    alone = opening in lexicon.attribution().grammar.persons  # "says he commands 40 men"
    stop = first + 1 if alone else rightmost(reading, first)
    if (issuer := issuer_behind(reading, first, stop)) is not None:
        return issuer
    source = judge(reading, first, stop) if stop > first else None
    if source is None:
        return None
    if source.nature == "record":
        maker = maker_of(reading, stop)
        if maker is not None and _is_only_seen(reading, stop, maker):
            return source._replace(stop=maker.stop, anaphor="none")
        if maker is not None:
            return maker._replace(first=first)
        return _placed(reading, source) or source
    if closes_acronym(reading.tokens, stop + 2):
        return with_acronym(reading, source)
    named = name_behind(reading, stop)
    if named and not is_name(reading, source.first, source.stop):
        return joined(reading, source, named)
    return source


def with_acronym(reading: Reading, source: Source) -> Source:
    """The source with the short name in brackets right behind it: "the aid office (ABCD)"."""
    tokens, opening = reading.tokens, source.stop
    short = tokens[opening + 1]
    if not short.text.isupper() or not is_called(source):
        return source
    begin = tokens[opening - 1].end - len(source.words)
    return source._replace(
        stop=opening + 3,
        words=reading.text[begin : tokens[opening + 2].end],
        anaphor="none",
        heads=source.heads | {short.norm},
    )


def is_called(source: Source) -> bool:
    """Whether a name may be told of with its short form: "the aid mission (UNAM)"."""
    return source.anaphor == "none" or (source.anaphor == "definite" and " " in source.words)


def _placed(reading: Reading, record: Source) -> Source | None:
    """A document with where it stands: "a statement on the presidential website"."""
    tokens = reading.tokens
    if record.stop + 1 >= len(tokens) or tokens[record.stop].norm != "on":
        return None
    stop = rightmost(reading, record.stop + 1)
    if stop == record.stop + 1 or tokens[record.stop + 1].norm in vocabulary().occasions:
        return None
    return judge(reading, record.first, stop)


def _opens_record(tokens: Sequence[Token], index: int) -> bool:
    """Whether a document is named without article: "according to statement of the army"."""
    words = vocabulary()
    named = index + 1 < len(tokens) and tokens[index].norm in words.records
    return named and tokens[index + 1].norm in words.by


def _is_only_seen(reading: Reading, index: int, maker: Source) -> bool:
    """Whether a medium has a document of others: "according to a letter seen by X"."""
    seen = lexicon.attribution().records.seen
    return maker.nature == "medium" and reading.lower[index] in seen


def maker_of(reading: Reading, index: int) -> Source | None:
    """Who made a document: X of "figures compiled by X", "the latest statement by X"."""
    tokens = reading.tokens
    if index < len(tokens) and tokens[index].norm in vocabulary().made:
        index += 1
    if index >= len(tokens) or tokens[index].norm not in vocabulary().by:
        return None
    maker = source_after(reading, index + 1)
    return maker if maker is not None and maker.nature != "other" else None


def name_behind(reading: Reading, comma: int) -> int | None:
    """Where a name in apposition ends that opens at a comma: ", Ali Khan,"."""
    tokens = reading.tokens
    if comma >= len(tokens) or tokens[comma].norm != ",":
        return None
    stop = begin = _past_roles(tokens, comma + 1)
    while stop < len(tokens) and stop - begin < _LONGEST_NAME:
        if tokens[stop].norm in {",", ".", '"'} and not is_abbreviation(tokens, stop):
            break
        stop += 1
    return stop if stop > begin and is_name(reading, begin, stop) else None


def _past_roles(tokens: Sequence[Token], index: int) -> int:
    """Index behind what somebody is, in front of a name: ", doctor Arif", ", Major General Ali"."""
    ranks = lexicon.attribution().transcript.titles
    known = (*ranks, *lexicon.attribution().state.former)
    reach = index + _MOST_ROLES
    while index < min(reach, len(tokens)):
        norm = tokens[index].norm
        if norm not in vocabulary().people and norm not in known:
            break
        index += 1
        index += is_abbreviation(tokens, index)
    return index


def joined(reading: Reading, role: Source, stop: int) -> Source | None:
    """The source of a role and the name in apposition that ends at a token."""
    source = judge(reading, role.first, stop)
    if source is None:
        return None
    owned = reading.lower[role.first] in vocabulary().owners  # "its head, Ali Khan, said"
    words = reading.words(role.first + 1, stop) if owned else source.words
    return Source(role.first, stop, words, source.code, role.nature, "none", source.heads)
