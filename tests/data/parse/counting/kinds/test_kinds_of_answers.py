"""Kinds that are told elsewhere: in a question, behind a list, by whom ground goes to."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of


def kinds(text: str) -> list[tuple[str, str]]:
    """The number expressions of a text that state facts, with their kinds."""
    facts = sorted((f for f in facts_of(text) if f.has_number), key=lambda fact: fact.start)
    return [(text[f.start : f.end], str(f.kind)) for f in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Q: How many guards do you have there?\nMR. COLE: We've got 700 on the airfield.",
            [("700", "personnel")],
        ),
        (
            "Two flights left.\nQ: How many guards are there?\nMR. COLE: I would put it at 700.",
            [("Two", "other_count"), ("700", "personnel")],
        ),
        (
            "Q: Do you still have 900 guards there?\nMR. COLE: We have 700, and they stay.",
            [("700", "personnel")],
        ),
        ("Q: How many guards are there?\nMR. COLE: I saw 12 dogs.", [("12", "other_count")]),
        ("Q: How are they?\nMR. COLE: We've got 700 on the airfield.", []),
        (
            "Some 900 guards stay.\nQ: How many of those are Danes?\nMR. COLE: Several hundred.",
            [("900", "personnel"), ("Several hundred", "other_count")],
        ),
        (
            "Q: Do you have enough guards?\nMR. COLE: We had three dozen.",
            [("three dozen", "personnel")],
        ),
        ("Q: And the guards?\nMR. COLE: Two, it has begun to rain.", []),
    ],
)
def test_an_answer_counts_what_is_asked_for(text: str, expected: list[tuple[str, str]]) -> None:
    told = [
        (number, "other_count" if kind == "equipment" else kind) for number, kind in kinds(text)
    ]
    assert told == expected


AIRLIFT = "The evacuation of Kabul goes on; planes take off with evacuees. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have moved more than 8,700 out of the city.", [("8,700", "evacuated")]),
        ("Canada has got 2,700 out.", [("2,700", "evacuated")]),
        ("They hold 12 out of the 34 capitals.", [("12", "capitals"), ("34", "capitals")]),
    ],
)
def test_who_is_got_out_of_a_place_is_no_part_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(AIRLIFT + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twelve guards and three members of a pro-government militia are among the dead.",
            [("Twelve", "casualties"), ("three", "casualties")],
        ),
        (
            "Twelve guards and three members of the council, a body of elders, are among the dead.",
            [("Twelve", "casualties"), ("three", "casualties")],
        ),
        (
            "Twelve guards and three elders met the dead man's sons.",
            [("Twelve", "personnel"), ("three", "other_count")],
        ),
        ("Five of the guards had bullet wounds.", [("Five", "casualties")]),
        ("Two gunmen had been hit in the shelling.", [("Two", "casualties")]),
        ("The clinic has 90 patients with war-related injuries.", [("90", "casualties")]),
        ("The clinic has 90 patients with a fever.", [("90", "other_count")]),
        (
            "Of the nine deminers killed so far, two died in May.",
            [("nine", "casualties"), ("two", "casualties")],
        ),
        (
            "The ministry wrote: 61 Taliban in 4 provinces killed and 20 hurt.",
            [("61", "casualties"), ("4", "districts"), ("20", "casualties")],
        ),
    ],
)
def test_the_dead_and_hurt(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine districts changed hands: six went to the rebels and three came back to the army.",
            [("Nine", "districts"), ("six", "districts"), ("three", "districts")],
        ),
        (
            "Shells killed 20 civilians and drove 4,000 from their homes.",
            [("20", "casualties"), ("4,000", "displaced")],
        ),
        (
            "Some 90 families (about 600 people) reached Kunduz city from Khanabad.",
            [("90", "displaced"), ("600", "displaced")],
        ),
        (
            "Some 1.3 million, a fifth of the population, have been uprooted.",
            [("1.3 million", "displaced"), ("a fifth", "displaced")],
        ),
        (
            "They forced 1.3 million people, or 6 percent of the population, from their homes.",
            [("1.3 million", "displaced"), ("6 percent", "displaced")],
        ),
        (
            "The Taliban took five Humvees in Takhar. Another 40 had handed over their rifles.",
            [("five", "equipment"), ("40", "personnel")],
        ),
        (
            "Some 3,100 have died, half of them civilians, and nearly 700,000 are uprooted.",
            [("3,100", "casualties"), ("half", "casualties"), ("700,000", "displaced")],
        ),
        (
            "In all 66 died, 41 rebels among them and 25 guards, five of them officers.",
            [
                ("66", "casualties"),
                ("41", "casualties"),
                ("25", "casualties"),
                ("five", "casualties"),
            ],
        ),
        (
            "Denmark will cut its 4,100-strong force by half.",
            [("4,100", "personnel"), ("half", "personnel")],
        ),
        (
            "With the pullout 90 percent done, 350 Americans will stay.",
            [("90 percent", "progress_share"), ("350", "personnel")],
        ),
        (
            "He lost five soldiers there; more than 60,000 have fled since.",
            [("five", "casualties"), ("60,000", "displaced")],
        ),
        (
            "Of the 45 men in his post, nine were dead by dawn.",
            [("45", "other_count"), ("nine", "casualties")],
        ),
        (
            "In June 134 guards crossed, at the start of July 1,037.",
            [("134", "personnel"), ("1,037", "personnel")],
        ),
        ("They seized a border crossing, the third to fall in a week.", [("third", "crossings")]),
        ("They seized a truck, the third to fall in a week.", []),
        (
            "The line is held by 900 reservists, and 400 more stand in readiness.",
            [("900", "personnel"), ("400", "personnel")],
        ),
        (
            "Thirty gunners came back. The girls stayed. The girls. Some 90 of them are at school.",
            [("Thirty", "personnel"), ("90", "other_count")],
        ),
        ("Some 900 inmates fled the jail.", [("900", "other_count")]),
        (
            "Of 5 million in need, 1 million have been reached.",
            [("5 million", "other_count"), ("1 million", "other_count")],
        ),
        ("A general urged 9,000 residents to leave.", [("9,000", "other_count")]),
        ("We can take 5,000 Afghans this year.", [("5,000", "displaced")]),
        ("It was the fifth such crossing in a week.", [("fifth", "other_count")]),
        ("It was the fifth crossing to fall in a week.", [("fifth", "crossings")]),
        ("Residents put the dead at five.", [("five", "casualties")]),
        ("The talks with the dead man's sons began at five.", []),
        (
            "Togo may bring in 900 soldiers; Ghana has already flown in 150.",
            [("900", "personnel"), ("150", "personnel")],
        ),
        ("The jail at Khost, with some 400 inmates, has surrendered.", [("400", "other_count")]),
        ("With 25 vehicles type Ranger they left Ishkamish.", [("25", "equipment")]),
        ("Rwanda has brought in 800 men.", [("800", "personnel")]),
        ("A commander gave up with his men. He put their number at 300.", [("300", "personnel")]),
    ],
)
def test_what_a_number_goes_on_with(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 900,000 Afghans live in Iran.", [("900,000", "displaced")]),
        (
            "Pakistan feeds 900,000 Afghans, half of them unregistered.",
            [("900,000", "displaced"), ("half", "displaced")],
        ),
        ("Some 900 Afghans live in Denmark.", [("900", "other_count")]),
        ("Some 900 Afghans live in Kunduz.", [("900", "other_count")]),
        ("Iran shelters Afghans: 900,000 hold refugee cards.", [("900,000", "displaced")]),
        (
            "Two of the three terminals on the border are shut.",
            [("Two", "crossings"), ("three", "crossings")],
        ),
        (
            "Two of the airport's three terminals are shut.",
            [("Two", "other_count"), ("three", "other_count")],
        ),
    ],
)
def test_who_lives_next_door(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 40 trucks wait. He said that of 9,000 who had crossed, 300 had gone back.",
            [("40", "equipment"), ("9,000", "displaced"), ("300", "displaced")],
        ),
        (
            "At Chaman 70 trucks are stranded. He said 2,000 people entered on Friday.",
            [("70", "equipment"), ("2,000", "displaced")],
        ),
        (
            "Some 28 people who came into contact with him were quarantined.",
            [("28", "other_count")],
        ),
        (
            "He commands 3,000 men; at its height the base held 20,000.",
            [("3,000", "personnel"), ("20,000", "personnel")],
        ),
        ("Soldiers had held 60 men in a school.", [("60", "other_count")]),
        ("The embassy, with 700 people on its staff, is shut.", [("700", "personnel")]),
        ("A mission found 300 households in the open.", [("300", "displaced")]),
        (
            "Shells killed eight, three of them from one family, and wounded 16.",
            [("eight", "casualties"), ("three", "casualties"), ("16", "casualties")],
        ),
        (
            "The defence secretary says that 90 more troops will go, taking the total to 600.",
            [("90", "personnel"), ("600", "personnel")],
        ),
    ],
)
def test_whom_a_bare_number_or_a_verb_of_holding_counts(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He counted 200 passengers on a plane built for 110.",
            [("200", "evacuated"), ("110", "other_count")],
        ),
        ("Some 3,000 Danes live in Afghanistan.", [("3,000", "other_count")]),
        (
            "Seventeen flights landed; Qatar has taken 7,000.",
            [("Seventeen", "other_count"), ("7,000", "evacuated")],
        ),
        ("Hundreds slept on the tarmac.", [("Hundreds", "evacuated")]),
        (
            "Q: How many people are inside the gates?\nMR. COLE: I would put it at 9,000.",
            [("9,000", "evacuated")],
        ),
    ],
)
def test_who_waits_in_an_airlift(text: str, expected: list[tuple[str, str]]) -> None:
    told = kinds(AIRLIFT + text)
    assert [(n, "other_count" if k == "equipment" else k) for n, k in told] == expected


def test_how_many_more_than_before_is_no_count() -> None:
    assert kinds("There were 16 raids, 5 more than a year before.") == [("16", "other_count")]
    assert kinds("There were 16 raids, 5 fewer than in May.") == [("16", "other_count")]


@pytest.mark.parametrize("text", ["They moved 900 out of the", "How many of?\nA: We have 700."])
def test_a_text_cut_short_is_read(text: str) -> None:
    kinds(text)
