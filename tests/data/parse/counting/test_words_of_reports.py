"""Words of reports: what the verb or the noun that a number goes with makes of it."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract


def facts(text: str) -> list[Fact]:
    """The facts with a number in a text."""
    published = dt.date(2021, 8, 25)
    article = Article(article_id="words", text=text, title="", published=published)
    return [fact for fact in extract(article) if fact.has_number]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Thirteen of our own did not come home.", "Thirteen", "casualties"),
        ("Fifty-nine soldiers never came home.", "Fifty-nine", "casualties"),
        ("Three passengers did not survive.", "Three", "casualties"),
        ("Nine rebels paid with their lives.", "Nine", "casualties"),
        ("The war cost 40 soldiers their lives.", "40", "casualties"),
        ("The militants put four policemen to death.", "four", "casualties"),
        ("The army laid 22 soldiers to rest.", "22", "casualties"),
        ("Some 40 soldiers fell in the fighting.", "40", "casualties"),
        ("More than 900 civilians have fallen victim to the war.", "900", "casualties"),
        ("Twelve people sustained burns.", "Twelve", "casualties"),
        ("Six policemen were poisoned.", "Six", "casualties"),
        ("Eight people were crushed in the crowd at the airport.", "Eight", "casualties"),
        ("Nine men were kidnapped and shot in Ghazni.", "Nine", "casualties"),
        ("The assassination of two judges shocked the city.", "two", "casualties"),
        ("The Taliban sustained losses of 100 men.", "100", "casualties"),
        ("The number of victims reached 71.", "71", "casualties"),
        ("The surgical centre received more than 60 patients.", "60", "casualties"),
        ("Ambulances took 30 people to hospital.", "30", "casualties"),
        ("Thirty people were rushed to the hospital.", "Thirty", "casualties"),
        ("Some 40 people were hospitalised with gunshot wounds.", "40", "casualties"),
        (
            "They treated 482 with war wounds, a quarter of them women. Later 70 were admitted.",
            "70",
            "casualties",
        ),
        (
            "It puts the army's dead at 66,000, against 2,400 foreign soldiers.",
            "2,400",
            "casualties",
        ),
        ("The country mourns 36 soldiers.", "36", "casualties"),
        (
            "The blast hit a school; 36 percent of the victims were girls.",
            "36 percent",
            "casualties",
        ),
        ("The army moved three battalions to Herat.", "three", "personnel"),
        ("Italy trained two battalions.", "two", "other_count"),
        ("A warlord with 200 men arrived in Mazar.", "200", "personnel"),
        ("A brigade of 3,500 goes on standby.", "3,500", "personnel"),
        ("A unit of 50 men defended the town.", "50", "personnel"),
        ("The consulate kept a 20-strong local staff.", "20", "personnel"),
        ("Of his 80 relatives under arms he spoke often.", "80", "personnel"),
        ("The airport employs 1,400.", "1,400", "personnel"),
        ("The embassy that flies out its staff employs 4,200 people.", "4,200", "personnel"),
        ("He fled along with his 100 comrades.", "100", "personnel"),
        ("The rebels put the number of prisoners taken at 8,200.", "8,200", "personnel"),
        ("Some 2,000 volunteers signed up to fight.", "2,000", "personnel"),
        ("Some 900 people took part in the drill.", "900", "personnel"),
        ("Some 900 protesters took part.", "900", "other_count"),
        ("Some 40 women marched through Kabul.", "40", "other_count"),
        ("Troops from 36 states served there.", "36", "other_count"),
        ("More than 350 prisoners got out of jail.", "350", "other_count"),
        ("The Taliban got 350 prisoners out of jail.", "350", "other_count"),
        ("The Taliban set 40 inmates free.", "40", "other_count"),
        ("The floods left 300 people on the brink of famine.", "300", "other_count"),
        ("As many as 450 Afghan helpers are still stuck in Kabul.", "450", "evacuated"),
        ("Some 200 of their compatriots are in Kabul, waiting to leave.", "200", "evacuated"),
        ("Germany got 300 people out of Kabul.", "300", "evacuated"),
        ("A plane with 300 people on board landed in Tashkent.", "300", "evacuated"),
        ("A plane with 300 deported people on board landed in Kabul.", "300", "displaced"),
        ("Some 640 people fled Kabul aboard a C-17.", "640", "evacuated"),
        ("Pakistan let 4,000 people through.", "4,000", "displaced"),
        ("Tajikistan sent 345 ethnic Kyrgyz back to Afghanistan.", "345", "displaced"),
        ("The war has sent 300 families fleeing.", "300", "displaced"),
        ("Some 90 Afghans are smuggled into Iran every day.", "90", "displaced"),
        ("Iran threw out 300 Afghans.", "300", "displaced"),
        ("Some 4,000 people ran for their lives.", "4,000", "displaced"),
        ("Some 4,000 people sought safety in the city.", "4,000", "displaced"),
        ("Some 4,000 people went back to their villages.", "4,000", "displaced"),
        (
            "The number of migrants illegally crossing the border has exceeded 4,000.",
            "4,000",
            "displaced",
        ),
        ("Some 80 percent of those who fled are women.", "80 percent", "displaced"),
        ("The agency counted 300 new arrivals.", "300", "displaced"),
        (
            "Displaced in all: 5,000. Returned by force or of their own will: 640.",
            "640",
            "displaced",
        ),
        ("The eviction of 300 families was ordered.", "300", "displaced"),
        ("There are seven bridges over the Panj.", "seven", "crossings"),
        ("Three borders with Afghanistan are open for trade.", "Three", "crossings"),
        ("The rebels run around two thirds of the country.", "two thirds", "control_share"),
        (
            "The hospital has 184 war-wounded. The drought hit two thirds of the country.",
            "two thirds",
            "other_count",
        ),
        ("The rebels threaten 11 more of its 34 capitals.", "11", "capitals"),
        ("The wadi touches China along a mere 92 km.", "92 km", "border_length"),
        ("Half a billion dollars went into the base.", "Half a billion dollars", "money"),
        ("In Baharak district 80 enemy fighters gave up.", "80", "personnel"),
        ("At hour 7 the villagers came.", "7", None),
        ("The rebels' leader is 32; his father farms.", "32", None),
        ("The mullah, who is thought to be 53, was born there.", "53", None),
        (
            "The United States adds to its troops, which will then stand at 6,000.",
            "6,000",
            "personnel",
        ),
        ("A total of 1,006 are now confirmed killed.", "1,006", "casualties"),
        ("At least 40 are feared drowned.", "40", "casualties"),
        ("The mayor regrets the deaths of 36.", "36", "casualties"),
        ("He announced the evacuation of 300.", "300", "evacuated"),
        ("The loss of 12 to the dollar was small.", "12", None),
        ("Some 90,000 armed forces personnel are deployed.", "90,000", "personnel"),
        ("The militia has 5,000 under arms.", "5,000", "personnel"),
        ("On Saturday it captured 1,000 prisoners.", "1,000", "personnel"),
        ("Police captured 40 escaped prisoners.", "40", "other_count"),
        ("Half a billion in aid was frozen.", "Half a billion", "money"),
        (
            "Thousands have been crowding around the airport, trying to flee.",
            "Thousands",
            "evacuated",
        ),
        ("Nearly 800 people were let in, eleven injured among them.", "800", "displaced"),
        ("The price, from 80 reached to 86 afghanis.", "80", None),
        ("Flights stopped. A C-17 carried 90 Afghans to Qatar.", "90", "evacuated"),
        ("On the border stands 40 km of wall.", "40 km", "border_length"),
        ("Some 40 people are ill with covid in the camp.", "40", "other_count"),
        ("Of the troops of 35 member and partner states 2,000 are left.", "35", "other_count"),
        ("The militia admitted dozens of suspected members of al-Qaeda.", "dozens", "personnel"),
        ("It cost the state thousands of lives, billions, trillions.", "billions", None),
        ("Many fled the war. It will invest 52.6 million over three years.", "52.6 million", None),
        ("Two, we will stay in Kabul.", "Two", None),
        ("The raid killed six. It led to the protection of 12 women.", "12", "other_count"),
        ("Stuck with 15 of his pupils in a cellar, the head waited.", "15", "other_count"),
        ("The firm sends 400 more cooks back into the streets.", "400", "other_count"),
        ("Deals got 400 captives out of prisons.", "400", "other_count"),
        ("The rebels fled, taking six captives with them.", "six", "other_count"),
        (
            "Eighty people were flown out of Kabul. Nine of the 80 tested covid positive.",
            "80",
            "evacuated",
        ),
        ("Four in ten residents - over 800 - have been uprooted.", "Four in ten", "displaced"),
        ("Some 40 died. Iran hosts nine out of ten refugees.", "nine out of ten", "displaced"),
    ],
)
def test_word_tells_the_kind(text: str, number: str, expected: str | None) -> None:
    kinds = {text[fact.start : fact.end]: fact.kind for fact in facts(text)}
    assert kinds.get(number) == expected


@pytest.mark.parametrize(
    ("text", "action", "value"),
    [
        ("The Tajiks sent 134 soldiers back.", "return", 134),
        ("The army took 12 districts back.", "capture", 12),
        ("Berlin got another 300 people out of Kabul.", "evacuate", 300),
        ("Three girls were stabbed and killed while dancing.", "kill", 3),
        ("Twelve men were kidnapped and killed.", "kill", 12),
        ("Berlin will pay $300 to each.", "pay", 300),
    ],
)
def test_verb_is_read_whole(text: str, action: str, value: float) -> None:
    assert [(fact.action, fact.value) for fact in facts(text)] == [(action, value)]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("America flew 900 people out of Kabul.", "AFG"),
        ("America flies. A plane takes 300 people out of the country, it said.", None),
    ],
)
def test_nobody_is_taken_out_of_the_country_of_those_who_take(
    text: str, origin: str | None
) -> None:
    assert [fact.origin for fact in facts(text)] == [origin]
