"""Labels: who speaks by the colon or dash of a headline, a list line or a transcript."""

from __future__ import annotations

import bisect
import operator
import re
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.words import is_clock, is_verb
from data.parse.headings import heading_of
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.parse.words.tokens import Token

_LONGEST_LABEL = 7
_SHORTEST_CLAIM = 4
_LONGEST_BULLET = 12
_LONGEST_ACRONYM = 5

_FEWEST_TURNS = 2
"""Labels that make a text a transcript: one alone may be a quotation."""

_FEWEST_PARAGRAPHS = 2
"""Paragraphs in the first person that make a transcript behind one label: a speech goes on."""

_start = operator.attrgetter("start")
_SPEAKER = re.compile(
    r"\n[ \t]*(?P<label>[A-Z][\w.'’\- ]{0,60}?(?:,[A-Z ,.'’\-]{2,60})?)"
    r"(?:[ \t]\([^()\n]{2,40}\))?:(?=\s)"
    r"(?P<clock>[ \t]*\(\d+:\d+\))?"
)
"""A label and the line break before it: a sign to search for spares a look at every letter."""


_SCOTTISH = re.compile(r"\bMc([a-z])")
"""A name whose third letter is a capital, too."""


class Turn(NamedTuple):
    """Where somebody begins to speak in a transcript.

    Attributes:
        start: An offset in the text.
        label: Who speaks; empty for who asks, and where nobody has the floor any more.
        asks: Whether it is somebody who asks.
    """

    start: int
    label: str
    asks: bool = False


def find_label(reading: Reading, match: CueMatch) -> Source | None:
    """The source that a colon or a dash sets off: "Berlin: ..." or "...: Sources"."""
    return _behind(reading, match) or (
        _in_front(reading, match) if match.cue.type == "colon" else None
    )


def speaker_at(readings: Readings, offset: int) -> str | None:
    """Who speaks at an offset of a transcript, as the label has it; None elsewhere."""
    turns = _turns(readings)
    if not turns:
        return None
    place = bisect.bisect_right(turns, offset, key=_start)
    return turns[place - 1].label or None if place else None


def is_asked(readings: Readings, offset: int) -> bool:
    """Whether somebody asks at an offset of a transcript, whose words are nobody's claim."""
    turns = _turns(readings)
    place = bisect.bisect_right(turns, offset, key=_start) if turns else 0
    return place > 0 and turns[place - 1].asks


def _behind(reading: Reading, match: CueMatch) -> Source | None:
    """The source that ends a headline: "...: Sources", "... - Defense Ministry"."""
    tokens = reading.tokens
    if match.first < _SHORTEST_CLAIM or len(tokens) - match.stop > _LONGEST_LABEL:
        return None
    if match.cue.type == "dash" and tokens[match.first - 1].end == tokens[match.first].start:
        return None
    source = source_after(reading, match.stop) or judge(reading, match.stop, len(tokens))
    if source is None or source.stop != len(tokens) or source.nature == "other":
        return None
    if tokens[source.stop - 1].norm in lexicon.attribution().grammar.rubrics:
        return None  # "... - video"
    if source.nature == "medium" and match.cue.type == "dash" and not reading.sentence.is_heading:
        return None  # "... to go home. — Reuters" only says whose text it is
    return source if source.nature != "name" or _is_acronym(reading, source) else None


def _is_acronym(reading: Reading, source: Source) -> bool:
    """Whether a label is a short name in capitals in a headline: "IOM: 40,000 cross"."""
    short = source.stop - source.first == 1 and 1 < len(source.words) <= _LONGEST_ACRONYM
    return short and source.words.isupper() and reading.tokens[-1].norm != "."


