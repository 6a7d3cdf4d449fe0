"""Shares: what a percentage is a percentage of, and who holds it."""

from __future__ import annotations

import dataclasses
import functools

from data import lexicon
from data.lexicon.schema import Denominator
from data.parse.actors import ActorMention
from data.parse.borders import Border
from data.parse.draft import Draft
from data.parse.happenings import NumberPhrase, find_agent, find_happening
from data.parse.phrases import PhraseMatcher
from data.parse.quantities import Quantity
from data.parse.reading import Reading

_LONGEST_DENOMINATOR = 9
"""Most words behind "percent of" that can still name the denominator."""


@dataclasses.dataclass(frozen=True, slots=True)
class _ShareOf:
    """The denominator of a share: where it stops, the kind of fact, the place it is of."""

    stop: int
    kind: str
    code: str | None


def find_share(reading: Reading, quantity: Quantity) -> Draft | None:
    """The draft of a share, if the text says of what and who holds it.

    "85 percent of the X-Y border" is a share of that border and of nothing else. A share of
    ground counts only with a verb of holding or taking, or "under ... control": that 60 percent
    of a country is desert says nothing about control.
    """
    share = _share_of(reading, quantity.stop)
    if share is None:
        return None
    happening = find_happening(reading, NumberPhrase(quantity.outer_first, share.stop))
    agent = find_agent(reading, happening) if happening else None
    holder = agent.actors[-1] if agent and agent.actors else _under_control(reading, share.stop)
    holds = happening is not None and happening.verb.holds
    if share.kind == "control_share" and not (holds or _under_control(reading, share.stop)):
        return None
    action = happening.verb.action if happening and holds else "control"
    return Draft(
        kind=share.kind,
        rule=f"shares.{share.kind.replace('_', '-')}",
        action=action if share.kind == "control_share" else "complete",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.first,
        quantity=quantity,
        unit="percent",
        who=holder.words if holder else (agent.words if agent else None),
        actor=holder.code if holder else None,
        places=(share.code,) if share.code else (),
        of=share.code,
    )


def _share_of(reading: Reading, stop: int) -> _ShareOf | None:
    tokens = reading.tokens
    if stop >= len(tokens) or tokens[stop].norm not in {"of", "the"}:
        return None
    end = min(stop + _LONGEST_DENOMINATOR, len(tokens))
    end = next((verb.first for verb in reading.verbs if stop < verb.first < end), end)
    words = lexicon.grammar().border_words
    if any(token.norm in words for token in tokens[stop:end]):
        border = _border_between(reading, stop, end)
        return _ShareOf(border.stop, "control_share", border.code) if border else None
    return _ground(reading, stop + 1, end)


def _border_between(reading: Reading, first: int, end: int) -> Border | None:
    return next((border for border in reading.borders if first <= border.first < end), None)


def _ground(reading: Reading, first: int, end: int) -> _ShareOf | None:
    """A country or province, its territory or districts, or the withdrawal."""
    tokens = reading.tokens
    by_first = {place.first: place for place in reading.places if not place.landmark}
    skipped = {*lexicon.grammar().determiners, "of", "'s", "all"}
    counted = {quantity.first: quantity.stop for quantity in reading.quantities}
    owner, index = None, first
    while index < end:
        if match := _denominators().match_at(tokens, index):
            after = by_first.get(match.stop + 1)  # "the territory of X"
            place = owner or after or by_first.get(index)
            code = place.code if place and match.payload.kind == "control_share" else None
            return _ShareOf(match.stop, match.payload.kind, code)
        if index in by_first and owner is None:
            owner = by_first[index]
            index = owner.stop
        elif index in counted:
            index = counted[index]
        elif tokens[index].norm in skipped:
            index += 1
        else:
            break
    bare = owner is not None and owner.via == "name" and not _goes_on(reading, index)
    return _ShareOf(index, "control_share", owner.code) if owner and bare else None


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a noun follows: "90 percent of Afghanistan's heroin"."""
    if index >= len(reading.tokens):
        return False
    grammar = lexicon.grammar()
    token = reading.tokens[index]
    closing = {*grammar.prepositions, *grammar.auxiliaries, *grammar.modals, *grammar.conjunctions}
    return token.is_word and token.norm not in closing


def _under_control(reading: Reading, stop: int) -> ActorMention | None:
    """The actor of "... is under X control", behind a share in the same clause."""
    clause = reading.clause_of(stop - 1)
    words = [token.norm for token in reading.tokens[stop : clause.stop]]
    if "under" not in words or "control" not in words:
        return None
    first = stop + words.index("under")
    return next((actor for actor in reading.actors if actor.first > first), None)


@functools.cache
def _denominators() -> PhraseMatcher[Denominator]:
    return PhraseMatcher(
        (phrase, entry) for entry in lexicon.nouns().denominator for phrase in entry.phrases
    )
