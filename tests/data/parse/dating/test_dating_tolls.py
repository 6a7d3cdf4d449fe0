"""Tolls, flights and round numbers: what a text tells once with its day and again without it."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.telling_days import dates_of

BLAST = "At least nine people were killed in a blast in Herat on Tuesday, police said. "


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # told by another source, with other times and vague words between
        (BLAST + "So far we have reports of eleven killed, a doctor said.", 11),
        (
            BLAST + "The town has been calm since 2014. Roads were shut. It rained. "
            "A hospital said that eleven people were killed.",
            11,
        ),
        (BLAST + "The agency says there are 11 deaths.", 11),
        (BLAST + "Fighting went on for years here. In all of it, 11 were hurt by the blast.", 11),
        # however far below, where the sentence names the event
        (BLAST + "People wept. " * 12 + "About 40 men were hurt in the blast.", 40),
        # the day of the event stands only further below
        (
            (
                "The attack on a shrine in Herat killed 90 people, a doctor said. Shops closed. "
                "Streets were empty. Relatives came. It rained. Clouds hung low. Few spoke. "
                "A guard stood at the site of Tuesday's attack."
            ),
            90,
        ),
        # a picture above has a day of its own
        (
            (
                "Shelling kills 7 in Idlib\n\n"
                "Men cover a body as they carry it from a house hit by artillery fire in the "
                "village of Sarja, Syria, July 8, 2021.\n\n"
                "SARJA, SYRIA - Artillery fire killed seven civilians, a monitor said Thursday.\n\n"
                "The shelling hit the village late Tuesday.\n"
            ),
            7,
        ),
    ],
)
def test_toll_is_of_the_day_of_the_event(text: str, number: float) -> None:
    assert set(dates_of(text, number)) == {"2021-07-06"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # another place, another event, another time
        (BLAST + "The street was busy in recent weeks. In Kunduz, 12 men were killed.", 12),
        (BLAST + "The street was busy in recent weeks. Another bomb killed 12 men.", 12),
        (BLAST + "Meanwhile, 12 men were killed in Kunduz, officials said.", 12),
        (BLAST + "Twelve men were shot a few days later.", 12),
        # a war, a sum, a perfect
        (BLAST + "It was cold in recent weeks. They mourn the deaths of thousands.", 1000),
        (BLAST + "He said in recent weeks 12 men have been killed and 31 injured.", 31),
        (BLAST + "The group said that it had killed 31 men.", 31),
    ],
)
def test_dead_of_another_event_are_not_of_its_day(text: str, number: float) -> None:
    assert dates_of(text, number) == [None]


def test_tolls_of_two_days_leave_a_third_undated() -> None:
    text = BLAST + "A raid killed 30 men on Wednesday. It was cold in recent weeks. "
    assert dates_of(text + "A doctor said that 12 people were killed.", 12) == [None]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # those aboard the flight told of
        (
            (
                "A flight brought 168 people to Delhi on Sunday. They were tested. "
                "The plane, which was also carrying 24 monks, landed at a base."
            ),
            24,
            "2021-07-04",
        ),
        (
            (
                "A flight brought 168 people to Delhi on Sunday. They were tested. "
                "The earlier flights were also carrying 24 monks."
            ),
            24,
            None,
        ),
        # a round number of nowadays in the lead, and the exact one of a day below
        (
            (
                "Hundreds of guards now live in Iran.\n"
                "A total of 1,037 guards fled across the river on Sunday, Tehran said.\n"
            ),
            100,
            None,
        ),
        # hours written with a hyphen
        ("In the past 48-hours, 15 lorries arrived in Herat.", 15, "2021-07-07 to 2021-07-09"),
        # what goods are for, and the day by which another number is due
        (
            "On Tuesday a plane landed with 12 tons of supplies to treat 6,500 patients.",
            6500,
            None,
        ),
        (
            "Some 65,000 Afghans are to find homes, if all goes well, and another 300 by August.",
            65000,
            None,
        ),
    ],
)
def test_told_again(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text, number) == [expected]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Many have died since the army took power on May 1. As of July 5, the toll was 906.",
            906,
            "2021-05-01 to 2021-07-05",
        ),
        (
            (
                "Help has reached the town that an earthquake struck on July 2. As of late Monday, "
                "the agency had counted 906 deaths."
            ),
            906,
            "2021-07-02 to 2021-07-05",
        ),
        # nothing above from which on they were counted
        (
            "Help has reached the town. As of late Monday, the agency had counted 906 deaths.",
            906,
            "2021-07-05",
        ),
        # not counted up to the day
        (
            (
                "Help has reached the town that an earthquake struck on July 2. On Monday, "
                "40 people were killed in a fire."
            ),
            40,
            "2021-07-05",
        ),
    ],
)
def test_toll_as_of_a_day_is_counted_from_the_onset(
    text: str, number: float, expected: str
) -> None:
    assert dates_of(text, number) == [expected]
