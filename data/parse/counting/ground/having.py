"""Having: who is said to have ground, or control of it: "X has a firm grip on two thirds"."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.ground.named_holders import Holder, named_holder
from data.parse.counting.verbs.agents import by_name
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import HOLDERS
from data.parse.parties.stand_ins import group_meant
from data.parse.reading import Reading
from data.parse.subjects import find_subject
from data.parse.words.verb_forms import saying_lemmas

_REACHING = 5
"""Most words from "control" to a share: "control now extends to"."""

_OWNED = 4
"""Most words from "a" to "grip" in "a very firm grip", and one more."""

_BEFORE_NAME = 3
"""Most words of "control of the" before a name."""


def holder_having(reading: Reading, verb: int) -> Holder | None:
    """Who holds ground that they are said to have: "the Taliban have 70 percent of X"."""
    subject = find_subject(reading, verb)
    if subject is None:
        return None
    subject = by_name(reading, subject)
    if subject.actors:
        actor = subject.actors[-1]
        holds = actor.type == "armed-group" or actor.country == lexicon.subject()
        return Holder(subject.words, actor) if holds and actor.type in HOLDERS else None
    return named_holder(reading, subject.first, subject.stop)


def holder_claiming(reading: Reading, index: int) -> Holder | None:
    """Who claims ground as theirs, at the word before a share: "the Taliban claim 85 percent"."""
    if reading.lower[index] not in lexicon.count_words().claiming:
        return None
    subject = find_subject(reading, index)
    for actor in subject.actors if subject else ():
        of_country = actor.type in HOLDERS and actor.country == lexicon.subject()
        if actor.type == "armed-group" or of_country:
            return Holder(actor.words, actor)
    return None


def holder_given(reading: Reading, first: int) -> Holder | None:
    """To whom somebody who reckons gives a share: "estimates give them a third of its districts".

    Args:
        reading: The sentence.
        first: Index of the first token of the share, qualifier included.
    """
    lower, giving = reading.lower, lexicon.count_words().allotting
    near = range(first - 1, max(0, first - _LONGEST_RECEIVER), -1)
    verb = next((at for at in near if lower[at] in giving), None)
    if verb is None or verb + 1 == first:
        return None
    if verb + 2 == first and lower[verb + 1] in lexicon.captures().stand_ins:
        group = group_meant(reading, verb + 1, first)
        return Holder(group.words, group) if group else None
    held = named_holder(reading, verb + 1, first)
    if held is None or held.actor is None:
        return held  # "give the government 54 per cent"
    return held if held.actor.type in HOLDERS else None


_LONGEST_RECEIVER = 6
"""Most words from "give" to the share: "give the Taliban movement over a third"."""


def holder_reaching(reading: Reading, first: int) -> Holder | None:
    """Whose control goes as far as a share: "Taliban control extends to two thirds of X"."""
    nouns, leading = lexicon.grammar().holding_nouns, lexicon.grammar().prepositions
    endings = lexicon.count_words().verb_endings
    for index in range(first - 1, max(0, first - 1 - _REACHING), -1):
        if reading.lower[index] in nouns:
            held = _named_up_to(reading, index - (reading.lower[index - 1] == "'s"))
            if held is None:
                return _controlling(reading, index)
            return Holder(held.words, held) if held.type in HOLDERS else None
        if (held := _named_up_to(reading, index + 1)) is not None:
            whose = reading.lower[max(0, held.first - _BEFORE_NAME) : held.first]
            is_control = "of" in whose and not nouns.isdisjoint(whose)
            return Holder(held.words, held) if is_control and held.type in HOLDERS else None
        is_verb = index in reading.verb_tokens or reading.lower[index].endswith(endings)
        if not (is_verb or reading.lower[index] in leading or is_adverb(reading.tokens[index])):
            return None
    return None


def _controlling(reading: Reading, noun: int) -> Holder | None:
    """Who is said to have control: "X is in control of two thirds", "X claimed control of it".

    Also "X has a firm grip on it", "X tightened their grip on it"; what somebody "lost" is a verb.
    """
    verb = noun - 1
    if any(said.first == verb and said.payload in saying_lemmas() for said in reading.verbs):
        return holder_having(reading, verb)
    owned = next((at for at in range(noun - 1, max(0, noun - _OWNED), -1) if _owns(reading, at)), 0)
    if owned > 1 and _is_act(reading, owned - 1):
        return holder_having(reading, owned - 1)
    if reading.lower[verb] != "in":
        return None
    verb -= 1
    while verb > 0 and is_adverb(reading.tokens[verb]):
        verb -= 1
    return (
        holder_having(reading, verb) if reading.lower[verb] in lexicon.grammar().copulas else None
    )


def _owns(reading: Reading, index: int) -> bool:
    """Whether an article or a possessive begins "a firm grip", "their grip"."""
    grammar = lexicon.grammar()
    return reading.lower[index] in grammar.indefinite | grammar.possessives


def _is_act(reading: Reading, index: int) -> bool:
    """Whether a word is a verb: "tightened", "keeps", "has"."""
    known = index in reading.verb_tokens or reading.lower[index] in lexicon.grammar().possession
    endings = lexicon.count_words().verb_endings
    return known or (reading.lower[index].endswith(endings) and reading.tokens[index].is_word)


def _named_up_to(reading: Reading, stop: int) -> ActorMention | None:
    return next((actor for actor in reading.actors if actor.stop == stop), None)
