"""Measured: what a number without a noun behind it is a measure of, by the words before it."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.ends import ends_phrase, is_plural
from data.parse.counting.noun_phrases.extents import owning_words, read_phrase
from data.parse.counting.referents.antecedents import is_of_speech
from data.parse.counting.referents.fated_before import find_fated_before
from data.parse.counting.referents.numbering import who_number
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import class_of_participle, noun_class
from data.parse.words.phrases import Match

_SIGNS = frozenset({"—", "-", "("})

_AS_A_NUMBER = 4
"""Words of "as the number of"."""

_MEASURE_REACH = 24
"""Most words between "the number of X" and its figure."""


def find_beside(reading: Reading, quantity: Quantity) -> Counted | None:
    """The noun that a number stands behind as an insertion: "the soldiers - some 1,600 - fled"."""
    first = quantity.outer_first
    behind = " ".join(reading.lower[quantity.outer_stop : quantity.outer_stop + 2])
    summed = behind in lexicon.count_words().in_all
    signs = _SIGNS | {","} if summed else _SIGNS  # "provincial capitals, 34 in all"
    if first < 2 or reading.tokens[first - 1].norm not in signs:
        return None
    if reading.tokens[first - 1].end == reading.tokens[first].start and (
        reading.tokens[first - 1].norm == "-"
    ):
        return None
    for match in reading.nouns.values():
        if (
            match.stop == first - 1
            and match.payload.unit != "people"
            and quantity.value
            and (not is_plural(reading.lower[first - 2]))
        ):
            return None  # "inhabitants of the province - over 800,000 - have fled"
        if match.stop == first - 1:
            words = reading.words(match.first, match.stop)
            stop = quantity.outer_stop
            return Counted(stop, stop, match.payload, words, "measure")
    if summed and is_plural(reading.lower[first - 2]):
        words, stop = reading.tokens[first - 2].text, quantity.outer_stop
        return Counted(stop, stop, noun_class("things"), words, "measure")
    return None


def find_measured(reading: Reading, quantity: Quantity) -> Counted | None:
    """What a measure beside the number is a measure of: "the number of refugees rose to N"."""
    tokens = reading.tokens
    first = quantity.outer_first
    behind = quantity.outer_stop + _AS_A_NUMBER
    if " ".join(reading.lower[quantity.outer_stop : behind]) in lexicon.count_words().as_number:
        return find_behind(reading, behind)  # "gave 25,100 as the number of X"
    lowest = max(0, first - _MEASURE_REACH)
    if reading.lower[quantity.outer_stop : quantity.outer_stop + 1] == ["others"]:
        return None  # "the forces turned back 900 people and held 40 others"
    if told := find_fated_before(reading, quantity) or who_number(reading, quantity):
        return told
    if (index := _nearest_measure(reading, first, lowest)) is not None:
        return _measure_at(reading, index, first) or _measure_around(reading, index, first)
    if group := _of_group(reading, quantity):
        return group
    if (
        first > 1
        and tokens[first - 1].norm == "for"
        and (tokens[first - 2].norm in lexicon.grammar().roomy_words)
    ):  # "a camp for up to 500,000"
        stop = quantity.outer_stop
        return Counted(stop, stop, noun_class("people"), "", "measure")
    closing = tokens[first - 1].norm if first else ""
    if closing in {"to", "at"} and first > 1:
        led = first - 1 if quantity.unit else _before_step(reading, first - 1)
        closing = tokens[led - 1].norm
    bare = quantity.qualifier == "over" and quantity.unit is None
    if bare and tokens[first].norm in lexicon.grammar().change_verbs:
        closing = tokens[first].norm  # "the troops exceeded 100,000"
    there = reading.lower[first - 2 : first - 1] == ["there"]
    are = closing in lexicon.count_words().counted_be
    if are and there and _stands_alone(reading, quantity.outer_stop):
        return None  # "60 wagons a day crossed; on Sunday there were eleven"
    told = None
    if closing == ":" or closing in lexicon.grammar().change_verbs or are:
        told = _told_before(reading, lowest, first, is_label=closing == ":")
    return told or _put_at(reading, first, lowest)


def _before_step(reading: Reading, index: int) -> int:
    """Index one past what leads to a figure, without how far and when: "rose 47% in 2020 to"."""
    dates = {reading.index_at(time.end - 1) + 1: time.start for time in reading.times}
    steps = {quantity.outer_stop: quantity for quantity in reading.quantities}
    while index > 1:
        if index in dates:
            begin = reading.index_at(dates[index])
            index = begin - (reading.lower[begin - 1] in lexicon.grammar().prepositions)
        elif index in steps and reading.left_alone.get(steps[index].first) == "change":
            begin = steps[index].outer_first
            index = begin - (reading.lower[begin - 1] == "by")
        else:
            return index
    return max(1, index)


def _told_before(reading: Reading, lowest: int, first: int, *, is_label: bool) -> Counted | None:
    """What the words before a number name: a label's last noun but for whose it is."""
    if is_label and "according" in reading.lower[lowest:first]:
        return None  # "according to an official: 12,700 on 37 flights"
    including = lexicon.grammar().including
    named = (at for at in range(lowest, first) if reading.lower[at] in including)
    stop = next(named, first) if is_label else first  # "Others, including some of X: 40"
    places = range(lowest, stop)
    found = [
        match
        for index in (reversed(places) if is_label else places)
        if (match := reading.nouns.get(index))
        and match.stop <= first
        and (is_label or not is_of_speech(reading, match))
    ]
    if is_label:
        found.sort(key=lambda match: _is_holder(reading, match))
    if not found:
        return None
    words = reading.words(found[0].first, found[0].stop)
    return Counted(first, first, found[0].payload, words, "measure")


