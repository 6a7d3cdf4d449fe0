"""Constructions: what a verb or noun says is taken, and by whom."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from data import lexicon
from data.lexicon.capturing import CaptureRule
from data.parse.clauses import helping_words, is_participle, is_passive, looks_finite
from data.parse.inflection import verb_forms
from data.parse.names.places import province_of
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.reality import reality
from data.parse.statements.taken import (
    Taken,
    base_among,
    code_of,
    object_stop,
    objects_behind,
    taken_among,
)
from data.parse.statements.takers import (
    Taker,
    armed_group,
    government_of,
    holder,
    is_armed,
    owner_before,
    recipient,
    taker_of_subject,
)
from data.parse.subjects import find_subject

_SIGNS = frozenset({";", "—", ":", '"'})

_NOUN_REACH = 6
"""Most tokens from "possible" or "threat" to the noun it makes unreal."""

_RANK_REACH = 12
"""Most tokens of "the ninth of the country's 34 provincial capitals" before "to fall"."""

_TOWN_REACH = 2
"""Sentences back in which "the city" may have been named."""


class Construction(NamedTuple):
    """What changes hands, and who holds it afterwards.

    Attributes:
        places: What is taken, in text order; never empty.
        taker: Who holds it.
    """

    places: Sequence[Taken]
    taker: Taker


def construe(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule
) -> Construction | None:
    """What a verb or noun of a rule says; None where it tells of no capture.

    Args:
        reading: The sentence.
        match: The verb form or noun.
        rule: One of the rules it may belong to.
    """
    if rule.nouns:
        return _of_noun(reading, match)
    helping = helping_words(reading.tokens, match.first)
    if not _is_told(reading, match, helping):
        return None
    if "to" in helping and not {"have", "having"} & {*helping}:
        return _of_ranked(reading, match, rule, match.first - len(helping))
    if rule.taken == "subject":
        return _of_intransitive(reading, match, rule, match.first - len(helping))
    if is_passive(reading.tokens, match.first):
        return _of_passive(reading, match, rule, match.first - len(helping))
    return _of_active(reading, match, rule) or _of_participle(reading, match, rule)


def _is_told(
    reading: Reading, match: Match[Sequence[CaptureRule]], helping: Sequence[str]
) -> bool:
    """Whether a verb form says that something happened, and is a verb at all."""
    grammar, tokens = lexicon.grammar(), reading.tokens
    before = tokens[match.first - 1].norm if match.first else ""
    if not helping and before in grammar.determiners and before != "that":
        return False
    if reality(reading, match.first) != "real":
        return False
    if not tokens[match.first].norm.endswith("ing") or "having" in helping:
        return True
    return not helping and before in lexicon.captures().gerund_leads


def _of_noun(reading: Reading, match: Match[Sequence[CaptureRule]]) -> Construction | None:
    """The fall of X, X's fall, its loss."""
    tokens, words = reading.tokens, lexicon.captures()
    near = reading.lower[max(0, match.first - _NOUN_REACH) : match.first]
    if not words.unreal.isdisjoint(near) or reality(reading, match.first) != "real":
        return None
    before = tokens[match.first - 1].norm if match.first else ""
    behind = tokens[match.stop].norm if match.stop < len(tokens) else ""
    places: Sequence[Taken] = ()
    if behind == "of":
        places = objects_behind(reading, match.stop + 1)
        places = places or _town_at(reading, match.stop + 1)
    elif before == "'s":
        places = [taken for taken in _named(reading) if taken.stop == match.first - 1]
    elif before == "its":
        places = _town_before(reading, match.first)
    if not places:
        return None
    country = _country(places)
    taker = recipient(reading, places[-1].stop, country, by=False) if behind == "of" else None
    taker = taker or owner_before(reading, match.first) or armed_group(reading, match.first)
    return Construction(places, taker) if taker else None


