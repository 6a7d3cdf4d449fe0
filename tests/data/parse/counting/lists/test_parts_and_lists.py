"""Parts, lists and gaps: what is told of which number of a sentence, and of whom.

What a clause tells of a part it does not tell of the whole; a list counts all its members.
"""

from __future__ import annotations

import datetime as dt

import pytest

from data import lexicon
from data.article import Article
from data.fact import Fact
from data.parse import read_facts
from data.parse.words.verb_forms import event_verb_forms

Told = tuple[str, str, str, str | None]
"""Words of a number, kind, action and who is counted or holds it."""

CASES: dict[str, list[Told]] = {
    # a relative clause about a part
    "Nimroz has three crossings, two of which are in Taliban hands.": [
        ("three", "crossings", "count", "crossings"),
        ("two", "crossings", "control", "Taliban"),
    ],
    "The valley has 12 districts, nine of which are controlled by the Taliban.": [
        ("12", "districts", "count", "districts"),
        ("nine", "districts", "control", "Taliban"),
    ],
    "Some 40 soldiers, 12 of whom were officers, surrendered in Ghor.": [
        ("40", "personnel", "surrender", "soldiers"),
        ("12", "personnel", "surrender", "officers"),
    ],
    "Of 300 wounded, 40 of whom were women, half were taken to Herat.": [
        ("300", "casualties", "total", "wounded"),
        ("40", "casualties", "wound", "women"),
        ("half", "casualties", "take", "wounded"),
    ],
    # lists with members that no number counts, and with one
    "At least 60 guards and cooks and 14 drivers were injured in Ghor.": [
        ("60", "casualties", "wound", "guards"),
        ("14", "casualties", "wound", "drivers"),
    ],
    "Four guards, a cook and two drivers were killed.": [
        ("Four", "casualties", "kill", "guards"),
        ("two", "casualties", "kill", "drivers"),
    ],
    "A mine went off, killing four guards, one cook and two drivers.": [
        ("four", "casualties", "kill", "guards"),
        ("one", "casualties", "kill", "cook"),
        ("two", "casualties", "kill", "drivers"),
    ],
    "The shelling killed one guard and wounded 14 others.": [
        ("one", "casualties", "kill", "guard"),
        ("14", "casualties", "wound", "guard"),
    ],
    "One guard was shot dead, one official said.": [],
    "They said one guard was killed and three hurt.": [
        ("one", "casualties", "kill", "guard"),
        ("three", "casualties", "wound", "guard"),
    ],
    "Two guards were killed, one person said.": [("Two", "casualties", "kill", "guards")],
    "Two guards were killed and one man filmed it.": [("Two", "casualties", "kill", "guards")],
    "One gunman killed three guards.": [("three", "casualties", "kill", "guards")],
    "One mother lost three sons.": [("three", "casualties", "lose", "sons")],
    "One doctor and two nurses left Kabul after 12 people were killed.": [
        ("two", "personnel", "leave", "nurses"),
        ("12", "casualties", "kill", "people"),
    ],
    # what is refused to whom
    "Uzbekistan refused entry to 60 soldiers.": [
        ("60", "personnel", "refuse entry to", "soldiers")
    ],
    "Tajikistan denied asylum to 90 pilots.": [("90", "personnel", "deny asylum to", "pilots")],
    "The ministry denied the loss of 60 soldiers.": [],
    "The ministry denied entry of 60 soldiers into Pakistan.": [],
    # whose sum it is, and what another measure measures
    "Norway pledged $20 million, Sweden $30 million and the Example Bank $400 million.": [
        ("$20 million", "money", "pledge", "Norway"),
        ("$30 million", "money", "pledge", "Sweden"),
        ("$400 million", "money", "pledge", "Example Bank"),
    ],
    "Norway spent $20 million on Hiluxes and Humvees $5 million.": [
        ("$20 million", "money", "spend", "Norway"),
        ("$5 million", "money", "spend", "Norway"),
    ],
    "Norway pledged $20 million in aid and the Example Bank $5 million.": [
        ("$20 million", "money", "pledge", "Norway"),
        ("$5 million", "money", "pledge", "Example Bank"),
    ],
    "Norway pledged $20 million and a further $5 million.": [
        ("$20 million", "money", "pledge", "Norway"),
        ("$5 million", "money", "pledge", "Norway"),
    ],
    "An army of 9,000 defeated one of 7,000.": [
        ("9,000", "personnel", "count", "army"),
        ("7,000", "personnel", "count", "army"),
    ],
    # a name in quotes of its own
    'The movement "Taliban" (banned in Russia) controls 60% of the country.': [
        ("60%", "control_share", "control", "Taliban")
    ],
    # a list under a heading that says whose ground it counts
    "Districts seized by the militants:\n- five in Takhar\n- Ghor: three": [
        ("five", "districts", "capture", "militants"),
        ("three", "districts", "capture", "militants"),
    ],
    "Districts under Taliban control:\n- five districts in Takhar\n- Ghor: three": [
        ("five", "districts", "control", "Taliban"),
        ("three", "districts", "control", "Taliban"),
    ],
    # a share told before its figure, and what is no share of ground
    "An officer put the share of the country under Taliban control at 60 percent.": [
        ("60 percent", "control_share", "control", "Taliban")
    ],
    "The percentage of the country's districts held by the Taliban rose to 60%.": [
        ("60%", "control_share", "control", "Taliban")
    ],
    "The Pentagon puts Taliban control of Afghanistan at 60 percent.": [
        ("60 percent", "control_share", "control", "Taliban")
    ],
    "Taliban control of the country has come to 60 percent of its costs.": [
        ("60 percent", "other_count", "count", "costs")
    ],
    # a noun that says what was done
    "The rebels filmed the killing of 44 villagers.": [("44", "casualties", "kill", "villagers")],
    "The Taliban's seizure of four districts left three guards dead.": [
        ("four", "districts", "capture", "Taliban"),
        ("three", "casualties", "leave", "guards dead"),
    ],
    "The seizure of 12 districts in Takhar by the Taliban alarmed Dushanbe.": [
        ("12", "districts", "capture", "Taliban")
    ],
    "The Taliban seized Aybak, following its capture of five capitals.": [
        ("five", "capitals", "capture", "Taliban")
    ],
    "Guards were sent to prevent the capture of 12 districts.": [
        ("12", "districts", "count", "districts")
    ],
    "A fall of 20 percent was seen.": [("20 percent", "other_count", "count", None)],
    # a question that is only asked, and a list that begins with a vague number
    "One in three Afghans does not know where the next loaf will come from.": [
        ("One in three", "other_count", "count", "Afghans")
    ],
    "Two jeeps, a dozen vans and 70 rifles were captured, a clerk admitted.": [
        ("Two", "equipment", "capture", "jeeps"),
        ("a dozen", "equipment", "capture", "vans"),
        ("70", "equipment", "capture", "rifles"),
    ],
    # signs before a number
    "+30 soldiers": [],
}


