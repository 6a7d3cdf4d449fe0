"""Joints: conjunctions that part a claim from a time of the same sentence."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.calendar.relation import LIMITS
from data.parse.calendar.tense import tells_past
from data.parse.clauses import helping_words, is_adverb, is_participle, looks_finite
from data.parse.dating.aspect.happened import has_modal
from data.parse.dating.aspect.vague_times import is_vague, tells_vaguely
from data.parse.dating.expressions.background import is_as_of
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_OPEN_ENDED = LIMITS | {"since"}

_TO_TIME = 2
"""Most tokens of "began in" before a time."""

_THERE = [",", "there"]

_PART_ENDS = frozenset({",", ";"})

_APPOSITION = 2
"""Signs that hold an apposition: ", nearly half of all,"."""

_TO_VERB = 8
"""Most tokens between a number and "were": "60 other men, including two guards, were held"."""


def is_of_verb_before(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a long time is of a verb before "and": "began in 2015 and involved 9,000 men".

    "Stormed the school in April and took 300 students" tells of one time.
    """
    if span.time.relation not in _OPEN_ENDED and not span.is_long:
        return False
    if draft.kind in lexicon.kinds_with("reported"):
        return False  # "killed 90 in May and wounded 40"
    following = reading.lower[span.stop : draft.first]
    if following[:1] != ["and"] or len(following) < 2:
        return False
    words = dating_words()
    if following[1] in words.pronouns or following[1] in words.perfect:
        return True
    before = reading.lower[max(0, span.first - _TO_TIME) : span.first]
    lasts = span.time.relation in _OPEN_ENDED or not words.breaking_out.isdisjoint(before)
    return lasts and tells_past(following[1])


