"""One rule says which telling of a claim speaks, on cards and on marks alike."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import permutations

import pytest

from dashboard.cards.content import answer, read_cards
from dashboard.components.session import bound_selection
from dashboard.selecting.selection import Selection
from data.claims.tellings import best_first, best_telling
from data.corpus import read_corpus
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact
from tests.seed_only import SEED_ONLY

PLAIN = a_fact("a-1", fact_group="g", quote="Many fled over the river.", start=0)
FULLER = a_fact("a-2", fact_group="g", quote="Many guards fled over the river.")
SAID = a_fact("a-3", fact_group="g", quote="They fled.", attributed_to="Border service")
DOUBTED = a_fact("a-4", fact_group="g", quote="They reportedly fled.", hedged=True)
BOTH = a_fact("a-5", fact_group="g", quote="Fled.", hedged=True, attributed_to="A guard")


@pytest.mark.parametrize(
    ("tellings", "best"),
    [
        ((PLAIN, FULLER), FULLER),
        ((PLAIN, FULLER, SAID), SAID),
        ((PLAIN, FULLER, SAID, DOUBTED), DOUBTED),
        ((PLAIN, FULLER, SAID, DOUBTED, BOTH), BOTH),
    ],
)
def test_doubt_comes_before_claimant_before_length(tellings: tuple[Fact, ...], best: Fact) -> None:
    assert all(best_telling(order) is best for order in permutations(tellings))


def test_of_equals_the_first_in_the_text_speaks() -> None:
    later = a_fact("a-0", fact_group="g", quote=PLAIN.quote, start=5, end=9)
    assert best_telling([later, PLAIN]) is PLAIN
    assert best_telling([PLAIN, later]) is PLAIN


def test_claims_keep_their_order_and_each_is_led_by_its_best_telling() -> None:
    other = a_fact("a-9", fact_group="h", hedged=True)
    elsewhere = a_fact("b-1", fact_group="g", article_id="b")
    facts = (PLAIN, other, SAID, elsewhere, FULLER)
    assert best_first(facts) == (SAID, PLAIN, FULLER, other, elsewhere)
    assert best_first(()) == ()


def test_clicks_on_a_shared_mark_open_the_telling_on_the_card_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus = read_corpus(SEED_ONLY)
    facts = tuple(corpus.facts.values())
    fled = next(spec for spec in read_cards() if spec.id == "troops-crossed")
    claim = answer(fled, corpus.claims, None).claims[0].fact
    told = [fact.fact_id for fact in facts if fact.fact_group == claim.fact_group]
    assert len(told) > 1
    assert told[0] != claim.fact_id
    asked: list[str] = []
    monkeypatch.setattr(bound_selection, "choose_fact", lambda fact, _: asked.append(fact))
    for chosen in (None, claim.fact_id, told[0]):
        monkeypatch.setattr(bound_selection, "current", partial(Selection, fact=chosen))
        bound_selection.choose_among(told)
    assert asked == [claim.fact_id, told[0], told[0]]


def test_who_is_named_outside_the_sentence_comes_before_who_is_not() -> None:
    words = {"fact_group": "g", "claimant": "taliban"}
    named = a_fact("a-6", attributed_to="Latif Mansur", quote="250, said Latif Mansur.", **words)
    theirs = a_fact(
        "a-7", attributed_to="their delegation", quote="And their delegation said 250.", **words
    )
    assert best_telling([theirs, named]) is named
    assert best_telling([named, theirs]) is named


def test_the_chosen_telling_speaks_for_its_claim_everywhere() -> None:
    spec = next(spec for spec in read_cards() if spec.id == "districts")
    corpus = bundled()
    own = [claim for claim in corpus.claims if spec.asks(claim) and len(claim.facts) > 1]
    for claim in own:
        for fact in claim.facts:
            found = answer(spec, corpus.claims, dt.date(2021, 9, 21), fact.fact_id)
            assert found.facts == (fact,)
            assert claim.telling(fact.fact_id) is fact
        assert claim.telling(None) is claim.fact
