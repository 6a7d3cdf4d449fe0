"""Lead: the day of what a title or the first sentence tells, where the text gives it below."""

from __future__ import annotations

from collections.abc import Container, Sequence

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.happened import has_happened, tells_what_happened
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.events.event_day import tells_of_more
from data.parse.dating.events.scenes import sets_new_scene, tells_aftermath
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.counted_from import period_of_head
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import delayed
from data.parse.dating.expressions.lines import is_caption, stands_alone
from data.parse.dating.expressions.rises import recounts
from data.parse.dating.expressions.spans import day_told, days_told, is_up_to, spans_of
from data.parse.dating.nearby import shares_line
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_LOOK_AHEAD = 6
"""Sentences below a title or a first sentence in which the day of its event is looked for."""

_TO_TOTAL = 4
"""Most tokens between "total" or "toll" and the number that it has."""

_NOUN_REACH = 3
"""Most tokens between a number and the noun that it counts."""

_LEADING = 2
"""Sentences with a verb that a text leads with: what it is about, without saying when."""


def day_told_below(claim: Claim) -> TimeExpression | None:
    """The first day told below a title or a first sentence, of what these tell.

    "Ten guards were killed. ... The attack took place on Tuesday" is of Tuesday, and so is "Rebels
    seize four towns ... Two towns fell on Tuesday".
    """
    reading, draft, _ = claim
    if not _is_announced(reading, draft) or not leads(reading):
        return None
    if period_of_head(reading.whole) is not None:
        return None  # a report on a week tells of its days one by one
    if not _tells_happening(reading, draft) or _stands_beside_ground(reading, draft):
        return None
    for below in claim.below(_LOOK_AHEAD):
        told = days_told(below)
        if not told or below.sentence.is_heading or stands_alone(below) or is_caption(below):
            continue
        if not (_tells_of_same(below, draft) or _goes_on_below(reading, below, draft)):
            return None
        if sets_new_scene(below):
            return _day_of_parts(claim)
        if _tells_of_fewer(below, draft) or tells_of_more(below, draft):
            return None
        if told[0].time.rule in dating_words().backward:
            return None  # "A second flight has left. The first had gone a day earlier"
        delays = [one for span in spans_of(below) if (one := delayed(below, span)) is not None]
        if not delays and draft.kind == VICTIMS and tells_aftermath(below, told[0]):
            return None  # "Ten guards were killed. The coffins were carried home on Friday"
        return _over_days(delays or told)
    return None


def _goes_on_below(reading: Reading, below: Reading, draft: Draft) -> bool:
    """Whether the next sentence tells how it came to it: "The bus was on its way on Friday"."""
    if draft.kind != VICTIMS or below.at != reading.at + 1 or "had" in below.norms:
        return False
    if below.lower[0] in dating_words().pronouns:
        return False  # "It rained on Monday"
    return len(days_told(below)) == 1 and days_told(below)[0].is_day


def _day_of_parts(claim: Claim) -> TimeExpression | None:
    """The one day of the parts of a total: "33 died in two provinces. In Balkh, 19 died on Friday".

    With parts told of other days the total has no day.
    """
    reading, draft, _ = claim
    if dating_words().several.isdisjoint(reading.word_set):
        return None
    parts = [one for one in claim.below(_LOOK_AHEAD) if days_told(one)]
    first = days_told(parts[0])[0].time
    if first.first_day != first.last_day:
        return None
    for part in parts:
        others = (span.time for span in days_told(part))
        if any((one.first_day, one.last_day) != (first.first_day,) * 2 for one in others):
            return None
        if tells_of_more(part, draft):
            return None
    return first


def day_of_next_sentence(claim: Claim) -> TimeExpression | None:
    """The only day of the sentence behind a first one, which goes on with what that tells.

    "Some 300 commandos have left the airport. The column set off before dawn on Monday".
    """
    reading, draft, _ = claim
    if (
        draft.possible
        or draft.quantity is None
        or not leads(reading)
        or reading.sentence.is_heading
    ):
        return None
    if any(not is_report_date(reading, span) for span in spans_of(reading)) or is_vague(reading):
        return None
    if not (tells_what_happened(reading, draft) or has_happened(reading, draft)):
        return None
    if draft.action in dating_words().returns:
        return None  # "has sent back 47 men. They came over on Friday"
    below = next(iter(claim.below(1)), None)
    if below is None or below.sentence.is_heading or is_vague(below):
        return None
    told = days_told(below)
    if not told or "had" in below.lower[: told[0].stop] or recounts(below):
        return None
    if tells_aftermath(below, told[0]):
        return None
    is_one = len(told) == len(spans_of(below)) == 1 and told[0].is_day
    if not is_one or sets_new_scene(below) or stands_alone(below) or is_caption(below):
        return None
    return told[0].time if _goes_on_with(reading, below) else None


