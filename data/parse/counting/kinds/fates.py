"""Fates: what became of people who are counted, where no verb alone tells."""

from __future__ import annotations

import itertools
from collections.abc import Set

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.by_land import is_by_land, stays_inside, tells_of_planes
from data.parse.counting.kinds.parted import has_dead_part, is_fronted_whole, is_told_of_next
from data.parse.counting.kinds.stuck import are_subjects, lives_there
from data.parse.counting.kinds.topic_words import speaks_of, told_in_phrase
from data.parse.counting.noun_phrases.between import number_start
from data.parse.draft import Draft
from data.parse.names.codes import senders
from data.parse.reading import Reading

_ABOARD_REACH = 4
"""Most words from those counted to the "to safety" that they are brought to."""

_SERVED_REACH = 6
"""Most words from those counted to what they did: "300 Afghans who had long worked for"."""

_NEAR = 2
"""Most sentences back to those who are counted again: "1,500 men in all"."""


def fate_of(
    reading: Reading,
    counted: Counted,
    verb: Verb | None,
    previous: Draft | None,
    *,
    near: bool = False,
) -> str | None:
    """What people are counted as, by the words around them; None where these do not tell.

    Args:
        reading: The sentence.
        counted: The people.
        verb: The verb that says what happened to them, if the lexicon knows it.
        previous: The fact of the number before.
        near: Only the words of their own sentence may tell.
    """
    name = _name(reading, counted)
    if name == "armed" and counted.how == "before":
        return previous.kind if previous is not None and verb is None else None
    if reading.lower[counted.stop : counted.stop + 2] == ["in", "need"]:
        return None
    again = counted.whole and counted.how == "before"  # "16 of the 78 tested positive"
    if not again and not lexicon.topics().population.isdisjoint(reading.word_set):
        if (told := told_in_phrase(reading)) is not None:
            return told  # "were verified for assistance"
        return "evacuated" if _is_taken_out(reading, verb) else None
    if _is_out_of_reach(reading, counted):
        return "evacuated"
    moved = verb is not None and verb.action in lexicon.count_words().on_the_move
    moved = moved or is_roomed(reading, counted)
    settled = verb is not None and verb.action == "live"
    found = _topic_in(reading, name, moved=moved)
    if found and verb is not None and verb.lemma == "need" and is_told_of_next(reading, counted):
        found = None
    if found == "casualties" and verb and verb.motion and _is_of_others(reading, found, previous):
        found = None
    if found == "casualties" and verb is not None and has_dead_part(reading, counted):
        found = None
    if found == "casualties" and is_fronted_whole(reading, counted):
        return "personnel" if _is_again_armed(reading, name, previous) else None
    there = settled and (not reading.whole.themes.airlift or lives_there(reading, counted, verb))
    if found and not (there and found == "evacuated"):
        return found
    if near or settled:
        return None
    if verb is not None and is_open(verb) and _waits_at_border(reading):
        return "displaced"
    return _fate_around(reading, counted, verb, previous)


def _is_of_others(reading: Reading, kind: str, previous: Draft | None) -> bool:
    """Whether a fate is that of those before: "killed 12 people, and 300 families left"."""
    return previous is not None and previous.kind == kind and previous.at == reading.at


