"""Source counts: numbers of those who only say something, which are no news."""

from __future__ import annotations

from data import lexicon
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.clauses import is_passive
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.verb_forms import saying_lemmas


def counts_sources(reading: Reading, draft: Draft) -> bool:
    """Whether those who are counted only say something: "two security sources said"."""
    last_word = (draft.counted or "").rpartition(" ")[2].lower()
    words = vocabulary()
    if last_word not in words.people and last_word not in words.media:
        return False
    stop = draft.noun_stop
    if stop <= draft.stop:
        return False  # "up from the 49 announced a day earlier"
    behind_sign = stop < len(reading.tokens) and not reading.tokens[stop].is_word
    quantity = draft.quantity
    few = quantity is not None and quantity.qualifier == "exact" and (quantity.value or 0) < _FEW
    no_news = few and last_word in lexicon.count_words().never_news
    reach = stop + (_FARTHEST_SAYING if no_news else 1)
    for verb in reading.verbs:
        if verb.first < stop:
            continue
        says = verb.payload in saying_lemmas() and not is_passive(reading.tokens, verb.first)
        # "killed 12 people, said the ministry" counts no sources
        return says and verb.first <= reach and not (behind_sign and verb.first > stop)
    return False


_FEW = 10
"""Fewer witnesses, officials or sources who say something are its sources, wherever they are."""

_FARTHEST_SAYING = 14
