from __future__ import annotations

import functools
import operator

from dashboard.words.actions import ACTIONS, words_done, words_judged
from dashboard.words.fates import fates
from data import lexicon
from tests.bundled import bundled


def test_every_action_of_the_lexicon_has_an_entry_and_no_other() -> None:
    verbs = {verb.action for verb in lexicon.verbs().verb} - {""}
    rules = lexicon.statements().statement
    told = [
        {*rule.verbs.values(), *rule.nouns.values(), *rule.adjectives.values()} for rule in rules
    ]
    captures = {rule.action for rule in lexicon.captures().capture}
    districts = {f"{action} district" for action in captures - {"hand over"}}
    stated = functools.reduce(operator.or_, [*told, captures, districts])
    missing = (verbs | stated) - set(words_done())
    assert not missing, f"[done] of {ACTIONS} lacks {sorted(missing)}"
    unused = set(words_done()) - verbs - stated
    assert not unused, f"no rule has these actions; [done] of {ACTIONS} has them"


def test_every_judgement_has_words() -> None:
    judgements = {
        action for rule in lexicon.statements().statement for action in rule.adjectives.values()
    }
    assert set(words_judged()) == judgements
    assert all(words_judged().values())


def test_every_fate_is_of_an_action_that_facts_have() -> None:
    known = {verb.action for verb in lexicon.verbs().verb}
    known.update(fact.action for fact in bundled().facts.values())
    assert all(set(words) <= known for words in fates().values())
