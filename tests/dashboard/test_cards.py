from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cards import (
    CardSpec,
    answer,
    first_claim,
    length_of_share,
    read_cards,
)
from dashboard.wording import spread
from data import lexicon
from data.errors import InputError
from tests.dashboard.made_up import a_fact, a_number

FLED = CardSpec(
    id="fled",
    label="Fled",
    icon="x",
    show="amount",
    empty="None.",
    kind="personnel",
    action=("flee",),
)


def test_the_table_holds_the_five_cards() -> None:
    assert [card.id for card in read_cards()] == [
        "troops-fled",
        "reservists",
        "border-share",
        "border-length",
        "countries",
    ]


def test_cards_ask_for_kinds_that_exist() -> None:
    assert {card.kind for card in read_cards() if card.kind} <= set(lexicon.kinds())


def test_ids_are_unique() -> None:
    ids = [card.id for card in read_cards()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('show = "total"', "show"),
        ('label = ""', "label"),
        ('colour = "red"', "colour"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, line: str, message: str) -> None:
    fields = {
        "id": '"x"',
        "label": '"X"',
        "icon": '"x"',
        "show": '"amount"',
        "empty": '"None."',
    }
    name = line.partition(" ")[0]
    fields[name] = line.partition("= ")[2]
    table = tmp_path / "cards.toml"
    entries = "\n".join(f"{key} = {value}" for key, value in fields.items())
    table.write_text(f"[[card]]\n{entries}\n", "utf-8")
    with pytest.raises(InputError, match=message):
        read_cards(table)


def test_no_fact_gives_no_claim() -> None:
    assert answer(FLED, [a_number("a-1", 5, action="kill")]).claim is None


def test_a_card_of_amounts_takes_no_fact_without_a_number() -> None:
    assert answer(FLED, [a_fact()]).claim is None


def test_the_first_claim_with_a_claimant_is_shown_and_the_rest_stand_beside_it() -> None:
    facts = [
        a_number("a-1", 1000),
        a_number("a-2", 1037, attributed_to="Border service"),
        a_number("a-3", 1600, attributed_to="Somebody else"),
    ]
    found = answer(FLED, facts)
    assert found.claim is facts[1]
    assert [fact.value for fact in found.differing] == [1000, 1600]
    assert spread([facts[1], *found.differing]) == "1,000 to 1,600"


def test_a_chosen_claim_is_shown() -> None:
    facts = [a_number("a-1", 1000, attributed_to="Border service"), a_number("a-2", 1600)]
    assert answer(FLED, facts, chosen="a-2").claim is facts[1]
    assert answer(FLED, facts, chosen="other").claim is facts[0]


def test_tellings_of_one_claim_do_not_differ_and_the_doubting_one_is_shown() -> None:
    facts = [
        a_number("a-1", 1000, fact_group="g"),
        a_number("a-2", 1000, fact_group="g", hedged=True),
    ]
    found = answer(FLED, facts)
    assert found.claim is facts[1]
    assert found.tellings == 2
    assert found.others == ()


def test_the_same_amount_from_another_group_does_not_differ() -> None:
    found = answer(FLED, [a_number("a-1", 1000), a_number("a-2", 1000)])
    assert len(found.others) == 1
    assert found.differing == ()


def test_claims_about_other_places_do_not_contradict() -> None:
    facts = [
        a_number("a-1", 1037, origin="AFG", destination="TJK"),
        a_number("a-2", 300, origin="AFG", destination="UZB"),
        a_number("a-3", 1600),
    ]
    found = answer(FLED, facts)
    assert [fact.value for fact in found.differing] == [1600]
    assert [fact.value for fact in found.elsewhere] == [300]


def test_the_length_of_a_share() -> None:
    share = {"unit": "percent", "of": "AFG-TJK", "kind": "control_share"}
    assert length_of_share(a_number("a-1", 85, **share), 1357) == "1,153 km"
    between = a_fact("a-2", low=90, high=100, qualifier="range", **share)
    assert length_of_share(between, 1000) == "900 to 1,000 km"


def test_the_first_claim_is_that_of_the_first_card() -> None:
    facts = [a_fact("a-1"), a_number("a-2", 1000)]
    assert first_claim([FLED], facts) is facts[1]
    assert first_claim([FLED], facts[:1]) is facts[0]
    assert first_claim([FLED], []) is None