def _of_active(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule
) -> Construction | None:
    """Y took X; X, which Y took; Z lost X to Y."""
    places = _objects(reading, rule, match.stop)
    if rule.needs == "town-alone" and not (places and places[0].first <= match.stop + 1):
        return None
    places = places or _town_at(reading, match.stop) or _relative(reading, match.first)
    if not places:
        return None
    country = _country(places)
    if rule.taker == "subject":
        taker = taker_of_subject(reading, match.first, country)
    else:
        subject = find_subject(reading, match.first)
        if subject is None or is_armed(subject):
            return None
        taker = recipient(reading, match.stop, country, by=False)
        taker = taker or _unnamed(reading, match.first, rule, country)
    return Construction(places, taker) if taker else None


def _of_passive(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule, end: int
) -> Construction | None:
    """X was taken by Y; three more were taken: X, Y and Z."""
    places = _subjects(reading, rule, end)
    if not places and ":" in reading.lower[match.stop :]:
        colon = reading.lower.index(":", match.stop)
        places = objects_behind(reading, colon + 1)
    return _by(reading, match, rule, places)


def _of_participle(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule
) -> Construction | None:
    """X, taken by Y on Monday; X taken (in a headline); the sixth capital taken by Y."""
    tokens, first = reading.tokens, match.first
    if not is_participle(tokens[first]) and tokens[first].norm not in {"lost", "overrun"}:
        return None
    if match.stop < len(tokens) and not _may_end(reading, match.stop):
        return None
    if first and tokens[first - 1].norm in lexicon.captures().capitals:
        return _of_ranked(reading, match, rule, first)
    is_behind_comma = first > 1 and tokens[first - 1].norm == ","
    end = first - 1 if is_behind_comma else first
    places = _subjects(reading, rule, end)
    if not places or places[-1].stop < end - (0 if is_behind_comma else 2):
        return None
    return _by(reading, match, rule, places)


def _of_intransitive(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule, end: int
) -> Construction | None:
    """X fell; X came under Y's control; X lost its capital."""
    if not _falls(reading, match, rule):
        return None
    places = _subjects(reading, rule, end)
    if not places:
        return None
    country = _country(places)
    if rule.taker == "holding":
        taker = holder(reading, match.stop, country)
    elif rule.unnamed == "nobody":
        taker = recipient(reading, match.stop - 1, country, by=False)
    else:
        taker = recipient(reading, match.stop, country, by=False)
        directly = match.stop < len(reading.tokens) and reading.tokens[match.stop].norm == "to"
        taker = taker or (None if directly else _unnamed(reading, match.first, rule, country))
    return Construction(places, taker) if taker else None


def _falls(reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule) -> bool:
    """Whether what stands behind a verb leaves it the meaning that its rule has in mind."""
    tokens, words = reading.tokens, lexicon.captures()
    behind = tokens[match.stop : match.stop + 3]
    if rule.needs == "capitals":
        norms = [token.norm for token in behind]
        return norms[:1] in (["its"], ["their"]) and not words.capitals.isdisjoint(norms)
    if rule.needs == "story":
        at = reading.at
        told = at > 0 and not words_of_captures().first_words.isdisjoint(reading.whole[at - 1].norms)
        return told and bool(behind) and (behind[0].norm in {"on", ","} or _may_end(reading, match.stop))
    if not behind or rule.taker == "holding":
        return True
    return behind[0].norm not in words.other_falls and not behind[0].is_number


def _of_ranked(
    reading: Reading, match: Match[Sequence[CaptureRule]], rule: CaptureRule, end: int
) -> Construction | None:
    """X became the sixth capital to fall; X, the latest taken; the first to fall was X."""
    tokens, words = reading.tokens, lexicon.captures()
    if not _is_ranked(reading, end):
        return None
    places: Sequence[Taken] = ()
    for index in range(end - 1, max(-1, end - _RANK_REACH), -1):
        norm = tokens[index].norm
        if norm in words.becoming:
            before = index - len(helping_words(tokens, index))
            places = _subjects(reading, rule, before)
            break
        if norm == ",":
            places = _subjects(reading, rule, index)
            break
    if not places and match.stop < len(tokens):
        behind = next((i for i in range(match.stop, len(tokens)) if tokens[i].norm in words.becoming), None)
        if behind is not None and behind - match.stop <= _NOUN_REACH:
            places = objects_behind(reading, behind + 1)
    if not places:
        return None
    country = _country(places)
    taker = recipient(reading, match.stop, country, by=False)
    taker = taker or _unnamed(reading, match.first, rule, country)
    return Construction(places, taker) if taker else None