def _fate_around(
    reading: Reading, counted: Counted, verb: Verb | None, previous: Draft | None
) -> str | None:
    """What people are counted as by what is told before, or by the article's topic."""
    name = _name(reading, counted)
    if name == "nationals" and _sent_soldiers(reading, counted):
        return "personnel"
    stay = previous is not None and previous.kind == "progress_share" and previous.at == reading.at
    if name == "nationals" and stay:
        return "personnel"  # "with the pullout 90 percent done, 650 Americans will stay"
    if name in {"people", "nationals"} or (name == "men" and counted.how == "measure"):
        found = _topic_before(reading, name, moved=verb is not None)
        by_land = found == "evacuated" and (is_by_land(reading) or stays_inside(reading))
        if found and not (by_land or (found == "evacuated" and _began_at_border(reading))):
            return found
    if (verb is None or verb.by_words) and _is_again_armed(reading, name, previous):
        return "personnel"
    if counted.how == "before" and previous is not None:
        again = verb is not None and previous.kind in lexicon.kinds_with("fate")
        goes_on = previous.unit == "people" or (again and previous.unit == "percent")
        if verb is not None and verb.action in {"flee", "leave"} and previous.kind == "casualties":
            return None  # "Dozens died. Close to 70,000 have left the town"
        return previous.kind if goes_on else None
    if name == "men":
        return None
    topic = reading.article_topic
    if topic is None and reading.whole.themes.airlift and _is_answer(reading, counted):
        topic = "evacuated"  # "How many people are inside?" "I would put it at 9,000"
    flown = topic == "evacuated"
    return None if flown and (is_by_land(reading) or stays_inside(reading)) else topic


def _is_answer(reading: Reading, counted: Counted) -> bool:
    """Whether a number without a noun may answer a question right before its sentence."""
    before = reading.whole[max(0, reading.at - _NEAR) : reading.at]
    return counted.how == "measure" and any(earlier.sentence.is_question for earlier in before)


def _began_at_border(reading: Reading) -> bool:
    """Whether the sentence before tells of a neighbour, in an article about no airlift."""
    return not reading.whole.themes.airlift and is_by_land(reading.whole[reading.at - 1])


def _sent_soldiers(reading: Reading, counted: Counted) -> bool:
    """Whether nationals are those of a state that sent soldiers, in an article about these."""
    if not reading.whole.themes.mission or lexicon.subject() not in reading.whole.supported:
        return False
    words = lexicon.topics().mission
    if words.isdisjoint(reading.word_set) and words.isdisjoint(reading.words_before):
        return False
    return any(
        place.country in senders() and counted.first <= place.first < counted.stop
        for place in reading.names
    )


def is_roomed(reading: Reading, counted: Counted) -> bool:
    """Whether something is made for those counted to live in: "tents for 4,000 more"."""
    first = number_start(reading, counted.first)
    led = reading.lower[max(0, first - 2) : first]
    return led[-1:] == ["for"] and led[0] in lexicon.grammar().roomy_words


def _is_taken_out(reading: Reading, verb: Verb | None) -> bool:
    """Whether a sentence speaks of an airlift and its verb leaves open what became of people."""
    if verb is None or not is_open(verb) or verb.kinds.get("people") == "other_count":
        return False
    return any(
        topic.kind == "evacuated"
        and (not topic.faint or verb.lemma == "wait")
        and not topic.words.isdisjoint(reading.word_set)
        for topic in lexicon.topics().topic
    )


def _waits_at_border(reading: Reading) -> bool:
    """Whether the sentence of people who come or wait is about a border of their country."""
    grammar, words = lexicon.grammar(), reading.word_set
    told = not (grammar.border_words.isdisjoint(words) and grammar.crossing_words.isdisjoint(words))
    return told and is_by_land(reading)


def is_open(verb: Verb) -> bool:
    """Whether the words around a verb tell what people are counted as, more than it does."""
    return verb.topical or verb.by_words