def _is_holder(reading: Reading, match: Match[NounClass]) -> bool:
    """Whether a noun of a label is whose those counted are: "districts under Taliban control"."""
    index = match.first - 1
    while index > 0 and reading.lower[index] in lexicon.grammar().determiners:
        index -= 1
    before, behind = reading.lower[max(0, index)], reading.lower[match.stop : match.stop + 1]
    if before == "by":
        return True
    nouns = lexicon.grammar().holding_nouns
    if before == "of" and index and reading.lower[index - 1] in nouns:
        return True  # "districts in the hands of X"
    held = not nouns.isdisjoint(behind)
    return held and before in lexicon.count_words().under_control


def _stands_alone(reading: Reading, stop: int) -> bool:
    """Whether no noun of its own can follow a number: a sign does, or a place where they are."""
    behind = reading.lower[stop] if stop < len(reading.tokens) else "."
    return not behind[0].isalnum() or behind in lexicon.count_words().behind_sum


def _of_group(reading: Reading, quantity: Quantity) -> Counted | None:
    """Those of a force or an event: "a military unit of several hundred", "the deaths of 36"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if first < 2 or reading.lower[first - 1] != "of":
        return None
    if reading.lower[first - 2] in lexicon.grammar().force_words:
        words = reading.tokens[first - 2].text
        return Counted(stop, stop, noun_class("armed"), words, "measure")
    if reading.lower[first - 2] in lexicon.count_words().companies and any(
        match.payload.name == "armed" and match.stop < first for match in reading.nouns.values()
    ):
        words = reading.tokens[first - 2].text  # "a captain whose company of 90"
        return Counted(stop, stop, noun_class("armed"), words, "measure")
    if _is_of_event(reading, quantity):
        return Counted(stop, stop, noun_class("people"), "", "measure")
    return None


def _is_of_event(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number that a noun phrase ends with counts those of whom an event noun tells."""
    if quantity.unit is not None:
        return False
    event, stop = reading.lower[quantity.outer_first - 2], quantity.outer_stop
    fate = lexicon.nouns().openers.get(event) in lexicon.kinds_with("fate")
    personal = event not in lexicon.count_words().impersonal_events
    return fate and personal and ends_phrase(reading, stop)


def _measure_around(reading: Reading, index: int, first: int) -> Counted | None:
    """What a measure further ahead is of: "the toll, by its own count, is 40"."""
    if "," not in reading.lower[index:first]:
        return None
    ahead = _nearest_measure(reading, index, max(0, index - _MEASURE_REACH))
    return None if ahead is None else _measure_at(reading, ahead, first)


