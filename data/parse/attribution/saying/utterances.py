"""Utterances: who says or carries what a sentence claims, found by its cues."""

from __future__ import annotations

import functools
from collections.abc import Callable

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.claims import claimed_in
from data.parse.attribution.saying.cues import CueMatch, CueType, find_cues
from data.parse.attribution.saying.gapped import gapped
from data.parse.attribution.saying.labels import find_label
from data.parse.attribution.saying.quotes import PRONOUNS, within_quote
from data.parse.attribution.saying.reckonings import aside_at, reckoned
from data.parse.attribution.saying.sides import Side, Utterance, beside, trailing
from data.parse.attribution.saying.speech import helping_before, read_verb
from data.parse.attribution.saying.verbs import has_record
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.words import is_relative, speech_verbs
from data.parse.reading import Reading

_LONGEST_GAP = 4
"""Most words between a medium's verb and "citing": "reported on Sunday citing"."""

_CARRIERS: frozenset[Nature] = frozenset(("medium", "body"))
"""Who passes on what it cites; a person makes it their own."""


def find_utterances(reading: Reading) -> list[Utterance]:
    """Utterances of a sentence in text order; none, at once, if it has no cue."""
    found: list[Utterance] = []
    for match in find_cues(reading.lower):
        if found and match.first < found[-1].stop:
            continue  # "X was quoted as saying by Y" is told with its first verb
        if found and _describes(reading, found[-1], match):
            continue  # "according to medics who said the road was shut"
        utterance = _HANDLERS[match.cue.type](reading, match, found)
        source = within_quote(reading, utterance.source) if utterance is not None else None
        if utterance is not None and source is not None:
            utterance = utterance._replace(source=source)
            while found and found[-1].first >= utterance.first:
                if _tells_aside(found[-1], utterance):
                    utterance = utterance._replace(first=match.first)
                    break
                utterance = _with_cited(utterance, found.pop())
            if utterance.cites and found and _goes_with(reading, found[-1], utterance):
                utterance = _passed_on(reading, found.pop(), utterance)
            found.append(_within_aside(reading, utterance))
            found += gapped(reading, match, utterance)
    told = [one for one in found if not one.promises]
    return told if told else [one for one in found if one.source.anaphor not in PRONOUNS]


def _tells_aside(aside: Utterance, utterance: Utterance) -> bool:
    """Whether who speaks is told to have said more: "Guards, who had counted 40, said 12 fell"."""
    same = aside.source.words == utterance.source.words
    return aside.inserted and same and aside.source.first == utterance.source.first


def _within_aside(reading: Reading, utterance: Utterance) -> Utterance:
    """The utterance with where the aside begins that it ends: "(40 men, a guard said)"."""
    if utterance.side != "trailing" or utterance.aside is not None:
        return utterance
    if reading.lower[utterance.stop : utterance.stop + 1] in ([","], []):
        return utterance
    return utterance._replace(aside=aside_at(reading, utterance.first, utterance.stop))


def _describes(reading: Reading, before: Utterance, match: CueMatch) -> bool:
    """Whether a verb belongs to a relative clause about the source that stands behind its cue."""
    relative = before.stop
    if not before.first:  # "According to medics, who spoke to us, the road was shut"
        relative += reading.lower[relative : relative + 2] == [",", "who"]
    return (
        before.side == "trailing"
        and relative == helping_before(reading.tokens, match.first) - 1
        and is_relative(reading.tokens[relative])
    )


def _with_cited(utterance: Utterance, inner: Utterance) -> Utterance:
    """Read "the agency, citing X, said"; anything else inside is a noun: "a UN report said"."""
    if not inner.cites or utterance.source.nature not in _CARRIERS:
        return utterance
    return utterance._replace(source=inner.source, carrier=utterance.source)


def _goes_with(reading: Reading, carrier: Utterance, citing: Utterance) -> bool:
    """Whether "citing X" tells whom the medium cites that stands right before it."""
    gap = reading.tokens[carrier.stop : citing.first]
    near = len(gap) <= _LONGEST_GAP and all(token.is_word for token in gap)
    return near and carrier.source.nature == "medium" and carrier.carrier is None


def _passed_on(reading: Reading, carrier: Utterance, citing: Utterance) -> Utterance:
    """The utterance of "the agency reported citing X"."""
    stop = _past_saying(reading, citing.stop)
    ends = stop >= len(reading.tokens) - 1
    return carrier._replace(
        source=citing.source,
        carrier=carrier.source,
        stop=stop,
        side="trailing" if ends and carrier.first else carrier.side,
    )


