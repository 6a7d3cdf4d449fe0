"""Heading verbs: what happened to those whom the lines below a heading count.

"The following were evacuated:", "Flown out of Kabul so far:", "The attack killed:".
"""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.clauses import helping_words, is_participle, is_passive
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.reality.negation import is_negated

_COLON = ":"


@remembered
def happening_of(heading: Reading) -> Happening | None:
    """What a heading that ends in a colon says happened to what is counted below it.

    Its verb opens the heading, has a word for the list as subject or object, or stands last.
    """
    if heading.lower[-1] != _COLON:
        return None
    for match in heading.events:
        verb = match.payload
        if not _is_real(heading, match.first):
            continue
        begin = match.first - len(helping_words(heading.tokens, match.first))
        opens = match.first == 0 and heading.tokens[0].text[0].isupper()
        participle = is_participle(heading.tokens[match.first])
        bare = opens and match.stop not in heading.place_starts  # not "Left Kabul on Friday:"
        passive = is_passive(heading.tokens, match.first) or (bare and participle)
        by_others = passive and verb.counted != "subject"
        if opens or _ends_stand_in(heading, begin):
            if verb.counted == "object" and not by_others:
                continue
            return Happening(verb, match.first, match.stop, by_others=by_others)
        goes_on = match.stop == len(heading.lower) - 1 or _begins_stand_in(heading, match.stop)
        if goes_on and begin and not passive and verb.counted != "subject":
            return Happening(verb, match.first, match.stop, by_others=True)
    return None


def _is_real(heading: Reading, verb: int) -> bool:
    """Whether a heading does not only deny or announce it: "To be evacuated:", "Not evacuated:"."""
    helping = helping_words(heading.tokens, verb)
    return not (
        is_negated(heading, verb)
        or "to" in helping
        or not lexicon.grammar().modals.isdisjoint(helping)
    )


def told_by(happening: Happening, draft: Draft) -> Draft | None:
    """A count of a line as the verb of its heading tells of it; None where it tells nothing."""
    noun, verb = draft.noun, happening.verb
    if noun is None:
        return None
    people = noun.unit == "people"
    kind = happening.kinds.get(noun.name)
    if kind is None and people and noun.kind != "personnel":  # soldiers who flee are soldiers
        kind = happening.kinds.get("people")
    if kind is None and not (verb.holds or people):
        return None
    kind = draft.kind if kind is None or verb.topical else kind
    return draft._replace(kind=kind, action=action_of(happening, kind, is_people=people))


def counts_people(happening: Happening) -> bool:
    """Whether plain numbers under a verb count people: "Flown out:", but not "Withdrawn:"."""
    verb, kind = happening.verb, happening.kinds.get("people")
    if verb.topical or kind not in lexicon.kinds_with("fate"):
        return False
    return kind != "evacuated" or action_of(happening, kind, is_people=True) == "evacuate"


def action_of(happening: Happening, kind: str, *, is_people: bool) -> str:
    """The action of what is counted below a heading, as the same verb beside a number gives it."""
    return happening.verb.done(kind, to_people=is_people)


def _ends_stand_in(heading: Reading, stop: int) -> bool:
    return any(_lists(heading.lower[stop - size : stop]) for size in (1, 2) if stop >= size)


def _begins_stand_in(heading: Reading, first: int) -> bool:
    return any(_lists(heading.lower[first : first + size]) for size in (1, 2))


def _lists(words: list[str]) -> bool:
    return " ".join(words) in _stand_ins()


@functools.cache
def _stand_ins() -> frozenset[str]:
    return lexicon.grammar().listed