def is_flown_out(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether people of whom it is told that they came or are housed were flown there.

    In an article about an airlift, but for those who came over the border of a neighbour; and
    where it is told of a country that nobody reaches on foot.
    """
    if verb is not None and _comes_home(reading, counted, verb):
        return True
    if verb is not None and (not is_open(verb) or verb.action == "host"):
        return False
    if verb is not None and verb.lemma == "board" and tells_of_planes(reading):
        return True
    if reading.whole.themes.flown and _is_far(reading, counted):
        return True
    if not reading.whole.themes.airlift:
        return False
    came = verb is not None and verb.action in lexicon.count_words().arriving
    if counted.noun.name == "displaced" and not came:
        return False  # "a place for 5,000 refugees"
    if not lexicon.topics().on_foot.isdisjoint(reading.word_set):
        return False
    if is_by_land(reading) and not (came and tells_of_planes(reading)):
        return False
    return not stays_inside(reading)


def _comes_home(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether people are told to be back in an airlift: "590 people have returned since Monday"."""
    if verb.action != "return" or counted.noun.name != "people":
        return False
    if lexicon.count_words().coming_home.isdisjoint(reading.word_set):
        return False
    if not reading.whole.themes.airlift or is_by_land(reading) or stays_inside(reading):
        return False
    if are_subjects(reading, counted):
        return False
    return lexicon.topics().on_foot.isdisjoint(reading.word_set)


def is_of_another_war(reading: Reading) -> bool:
    """Whether an article tells of no airlift, and of other countries than the subject's."""
    if reading.whole.themes.airlift or tells_of_planes(reading):
        return False
    named = reading.whole.supported
    return lexicon.subject() not in named and not senders().issuperset(named)


def _is_far(reading: Reading, counted: Counted) -> bool:
    """Whether people of the subject's are told to be in a state that has no border with it."""
    if counted.noun.name != "people" or is_by_land(reading):
        return False
    there = {place.country for place in reading.places if place.via in {"name", "capital"}}
    theirs = any(
        place.country == lexicon.subject()
        for place in reading.names
        if counted.first <= place.first < counted.stop
        or (place.first > counted.stop and reading.lower[place.first - 1] == "from")
    )
    return theirs and bool(there - lexicon.topics().overland - {lexicon.subject(), None})


def _name(reading: Reading, counted: Counted) -> str:
    """The class of those counted, or "nationals" of those called by their country alone."""
    alone = counted.stop in reading.demonym_stops and counted.stop - counted.first == 1
    return "nationals" if alone and counted.noun.name == "people" else counted.noun.name


def _topic_in(reading: Reading, name: str, *, moved: bool) -> str | None:
    """Kind of the first topic that a sentence speaks of.

    Who is told to have come is not dead, whoever else of the sentence is.
    """
    for topic in lexicon.topics().topic:
        if topic.only not in {None, name} or not speaks_of(reading, topic):
            continue
        if moved and _has_only_papers(reading, topic.words & reading.word_set):
            continue
        if not (moved and topic.kind == "casualties") and not (topic.faint and is_by_land(reading)):
            return topic.kind
    return None


def _has_only_papers(reading: Reading, told: Set[str]) -> bool:
    """Whether of an airlift only papers are named, with which people travel by land as well."""
    return bool(told) and told <= lexicon.count_words().papers and not reading.whole.themes.airlift


def _topic_before(reading: Reading, name: str, *, moved: bool) -> str | None:
    """Kind of the first topic that the sentence before speaks of clearly."""
    words = reading.words_before
    for topic in lexicon.topics().topic:
        if topic.faint or topic.words.isdisjoint(words) or topic.only not in {None, name}:
            continue
        if moved and _has_only_papers(reading, topic.words & words):
            continue
        if topic.kind != "casualties":
            return topic.kind
    return None


def _is_out_of_reach(reading: Reading, counted: Counted) -> bool:
    """Whether they are taken "out of X" or "to safety", or had worked for who takes them."""
    behind = reading.lower[counted.stop : counted.stop + _SERVED_REACH]
    if ("to", "safety") in itertools.pairwise(behind[:_ABOARD_REACH]):
        return True
    if "out" in behind[:_ABOARD_REACH]:
        index = counted.stop + behind.index("out") + 2
        return index in reading.place_starts and reading.lower[index - 1] == "of"
    if behind[:1] not in (["who"], ["that"]) or lexicon.topics().served.isdisjoint(behind):
        return False
    return any(
        place.country == lexicon.subject() and counted.first <= place.first < counted.stop
        for place in reading.names
    )


def _is_again_armed(reading: Reading, name: str, previous: Draft | None) -> bool:
    """Whether men or nationals are the soldiers told of before: "some 1,500 men in all"."""
    return (
        name in {"men", "nationals"}
        and previous is not None
        and previous.kind == "personnel"
        and reading.at - previous.at <= _NEAR
        and reading.article_topic != "evacuated"
    )
