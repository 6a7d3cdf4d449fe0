"""References: whom "he", "the ministry", "the statement" and "its spokesman" stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.attribution.discourse.acronyms import body_meant, full_name
from data.parse.attribution.discourse.descriptions import (
    body_named,
    described,
    is_another,
    organisation_beside,
    side_meant,
)
from data.parse.attribution.discourse.openings import (
    is_somebody,
    name_first,
    newcomer,
    person_first,
    person_met,
)
from data.parse.attribution.discourse.owners import actor_meant, names_facility, owners_of, seat_of
from data.parse.attribution.discourse.referring import NATURES, generic, refers
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.discourse.subjects import (
    are_counted,
    is_untold,
    issuer,
    self_counted,
    self_told,
    silent_before,
    standing_for,
    subject_before,
    subject_of_sentence,
)
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.saying.verbs import is_of_figures
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.nations import code_before, code_of_dateline
from data.parse.attribution.sources.vocabulary import vocabulary

_FARTHEST = 6
"""Most sentences back to whom "he" and "the ministry" refer: "He added" may follow "He said"."""

_DOCUMENT_REACH = 6
"""Most words from a verb to the document that it was said in: "said on Monday in a report"."""

_SHORTEST_OFFICE = 4
"""Words of "spokesman for the group"."""

_MOST_MAKERS = 6
"""Most sources of a sentence, from its end, that are asked whether the document is theirs."""

_SELDOM_MAKERS: frozenset[Nature] = frozenset(("medium", "person", "name"))
"""Who seldom puts out the document of "X said in a statement, Reuters reported"."""


def resolve(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Source | None:
    """The source itself, or with the words of the one before it that it stands for.

    A pronoun that stands for nobody known is no source; a role or a document keeps its words. An
    acronym has its full name, where the text gives it anywhere.
    """
    meant = _meant(speech, at, source, utterances)
    if meant is not None and meant.code is None:
        code = code_before(speech.readings, at, meant.words) or _of_dateline(speech, at, meant)
        meant = meant._replace(code=code) if code is not None else meant
    if meant is None or not meant.words.isupper():
        return meant
    named = full_name(speech.readings[at].whole, meant.words)
    return meant if named is None else meant._replace(words=named)


def _of_dateline(speech: Speech, at: int, source: Source) -> str | None:
    """Code of a ministry told of without its country, where the sentence names none beside it."""
    inside = any(source.first <= place.first < source.stop for place in speech.readings[at].names)
    bare = source.nature == "body" and not inside
    return code_of_dateline(speech.readings, at, source.words) if bare else None


def _meant(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Source | None:
    """The source that one stands for, or itself."""
    if source.anaphor == "none":
        named = _of_body(speech, at, source, utterances)
        return named or _for_body(speech, at, source, utterances) or source
    if source.anaphor == "owner":
        return _owned(speech, at, source, utterances)
    reading = speech.readings[at]
    if source.nature == "body" and reading.lower[source.stop : source.stop + 1] == ["that"]:
        return source  # "The group that shelled the town said"
    if (named := _named_beside(speech, at, source)) or are_counted(speech, at, source):
        return named
    wanted, role = source, None
    candidates = _candidates(speech, at, source, utterances)
    meant = described(reading, source, candidates)
    for earlier in candidates:
        same = earlier is meant or earlier is body_meant(wanted, candidates)
        if not same and not refers(wanted, earlier):
            continue
        if earlier.anaphor != "definite":
            if source.anaphor == "record" and earlier.nature in _SELDOM_MAKERS:
                earlier = _maker_of(speech, at, source) or earlier
            return standing_for(source, earlier)
        wanted = role = earlier  # "he" is the spokesman, who was named before
    if role is not None:
        return standing_for(source, role)
    if source.anaphor == "definite" and source.words in vocabulary().deputies:
        return _owned(speech, at, source, utterances)
    told_of = side_meant(reading, source, speech.utterances(at - 1) if at else ())
    if told_of := told_of or body_named(reading.whole, at, source, bool(candidates)):
        return told_of
    if source.anaphor == "record":
        return _made_by(speech, at, source)
    if source.anaphor == "definite":
        return source
    if source.anaphor == "group" and (acting := actor_meant(speech.readings[at], source)):
        return acting  # "X spent much. In May Y took five towns; by June they claimed nine"
    return subject_before(speech, at, source) or actor_meant(speech.readings[at], source)


def _for_body(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Source | None:
    """The source with the name of the body they speak for: "a spokesman for the group"."""
    first = source.stop - 2
    words = source.words.split()
    if len(words) < _SHORTEST_OFFICE or words[-3] not in vocabulary().by | {"for"}:
        return None
    if words[-2] != "the" or words[-1] not in lexicon.attribution().bodies.generic:
        return None
    body = Source(first, source.stop, words[-1], None, "body", "definite", frozenset(words[-1:]))
    named = _meant(speech, at, body, utterances)
    if named is None or named.anaphor != "none" or named.nature not in NATURES["body"]:
        return None
    return source._replace(words=" ".join((*words[:-2], named.words)))


def _made_by(speech: Speech, at: int, record: Source) -> Source | None:
    """Whose a document is that nobody put out before; nobody's if it is told to be somebody's."""
    reading = speech.readings[at]
    maker = issuer(speech, at, record) or self_counted(speech, at, record)
    maker = maker or self_told(reading, record)
    owned = reading.lower[record.first] in vocabulary().owners  # "he said it has its own count"
    return maker or (None if owned else record)


def _named_beside(speech: Speech, at: int, source: Source) -> Source | None:
    """Whom the sentence itself, or what was put out in the one before, leaves no doubt about."""
    reading = speech.readings[at]
    figures = source.anaphor in {"body", "group"} and is_of_figures(reading, source)
    if figures and (maker := issuer(speech, at, source)) is not None:
        return maker  # "The ministry released figures. They show 40"
    itself = newcomer(reading, source) or silent_before(speech, at, source)
    if itself is not None:
        return standing_for(source, itself)
    anew = source.anaphor == "record" and source.first <= 1 and is_untold(speech, at - 1)
    if anew and (owner := self_counted(speech, at, source)) is not None:
        return owner  # "The Air Command struck twice. Its statement spoke of 40 dead"
    return organisation_beside(reading, source)


def _candidates(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> list[Source]:
    """Sources before one that it may stand for, the likeliest first."""
    found = list(_earlier(speech, at, source, utterances))
    if source.anaphor == "record" and speech.readings[at].lower[source.first] == "its":
        found = [one for one in found if not is_somebody(one)]
    if source.anaphor == "definite" and (source.words not in generic() or "source" in source.heads):
        found.sort(key=lambda earlier: source.heads.isdisjoint(earlier.heads))
    return [one for one in found if not is_another(source, one, found)]


def _earlier(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Iterator[Source]:
    """Sources before one, nearest first."""
    for utterance in reversed(utterances):
        if utterance.stop <= source.first:
            yield utterance.source
    only_pronouns = source.anaphor == "person"
    role = source.anaphor == "definite" and source.nature == "person"
    if (subject := subject_of_sentence(speech.readings[at], source)) is not None:
        yield subject
    for place in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        spoken = speech.utterances(place)
        for utterance in reversed(spoken):
            yield _named(speech, place, utterance.source, source)
        person = person_first(speech.readings[place]) if role else None
        if person is not None and not source.heads.isdisjoint(person.heads):
            yield person  # "Mayor Ali Nur went there. According to the mayor"
        only_pronouns = only_pronouns and all(one.source.anaphor == "person" for one in spoken)
        reading = speech.readings[place]
        person = person_met(reading) or person_first(reading) if only_pronouns else None
        if person is not None:
            yield person
        only_pronouns = only_pronouns and bool(spoken)


def _named(speech: Speech, place: int, earlier: Source, source: Source) -> Source:
    """An earlier source with the name of its owner, or of what "it" stood for.

    Behind "his report says" the report is what "it adds" speaks of, whoever made it.
    """
    if earlier.anaphor == "owner":
        return _owned(speech, place, earlier, ()) or earlier
    opening = speech.readings[place].lower[earlier.first]
    own = earlier.anaphor == "record" and opening in vocabulary().owners
    if source.anaphor == "body" and own:
        meant = _stood_for(speech, place, earlier) or earlier
        return meant._replace(nature="record")
    again = {"record": "body", "body": "record"}  # "The text said ..., it added"
    told = (source.anaphor, earlier.anaphor, earlier.nature) == ("body", "definite", "body")
    if told or again.get(source.anaphor) == earlier.anaphor:
        meant = _stood_for(speech, place, earlier) or earlier
        return meant._replace(nature="record") if source.anaphor == "body" else meant
    return earlier


def _stood_for(speech: Speech, at: int, source: Source) -> Source | None:
    """What an anaphor stands for, which is looked up once."""
    key = (at, source.first)
    if key not in speech.stood_for:
        speech.stood_for[key] = None  # as long as it is looked up
        speech.stood_for[key] = _meant(speech, at, source, ())
    return speech.stood_for[key]


def _maker_of(speech: Speech, at: int, record: Source) -> Source | None:
    """Who put out a document by the same noun: "X said in a report ... The report found"."""
    records = vocabulary().records
    nouns = record.heads & records
    for place in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        reading = speech.readings[place]
        if nouns.isdisjoint(reading.norms):
            continue
        for utterance in speech.utterances(place)[: -1 - _MOST_MAKERS : -1]:
            behind = reading.lower[utterance.first : utterance.stop + _DOCUMENT_REACH]
            document = next((norm for norm in behind if norm in records), None)
            if utterance.source.anaphor in {"none", "owner", "definite"} and document in nouns:
                return resolve(speech, place, utterance.source, ())
    return None


def _owned(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Source | None:
    """The source of "its spokesman" with its owner's name."""
    reading = speech.readings[at]
    words = source.words.partition(" ")[2] or source.words
    owners = owners_of(reading, source)
    name, code = name_first(reading, source.first), None
    if not owners and names_facility(reading, source):
        return source._replace(words=words, anaphor="none")
    if (seat := seat_of(reading, source)) is not None:
        name, code = seat
    elif name is not None:
        code = next((actor.code for actor in owners if actor.words in name), None)
    elif owners:
        name, code = owners[-1].words, owners[-1].code
    elif source.first and reading.lower[0] in vocabulary().owners:
        return source._replace(words=words, anaphor="none")  # "Its men left, a spokesman said"
    else:
        if name is None:
            earlier = next(_earlier(speech, at, source, utterances), None)
            earlier = earlier or subject_before(speech, at, source._replace(anaphor="body"))
            if earlier is None or earlier.anaphor != "none":
                return source._replace(words=words, anaphor="none")
            name, code = earlier.words, earlier.code
    mark = "'" if name.endswith("s") else "'s"
    return source._replace(words=f"{name}{mark} {words}", code=code, anaphor="none")


def _of_body(
    speech: Speech, at: int, source: Source, utterances: Sequence[Utterance]
) -> Source | None:
    """The source with the name of the body whose it is: "the command's weekly release"."""
    reading, first = speech.readings[at], source.first
    owner = reading.lower[first + 1 : first + 3]
    if reading.lower[first] != "the" or owner[1:] != ["'s"] or owner[0] not in vocabulary().bodies:
        return None
    if not reading.tokens[first + 1].text.islower():
        return None
    body = Source(first, first + 2, owner[0], None, "body", "definite", frozenset(owner[:1]))
    named = _meant(speech, at, body, utterances)
    if named is None or named.anaphor != "none" or named.nature not in NATURES["body"]:
        return None
    rest = source.words.partition(" ")[2]
    mark = "'" if named.words.endswith("s") else "'s"
    return source._replace(words=f"{named.words}{mark} {rest}", code=named.code or source.code)


def last_claimant(speech: Speech, at: int) -> Source | None:
    """The source of a sentence that stands last, with the name of whom it stands for."""
    utterances = [one for one in speech.utterances(at) if one.aside is None]
    if not utterances:
        return None
    return resolve(speech, at, utterances[-1].source, utterances[:-1])