def _put_at(reading: Reading, first: int, lowest: int) -> Counted | None:
    """Whose number somebody gives: "put the Taliban dead at 200", "puts losses at 80"."""
    lower = reading.lower
    words = lexicon.count_words()
    if first < 2 or lower[first - 1] != "at" or words.putting.isdisjoint(lower[lowest : first - 2]):
        return None
    if lower[first - 2] in words.put_at:
        return Counted(first, first, noun_class("casualties"), "dead", "measure")
    named = (match for match in reading.nouns.values() if match.stop == first - 1)
    match = next(named, None)
    if match is None:
        return None
    return Counted(first, first, match.payload, reading.words(match.first, match.stop), "measure")


def _nearest_measure(reading: Reading, first: int, lowest: int) -> int | None:
    """Index of the nearest word for a measure before a number, in its part of the sentence."""
    norms, measures = reading.lower, lexicon.grammar().measuring_nouns
    if measures.isdisjoint(reading.norms):
        return None
    for index in range(first - 1, lowest - 1, -1):
        if norms[index] in measures and not _is_no_measure(reading, index):
            return index
        if norms[index] in {";", "."}:
            return None
    return None


def _is_no_measure(reading: Reading, index: int) -> bool:
    """Whether a word is a verb here, or names something: "by force", "the Air Force"."""
    grammar = lexicon.grammar()
    before = reading.lower[index - 1] if index else ""
    name = f"{before} {reading.lower[index]}"
    if name == "by force" or name in grammar.verb_like_names:
        return True
    return index in reading.verb_starts and before not in grammar.force_adjectives


_OWNING = frozenset({"own", "'s", "'"})

_ROOM = 6
"""Most words from "places" to the people they are for."""


def _measure_at(reading: Reading, index: int, first: int) -> Counted | None:
    """The noun that a measuring word is about: behind its "of", else right before it."""
    tokens = reading.tokens
    if index and (match := reading.nouns.get(index - 1)) and match.stop == index:
        if tokens[index].norm == "losses" and match.payload.unit == "people":
            return Counted(first, first, noun_class("casualties"), "losses", "measure")
        words = reading.words(index - 1, index)  # "the passenger count"
        return Counted(first, first, match.payload, words, "measure")
    if index + 1 < first and tokens[index + 1].norm in {"of", "for"}:
        start = index + 2
        while start < first and tokens[start].norm in owning_words():
            start += 1
        stop, noun, end = read_phrase(reading, start)
        kind = lexicon.nouns().participles.get(tokens[start].norm)
        alone = stop <= start + 1 or tokens[start + 1].norm in lexicon.grammar().change_verbs
        if kind and noun is None and alone:  # "the number of those abducted is 70"
            words = reading.words(start, start + 1)
            return Counted(first, first, class_of_participle(kind), words, "measure")
        if tokens[stop - 1].norm in lexicon.grammar().roomy_words:
            near = (reading.nouns.get(place) for place in range(stop, min(first, stop + _ROOM)))
            people = next(
                (match for match in near if match and match.payload.unit == "people"), None
            )
            if people is not None:  # "the number of places for refugees"
                words = reading.words(people.first, people.stop)
                return Counted(first, first, people.payload, words, "measure")
        if noun is not None and end <= first:
            words = reading.words(start, end)
            return Counted(first, first, noun, words, "measure", ahead=end)
        if stop > start and stop <= first and is_plural(tokens[stop - 1].norm):
            things = noun_class("people" if stop in reading.demonym_stops else "things")
            return Counted(first, first, things, reading.words(start, stop), "measure")
    if tokens[index].norm in lexicon.grammar().force_words:
        return Counted(
            first, first, noun_class("armed"), reading.words(index, index + 1), "measure"
        )
    before = tokens[index - 1].norm if index else ""
    own = before in _OWNING or before in lexicon.grammar().third_person_possessives
    own = own and reading.lower[first - 1] == "at"  # "put its losses at four"
    if (own or before in lexicon.grammar().force_adjectives) and tokens[index].norm == "losses":
        return Counted(first, first, noun_class("casualties"), "losses", "measure")
    if before in lexicon.grammar().force_adjectives:
        words = reading.words(index - 1, index + 1)
        return Counted(first, first, noun_class("armed"), words, "measure")
    if before in lexicon.count_words().death_words or tokens[index].norm == "toll":
        return Counted(first, first, noun_class("casualties"), "dead", "measure")
    return None
