"""Verbs: whether a word is a verb of saying here, and whether its subject can be a speaker."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.lexicon.speech import Saying
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.own_clauses import opens_own_clause
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_number, is_verb, speech_verbs
from data.parse.reading import Reading
from data.parse.verbs import describes
from data.parse.words.tokens import Token

_COMPLEMENT_REACH = 18
"""Most words from a verb to the word that makes it a verb of saying: "put the toll at"."""

_AMOUNT_REACH = 6
"""Most words from "at" to the end of an amount: "at somewhere between five and six"."""

_ABSOLUTE_REACH = 10
"""Most words from "with" to the participle of "with a report saying"."""

_LONGEST_DOCUMENT = 5
"""Most words from "issued" to the noun of a document: "issued a short joint press statement"."""


_OPENER_REACH = 8
"""Most words from a verb to what opens its claim: "added on Monday in a statement that"."""


def absolute_opener(tokens: Sequence[Token], verb: int) -> int | None:
    """Index of the "with" in front of a subject and a participle: "with a report saying"."""
    if not tokens[verb].norm.endswith("ing"):
        return None
    for index in range(verb - 2, max(0, verb - _ABSOLUTE_REACH), -1):
        if tokens[index].norm == "with":
            return index
        if tokens[index].norm in vocabulary().coordinators:
            return None
        numbered = tokens[index].is_number and tokens[index + 1].text[0].isupper()  # "215 Corps"
        if not (tokens[index].is_word or numbered or tokens[index].norm in {"-", "'s"}):
            return None
    return None


def has_complement(tokens: Sequence[Token], match: CueMatch) -> bool:
    """Whether the words follow that a verb needs to be one of saying."""
    saying = match.cue.saying
    if saying is None or not saying.complement:
        return True
    claims = "that" in saying.complement and saying.subject != "record"
    if claims and opens_own_clause(tokens, match.stop):
        return True  # "residents maintain it was 40"
    for index in range(match.stop, min(match.stop + _COMPLEMENT_REACH, len(tokens))):
        token = tokens[index]
        if token.norm in saying.complement:
            return token.norm != "at" or _is_put_at(tokens, index + 1)
        if index == match.stop and _closes(tokens, match):
            return True  # "..., the minister promised."
        if token.norm in {";", "—"} or (saying.soon and not _tells_when(token)):
            return False
    return False


def _closes(tokens: Sequence[Token], match: CueMatch) -> bool:
    """Whether a verb in the past that needs a "that" ends what stands in front of it."""
    saying = match.cue.saying
    if saying is None or "that" not in saying.complement or saying.subject == "record":
        return False
    return tokens[match.stop].norm == "." and tokens[match.first].norm.endswith("ed")


def _tells_when(token: Token) -> bool:
    """Whether a word can be part of a time: "on", "that same day"."""
    words = vocabulary()
    if token.norm in words.occasions or token.norm in words.definite:
        return True
    if token.norm in lexicon.attribution().grammar.in_times:
        return True
    return token.norm in lexicon.grammar().adverbs


def _is_put_at(tokens: Sequence[Token], first: int) -> bool:
    """Whether an amount follows "at": "which X puts at 30", but not "patients put at risk"."""
    near = tokens[first : first + _AMOUNT_REACH]
    return any(is_number(token) or token.norm in _amounts() for token in near)


def opens_claim(tokens: Sequence[Token], match: CueMatch) -> bool:
    """Whether a verb in front of what it says has the word that it needs there."""
    saying = match.cue.saying
    if saying is None or not saying.opens or opens_own_clause(tokens, match.stop):
        return True
    if saying.lemma == "admit" and _admits_to(tokens, match.stop):
        return True
    following = {token.norm for token in tokens[match.stop : match.stop + _OPENER_REACH]}
    return not following.isdisjoint(saying.opens)


def _admits_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether it follows how many: "admit to 40 dead", "admitted only to losing 40"."""
    index += tokens[index].norm == "only" if index < len(tokens) else 0
    if index + 1 >= len(tokens) or tokens[index].norm != "to":
        return False
    behind = tokens[index + 1]
    return is_number(behind) or behind.norm.endswith("ing")


def speaking(reading: Reading, source: Source, saying: Saying, match: CueMatch) -> bool:
    """Whether a subject is one that the verb makes a source."""
    if describes(reading.tokens, match.first):
        return False  # "X hosts 900 registered Afghans"
    if _is_counted(reading, source, match):
        return False
    if saying.subject == "press":
        return source.nature == "medium" or not _press().isdisjoint(source.heads)
    if source.anaphor in {"person", "body", "group"}:
        return saying.subject != "record" or is_of_figures(reading, source)
    if not saying.states and _is_state(reading, source):
        return False
    if "lives" in saying.unless and source.words.lower().rpartition(" ")[2] in _rubrics():
        return False  # "Taliban Ambush Claims 4 Policemen"
    base = reading.tokens[match.first].norm == saying.lemma and saying.lemma not in saying.forms
    base = base and not (match.first and reading.lower[match.first - 1] in able_modals())
    base = base and not is_ahead(reading.lower, match.first)
    if base and saying.lemma not in verbal_lemmas() and _is_one(reading, source):
        return False  # "a customs post that"
    plural = _is_plural(source) or _has_plural_record(reading, source)
    made = saying.subject == "record" and _made_record(reading, source)
    if base and saying.lemma not in verbal_lemmas() and not plural and not made:
        return False  # the noun of "a UN report", "the Khovar state news agency"
    if saying.subject == "record":
        shown = (
            source.nature == "medium" and "papers" not in source.heads
        )  # budget papers show, too
        return made or has_record(reading, source) or shown
    if saying.subject == "speaker":
        if source.nature == "other" or (source.nature == "name" and reading.sentence.is_heading):
            return False
        ambiguous = reading.tokens[match.first].norm in {saying.lemma, saying.lemma + "s"}
        return not (ambiguous and _is_object(reading, source))
    past = reading.tokens[match.first].norm.endswith("ed")
    ambiguous = saying.lemma not in verbal_lemmas() and not past
    return not (ambiguous and _is_object(reading, source))


