"""Kinds that small words settle: soldiers called by their country, people stuck, the fallen."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of

MISSION = (
    "NATO troops have begun to leave Afghanistan. The contingent of Belgium is on its way home "
    "and soldiers of the alliance hand over their bases.\n"
)
TENTS = "Families fled their homes. The displaced live in tents.\n"


def kind(text: str, number: str) -> str | None:
    """The kind of the fact that a number of a text states."""
    facts = (fact for fact in facts_of(text) if fact.has_number)
    return next((f.kind for f in facts if text[f.start : f.end] == number), None)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The Norwegian contingent, now at its base, accounts for 190 people.", "190", "personnel"),
        ("The garrison numbers 640 people.", "640", "personnel"),
        ("The school numbers 640 people.", "640", "other_count"),
        ("Some 70 mechanics were on the payroll of the brigade.", "70", "personnel"),
        ("Some 70 mechanics were on the payroll of the town.", "70", "other_count"),
        ("A third of the 900 people on the army's rolls are gone.", "A third", "personnel"),
        ("The army lost four men, while 31 insurgents fell.", "31", "casualties"),
        ("In the raid 31 insurgents fell near the bridge.", "31", "casualties"),
        ("In the raid 31 insurgents fell back.", "31", "personnel"),
        ("There were no casualties among the 150 passengers.", "150", "evacuated"),
        ("No deaths were told of among the 40 drivers.", "40", "other_count"),
        ("Three people drowned and 12 were rescued.", "12", "other_count"),
        ("The army captured 14 men; the group put its losses at four.", "four", "casualties"),
        ("Portugal will take 50 Afghans.", "50", "displaced"),
        ("Gunmen took 50 Afghans.", "50", "other_count"),
        ("The khan says 2,000 men stand ready to defend Herat.", "2,000", "personnel"),
        ("Four soldiers and two civilians killed in Balkh blast", "Four", "casualties"),
        ("Six officers, 2 soldiers and a child hurt in Kabul", "Six", "casualties"),
        ("He met four soldiers and two civilians wounded in Balkh.", "four", "personnel"),
        ("There are 2,500 U.S. and 7,000 NATO troops in Kabul.", "2,500", "personnel"),
        ("Some 17 soldiers did not return from that valley.", "17", "casualties"),
        ("The clinic admitted 33 trauma patients.", "33", "casualties"),
        ("Police detained 33 men for crossing the frontier illegally.", "33", "displaced"),
        ("Police detained 33 men for selling tea illegally.", "33", "other_count"),
        (
            "Guards stopped 33 migrants and rounded up 14 others in the town.",
            "14",
            "displaced",
        ),
        ("Guards killed 33 gunmen and rounded up 14 others in the town.", "14", "personnel"),
        ("Some 12,000 Ruritanians have fled to Sudan.", "12,000", "displaced"),
        ("Some 70 Afghans are stranded at the zero point of Milak.", "70", "displaced"),
        ("Some 70 Afghan pupils are stuck in Peshawar.", "70", "displaced"),
        ("Twelve guards were killed, and 15 others were led away.", "15", "personnel"),
        ("Three of the rebel's guards were taken alive.", "Three", "personnel"),
        ("Omar Nuri and two officials gave themselves up in Herat.", "two", "personnel"),
        ("Eight Afghans had been let across the bridge at Hairatan.", "Eight", "displaced"),
        ("The raiders shot 90 villagers. Some 300 people have since left.", "300", "displaced"),
        ("Nine of ten provincial seats have fallen.", "Nine", "capitals"),
        ("All three gunmen are dead, the governor said.", "three", "casualties"),
        ("All three gunmen are in jail, the governor said.", "three", None),
        ("A cook was among the three killed on that side.", "three", "casualties"),
        ("Some 300 families fled the Fifth District of Kandahar.", "Fifth", None),
        ("People who have come since 2 August number 3,000.", "3,000", "displaced"),
        ("Iran says it is home to two million Afghans.", "two million", "displaced"),
        ("Pakistan let 400 stranded people through at Chaman.", "400", "displaced"),
        ("A plane from Multan with 225 people touched down at Ostend.", "225", "evacuated"),
        ("A train from Multan with 225 people pulled up at Ostend.", "225", "other_count"),
        ("The officer hopes to get 1,500 people home.", "1,500", "evacuated"),
        (TENTS + "Partners handed food to 900 people.", "900", "other_count"),
        (TENTS + "Around 110 people had been inside.", "110", "other_count"),
        ("They named the fallen. Nine of the dead had been in the house.", "Nine", "casualties"),
        ("Six soldiers died, he said, as well as three boys who were hit.", "three", "casualties"),
        ("Six soldiers came, he said, as well as three boys who were hit.", "three", "other_count"),
        ("Some 30 guards came; two with wounds were let in.", "two", "casualties"),
        ("They said they had killed 60 of them and captured 90.", "90", "personnel"),
        ("They said they had met 60 of them and captured 90.", "90", "other_count"),
        ("Some 158 people made their way over the Panj.", "158", "displaced"),
        (
            "Troops ran from Kunduz. The last group, 150 men, came out here; 213 crossed there.",
            "150",
            "personnel",
        ),
        (
            "Troops ran from Kunduz. The last group, 150 men, came out here; 213 crossed there.",
            "213",
            "personnel",
        ),
        (
            "Herders ran from Kunduz. The last group, 150 men, came out here.",
            "150",
            "displaced",
        ),
        ("Afghanistan is home to two million Afghans.", "two million", "other_count"),
        (TENTS + "Distribution of food for 900 people is on hold.", "900", "other_count"),
        (TENTS + "Rations were handed to 900 people.", "900", "other_count"),
        (TENTS + "The keys were handed to 900 people.", "900", "displaced"),
        ("Helicopters carried 42 injured people to Nairobi.", "42", "evacuated"),
        ("Ambulances carried 42 injured people to Nairobi.", "42", "casualties"),
        ("Helicopters carried four wounded soldiers to Nairobi.", "four", "casualties"),
        ("The khan's helicopter left at noon. On it were 60 people.", "60", "evacuated"),
        ("The khan's house burned at noon. In it were 60 people.", "60", "other_count"),
        ("The plane landed in Oslo. On board were 60 people.", "60", "evacuated"),
        ("The last soldiers landed in Oslo. On board were 60 men and women.", "60", "personnel"),
        ("Marshal Qadir's 800 men were seen on the road.", "800", "personnel"),
        ("The court's 800 men were seen on the road.", "800", "other_count"),
        (
            '"Seventy percent of the valley is ours," an elder said.',
            "Seventy percent",
            "control_share",
        ),
        (
            '"Seventy percent of the profit is ours," an elder said.',
            "Seventy percent",
            "other_count",
        ),
        (
            "Some 120 pupils had been taken. Six escaped, two of them while it rained.",
            "two",
            "other_count",
        ),
        (
            "Iran has returned the policemen, the border service reports.\nThere were 53 of them.",
            "53",
            "personnel",
        ),
        (
            "The fence near Chaman was cut. It rained. It snowed. Most of the 900km barrier is up.",
            "900km",
            "border_length",
        ),
        (
            "By dusk 60 lorries had gone over at Torkham and 20, all carrying figs, had come.",
            "20",
            "equipment",
        ),
        ("Some 40 arrivals crossed, among them 9 men, 11 women and 20 boys.", "20", "displaced"),
        (
            "Some 40 residents fled to Iran. The group consists of 9 men and 31 boys.",
            "31",
            "displaced",
        ),
        (
            "Some 40 men fled to Iran. By its word, among the arrivals are 9 boys.",
            "9",
            "displaced",
        ),
        (
            "Some 40 men fled to Iran. According to him, the group is made up of 9 boys.",
            "9",
            "displaced",
        ),
        ("Some 80 Afghans who had been driven out of Kunduz are in Kabul.", "80", "displaced"),
        ("Some 800 people came across the Channel in small boats.", "800", "displaced"),
    ],
)
def test_small_words_tell_what_people_are(text: str, number: str, expected: str) -> None:
    assert kind(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("There were 300 Danes in Helmand when the withdrawal began.", "300", "personnel"),
        ("Spain, too, is gone; 24 Spaniards landed in Madrid, its army said.", "24", "personnel"),
        ("There were 300 Afghans in the mission.", "300", "other_count"),
    ],
)
def test_nationals_are_soldiers_in_an_article_about_these(
    text: str, number: str, expected: str
) -> None:
    assert kind(MISSION + text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The plan asks for $3 million to feed 4,000 people.", "4,000", "other_count"),
        ("The plan asks for money to feed 4,000 people who fled Kunduz.", "4,000", "displaced"),
    ],
)
def test_whom_somebody_wants_to_help_has_not_fled(text: str, number: str, expected: str) -> None:
    assert kind(TENTS + text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Close to 300 people have returned since Monday, officials said.", "300", "evacuated"),
        ("Close to 300 Afghans have returned since Monday, officials said.", "300", "displaced"),
        ("Close to 300 people were deported to their villages.", "300", "displaced"),
    ],
)
def test_who_is_back_in_an_airlift_was_flown_there(text: str, number: str, expected: str) -> None:
    opening = "Evacuees and passengers of the airlift were flown to Delhi.\n"
    assert kind(opening + text, number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government is left with half of the 34 capitals.", ["half government"]),
        (
            "The army is left with a third of the land, and the Taliban with over half of Takhar.",
            ["a third army", "half Taliban"],
        ),
        ("The rout leaves the army with a quarter of the country.", ["a quarter army"]),
        ("The trader is left with half of the 34 melons.", []),
    ],
)
def test_a_share_is_held_by_who_is_left_with_it(text: str, expected: list[str]) -> None:
    held = [fact for fact in facts_of(text) if fact.kind == "control_share"]
    assert [f"{text[fact.start : fact.end]} {fact.who}" for fact in held] == expected


@pytest.mark.parametrize("text", ["They took in 90 wounded, half of them under 16."])
def test_an_age_behind_them_counts_nobody(text: str) -> None:
    assert [text[fact.start : fact.end] for fact in facts_of(text)] == ["90", "half"]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Some 40 rebels in three towns were killed.", "40", "casualties"),
        ("Some 40 rebels and three towns were hit.", "40", "personnel"),
        ("There are 90 registered and some 40 unregistered Afghans in Turkey.", "90", "displaced"),
        ("The thousand soldiers who held the fort are gone.", "thousand", "personnel"),
        ("The thousand is an old unit.", "thousand", None),
        ("Refugees wait in a camp. Their number has grown to 4,000.", "4,000", "displaced"),
        ("The number of injured is now 18.", "18", "casualties"),
        ("The Taliban took four checkpoints in Panjshir.", "four", "other_count"),
        ("The Taliban took four checkpoints on the Tajik border.", "four", "crossings"),
        ("The Taliban took four checkpoints, among them Hairatan.", "four", "crossings"),
        (
            "Troops killed so far: 90.\n\nOthers, including men of smaller states: 12.",
            "12",
            "casualties",
        ),
        (
            "Six guards fled. In Balkh, inmates are free. A clerk puts their number at 900.",
            "900",
            "other_count",
        ),
        (
            "Some 90 soldiers withdrew. The soldiers came by Ruzvay (60 people) and Langar (30).",
            "60",
            "personnel",
        ),
    ],
)
def test_whom_a_number_counts_by_what_stands_around(
    text: str, number: str, expected: str | None
) -> None:
    assert kind(text, number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two attack aircraft and eight tanks stood there.", ["count", "count"]),
        ("They saw 90 men of the armed forces and 40 cooks.", ["count", "count"]),
        ("They saw 90 men killed and 40 wounded.", ["kill", "wound"]),
        ("Some 130 soldiers were disarmed, and the rest fled to Iran.", ["count"]),
        ("Some 130 soldiers and 40 guards fled to Iran.", ["flee", "flee"]),
    ],
)
def test_no_verb_is_read_from_the_name_of_those_before(text: str, expected: list[str]) -> None:
    assert [fact.action for fact in facts_of(text) if fact.has_number] == expected
