"""Utterances: who says or carries what a sentence claims, on which side of the claim."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Sequence
from typing import Literal

from data import lexicon
from data.parse.reading import Reading
from data.parse.sources import Source, judge, vocabulary
from data.parse.sources_bounds import is_verb, source_after, source_before
from data.parse.sources_cues import CueMatch, CueType, find_cues
from data.parse.sources_labels import find_label
from data.parse.sources_verbs import has_complement, has_record, is_noun, opens_claim, speaking
from data.parse.tokens import Token

Side = Literal["leading", "trailing"]

_SIGNS = frozenset((",", ".", ";", ":", "—", '"', "(", ")", "?", "!", "…"))
_OPENS = frozenset((",", '"', "—", "'", ")", "…", "-"))


@dataclasses.dataclass(frozen=True, slots=True)
class Utterance:
    """A source with the verb or phrase that makes it one.

    Attributes:
        source: Who says or carries it.
        side: Whether it stands before what is claimed, or behind or inside it.
        first: Index of the first token of source and cue.
        stop: Index one past the last.
        doubts: The verb keeps a distance ("claims").
        carrier: The medium it was told to, or that quotes the source.
        carries: The source itself only carries it.
        inserted: It ends with the clause it stands in: "whose strength Moscow puts at 500, ...".
    """

    source: Source
    side: Side
    first: int
    stop: int
    doubts: bool = False
    carrier: Source | None = None
    carries: bool = False
    inserted: bool = False


def find_utterances(reading: Reading) -> list[Utterance]:
    """Utterances of a sentence in text order; none, at once, if it has no cue."""
    found: list[Utterance] = []
    for match in find_cues(reading.tokens):
        if found and match.first < found[-1].stop:
            continue  # "X was quoted as saying by Y" is told with its first verb
        utterance = _HANDLERS[match.cue.type](reading, match, found)
        if utterance is not None:
            while found and found[-1].first >= utterance.first:
                found.pop()  # the verb "report" of "a UN report said"
            found.append(utterance)
    return found


def _after_phrase(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "according to X" and "citing X"."""
    source = source_after(reading, match.stop)
    if source is None or (match.cue.rest == ("on",) and not has_record(reading, source)):
        return None
    return _trailing(match.first, source)


