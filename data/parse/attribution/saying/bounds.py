"""Bounds: where the noun phrase begins that stands before a verb of saying."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.insertions import (
    clause_around,
    clause_before,
    made_at,
    opening_of,
    relative_before,
    relative_inside,
    relatives,
    wish_at,
)
from data.parse.attribution.sources.behind import is_called, joined, maker_of, name_behind
from data.parse.attribution.sources.issued import found_before, issuer_before
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.runs import head_of, leftmost
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import (
    determiners,
    is_name,
    is_relative,
)
from data.parse.reading import Reading

_SHORTEST_NAME = 2

_OPENING = frozenset((",", "(", "-", "—"))
"""Signs in front of "who" or "which"."""


def source_before(reading: Reading, stop: int, depth: int = 3) -> Source | None:
    """The source whose noun phrase ends right before a token; looks through insertions."""
    if stop <= 0 or not depth:
        return None
    norm = reading.tokens[stop - 1].norm
    if norm == "," and stop > 1 and reading.tokens[stop - 2].norm == ")":
        source = source_before(reading, stop - 1, depth)  # "the mission (UNAMA), has recorded"
        return source and (
            _speaking_for(reading, source, depth) or _holding(reading, source, depth) or source
        )
    if norm in {",", ")", "-", "—"}:
        return _before_insertion(reading, stop - 1, depth)
    if is_relative(reading.tokens[stop - 1]):
        comma = stop >= 2 and reading.tokens[stop - 2].norm in _OPENING
        return source_before(reading, stop - 2 if comma else stop - 1, depth - 1)
    nameless = made_at(reading.tokens, stop) or wish_at(reading.tokens, stop)
    if nameless is not None:
        return source_before(reading, nameless, depth - 1)
    if (issuer := issuer_before(reading, stop) or found_before(reading, stop)) is not None:
        return issuer
    first = leftmost(reading, stop)
    told = norm == "it" and reading.lower[max(0, stop - 2)] not in vocabulary().prepositions
    if told or norm in lexicon.attribution().grammar.persons:
        first = stop - 1  # "After the fall of X they claimed", "In May it had said"
    source = head_of(reading, first, stop) if first < stop else None
    if source is not None and reading.lower[source.first - 1 : source.first] == ["into"]:
        return None  # "the first team to get into Nuristan has confirmed"
    if source is not None and _is_object_of_clause(reading, source):
        return _antecedent(reading, source.first - 2, depth) or source
    if source is not None and source.anaphor == "record" and depth:
        return _in_record(reading, source, depth) or source
    if source is not None and (document := _only_seen_by(reading, source, depth)) is not None:
        return document
    return _around(reading, source, first, stop, depth)


def _around(
    reading: Reading, source: Source | None, first: int, stop: int, depth: int
) -> Source | None:
    """The source by what stands in front of its words: whom a clause is about, whose seat it is."""
    relative = first - 1
    known = source is not None and source.nature != "other"
    if not known and relative > 0 and reading.tokens[relative].norm in relatives():
        return _antecedent(reading, relative, depth) or source
    pronoun = relative_before(reading.tokens, relative)
    if pronoun is not None:
        return _antecedent(reading, pronoun, depth) or source
    if not known and (clause := clause_before(reading.tokens, relative)) is not None:
        named = source_before(reading, clause, depth - 1)
        return named if named is not None and named.nature in {"person", "group"} else source
    if source is not None and (seated := _seated_in(reading, source, depth)):
        return seated
    behind = reading.lower[stop + 1 : stop + 3]
    closed = behind[:1] in ([","], ["."]) and behind[1:] != ['"']
    return source if source is None or closed else _described(reading, source, depth)


def _is_object_of_clause(reading: Reading, source: Source) -> bool:
    """Whether somebody is only told of in a clause about who speaks: "the charity that runs X"."""
    first, words = source.first, vocabulary()
    if first < 3 or reading.lower[first] not in determiners():
        return False
    before, relative, verb = reading.lower[first - 3 : first]
    if relative not in relatives() or verb in words.occasions:
        return False
    noun = before in words.people | words.bodies | words.media
    return verb.endswith(("s", "ed")) and (noun or relative == "who")


def _only_seen_by(reading: Reading, medium: Source, depth: int) -> Source | None:
    """The document that a medium has of others: "a letter seen by X says"."""
    records, seen = lexicon.attribution().records, medium.first - 2
    if medium.nature != "medium" or seen < 1 or reading.lower[seen] not in records.seen:
        return None
    if reading.lower[seen + 1] not in records.to_whom:
        return None
    document = source_before(reading, seen, depth - 1)
    if document is None or document.nature != "record":
        return None
    return document._replace(stop=medium.stop, anaphor="none")


def _seated_in(reading: Reading, state: Source, depth: int) -> Source | None:
    """The body whose state stands behind it: "Ministry of Defense, Afghanistan tweeted"."""
    comma = state.first - 1
    if comma < 1 or reading.tokens[comma].norm != ",":
        return None
    if not any((p.first, p.stop) == (state.first, state.stop) for p in reading.names):
        return None
    body = source_before(reading, comma, depth - 1)
    if body is None or body.nature != "body" or body.heads.isdisjoint(vocabulary().bodies):
        return None
    return body._replace(stop=state.stop)


def _speaking_for(reading: Reading, body: Source, depth: int) -> Source | None:
    """Who speaks for a body: "Sana Farid, for the mission (UNAMA), said"."""
    comma = body.first - 2
    led = reading.lower[max(0, comma) : body.first]
    return source_before(reading, comma, depth - 1) if led == [",", "for"] else None


def _holding(reading: Reading, office: Source, depth: int) -> Source | None:
    """Who holds an office: "Gen. Sana Farid, head of the Air Command (AIRCOM), said"."""
    if reading.lower[max(0, office.first - 1)] != "," or office.nature != "person":
        return None
    named = source_before(reading, office.first - 1, depth - 1)
    if named is None or named.nature != "person" or not named.words[0].isupper():
        return None
    return named._replace(stop=office.stop, heads=named.heads | office.heads)


def _in_record(reading: Reading, record: Source, depth: int) -> Source | None:
    """The envoy of "the envoy, Ali Khan, in a tweet wrote"."""
    tokens = reading.tokens
    comma = record.first - 2
    if comma < 1 or tokens[comma + 1].norm not in vocabulary().at or tokens[comma].norm != ",":
        return None
    return source_before(reading, comma + 1, depth - 1) or source_before(reading, comma, depth - 1)


def _antecedent(reading: Reading, relative: int, depth: int) -> Source | None:
    """Who a relative clause is about: "the charity that employs them said"."""
    source = source_before(reading, relative, depth - 1)
    if source is None or source.nature in {"person", "group", "body"}:
        return source
    return source if reading.tokens[relative].norm == "who" else None


def _told_of_around(reading: Reading, first: int, depth: int) -> Source | None:
    """Whom a clause is about that what stands before a token is only part of."""
    comma = clause_around(reading.tokens, first)
    source = source_before(reading, comma, depth - 1) if comma else None
    return source if source is not None and source.nature != "other" else None


def _described(reading: Reading, source: Source, depth: int) -> Source:
    """Of "Ali Khan, a lawmaker from Herat told" it is the name that speaks."""
    tokens = reading.tokens
    comma = source.first - 1
    if comma < 1 or tokens[comma].norm != ",":
        return source
    if source.nature != "person" and tokens[source.first].norm not in determiners():
        return source
    inside = tokens[source.first : source.stop - _SHORTEST_NAME]
    named_last = is_name(reading, source.stop - _SHORTEST_NAME, source.stop)
    if named_last and vocabulary().prepositions.isdisjoint(token.norm for token in inside):
        return source  # "In Kandahar, police chief Ali Khan said"
    first = leftmost(reading, comma)
    quoted = first > 0 and tokens[first - 1].norm == '"'  # '"We fled," Noor, a farmer told us'
    if comma - first < _SHORTEST_NAME - quoted or not is_name(reading, first, comma):
        return source
    named = judge(reading, first, comma)
    if named is None or depth < 2 or _is_place(reading, first, comma):
        return source
    return Source(
        named.first,
        source.stop,
        named.words,
        named.code or source.code,
        "person",
        "none",
        named.heads | source.heads,
    )


def _is_place(reading: Reading, first: int, stop: int) -> bool:
    """Whether words are no name of a person but of a place: "have fled Deir Ezzor, the UN said"."""
    return any(first <= place.first and place.stop <= stop for place in reading.names)


def _before_insertion(reading: Reading, closing: int, depth: int) -> Source | None:
    """The source of "X, the envoy for Y, said" and "the spokesman, Ali Khan, said"."""
    tokens = reading.tokens
    opening = opening_of(tokens, closing)
    if not opening:
        relative = relative_inside(tokens, closing)
        if relative:
            return _antecedent(reading, relative, depth)
        return _told_of_around(reading, closing, depth)
    aged = opening > 1 and tokens[opening - 1].is_number and tokens[opening - 2].norm == ","
    outer = source_before(reading, opening - 2 if aged else opening, depth - 1)
    if outer is None and tokens[opening - 1].norm in vocabulary().asides:
        return _behind_aside(reading, closing, depth)
    told = _told_of_around(reading, opening if outer is None else outer.first, depth)
    if told is not None:
        return told
    if outer is None or outer.nature == "other":
        return None
    if outer.nature == "record" and (maker := _maker_inside(reading, opening, closing)):
        return maker._replace(first=outer.first, stop=closing + 1)
    return _with_insertion(reading, outer, opening, closing)


def _maker_inside(reading: Reading, opening: int, closing: int) -> Source | None:
    """Who made a document by an insertion: "figures, provided by X,", "figures, which X sent,"."""
    maker = maker_of(reading, opening + 1)
    named = maker is not None and maker.stop == closing
    return maker if named else issuer_before(reading, closing)


def _with_insertion(reading: Reading, outer: Source, opening: int, closing: int) -> Source | None:
    """The source with what stands between signs behind it: its name, its short form."""
    tokens = reading.tokens
    role = outer.nature == "body" or not is_name(reading, outer.first, outer.stop)
    if role and tokens[closing].norm == "," and name_behind(reading, opening) == closing:
        return joined(reading, outer, closing)
    inner = frozenset(token.norm for token in tokens[opening + 1 : closing])
    if tokens[opening + 1].norm in _naming() and tokens[opening + 2].norm == "as":
        called = judge(reading, opening + 3, closing)
        if called is not None and is_name(reading, opening + 3, closing):
            known = f"{outer.words} ({called.words})"
            return outer._replace(
                stop=closing + 1, words=known, anaphor="none", heads=outer.heads | inner
            )
    acronym = tokens[closing].norm == ")" and closing - opening == 2
    words = outer.words
    anaphor = outer.anaphor
    if acronym and tokens[opening + 1].text.isupper() and is_called(outer):
        begin = tokens[outer.stop - 1].end - len(words)
        words, anaphor = reading.text[begin : tokens[closing].end], "none"
    return Source(
        outer.first,
        closing + 1,
        words,
        outer.code,
        outer.nature,
        anaphor,
        outer.heads | inner,
    )


def _behind_aside(reading: Reading, closing: int, depth: int) -> Source | None:
    """The source of "Then, the charity, which works there, said" and "Then, the charity, said"."""
    relative = relative_inside(reading.tokens, closing)
    if relative:
        return _antecedent(reading, relative, depth)
    return source_before(reading, closing, depth - 1)


@functools.cache
def _naming() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.naming)
