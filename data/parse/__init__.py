"""From an article's text to its facts, one stage a module or package, in this order.

``text`` leaves out what is no part of it and cuts the rest into the sentences of ``readings``, with
what ``words``, ``names``, ``parties``, ``calendar`` and ``numbers`` find in them. ``clauses`` and
``subjects`` tell who does what, ``reality`` whether it happened, ``grounds`` on whose ground.
``counting`` states what numbers claim, ``likelihood`` of what kind that is where the rules leave it
open, ``statements`` what is claimed without one. ``attribution`` says who claims it, ``location``
where it was, ``dating`` when; ``grouping`` joins what is told twice. Every package says in its
first line what it knows, and contracts in ``pyproject.toml`` hold which asks which. The words they
know stand in ``data/lexicon``, what was learnt of words in ``data/learnt``.
"""

from __future__ import annotations

import collections
import functools
import itertools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.article import Article
from data.fact import Fact, Qualifier
from data.parse.attribution import Attribution, is_hedged, sources_of
from data.parse.attribution.discourse.spoken import Speech
from data.parse.counting.counts import judge_numbers
from data.parse.counting.verbs.occasions import last_counted
from data.parse.dating import time_of
from data.parse.draft import Draft
from data.parse.grouping import group_facts
from data.parse.likelihood.likely_kinds import with_likely_kinds
from data.parse.location import places_of
from data.parse.location.scene.scenes import Scenes
from data.parse.names.closeness import as_told
from data.parse.parties.stand_ins import holder_meant
from data.parse.reading import Reading
from data.parse.readings import Readings, read_article_text
from data.parse.statements import find_statements
from data.parse.statements.captures import find_captures
from data.parse.statements.triggers import find_triggers
from data.parse.text.notices import without_notices
from data.parse.uncollected import uncollected

__all__ = ["LeftAlone", "extract", "judged", "read_facts"]


class LeftAlone(NamedTuple):
    """A number that states no fact.

    Attributes:
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        exclusion: Id of the reason in ``lexicon/exclusions.toml``.
    """

    start: int
    end: int
    exclusion: str


def extract(article: Article) -> list[Fact]:
    """The facts that an article's text claims, in text order.

    Every fact's offsets satisfy ``article.text[start:end]`` and
    ``article.text[sentence_start:sentence_end] == quote``.
    """
    return read_facts(article)[0]


@uncollected
def read_facts(article: Article) -> tuple[list[Fact], list[LeftAlone]]:
    """The facts of an article, and the numbers that state none, both in text order.

    Each stage goes through the whole article before the next begins, so that its word lists stay
    at hand in the processor's cache: sentence by sentence it takes a fifth longer.
    """
    readings = read_article_text(without_notices(article))
    readings.read_ahead()
    speech = Speech(readings)
    counted, left_alone = judged(readings)
    numbers = with_likely_kinds(readings, counted)
    taken = find_captures(readings, article.published, numbers)
    found = [
        sorted(itertools.chain(*drafts), key=lambda draft: draft.first)
        for drafts in zip(numbers, taken, _statements(speech, article), strict=True)
    ]
    telling = [(at, drafts) for at, drafts in enumerate(found) if drafts]
    sources = [sources_of(speech, at) for at, _ in telling]
    places = [_places(Scenes(readings, at), drafts) for at, drafts in telling]
    facts: list[Fact] = []
    for (at, drafts), attributions, grounds in zip(telling, sources, places, strict=True):
        ids = _ids(article, readings[at], drafts)
        for draft, ground, fact_id in zip(drafts, grounds, ids, strict=True):
            claim = _Claim(fact_id, at, draft, ground, attributions)
            facts.append(_fact(article, readings, claim, facts))
    return group_facts(facts), left_alone


class _Claim(NamedTuple):
    fact_id: str
    at: int
    draft: Draft
    places: tuple[str, ...]
    attributions: Sequence[Attribution]


def judged(readings: Readings) -> tuple[list[list[Draft]], list[LeftAlone]]:
    """What the numbers of each sentence state by the rules, and those that state nothing."""
    found: list[list[Draft]] = []
    left_alone: list[LeftAlone] = []
    counted: Draft | None = None
    for reading in readings:
        drafts: list[Draft] = []
        for verdict in judge_numbers(reading, counted):
            if verdict.draft is not None:
                drafts.append(verdict.draft)
            if verdict.left_alone is not None:
                left_alone.append(LeftAlone(*reading.span(verdict.quantity), verdict.left_alone))
        counted = last_counted(reading, drafts, counted)
        found.append(drafts)
    return found, left_alone


