"""Set phrases: what a few fixed words beside those counted say of them, whatever their verb."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_participle
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.beside_verb import kind_beside_verb
from data.parse.counting.kinds.gates import (
    is_of_building,
    is_place_of_crossing,
    is_way_check,
)
from data.parse.counting.kinds.helped import is_in_need, is_supplied, is_to_be_helped
from data.parse.counting.kinds.homes import is_abroad, is_at_home
from data.parse.counting.kinds.jails import is_let_out, is_of_captives, leaves_jail
from data.parse.counting.kinds.lost import (
    have_survived,
    is_fallen,
    is_of_lives,
    is_of_the_dead,
    never_came_home,
)
from data.parse.counting.kinds.own_men import (
    WORKING,
    are_had,
    are_own_workers,
    flees_with_families,
    is_commanded,
    is_loyal,
    is_of_force,
    is_put_to_work,
)
from data.parse.counting.kinds.patients import (
    is_badly_off,
    is_daily_care,
    is_in_hospital,
    is_of_fighting,
    is_taken_in,
)
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading


def by_set_phrase(reading: Reading, counted: Counted, verb: Verb | None, kind: str) -> str | None:
    """The kind that a set phrase gives to those counted, against their verb and what is around.

    Args:
        reading: The sentence.
        counted: What is counted.
        verb: What happened to it, if the lexicon knows the verb.
        kind: The kind that these give.
    """
    if kind == "crossings" and (
        is_way_check(reading, counted, verb) or is_of_building(reading, counted)
    ):
        return "other_count"
    if kind == "other_count" and is_place_of_crossing(reading, counted):
        return "crossings"
    if counted.noun.unit != "people":
        return None
    return (
        _of_harm(reading, counted, verb, kind)
        or _of_no_move(reading, counted, verb, kind)
        or _of_work_or_way(reading, counted, verb, kind)
        or kind_beside_verb(reading, counted, verb, kind)
    )


def _of_harm(reading: Reading, counted: Counted, verb: Verb | None, kind: str) -> str | None:
    """Who came to harm, and who is only looked after or let out."""
    if never_came_home(reading, counted) or is_of_the_dead(reading, counted):
        return "casualties"
    if is_of_lives(reading, counted) or is_badly_off(reading, counted):
        return "casualties"
    if kind == "casualties" and (
        is_daily_care(reading, counted, verb) or have_survived(reading, counted)
    ):
        return "other_count"
    if kind == "displaced" and is_taken_in(reading, counted, verb):
        return "casualties" if is_of_fighting(reading) else "other_count"
    if kind == "other_count" and is_of_fighting(reading):
        treated = verb is not None and verb.action == "receive"
        if is_in_hospital(reading, counted) or (treated and is_taken_in(reading, counted, verb)):
            return "casualties"
    return "other_count" if is_let_out(reading, counted) else None


def _of_no_move(reading: Reading, counted: Counted, verb: Verb | None, kind: str) -> str | None:
    """Who fled from no war: those out of a jail, who live there, who are to be helped."""
    if kind in _MOVED and leaves_jail(reading, counted):
        return "other_count"
    if kind == "displaced" and is_of_captives(reading, counted):
        return "other_count"
    if is_at_home(reading, counted) or (kind != "displaced" and _is_capacity(reading, counted)):
        return "other_count"
    if verb is not None and verb.lemma == "fall" and is_fallen(reading, counted):
        return "casualties"
    if kind == "displaced" and verb is None and is_to_be_helped(reading, counted):
        return "other_count"
    if kind in _MOVED and is_supplied(reading, counted):
        return "other_count"
    if kind in _MOVED and counted.how == "before" and is_in_need(reading, counted):
        return "other_count"
    if kind == "displaced" and verb is not None and _is_in_want(reading, counted, verb):
        return "other_count"
    return None


def _of_work_or_way(reading: Reading, counted: Counted, verb: Verb | None, kind: str) -> str | None:
    """Who serves or works, and who is on the way whatever they are."""
    if is_loyal(reading, counted) or are_own_workers(reading, counted):
        return "personnel"
    if kind in WORKING and is_commanded(reading, counted):
        return "personnel"
    if kind in WORKING and is_put_to_work(reading, counted):
        return "personnel"
    if kind == "personnel" and verb is not None and flees_with_families(reading, counted, verb):
        return "displaced"
    if kind == "other_count" and (is_of_force(reading, counted) or are_had(reading, counted)):
        return "personnel"
    if kind == "other_count" and verb is not None and _is_stopped_at_border(reading, counted, verb):
        return "displaced"
    if kind == "other_count" and is_abroad(reading, counted, verb):
        return "displaced"
    if verb is not None and kind == "personnel" and _is_killed_or_taken(reading, counted, verb):
        return "casualties"
    if kind == "casualties" and _is_at_risk(reading, counted):
        return "other_count"
    there = kind in {"casualties", "displaced"} and counted.noun.kind != "casualties"
    if there and _is_present(reading, counted):
        return "other_count"
    return None


def is_inserted_loss(reading: Reading, stop: int) -> bool:
    """Whether a loss is told between commas behind those counted: "two of them, wounded, fled"."""
    signs = reading.lower[stop : stop + 1], reading.lower[stop + 2 : stop + 3]
    if signs != ([","], [","]):
        return False
    return lexicon.nouns().participles.get(reading.lower[stop + 1]) == "casualties"


def _is_capacity(reading: Reading, counted: Counted) -> bool:
    """Whether it is only told for how many there is room: "a plane built for 180"."""
    first = number_start(reading, counted.first)
    alone = counted.how == "before" or (counted.how == "measure" and not counted.words)
    if reading.lower[first - 1 : first] != ["for"] or not alone:
        return False
    if reading.lower[counted.stop : counted.stop + 1] == ["more"]:
        return False  # "we have bed space for 8,000 more" of those told of
    return reading.lower[first - 2] in lexicon.count_words().built_for


_MOVED = frozenset({"displaced", "evacuated"})


def _is_in_want(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether it is no border that people cross: "have crossed the line into famine"."""
    if verb.lemma != _CROSS or counted.noun.unit != "people":
        return False
    behind = reading.lower[counted.stop : counted.stop + _LINE_REACH]
    if "line" not in behind and "threshold" not in behind:
        return False
    return not lexicon.topics().population.isdisjoint(behind)


