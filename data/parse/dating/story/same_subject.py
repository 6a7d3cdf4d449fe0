"""Same subject: a claim of those whom the text has just dated, or of who acted at that time."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.fact import Fact
from data.parse.calendar.tense import tells_past
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import verb_of
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import sentence_before, start_near
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.story.earlier_claims import time_of_sentence_before
from data.parse.dating.story.sequels import describes_those, opens_with_those
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.subjects import Subject, find_subject

_NEAR = 4
"""Most sentences between those who came on a day and what is told of them."""

_FEW_DAYS = 4
"""Days on which those whom the text counts can have come."""

_TO_MEMBERS = 4
"""Most tokens of "among the servicemen"."""

_LATEST = 12
"""Facts before "four wounded among the servicemen" among which those who came are looked for."""

_OPENING = 3
"""Index in a sentence up to which a time opens it: "In June, the agency ..."."""


def time_of_same_subject(claim: Claim) -> EventTime | None:
    """The time of a claim near above that was about the subject of this one.

    "In June, the agency fed 900. The agency handed out 40 tons" tells of June, and so does "The
    refugees brought 300 yaks" of the day on which they came.
    """
    reading, draft, earlier = claim
    if draft.possible or draft.quantity is None or spans_of(reading):
        return None
    if _are_among_them(reading, draft):
        dated = [fact for fact in earlier[-_LATEST:] if fact.when_start is not None]
        return _time_they_came(reading, dated)
    verb = verb_of(draft)
    if earlier and earlier[-1].start >= reading.sentence.start and _counts_part(reading, draft):
        return EventTime.of_fact(earlier[-1])
    if draft.first <= verb < draft.stop or not _tells_once(reading, draft, verb):
        return None
    subject = find_subject(reading, verb)
    if subject is None:
        return None
    if _are_those_told_of(reading, subject):
        return _time_they_came(reading, earlier)
    above = sentence_before(reading)
    if above and _acts_in(above, reading.lower[subject.first : subject.stop]):
        return time_of_sentence_before(reading, earlier)
    return None


def _counts_part(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence shares out what was dated: "Of these, 22 left on 3 flights"."""
    is_past = dating_words().present.isdisjoint(reading.word_set)
    if not is_past and not describes_those(reading, draft):
        return False
    if opens_with_those(reading):
        return True
    part = _first_part(reading)
    return part is not None and part.stop <= draft.first


@remembered
def _first_part(reading: Reading) -> Quantity | None:
    """The first number of a sentence that counts a part: "22 of them"."""
    norms = reading.lower
    return next((one for one in reading.quantities if is_part_of_another(norms, one.stop)), None)


def _tells_once(reading: Reading, draft: Draft, verb: int) -> bool:
    """Whether a verb tells what happened once: "drove", "also brought", "have also brought"."""
    words = dating_words()
    helping = helping_words(reading.tokens, verb)
    if not words.beside_no_past.isdisjoint(helping):
        return False
    if not words.perfect.isdisjoint(helping):
        return not words.adding.isdisjoint(reading.word_set)
    norm = reading.tokens[verb].norm
    return bool(helping) or not (norm.endswith("ing") or norm in {draft.action, f"{draft.action}s"})


def _are_those_told_of(reading: Reading, subject: Subject) -> bool:
    """Whether a subject is "the refugees", who were counted before."""
    length = subject.stop - subject.first
    words = reading.lower[subject.first : subject.stop]
    if length == 1 and subject.first:
        words = reading.lower[subject.first - 1 : subject.stop]
    return len(words) == 2 and words[0] == "the" and words[1] in dating_words().arrivals


def _are_among_them(reading: Reading, draft: Draft) -> bool:
    """Whether victims are of a group told of: "There are four wounded among the servicemen"."""
    if draft.kind != VICTIMS or "among" not in reading.norms:
        return False
    first = reading.lower.index("among") + 1
    return not dating_words().groups.isdisjoint(reading.lower[first : first + _TO_MEMBERS])


def _time_they_came(reading: Reading, earlier: Sequence[Fact]) -> EventTime | None:
    """The day, or the few days, on which people near above came."""
    horizon, kinds = start_near(reading, _NEAR), lexicon.kinds_of_people()
    for fact in reversed(earlier):
        if fact.start < horizon:
            return None
        if fact.kind in kinds and fact.start < reading.sentence.start:
            return EventTime.of_fact(fact) if _is_short(fact) else None
    return None


def _is_short(fact: Fact) -> bool:
    """Whether a fact is of a few days, and so of those on which people came."""
    if fact.when_start is None or fact.when_end is None:
        return False
    return (fact.when_end - fact.when_start).days < _FEW_DAYS


def _acts_in(above: Reading, subject: Sequence[str]) -> bool:
    """Whether a sentence that opens with its only time goes on with a subject: "In June, WFP"."""
    spans = spans_of(above)
    if len(spans) != 1 or spans[0].first > _OPENING or spans[0].time.relation != "on":
        return False
    first = spans[0].stop
    if above.lower[first : first + 1] == [","]:
        first += 1
    return above.lower[first : first + len(subject)] == subject


def time_they_acted(claim: Claim) -> EventTime | None:
    """The time of the sentence before one about those it counts: "They fell in 168 attacks"."""
    reading, draft, earlier = claim
    if draft.quantity is None or draft.possible or spans_of(reading) or is_vague(reading):
        return None
    if reading.lower[0] != "they" or not tells_past(reading.lower[1]):
        return None
    words = dating_words()
    if not words.earlier_tenses.isdisjoint(reading.norms) or reading.lower[1] in words.was_done:
        return None
    if any(verb.payload in words.sayings for verb in reading.verbs):
        return None
    return time_of_sentence_before(reading, earlier)