def _after_per(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read ", per X": behind a comma and of somebody known, since "per day" is no source."""
    if match.first and reading.tokens[match.first - 1].norm != ",":
        return None
    source = source_after(reading, match.stop)
    return _trailing(match.first, source) if source and source.nature != "other" else None


def _carried(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "reported by X", and the claimant before it in "Y was quoted by X"."""
    source = source_after(reading, match.stop)
    if source is None or source.nature == "other":
        return None
    helping = _helping_before(reading.tokens, match.first)
    said_by = None
    if match.first > helping and reading.tokens[match.first].norm in {"quoted", "cited"}:
        said_by = source_before(reading, helping)
    if said_by is not None:
        return dataclasses.replace(
            _beside(reading, said_by, match.first, source.stop), carrier=source
        )
    return dataclasses.replace(_trailing(match.first, source), carries=source.nature == "medium")


def _quoting(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "Y quoted X as saying" and "X was quoted as saying by Y"."""
    helping = _helping_before(reading.tokens, match.first)
    subject = source_before(reading, helping)
    if subject is None:
        return None
    if helping < match.first:
        stop, carrier = match.stop, None
        for index in range(match.stop, min(match.stop + 4, len(reading.tokens))):
            if reading.tokens[index].norm == "by":
                carrier = source_after(reading, index + 1)
                stop = carrier.stop if carrier else stop
        return dataclasses.replace(_beside(reading, subject, match.first, stop), carrier=carrier)
    quoted = source_after(reading, match.stop)
    if quoted is None or subject.nature == "other":
        return None
    return dataclasses.replace(
        _beside(reading, subject, match.first, quoted.stop), source=quoted, carrier=subject
    )


def _reckoning(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "the UN's estimate is" and "by the ministry's count"."""
    tokens = reading.tokens
    owner = match.first - 1
    while owner > 0 and tokens[owner].norm in _modifiers():
        owner -= 1
    if owner < 0:
        return None
    if tokens[owner].norm in {"its", "their", "his", "her"}:
        source = judge(reading, owner, match.stop)
    elif tokens[owner].norm == "'s":
        source = source_before(reading, owner)
        if source is not None and tokens[owner - 1].norm in vocabulary().occasions:
            source = dataclasses.replace(source, anaphor="record")  # "last week's estimate"
    else:
        return None
    if source is None or (source.nature == "other" and source.anaphor == "none"):
        return None
    if source.first and tokens[source.first - 1].norm in {"by", "on"}:
        return _trailing(source.first - 1, dataclasses.replace(source, stop=match.stop))
    following = tokens[match.stop].norm if match.stop < len(tokens) else ""
    counted = following == "of" and tokens[min(match.stop + 1, len(tokens) - 1)].is_number
    if following not in _states() and not counted:
        return None
    return Utterance(source, "leading", source.first, match.stop)


def _label(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "Berlin: ..." and "...: Sources" of headlines and list lines."""
    source = find_label(reading, match)
    if source is None:
        return None
    side: Side = "leading" if source.stop <= match.first else "trailing"
    return Utterance(source, side, min(source.first, match.first), max(source.stop, match.stop))


def _with_verb(reading: Reading, match: CueMatch, found: list[Utterance]) -> Utterance | None:
    saying = match.cue.saying
    assert saying is not None  # a cue of the type "verb" has its verb
    tokens = reading.tokens
    helping = _helping_before(tokens, match.first)
    if is_noun(reading, match, helping) or not has_complement(tokens, match):
        return None
    utterance = _passive(reading, match, helping)
    if utterance is None and not _is_passive(tokens, helping, match):
        utterance = _inverted(reading, match, helping) or _active(reading, match, helping, found)
    return utterance and dataclasses.replace(utterance, doubts=saying.doubts)


def _passive(reading: Reading, match: CueMatch, helping: int) -> Utterance | None:
    """Read "was estimated by X" and "was told in an announcement of X"."""
    tokens = reading.tokens
    if match.stop >= len(tokens) or match.first == 0:
        return None
    following = tokens[match.stop].norm
    helped = _is_passive(tokens, helping, match)
    participle = tokens[match.first].norm.endswith(("ed", "en", "told", "said", "given", "found"))
    if following == "by" and participle:
        if helped and match.cue.saying is not None and match.cue.saying.unless:
            return None  # "the blast was claimed by X"
        source = source_after(reading, match.stop + 1)
        return _trailing(match.first, source) if source and source.nature != "other" else None
    if following == "in" and helped:
        source = source_after(reading, match.stop + 1)
        return _trailing(match.first, source) if source and has_record(reading, source) else None
    return None


def _inverted(reading: Reading, match: CueMatch, helping: int) -> Utterance | None:
    """Read '..., said the ministry': the source stands behind its verb."""
    tokens = reading.tokens
    saying = match.cue.saying
    if saying is None or saying.lemma == "tell" or helping < match.first or not match.first:
        return None
    before = tokens[match.first - 1].norm
    quoted = before == '"' or (match.first > 1 and tokens[match.first - 2].norm == '"')
    if before not in {",", '"', "—", "-", "'"}:
        return None
    source = source_after(reading, match.stop)
    if source is None:
        return None
    if source.nature == "other" and not (
        saying.subject == "anyone" and _has_article(tokens, match.stop)
    ):
        return None
    if not quoted and not _closes(reading, source.stop):
        return None
    return Utterance(source, "trailing", match.first, source.stop)


def _active(
    reading: Reading, match: CueMatch, helping: int, found: list[Utterance]
) -> Utterance | None:
    tokens = reading.tokens
    saying = match.cue.saying
    shared = _shares_subject(tokens, match, helping)
    if shared and found:
        return None  # "X said 5 died, adding that 3 fled": X still speaks
    source = _initial(reading, helping) if shared else source_before(reading, helping)
    if saying is None or source is None or not speaking(reading, source, saying, match):
        return None
    utterance = _beside(reading, source, match.first, match.stop)
    if utterance.side == "leading" and not opens_claim(tokens, match):
        return None
    if shared:
        utterance = dataclasses.replace(utterance, side="leading", first=match.first)
    if saying.lemma == "tell":
        told = source_after(reading, match.stop)
        if told is not None and told.nature == "medium":
            utterance = dataclasses.replace(utterance, carrier=told)
    return utterance


def _beside(reading: Reading, source: Source, verb: int, stop: int) -> Utterance:
    """The utterance of a subject and its verb, on the side of the claim where it stands."""
    tokens = reading.tokens
    before = source.first - 1
    opener = tokens[before].norm if before >= 0 else ""
    parenthetical = (
        opener in {"as", "so"} and before > 0 and tokens[before - 1].norm in {",", "—", "(", "or"}
    )
    behind = (opener in _OPENS and before > 0) or parenthetical
    clause_before = behind and any(is_verb(tokens, index) for index in range(before))
    side: Side = "trailing" if behind and _tail_is_empty(tokens, stop, clause_before) else "leading"
    if opener == "that" and _is_relative(tokens, before, stop):
        side = "trailing"  # "the 500 that officials say are left"
    openers = {token.norm for token in tokens[max(0, before - 2) : source.first]}
    inserted = bool(openers & {"whose", "which"}) or (
        verb >= 2 and tokens[verb - 1].norm in {"who", "which"} and tokens[verb - 2].norm == ","
    )
    return Utterance(source, side, source.first, stop, inserted=inserted)


def _is_relative(tokens: Sequence[Token], that: int, stop: int) -> bool:
    """Whether "that" stands for the noun before it: its clause has no subject of its own."""
    if not that or is_verb(tokens, that - 1) or stop >= len(tokens):
        return False
    return is_verb(tokens, stop)


def _in_clock(tokens: Sequence[Token], index: int) -> bool:
    """Whether a colon or a full stop stands between digits: "at 9:30"."""
    return (
        0 < index < len(tokens) - 1 and tokens[index - 1].is_number and tokens[index + 1].is_number
    )


def _tail_is_empty(tokens: Sequence[Token], stop: int, clause_before: bool) -> bool:
    """Whether nothing is claimed between the verb and the next sign: "said on Monday,".

    Behind a clause "said in a report that ..." only describes the report.
    """
    words = vocabulary()
    for index in range(stop, len(tokens)):
        token = tokens[index]
        if token.norm in _SIGNS and not _in_clock(tokens, index):
            return token.norm != ":" or index == len(tokens) - 1  # "said:" opens what is claimed
        if token.norm in {"that", "how", "whether"}:
            if not (clause_before and tokens[index - 1].norm in words.records):
                return False
        elif is_verb(tokens, index):
            if not (clause_before and tokens[index - 1].norm in words.records):
                return False
        if index == stop and not (
            token.norm in words.prepositions
            or token.norm in words.occasions
            or _begins_occasion(tokens, index)
            or token.norm in _recipients()
            or (token.is_word and tokens[stop - 1].norm in {"told", "tells", "tell"})
        ):
            return False
    return True


def _begins_occasion(tokens: Sequence[Token], index: int) -> bool:
    """Whether "this morning" begins at a token."""
    following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    return tokens[index].norm == "this" and following in vocabulary().occasions


def _shares_subject(tokens: Sequence[Token], match: CueMatch, helping: int) -> bool:
    """Whether the verb has the subject of a verb before it: "met X and said", ", adding"."""
    if helping == 0:
        return tokens[match.first].norm.endswith("ing")
    before = tokens[helping - 1].norm
    if before in {"and", "but", "then"}:
        return True
    return tokens[match.first].norm.endswith("ing") and helping == match.first and before == ","


def _initial(reading: Reading, stop: int) -> Source | None:
    """The subject a sentence begins with, in front of its first verb."""
    tokens = reading.tokens
    first = 0
    for index in range(min(stop, 16)):
        if tokens[index].norm == "—" or (tokens[index].norm == "-" and _spaced(tokens, index)):
            first = index + 1
    if first < stop and tokens[first].norm in vocabulary().prepositions:
        comma = next((i for i in range(first, stop) if tokens[i].norm == ","), stop)
        first = comma + 1
    source = source_after(reading, first) if first < stop else None
    return source if source and source.stop < stop and source.nature != "other" else None


def _helping_before(tokens: Sequence[Token], verb: int) -> int:
    """Index of the first of the auxiliaries and adverbs right before a verb."""
    helping = _helping()
    while verb > 0:
        norm = tokens[verb - 1].norm
        adverb = norm.endswith("ly") and len(norm) > 4 and tokens[verb - 1].text.islower()
        if norm not in helping and not (adverb and norm not in {"family", "july", "italy"}):
            break
        verb -= 1
    return verb


def _is_passive(tokens: Sequence[Token], helping: int, match: CueMatch) -> bool:
    if tokens[match.first].norm.endswith("ing"):
        return False
    passive = lexicon.grammar().passive
    return any(tokens[index].norm in passive for index in range(helping, match.first))


def _closes(reading: Reading, stop: int) -> bool:
    """Whether a source behind its verb is over: no verb or complement follows."""
    tokens = reading.tokens
    if stop >= len(tokens):
        return True
    norm = tokens[stop].norm
    return (
        norm in _SIGNS
        or norm in vocabulary().occasions
        or norm in {"who", "on", "in", "at", "by", "after", "during", "as", "to"}
    )


def _has_article(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].norm in vocabulary().articles


def _trailing(first: int, source: Source) -> Utterance:
    return Utterance(source, "trailing", first, max(source.stop, first + 1))


def _spaced(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].end < tokens[index].start


@functools.cache
def _helping() -> frozenset[str]:
    grammar = lexicon.grammar()
    words = {*grammar.auxiliaries, *grammar.modals, *grammar.negations, *grammar.adverbs, "to"}
    return frozenset(words) - {
        "'s",
        "all",
        "if",
        "unless",
        "whether",
        "no",
        "since",
        "neither",
        "without",
    }


@functools.cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon.attribution().reckoning.modifiers)


@functools.cache
def _states() -> frozenset[str]:
    """What follows a reckoning that says how many: "the UN's estimate is"."""
    return frozenset(("is", "was", "are", "were", "stands", "stood", "now", "remains", ":"))


@functools.cache
def _recipients() -> frozenset[str]:
    return frozenset(("reporters", "journalists", "us", "me", "lawmakers", "parliament"))


_HANDLERS: dict[CueType, Callable[[Reading, CueMatch, list[Utterance]], Utterance | None]] = {
    "verb": _with_verb,
    "quoting": _quoting,
    "according": _after_phrase,
    "per": _after_per,
    "carried": _carried,
    "reckoning": _reckoning,
    "colon": _label,
    "dash": _label,
}
