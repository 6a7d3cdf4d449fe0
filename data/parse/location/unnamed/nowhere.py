"""Nowhere: numbers of grounds that no code is given for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from data import lexicon
from data.parse.grounds.sites import countries_named
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.location.unnamed.stand_ins import stand_ins_in
from data.parse.words.tokens import Token

_COSTS: Final = frozenset({"money", "casualties", "displaced", "other_count"})
"""Kinds of facts about a war or a plague that has no country."""

_LONGEST_TOPIC: Final = 2
"""Sentences that go on about a war that was not in one country."""

_PAIR: Final = 2
"""Countries that are named elsewhere in the text, as "the two countries" are."""


def is_unnamed(scene: Scene) -> bool:
    """Whether a number is of a ground that no code is given for: "in neighbouring countries"."""
    matches = stand_ins_in(scene.reading, "unnamed")
    around = range(scene.draft.first - REACH, scene.draft.stop + 2 * REACH)
    own = scene.clause_number(scene.draft.first)
    for match in matches:
        if match.first not in around or scene.clause_number(match.first) != own:
            continue
        if _is_of_or_from(scene.tokens, match.first):
            continue
        if not _compares(scene.lower, match.first):
            return True
    return _is_of_the_world(scene) or _counts_grounds(scene) or _is_of_mission(scene)


def _is_of_mission(scene: Scene) -> bool:
    """Whether soldiers are sent to a region of several countries: "5,100 men in the Sahel"."""
    if scene.draft.kind not in lexicon.kinds_with("sent"):
        return False
    areas = lexicon.location().stand_ins.mission_areas
    beside = (" ".join(words) for words in (scene.lower_before, scene.lower_behind))
    return any(area in words for words in beside for area in areas)


def _compares(norms: Sequence[str], index: int) -> bool:
    """Whether a ground only says among what something is: "as any army in the world"."""
    before = norms[max(0, index - REACH) : index]
    comparing = lexicon.location().whole.comparing
    return any(norm in comparing or norm.endswith("est") for norm in before)


def _is_of_the_world(scene: Scene) -> bool:
    """Whether a sentence, or one before with no ground since, is about "the war on terror"."""
    if scene.draft.kind not in _COSTS:
        return False
    if stand_ins_in(scene.reading, "worldwide"):
        return True
    if scene.reading.places or scene.draft.kind == "other_count":
        return False
    for index in range(scene.at - 1, max(-1, scene.at - 1 - _LONGEST_TOPIC), -1):
        reading = scene.readings[index]
        if stand_ins_in(reading, "worldwide"):
            return True
        if reading.places:
            return False
    return False


def _counts_grounds(scene: Scene) -> bool:
    """Whether it is countries that are counted: "the war goes on in over 80 countries"."""
    quantity, nouns = scene.draft.quantity, lexicon.location().stand_ins.grounds
    if scene.draft.kind != "other_count" or quantity is None or is_ordinal(scene):
        return False
    if nouns.isdisjoint(scene.lower_behind[: REACH // 2]):
        return False
    several = (quantity.value or quantity.low or 0) > _PAIR
    return several and scene.lower_before[-1:] != ["from"]


def counts_papers(scene: Scene) -> bool:
    """Whether papers are counted in a sentence that names no country: "8,000 more visas".

    They are not in the country that the article is about only because nobody says where.
    """
    if not scene.draft.noun_stop or scene.draft.kind == "money" or countries_named(scene.reading):
        return False
    last, papers = scene.draft.noun_stop, lexicon.location().stand_ins.papers
    return not papers.isdisjoint(scene.lower[last - 1 : last])


def _is_of_or_from(tokens: Sequence[Token], index: int) -> bool:
    """Whether people only belong there: "citizens of third countries", "from X and others"."""
    skipped = lexicon.location().prepositions.skipped
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.norm in {"of", "from"}:
            return True
        if token.norm not in skipped and not token.text[0].isupper():
            return False
    return False