def _in_front(reading: Reading, match: CueMatch) -> Source | None:
    """The source a headline or list line begins with: "UN: ...", "Berlin: ..."."""
    tokens = reading.tokens
    first = _past_clock(tokens, match.first)
    quotes = reading.lower[match.stop : match.stop + 1] == ['"']  # "Habib Rasuli: “We fled.”"
    opens = _opens_line(reading) or quotes
    if not 0 < match.first - first <= _LONGEST_LABEL or not opens:
        return None
    if any(is_verb(tokens, at) or tokens[at].is_number for at in range(first, match.first)):
        return None
    if tokens[match.first - 1].norm in lexicon.attribution().grammar.rubrics:
        return None
    if _heads_a_list(reading, match) or _tells_a_number(reading, match):
        return None
    places = lexicon.grammar().prepositions | {"by"}
    if tokens[first].norm in places or "|" in reading.lower[first : match.first]:
        return None  # "By our reporter | QUETTA: ...", "From Kabul: ..."
    source = judge(reading, first, match.first)
    if source is None or source.nature in {"other", "record"}:
        return None
    if source.nature == "name" and not _is_acronym(reading, source) and not quotes:
        return None
    if _tells_own_flights(reading, source):
        return source
    return None if _is_dateline(reading, source) else source


def _tells_own_flights(reading: Reading, source: Source) -> bool:
    """Whether a state tells in its own line whom it flew out: "UK: 900 have been evacuated"."""
    if not reading.whole.themes.airlift:
        return False
    place = next((one for one in reading.names if one.stop == source.stop), None)
    state = place is not None and place.via == "name" and place.code == place.country
    if place is None or not state or place.code == lexicon.subject():
        return False
    return any(event.payload.kinds.get("people") == "evacuated" for event in reading.events)


def _heads_a_list(reading: Reading, match: CueMatch) -> bool:
    """Whether a label says what the lines below it count: "Evacuees so far:", "Losses in X:"."""
    below = reading.at + 1
    if match.stop < len(reading.tokens) or below >= len(reading.whole):
        return False
    if heading_of(reading.whole[below]) is not reading:
        return False
    happens = any(event.first == 0 for event in reading.events)  # "Left Kabul on Friday:"
    if happens or not lexicon.grammar().measuring_nouns.isdisjoint(reading.lower):
        return True
    counted = lexicon.kinds_with("fate") | lexicon.kinds_with("ground")
    return any(noun.payload.kind in counted for noun in reading.nouns.values())


def _tells_a_number(reading: Reading, match: CueMatch) -> bool:
    """Whether a label says what a number alone behind it counts: "Taliban fighters: 85,000"."""
    number = next((one for one in reading.quantities if one.outer_first == match.stop), None)
    if number is None:
        return False
    if heading_of(reading) is not None:
        return True  # "Losses in X:" above "Army: 20 killed"
    return not any(token.is_word for token in reading.tokens[number.outer_stop :])


def _past_clock(tokens: Sequence[Token], colon: int) -> int:
    """Index behind the time of an entry of a live blog: "18:40 GMT - "."""
    for index in range(colon - 1, max(0, colon - 2 - _LONGEST_LABEL), -1):
        if tokens[index].norm in {"-", "—"} and tokens[index - 1].end < tokens[index].start:
            return index + 1 if tokens[0].is_number else 0
    return next((i + 1 for i in (2, 0) if i < colon - 1 and is_clock(tokens, i)), 0)


def _is_dateline(reading: Reading, source: Source) -> bool:
    """Whether a label says where it is, not who speaks; "Berlin: ..." speaks in a headline."""
    place = next((one for one in reading.places if one.stop == source.stop), None)
    capitals = reading.tokens[source.first].text.isupper()  # "KHANSAFA, Syria: ..."
    town = source.words.isupper() or (capitals and reading.lower[source.first + 1] == ",")
    if place is None or (place.first > source.first and not town):
        return False
    if town and place.first > source.first:
        return True
    if place.via == "seat":
        return False  # nobody writes from "the Pentagon: ..."
    here = place.country == lexicon.subject()  # in headlines "Kabul: ..." is where it happened
    government = place.via == "capital" and not here
    return not government or source.words.isupper() or reading.tokens[-1].norm == "."


