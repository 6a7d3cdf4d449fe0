"""Whose the counted are and who does it: groups, countries, and verbs that are left out."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = list[tuple[str, str | None, str | None]]
"""Words of each number, who is counted and the code of the actor."""

AFGHAN = "afg-government"


def told(text: str) -> Told:
    article = Article(article_id="side", text=text, title="", published=dt.date(2021, 8, 30))
    return [(text[f.start : f.end], f.who, f.actor) for f in extract(article) if f.has_number]


@pytest.mark.parametrize(
    ("text", "who", "actor"),
    [
        ("30 Taliban fighters were killed in an air strike.", "Taliban fighters", "taliban"),
        ("The army killed 30 Taliban in Kunduz.", "Taliban", "taliban"),
        ("Dozens of Taliban were killed.", "Taliban", "taliban"),
        ("Pakistan arrested 12 Taliban commanders.", "Taliban commanders", "taliban"),
        ("More than 40 members of the Taliban died.", "members of the Taliban", "taliban"),
        ("60 fighters of the Taliban were hurt.", "fighters of the Taliban", "taliban"),
        ("20 Afghan Taliban were wounded.", "Afghan Taliban", "taliban"),
        ("12 Afghan soldiers were wounded in Kunduz.", "Afghan soldiers", AFGHAN),
        ("Air strike kills 7 Taliban fighters in Helmand", "Taliban fighters", "taliban"),
        # not of the group that is named
        ("200 anti-Taliban fighters were killed.", "anti-Taliban fighters", None),
        ("30 Taliban-linked militants were killed.", "Taliban-linked militants", None),
        ("12 Taliban hostages were freed.", "Taliban hostages", None),
        ("30 Taliban opponents were arrested.", "Taliban opponents", None),
        ("1,000 former Taliban fighters joined.", "former Taliban fighters", None),
        ("12 Pakistani Taliban were killed.", "Pakistani Taliban", "ttp"),
        ("Ten Taliban and Haqqani fighters were killed.", "Taliban", None),
        # of ground and things taken it is who has them now
        ("The Taliban took 12 Afghan districts.", "Taliban", "taliban"),
        ("The Taliban seized 20 Afghan army vehicles.", "Taliban", "taliban"),
        # "forces" is no verb, unless it makes somebody do something
        ("Afghan forces killed 30 insurgents.", "insurgents", AFGHAN),
        ("U.S. security forces hold 12 districts.", "U.S. security forces", "usa-government"),
        ("The war forces 500 Afghans to flee.", "Afghans", AFGHAN),
    ],
)
def test_actor_of_those_counted(text: str, who: str, actor: str | None) -> None:
    assert [fact[1:] for fact in told(text)] == [(who, actor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1,000 Afghan soldiers fled to Tajikistan and 500 to Uzbekistan.",
            [("1,000", "Afghan soldiers", AFGHAN), ("500", "Afghan soldiers", AFGHAN)],
        ),
        (
            "77 Taliban militants were killed and 22 others wounded.",
            [("77", "Taliban militants", "taliban"), ("22", "Taliban militants", "taliban")],
        ),
        (
            "The Taliban killed 12 Afghan soldiers and wounded 20.",
            [("12", "Afghan soldiers", AFGHAN), ("20", "Afghan soldiers", AFGHAN)],
        ),
        (
            "More than 2,400 American troops died. Thirteen of them died last week.",
            [
                ("2,400", "American troops", "usa-government"),
                ("Thirteen", "American troops", "usa-government"),
            ],
        ),
        # who is counted in another sentence, or by another owner, may be anybody's
        (
            "Three Afghan soldiers were killed. Iran reported two wounded.",
            [("Three", "Afghan soldiers", AFGHAN), ("two", "Afghan soldiers", None)],
        ),
        (
            "The clash killed 20 Indian soldiers and four from China.",
            [("20", "Indian soldiers", "ind-government"), ("four", "Indian soldiers", None)],
        ),
        (
            "Some 120,000 Russian soldiers died as well as 70,000 Ukrainian ones.",
            [
                ("120,000", "Russian soldiers", "rus-government"),
                ("70,000", "Russian soldiers", "ukr-government"),
            ],
        ),
        (
            "The National Resistance Front killed 30 Taliban and lost 12.",
            [("30", "Taliban", "taliban"), ("12", None, "national-resistance-front")],
        ),
        # others than those before
        (
            "The bombing killed 13 US troops and 170 others.",
            [("13", "US troops", "usa-government"), ("170", "others", None)],
        ),
        (
            "Thirteen US troops and 170 others were killed.",
            [("Thirteen", "US troops", "usa-government"), ("170", "others", None)],
        ),
    ],
)
def test_a_number_goes_on_with_the_side_of_the_one_before(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Afghan forces lost 12 soldiers and the Taliban 40.",
            [("12", "soldiers", AFGHAN), ("40", "soldiers", "taliban")],
        ),
        (
            "In Kunduz the army lost 12 soldiers and Taliban militants 40.",
            [("12", "soldiers", None), ("40", "soldiers", "taliban")],
        ),
        (
            "The Taliban lost 30 fighters, the army 12.",
            [("30", "fighters", "taliban"), ("12", "fighters", None)],
        ),
        (
            "The US withdrew 2,500 troops, Germany 1,100 and Italy 800.",
            [
                ("2,500", "troops", "usa-government"),
                ("1,100", "troops", "deu-government"),
                ("800", "troops", "ita-government"),
            ],
        ),
        (
            "Turkey sent 200 soldiers and Iran 300 trucks.",
            [("200", "soldiers", "tur-government"), ("300", "trucks", "irn-government")],
        ),
        (
            "The Taliban hold 50 districts, Afghan forces 100.",
            [("50", "Taliban", "taliban"), ("100", "Afghan forces", AFGHAN)],
        ),
        (
            "The Taliban captured 12 districts and the government three.",
            [("12", "Taliban", "taliban"), ("three", "government", AFGHAN)],
        ),
        (
            "The Taliban control half of the country and the government a third.",
            [("half", "Taliban", "taliban"), ("a third", "government", AFGHAN)],
        ),
        (
            "Pakistan deported 500 Afghans and Iran 3,000 on Monday.",
            [("500", "Afghans", AFGHAN), ("3,000", "Afghans", AFGHAN)],
        ),
        (
            "The Taliban killed 12 soldiers, and Afghan forces on Sunday 40 rebels.",
            [("12", "soldiers", "taliban"), ("40", "rebels", AFGHAN)],
        ),
        (
            "Afghan forces killed 90 rebels, a spokesman said, and the Taliban 12 soldiers.",
            [("90", "rebels", AFGHAN), ("12", "soldiers", "taliban")],
        ),
        (
            "The US spent $2 trillion and Britain $30 billion.",
            [("$2 trillion", "US", "usa-government"), ("$30 billion", "Britain", "gbr-government")],
        ),
        # what another says of the same is no share of its own
        (
            "The UN said the Taliban hold 50 percent of the country, the US 70 percent.",
            [("50 percent", "Taliban", "taliban"), ("70 percent", "Taliban", "taliban")],
        ),
        # a name with a number
        ("He met the Taliban 2 delegation and the Taliban 40.", []),
    ],
)
def test_another_does_what_a_verb_left_out_says(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Shelling left 29 civilians dead and 211 injured.", ["leave", "wound"]),
        ("It armed 9,000 men, 40 troops killed among them.", ["arm", "kill"]),
        ("The army killed 12 men and 20 women.", ["kill", "kill"]),
    ],
)
def test_a_participle_of_its_own_tells_of_one_of_a_list(text: str, actions: list[str]) -> None:
    article = Article(article_id="list", text=text, title="", published=dt.date(2021, 8, 30))
    assert [fact.action for fact in extract(article) if fact.has_number] == actions


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("5,300 people were evacuated. Germany evacuated 5,300 people.", 1),
        ("About 100 fighters died. About 100 fighters of the Taliban died.", 2),
    ],
)
def test_a_telling_that_names_nobody_is_one_with_another_of_the_same(
    text: str, groups: int
) -> None:
    article = Article(article_id="same", text=text, title="", published=dt.date(2021, 8, 30))
    assert len({fact.fact_group for fact in extract(article)}) == groups
