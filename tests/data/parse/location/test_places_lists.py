"""Each number of a list is in the place that the list names for it."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Placed = list[tuple[float | None, list[str]]]

OF_TOTALS: list[tuple[str, Placed]] = [
    (
        "The Taliban control 10 of the 14 districts of Ghazni and 5 of the 7 of Kunduz.",
        [(10, ["AF-GHA"]), (14, ["AF-GHA"]), (5, ["AF-KDZ"]), (7, ["AF-KDZ"])],
    ),
    (
        "The Taliban hold 10 out of 14 districts in Ghazni, 5 out of 7 in Kunduz.",
        [(10, ["AF-GHA"]), (14, ["AF-GHA"]), (5, ["AF-KDZ"]), (7, ["AF-KDZ"])],
    ),
    (
        "The Taliban hold 10 of Ghazni's 14 districts and 5 of Kunduz's 7.",
        [(10, ["AF-GHA"]), (14, ["AF-GHA"]), (5, ["AF-KDZ"]), (7, ["AF-KDZ"])],
    ),
    (
        "In Ghazni the Taliban hold 10 of the 14 districts and in Kunduz 5 of the 7.",
        [(10, ["AF-GHA"]), (14, ["AF-GHA"]), (5, ["AF-KDZ"]), (7, ["AF-KDZ"])],
    ),
    (
        (
            "Ten of the 14 districts of Ghazni; five of the seven of Kunduz; eight of the 16 of "
            "Takhar: all are held by the Taliban."
        ),
        [
            (10, ["AF-GHA"]),
            (14, ["AF-GHA"]),
            (5, ["AF-KDZ"]),
            (7, ["AF-KDZ"]),
            (8, ["AF-TAK"]),
            (16, ["AF-TAK"]),
        ],
    ),
]

BEHIND_NAMES: list[tuple[str, Placed]] = [
    (
        "Uganda agreed to take 2,000, Albania 4,000 and Canada 20,000 refugees.",
        [(2000, ["UGA"]), (4000, ["ALB"]), (20000, ["CAN"])],
    ),
    (
        "Uganda 2,000, Albania 4,000 and Canada 20,000 refugees.",
        [(2000, ["UGA"]), (4000, ["ALB"]), (20000, ["CAN"])],
    ),
    (
        "Uganda has taken in 2,000 Afghans; Albania 4,000; Canada 20,000.",
        [(2000, ["UGA"]), (4000, ["ALB"]), (20000, ["CAN"])],
    ),
    (
        "Pakistan hosts 1.4 million Afghan refugees, Iran 780,000 and Germany 148,000.",
        [(1_400_000, ["PAK"]), (780_000, ["IRN"]), (148_000, ["DEU"])],
    ),
    ("Tajikistan called up 20,000 reservists, Russia 1,500.", [(20000, ["TJK"]), (1500, ["RUS"])]),
    # all are where the first was said to be
    (
        "Germany lost 59 soldiers in Afghanistan, Britain 457 and Canada 158.",
        [(59, ["AFG"]), (457, ["AFG"]), (158, ["AFG"])],
    ),
    # provinces
    (
        "Ghazni lost 10 districts, Kunduz 5 and Takhar 8.",
        [(10, ["AF-GHA"]), (5, ["AF-KDZ"]), (8, ["AF-TAK"])],
    ),
    ("Kunduz reported 20 deaths, Takhar 10 and so on.", [(20, ["AF-KDZ"]), (10, ["AF-TAK"])]),
    (
        "Civilian deaths: Kandahar 20, Helmand 15 and Zabul 5 civilians.",
        [(20, ["AF-KAN"]), (15, ["AF-HEL"]), (5, ["AF-ZAB"])],
    ),
    # a list of places before one number
    (
        "5 people died in Kunduz, and in Takhar and Ghazni 20 people were killed.",
        [(5, ["AF-KDZ"]), (20, ["AF-TAK", "AF-GHA"])],
    ),
]

INSERTED: list[tuple[str, Placed]] = [
    (
        "Fighting was reported in Herat (14 dead), Farah (9 dead) and Nimroz (3 dead).",
        [(14, ["AF-HER"]), (9, ["AF-FRA"]), (3, ["AF-NIM"])],
    ),
    (
        "Raids in Helmand (37 killed, 20 wounded) and Kunduz (11 killed) went on.",
        [(37, ["AF-HEL"]), (20, ["AF-HEL"]), (11, ["AF-KDZ"])],
    ),
    (
        "Raids hit Helmand, killing 37, Kandahar, killing 22, and Kunduz, killing 11.",
        [(37, ["AF-HEL"]), (22, ["AF-KAN"]), (11, ["AF-KDZ"])],
    ),
    (
        "Raids in Helmand, killing 37 fighters, and Kandahar, wounding 12, led to one in Zabul.",
        [(37, ["AF-HEL"]), (12, ["AF-KAN"])],
    ),
    (
        "People fled to Iran (5,000 people), Pakistan (3,000 people) and Tajikistan (90 soldiers).",
        [(5000, ["IRN"]), (3000, ["PAK"]), (90, ["TJK"])],
    ),
    # whose brackets name ground of their own
    (
        "Ten people died in Kandahar (five policemen in Zabul).",
        [(10, ["AF-KAN"]), (5, ["AF-ZAB"])],
    ),
    # states that bring people are not where these are
    (
        "Germany (1,100 soldiers) and Italy (800 soldiers) have troops in Afghanistan.",
        [(1100, ["AFG"]), (800, ["AFG"])],
    ),
]

OF_OTHERS: list[tuple[str, Placed]] = [
    (
        "Berlin sent 300 soldiers to Kabul and Rome 60.",
        [(300, ["AF-KAB"]), (60, ["AF-KAB"])],
    ),
    (
        "India evacuated 50 diplomats from Kandahar, and Russia 20 from Mazar-i-Sharif.",
        [(50, ["AF-KAN"]), (20, ["AF-BAL"])],
    ),
    (
        "Turkey flew 300 people out of Kabul, and Iran 40 from Herat.",
        [(300, ["AF-KAB"]), (40, ["AF-HER"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*OF_TOTALS, *BEHIND_NAMES, *INSERTED, *OF_OTHERS])
def test_each_number_of_a_list_has_its_own_place(text: str, expected: Placed) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    assert [(fact.value, list(fact.places)) for fact in extract(article)] == expected


@pytest.mark.parametrize("text", [text for text, _ in OF_TOTALS])
def test_left_out_nouns_are_those_of_the_first(text: str) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    assert {fact.kind for fact in extract(article)} == {"districts"}


def test_states_behind_each_other_take_in_their_own_whatever_the_article_is_about() -> None:
    text = "The Taliban took Kabul.\n\nUganda agreed to take 2,000 refugees, Albania 4,000."
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    places = [list(fact.places) for fact in extract(article) if fact.value is not None]
    assert places == [["UGA"], ["ALB"]]
