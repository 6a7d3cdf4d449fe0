"""Carried: who says a sentence of a quote, a list or an account that goes on."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.discourse.accounts import (
    in_one_paragraph,
    lister_of,
    reporter_of,
    teller_of,
    told_while,
)
from data.parse.attribution.discourse.documents import author_at
from data.parse.attribution.discourse.minutes import minuted
from data.parse.attribution.discourse.references import last_claimant, resolve
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.saying.labels import is_asked, speaker_at
from data.parse.attribution.saying.quotes import is_quoted
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.parts import counts_of_them, is_part, takes_up
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_verb
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.parse.words.phrases import PhraseMatcher

_LONGEST_LIST = 20
"""Most lines of a list that one "the ministry said:" opens."""


_LONGEST_QUOTE = 6
"""Most sentences of one quote that go without a source."""


_LONGEST_ACCOUNT = 4
"""Most sentences back to the source of an account that goes on."""


_LONGEST_PARAGRAPH = 2000
"""Characters back to which quotes are counted."""


_LONGEST_BULLET = 12


_LONGEST_TAIL = 14
"""Most tokens of a sentence that only says who said the one before."""


def carried_over(speech: Speech, at: int, utterances: Sequence[Utterance]) -> Source | None:
    """The source of a sentence that names none but goes on with what another says."""
    reading = speech.readings[at]
    start = reading.sentence.start
    speaker = speaker_at(reading.whole, start) or author_at(reading.whole, start)
    if speaker is None and not is_asked(reading.whole, start):
        speaker = speech.speaker
    if speaker is not None:
        return Source(0, 0, speaker, speech.code_of(speaker), "person", "none", frozenset())
    if utterances:
        return None
    if is_quoted(reading):
        return _speaker_behind(speech, at) or _speaker_before(speech, at)
    if _is_list_line(reading):
        opener = _opener_of_list(speech, at)
        if opener is not None or not at or not in_one_paragraph(speech, at - 1):
            return opener
    if at and speech.readings[at - 1].tokens[-1].norm == ":":
        return last_claimant(speech, at - 1)
    if _continues(speech, at):
        return _claimant_before(speech, at) or _said_next(speech, at)
    return (
        _said_next(speech, at)
        or _said_around(speech, at)
        or _reported(speech, at)
        or _wished(speech, at)
        or _said_of_both(speech, at)
        or teller_of(speech, at)
        or told_while(speech, at)
        or reporter_of(speech, at)
        or lister_of(speech, at)
        or minuted(speech, at)
    )


def _claimant_before(speech: Speech, at: int) -> Source | None:
    """Who says the sentence before, which may itself go on with the one before it."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_ACCOUNT), -1):
        if speech.utterances(place):
            return None if _is_contrasted(speech, place) else last_claimant(speech, place)
        if not _continues(speech, place):
            return None
    return None


def _is_contrasted(speech: Speech, at: int) -> bool:
    """Whether who speaks last only does so beside: "ten were there, though X had expected 30"."""
    last, lower = speech.utterances(at)[-1], speech.readings[at].lower
    opener = last.source.first - 1
    opener -= opener > 0 and lower[opener] in lexicon.grammar().determiners
    contrasts = lexicon.attribution().grammar.contrasts
    return last.side == "leading" and opener > 0 and lower[opener] in contrasts


def _said_around(speech: Speech, at: int) -> Source | None:
    """Who says the sentence before, if the one behind goes on: "..., the statement added"."""
    if at == 0 or at + 1 >= len(speech.readings):
        return None
    if not speech.utterances(at - 1) and not (at > 1 and speech.utterances(at - 2)):
        return None
    behind = speech.utterances(at + 1)
    if not behind or behind[0].source.anaphor in {"none", "owner"}:
        return None
    if speech.readings[at + 1].lower[behind[0].source.first] in vocabulary().indefinite:
        return None  # "a video showed" is a new one
    told = at - 1
    if (
        behind[0].first == 0
        and told
        and not speech.utterances(told)
        and in_one_paragraph(speech, at)
    ):
        told -= 1  # "A source said so. It rained. Here are 6. According to the source, they ..."
    before = last_claimant(speech, told)
    again = resolve(speech, at + 1, behind[0].source, ())
    if before is None or again is None or before.words != again.words:
        return None
    named = behind[0].source.anaphor == "definite"
    if named and behind[0].source.heads.isdisjoint(before.heads):
        return None  # "The movement claimed" need not go on with what the Taliban said
    return before


def _said_of_both(speech: Speech, at: int) -> Source | None:
    """Who says the sentence behind, if "he said" ends the paragraph that this one begins."""
    if at + 1 >= len(speech.readings) or not in_one_paragraph(speech, at):
        return None
    behind = speech.utterances(at + 1)
    if len(behind) != 1 or behind[0].side != "trailing" or behind[0].source.anaphor != "person":
        return None
    teller = resolve(speech, at + 1, behind[0].source, ())
    reading = speech.readings[at]
    named = teller is not None and teller.words in reading.words(0, len(reading.tokens))
    return None if named else teller  # "Sana Farid feeds 40. 'Rice,' she says." is told of her


def _said_next(speech: Speech, at: int) -> Source | None:
    """Who says it in the sentence behind, which says no more: "The ministry has announced.".

    One sentence that goes on with this one may stand between.
    """
    place = at + 1
    if place >= len(speech.readings) or not in_one_paragraph(speech, at):
        return None
    if place + 1 < len(speech.readings) and in_one_paragraph(speech, place):
        place += _continues(speech, place) and not speech.utterances(place)
    following = speech.readings[place]
    if len(following.tokens) > _LONGEST_TAIL:
        return None
    utterances = speech.utterances(place)
    if len(utterances) != 1 or not _says_no_more(following, utterances[0]):
        return None
    return resolve(speech, place, utterances[0].source, ())


