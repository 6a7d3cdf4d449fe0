"""Speech: sources that a verb of saying has as its subject, in front or behind."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.credited import credits_ground
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.denying import denier_between
from data.parse.attribution.saying.openers import first_subject
from data.parse.attribution.saying.sides import SIGNS, Utterance, beside, trailing
from data.parse.attribution.saying.unsaid import claims_nothing, is_noun
from data.parse.attribution.saying.verbs import (
    absolute_opener,
    has_complement,
    has_record,
    is_issued,
    opens_claim,
    speaking,
    tells_by,
)
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.runs import before_occasion, head_of
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries, is_acronym, is_name, joins
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LEARNED_REACH = 4
"""Most words from "learned" to "from": "learned on Monday from a source"."""


def read_verb(reading: Reading, match: CueMatch, found: list[Utterance]) -> Utterance | None:
    """The utterance of a verb of saying, whichever side of it the source stands on."""
    saying = match.cue.saying
    if saying is None:
        return None
    tokens = reading.tokens
    if match.first and tokens[match.first - 1].norm == "-" and joins(tokens, match.first - 1):
        return None  # "a non-state armed group"
    helping = helping_before(tokens, match.first)
    complete = has_complement(tokens, match)
    if is_noun(reading, match, helping) or not (complete or credits_ground(reading, match)):
        return None
    utterance = None if saying.subject == "press" else _passive(reading, match, helping)
    if utterance is None and not _is_passive(reading.lower, helping, match):
        behind = _inverted(reading, match, helping)
        utterance = behind
        if behind is None or (behind.source.nature == "other" and not _ends_quote(reading, match)):
            utterance = _active(reading, match, helping, found) or behind
    if utterance is not None and not complete and utterance.source.anaphor == "record":
        return None  # "A more sober count gives them 40 districts"
    if utterance is None or not (saying.doubts or saying.promises):
        return utterance
    return utterance._replace(doubts=saying.doubts, promises=saying.promises)


def helping_before(tokens: Sequence[Token], verb: int) -> int:
    """Index of the first of the auxiliaries and adverbs right before a verb."""
    helping = _helping()
    while verb > 0:
        norm = tokens[verb - 1].norm
        adverb = norm.endswith("ly") and len(norm) > 4 and tokens[verb - 1].text.islower()
        since = norm == "since" and verb > 1 and tokens[verb - 2].norm in auxiliaries()
        if is_acronym(tokens[verb - 1]) and tokens[verb].text.islower():
            break  # "IS said in a statement"
        if norm not in helping and not since and not (adverb and norm not in _never_adverbs()):
            break
        verb -= 1
    return verb


def _passive(reading: Reading, match: CueMatch, helping: int) -> Utterance | None:
    """Read "was estimated by X" and "was told in an announcement of X"."""
    tokens = reading.tokens
    if match.stop >= len(tokens) or match.first == 0:
        return None
    following = tokens[match.stop].norm
    helped = _is_passive(reading.lower, helping, match)
    participle = tokens[match.first].norm.endswith(lexicon.attribution().grammar.passive_endings)
    saying = match.cue.saying
    if following == "by" and saying is not None and saying.promises:
        return None  # "the 40 men promised by X are on their way"
    if following == "by" and participle:
        if (
            saying is not None
            and saying.unless
            and (helped or reading.lower[match.first - 1] in lexicon.attribution().grammar.attacks)
        ):
            return None  # "the blast was claimed by X", "in an attack claimed by X"
        source = source_after(reading, match.stop + 1)
        return trailing(match.first, source) if source and source.nature != "other" else None
    if following == "in" and helped:
        source = source_after(reading, match.stop + 1)
        return trailing(match.first, source) if source and has_record(reading, source) else None
    return None


def _inverted(reading: Reading, match: CueMatch, helping: int) -> Utterance | None:
    """Read '..., said the ministry': the source stands behind its verb."""
    tokens = reading.tokens
    saying = match.cue.saying
    so = reading.lower[max(0, helping - 1) : match.first] == [":", "so"]
    if so and saying is not None and saying.subject == "anyone":
        source = source_after(reading, match.stop)  # "40 dead: so says the mayor"
        return source and Utterance(source, "trailing", helping, source.stop)
    if saying is None or saying.lemma == "tell" or helping < match.first or not match.first:
        return None
    if tokens[match.first].norm.endswith("ing"):
        return None  # "..., naming Herat"
    before = tokens[match.first - 1].norm
    quoted = _ends_quote(reading, match)
    if saying.complement and not quoted:
        return None  # ", put the figure at 134"
    if before not in {",", '"', "—", "-", "'"}:
        return None
    source = source_after(reading, match.stop)
    if source is None:
        return None
    if source.nature == "other" and not (
        saying.subject == "anyone" and _has_article(tokens, match.stop)
    ):
        return None
    described = _has_article(tokens, match.stop) and reading.lower[source.stop : source.stop + 1]
    counted = reading.tokens[source.first].is_number  # "..., said 40 people had died"
    if counted and not quoted:
        return None  # "The report, out on Friday, counts 40 soldiers on the books"
    if (counted or not quoted) and not _closes(reading, source.stop) and described != ["that"]:
        return None  # but "says the charity that runs it"
    return Utterance(_without_place(reading, source), "trailing", match.first, source.stop)


def _without_place(reading: Reading, source: Source) -> Source:
    """A person's name without where they spoke: "said Habib Nuri in Doha"."""
    words = vocabulary()
    occasion = before_occasion(reading.tokens, source.first, source.stop)
    if occasion < source.stop and source.nature in {"person", "name"}:
        return source._replace(words=reading.words(source.first, occasion))
    for index in range(source.first + 1, source.stop):
        if reading.lower[index] in words.at:
            named = is_name(reading, source.first, index)
            return source._replace(words=reading.words(source.first, index)) if named else source
    return source