def is_of_figures(reading: Reading, source: Source) -> bool:
    """Whether a pronoun stands for what was put out before: "X released figures. They show 40"."""
    if source.first > 0 or source.anaphor == "person" or not reading.at:
        return False
    before = reading.whole[reading.at - 1]
    put_out = lexicon.attribution().records.put_out
    documented = not vocabulary().records.isdisjoint(before.norms)
    return documented and not put_out.isdisjoint(before.norms)


def is_ahead(norms: Sequence[str], verb: int) -> bool:
    """Whether it is known before what is said: "will announce", "is to announce"."""
    before = norms[max(0, verb - 2) : verb]
    return before[-1:] == ["will"] or before in (["is", "to"], ["are", "to"])


def _is_counted(reading: Reading, source: Source, match: CueMatch) -> bool:
    """Whether a participle tells of people that are counted: "of 900 IDPs recorded in Palma"."""
    if not reading.tokens[source.first].is_number or match.stop >= len(reading.tokens):
        return False
    participle = reading.lower[match.first].endswith("ed")
    return participle and reading.lower[match.stop] in vocabulary().prepositions


def has_record(reading: Reading, source: Source) -> bool:
    """Whether a source is a document, or is named by one of its own: "data from the ministry"."""
    return not vocabulary().records.isdisjoint(reading.lower[source.first : source.stop])


def _made_record(reading: Reading, source: Source) -> bool:
    """Whether a source made the document in front of it: "numbers gathered by X showed"."""
    words, first = vocabulary(), source.first
    before = reading.lower[max(0, first - 3) : first]
    if len(before) < 3 or before[2] not in words.by:
        return False
    return before[1] in words.made and before[0] in words.records


def _has_plural_record(reading: Reading, source: Source) -> bool:
    """Whether a source is named by several figures of its own: "data from the UN show"."""
    records = vocabulary().records
    if not has_record(reading, source):
        return False
    return any(
        token.norm in records and (token.norm.endswith("s") or token.norm in _plural_names())
        for token in reading.tokens[source.first : source.stop]
    )


def _is_plural(source: Source) -> bool:
    words = source.words.lower()
    last = words.rpartition(" ")[2]
    several = last.endswith("s") or last in vocabulary().several or last in _plural_names()
    return several or source.nature == "group" or " and " in words


def _is_one(reading: Reading, source: Source) -> bool:
    """Whether one word with "a" tells of somebody, who takes no plural verb."""
    word = source.words.lower()
    single = " " not in word and word not in _plural_names()
    return single and reading.lower[source.first] in vocabulary().indefinite


def _is_state(reading: Reading, source: Source) -> bool:
    """Whether a source is a country by its name alone."""
    return any(
        place.first == source.first and place.stop == source.stop and place.via == "name"
        for place in reading.names
    )


def _is_object(reading: Reading, source: Source) -> bool:
    """Whether a verb stands right before: "rejected Taliban claims"."""
    before = source.first - 1
    return (
        before >= 0
        and is_verb(reading.tokens, before)
        and reading.tokens[before].norm not in speech_verbs()
    )


def tells_by(tokens: Sequence[Token], helping: int) -> bool:
    """Whether something is said by what the subject did: "issued a statement to say"."""
    if helping < 2 or helping >= len(tokens) or tokens[helping].norm != "to":
        return False
    words = vocabulary()
    before = tokens[helping - 1].norm
    return before in words.records or before in _announcing()


def is_issued(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a document that the subject puts out says so: "issued a statement saying"."""
    if tokens[verb - 1].norm not in vocabulary().records:
        return False
    before = tokens[max(0, verb - 1 - _LONGEST_DOCUMENT) : verb - 1]
    return any(token.norm in issuing() for token in before)


@functools.cache
def _amounts() -> frozenset[str]:
    """Words of numbers and shares without a digit."""
    numbers = lexicon.numbers()
    return numbers.bare_shares.union(numbers.scales, numbers.plural_scales)


@functools.cache
def _rubrics() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.rubrics)


@functools.cache
def _press() -> frozenset[str]:
    media = lexicon.attribution().media
    return frozenset((*media.people, *media.generic))


@functools.cache
def verbal_lemmas() -> frozenset[str]:
    """Verbs of saying that no noun looks like."""
    return frozenset(lexicon.attribution().grammar.verbal)


@functools.cache
def issuing() -> frozenset[str]:
    """Verbs that put a statement, a report or a claim out."""
    return frozenset(lexicon.attribution().grammar.issuing)


@functools.cache
def _announcing() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.announcing)


@functools.cache
def _plural_names() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.plural_names)


@functools.cache
def able_modals() -> frozenset[str]:
    """Modals behind which something is said all the same: "can confirm that"."""
    return frozenset(lexicon.attribution().grammar.able)
