"""Live reports: what an update under an hour of the day tells happened on the day of the report."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from data.parse.clauses import helping_words
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.happened import tells_what_happened
from data.parse.dating.spans import spans_of
from data.parse.dating.vague_times import is_vague
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_UPDATE = re.compile(
    r"^ *(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{2,4}T)? +(?=[A-Z“\"])",
    re.MULTILINE,
)
"""An hour that opens a line: "16.48 Denmark's last plane has taken off"."""

_FEWEST = 3
"""Updates that a live report has."""

_ABOARD = (["on", "board"], ["aboard"])

_EXISTENTIAL = ["there", "were"]
"""Behind the hour of an update: "15.26 There were two explosions"."""

_VICTIMS = "casualties"
"""Kind of claim that an update tells as of now: "has received 60 patients"."""


def day_of_update(claim: Claim) -> EventTime | None:
    """The day of publication, for what an update of a live report tells."""
    published, (reading, draft, _) = claim.published, claim
    if published is None or draft.possible or draft.quantity is None or spans_of(reading):
        return None
    updates = _updates(reading.whole)
    if not bisect.bisect_right(updates, reading.sentence.start) or is_vague(reading):
        return None
    if tells_what_happened(reading, draft) or _has_just_happened(reading, draft):
        return EventTime(published, published, "relative")
    return None


def _has_just_happened(reading: Reading, draft: Draft) -> bool:
    """Whether an update tells of it in the perfect: "has received 60", "left with 90 on board"."""
    behind = reading.lower[draft.stop : draft.stop + 2]
    if behind[:1] == _ABOARD[1] or behind == _ABOARD[0] or reading.lower[1:3] == _EXISTENTIAL:
        return True
    if draft.kind != _VICTIMS or draft.happening is None:
        return False
    helping = helping_words(reading.tokens, draft.happening.first)
    return not dating_words().perfect.isdisjoint(helping)


@remembered
def _updates(readings: Readings) -> Sequence[int]:
    """Where the updates of a live report begin; empty for any other text."""
    found = [update.start() for update in _UPDATE.finditer(readings.article.text)]
    return tuple(found) if len(found) >= _FEWEST else ()
