"""Event time counted from an event or an opening told above; published Friday, 9 July 2021."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_counted_from import whole
from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen killed 12 people on Monday. A day after the attack, [300] soldiers were sent.",
            "2021-07-06",
        ),
        ("Airstrikes hit it on Monday. The day before the strikes [12] guards fled.", "2021-07-04"),
        (
            "The bombing was on Monday. It was two days after the blast that [25] patients came.",
            "2021-07-07",
        ),
        ("The bombing was on Monday. A week after the blast [40] men will have to go.", None),
        (
            "The gunmen came on 5 June. Some [3,300] people have fled since the massacre.",
            "2021-06-05 to 2021-07-09",
        ),
        ("The fire broke out on Monday. In the first two days, [900] fled.", "2021-07-05/06"),
        ("The drill opened on Monday. On the first day jets flew [12] sorties.", "2021-07-05"),
        (
            "The operation was launched on Monday. [Three] hideouts have been destroyed so far.",
            "2021-07-05 to 2021-07-09",
        ),
        (
            "The fighting which reached the city on Monday has so far driven out [900] people.",
            "2021-07-05 to 2021-07-09",
        ),
        ("The drill opened in May and closed on Monday. So far [12] states were in it.", None),
    ],
)
def test_days_are_counted_from_what_was_told(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As many as 20,000 came in on Tuesday, three times the usual [6,000].", None),
        (
            "Guards let in 345 people on 3 July. They had about [4,000] goats with them.",
            "2021-07-03",
        ),
        ("Karukh was retaken on Monday. In that operation [40] mines were defused.", "2021-07-05"),
        (
            "From 14 to 20 June, 900 came back. It gave cash to [110] of them during that week.",
            "2021-06-14/20",
        ),
        ("In all [180] deaths are examined, among them those of 20 men shot on Monday.", None),
        (
            "They were shot in May, and [40] died, among them two boys, on Monday.",
            "2021-07-05",
        ),
        (
            "A second plane has left with [158] people. The first one had left a day earlier.",
            None,
        ),
        ("Parents were waiting on Monday at a school from which gunmen took [40] boys.", None),
        (
            "A drone hit a car on Monday. It was a reply to the bombing, whose toll is now [170].",
            None,
        ),
        (
            "They camped on Monday, two days after a quake. It raised the number of dead to [90].",
            "2021-07-03",
        ),
        (
            "Some 46 planes were made to land on Monday. On board the [22] jets were 585 men.",
            "2021-07-05",
        ),
        ("A plane brought 35 Kazakhs on Monday. [Twelve] of them are children.", "2021-07-05"),
        (
            "A plane brought 35 Kazakhs on Monday. [Twelve] of the passengers are children.",
            "2021-07-05",
        ),
        (
            "A plane brought 35 Kazakhs on Monday. Twelve are children and [15] are women.",
            "2021-07-05",
        ),
        (
            "It held 152 men on Monday, it said on Tuesday.\n[Eleven] suspects were arrested.",
            "2021-07-05",
        ),
        (
            "A blast killed 212 people in Kabul on Monday. A day ago the toll was [117].",
            "2021-07-05",
        ),
    ],
)
def test_what_goes_on_with_a_sentence_and_what_does_not(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers seized [five] men while covering up a theft on Monday.", "2021-07-05"),
        ("Nine men were shot on Monday, he says, and [six] houses were burned.", "2021-07-05"),
        (
            "They keep watch from 36 posts, [five] of which were set up last week.",
            "2021-06-28/07-04",
        ),
        ("It has sent [150] soldiers, who reached the town on Monday night.", "2021-07-05"),
        ("Clashes killed [36] people; they lasted from June 28 to 30.", "2021-06-28/30"),
        ("[Three] bodies were brought in after Tuesday's protest.", "2021-07-06"),
        ("Mourners on Friday buried [eight] people who had been shot on Monday.", "2021-07-05"),
        ("Mourners buried [eight] people Friday who were killed in a raid.", None),
        (
            "The war has drawn closer since Monday. Rockets fell that evening, killing [six].",
            "2021-07-05",
        ),
        ("Asked on Monday how many are still there, he spoke of [100] men.", None),
        ("Planes came on Monday, and it has asked Congress for [$3 billion].", None),
        ("It will ask Congress for [$6 billion] to bring 65,000 people home this month.", None),
        ("Pakistan let in [three million] Afghans after the Soviet invasion of 1979.", None),
        ("After the floods of 2013 the bill came to [eight billion] euros.", "2013-01-01/12-31"),
        ("Of its 167 aircraft that could fly on June 30, [73] were made useless.", None),
        ('They saved 16 people on Monday. "We have 22 beds and [160] injured," he said.', None),
        (
            "They have held 90 men since Monday. At least [40] of them were later found dead.",
            None,
        ),
    ],
)
def test_times_of_circumstances_date_nothing_else(text: str, expected: str | None) -> None:
    assert dated(text) == whole(expected)
