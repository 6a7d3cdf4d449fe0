"""Lost: set phrases by which those counted are dead, whatever else is told of them."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_passive
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.asides import opens_relative
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading


def never_came_home(reading: Reading, counted: Counted) -> bool:
    """Whether those counted are lost for good: "59 never came home"."""
    if counted.noun.name not in _SENT:
        return False
    behind = reading.lower[counted.stop : counted.stop + 4]
    if lexicon.grammar().negations.isdisjoint(behind):
        return False
    phrases = lexicon.count_words().lost_for_good
    return " ".join(behind[:3]) in phrases or " ".join(behind) in phrases


def is_of_the_dead(reading: Reading, counted: Counted) -> bool:
    """Whether a relative clause says so, whatever else is told: "the 13 who died were honoured"."""
    index = counted.stop
    if not opens_relative(reading, index):
        return False
    index += 1
    while index < len(reading.tokens) and reading.lower[index] in lexicon.grammar().auxiliaries:
        index += 1
    event = next((event for event in reading.events if event.first == index), None)
    if event is None or event.payload.kinds.get("people") != "casualties":
        return False
    passive = is_passive(reading.tokens, index)
    return event.payload.counted != ("subject" if passive else "object")


def have_survived(reading: Reading, counted: Counted) -> bool:
    """Whether those counted live, whoever died around them: "pulled six survivors and a body"."""
    if (
        counted.how != "behind"
        or reading.lower[counted.stop - 1] not in lexicon.count_words().living
    ):
        return False
    inside = reading.lower[counted.first : counted.stop]
    return not any(map(lexicon.nouns().participles.get, inside))


def is_of_lives(reading: Reading, counted: Counted) -> bool:
    """Whether lives lost are those of the counted: "claimed 90 lives, among them those of 12"."""
    first = number_start(reading, counted.first)
    if reading.lower[max(0, first - 2) : first] != ["those", "of"]:
        return False
    return any(
        match.payload.name == "casualties" and match.stop < first <= match.stop + _TO_THOSE
        for match in reading.nouns.values()
    )


_TO_THOSE = 8
"""Most words from lives to those whose they were: "lives, they said, including those of"."""


_SENT = frozenset({"armed", "men", "people"})


def is_fallen(reading: Reading, counted: Counted) -> bool:
    """Whether those who fell are dead: "82 rebels fell.", but not "82 rebels fell back"."""
    if counted.noun.name not in _FIGHTING and not _are_of_war(reading, counted):
        return False
    behind = reading.lower[counted.stop : counted.stop + _FELL_REACH]
    at = next((at for at, word in enumerate(behind) if word in {"fell", "fallen"}), None)
    if at is None:
        return False
    after = behind[at + 1] if at + 1 < len(behind) else "."
    return not after[0].isalnum() or after in lexicon.count_words().fell_where


def _are_of_war(reading: Reading, counted: Counted) -> bool:
    """Whether a state's people can only be its soldiers: "in that war 158 Canadians fell"."""
    return "war" in reading.word_set and counted.stop in reading.demonym_stops


_FIGHTING = frozenset({"armed", "men"})

_FELL_REACH = 4
"""Most words from fighters to behind "fell": "82 rebels have fallen in"."""
