"""Shares of what stands before them: a border, a province, the withdrawal."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str, str | None, str | None]
"""Words of a share, kind, what it is a share of, and who holds it."""

CASES: dict[str, list[Told]] = {
    # "of it" behind a border
    "The border with Tajikistan is long. Seventy percent of it is now controlled by the Taliban.": [
        ("Seventy percent", "control_share", "AFG-TJK", "taliban")
    ],
    "The Afghan-Iranian border is closed. Some 60 percent of it is in Taliban hands.": [
        ("60 percent", "control_share", "AFG-IRN", "taliban")
    ],
    "Tajikistan shares a long border with Afghanistan, and 70 percent of it is in Taliban hands.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    # predicates
    "The border with Tajikistan is 70 percent under Taliban control.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    "The Afghan-Tajik border is now about 70 percent controlled by the Taliban.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    "Badakhshan province is 80 percent under Taliban control.": [
        ("80 percent", "control_share", "AF-BDS", "taliban")
    ],
    "Two-thirds of the border is under the control of the Taliban.": [
        ("Two-thirds", "control_share", None, "taliban")
    ],
    # in quotes
    'The Taliban control "roughly two-thirds" of the Afghan-Tajik border.': [
        ("two-thirds", "control_share", "AFG-TJK", "taliban")
    ],
    "The Taliban hold “up to 85%” of Afghanistan.": [("85%", "control_share", "AFG", "taliban")],
    # claimed
    "A Taliban delegation claimed 85 percent of the country.": [
        ("85 percent", "control_share", "AFG", "taliban")
    ],
    "The Taliban claim 85 percent of Afghan territory.": [
        ("85 percent", "control_share", "AFG", "taliban")
    ],
    "Russia claims 85 percent of Afghanistan is in other hands.": [
        ("85 percent", "control_share", "AFG", None)
    ],
    # relative clauses
    "The Tajik-Afghan border, 70 percent of which is under Taliban control, is calm.": [
        ("70 percent", "control_share", "AFG-TJK", "taliban")
    ],
    "Badakhshan, 80 percent of which is controlled by the Taliban, is cut off.": [
        ("80 percent", "control_share", "AF-BDS", "taliban")
    ],
    "The Tajik-Afghan border, 70 percent of which is mountains, is calm.": [
        ("70 percent", "other_count", None, None)
    ],
    # the withdrawal, told before or called the process
    "The Pentagon assesses the process at better than 90 percent complete.": [
        ("90 percent", "progress_share", None, None)
    ],
    "The withdrawal goes on. About 90 percent is done.": [
        ("90 percent", "progress_share", None, None)
    ],
    "The retrograde continues. It is more than 95 percent complete.": [
        ("95 percent", "progress_share", None, None)
    ],
    # near misses
    "Takhar province lies on the border with Iran. Half of it is now controlled by the Taliban.": [
        ("Half", "other_count", None, None)
    ],
    "The border with Pakistan is 90 percent fenced.": [("90 percent", "other_count", None, None)],
    "The Afghan-Iranian border is dry. Some 70 percent of it is desert.": [
        ("70 percent", "other_count", None, None)
    ],
    "The withdrawal goes on. The dam at Kajaki is 90 percent complete.": [
        ("90 percent", "other_count", None, None)
    ],
    "The withdrawal goes on. The vaccination process is 90 percent complete.": [
        ("90 percent", "other_count", None, None)
    ],
    "The mill is running. About 90 percent is done.": [("90 percent", "other_count", None, None)],
    # who holds it
    "Two thirds of the territory and a third of the border are in Taliban hands.": [
        ("Two thirds", "control_share", "AFG", "taliban"),
        ("a third", "control_share", None, "taliban"),
    ],
    "Half of the districts are under the control of the Taliban.": [
        ("Half", "control_share", "AFG", "taliban")
    ],
    "Four out of five districts are in the hands of the Taliban.": [
        ("Four out of five", "control_share", "AFG", "taliban")
    ],
    "A third of the districts have fallen to the Taliban.": [
        ("A third", "control_share", "AFG", "taliban")
    ],
    "One in five districts of Badakhshan was still held by the government.": [
        ("One in five", "control_share", "AF-BDS", "afg-government")
    ],
    "60 percent of the districts are contested and 20 percent are in Taliban hands.": [
        ("60 percent", "control_share", None, None),
        ("20 percent", "control_share", None, "taliban"),
    ],
    # each of a list is its own holder's
    "The government holds 45 percent of the districts, the Taliban 40 percent.": [
        ("45 percent", "control_share", None, "afg-government"),
        ("40 percent", "control_share", None, "taliban"),
    ],
    "The government holds 45 percent of the districts, the UN said 40 percent.": [
        ("45 percent", "control_share", None, None),
        ("40 percent", "control_share", None, None),
    ],
    "The Taliban have 50 percent of the districts and the US has 30 percent.": [
        ("50 percent", "control_share", "AFG", "taliban"),
        ("30 percent", "control_share", None, None),
    ],
    "Half of Badakhshan is held by the Taliban and half by the army.": [
        ("Half", "control_share", "AF-BDS", "taliban"),
        ("half", "control_share", "AF-BDS", "afg-government"),
    ],
    "The Taliban have 70 percent of Badakhshan, the government 20 percent.": [
        ("70 percent", "control_share", "AF-BDS", "taliban"),
        ("20 percent", "control_share", "AF-BDS", "afg-government"),
    ],
    # of a province that is named, and not of the country
    "In Badakhshan, the Taliban hold 60 percent of the districts.": [
        ("60 percent", "control_share", "AF-BDS", "taliban")
    ],
    "The Taliban hold Kunduz and 60 percent of the districts.": [
        ("60 percent", "control_share", None, "taliban")
    ],
    # changes are none
    "Civilian casualties were up 47 percent.": [],
    "Civilian casualties rose: up 47 percent, the mission said.": [],
    "Women make up 47 percent of the dead.": [("47 percent", "casualties", None, None)],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_share_is_of(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.kind, f.of, f.actor) for f in facts]
    assert found == CASES[text]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("60 percent of the districts are held by the government.", "government"),
        ("60 percent of the districts are in government hands.", "government"),
        ("A quarter of the province is in the hands of government forces.", "government forces"),
        ("One in five districts was still held by the government.", "government"),
        ("Two thirds of the territory and a third of the border are in Taliban hands.", "Taliban"),
        ("60 percent of the districts are contested.", None),
        ("Taliban control extends to more than two-thirds of Afghanistan.", "Taliban"),
        ("The Taliban's control now covers 80 percent of the country.", "Taliban"),
        ("Pakistani controls extend to 40 percent of the border.", None),
    ],
)
def test_who_holds_a_share(text: str, who: str | None) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    assert {fact.who for fact in extract(article)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The government holds 45 percent of the districts, the Taliban 40 percent.",
            ["government", "Taliban"],
        ),
        (
            "The Taliban have 70 percent of Badakhshan, the government 20 percent.",
            ["Taliban", "government"],
        ),
        ("Half of Takhar is held by the Taliban and half by the army.", ["Taliban", "army"]),
    ],
)
def test_each_share_of_a_list_has_its_own_holder(text: str, who: list[str]) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    assert [fact.who for fact in extract(article)] == who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "U.S. Central Command estimates that more than 50% of the entire process is complete.",
            "progress_share",
        ),
        ("The withdrawal goes on. Some 12% of the work is done.", "progress_share"),
        ("Half of the peace process is done.", "other_count"),
    ],
)
def test_share_of_an_undertaking_is_of_the_withdrawal_where_it_is_told_of(
    text: str, kind: str
) -> None:
    (fact,) = extract(Article(article_id="x", text=text, title=""))
    assert fact.kind == kind
