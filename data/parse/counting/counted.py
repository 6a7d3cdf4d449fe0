"""Counted: what a number counts: the noun behind it, before it, or of the number before."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from data import lexicon
from data.lexicon.schema import NounClass
from data.parse.clauses import is_adverb, looks_finite
from data.parse.counting.nouns import noun_class
from data.parse.draft import Draft
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_LONGEST_PHRASE = 9
"""Most words between a number and the noun it counts."""

_LONGEST_INSERTION = 9
"""Most words between a number and its "of" in ", or slightly more than half, of"."""

_MEASURE_REACH = 18
"""Most words between "the number of X" and its figure."""

_NEAR = 2
"""Most sentences back from which a number without a noun goes on counting."""

_HALF_THE = frozenset({"the", "its", "their", "all", "his", "our"})

How = Literal["behind", "part", "participle", "measure", "before"]


class Counted(NamedTuple):
    """What a number counts.

    Attributes:
        first: Index of the first token of the noun phrase; where the number stops if none.
        stop: Index one past the noun phrase.
        noun: Class of the noun.
        words: The noun phrase; for an elliptical number that of the number before.
        how: Where it was found: right ``behind`` the number; as the group a ``part`` is taken
            of ("four of them"); a ``participle`` ("22 wounded"); a ``measure`` before it ("the
            number of X rose to"); or what the number ``before`` counted.
        whole: The number is the total of "x of y".
    """

    first: int
    stop: int
    noun: NounClass
    words: str
    how: How
    whole: bool = False


def find_counted(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What a number of a sentence counts; None where the text does not say.

    Args:
        reading: The sentence.
        quantity: One of its numbers.
        previous: The fact of the last number before it that counted something.
    """
    whole = is_whole(reading, quantity)
    tokens = reading.tokens
    index = _past_insertion(reading, quantity.outer_stop)
    found: Counted | None
    if quantity.is_ordinal and index < len(tokens) and tokens[index].norm in {"time", "case"}:
        found = Counted(index, index + 1, noun_class("things"), tokens[index].text, "behind")
    elif index < len(tokens) and tokens[index].norm == "of":
        found = _part_of(reading, index, previous)
        if found is not None and quantity.qualifier == "vague":
            found = found._replace(how="behind")  # "dozens of X" are no part of X
    elif quantity.is_fraction and index < len(tokens) and tokens[index].norm in _HALF_THE:
        found = _part_of(reading, index - 1, previous)
    else:
        found = _behind(reading, index)
    found = (
        found
        or _beside(reading, quantity)
        or _participle(reading, index, previous)
        or _measured(reading, quantity)
        or _same_as(reading, quantity, previous)
    )
    return found._replace(whole=whole) if found else None


def _past_insertion(reading: Reading, index: int) -> int:
    """From behind "212" to "of" in "212, or slightly more than half, of the 421 districts"."""
    tokens = reading.tokens
    if index < len(tokens) and tokens[index].norm == '"':
        return index + 1
    if index + 2 < len(tokens) and tokens[index].norm == "(":
        stop = min(len(tokens) - 1, index + _LONGEST_INSERTION)
        closing = (i for i in range(index + 1, stop) if tokens[i].norm == ")")
        return next(closing, index - 1) + 1
    if index + 1 < len(tokens) and tokens[index].norm == "out" and tokens[index + 1].norm == "of":
        return index + 1
    if index + 2 >= len(tokens) or tokens[index].norm != ",":
        return index
    for position in range(index + 1, min(len(tokens) - 1, index + _LONGEST_INSERTION)):
        if tokens[position].norm == ",":
            return position + 1 if tokens[position + 1].norm == "of" else index
    return index + 1 if tokens[index + 1].norm == "of" else index


def is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether this number is the y of "x of y", "all but two of y", or stands in "Of y, ..."."""
    tokens = reading.tokens
    owners = reading.place_stops
    index = quantity.outer_first
    skipped = _owning_words()
    while index > 0:
        word = tokens[index - 1].norm
        if word == "of":
            before = tokens[index - 2].norm if index > 1 else ""
            if before in lexicon.grammar().whole_openers or not before.isalnum():
                return True
            return any(part.outer_stop in {index - 1, index - 2} for part in reading.quantities)
        if word in skipped:
            index -= 1
        elif index in owners:
            index = owners[index]
        else:
            return False
    return False


def _part_of(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """Find the group behind "of": four of them, six of Badakhshan's 28 districts."""
    tokens = reading.tokens
    position = index + 1
    if position < len(tokens) and tokens[position].norm in lexicon.grammar().anaphoric:
        own = _predicate(reading, position + 1)
        if own is not None:
            return own._replace(how="part")
        if previous is None or previous.noun is None:
            return None
        return Counted(position, position + 1, previous.noun, previous.counted or "", "part")
    if _is_number_again(reading, position) and previous is not None and previous.noun is not None:
        return Counted(position, position, previous.noun, previous.counted or "", "part")
    totals = {other.outer_first: other.outer_stop for other in reading.quantities}
    owners = reading.place_starts
    skipped = _owning_words()
    while position < len(tokens):
        if position in totals:
            position = totals[position]
        elif tokens[position].norm in skipped:
            position += 1
        elif position in owners and _owns(reading, owners[position]):
            position = owners[position]
        else:
            break
    found = _behind(reading, position) if position < len(tokens) else None
    if found is not None:
        return found
    if position < len(tokens) and not _ends_phrase(reading, position):
        stop, _, _ = _phrase(reading, position)
        words = reading.words(position, max(stop, position + 1))
        return Counted(position, max(stop, position + 1), noun_class("things"), words, "behind")
    if previous is not None and previous.noun is not None:
        return Counted(index, index + 1, previous.noun, previous.counted or "", "part")
    return None


def _is_number_again(reading: Reading, index: int) -> bool:
    """Whether "of" is followed by "this number", "the total"."""
    tokens = reading.tokens
    if index + 1 >= len(tokens) or tokens[index].norm not in {"this", "that", "the", "these"}:
        return False
    return tokens[index + 1].norm in lexicon.grammar().measuring_nouns and (
        index + 2 >= len(tokens) or tokens[index + 2].norm != "of"
    )


def _owns(reading: Reading, stop: int) -> bool:
    return stop < len(reading.tokens) and reading.tokens[stop].norm == "'s"


def _predicate(reading: Reading, index: int) -> Counted | None:
    """What "of them" are said to be: "24 of them C-17s", "214 of them were soldiers"."""
    tokens = reading.tokens
    if index < len(tokens) and tokens[index].norm in lexicon.grammar().copulas:
        index += 1
    found = _behind(reading, index) if index < len(tokens) else None
    return found if found and found.first == index else None


def _said_to_be(reading: Reading, index: int) -> Counted | None:
    """What a number without a noun is said to be: "over 260 were Indians"."""
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().copulas:
        return None
    found = _behind(reading, index + 1) if index + 1 < len(tokens) else None
    return found._replace(how="part") if found and found.noun.unit == "people" else None


def _behind(reading: Reading, index: int) -> Counted | None:
    """The noun phrase that begins at a token: its last known noun, else a plural."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    if [token.norm for token in tokens[index : index + 3]] == ["the", "number", "of"]:
        index += 3  # "bringing to seven the number of districts"
    strong = index + 1 < len(tokens) and tokens[index + 1].norm == "strong"
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in {"-", "#"}
    ):
        if tokens[index].norm in {"others", "other"} and _ends_phrase(reading, index + 1):
            return None
        index += 1
    stop, noun, end = _phrase(reading, index)
    if noun is not None:
        noun, end = _members(reading, noun, end)
        words = {token.norm for token in tokens[index:end]}
        if noun.name == "people" and "taliban" in words:
            noun = noun_class("armed")  # "Taliban prisoners"
        elif noun.name == "people" and not words.isdisjoint(lexicon.grammar().uprooted):
            noun = noun_class("displaced")  # "undocumented returnee households"
        elif noun.name == "armed" and _listed_with_civilians(reading, end):
            noun = noun_class("people")
        return Counted(index, end, noun, reading.words(index, end), "behind")
    if strong and stop > index:
        return Counted(index, stop, noun_class("armed"), reading.words(index, stop), "behind")
    if stop == index:
        return None
    last = tokens[stop - 1]
    if last.norm == "s" and tokens[stop - 2].is_number:
        return Counted(index, stop, noun_class("equipment"), reading.words(index, stop), "behind")
    if stop in reading.demonym_stops:
        return Counted(index, stop, noun_class("people"), reading.words(index, stop), "behind")
    if last.is_number:  # "29 C-17"
        return Counted(index, stop, noun_class("equipment"), reading.words(index, stop), "behind")
    if last.norm == "military":
        return Counted(index, stop, noun_class("armed"), reading.words(index, stop), "behind")
    if _is_plural(last.norm) and not looks_finite(last):
        return Counted(index, stop, noun_class("things"), reading.words(index, stop), "behind")
    return None


def _phrase(reading: Reading, index: int) -> tuple[int, NounClass | None, int]:
    """Where a noun phrase stops, its last known noun, and where that noun stops."""
    tokens, nouns = reading.tokens, reading.nouns
    ends = _phrase_ends()
    verbs, starts = reading.verb_starts, reading.figure_starts
    noun: NounClass | None = None
    noun_stop = stop = index
    limit = min(len(tokens), index + _LONGEST_PHRASE)
    while stop < limit:
        if match := nouns.get(stop):
            noun, stop = match.payload, match.stop
            noun_stop = stop
            continue
        if stop + 1 in reading.peoples:
            noun, stop = noun_class("people"), stop + 1
            noun_stop = stop
            continue
        token = tokens[stop]
        norm = token.norm
        if (
            stop > index
            and token.start == tokens[stop - 1].end
            and (tokens[stop - 1].norm == "-" or tokens[stop - 1].is_number)
        ):
            stop += 1  # C-17s, T-72 tanks
            continue
        if norm in {"[", "]"}:
            stop += 1  # "pro-government [forces]": words that an editor put in
            continue
        if stop in starts:
            break
        if norm == "and" and noun is None and stop > index and _goes_on(reading, stop + 1):
            stop += 1  # "motor and special vehicles"
            continue
        if norm == "and" and tokens[stop - 1].norm == "military" and _goes_on(reading, stop + 1):
            noun, stop = None, stop + 1  # "military and transport planes"
            noun_stop = index
            continue
        if norm == "'" and noun is not None and stop + 1 in nouns:
            stop += 1  # "three militants' vehicles"
            continue
        if norm in ends or not (token.is_word or norm in _JOINTS):
            break
        if norm.endswith("ing") and stop > index and _is_plural(tokens[stop - 1].norm):
            break  # "18 partners consisting of"
        if (stop in verbs or looks_finite(token)) and (
            noun is not None
            or (stop > index and _is_plural(tokens[stop - 1].norm))
            or stop + 1 >= limit
            or (stop + 1 not in nouns and _ends_phrase(reading, stop + 1))
        ):
            break
        stop += 1
    while stop > noun_stop and tokens[stop - 1].norm in _JOINTS:
        stop -= 1
    if noun is not None and stop > noun_stop and _is_head(reading, noun_stop, stop):
        return stop, noun_class("things"), stop
    return stop, noun, noun_stop


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether an adjective and a noun stand at a token: "special vehicles"."""
    if index in reading.figure_starts or index + 1 >= len(reading.tokens):
        return False
    noun = index + 1 in reading.nouns or _is_plural(reading.tokens[index + 1].norm)
    return noun and reading.tokens[index].text.islower()


_JOINTS = frozenset({"-", "'s", "/", "&"})


def _is_head(reading: Reading, noun_stop: int, stop: int) -> bool:
    """Whether an unknown plural behind a known noun is the head: "12 police uniforms"."""
    words = reading.tokens[noun_stop:stop]
    last = words[-1]
    return (
        _is_plural(last.norm)
        and last.text.islower()
        and not any(looks_finite(word) for word in words)
        and stop not in reading.demonym_stops
        and words[0].norm != "'s"
        and not reading.tokens[noun_stop - 1].norm.endswith("s")
    )


def _listed_with_civilians(reading: Reading, stop: int) -> bool:
    """Whether people without arms are counted with armed ones: "soldiers and residents"."""
    tokens = reading.tokens
    while stop + 1 < len(tokens) and tokens[stop].norm in {",", "and"}:
        step = stop + 2 if tokens[stop + 1].norm == "and" else stop + 1
        if step >= len(tokens) or step in reading.figure_starts:
            return False
        _, noun, end = _phrase(reading, step)
        if noun is None or noun.unit != "people":
            return False
        if noun.name in {"people", "displaced"}:
            return True
        stop = end
    return False


def _members(reading: Reading, noun: NounClass, end: int) -> tuple[NounClass, int]:
    """The class of "members of the security forces" is that of the forces."""
    tokens = reading.tokens
    if tokens[end - 1].norm not in lexicon.grammar().group_words or end + 1 >= len(tokens):
        return noun, end
    if tokens[end].norm != "of":
        return noun, end
    _, inner, stop = _phrase(reading, end + 2 if tokens[end + 1].norm in {"the", "a"} else end + 1)
    return (inner, stop) if inner is not None and inner.unit == "people" else (noun, end)


def _beside(reading: Reading, quantity: Quantity) -> Counted | None:
    """The noun that a number stands behind as an insertion: "the soldiers - some 1,600 - fled"."""
    first = quantity.outer_first
    if first < 2 or reading.tokens[first - 1].norm not in {"—", "-", "("}:
        return None
    if reading.tokens[first - 1].end == reading.tokens[first].start and (
        reading.tokens[first - 1].norm == "-"
    ):
        return None
    for match in reading.nouns.values():
        if match.stop == first - 1:
            words = reading.words(match.first, match.stop)
            stop = quantity.outer_stop
            return Counted(stop, stop, match.payload, words, "measure")
    return None


def _participle(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """People or things in "40 killed", "22 others wounded"."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in lexicon.grammar().passive
    ):
        index += 1
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().result_participles:
        return None
    noun = noun_class("people")
    words = tokens[index].text
    if previous is not None and previous.noun is not None and previous.noun.unit == "people":
        noun, words = previous.noun, previous.counted or words
    return Counted(index, index, noun, words, "participle")


def _measured(reading: Reading, quantity: Quantity) -> Counted | None:
    """What a measure before the number is a measure of: "the number of refugees rose to N"."""
    tokens = reading.tokens
    first = quantity.outer_first
    lowest = max(0, first - _MEASURE_REACH)
    measures = lexicon.grammar().measuring_nouns
    for index in range(first - 1, lowest - 1, -1):
        if tokens[index].norm in measures and index not in reading.verb_starts:
            return _measure_at(reading, index, first)
        if tokens[index].norm in {";", "."}:
            break
    if (
        first > 1
        and tokens[first - 1].norm == "of"
        and (tokens[first - 2].norm in lexicon.grammar().force_words)
    ):  # "a military unit of several hundred"
        words = tokens[first - 2].text
        return Counted(
            quantity.outer_stop, quantity.outer_stop, noun_class("armed"), words, "measure"
        )
    closing = tokens[first - 1].norm if first else ""
    if closing in {"to", "at"} and first > 1:
        closing = tokens[first - 2].norm
    if closing == ":" or closing in lexicon.grammar().change_verbs or closing in _BEING:
        for index in range(lowest, first):
            if match := reading.nouns.get(index):
                return Counted(
                    first, first, match.payload, reading.words(index, match.stop), "measure"
                )
    return None


_BEING = frozenset({"be", "are", "were"})
"""Behind whom a number without a noun counts them: "people who were estimated to be 154,000"."""


def _measure_at(reading: Reading, index: int, first: int) -> Counted | None:
    """The noun that a measuring word is about: behind its "of", else right before it."""
    tokens = reading.tokens
    if index + 1 < first and tokens[index + 1].norm in {"of", "for"}:
        start = index + 2
        while start < first and tokens[start].norm in _owning_words():
            start += 1
        stop, noun, end = _phrase(reading, start)
        if noun is not None and end <= first:
            return Counted(first, first, noun, reading.words(start, end), "measure")
        if stop > start and stop <= first and _is_plural(tokens[stop - 1].norm):
            things = noun_class("people" if stop in reading.demonym_stops else "things")
            return Counted(first, first, things, reading.words(start, stop), "measure")
    if tokens[index].norm in lexicon.grammar().force_words:
        return Counted(
            first, first, noun_class("armed"), reading.words(index, index + 1), "measure"
        )
    before = tokens[index - 1].norm if index else ""
    if before in lexicon.grammar().force_adjectives:
        words = reading.words(index - 1, index + 1)
        return Counted(first, first, noun_class("armed"), words, "measure")
    if before in {"death", "casualty", "deaths"} or tokens[index].norm == "toll":
        return Counted(first, first, noun_class("casualties"), "dead", "measure")
    return None


def _same_as(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What the number before counted, for a number without a noun: "another 58 came"."""
    if previous is None or previous.noun is None or reading.at - previous.at > _NEAR:
        return None
    if quantity.is_ordinal and previous.noun.unit != "count":
        return None
    index = quantity.outer_stop
    while index < len(reading.tokens) and (
        reading.tokens[index].norm in lexicon.grammar().count_modifiers
    ):
        index += 1
    if index < len(reading.tokens) and reading.tokens[index].is_word:
        word = reading.tokens[index]
        if not (_ends_phrase(reading, index) or looks_finite(word) or is_adverb(word)):
            return None  # a noun the lexicon does not know
    if own := _said_to_be(reading, index):
        return own
    words = previous.counted or ""
    return Counted(quantity.outer_stop, quantity.outer_stop, previous.noun, words, "before")


def _ends_phrase(reading: Reading, index: int) -> bool:
    if index >= len(reading.tokens):
        return True
    token = reading.tokens[index]
    if token.norm in _phrase_ends() or index in reading.verb_starts:
        return True
    if index in reading.figure_starts:
        return True
    return not (token.is_word or token.norm in _JOINTS)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "suiy'"


@functools.cache
def _phrase_ends() -> frozenset[str]:
    grammar = lexicon.grammar()
    ends = grammar.prepositions | grammar.auxiliaries | grammar.modals | grammar.relatives
    ends |= grammar.conjunctions | grammar.adverbs | grammar.determiners | grammar.subordinators
    ends |= grammar.negations
    return ends - {"'s"}


@functools.cache
def _owning_words() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.determiners | grammar.owner_nouns | grammar.before_total
