"""Subjects: who does what a verb says, across lists, relative clauses and infinitives."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from data import lexicon
from data.parse.clauses import helping_words, looks_finite
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading

_LONGEST_INSERTION = 12
"""Most words between the commas of "X, the envoy for Y, said"."""

_MOST_STEPS = 4
"""How many verbs a shared subject is followed back through ("promised ... and vowed ...")."""


class Subject(NamedTuple):
    """The noun phrase that a verb has as its subject.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        actors: The actors it consists of, in text order; several where they are listed.
        words: Its words, without article.
    """

    first: int
    stop: int
    actors: tuple[ActorMention, ...]
    words: str

    @property
    def doer(self) -> ActorMention | None:
        """The actor to whom what is done is put down: the last of its actors."""
        return self.actors[-1] if self.actors else None


def find_subject(reading: Reading, verb: int, steps: int = _MOST_STEPS) -> Subject | None:
    """The subject of the verb whose first token has index ``verb``; None if there is none.

    Follows "which visited" to the name before the comma, "promised X and vowed Y" to the
    subject of "promised", "forced Y to go" to Y, and "met X to warn" to whoever met.
    """
    helping = helping_words(reading.tokens, verb)
    end = _step_over_insertion(reading, verb - len(helping))
    if steps and _needs_other_verb(reading, end, helping):
        previous = _verb_before(reading, end)
        return find_subject(reading, previous, steps - 1) if previous is not None else None
    end = _into_quotes(reading, _step_over_relative(reading, end))
    return _noun_phrase(reading, end) if end > 0 else None


def _into_quotes(reading: Reading, end: int) -> int:
    """From behind a name in quotes of its own to right behind the name: 'The movement "X" took'."""
    tokens = reading.tokens
    if end < _QUOTED or tokens[end - 1].norm != '"':
        return end
    named = any(
        actor.stop == end - 1 and actor.first and tokens[actor.first - 1].norm == '"'
        for actor in reading.actors
    )
    return end - 1 if named else end


_QUOTED = 3
"""Fewest tokens of a name with its quotes."""


def _step_over_insertion(reading: Reading, end: int) -> int:
    """From behind "X, the envoy for Y," to behind X: an insertion without a verb of its own."""
    tokens = reading.tokens
    if end < 2 or tokens[end - 1].norm != ",":
        return end
    for index in range(end - 2, max(0, end - _LONGEST_INSERTION), -1):
        if tokens[index].norm == ",":
            return index
        if looks_finite(tokens[index]) or any(verb.covers(index) for verb in reading.verbs):
            break
    return end


def _needs_other_verb(reading: Reading, end: int, helping: list[str]) -> bool:
    """Whether the verb shares the subject of the verb before it."""
    if end <= 0:
        return False
    if "to" in helping:
        return not _is_object_control(reading, end)
    before = reading.tokens[end - 1].norm
    if before in lexicon.grammar().verb_joints:
        return _verb_before(reading, end) is not None
    return before == "," and not _ends_relative(reading, end)


def _is_object_control(reading: Reading, end: int) -> bool:
    previous = _verb_before(reading, end)
    return previous is not None and reading.tokens[previous].norm in _controlling()


def _verb_before(reading: Reading, index: int) -> int | None:
    return next((verb.first for verb in reversed(reading.verbs) if verb.stop <= index), None)


def _ends_relative(reading: Reading, end: int) -> bool:
    """Whether the comma before ``end`` closes a relative clause: ", which ..., promised"."""
    return end >= 2 and reading.clause_of(end - 2).opener in lexicon.grammar().relatives


def _step_over_relative(reading: Reading, end: int) -> int:
    """From behind ", which ...," or from inside it to the name the clause is about."""
    relatives = lexicon.grammar().relatives
    tokens = reading.tokens
    if end > 0 and (tokens[end - 1].norm in relatives or tokens[end - 1].norm == "that"):
        end -= 1
        return end - 1 if end > 0 and tokens[end - 1].norm == "," else end
    if end > 0 and tokens[end - 1].norm == "," and _ends_relative(reading, end):
        return reading.clause_of(end - 2).first - 1
    return end


def _noun_phrase(reading: Reading, end: int) -> Subject | None:
    """The noun phrase that ends right before token ``end``, with the actors it lists."""
    pieces = list(_pieces_before(reading, end))
    if not pieces:
        return None
    first, stop = _head(reading, pieces)
    named = list(_actors_in(reading, first, stop))
    if not named:
        return Subject(first, stop, (), _without_article(reading, first, stop))
    # "the Example Organisation (EO)" names one actor twice.
    actor = next(mention for mention in named if mention.code == named[-1].code)
    words = actor.words if actor.type == "person" else _without_article(reading, first, stop)
    return Subject(first, stop, (*_listed_before(reading, actor), actor), words)


def _head(reading: Reading, pieces: list[tuple[int, int]]) -> tuple[int, int]:
    """Of "envoy for Afghanistan Z. Kabulov" the person, else the leftmost piece with an actor."""
    nearest = pieces[0]
    people = [actor for actor in _actors_in(reading, *nearest) if actor.type == "person"]
    if people and people[-1].stop == nearest[1]:
        return nearest
    leftmost = pieces[-1]
    if list(_actors_in(reading, *leftmost)) or len(pieces) == 1:
        return leftmost
    linked = reading.tokens[pieces[-2][0] - 1].norm in {"of", "from"}
    return (leftmost[0], pieces[-2][1]) if linked else leftmost


def _pieces_before(reading: Reading, end: int) -> Iterator[tuple[int, int]]:
    """Runs of words before ``end``, nearest first, parted by prepositions."""
    prepositions, stops = lexicon.grammar().prepositions, _phrase_stops()
    verbs = reading.verb_tokens
    begin = reading.clause_of(end - 1).first
    stop = position = end
    while position > begin:
        token = reading.tokens[position - 1]
        inside = token.is_word or token.norm in {"-", "(", ")", "'s", "/"} or token.is_number
        if not inside or token.norm in stops or position - 1 in verbs:
            break
        if token.norm == "-" and _is_dash(reading, position - 1):
            if stop > position:
                break
            stop = position - 1  # "Moscow - which denied it"
        if token.norm in prepositions and not _inside_actor(reading, position - 1):
            if stop > position:
                yield _behind_time(reading, position, stop), stop
            stop = position - 1
        position -= 1
        if position < stop and _opens_phrase(reading, position, stop):
            break
    preceded = position > 0 and reading.tokens[position].norm in prepositions
    if stop > position and not preceded:
        yield _behind_time(reading, position, stop), stop


def _is_dash(reading: Reading, index: int) -> bool:
    """Whether a hyphen joins no word to the next, as in "KABUL (Reuters) - The army"."""
    token, behind = reading.tokens[index], reading.tokens[index + 1 : index + 2]
    apart = index > 0 and reading.tokens[index - 1].end < token.start
    return apart or (bool(behind) and token.end < behind[0].start)


def _opens_phrase(reading: Reading, index: int, stop: int) -> bool:
    """Whether a noun phrase begins with a word: "On Thursday | the army", "On Friday | they"."""
    grammar, norm = lexicon.grammar(), reading.tokens[index].norm
    if norm in grammar.subject_pronouns:
        return index + 1 == stop
    if norm not in grammar.determiners or index == 0:
        return False
    before = reading.tokens[index - 1].norm
    return before not in grammar.prepositions and before not in grammar.before_articles


def _behind_time(reading: Reading, first: int, stop: int) -> int:
    """Where a noun phrase begins behind a day in front: "On Thursday | Taliban fighters"."""
    if first not in reading.date_starts:
        return first
    tokens = reading.tokens
    end = next(time.end for time in reading.times if reading.index_at(time.start) == first)
    behind = next((at for at in range(first, stop) if tokens[at].start >= end), stop)
    return first if behind == stop or tokens[behind].norm in {"'s", "-"} else behind


def _listed_before(reading: Reading, actor: ActorMention) -> list[ActorMention]:
    """Actors listed before one: "A, B and" before C."""
    linking, modifying, joining = _linking(), _modifying(), lexicon.grammar().joining
    by_stop = {mention.stop: mention for mention in reading.actors}
    listed: list[ActorMention] = []
    position, joined = actor.first, False
    while position > 0:
        token = reading.tokens[position - 1]
        if (mention := by_stop.get(position)) and joined:
            listed.insert(0, mention)
            position, joined = mention.first, False
        elif token.norm in linking:
            joined = joined or token.norm in joining or bool(listed) or token.norm == ","
            position -= 1
        elif token.norm in modifying or (not joined and _describes_next(reading, position - 1)):
            position -= 1
        else:
            break
    if not listed or joining.isdisjoint(reading.lower[listed[0].stop : actor.first]):
        return []
    return listed


def _describes_next(reading: Reading, index: int) -> bool:
    following = reading.lower[index + 1 : index + 3]
    return (
        len(following) == 2
        and following[0] == "-"
        and following[1] in lexicon.grammar().describing_suffixes
    )


def _actors_in(reading: Reading, first: int, stop: int) -> Iterator[ActorMention]:
    return (actor for actor in reading.actors if first <= actor.first and actor.stop <= stop)


def _inside_actor(reading: Reading, index: int) -> bool:
    return any(actor.first < index < actor.stop for actor in reading.actors)


def _without_article(reading: Reading, first: int, stop: int) -> str:
    skipped = _not_first()
    while first < stop - 1 and reading.tokens[first].norm in skipped:
        first += 1
    return reading.words(first, stop)


@functools.cache
def _phrase_stops() -> frozenset[str]:
    """Words that no noun phrase goes across."""
    grammar = lexicon.grammar()
    openers = grammar.subordinators | grammar.relatives | grammar.modals
    return openers | grammar.between_phrases


@functools.cache
def _controlling() -> frozenset[str]:
    """Verbs whose object does what an infinitive behind it says, and forms of them."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.object_control, *grammar.object_control_forms))


@functools.cache
def _linking() -> frozenset[str]:
    return frozenset((*lexicon.grammar().coordinators, ","))


@functools.cache
def _modifying() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset((*grammar.determiners, *grammar.describing_suffixes, "-"))


@functools.cache
def _not_first() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset((*grammar.determiners, *grammar.coordinators))
