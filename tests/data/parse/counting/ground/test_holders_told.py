"""Who holds ground after it changed hands, what is left to whom, and what was held only once."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract, read_facts

Held = tuple[str, str, str | None, str | None]
"""Words of a number, action, who holds or takes, and the actor's code."""


def read(text: str) -> Article:
    return Article(article_id="held", text=text, title="", published=dt.date(2021, 7, 9))


AFTER: dict[str, list[Held]] = {
    # handed over
    "Elders handed 12 districts to the Taliban.": [("12", "capture", "Taliban", "taliban")],
    "The Taliban handed 3 districts back to the army.": [
        ("3", "hand over", "army", "afg-government")
    ],
    "The Taliban returned three districts to the government.": [
        ("three", "hand over", "government", "afg-government")
    ],
    "Twelve districts were ceded to the Taliban.": [("Twelve", "capture", "Taliban", "taliban")],
    "The army surrendered 12 districts to the Taliban.": [("12", "capture", "Taliban", "taliban")],
    "The army handed over 12 districts to avoid bloodshed.": [
        ("12", "hand over", "districts", None)
    ],
    "The army ceded 12 districts.": [("12", "lose", "districts", None)],
    "The Taliban lost 12 districts to the army.": [("12", "capture", "army", "afg-government")],
    # taken by those without a name
    "Two districts of Takhar were recaptured by government forces.": [
        ("Two", "retake", "government forces", "afg-government")
    ],
    "Police hold three districts in Badakhshan.": [
        ("three", "control", "Police", "afg-government")
    ],
    "The Taliban lead. Islamic State militants hold two districts in Nangarhar.": [
        ("two", "control", "Islamic State militants", None)
    ],
    "The Taliban lead. IS fighters hold two districts in Nangarhar.": [
        ("two", "control", "IS fighters", None)
    ],
    "The Taliban advance. Some 95 districts had come under the group's control by June.": [
        ("95", "capture", "Taliban", "taliban")
    ],
    "Only 74 districts are under full government control.": [("74", "control", "government", None)],
    "Some 193 districts are held by the Taliban, 93 by the government and 12 by militias.": [
        ("193", "control", "Taliban", "taliban"),
        ("93", "control", "government", "afg-government"),
        ("12", "control", "militias", None),
    ],
    "Kabul still controls 100 districts; the insurgents, 200.": [
        ("100", "control", "Kabul", "afg-government"),
        ("200", "control", "insurgents", None),
    ],
    "Twelve districts came into the hands of others.": [("Twelve", "capture", "districts", None)],
    "Twelve districts had not come under anybody's control.": [],
    # left to somebody
    "The Taliban seized five districts, leaving only 27 under government control.": [
        ("five", "capture", "Taliban", "taliban"),
        ("27", "control", "government", "afg-government"),
    ],
    "The Taliban took three districts, leaving the army with just 27.": [
        ("three", "capture", "Taliban", "taliban"),
        ("27", "control", "army", "afg-government"),
    ],
    "The Taliban took three districts, leaving the army in control of 27.": [
        ("three", "capture", "Taliban", "taliban"),
        ("27", "control", "army", "afg-government"),
    ],
    "The troops left 12 districts, leaving the Taliban with 40 tanks.": [
        ("12", "leave", "districts", None),
        ("40", "leave", "tanks", None),
    ],
    # told again as a share
    "The Taliban control 224 of 421 districts, or 53 percent.": [
        ("224", "control", "Taliban", "taliban"),
        ("421", "total", "districts", None),
        ("53 percent", "control", "Taliban", "taliban"),
    ],
    "The Taliban hold 212 districts (52 percent), the army 73 (18 percent).": [
        ("212", "control", "Taliban", "taliban"),
        ("52 percent", "control", "Taliban", "taliban"),
        ("73", "control", "army", "afg-government"),
        ("18 percent", "control", "army", "afg-government"),
    ],
    "The Taliban hold 212 districts (52 percent) and 114 (28 percent) are contested.": [
        ("212", "control", "Taliban", "taliban"),
        ("52 percent", "control", "Taliban", "taliban"),
        ("114", "contest", "districts", None),
        ("28 percent", "control", "districts", None),
    ],
    # a grip, labels, numbers as they are spoken
    "The Taliban tightened their grip on two thirds of Takhar.": [
        ("two thirds", "control", "Taliban", "taliban")
    ],
    "Districts under Taliban control: 212.": [("212", "control", "Taliban", "taliban")],
    "Districts held by the Taliban: 212.": [("212", "control", "Taliban", "taliban")],
    "The Taliban control about 212, 213 districts.": [
        ("212, 213", "control", "Taliban", "taliban")
    ],
}


@pytest.mark.parametrize("text", AFTER)
def test_who_holds_what_is_counted(text: str) -> None:
    facts = [fact for fact in extract(read(text)) if fact.has_number]
    assert [
        (text[fact.start : fact.end], fact.action, fact.who, fact.actor) for fact in facts
    ] == AFTER[text]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The Taliban control 224 of 421 districts, or 53 percent.", "AFG"),
        ("The Taliban hold 12 of 28 districts of Badakhshan, or 43 percent.", "AF-BDS"),
        ("The Taliban captured 60 districts, or 14 percent of the country's 421.", "AFG"),
    ],
)
def test_a_share_told_again_is_of_what_the_count_is_of(text: str, of: str) -> None:
    [share] = [fact for fact in extract(read(text)) if fact.unit == "percent"]
    assert (share.kind, share.of) == ("control_share", of)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The Taliban held 80 districts until July 3.", dt.date(2021, 7, 3)),
        ("Until last week, the Taliban held 80 districts.", dt.date(2021, 7, 4)),
        ("Until last month 80 districts were under Taliban control.", dt.date(2021, 6, 30)),
        ("The Taliban held 80 percent of Takhar until July 3.", dt.date(2021, 7, 3)),
    ],
)
def test_what_was_held_until_a_day_is_of_that_day(text: str, last: dt.date) -> None:
    [fact] = extract(read(text))
    assert (fact.value, fact.when_end) == (80, last)


@pytest.mark.parametrize(
    "text",
    [
        "The army held 80 districts until recently.",
        "Until the fall of Herat the army held 80 districts.",
        "The Taliban once controlled 80 percent of Takhar.",
        "The army previously held 80 districts.",
        "The army used to hold 80 districts.",
    ],
)
def test_what_somebody_held_once_is_no_claim_of_now(text: str) -> None:
    facts, left = read_facts(read(text))
    assert not facts
    assert [number.exclusion for number in left] == ["former"]


@pytest.mark.parametrize(
    "text",
    [
        "Until now the army has held 80 districts.",
        "The Taliban once again control 80 districts.",
        "The Taliban, who once fought Russia, control 80 districts.",
        "The army took 80 districts that the Taliban held until May.",
    ],
)
def test_what_is_held_now_is_claimed(text: str) -> None:
    assert [fact.value for fact in extract(read(text)) if fact.has_number] == [80]


@pytest.mark.parametrize("text", AFTER)
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    words = text.split(" ")
    for stop in range(len(words)):
        broken = " ".join(words[:stop])
        assert all(fact.quote in broken for fact in extract(read(broken)))
