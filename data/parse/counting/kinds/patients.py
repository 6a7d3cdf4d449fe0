"""Patients: whether those whom doctors see are hurt, or come to be treated day by day."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.anybody import ANYBODY
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading

_CONDITION_REACH = 14
"""Most words from those counted to the state that they are in: "were admitted in serious"."""


def is_daily_care(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether so many are treated every day, of whatever: "teams treat 250 patients a day"."""
    if verb is None or verb.action != "treat" or counted.noun.name not in ANYBODY:
        return False
    told, unit = (*reading.lower[counted.stop : counted.stop + 2], "", "")[:2]
    words = lexicon.numbers()
    if told in lexicon.count_words().each_time:
        return unit in words.time_units
    return told in lexicon.count_words().day_by_day


def is_badly_off(reading: Reading, counted: Counted) -> bool:
    """Whether those counted are said to be in a bad state: "came in critical condition".

    Of those who are ill it is said as well.
    """
    if counted.noun.name not in {*ANYBODY, "armed"} or "condition" not in reading.norms:
        return False
    if not lexicon.topics().population.isdisjoint(reading.word_set):
        return False
    behind = reading.lower[counted.stop : counted.stop + _CONDITION_REACH]
    if "condition" not in behind:
        return False
    at = behind.index("condition")
    between = range(counted.stop, counted.stop + at)
    told = behind[:at]
    other = any(first in reading.figure_starts for first in between) or ";" in told
    bad = not lexicon.count_words().badly_off.isdisjoint(told[-1:])
    return bad and "in" in told[-3:] and not other


def is_taken_in(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether a hospital takes those counted in, who have not fled: "took in 46 patients"."""
    words, first = lexicon.count_words(), number_start(reading, counted.first)
    before = reading.lower[max(0, first - _WARD_REACH) : first]
    patients = not words.patients.isdisjoint(reading.lower[counted.stop - 1 : counted.stop])
    if verb is None:
        return patients and "among" not in before and counted.how == "behind"
    if verb.motion and patients and counted.how == "behind":
        behind = reading.lower[counted.stop : counted.stop + _WARD_REACH]
        return not words.wards.isdisjoint(behind)  # "the first 25 patients got to a hospital"
    if verb.action == "receive" and patients:
        return not words.wards.isdisjoint(before)
    return verb.action == "host" and (patients or not words.wards.isdisjoint(before))


def is_in_hospital(reading: Reading, counted: Counted) -> bool:
    """Whether those counted are still treated for what hurt them: "eight are still in hospital"."""
    if counted.noun.name not in ANYBODY or counted.how not in {"behind", "part"}:
        return False
    if not lexicon.topics().population.isdisjoint(reading.word_set):
        return False
    behind = reading.lower[counted.stop : counted.stop + _STILL_REACH]
    told = lexicon.count_words().in_hospital
    return any(
        " ".join(behind[at : at + size]) in told
        for at in range(len(behind))
        for size in (1, 2, 3)
        if all(word[0].isalnum() for word in behind[:at])
    )


_STILL_REACH = 5
"""Most words from those counted to behind "are still in hospital"."""


_WARD_REACH = 6
"""Most words from a hospital to the number: "the hospital in X took in"."""


def is_of_fighting(reading: Reading) -> bool:
    """Whether a sentence or the one before it tells of the dead or hurt."""
    losses = lexicon.grammar().dead_words | lexicon.grammar().toll_words
    around = (reading, *reading.whole[max(0, reading.at - 1) : reading.at])
    return any(
        not losses.isdisjoint(each.word_set)
        or any(event.payload.kinds.get("people") == "casualties" for event in each.events)
        for each in around
    )