def _statements(speech: Speech, article: Article) -> list[list[Draft]]:
    """What each sentence claims without a number."""
    triggers = [find_triggers(reading) for reading in speech.readings]
    return [
        list(
            find_statements(
                reading, found, functools.partial(sources_of, speech, at), article.published
            )
        )
        if found
        else []
        for at, (reading, found) in enumerate(zip(speech.readings, triggers, strict=True))
    ]


def _ids(article: Article, reading: Reading, drafts: Sequence[Draft]) -> Sequence[str]:
    """Ids that stay the same when other facts come or go: place in the text and kind.

    Facts that share both are told by their actor, those that share it by their place, and a
    province from a district in it by what was done.
    """
    ids = [
        f"{article.article_id}.{reading.tokens[draft.first].start}.{draft.kind}" for draft in drafts
    ]
    for detail in (_actor_of, _place_of, _action_of):
        if len(set(ids)) == len(ids):
            break
        shared = collections.Counter(ids)
        ids = [
            f"{name}.{detail(draft)}" if shared[name] > 1 else name
            for name, draft in zip(ids, drafts, strict=True)
        ]
    return ids


def _actor_of(draft: Draft) -> str | None:
    return draft.actor


def _place_of(draft: Draft) -> str:
    return draft.places[0].rpartition("/")[2] if draft.places else ""


def _action_of(draft: Draft) -> str:
    return draft.action.replace(" ", "-")


def _fact(article: Article, readings: Readings, claim: _Claim, earlier: Sequence[Fact]) -> Fact:
    fact_id, at, draft, places, attributions = claim
    reading = readings[at]
    sentence = reading.sentence
    claimant = _source("claimant", attributions, draft)
    carrier = _source("carrier", attributions, draft)
    amount = _amount(draft)
    time = time_of(reading, draft, earlier)
    return Fact(
        fact_id=fact_id,
        article_id=article.article_id,
        fact_group=fact_id,
        kind=draft.kind,
        unit=_unit(reading, draft),
        who=_in_a_row(draft.who),
        actor=draft.actor or _holder(reading, draft, places),
        action=draft.action,
        places=places,
        origin=draft.origin,
        destination=draft.destination,
        of=draft.of,
        when_start=time.first_day if time else None,
        when_end=time.last_day if time else None,
        when_basis=time.basis if time else "none",
        attributed_to=_in_a_row(draft.attributed_to or (claimant.words if claimant else None)),
        claimant=draft.claimant or (claimant.code if claimant else None),
        reported_by=_in_a_row(carrier.words if carrier else None),
        hedged=_is_hedged(reading, draft) or bool(claimant and claimant.doubts),
        start=reading.tokens[draft.first].start,
        end=reading.tokens[draft.stop - 1].end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        quote=article.text[sentence.start : sentence.end],
        rule=draft.rule,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        qualifier=amount.qualifier,
    )


def _in_a_row(words: str | None) -> str | None:
    """Words as a name, whatever spaces or line break the text has between them."""
    return words and " ".join(words.split())


def _holder(reading: Reading, draft: Draft, places: tuple[str, ...]) -> str | None:
    """Who holds ground by a common noun, as "the government" and "insurgents" do."""
    if draft.who is None or draft.who == draft.counted:
        return None
    if draft.kind != "control_share" and draft.kind not in lexicon.kinds_with("ground"):
        return None
    return holder_meant(reading, draft.who, draft.verb, places)


def _places(scenes: Scenes, drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
    return [_places_of_draft(scenes, draft) for draft in drafts]


def _places_of_draft(scenes: Scenes, draft: Draft) -> tuple[str, ...]:
    if draft.quantity is None or draft.placed:
        return as_told(draft.places)
    if draft.of:
        return (draft.of,)
    return as_told((*draft.places, *places_of(scenes, draft)))


class _Amount(NamedTuple):
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier | None


def _unit(reading: Reading, draft: Draft) -> str | None:
    """The unit of a number; families are no people: "5,000 families", not "10 of one family"."""
    counted = reading.lower[draft.stop : draft.noun_stop]
    if draft.unit != "people" or not counted or "of" in counted:
        return draft.unit
    return "count" if counted[-1] in lexicon.count_words().households else draft.unit


def _amount(draft: Draft) -> _Amount:
    quantity = draft.quantity
    if quantity is None:
        return _Amount(None, None, None, "vague" if draft.vague else None)
    return _Amount(quantity.value, quantity.low, quantity.high, quantity.qualifier)


def _is_hedged(reading: Reading, draft: Draft) -> bool:
    at_verb, at_number = (draft.verb, draft.verb + 1), (draft.first, draft.stop)
    return draft.possible or is_hedged(reading, at_verb, at_number)


def _source(role: str, attributions: Sequence[Attribution], draft: Draft) -> Attribution | None:
    """The last source of a role that the draft is in the scope of."""
    for source in reversed(attributions):
        if source.role == role and source.covers(draft.first):
            return source
    return None