def _is_ranked(reading: Reading, end: int) -> bool:
    """Whether the words before say which of several it is: "the sixth capital", "the latest"."""
    words = lexicon.captures()
    near = reading.lower[max(0, end - _RANK_REACH) : end]
    if words.ranks.isdisjoint(near) and lexicon.numbers().ordinals.keys().isdisjoint(near):
        return False
    return "yet" not in near and "not" not in near


def _by(
    reading: Reading,
    match: Match[Sequence[CaptureRule]],
    rule: CaptureRule,
    places: Sequence[Taken],
) -> Construction | None:
    """What a passive says of some places."""
    if not places:
        return None
    country = _country(places)
    taker = recipient(reading, match.stop, country, by=rule.taker == "subject")
    taker = taker or _unnamed(reading, match.first, rule, country)
    return Construction(places, taker) if taker else None


def _unnamed(reading: Reading, index: int, rule: CaptureRule, country: str) -> Taker | None:
    if rule.unnamed == "government":
        return government_of(country)
    return armed_group(reading, index) if rule.unnamed == "armed-group" else None


def _subjects(reading: Reading, rule: CaptureRule, end: int) -> Sequence[Taken]:
    """The places in the subject that ends before a token, "which" and an insertion stepped over."""
    tokens, relatives = reading.tokens, lexicon.grammar().relatives
    if end > 1 and tokens[end - 1].norm in relatives | {"that"}:
        end -= 1
    among = _finder(reading, rule)
    begin = _subject_first(reading, end)
    places = among(reading, begin, end)
    if not places and end - begin <= 1 and begin and tokens[end - 1].norm in {"and", "then"}:
        verb = next((v.first for v in reversed(reading.verbs) if v.stop <= end), None)
        if verb is not None:  # "X was attacked and captured"
            end = verb - len(helping_words(tokens, verb))
            places = among(reading, _subject_first(reading, end), end)
    if rule.needs == "capitals":
        return _provinces(places)
    return places or _town_before_verb(reading, begin, end)


def _provinces(places: Sequence[Taken]) -> Sequence[Taken]:
    """The provinces meant by names that a province may share with its capital."""
    named = [taken._replace(code=province_of(taken.code) or "") for taken in places]
    return [taken for taken in named if taken.code]


def _subject_first(reading: Reading, end: int) -> int:
    """Index of the first token that a subject ending at a token can have."""
    tokens, openers = reading.tokens, _subject_openers()
    for index in range(end - 1, -1, -1):
        if tokens[index].norm in openers and index < end - 1:
            return index + 1
        if index in reading.verb_tokens or looks_finite(tokens[index]):
            return index + 1
    return 0


def _objects(reading: Reading, rule: CaptureRule, first: int) -> Sequence[Taken]:
    find = _finder(reading, rule)
    if find is taken_among:
        return objects_behind(reading, first)
    return find(reading, first, object_stop(reading, first))


def _finder(
    reading: Reading, rule: CaptureRule
) -> Callable[[Reading, int, int], Sequence[Taken]]:
    """What finds the places of a phrase: towns, or the bases that are handed over."""
    facilities = lexicon.captures().facilities
    has_base = not facilities.isdisjoint(reading.norms)
    if rule.needs == "facility":
        return base_among if has_base else _none_among
    return _none_among if has_base and rule.needs == "no-facility" else taken_among


