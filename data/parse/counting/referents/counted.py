"""Counted: what a number counts: the noun behind it, before it, or of the number before."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import looks_finite
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.between import is_number_again, past_insertion
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.counting.noun_phrases.extents import owning_words, read_phrase
from data.parse.counting.referents.antecedents import (
    find_antecedent,
    find_named_alone,
    find_of_their_number,
    is_one_of_two,
    told_beside,
)
from data.parse.counting.referents.asked import asked_for
from data.parse.counting.referents.ellipsis import (
    find_participle,
    of_them,
    of_those,
    same_as,
    with_ones,
)
from data.parse.counting.referents.measured import find_beside, find_measured
from data.parse.counting.referents.ordinals import find_of_one
from data.parse.counting.referents.portions import has_papers, is_behind_whom, of_nations
from data.parse.counting.referents.told_behind import is_announced, told_behind
from data.parse.counting.referents.wholes import is_whole
from data.parse.counting.verbs.listed_numbers import noun_of_list
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import class_of_participle, noun_class

_LONGEST_SERIAL = 4
"""Most words of the one thing that an ordinal counts up."""


def find_counted(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What a number of a sentence counts; None where the text does not say.

    Args:
        reading: The sentence.
        quantity: One of its numbers.
        previous: The fact of the last number before it that counted something.
    """
    whole = is_whole(reading, quantity)
    tokens = reading.tokens
    if is_announced(reading, quantity):
        return told_behind(reading, quantity)
    if part := of_them(reading, quantity, previous) or of_those(reading, quantity):
        return part
    index = past_insertion(reading, quantity.outer_stop)
    if reading.lower[index : index + 2] == ["more", "of"] and not quantity.is_ordinal:
        index += 1  # "threaten 11 more of the 34 capitals"
    found: Counted | None
    nouns = lexicon.count_words().ordinal_nouns
    if quantity.is_ordinal and not nouns.isdisjoint(reading.lower[index : index + 1]):
        found = Counted(index, index + 1, noun_class("things"), tokens[index].text, "behind")
    elif index < len(tokens) and tokens[index].norm == "of":
        found = _part_of(reading, index, previous)
        if found is not None and quantity.qualifier == "vague":
            found = found._replace(how="behind")  # "dozens of X" are no part of X
    elif quantity.is_fraction and _is_after_half(reading, index):
        found = _part_of(reading, index - 1, previous)
    elif has_papers(reading, index) or (
        index in reading.verb_starts and is_behind_whom(reading, quantity)
    ):
        found = None  # "of whom 107 hold Indian passports"
    else:
        found = with_ones(reading, _of_next(reading, find_behind(reading, index)), previous)
        if found is None and quantity.is_ordinal:
            found = _serial(reading, index)
    found = (
        found
        or find_of_their_number(reading, quantity, previous)
        or find_beside(reading, quantity)
        or find_participle(reading, index, previous)
        or find_measured(reading, quantity)
        or noun_of_list(reading, quantity)
        or find_of_one(reading, quantity)
        or asked_for(reading, quantity, previous)
        or same_as(reading, quantity, previous)
        or _shared(reading, quantity)
    )
    return found._replace(whole=True) if found and whole else found


def _of_next(reading: Reading, found: Counted | None) -> Counted | None:
    """What is counted with the noun of the next number: "1,500 Uzbek and 1,000 Tajik troops".

    Only a nationality stands behind the first, and it is no word for several people.
    """
    if found is None or found.stop != found.first + 1 or found.stop not in reading.demonym_stops:
        return found
    link = reading.lower[found.stop : found.stop + 1]
    if found.stop in reading.peoples or lexicon.grammar().adding.isdisjoint(link):
        return found
    other = next((q for q in reading.quantities if q.outer_first == found.stop + 1), None)
    behind = other and _of_next(reading, find_behind(reading, other.outer_stop))
    return found._replace(noun=behind.noun) if behind else found