def _ends_quote(reading: Reading, match: CueMatch) -> bool:
    """Whether a quote ends right before the verb."""
    return '"' in reading.lower[max(0, match.first - 2) : match.first]


def _active(
    reading: Reading, match: CueMatch, helping: int, found: list[Utterance]
) -> Utterance | None:
    tokens = reading.tokens
    saying = match.cue.saying
    shared = _shares_subject(tokens, match, helping)
    begin = found[-1].stop if found else 0
    denier = denier_between(reading, begin, helping) if shared else None
    if shared and found and denier is None:
        return None  # "X said 5 died, adding that 3 fled": X still speaks
    opener = absolute_opener(tokens, match.first)
    if shared:
        source = denier or first_subject(reading, helping)
    elif opener is not None:
        source = head_of(reading, opener + 1, match.first)
    else:
        source = source_before(reading, helping)
    if saying is None or source is None or not speaking(reading, source, saying, match):
        return None
    utterance = beside(reading, source, match.first, match.stop)
    person = source.anaphor in {"person", "body", "group"} or source.nature == "person"
    if saying.of_persons and source.nature == "person":
        person = False  # "The general, who found 40 prisoners"
    documented = source.nature == "record" or has_record(reading, source)
    person = (person or documented) and not saying.strictly
    if utterance.side == "leading" and not person and not opens_claim(tokens, match):
        return None
    if utterance.side == "leading" and claims_nothing(tokens, match):
        return None
    if shared:
        utterance = utterance._replace(side="leading", first=match.first)
    if saying.subject == "press":
        return _learned_from(reading, utterance)
    if saying.lemma == "tell":
        told = source_after(reading, match.stop)
        if told is not None and told.nature == "medium":
            utterance = utterance._replace(carrier=told)
    return utterance


def _learned_from(reading: Reading, utterance: Utterance) -> Utterance:
    """The utterance of "the agency learned on Monday from a source": the source says it."""
    tokens = reading.tokens
    for index in range(utterance.stop, min(utterance.stop + _LEARNED_REACH, len(tokens))):
        if tokens[index].norm == "from":
            source = source_after(reading, index + 1)
            if source is None or source.nature == "other":
                return utterance
            carrier = utterance.source
            return utterance._replace(source=source, carrier=carrier, stop=source.stop)
    return utterance


def _shares_subject(tokens: Sequence[Token], match: CueMatch, helping: int) -> bool:
    """Whether the verb has the subject of a verb before it: "met X and said", ", adding"."""
    if helping == 0:
        return tokens[match.first].norm.endswith("ing")
    before = tokens[helping - 1].norm
    if before in _sharing() or tells_by(tokens, helping):
        return True
    if tokens[match.first].norm.endswith("ing") and is_issued(tokens, match.first):
        return True
    return tokens[match.first].norm.endswith("ing") and helping == match.first and before == ","


def _is_passive(norms: Sequence[str], helping: int, match: CueMatch) -> bool:
    if norms[match.first].endswith("ing") or norms[match.first - 1] == "to":
        return False  # "is to announce"
    return not lexicon.grammar().passive.isdisjoint(norms[helping : match.first])


def _closes(reading: Reading, stop: int) -> bool:
    """Whether a source behind its verb is over: no verb or complement follows."""
    tokens = reading.tokens
    if stop >= len(tokens):
        return True
    norm = tokens[stop].norm
    if norm in vocabulary().issued or norm in vocabulary().made:
        return True  # "says a report out on Monday", "shows a paper seen by us"
    return norm in SIGNS or norm in vocabulary().occasions or norm in _behind_source()


def _has_article(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].norm in vocabulary().articles


@functools.cache
def _helping() -> frozenset[str]:
    grammar = lexicon.grammar()
    rules = lexicon.attribution().grammar
    words = {*grammar.auxiliaries, *grammar.modals, *grammar.negations, *grammar.adverbs}
    return frozenset((*words, *rules.helping)).difference(rules.never_helping)


@functools.cache
def _never_adverbs() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.never_adverbs)


@functools.cache
def _behind_source() -> frozenset[str]:
    return vocabulary().describing.union(lexicon.attribution().grammar.behind_source)


@functools.cache
def _sharing() -> frozenset[str]:
    """Words behind which a verb shares the subject of the one before."""
    return frozenset(lexicon.attribution().grammar.sharing)