def describes_object(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when somebody was taken of whom a verb before "and" tells.

    "They freed a boy abducted on Friday and arrested 90 men" tells of no day of the arrests.
    """
    tokens, norms = reading.tokens, reading.lower
    at = span.first - 1 - (norms[span.first - 1] in dating_words().prepositions)
    if norms[span.stop : span.stop + 1] != ["and"] or at < 1 or span.stop + 1 != draft.verb:
        return False
    noun = tokens[at - 1]
    if not is_participle(tokens[at]) or not noun.is_word or at - 1 in reading.verb_starts:
        return False
    if norms[at - 1] in dating_words().no_subjects or is_adverb(noun):
        return False
    return any(verb.first < at for verb in reading.verbs)


def has_time_at_its_verb(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim behind another verb has a time of its own right behind its own.

    "Two men killed on Monday were among 90 who had given up in June".
    """
    if span.stop > draft.first or draft.verb < draft.stop:
        return False
    norms, auxiliaries = reading.lower, dating_words().auxiliaries
    first = draft.quantity.outer_first if draft.quantity else draft.first
    behind = [one for one in spans_of(reading) if one.first > draft.verb]
    if norms[first - 1] in dating_words().relatives:
        # "gave 900 visas since 2014, of which 90 were left as of May"
        near = [one for one in behind if one.first - draft.verb <= _TO_VERB]
        return any("," not in norms[draft.verb : one.first] for one in near)
    own = any(one.first - draft.verb <= _TO_TIME for one in behind)
    between = range(span.stop, draft.first)
    return own and any(i in reading.verb_starts or norms[i] in auxiliaries for i in between)


def turns_to_now(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a conjunction leads to what holds now: "held 40 in May and 60 are now contested"."""
    words, norms = dating_words(), reading.lower
    between = norms[span.stop : draft.first]
    if words.conjunctions.isdisjoint(between) and not {*_THERE}.issubset(between):
        return False
    joints = [i for i, norm in enumerate(between, span.stop) if norm in words.conjunctions]
    if not joints and any(map(tells_past, norms[: span.first])):
        joints = [i for i in range(span.stop, draft.first) if norms[i : i + 2] == _THERE]
    if not joints or is_as_of(reading, span):
        return False
    if has_modal(reading.tokens[joints[-1] + 1 : joints[-1] + 2]):
        return True  # "sent 900 men in May and may call half of them home"
    following = norms[joints[-1] + 1]
    if following in words.deciding and not tells_past(following):
        return True
    if _goes_on_in_present(reading, joints[-1]):
        return True  # "reached 900 in the past week and hopes to reach a further 400"
    stop = _end_of_part(reading, draft.stop)
    part = norms[joints[-1] : stop]
    is_alike = draft.kind in lexicon.kinds_with("reported") and not words.being.isdisjoint(
        norms[span.stop : joints[-1]]
    )
    if draft.kind == VICTIMS and "dead" in part:
        return False  # "hit a mine on Friday and nine people are dead"
    if not words.now.isdisjoint(part) or not (is_alike or words.being.isdisjoint(part)):
        return True  # but "In the past day 250 are killed and 40 are wounded"
    if part[0] == "and" and not dating_words().remaining.isdisjoint(part):
        return True
    if part[0] == "and" and norms[joints[-1] - 1] == "," and _tells_present(reading, draft, stop):
        return True  # "went there in 2020, and 85 percent of the rest come from there"
    if any(one in words.was_done and other == "being" for one, other in itertools.pairwise(part)):
        return True  # "had spent $9m since 2017 and that 90 posts were being manned"
    if "total" in part and part[part.index("total") - 1] == "in":
        return True  # "900 fled in May, and 4,000 have fled in total"
    if "since" not in part:
        return False
    return any(one in words.perfect and other == "since" for one, other in itertools.pairwise(part))


def _end_of_part(reading: Reading, first: int) -> int:
    """Where the part of a sentence ends that goes on at a token, an apposition in it included.

    "And 18 million, nearly half of all, need help".
    """
    norms, verbs = reading.lower, reading.verb_starts
    signs = (i for i in range(first, len(norms)) if norms[i] in _PART_ENDS)
    ends = [*itertools.islice(signs, _APPOSITION + 1), len(norms)]
    for end, following in itertools.islice(itertools.pairwise(ends), _APPOSITION):
        if end + 1 in verbs:
            return following
        if norms[end] == ";" or any(end < verb < following for verb in verbs):
            break
    return ends[0]


def _goes_on_in_present(reading: Reading, joint: int) -> bool:
    """Whether a verb in the present tense stands behind "and": "took it on Sunday and hold 90".

    "Will land on Sunday and take 90 home" has a bare verb, too.
    """
    words, norms = dating_words(), reading.lower
    nouns = reading.countable_starts  # "and six houses were burned"
    acts = (one for one in reading.verbs if one.first > joint and one.first not in nouns)
    verb = next(acts, None)
    if norms[joint] != "and" or verb is None:
        return False
    if norms[verb.first] not in {verb.payload, f"{verb.payload}s"}:
        return False
    between = reading.tokens[joint + 1 : verb.first]
    if any(token.is_number or tells_past(token.norm) for token in between):
        return False
    if verb.payload in words.unchanging or tells_past(verb.payload):
        return False
    if has_modal(reading.tokens[:joint]) or "to" in norms[: verb.first]:
        return False
    if not words.perfect.isdisjoint(norms[:joint]):
        return True  # "has put $9m into it since 2015 and employs 900"
    before = [one.first for one in reading.verbs if one.first < joint]
    return bool(before) and tells_past(norms[before[-1]])  # no "which saw it kill 12 and seize 90"


def has_its_verb_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a number opens a part of its own: "9 came on Monday, while 60 men were held".

    What is counted may go on with a part of it: "while 60 men, including two guards, were held".
    """
    words, norms = dating_words(), reading.lower
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if draft.verb > draft.first or span.stop >= first:
        return False
    joint = first - 1
    while joint > span.stop and norms[joint] not in words.conjunctions:
        is_verb = norms[joint] in words.auxiliaries or joint in reading.verb_starts
        if is_verb and norms[joint] != "'s":
            return False
        joint -= 1
    if norms[joint - 1 : joint] != [","] or joint <= span.stop:
        return False
    for index in range(draft.stop, min(draft.stop + _TO_VERB, len(norms))):
        if norms[index] in words.auxiliaries:
            return True
        if norms[index] in words.relatives or norms[index] in words.conjunctions:
            return False
    return False


def tells_lasting(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is of what goes on now: "90 remain displaced", "it currently holds 90"."""
    verb, norms, now = draft.verb, reading.lower, dating_words().now
    if draft.action == "remain" and norms[verb] in dating_words().remaining:
        return True
    if draft.happening is None or now.isdisjoint(norms[:verb]):
        return False
    lemma = draft.happening.verb.lemma  # "currently holds 90 and contests another 40"
    return norms[verb] in {lemma, f"{lemma}s"} or not now.isdisjoint(norms[verb - 1 : verb])


def _tells_present(reading: Reading, draft: Draft, stop: int) -> bool:
    """Whether the verb behind a claim, the first one up to ``stop``, is in the present tense."""
    nouns = reading.countable_starts
    acts = (one for one in reading.verbs if draft.stop <= one.first < stop)
    verb = next((one for one in acts if one.first not in nouns), None)
    if verb is None or verb.payload in dating_words().unchanging:
        return False
    norm = reading.lower[verb.first]
    if norm not in {verb.payload, f"{verb.payload}s"}:
        return False
    return not helping_words(reading.tokens, verb.first)


def opens_another_part(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it goes with what follows a conjunction: "3 fell, and on Sunday 20 more came"."""
    tokens = reading.tokens
    conjunctions = dating_words().conjunctions
    if conjunctions.isdisjoint(reading.lower[draft.stop : span.first]):
        return False
    joints = [i for i in range(draft.stop, span.first) if tokens[i].norm in conjunctions]
    if is_vague(reading) and tells_vaguely(tokens[draft.stop : joints[0]]):
        return True  # "three died in recent weeks, and seven since May"
    if span.time.relation == "on" and tells_lasting(reading, draft):
        return True  # "now holds 85 districts, and 40 men were killed in the past day"
    opening = reading.lower[joints[-1] + 1 : span.first]
    opening = opening[opening[:1] == ["that"] :]  # "90 left and that in May, 40 left"
    if _changes_tense(reading, draft, joints[0], span):
        return True
    if dating_words().prepositions.issuperset(opening):
        return True
    if draft.happening is None and not dating_words().perfect.isdisjoint(opening[:1]):
        return True  # "has 300 lorries and has fed 900 since May"
    if spans_parallels(reading, joints[0], span):
        return False
    has_verb = any(joints[-1] < verb.first < span.first for verb in reading.verbs)
    if has_verb or any(looks_finite(token) for token in tokens[joints[-1] : span.first]):
        return False
    after = tokens[span.stop] if span.stop < len(tokens) else None  # "and losses last year exceed"
    if after is None or after.norm in dating_words().hours:
        return False
    return after.is_word and after.norm not in dating_words().conjoining


def _changes_tense(reading: Reading, draft: Draft, joint: int, span: DatedSpan) -> bool:
    """Whether the part behind a conjunction, and not a claim, is told in a tense of its time.

    "900 have been displaced and 20 were killed this week", "Eight posts are closed, and trade has
    shrunk since June".
    """
    words, norms = dating_words(), reading.lower
    own, other = norms[draft.stop : joint], norms[joint : span.first]
    is_now = not words.being.isdisjoint(helping_words(reading.tokens, draft.verb))
    to_come = has_modal(reading.tokens[joint : span.first])
    if is_now and to_come:
        return True  # "is housing 900 men, and ten flights will come in on Friday"
    if to_come and draft.happening is None and not has_modal(reading.tokens[:joint]):
        return True  # "more than 95 percent, and it'll be done by Friday"
    if span.time.relation == "since":
        is_state = not words.being.isdisjoint(own) and words.perfect.isdisjoint(own)
        return is_state and not words.perfect.isdisjoint(other)
    if words.perfect.isdisjoint(helping_words(reading.tokens, draft.verb)):
        return False
    counts = any(joint < one.first < span.first for one in reading.quantities)
    return counts and words.perfect.isdisjoint(other) and not words.was_done.isdisjoint(other)


def spans_parallels(reading: Reading, joint: int, span: DatedSpan) -> bool:
    """Whether days in a row count for alike parts: "20 were killed and 30 were killed in May"."""
    if span.time.first_day == span.time.last_day:
        return False
    before = {verb.payload for verb in reading.verbs if verb.first < joint}
    return any(verb.payload in before for verb in reading.verbs if joint < verb.first < span.first)