def _part_of(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """Find the group behind "of": four of them, six of Badakhshan's 28 districts."""
    tokens = reading.tokens
    position = index + 1
    if fated := _those_fated(reading, position):
        return fated
    if position < len(tokens) and tokens[position].norm in lexicon.grammar().anaphoric:
        return _part_of_them(reading, index, previous)
    if is_number_again(reading, position) and previous is not None and previous.noun is not None:
        return Counted(position, position, previous.noun, previous.counted or "", "part")
    if previous is not None and previous.noun is not None and of_nations(reading, position):
        return Counted(index, index, previous.noun, "", "before")
    position = _past_owners(reading, position)
    found = find_behind(reading, position) if position < len(tokens) else None
    if found is None and position < len(tokens):
        found = _of_named(reading, position, previous)
    if found is not None:
        return found
    if previous is not None and previous.noun is not None and _is_listed(reading, index, position):
        return Counted(index, index, previous.noun, previous.counted or "", "before")
    if position < len(tokens) and (found := _of_unknown(reading, position, previous)):
        return found
    if tokens[position - 1].norm in lexicon.grammar().owner_nouns and position > index + 1:
        words = tokens[position - 1].text  # "two thirds of the country"
        return Counted(position - 1, position, noun_class("things"), words, "behind")
    if previous is not None and previous.noun is not None:
        return Counted(index, index + 1, previous.noun, previous.counted or "", "part")
    return None


def _part_of_them(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """What "of them" is of: what they are said to be, or those told of before."""
    own = _predicate(reading, index + 2)
    if own is not None:
        return own._replace(how="part")
    if told := told_beside(reading, index):
        return told
    apart = previous is None or reading.at != previous.at
    if apart and (own := find_named_alone(reading, index)):
        return own
    elsewhere = previous is None or previous.noun is None or reading.at != previous.at
    if elsewhere and (own := find_antecedent(reading, index, previous)):
        return own
    if previous is None or previous.noun is None:
        return None
    words = "" if is_one_of_two(reading, previous) else previous.counted or ""
    if reading.lower[index + 1] in lexicon.count_words().of_ours:
        words = reading.tokens[index + 1].text  # "66,000 Afghans, against 2,448 of ours"
    return Counted(index + 1, index + 2, previous.noun, words, "part")


def _past_owners(reading: Reading, position: int) -> int:
    """Index past a total and the words for whose it is: "of the country's nearly 400 districts"."""
    totals, owners, skipped = reading.quantity_stops, reading.place_starts, owning_words()
    while position < len(reading.tokens):
        if position in totals:
            position = totals[position]
        elif reading.lower[position] in skipped:
            position += 1
        elif position in owners and _owns(reading, owners[position]):
            position = owners[position]
        elif _owns(reading, position + 1) and position + 2 in totals:
            position += 2  # "four of the valley's seven districts"
        else:
            break
    return position


def _of_named(reading: Reading, position: int, previous: Draft | None) -> Counted | None:
    """People behind "of" whom their fate names, or who are only called the others."""
    word = reading.tokens[position]
    if kind := lexicon.nouns().participles.get(word.norm):
        noun = class_of_participle(kind)  # "three of the wounded"
        return Counted(position, position + 1, noun, word.text, "behind")
    if word.norm not in lexicon.grammar().others:
        return None
    if previous is None or previous.noun is None:
        return Counted(position + 1, position + 1, noun_class("people"), "", "before")
    words = previous.counted or ""
    return Counted(position + 1, position + 1, previous.noun, words, "before")


def _of_unknown(reading: Reading, position: int, previous: Draft | None) -> Counted | None:
    """What an unknown phrase behind "of" names; behind a total that ends it, nothing."""
    if reading.lower[position] == "own":
        words = reading.tokens[position].text  # "thirteen of our own"
        return Counted(position, position + 1, noun_class("people"), words, "behind")
    whole = position in reading.quantity_stops.values()
    told = previous is not None and previous.noun is not None
    if whole and told and looks_finite(reading.tokens[position]):
        return None
    if ends_phrase(reading, position):
        return None
    stop = max(read_phrase(reading, position)[0], position + 1)
    words = reading.words(position, stop)
    return Counted(position, stop, noun_class("things"), words, "behind")


def _is_listed(reading: Reading, of: int, index: int) -> bool:
    """Whether a list goes on with a place: "four districts of X and five of the seven of Y"."""
    own = next((quantity for quantity in reading.counting if quantity.outer_stop == of), None)
    if own is None or own.unit is not None or own.is_fraction or reading.counting[0] is own:
        return False
    place = next((place for place in reading.places if place.first == index), None)
    return place is not None and place.via == "name" and ends_phrase(reading, place.stop)


def _is_after_half(reading: Reading, index: int) -> bool:
    """Whether a token begins what a fraction is of, without "of": "half the men"."""
    return not lexicon.count_words().after_half.isdisjoint(reading.lower[index : index + 1])


def _those_fated(reading: Reading, index: int) -> Counted | None:
    """People called by their fate behind "of": "of those killed", "of those who had fled"."""
    if reading.lower[index : index + 1] != ["those"]:
        return None
    at, lower = index + 1, reading.lower
    if lower[at : at + 2] == ["on", "board"] or lower[at : at + 1] == ["aboard"]:
        return Counted(at, at, noun_class("people"), "those", "behind")
    told = lower[at : at + 1] == ["who"]
    at += told
    being = False
    while told and at < len(lower) and lower[at] in lexicon.grammar().auxiliaries:
        being = being or lower[at] in lexicon.grammar().passive
        at += 1
    word = lower[at] if at < len(lower) else ""
    kind = lexicon.nouns().participles.get(word)
    if kind is None or (told and not being and word not in lexicon.count_words().own_deeds):
        return None  # "40 of those who killed"
    words = reading.tokens[at].text
    return Counted(at, at + 1, class_of_participle(kind), words, "behind")


def _owns(reading: Reading, stop: int) -> bool:
    return stop < len(reading.tokens) and reading.tokens[stop].norm == "'s"


def _predicate(reading: Reading, index: int) -> Counted | None:
    """What "of them" are said to be: "24 of them C-17s", "214 of them were soldiers"."""
    tokens = reading.tokens
    said = index < len(tokens) and tokens[index].norm in lexicon.grammar().copulas
    index += said
    found = find_behind(reading, index) if index < len(tokens) else None
    if found is None or found.first != index:
        return None
    if said:
        return found
    adverb = tokens[index].norm in lexicon.count_words().sent_off  # "call half of them home"
    return None if adverb or index in reading.verb_starts else found


def _serial(reading: Reading, index: int) -> Counted | None:
    """The one thing that an ordinal counts up, known or not: "the second severe drought"."""
    stop, _, _ = read_phrase(reading, index)
    if stop == index and index in reading.verb_starts:
        stop = index + 1  # "the third mass kidnapping in three weeks"
        while not ends_phrase(reading, stop) and stop - index < _LONGEST_SERIAL:
            stop += 1
    if reading.lower[index:stop] == ["such"] and stop in reading.verb_starts:
        stop += 1  # "the third such retreat", which is no verb
    if stop == index or not reading.tokens[stop - 1].text.islower():
        return None
    return Counted(index, stop, noun_class("things"), reading.words(index, stop), "behind")


def _shared(reading: Reading, quantity: Quantity) -> Counted | None:
    """The noun of the number that goes on a list: "about 1,500 and 1,200 new cameras"."""
    joint = quantity.outer_stop
    if reading.lower[joint : joint + 1] and reading.lower[joint] in (
        lexicon.count_words().sorts_of_people
    ):
        joint += 1  # "90 registered and some 40 unregistered guests"
    else:
        joint = _past_name(reading, joint)  # "2,500 U.S. and 7,000 NATO troops"
    if quantity.is_ordinal or reading.lower[joint : joint + 1] not in (["and"], ["or"]):
        return None
    after = next((q for q in reading.quantities if q.outer_first == joint + 1), None)
    if after is None or after.unit != quantity.unit or after.is_ordinal:
        return None
    index = after.outer_stop
    if reading.lower[index : index + 1] == ["of"]:
        return _part_of(reading, index, None)
    found = find_behind(reading, index)
    if found is None or joint == quantity.outer_stop:
        return found
    sort = reading.words(quantity.outer_stop, joint)
    return found._replace(words=f"{sort} {reading.tokens[found.stop - 1].text}")


def _past_name(reading: Reading, index: int) -> int:
    """Index one past the name of a state or an organisation at a token, or the same index."""
    actor = next((actor.stop for actor in reading.actors if actor.first == index), index)
    return reading.place_starts.get(index, actor)
