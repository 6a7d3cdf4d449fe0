"""Kinds that a few words beside a number settle: the taken, the listed dead, patients, trucks."""

from __future__ import annotations

import pytest

from tests.data.counted import facts_of
from tests.data.test_kinds_of_answers import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Sunday 31 policemen had been martyred and 14 others taken prisoner in Ghazni.",
            [("31", "casualties"), ("14", "personnel")],
        ),
        (
            "Nine civilians were killed and two taken hostage.",
            [("Nine", "casualties"), ("two", "other_count")],
        ),
        (
            "The blast claimed over 90 lives, including those of 11 British soldiers.",
            [("90", "casualties"), ("11", "casualties")],
        ),
        (
            "It took the lives of 30 people, among them those of four policemen.",
            [("30", "casualties"), ("four", "casualties")],
        ),
        (
            (
                "The raid left 70 people dead. The army's first count, given out on Monday, was "
                "62: 40 villagers, 17 soldiers and five militiamen."
            ),
            [
                ("70", "casualties"),
                ("62", "casualties"),
                ("40", "casualties"),
                ("17", "casualties"),
                ("five", "casualties"),
            ],
        ),
        ("Two patients in police uniform came in serious condition.", [("Two", "casualties")]),
        ("Two children with covid are in serious condition.", [("Two", "other_count")]),
        ("The road is in serious condition, 40 people say.", []),
        ("The clinics treat an estimated 300 patients a day.", [("300", "other_count")]),
        ("The clinics treated 300 patients after the blast.", [("300", "casualties")]),
        ("The clinic treats 60 wounded daily.", [("60", "casualties")]),
    ],
)
def test_who_is_dead_hurt_or_taken(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kyrgyz who came to Murghab on Monday number 212, among them 30 men and 40 women.",
            [("212", "displaced"), ("30", "displaced"), ("40", "displaced")],
        ),
        ("The soldiers who fled to Tajikistan numbered 134.", [("134", "personnel")]),
        ("A man who lives at number 12 left.", []),
        ("The guests who slept in room number 12 have left.", []),
        (
            "The police, some 90 men by one count, walked away. Six of them crossed over to Iran.",
            [("90", "personnel"), ("Six", "personnel")],
        ),
        ("He met soldiers, 14 women and a boy.", [("14", "other_count")]),
        (
            "A convoy of 12 trucks was turned back; 40 others got through. It needs 90 to arrive.",
            [("12", "equipment"), ("40", "equipment"), ("90", "equipment")],
        ),
        (
            "Four trucks full of refugees reached the camp. Some 200 arrived on Monday.",
            [("Four", "equipment"), ("200", "displaced")],
        ),
        (
            "They have killed 740 people since the coup on Feb. 1 and 4,210 are in detention.",
            [("740", "casualties"), ("4,210", "other_count")],
        ),
        (
            "They were flown home on July 10 and 11 aboard six flights.",
            [("six", "other_count")],
        ),
    ],
)
def test_who_or_what_a_number_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban stormed seven check-posts in the Alingar area and overran three of them.",
            [("seven", "other_count"), ("three", "other_count")],
        ),
        (
            "The Taliban took seven check-posts on the Tajik border. Three of them were retaken.",
            [("seven", "crossings"), ("Three", "crossings")],
        ),
        ("The Taliban took two security posts in Ghazni.", [("two", "other_count")]),
        (
            "Kunduz is the fourth Turkish mission to be closed since June.",
            [("fourth", "other_count")],
        ),
        ("It is the fourth massacre of this kind in the region.", [("fourth", "other_count")]),
        ("He became the third Turkish minister to be dismissed.", []),
        ("The second phase is to be closed.", []),
        ("The second Afghan delegation is there.", []),
        (
            "The bloc set aside 2.3 bln rubles and $40 mln.",
            [("2.3 bln rubles", "money"), ("$40 mln", "money")],
        ),
    ],
)
def test_posts_ordinals_and_sums(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban claim 85 per cent. Estimates give them over a third of the districts.",
            "a third control_share control Taliban",
        ),
        (
            "Estimates give the government 54 per cent of Takhar.",
            "54 per cent control_share control government",
        ),
        ("The ministry gave the Taliban half of its budget.", "half other_count hand over budget"),
        (
            "The Taliban control 85% of the border. The envoy spoke of 70% of the border.",
            "70% control_share control Taliban",
        ),
        (
            "The Taliban control 85% of the border. Snow covers 70% of the border.",
            "70% other_count count border",
        ),
        (
            (
                "Until May 190 districts, or 50% of the land, had been in the army's hands; "
                "52 belonged to the Taliban."
            ),
            "52 districts control Taliban",
        ),
        (
            (
                "The Taliban hold 230 districts, or 55% of the country. In April the Taliban had "
                "71 and 188 were disputed."
            ),
            "71 districts control Taliban",
        ),
        (
            (
                "The Taliban hold 230 districts, or 55% of the country. In April the Taliban had "
                "71 and 188 were disputed."
            ),
            "188 districts dispute districts",
        ),
    ],
)
def test_ground_is_told_of_once_more(text: str, expected: str) -> None:
    facts = (fact for fact in facts_of(text) if fact.has_number)
    told = [f"{text[f.start : f.end]} {f.kind} {f.action} {f.who}" for f in facts]
    assert expected in told
