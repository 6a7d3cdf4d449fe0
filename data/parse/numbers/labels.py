"""Labels: numbers that name a page, a street or an item instead of counting anything."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Sequence

from data import lexicon
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token

_HIGHEST = 10_000


def is_label(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number names a thing: "Street 10", "page 3 of 10", "2-" before an item."""
    return (
        _names_a_thing(tokens, quantity)
        or _stands_alone(tokens, quantity)
        or _is_of_pages(tokens, quantity)
        or _opens_a_point(tokens, quantity)
    )


def _names_a_thing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Name a thing by digits right behind a capitalised word and before no noun: "Street 10"."""
    first, stop = quantity.first, quantity.stop
    if not tokens[first].is_number or not can_be_label(quantity):
        return False
    if not first:  # "2- Ghazni: ...": the number of an item
        return stop + 1 < len(tokens) and tokens[stop].norm in {"-", ")"}
    before = tokens[first - 1]
    if before.norm in lexicon.grammar().formation_words:
        return True
    if not before.is_word or not before.text[0].isupper() or before.text.isupper():
        return False
    if before.norm in lexicon.times().months and "," in tokens[first].text:
        return False  # "134 came in June, at the start of July 1,037"
    if stop < len(tokens) and tokens[stop].is_word:
        return tokens[stop].norm in lexicon.numbers().behind_label and first > 1
    return first > 1


def _opens_a_point(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number word opens what is said as the next point: "Two, we will stay"."""
    stop = quantity.stop
    if quantity.outer_first or stop != 1 or len(tokens) < stop + 3 or tokens[0].is_number:
        return False
    behind = tokens[stop + 1].norm, tokens[stop + 2].norm
    grammar = lexicon.grammar()
    opens = tokens[stop].norm == "," and behind[0] in grammar.subject_pronouns
    return opens and behind[1] not in lexicon.attribution().grammar.speech


def _stands_alone(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether digits are all that their line says: the number of an item, cut from it."""
    alone = not quantity.first and tokens[0].is_number
    return alone and not any(token.is_word for token in tokens[quantity.stop :])


def _is_of_pages(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it tells which page this is and how many there are: "page 3 of 10"."""
    first, behind = quantity.first, tokens[quantity.stop : quantity.stop + 2]
    paged = lexicon.grammar().paged
    if first and tokens[first - 1].norm in paged and len(behind) > 1 and behind[1].is_number:
        return behind[0].norm == "of"
    if first < 3 or tokens[first - 1].norm != "of" or not tokens[first - 2].is_number:
        return False
    return tokens[first - 3].norm in paged


def is_line_number(text: str, tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether digits number a line, as in a list of what is read most: "1 Floods kill 160".

    Before a capital, where the line above or below has the number before or behind it; or a one
    before a plural.
    """
    if quantity.outer_first or quantity.stop != 1 or len(tokens) < _SHORTEST_LINE:
        return False
    value, word = quantity.value, tokens[1]
    if value is None or not 0 < value <= _MOST_LINES or not tokens[0].is_number:
        return False
    if not (word.is_word and word.text[0].isupper()):
        return False
    begin = _line_start(text, tokens[0].start, _LONGEST_INDENT)
    if begin is None or text[begin : tokens[0].start].strip():
        return False
    if value == 1 and word.norm.endswith("s") and not word.norm.endswith("ss"):
        return True
    above = _line_above(text, begin)
    over = _NUMBER_OF_LINE.match(text, above) if above is not None else None
    under = _LINE_BELOW.match(text, begin)
    return (over is not None and int(over[1]) == value - 1) or (
        under is not None and int(under[1]) == value + 1
    )


def is_next_item(text: str, tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether digits that end a sentence number what comes behind it: "1. Floods 2. Fires".

    The items of a list stand in one line where a page or a PDF was copied. The first begins the
    line or a sentence: "killed 2. Another killed 3." is no list.
    """
    stop, value = quantity.stop, quantity.value
    if stop != len(tokens) - 1 or tokens[stop].norm != "." or quantity.outer_first != stop - 1:
        return False
    if value is None or not 1 < value <= _MOST_LINES or not tokens[stop - 1].is_number:
        return False
    start = tokens[stop - 1].start
    begin = _line_start(text, start, _LONGEST_LIST)
    line = text[begin:start] if begin is not None else ""
    numbers = _ITEM.findall(line)
    if not numbers or int(numbers[-1]) != value - 1:
        return False
    return _FIRST_ITEM.search(line) is not None


_ITEM = re.compile(r"(?<![\d.,])(\d{1,2})\.\s+(?=\S)")
_FIRST_ITEM = re.compile(r"(?:^|[:.!?…]\s)\s{0,9}1\.\s")
_LONGEST_LIST = 1_000


def _line_start(text: str, index: int, reach: int) -> int | None:
    """Where the line of an offset begins; None if farther back than ``reach`` characters."""
    lowest = max(0, index - reach)
    found = max(text.rfind(sign, lowest, index) for sign in "\r\n")
    return found + 1 if found >= 0 else (0 if lowest == 0 else None)


def _line_above(text: str, begin: int) -> int | None:
    """Where the last line before an offset begins that is not empty."""
    end = begin
    while end and text[end - 1].isspace() and begin - end < _MOST_BLANKS:
        end -= 1
    return _line_start(text, end, _LONGEST_LINE)


_NUMBER_OF_LINE = re.compile(r"[ \t]{0,12}(\d{1,2})[.)]?[ \t]+[^\W\d_a-z]")
_LINE_BELOW = re.compile(r"[^\r\n]{0,300}[\r\n]\s{0,20}(\d{1,2})[.)]?[ \t]+[^\W\d_a-z]")
_LONGEST_LINE = 300
_LONGEST_INDENT = 12
_MOST_LINES = 50
_MOST_BLANKS = 20
_SHORTEST_LINE = 3
"""Fewest words and signs of a numbered line."""


def can_be_label(quantity: Quantity) -> bool:
    """Pages, rooms and streets have small plain numbers."""
    value = quantity.high
    return quantity.qualifier in {"exact", "range"} and value is not None and value < _HIGHEST


def counts_behind_name(
    tokens: Sequence[Token],
    index: int,
    label: int,
    verbs: Container[int],
    counted: Container[int],
) -> bool:
    """Whether a number behind a name counts what follows: "in Daman district 6 enemy soldiers".

    Args:
        tokens: The sentence.
        index: Index one past the number.
        label: Index of the word for what has a number, as "district".
        verbs: Indexes of the first tokens of its verbs.
        counted: Indexes of the first tokens of its nouns and demonyms.
    """
    if index + 1 not in counted or not label or not tokens[label - 1].text[0].isupper():
        return False
    word = tokens[index]
    return word.text.islower() and index not in verbs and word.norm not in _small_words()


@functools.cache
def _small_words() -> frozenset[str]:
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.determiners | grammar.adverbs | grammar.conjunctions
    small |= grammar.auxiliaries | grammar.modals | grammar.relatives | grammar.subordinators
    return small | grammar.whole_openers | grammar.count_modifiers | grammar.negations


def is_called(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether an ordinal is written as a part of a name: "fled the Seventh District"."""
    capitals = all(tokens[at].text[0].isupper() for at in (first, noun))
    return capitals and first > 1 and tokens[first - 1].text == "the"
