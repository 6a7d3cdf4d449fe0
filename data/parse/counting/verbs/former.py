"""Former: ground that somebody is only said to have held before, and no day says when."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.clauses import helping_words, is_participle
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.time_spans import time_stops

_TO_DAY = 5
"""Most words from "until" to the day that it names: "until the end of last week"."""


def is_former(reading: Reading, draft: Draft) -> bool:
    """Whether a count or a share of ground is of a past that no day of its sentence dates.

    "Until recently the army held 120 districts" says nothing of now; that they were held "until
    last week" has a time.
    """
    words = lexicon.count_words()
    before = lexicon.captures().formerly | words.up_to_then | words.used_to
    if reading.norms.isdisjoint(before) or not held_once(reading, draft):
        return False
    helping = helping_words(reading.tokens, draft.verb)
    again = "again" in helping  # "once again held"
    if _is_used_to(reading, draft.verb, helping) or not (again or before.isdisjoint(helping)):
        return not reading.times
    own = {reading.clause_of(index).part_of for index in (draft.first, draft.verb)}
    return any(
        reading.clause_of(index).part_of in own and not _names_day(reading, index + 1)
        for index in _up_to_then(reading)
    )


def held_once(reading: Reading, draft: Draft) -> bool:
    """Whether somebody is said to have held ground, and neither to hold it nor to have taken it."""
    if draft.action != "control" or draft.possible:
        return False
    if draft.kind not in lexicon.kinds_with("ground") | {"control_share"}:
        return False
    at, words = draft.verb, lexicon.count_words()
    if draft.first <= at < draft.stop:  # "120 districts were under government control"
        behind = reading.lower[draft.stop : reading.clause_of(draft.first).stop]
        copula = next((word for word in behind if word in lexicon.grammar().copulas), "")
        return copula in {"was", "were"}
    helping = helping_words(reading.tokens, at)
    if _is_used_to(reading, at, helping):
        return True
    if not words.not_past.isdisjoint(helping):
        return False
    if reading.lower[at] in lexicon.grammar().possession:
        return reading.lower[at] in words.had
    return is_participle(reading.tokens[at]) and lexicon.grammar().modals.isdisjoint(helping)


def _is_used_to(reading: Reading, verb: int, helping: list[str]) -> bool:
    """Whether it is what somebody "used to" hold."""
    before = reading.lower[verb - 2 : verb - 1] if verb > 1 else []
    return helping[:1] == ["to"] and not lexicon.count_words().used_to.isdisjoint(before)


@remembered
def _up_to_then(reading: Reading) -> Sequence[int]:
    """Where a sentence says "until"."""
    words = lexicon.count_words().up_to_then
    return [index for index, norm in enumerate(reading.lower) if norm in words]


def _names_day(reading: Reading, first: int) -> bool:
    """Whether a day follows "until"."""
    times = time_stops(reading)
    return any(index in times for index in range(first, first + _TO_DAY))
