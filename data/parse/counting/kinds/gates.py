"""Gates: checkpoints, gates and terminals that are none of a border."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.names.codes import ground_of
from data.parse.reading import Reading
from data.place_codes import is_border


def is_way_check(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether checkpoints are none of a border: "stopped at 12 checkpoints on the way to X"."""
    words = counted.words.lower().replace("-", " ").split()
    if not (any(word.startswith("check") for word in words) or _is_guarded(words)):
        return False
    if verb is not None and verb.action == "stop at":
        return True
    behind = " ".join(reading.lower[counted.stop : counted.stop + 3])
    if behind in lexicon.count_words().on_the_way:
        return True
    again = counted.how != "behind" and reading.at  # "took four of them"
    return not (
        _tells_of_border(reading) or (again and _tells_of_border(reading.whole[reading.at - 1]))
    )


def _is_guarded(words: Sequence[str]) -> bool:
    """Whether posts are called by who keeps them: "security posts", "nine police posts"."""
    return words[-1:] in (["post"], ["posts"]) and not lexicon.count_words().keepers.isdisjoint(
        words
    )


def is_of_building(reading: Reading, counted: Counted) -> bool:
    """Whether gates are those of an airport or the like, which no border is crossed at."""
    last = reading.lower[counted.stop - 1]
    if last.startswith("terminal"):
        before = reading.whole[reading.at - 1] if reading.at else reading
        return not (_tells_of_border(reading) or _tells_of_border(before))
    if not last.startswith("gate"):
        return False
    building = not lexicon.count_words().with_gates.isdisjoint(reading.word_set)
    building = building or reading.whole.themes.airlift
    return building and not _tells_of_border(reading)


def is_place_of_crossing(reading: Reading, counted: Counted) -> bool:
    """Whether places are where people crossed a border: "crossed at seven different places".

    Posts on one are such as well: "counts 16 posts on the border".
    """
    words = lexicon.count_words()
    if counted.how != "behind":
        return False
    last = reading.lower[counted.stop - 1]
    if last in words.posts and " ".join(reading.lower[counted.stop :][:2]) in words.on_line:
        return not lexicon.grammar().border_words.isdisjoint(
            reading.lower[counted.stop + 2 : counted.stop + 3]
        )
    if last not in words.spots:
        return False
    first = number_start(reading, counted.first)
    at = reading.lower[first - 1 : first] == ["at"]
    return at and not words.over_border.isdisjoint(reading.lower[max(0, first - 3) : first])


def _tells_of_border(reading: Reading) -> bool:
    """Whether a sentence is about a border: "four checkpoints in X" are no crossings."""
    grammar = lexicon.grammar()
    words = grammar.border_words | grammar.crossing_words | lexicon.location().lines.words
    if reading.borders or not (words | lexicon.count_words().customs).isdisjoint(reading.word_set):
        return True
    return any(is_border(ground_of(place.code)) for place in reading.places)
