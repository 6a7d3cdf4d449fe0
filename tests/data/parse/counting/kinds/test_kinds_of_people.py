"""What people are counted as: by their verb, by the words around them, by the article."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 25)

AIRLIFT = "The evacuation flights went on. Evacuees and visa holders were flown to bases abroad.\n"
FLIGHT = "Thousands are displaced. Refugees fled their homes.\n"


def kind(text: str, number: str) -> str | None:
    """The kind of the fact that a number of a text states."""
    article = Article(article_id="people", text=text, title="", published=PUBLISHED)
    found = [fact for fact in extract(article) if fact.has_number]
    return next((f.kind for f in found if text[f.start : f.end] == number), None)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("40 people were killed and 12 are missing.", "12", "other_count"),
        ("40 soldiers were killed, 12 are still missing.", "12", "personnel"),
        ("At least 40 dead, 12 missing after the flood.", "12", "other_count"),
        ("The flood killed 100 people, and dozens remain missing.", "dozens", "other_count"),
        ("4 civilians are missing.", "4", "other_count"),
        ("The plane took off from Kabul with 240 people on board.", "240", "evacuated"),
        ("It took some 50 diplomats out of Kandahar.", "50", "evacuated"),
        ("The United States moved 12,000 people to safety.", "12,000", "evacuated"),
        ("Denmark offers a stay to 45 Afghans who worked at its embassy.", "45", "evacuated"),
        ("Around 150 French citizens are still in Kabul.", "150", "evacuated"),
        ("At the peak of the surge there were 100,000 Americans there.", "100,000", "personnel"),
        ("The embassy employs 1,200 people.", "1,200", "personnel"),
        ("The hospital has 40 doctors and 90 nurses.", "90", "personnel"),
        ("Some 300,000 civil servants wait for their pay.", "300,000", "personnel"),
        ("A strike by 200 teachers goes on.", "200", "other_count"),
        ("Al-Qaeda has 400 members in the south.", "400", "personnel"),
        ("More than 500 young men have joined the uprising.", "500", "personnel"),
        ("Some 300 Russian and Uzbek troops trained there.", "300", "personnel"),
        ("Some 300 people in the region face famine.", "300", "other_count"),
        ("They searched the homes of six lawmakers.", "six", "other_count"),
        ("Some 900 were killed and 6,000 are under arrest.", "6,000", "other_count"),
        ("A mullah was killed along with 14 militants.", "14", "casualties"),
        ("The latest were three medics, whose bodies were found.", "three", "casualties"),
        ("The number of troops killed or captured reached 100.", "100", "casualties"),
        ("They killed, wounded or captured 90 soldiers.", "90", "casualties"),
        ("A raid to kill or capture 12 officers failed.", "12", "personnel"),
        ("Guards killed or captured 30 men, and captured 40 soldiers.", "40", "personnel"),
        ("Around 80 soldiers are said to have been killed or captured.", "80", "casualties"),
        ("Among the killed militants were four local commanders.", "four", "casualties"),
        ("Some 400 were killed. About 300 Danes are thought to be there.", "300", "other_count"),
        ("Children die in the north, home to 1.3 million villagers.", "1.3 million", "other_count"),
        ("Some 90 villagers remain", "90", "other_count"),
        ("Some 90 villagers remain internally displaced.", "90", "displaced"),
        ("An estimated 150,000 people remain displaced by insecurity.", "150,000", "displaced"),
        ("Of 15,000 IDPs, 35% are women and 25% men.", "25%", "displaced"),
        ("Of 15,000 IDPs, 35% are women; this includes 200 nurses.", "200", "displaced"),
        ("Three of the wounded are in hospital.", "Three", "casualties"),
        ("A camp for up to 5,000 is being built.", "5,000", "displaced"),
        ("The dead include 59 civilians and 21 soldiers.", "21", "casualties"),
        ("They killed 30 civilians along with 17 soldiers.", "17", "casualties"),
        ("The blast left five nurses and a driver dead.", "five", "casualties"),
        ("The toll is 12 civilians dead, including children.", "12", "casualties"),
        ("Thousands continue to be driven from their villages.", "Thousands", "displaced"),
        ("Police detained 300 migrants on the coast.", "300", "displaced"),
        ("Five smugglers helped migrants to enter the country.", "Five", "other_count"),
        ("Some 300 people are waiting at the border with Iran.", "300", "displaced"),
        ("About 84 people from the Afghan army came over.", "84", "personnel"),
        ("Some 300 members of the Afghan military went home.", "300", "personnel"),
        ("It has 9,000 Special Immigrant Visa (SIV) applicants.", "9,000", "evacuated"),
        ("The passenger count for those flights was 3,800.", "3,800", "evacuated"),
        ("The count of cellists is 12.", "12", "other_count"),
        ("The flood killed nobody; 80,000 people were affected by it.", "80,000", "other_count"),
        ("Some 1,400 people were infected in camps.", "1,400", "other_count"),
        ("Some 17 soldiers suffered injuries.", "17", "casualties"),
        ("The clash cost the rebels seven members killed.", "seven", "casualties"),
        ("Two people fell from a plane that took off.", "Two", "casualties"),
        ("About 600 Taliban have been liquidated.", "600", "casualties"),
        ("The refugees, who included 64 boys, had crossed.", "64", "displaced"),
        ("Over 2.7 million people have had to leave their homes.", "2.7 million", "displaced"),
        ("Some 40 Uzbeks, a clan of herders living in X, crossed it.", "40", "displaced"),
        ("Some 33,000 people were evacuated from the zone in Kyrgyzstan.", "33,000", "displaced"),
        ("The council looks for accommodation for 25 families.", "25", "displaced"),
        ("Italy left 30 interpreters behind in Kabul.", "30", "evacuated"),
        ("There are 350 U.S. citizens in Kabul trying to leave.", "350", "evacuated"),
        ("Planes flew out 81 Danes, as well as four soldiers.", "four", "evacuated"),
        (
            "Around 150,000 residents of the district were unable to leave.",
            "150,000",
            "other_count",
        ),
        ("More than 30 volunteers helped to set up flats.", "30", "other_count"),
        ("Over 27 migrants crossing the Iranian border were caught.", "27", "displaced"),
    ],
)
def test_kind_of_people_in_a_sentence(text: str, number: str, expected: str) -> None:
    assert kind(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (AIRLIFT + "About 900 people were housed in barracks.", "900", "evacuated"),
        (AIRLIFT + "Some 20 refugees had reached the county.", "20", "evacuated"),
        (AIRLIFT + "About 900 people crossed into Pakistan.", "900", "displaced"),
        (AIRLIFT + "Some 64% of voters back the decision to leave.", "64%", "other_count"),
        (AIRLIFT + "Six smugglers are on trial.", "Six", "other_count"),
        (
            AIRLIFT + "There are fears 300 Afghans who want to flee may be left behind.",
            "300",
            "evacuated",
        ),
        (AIRLIFT + "The flights left Kabul with about 6,400 people.", "6,400", "evacuated"),
        (FLIGHT + "Some 300 technicians are needed.", "300", "other_count"),
        (FLIGHT + "The agency reached 8 million people with food.", "8 million", "other_count"),
        ("Evacuation goes on. Albania can house up to 4,000 Afghans.", "4,000", "evacuated"),
        (AIRLIFT + "Some 5,000 troops are there, up from 4,000.", "4,000", "personnel"),
        (FLIGHT + "About 900 people were housed in schools.", "900", "displaced"),
        ("About 600 soldiers deserted. At least 15 more fled.", "15", "personnel"),
        ("X is sending 3,000 troops to fly out staff, and Britain about 600.", "600", "personnel"),
        ("Among the arrivals were 11 women and 3 children.", "3", "displaced"),
    ],
)
def test_kind_of_people_in_an_article(text: str, number: str, expected: str) -> None:
    assert kind(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Up to 7,000 people were exposed to the quake.", "7,000", "other_count"),
        ("The floods affected about 900 people in two valleys.", "900", "other_count"),
        ("Last week 1,300 people received food in the valley.", "1,300", "other_count"),
        ("Some 90 people who had fled the valley received food.", "90", "displaced"),
        ("Police arrested five men near the army base.", "five", "other_count"),
        ("Guards were attacked and 60 villagers abducted.", "60", "other_count"),
        ("Some 400 Afghans were let in on Friday.", "400", "displaced"),
        (
            "With the gate shut, 700 people are stuck on either side of the border.",
            "700",
            "displaced",
        ),
    ],
)
def test_a_flight_elsewhere_in_the_article_makes_nobody_flee(
    text: str, number: str, expected: str
) -> None:
    assert kind(FLIGHT + text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Chile is to resettle 80 refugees evacuated by Spain.", "80", "evacuated"),
        ("Chile will take in 80 refugees who had been airlifted by Spain.", "80", "evacuated"),
        ("Chile will take in 80 refugees.", "80", "displaced"),
        ("They secured the departure of 4,000 Danish nationals.", "4,000", "evacuated"),
        ("The departure of 300 soldiers was watched from afar.", "300", "personnel"),
        ("Thousands are still trying to flee the country.", "Thousands", "evacuated"),
        ("Thousands are still trying to flee to Pakistan.", "Thousands", "displaced"),
    ],
)
def test_who_is_taken_in_may_have_been_flown_out(text: str, number: str, expected: str) -> None:
    opening = AIRLIFT if "trying" in text else ""
    assert kind(opening + text, number) == expected