def _says_no_more(reading: Reading, utterance: Utterance) -> bool:
    """Whether a sentence only names a source: "This was announced by X.", "X said this"."""
    tokens = reading.tokens
    opens = utterance.first <= 1 or (utterance.first == 2 and tokens[0].norm == "this")
    closes = utterance.stop >= len(tokens) - 1 or tokens[utterance.stop].norm == "this"
    return opens and closes


def _speaker_behind(speech: Speech, at: int) -> Source | None:
    """Who says a quote that a later sentence of the paragraph closes."""
    for place in range(at + 1, min(len(speech.readings), at + 1 + _LONGEST_QUOTE)):
        reading = speech.readings[place]
        if not in_one_paragraph(speech, place - 1):
            return None
        if not is_quoted(reading) or reading.tokens[0].norm == '"':
            return None
        utterances = speech.utterances(place)
        if utterances and utterances[0].side == "trailing":
            return resolve(speech, place, utterances[0].source, ())
    return None


def _speaker_before(speech: Speech, at: int) -> Source | None:
    """Who says a quote that goes on: '"...," X said. "..."'."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_QUOTE), -1):
        utterances = speech.utterances(place)
        if utterances:
            return resolve(speech, place, utterances[-1].source, utterances[:-1])
        if not is_quoted(speech.readings[place]):
            return None
    return None


@remembered
def _is_list_line(reading: Reading) -> bool:
    """Whether a sentence stands in a line of a list: "- Three planes left. Nine more are due."."""
    text, start = reading.text, reading.sentence.start
    reach = max(0, start - _LONGEST_PARAGRAPH)
    line = max(reach, text.rfind("\n", reach, start) + 1)
    bullet = text[line : min(start, line + _LONGEST_BULLET)].split(maxsplit=1)[:1]
    return bool(bullet) and bullet[0] in lexicon.sentence_rules().bullets


def _opener_of_list(speech: Speech, at: int) -> Source | None:
    """Who said the sentence that ends in a colon above a list."""
    place = _tops_of_lists(speech.readings[at].whole)[at - 1] if at else -1
    if place < max(0, at - _LONGEST_LIST) or speech.readings[place].tokens[-1].norm != ":":
        return None
    if speech.utterances(place) or not place or not in_one_paragraph(speech, place - 1):
        return last_claimant(speech, place)
    return last_claimant(speech, place - 1)  # "The UN told what it did. Its figures:"


@remembered
def _tops_of_lists(readings: Readings) -> Sequence[int]:
    """For each sentence the last one up to it that is no line of a list, or ends in a colon."""
    tops: list[int] = []
    top = -1
    for at, reading in enumerate(readings):
        if not _is_list_line(reading) or reading.text.startswith(":", reading.sentence.end - 1):
            top = at
        tops.append(top)
    return tops


def _reported(speech: Speech, at: int) -> Source | None:
    """Who says the sentence before, if this tells what would be: "It would take 5,000"."""
    tokens, modals = speech.readings[at].tokens, lexicon.attribution().continued.modals
    if at == 0 or speech.readings[at].norms.isdisjoint(modals) or not speech.utterances(at - 1):
        return None
    if not in_one_paragraph(speech, at - 1) and not _points_back(speech.readings[at]):
        return None  # "X would be the seventh town to fall" may be told by the article
    verb = next((i for i in range(len(tokens)) if is_verb(tokens, i)), None)
    if verb is None or tokens[verb].norm not in modals:
        return None
    return last_claimant(speech, at - 1)


def _wished(speech: Speech, at: int) -> Source | None:
    """Who says the sentence before, if this tells what they want: "They need 100 a day"."""
    opening = speech.readings[at].lower[:2]
    if opening[0] not in vocabulary().pronouns or not at or not in_one_paragraph(speech, at - 1):
        return None
    if lexicon.attribution().continued.wishes.isdisjoint(opening[1:]):
        return None
    meant = judge(speech.readings[at], 0, 1)
    meant = meant and resolve(speech, at, meant, ())
    teller = last_claimant(speech, at - 1)
    return teller if teller and meant and teller.words == meant.words else None


def _points_back(reading: Reading) -> bool:
    """Whether a sentence begins with something told before: "That would", "But the plan would"."""
    words, first = vocabulary(), int(reading.lower[0] in vocabulary().asides)
    opening = reading.lower[first] if first < len(reading.lower) else ""
    known = opening in words.definite or opening in words.pronouns or opening in words.owners
    return known or opening == "such"


def _continues(speech: Speech, at: int) -> bool:
    """Whether a sentence goes on with the one before: "Of those 5 were children"."""
    tokens = speech.readings[at].tokens
    rules = lexicon.attribution().continued
    together = at > 0 and in_one_paragraph(speech, at - 1)
    counted = tokens[0].is_number or tokens[0].norm in vocabulary().numbers
    if together and counted and len(tokens) > 1 and tokens[1].norm in rules.more:
        return True
    reading = speech.readings[at]
    if together and (is_part(reading, 0) or counts_of_them(reading)):
        return True
    if together and takes_up(speech.readings[at - 1], reading):
        return True
    for match in speech.readings[at].find(_continued()):
        if match.payload == "inside":
            return together or tokens[0].norm not in vocabulary().occasions
        if match.first == 0:
            following = tokens[match.stop].norm if match.stop < len(tokens) else ""
            return following not in rules.unless
    return False


@functools.cache
def _continued() -> PhraseMatcher[str]:
    rules = lexicon.attribution().continued
    opening = [(phrase, "opening") for phrase in rules.opening]
    return PhraseMatcher([*opening, *((phrase, "inside") for phrase in rules.inside)])
