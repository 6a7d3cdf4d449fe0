"""A capital stands for its government where the lexicon's examples say so, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data import lexicon
from data.article import Article
from data.countries import Countries, article_countries
from data.lexicon.names import Cue
from data.parse import extract


def countries_of(text: str) -> Countries:
    return article_countries(Article(article_id="a", text=text, title=""))


def _cues() -> Iterator[Cue]:
    metonymy = lexicon.metonymy()
    for name in vars(metonymy):
        cue = getattr(metonymy, name)
        if isinstance(cue, Cue):
            yield cue


@pytest.mark.parametrize("text", [text for cue in _cues() for text in cue.examples])
def test_example_is_about_a_government(text: str) -> None:
    assert countries_of(text).via_capital


@pytest.mark.parametrize("text", [text for cue in _cues() for text in cue.counterexamples])
def test_counterexample_is_about_a_town(text: str) -> None:
    assert not countries_of(text).via_capital


@pytest.mark.parametrize(
    "text",
    [
        "Both Moscow and Beijing kept their embassies open.",
        "Moscow, Beijing and Tehran have all met the group.",
        "Dushanbe, meanwhile, called up reservists.",
        "Islamabad, which denies it, wants a deal.",
        "The Washington-backed government fell.",
        "Kabul Slams Neighbour Over Shelling",
        "NEW DELHI SAYS IT WILL HELP",
        "Berlin: deportation flight called off",
        "Taliban take three districts: Kabul",
        "According to Tashkent, all were sent back.",
        "Moscow’s 7,000 troops will stay.",
        "The deal between Kabul and the insurgents failed.",
    ],
)
def test_stands_for_a_government(text: str) -> None:
    assert countries_of(text).via_capital


@pytest.mark.parametrize(
    "text",
    [
        "KABUL, Aug 3 (Agency) - A bomb went off.",
        "MOSCOW. July 8 (Agency) - The sides will meet.",
        "ISLAMABAD: The army chief met the envoy on Monday.",
        "Kabul, July 9 – The rebels advance.",
        "The delegation, which visited Moscow earlier this week, left.",
        "By Ann Example in Kabul and Ben Example in London",
        "A team trained in Ankara, Rome and Madrid.",
        "It was 3:00 am Washington time.",
        "Kabul's Hamid Karzai airport is crowded.",
        "The Washington Post reported it.",
        "The Doha agreement was signed in 2020.",
        "The Pentagon now speaks of 3,000 troops.",
        "The White House said so.",
        "Related topics: Kabul, Afghanistan",
    ],
)
def test_is_a_town_or_a_building(text: str) -> None:
    assert not countries_of(text).via_capital


@pytest.mark.parametrize(
    ("text", "actor", "places"),
    [
        ("Kabul blast kills at least 12, injures 30", None, ("AF-KAB",)),
        ("The Kabul raid killed 12 people.", None, ("AF-KAB",)),
        ("Kabul explosion leaves 12 dead", None, ("AF-KAB",)),
        ("Kandahar blast kills 12", None, ("AF-KAN",)),
        ("Kabul kills 12 rebels in Helmand", "afg-government", ("AF-HEL",)),
    ],
)
def test_what_happens_in_a_capital_is_no_deed_of_its_government(
    text: str, actor: str | None, places: tuple[str, ...]
) -> None:
    fact = extract(Article(article_id="x", text=text, title="", published=None))[0]
    assert (fact.actor, fact.places) == (actor, places)