def _after_phrase(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "according to X" and "citing X"."""
    source = source_after(reading, match.stop)
    if source is None or (match.cue.rest == ["on"] and not has_record(reading, source)):
        return None
    if source.nature == "other" and not source.heads.isdisjoint(_measures()):
        return None  # "according to the needs of the people"
    return trailing(match.first, source)


def _citing(reading: Reading, match: CueMatch, found: list[Utterance]) -> Utterance | None:
    """Read "citing X" of somebody or something that speaks, not "citing concerns"."""
    utterance = _after_phrase(reading, match, found)
    if utterance is None or utterance.source.nature == "other":
        return None
    return utterance._replace(cites=True)


def _after_per(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read ", per X": behind a comma and of somebody known, since "per day" is no source."""
    alone = not match.cue.rest  # but "lived there as per a ministry count"
    if alone and match.first and reading.tokens[match.first - 1].norm != ",":
        return None
    source = source_after(reading, match.stop)
    return trailing(match.first, source) if source and source.nature != "other" else None


def _carried(reading: Reading, match: CueMatch, found: list[Utterance]) -> Utterance | None:
    """Read "reported by X", and the claimant before it in "Y was quoted by X"."""
    source = source_after(reading, match.stop)
    if source is None or source.nature == "other":
        return None
    if found and found[-1].side == "trailing" and _is_quoted_aside(reading, found[-1].stop, match):
        told = found.pop()  # "according to a guard, quoted by X, 40 left"
        return told._replace(carrier=source, stop=source.stop)
    helping = helping_before(reading.tokens, match.first)
    said_by = None
    quoted = lexicon.attribution().grammar.quoted
    if match.first > helping and reading.tokens[match.first].norm in quoted:
        said_by = source_before(reading, helping)
    elif reading.tokens[match.first].norm in quoted and _says(reading, source.stop):
        said_by = _quoted_before(reading, match.first)
    if said_by is not None:
        stop = _past_saying(reading, source.stop)
        return beside(reading, said_by, match.first, stop)._replace(carrier=source)
    return trailing(match.first, source)


def _is_quoted_aside(reading: Reading, stop: int, match: CueMatch) -> bool:
    """Whether somebody behind a phrase is told to be quoted: ", quoted by X"."""
    quoted = reading.lower[match.first] in lexicon.attribution().grammar.quoted
    return quoted and stop == match.first - 1 and reading.lower[stop] == ","


def _says(reading: Reading, index: int) -> bool:
    return not speech_verbs().isdisjoint(reading.lower[index : index + 1])


def _quoted_before(reading: Reading, participle: int) -> Source | None:
    """Who is quoted and says more: "residents quoted by the agency said"."""
    source = source_before(reading, participle)
    return source if source is not None and source.nature in {"person", "group"} else None


def _quoting(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "Y quoted X as saying" and "X was quoted as saying by Y"."""
    helping = helping_before(reading.tokens, match.first)
    subject = source_before(reading, helping)
    if subject is None:
        return None
    if helping < match.first:
        stop, carrier = match.stop, None
        for index in range(match.stop, min(match.stop + 4, len(reading.tokens))):
            if reading.tokens[index].norm == "by":
                carrier = source_after(reading, index + 1)
                stop = carrier.stop if carrier else stop
        return beside(reading, subject, match.first, stop)._replace(carrier=carrier)
    quoted = source_after(reading, match.stop)
    if quoted is None or subject.nature == "other":
        return None
    end = _past_saying(reading, quoted.stop)
    return beside(reading, subject, match.first, end)._replace(source=quoted, carrier=subject)


def _past_saying(reading: Reading, stop: int) -> int:
    """Index behind the "as saying" or "said" that may follow a token."""
    if _says(reading, stop):
        return stop + 1  # "residents quoted by the agency said"
    return stop + 2 if reading.lower[stop : stop + 2] == ["as", "saying"] else stop


def _label(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "Berlin: ..." and "...: Sources" of headlines and list lines."""
    source = find_label(reading, match)
    if source is None:
        return None
    side: Side = "leading" if source.stop <= match.first else "trailing"
    return Utterance(source, side, min(source.first, match.first), max(source.stop, match.stop))


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.measures)


_HANDLERS: dict[CueType, Callable[[Reading, CueMatch, list[Utterance]], Utterance | None]] = {
    "verb": read_verb,
    "quoting": _quoting,
    "according": _after_phrase,
    "citing": _citing,
    "per": _after_per,
    "carried": _carried,
    "reckoning": reckoned,
    "claim": claimed_in,
    "colon": _label,
    "dash": _label,
}
