"""Mentions: every country, region and actor an article names, with how it names it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Literal

from data import lexicon
from data.article import Article
from data.parse.parties.metonymy import stands_for_government
from data.parse.reading import Reading
from data.parse.readings import read_article_text

Via = Literal["name", "demonym", "capital", "seat", "region", "actor"]

_VIA: Mapping[str, Via] = {
    "name": "name",
    "demonym": "demonym",
    "capital": "capital",
    "seat": "seat",
    "region": "region",
}
"""Ways to name a place. Stand-ins ("the country", "its") name nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article and what it stands for.

    Attributes:
        article_id: The article.
        code: Country (alpha-3), region or actor code.
        type: ``country``, ``region`` or ``actor``.
        via: How the text names it; ``capital`` and ``seat`` for "Moscow" and "Kremlin".
        government: The capital or seat stands for the government, not for the town.
        members: Countries a region or alliance consists of; empty for others.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        text: The words, ``article.text[start:end]``.
    """

    article_id: str
    code: str
    type: Literal["country", "region", "actor"]
    via: Via
    government: bool
    members: tuple[str, ...]
    start: int
    end: int
    text: str


def article_mentions(article: Article) -> list[Mention]:
    """Every mention in an article, in text order; a name may stand for a place and an actor."""
    found = [
        mention
        for reading in read_article_text(article)
        for mention in (*_places(article, reading), *_actors(article, reading))
    ]
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.type))


def mention_json(mention: Mention) -> str:
    """A mention as one line of JSON."""
    record = dataclasses.asdict(mention)
    return json.dumps({**record, "members": list(mention.members)}, ensure_ascii=False)


def _places(article: Article, reading: Reading) -> list[Mention]:
    mentions = []
    for place in reading.places:
        if place.via not in _VIA or (place.country and place.code != place.country):
            continue
        region = lexicon.regions().get(place.code)
        mentions.append(
            Mention(
                article.article_id,
                place.code,
                "region" if region else "country",
                _VIA[place.via],
                stands_for_government(reading, place),
                region.members if region else (),
                place.start,
                place.end,
                article.text[place.start : place.end],
            )
        )
    return mentions


def _actors(article: Article, reading: Reading) -> list[Mention]:
    mentions = []
    for actor in reading.actors:
        allied = actor.code.upper() in lexicon.regions()  # listed with the regions already
        if actor.anaphor or allied or actor.type == "government":
            continue
        mentions.append(
            Mention(
                article.article_id,
                actor.code,
                "actor",
                "actor",
                False,
                (),
                actor.start,
                actor.end,
                article.text[actor.start : actor.end],
            )
        )
    return mentions