_CROSS = "cross"

_LINE_REACH = 8
"""Most words from people to "famine": "have now crossed the line into"."""


def _is_stopped_at_border(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether people are stopped on their way over a border: "held for crossing illegally"."""
    words = lexicon.count_words()
    if reading.article_topic == "displaced" and _are_listed_by_nation(reading, counted):
        return verb.lemma == _DETAIN or verb.holds
    if verb.lemma != _DETAIN or words.unlawful.isdisjoint(reading.word_set):
        return False
    if counted.noun.name not in {"people", "men"}:
        return False
    return not words.entering.isdisjoint(reading.word_set)


def _are_listed_by_nation(reading: Reading, counted: Counted) -> bool:
    """Whether a colon leads to whose people they are: "60 were held: 36 Afghans, 19 Iranians"."""
    behind = reading.lower[counted.stop : counted.stop + _LIST_REACH]
    if counted.noun.unit != "people" or ":" not in behind:
        return False
    first = counted.stop + behind.index(":") + 1
    return reading.quantity_stops.get(first, -1) + 1 in reading.peoples


_LIST_REACH = 14
"""Most words from people to the list of their nations."""


_DETAIN = "detain"
"""The verb for those who are arrested, rounded up or held."""


def _is_killed_or_taken(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether some of those counted are dead and which is not told: "killing or capturing 90".

    A raid "to kill or capture 90" has neither killed nor captured anybody yet.
    """
    if verb.action != "capture" or "or" not in reading.norms:
        return False
    events = reading.events
    told = (at for at, event in enumerate(events) if event.payload is verb)
    nearest = min(told, key=lambda at: abs(events[at].first - counted.first), default=0)
    if not nearest:
        return False
    hurt, taken = events[nearest - 1 : nearest + 1]
    if reading.lower[taken.first - 1] != "or" or taken.first - hurt.stop > _LONGEST_OR:
        return False
    if hurt.payload.kinds.get("people") != "casualties":
        return False
    if is_participle(reading.tokens[taken.first]):
        return True
    return "to" not in reading.lower[max(0, hurt.first - _LONGEST_AIM) : hurt.first]


_LONGEST_OR = 2
"""Most words between two of those verbs: "wounding, or capturing"."""

_LONGEST_AIM = 3
"""Most words from "to" to the last verb of a loss: "to kill, wound or capture"."""


def _is_at_risk(reading: Reading, counted: Counted) -> bool:
    """Whether something only threatens those counted: "with thousands of lives at risk"."""
    at = counted.stop + (reading.lower[counted.stop : counted.stop + 1] == ["lives"])
    return " ".join(reading.lower[at : at + 2]) in lexicon.count_words().at_risk


def _is_present(reading: Reading, counted: Counted) -> bool:
    """Whether it is only told where people were: "around 100 people had been inside"."""
    index, being = counted.stop, lexicon.grammar().auxiliaries
    while index < len(reading.tokens) and reading.lower[index] in being:
        index += 1
    there = lexicon.count_words().present
    if counted.stop < index and not there.isdisjoint(reading.lower[index : index + 1]):
        return True
    if reading.lower[counted.stop : index] != ["had", "been"]:
        return False
    return reading.lower[index : index + 2] in (["in", "the"], ["at", "the"])  # "in the camp"


def quota_kind(reading: Reading, counted: Counted, first: int) -> str | None:
    """The kind of those for whom a quota is: "the quota for kinsmen, 900 people, is used up"."""
    if reading.lower[first - 1 : first] != [","] or counted.noun.name != "people":
        return None
    if "quota" not in reading.lower[max(0, first - _QUOTA_REACH) : first]:
        return None
    return reading.article_topic or "displaced"


_QUOTA_REACH = 10
"""Most words from "quota" to the number of people that it is set at."""