def _facts(text: str) -> list[Fact]:
    article = Article(article_id="made-up", text=text, title="", published=dt.date(2021, 7, 9))
    return [fact for fact in read_facts(article)[0] if fact.has_number]


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_each_number_is_told_its_own(text: str, expected: list[Told]) -> None:
    found = [(text[f.start : f.end], f.kind, f.action, f.who) for f in _facts(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Under Taliban control of the country, exports fell to 60 percent.",
        "With Taliban control of the border at risk, tolls stand at 60 percent.",
        "Taliban control of the country means that growth is 60 percent.",
        "The share of the country under Taliban control, where prices rose to 60 percent, grew.",
    ],
)
def test_a_figure_of_something_else_is_no_share_of_ground_held(text: str) -> None:
    assert "control_share" not in [fact.kind for fact in _facts(text)]


def test_no_town_falls_of_which_a_part_is_held() -> None:
    text = "Herat has three crossings, two of which are in Taliban hands."
    article = Article(article_id="made-up", text=text, title="", published=None)
    assert "capture" not in {fact.kind for fact in read_facts(article)[0]}


@pytest.mark.parametrize(
    ("text", "destinations"),
    [
        ("Some 120 left the camp for Iran and 20 for Pakistan.", ["IRN", "PAK"]),
        (
            "Some 90 men left Herat for Iran, 20 for Pakistan and 5 for Qatar.",
            ["IRN", "PAK", "QAT"],
        ),
    ],
)
def test_each_goes_where_it_is_told_to_go(text: str, destinations: list[str]) -> None:
    assert [fact.destination for fact in _facts(text)] == destinations


def test_where_somebody_only_speaks_nothing_happened() -> None:
    text = (
        "The war in Afghanistan goes on.\nSpeaking in Doha, the US envoy said that talks would go "
        "on. Some 300 soldiers were killed last week."
    )
    assert [fact.places for fact in _facts(text)] == [("AFG",)]


def test_every_deed_is_that_of_a_verb() -> None:
    forms = {form for form, _ in event_verb_forms()}
    assert forms >= set(lexicon.count_words().deeds.values())


def test_a_deed_without_a_day_takes_over_none() -> None:
    text = "The deal fell through on 3 July. It ends after the deaths of 2,400 soldiers."
    assert [fact.when_start for fact in _facts(text)] == [None]


def test_a_signed_number_is_a_change() -> None:
    article = Article(article_id="made-up", text="+30 soldiers", title="", published=None)
    assert [left.exclusion for left in read_facts(article)[1]] == ["change"]