def _none_among(_reading: Reading, _first: int, _stop: int) -> Sequence[Taken]:
    return ()


def _relative(reading: Reading, verb: int) -> Sequence[Taken]:
    """X of "X, which Y took"."""
    clause = reading.clause_of(verb)
    if clause.opener != "which" or clause.first < 2:
        return ()
    return [taken for taken in _named(reading) if taken.stop == clause.first - 1]


def _named(reading: Reading) -> list[Taken]:
    """Every place of a sentence that can be taken."""
    return [
        Taken(code, place.first, place.stop)
        for place in reading.places
        if place.via not in {"demonym", "owner", "anaphor"}
        and not place.landmark
        and (code := code_of(reading, place))
    ]


def _town_at(reading: Reading, first: int) -> Sequence[Taken]:
    """The town that "the city" right at a token stands for, or the capital of a country."""
    match = _stand_ins().match_at(reading.tokens, first) if first < len(reading.tokens) else None
    if match is None:
        return ()
    if match.payload:
        return [Taken(match.payload, match.first, match.stop)]
    behind = reading.lower[match.stop : match.stop + 1]
    named = any(place.first in {match.stop, match.stop + 1} for place in reading.places)
    if named or behind in (["of"], ["'s"], ["-"]):
        return ()
    return [taken._replace(first=match.first, stop=match.stop) for taken in _town_before(reading, first)]


def _town_before_verb(reading: Reading, begin: int, end: int) -> Sequence[Taken]:
    match = _stand_ins().match_before(reading.tokens, end)
    return _town_at(reading, match.first) if match and match.first >= begin else ()


def _town_before(reading: Reading, index: int) -> Sequence[Taken]:
    """The town named last before a token, in its sentence or one right before."""
    for at in range(reading.at, max(-1, reading.at - _TOWN_REACH - 1), -1):
        other = reading if at == reading.at else reading.whole[at]
        towns = [
            taken
            for taken in _named(other)
            if "/" in taken.code and (other is not reading or taken.stop <= index)
        ]
        if towns:
            return [towns[-1]._replace(first=index, stop=index + 1)]
    return ()


def _may_end(reading: Reading, index: int) -> bool:
    """Whether a token can stand behind a verb that has no object."""
    token = reading.tokens[index]
    if not token.is_word:
        return not token.is_number
    grammar = lexicon.grammar()
    return (
        token.norm in grammar.prepositions
        or token.norm in lexicon.captures().behind - grammar.determiners
        or any(reading.index_at(time.start) == index for time in reading.times)
    )


def _country(places: Sequence[Taken]) -> str:
    code = places[0].code
    table = (lexicon.cities(), lexicon.crossings(), lexicon.provinces())
    return next(entries[code].country for entries in table if code in entries)  # type: ignore[attr-defined]


@functools.cache
def words_of_captures() -> PhraseMatcher[tuple[CaptureRule, ...]]:
    """Every verb form and noun with the rules it may belong to."""
    captures = lexicon.captures()
    rules: dict[str, list[CaptureRule]] = {}
    for rule in captures.capture:
        forms = [
            form
            for verb in rule.verbs
            for form in verb_forms(verb, captures.irregular.get(verb.split()[0], ()))
        ]
        for form in dict.fromkeys((*forms, *rule.nouns)):
            rules.setdefault(form, []).append(rule)
    return PhraseMatcher((form, tuple(own)) for form, own in rules.items())


@functools.cache
def _stand_ins() -> PhraseMatcher[str]:
    """Words that stand for a town: for that named last, or for the capital of a country."""
    captures = lexicon.captures()
    capitals = [(words.lower(), code) for words, code in captures.national_capitals.items()]
    return PhraseMatcher([*capitals, *((words, "") for words in captures.towns)])


@functools.cache
def _subject_openers() -> frozenset[str]:
    grammar = lexicon.grammar()
    return _SIGNS | grammar.subordinators | grammar.relatives | {"that", "since", "before"}
