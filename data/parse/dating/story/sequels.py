"""Sequels: sentences that tell more of what the one before them dates, or add to it."""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.parse.clauses import helping_words, is_participle
from data.parse.dating.aspect.happened import has_modal, tells_what_happened, verb_of
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import sentence_before
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.story.makeup import tells_makeup
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered_of_last
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_TO_STATE = 6
"""Most tokens behind a part up to what it does now: "of those displaced stay"."""

_TO_LATER = 4
"""Most tokens between a number and "later": "40 of them were later"."""

_NOUN_REACH = 3
"""Most tokens between a number and what it counts."""


@remembered_of_last
def goes_on(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence tells more of what the one before it dates."""
    above = sentence_before(reading)
    if above is None or has_modal(reading.tokens[draft.stop : draft.stop + 2]):
        return False  # "Of those, 55% will stay"
    if _is_whole_ground(reading, draft) or _is_intended(reading, draft):
        return False
    leads = not draft.first or _counts_such(above, reading, draft)
    if leads and _is_part_of_those(reading, draft):
        return dating_words().present.isdisjoint(reading.norms) or tells_makeup(reading, draft)
    if _is_part_of_them(reading, draft):
        behind = reading.lower[draft.stop : draft.stop + _TO_STATE]
        if not dating_words().lingering.isdisjoint(behind):
            return False  # "60 per cent of those displaced stay with relatives"
        return dating_words().present.isdisjoint(reading.norms) or describes_those(reading, draft)
    if _opens_with_that_is(reading):
        return not (draft.unit == "percent" and _is_compared(reading, draft))
    if reading.lower[-3:-1] == ["among", "them"] and "there" in reading.norms:
        return True  # "There were 91 men and 77 women among them."
    if tells_makeup(reading, draft) or _tells_what_they_had(reading):
        return True
    if adds_up(reading):
        if "since" in reading.norms and not dating_words().perfect.isdisjoint(reading.norms):
            return False  # "In all, 900 have been flown out since the airlift began"
        is_counted = above.quantities or not dating_words().events.isdisjoint(above.word_set)
        return bool(is_counted) and not is_vague(reading)
    if draft.happening and not dating_words().perfect.isdisjoint(
        helping_words(reading.tokens, draft.verb)
    ):
        return False  # "It is unclear who were on board, but 900 have been flown out by now"
    if reading.lower[1:2] == ["includes"] and not _counts_since(above):
        return False  # "As of Monday 900 planes had left. That includes 15,943 parts"
    return reading.has(_same_event()) and not is_vague(reading)


def befell_later(reading: Reading, draft: Draft) -> bool:
    """Whether it is of some other time than what was told: "40 of them were later found dead"."""
    near = range(draft.stop, min(draft.stop + _TO_LATER, len(reading.tokens) - 1))
    at = next((index for index in near if reading.lower[index] == "later"), None)
    if at is None or "," in reading.lower[draft.stop : at]:
        return False
    return is_participle(reading.tokens[at + 1])  # and not "were killed later"


def _tells_what_they_had(reading: Reading) -> bool:
    """Whether it is what those told of came with: "They had about 4,000 sheep with them"."""
    norms, words = reading.lower, dating_words()
    opens = norms[0] in words.pronouns and not words.bringing.isdisjoint(norms[1:2])
    return opens and norms[-3:-1] == ["with", "them"]


def _counts_since(above: Reading) -> bool:
    """Whether a sentence counts up to now: "Since Aug. 14, 900 have left"."""
    return any(span.time.relation == "since" for span in spans_of(above))


def _opens_with_that_is(reading: Reading) -> bool:
    """Whether a sentence only puts a figure to the one before it: "That's 18 planes in all"."""
    if len(reading.lower) < 3 or reading.lower[0] != "that":
        return False
    return reading.lower[1] in dating_words().equating and 2 in reading.figure_starts


def _is_compared(reading: Reading, draft: Draft) -> bool:
    """Whether it is how much more or less something is: "That is 47 percent above the figure"."""
    return not dating_words().comparing.isdisjoint(reading.lower[draft.stop : draft.stop + 1])


def _is_intended(reading: Reading, draft: Draft) -> bool:
    """Whether it is what is to come: "In all, more than 20,000 troops are to help"."""
    behind = reading.lower[draft.stop : draft.stop + _NOUN_REACH + 1]
    return any(
        one in dating_words().being and other == "to" for one, other in itertools.pairwise(behind)
    )


def _is_whole_ground(reading: Reading, draft: Draft) -> bool:
    """Whether it is all the ground there is: "That included data on the 400 districts"."""
    if draft.happening is not None or draft.kind not in lexicon.kinds_with("held"):
        return False
    first = draft.quantity.outer_first if draft.quantity else draft.first
    return first > 0 and reading.lower[first - 1] in dating_words().definite


def adds_up(reading: Reading) -> bool:
    """Whether a sentence gives a total: "In all, 40 were flown out", not "its 40 men in all,"."""
    return any(
        not match.first or not reading.tokens[match.first - 1].is_number
        for match in reading.find(_adding_up())
    )


def points_back(reading: Reading) -> bool:
    """Whether it names the period told before: "19 were killed during the same period"."""
    return reading.has(_same_period())


def describes_those(reading: Reading, draft: Draft) -> bool:
    """Whether it says who those were whom something befell: "Among these, 15,000 are women"."""
    words = dating_words()
    if draft.kind not in lexicon.kinds_with("fate") or not words.now.isdisjoint(reading.norms):
        return False
    return words.perfect.isdisjoint(reading.norms)


def opens_with_those(reading: Reading) -> bool:
    """Whether a sentence opens with those told of before: "Of these, 22", "Of the group, 22"."""
    opening = reading.lower[:4]
    if len(opening) < 2 or opening[0] not in {"of", "among"}:
        return False
    words = dating_words()
    if opening[1] in words.parts_of:
        return True
    return opening[1::2] == ["the", ","] and opening[2] in words.those_told_of


def _is_part_of_them(reading: Reading, draft: Draft) -> bool:
    """Whether it is a first part of what was told: "Of these, 22 left", "took 22 of them"."""
    if draft.first > 2 and any(one.stop <= draft.first for one in reading.quantities):
        return False
    if opens_with_those(reading):
        return True
    return is_part_of_another(reading.lower, draft.stop)


def _counts_such(above: Reading, reading: Reading, draft: Draft) -> bool:
    """Whether a sentence counts what a part is of: "22 planes came. One was hit by three of"."""
    part = reading.nouns.get(draft.stop + 2)
    if part is None:
        return False
    counted = (range(one.stop, one.stop + _NOUN_REACH) for one in above.quantities)
    return any(
        above.nouns[index].payload.name == part.payload.name
        for near in counted
        for index in near
        if index in above.nouns
    )


def _is_part_of_those(reading: Reading, draft: Draft) -> bool:
    """Whether it is "Two of the shells hit": a part of what was just told, no country's share.

    So is "Nine of the dead were children".
    """
    if draft.quantity is None or draft.quantity.is_fraction or draft.quantity.unit is not None:
        return False
    words = reading.lower[draft.stop : draft.stop + 4]
    if len(words) < 4 or words[:2] != ["of", "the"]:
        return False
    return words[2].endswith("s") or words[2] in dating_words().collectives


@functools.cache
def _same_event() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.same_event)


@functools.cache
def _adding_up() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.adding_up)


@functools.cache
def _closing_adding() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.closing_adding)


@functools.cache
def _same_period() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.same_period)


def adds(reading: Reading, draft: Draft) -> bool:
    """Whether a claim adds to what was told: "Another ten fled", "ten were also wounded"."""
    adding = dating_words().adding
    if _counts_others(reading, draft):
        return True
    if draft.happening is None and _was_also_done(reading, draft):
        return True
    if _closes_with_as_well(reading, draft):
        return True
    helping = helping_words(reading.tokens, verb_of(draft))
    if adding.isdisjoint(helping):
        return not adding.isdisjoint(reading.lower[:3])
    if draft.kind == VICTIMS and "been" in helping:
        return True  # "two bodies have also been found"
    return dating_words().perfect.isdisjoint(helping)  # "has also sent trucks", at some time


def adds_others(claim: Claim) -> bool:
    """Whether it adds to the number before it: "65 had died, he said, and 43 others were held"."""
    reading, draft, earlier = claim
    if not earlier or earlier[-1].start < reading.sentence.start:
        return False
    if any(span.first >= draft.stop for span in spans_of(reading)):
        return False
    return _counts_others(reading, draft)


def _was_also_done(reading: Reading, draft: Draft) -> bool:
    """Whether a passive that no list of verbs has says so: "12 mines were also discovered"."""
    if "also" not in reading.norms:
        return False
    was_done, behind = dating_words().was_done, reading.lower[draft.stop :]
    return any(one in was_done and other == "also" for one, other in itertools.pairwise(behind))


def _closes_with_as_well(reading: Reading, draft: Draft) -> bool:
    """Whether a part of a sentence ends with "as well": "Another 12 were held as well, and"."""
    found = next((one for one in reading.find(_closing_adding()) if one.first > draft.stop), None)
    if found is None or "," in reading.lower[draft.stop : found.first]:
        return False
    return reading.lower[found.stop : found.stop + 1] != ["as"]  # "40 men as well as 9 women"


def _counts_others(reading: Reading, draft: Draft) -> bool:
    """Whether it is of others than those told of: "12 died and 17 others were sent back"."""
    counted = reading.lower[draft.stop : draft.stop + 2]
    return "others" in counted and tells_what_happened(reading, draft)