def _opens_line(reading: Reading) -> bool:
    """Whether the sentence begins its line, a bullet and the time of an entry aside."""
    if reading.sentence.timed:
        return True
    start = reading.sentence.start
    opening = reading.text[max(0, start - _LONGEST_BULLET) : start]
    before = opening.rpartition("\n")[2]
    return not before.strip(" \t-–—*•·") and (start < _LONGEST_BULLET or before != opening)


@remembered
def _turns(readings: Readings) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; none in a text that is no transcript."""
    text = readings.article.text
    if ":" not in text:
        return ()
    found = [
        (match.start(), match["label"], match["clock"] is not None)
        for match in _SPEAKER.finditer("\n" + text)  # so that each starts where its line does
    ]
    told = [
        turn
        for turn in found
        if turn[2] or _has_title(turn[1]) or _asks(turn[1]) or _opens_text(*turn[:2])
    ]
    if not told or (len(told) < _FEWEST_TURNS and not _is_floor(text, found, *told[0])):
        return _statement(text, *told[0][:2]) if told else ()
    return tuple(
        Turn(start, "" if _asks(label) else _spoken(label), asks=_asks(label))
        for start, label, timed in found
        if timed or label.isupper() or _has_title(label) or _asks(label) or _is_office(label)
    )


def _is_floor(
    text: str, found: Sequence[tuple[int, str, bool]], start: int, label: str, timed: bool
) -> bool:
    """Whether the only label with a clock or a title begins what somebody says, not a quotation."""
    if timed or sum(one.isupper() and " " in one for _, one, _ in found) >= _FEWEST_TURNS:
        return True
    if _asks(label):
        return False
    spoken = [paragraph.rstrip() for paragraph in text[start:].split("\n") if paragraph.strip()]
    opening = start == 0 and label.isupper() and spoken[0].endswith(".")
    fewest = _FEWEST_PARAGRAPHS - (opening and not _is_first_person(spoken[0]))
    return sum(map(_is_first_person, spoken)) >= fewest  # "MR. DEAN: Two points. / First, we left"


def _statement(text: str, start: int, label: str) -> tuple[Turn, ...]:
    """The first paragraph, of whom its label names: "GEN. DEAN: I will be brief. ..."."""
    end = text.find("\n")
    paragraph = text if end < 0 else text[:end]
    if start or not label.isupper() or _asks(label) or not _is_first_person(paragraph):
        return ()
    opening = Turn(start, _spoken(label))
    return (opening,) if end < 0 else (opening, Turn(end, ""))


def _is_first_person(paragraph: str) -> bool:
    """Whether somebody speaks of himself in it."""
    first_person = lexicon.attribution().headings.first_person
    words = re.findall(r"[A-Za-z]+", paragraph)
    return any(word.lower() in first_person and word != "US" for word in words)


def _has_title(label: str) -> bool:
    words = re.findall(r"[a-z]+", label.lower())
    rules = lexicon.attribution().transcript
    if len(words) < 2:
        return False
    if label.isupper():
        return any(word in rules.titles for word in words)
    return words[0] in rules.titles and label.istitle()


def _opens_text(start: int, label: str) -> bool:
    """Whether a text begins with who speaks by an office alone: "SPOKESMAN: We have ..."."""
    return not start and label.isupper() and _is_office(label)


def _is_office(label: str) -> bool:
    """Whether a label is an office alone: "Spokesman: ..."."""
    return label.lower() in lexicon.attribution().transcript.titles


def _asks(label: str) -> bool:
    words = re.findall(r"[a-z]+", label.lower())
    return bool(words) and words[0] in lexicon.attribution().transcript.askers


def _spoken(label: str) -> str:
    """The label as a name: "MAJ. GEN. MCHUGH" is "Maj. Gen. McHugh"."""
    if not label.isupper():
        return label
    return _SCOTTISH.sub(lambda name: f"Mc{name[1].upper()}", label.title())
