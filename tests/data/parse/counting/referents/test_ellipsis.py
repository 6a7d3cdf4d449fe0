"""Numbers without a noun of their own, parts of wholes, and how sums and shares may be written."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str, str]
"""Words of a number, kind, and its bounds as text: "12", "3e9-4e9"."""

CASES: dict[str, list[Told]] = {
    # what goes on counting what was counted before
    "Some 1,600 soldiers came over in six waves. One in eight brought a weapon.": [
        ("1,600", "personnel", "1600"),
        ("six", "other_count", "6"),
        ("One in eight", "personnel", "12.5"),
    ],
    "Of the 640 trucks held up there, all but 35 had crossed by the evening.": [
        ("640", "equipment", "640"),
        ("35", "equipment", "35"),
    ],
    "Of the 23 attack planes in the inventory, 12 could fly.": [
        ("23", "equipment", "23"),
        ("12", "equipment", "12"),
    ],
    "Iran hosts 3.5 million Afghan refugees. Of them, only 780,000 hold a card.": [
        ("3.5 million", "displaced", "3500000"),
        ("780,000", "displaced", "780000"),
    ],
    "Turkey hosts 182,000 registered migrants and 12,000 unregistered ones.": [
        ("182,000", "displaced", "182000"),
        ("12,000", "displaced", "12000"),
    ],
    "Iran hosts 780,000 registered Afghans and another two million without papers.": [
        ("780,000", "displaced", "780000"),
        ("two million", "displaced", "2000000"),
    ],
    "Some 333 people work for the bank, 50 work for the embassy.": [
        ("333", "other_count", "333"),
        ("50", "other_count", "50"),
    ],
    "A deal lets 1,500 soldiers leave, while 200 others choose to stay.": [
        ("1,500", "personnel", "1500"),
        ("200", "personnel", "200"),
    ],
    "Ten towers rise from the wall, 103 in number.": [
        ("Ten", "other_count", "10"),
        ("103", "other_count", "103"),
    ],
    "They were to stay out of provincial capitals, 34 in all.": [("34", "capitals", "34")],
    # parts keep the kind of their whole
    "Two weeks brought 30,927 people back from Iran, of whom 1,599 were assisted.": [
        ("30,927", "displaced", "30927"),
        ("1,599", "displaced", "1599"),
    ],
    "The payroll has 298,400 soldiers, or roughly 85% of the authorised strength.": [
        ("298,400", "personnel", "298400"),
        ("85%", "personnel", "85"),
    ],
    "The Taliban captured 60 districts, a third of them since Friday.": [
        ("60", "districts", "60"),
        ("a third", "districts", "33.3"),
    ],
    "Four of the valley's seven districts were lost.": [
        ("Four", "districts", "4"),
        ("seven", "districts", "7"),
    ],
    "Nine out of Helmand's 13 districts have fallen.": [
        ("Nine", "districts", "9"),
        ("13", "districts", "13"),
    ],
    # "of them" where no number told of them
    "The government holds most districts. It lost 120 of them.": [("120", "districts", "120")],
    "The government holds most districts but has lost 120 of them.": [("120", "districts", "120")],
    "Refugees wait at the border. Some 300 of them crossed.": [("300", "displaced", "300")],
    "It lost 120 of them.": [],
    "They killed 120 of them.": [("120", "casualties", "120")],
    "The army sent 300 soldiers. It lost 20 of them.": [
        ("300", "personnel", "300"),
        ("20", "casualties", "20"),
    ],
    # what people came on is no count that goes on
    "They flew out 19,000 people on 42 jets and 48 jets. The total is now about 88,000.": [
        ("19,000", "evacuated", "19000"),
        ("42", "equipment", "42"),
        ("48", "equipment", "48"),
        ("88,000", "evacuated", "88000"),
    ],
    "The army lost 300 soldiers, 12 tanks and 40 trucks. Another 80 were damaged.": [
        ("300", "casualties", "300"),
        ("12", "equipment", "12"),
        ("40", "equipment", "40"),
        ("80", "equipment", "80"),
    ],
    # groups in front of their number
    "The ministry put the number of dead at more than 40, among them 12 policemen.": [
        ("40", "casualties", "40-"),
        ("12", "casualties", "12"),
    ],
    "Those killed were nine soldiers.": [("nine", "casualties", "9")],
    "The victims included nine soldiers.": [("nine", "casualties", "9")],
    "Those who fled include 300 soldiers.": [("300", "personnel", "300")],
    "About 40 of those killed were civilians.": [("40", "casualties", "40")],
    "The minister said nine soldiers were there.": [("nine", "personnel", "9")],
    "Of the wounded, 14 are children.": [("14", "casualties", "14")],
    "Of the wounded, 14 are in hospital.": [("14", "casualties", "14")],
    "Of those evacuated, 4,400 are Americans.": [("4,400", "evacuated", "4400")],
    "Of the 300 who fled, 20 were women.": [
        ("300", "displaced", "300"),
        ("20", "displaced", "20"),
    ],
    "Of the 60 who were killed, 12 were officers.": [
        ("60", "casualties", "60"),
        ("12", "casualties", "12"),
    ],
    "Some 30 of the detained were soldiers.": [("30", "other_count", "30")],
    "Of those surveyed, 40 were women.": [],
    "Of the 300 who work there, 20 are women.": [],
    "Thousands more left their homes.": [("Thousands", "displaced", "1000-")],
    # verbs left out, and verbs of their own
    "Zaranj lost 10 policemen, Taloqan 20.": [
        ("10", "casualties", "10"),
        ("20", "casualties", "20"),
    ],
    "Kandahar lost 10 policemen in District 5.": [("10", "casualties", "10")],
    "Some 30 troops left, and 200 Afghans took over the gates.": [
        ("30", "personnel", "30"),
        ("200", "personnel", "200"),
    ],
    # who is captured, held, hurt
    "A militia lost two fighters and had six captured.": [
        ("two", "casualties", "2"),
        ("six", "personnel", "6"),
    ],
    "The army killed 300 militants, and 40 were arrested.": [
        ("300", "casualties", "300"),
        ("40", "personnel", "40"),
    ],
    "The junta has killed 965 people and is holding 5,491.": [
        ("965", "casualties", "965"),
        ("5,491", "other_count", "5491"),
    ],
    "Some 59 soldiers died, 35 of whom fell in combat.": [
        ("59", "casualties", "59"),
        ("35", "casualties", "35"),
    ],
    "A study puts the army's dead at 66,000.": [("66,000", "casualties", "66000")],
    "The crisis left 40,000 people without work.": [("40,000", "other_count", "40000")],
    # shares
    "One out of every three families is hungry.": [
        ("One out of every three", "other_count", "33.3")
    ],
    "Two out of seven border crossings are closed.": [
        ("Two", "crossings", "2"),
        ("seven", "crossings", "7"),
    ],
    "The maps give the Taliban half of some 400 districts.": [
        ("half", "control_share", "50"),
        ("400", "districts", "400"),
    ],
    "Some 92 percent of the border with Afghanistan has been fenced.": [
        ("92 percent", "other_count", "92"),
    ],
    # spellings
    "Aid of $3-4bn was pledged.": [("$3-4bn", "money", "3000000000-4000000000")],
    "The loan costs €300–400 a month.": [("€300–400", "money", "300-400")],
    "Some 2.7 m people are displaced.": [("2.7 m", "displaced", "2700000")],
    "The count fell from 30 tanks to nearly": [("30", "equipment", "30")],
    "A line broken off: 30 to nearly": [],
    "A wall of 5 m is being built.": [],
    "Ten dead, if not more, the hospital said.": [("Ten", "casualties", "10-")],
    "The blast killed 10 people, at least four of them children.": [
        ("10", "casualties", "10"),
        ("four", "casualties", "4-"),
    ],
    "The Pentagon put the remaining force at 600.": [("600", "personnel", "600")],
    "1 Floods kill 160 in Europe": [("160", "casualties", "160")],
    "1 Taliban kill 40\n2 Olympic opening is near\n3 Floods kill 160": [
        ("40", "casualties", "40"),
        ("160", "casualties", "160"),
    ],
    "1. 7 killed as lorry hits bridge 2. 500 jobs to go": [
        ("7", "casualties", "7"),
        ("500", "other_count", "500"),
    ],
    "A blast killed 2. Another killed 3.": [("2", "casualties", "2"), ("3", "casualties", "3")],
    "12 Marines die in Kabul\n40 Taliban die in Herat": [
        ("12", "casualties", "12"),
        ("40", "casualties", "40"),
    ],
    "Uganda received Fifty One evacuees.": [("Fifty One", "evacuated", "51")],
    "They seized 5kg of heroin.": [("5", "other_count", "5")],
    "The army is 307,000 strong.": [("307,000", "personnel", "307000")],
    "Two A400M transports landed.": [("Two", "equipment", "2")],
    "Uganda takes 300 at-risk refugees.": [("300", "displaced", "300")],
    "The minister, who turns 65 in November, left.": [],
}


@pytest.mark.parametrize("text", CASES)
def test_what_each_number_counts(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [
        (text[fact.start : fact.end], fact.kind, _amount(fact.value, fact.low, fact.high))
        for fact in facts
    ]
    assert found == CASES[text]


def _amount(value: float | None, low: float | None, high: float | None) -> str:
    if low is not None and high is None:
        return f"{low:.10g}-"
    if value is not None:
        return f"{value:.10g}"
    return f"{low:.10g}-{high:.10g}"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("No soldiers were killed in the attack, but 14 were wounded.", "soldiers"),
        ("The soldiers were attacked on Tuesday and 14 were wounded.", "soldiers"),
        ("Officials in Kunduz said 14 were wounded.", "civilians"),
    ],
)
def test_whom_something_befell(text: str, who: str) -> None:
    told = f"Some 20 civilians fled to Iran on Monday.\n\n{text}"
    article = Article(article_id="a", title="", text=told, published=dt.date(2021, 8, 20))
    assert extract(article)[-1].who == who