def _goes_on_with(reading: Reading, below: Reading) -> bool:
    """Whether a sentence is about what the one before it told of: "They", "The column"."""
    if below.lower[0] == "it":
        return False  # "It rained on Monday"
    if not dating_words().going_on_with.isdisjoint(below.norms):
        return True
    return "the" in below.norms and shares_line(reading, below)


def _over_days(told: Sequence[DatedSpan]) -> TimeExpression:
    """The first time told, up to a later one: "One fell on Thursday and one overnight"."""
    time = told[0].time
    last = max(span.time.last_day for span in told if span.time.last_day is not None)
    return time._replace(last_day=last)


def _is_announced(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is of what a title announces, and no total of it."""
    if draft.quantity is None or draft.kind not in lexicon.kinds_with("announced"):
        return False
    return not _is_total(reading, draft)


def _is_total(reading: Reading, draft: Draft) -> bool:
    """Whether it is how many there are by now: "two towns taken, total put at 20"."""
    before = reading.lower[max(0, draft.first - _TO_TOTAL) : draft.first]
    return draft.happening is None and not dating_words().totals.isdisjoint(before)


def _tells_happening(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is of what happened, and not "reported 8 deaths" only."""
    if draft.happening is not None or reading.tokens[-1].is_word:
        return True
    words = dating_words()
    return not words.events.isdisjoint(reading.word_set) or not words.befalling.isdisjoint(
        reading.word_set
    )


def _tells_of_same(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence tells of what a claim is about: of "the attack", or with its verb."""
    if draft.kind != VICTIMS:
        return any(verb.payload.action == draft.action for verb in reading.events)
    words = dating_words()
    if not (
        words.events.isdisjoint(reading.word_set) and words.befalling.isdisjoint(reading.word_set)
    ):
        return True
    return any(draft.kind in verb.payload.kinds.values() for verb in reading.events)


def _tells_of_fewer(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence names fewer places than a claim counts: one of "five districts"."""
    if draft.kind == VICTIMS or draft.quantity is None or draft.quantity.value is None:
        return False
    if _counts(reading, {draft.kind}):
        return False
    return max(len(reading.names), _listed(reading, draft.kind)) < draft.quantity.value


def _listed(reading: Reading, kind: str) -> int:
    """How many names a sentence lists before a noun: "Balkh, Khas Uruzgan and Zari districts"."""
    nouns = (noun.first for noun in reading.nouns.values() if noun.payload.kind == kind)
    first = min(nouns, default=0)
    names = [token for token in reading.tokens[:first] if token.is_word and token.norm != "and"]
    if not all(token.text[0].isupper() for token in names):
        return 0
    parted = ("," in reading.lower[place : place + 1] for place in range(first))
    return sum(parted) + ("and" in reading.lower[:first]) + 1 if names else 0


def _stands_beside_ground(reading: Reading, draft: Draft) -> bool:
    """Whether victims are told of together with ground: "20 killed, rebels storm three towns".

    "20 killed in three towns" tells of the victims only.
    """
    if draft.kind != VICTIMS or not _counts(reading, lexicon.kinds_with("held")):
        return False
    prepositions = dating_words().prepositions
    others = [one for one in reading.quantities if one.first != draft.first]
    return all(reading.lower[one.outer_first - 1] not in prepositions for one in others)


def _counts(reading: Reading, kinds: Container[str]) -> bool:
    """Whether a sentence has a number before a noun of some kinds."""
    nouns = [noun.first for noun in reading.nouns.values() if noun.payload.kind in kinds]
    return any(
        0 <= noun - quantity.stop < _NOUN_REACH for quantity in reading.quantities for noun in nouns
    )


def leads(reading: Reading) -> bool:
    """Whether a sentence is one of those that a text leads with."""
    return reading.at in _leading(reading.whole)


def _tells_period(reading: Reading) -> bool:
    """Whether a sentence counts up to a day or over days: "In the first half of the year"."""
    return any(
        is_up_to(reading, span)
        or (span.time.first_day != span.time.last_day and not is_report_date(reading, span))
        for span in spans_of(reading)
    )


@remembered
def _leading(readings: Readings) -> frozenset[int]:
    """Indexes of the sentences that a text leads with, as long as none tells a day."""
    leading: list[int] = []
    telling = 0
    for at, reading in enumerate(readings):
        if telling == _LEADING:
            break
        is_line = reading.sentence.is_heading or stands_alone(reading) or is_caption(reading)
        if not is_line and (day_told(reading) is not None or _tells_period(reading)):
            break
        leading.append(at)
        telling += bool(reading.verbs) and not is_line
    return frozenset(leading)
