"""Parts of a sentence with times of their own; the number in question stands in brackets."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_dense import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part that opens with its own number has its verb and its time behind it
        (
            "Guards held 73 men Monday, while [60] others, including 59 boys, were held Tuesday.",
            "2021-07-06",
        ),
        (
            "Some 140 Danes landed on Monday, and Oslo's final [74] have been back since Tuesday.",
            "2021-07-06 to 2021-07-09",
        ),
        # what has come about is not of the time of what happened beside it
        ("In Herat [900] people have been uprooted and 20 were killed on Monday.", None),
        ("In Herat 900 people have been uprooted and [20] were killed on Monday.", "2021-07-05"),
        ("Eight of the [14] posts are closed, and trade has shrunk since June.", None),
        # but "are wounded" beside "are killed" is of the same day
        (
            "In the past day 250 rebels are killed and [102] are wounded.",
            "2021-07-08 to 2021-07-09",
        ),
        # the next of a list may have a time of its own that is no day
        ("Spain will take in 50 Afghans this year and [90] over the coming years.", None),
        ("Spain will take in 50 Afghans this year, [90] in coming years.", None),
        (
            "Spain will take in 50 Afghans this year and [90] Kurds.",
            "2021-01-01 to 2021-12-31",
        ),
        # what is added is of the day, another number is not
        (
            (
                "Raids killed 20 rebels on Monday, the ministry said in a statement, "
                "adding that [17] lorries were also destroyed."
            ),
            "2021-07-05",
        ),
        (
            "Raids killed 20 rebels on Monday, the ministry said, adding that it has [17] jets.",
            None,
        ),
        # the subject of a share has come about before, and terms hold at no time
        ("The pullout ordered in April is [40] percent complete.", None),
        ("The raid launched on Monday has killed [40] rebels.", "2021-07-05"),
        ("Denmark left on Monday a mission for which it had sent [900] men.", None),
        ("On Monday they signed a pact under which [900] men will leave.", None),
        # a relative clause about a dated attack
        ("Monday's bomb at the old city gate, which killed [13] guards, hurt 40.", "2021-07-05"),
        # a round number and the same one again, and how often is no time
        ("[Three] units, or 3,000 men, will be at the airport by Sunday.", "2021-07-11"),
        ("Each day 1,000 lorries crossed and paid [70] million Afghani in a month.", None),
        (
            "While 300 lorries crossed a day, last week the daily figure sank below [50].",
            "2021-06-28 to 2021-07-04",
        ),
        # what a place is made or known for
        ("On Monday 40 families came to camps laid out for [900] people.", None),
        ("On Monday rebels took a town known for its [11] churches.", None),
        # the nearer day of another number, of a place of rest, and of what it is compared with
        (
            (
                "They held 73 men on Monday in the eastern province of Van, while [60] others, "
                "including 59 boys, were held in the Ercis district of Van on Tuesday."
            ),
            "2021-07-06",
        ),
        ("Italy, with [800] soldiers in Herat, hauled down its flag on Monday.", None),
        ("Some [783] people died, almost equal to the toll of the first four months.", None),
        ("Gross reserves totaled [$9.4 billion] at the end of April.", "2021-04-30"),
        # what somebody can do, what goes on daily, what a record is measured by
        ("An attack on Monday cut their capacity to reach [900] people.", None),
        ("[Hundreds] of people continue to come daily: on July 5, 90 came.", None),
        ("They lost [30] districts, the most land the state has lost since it fell in 2001.", None),
        (
            "On Monday a convoy left for Afar, where war has closed roads and left [900] hungry.",
            None,
        ),
        ("In total [900] people have left since the airlift began, the army said on Monday.", None),
        ("Two explosions on the night of 8 July were said to have hurt [12] people.", "2021-07-08"),
    ],
)
def test_part_of_sentence_has_its_own_time(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of Monday, 900 families had left the camp. The bomb killed [12] guards.", None),
        (
            "The rebels retook the city on Monday. [Two] bridges have been blown up since.",
            "2021-07-05 to 2021-07-09",
        ),
        (
            "Some 300 people left on Monday. In total, [900] people have left since the war began.",
            None,
        ),
        ("With the last plane leaving on Monday, it is over. Some [900] men were flown out.", None),
        ("Raids killed 40 men on Monday. The warlord says he commands [300] men.", None),
        ("Planes took out 900 Afghans on Monday. Some [150] Britons did not get in.", None),
        ("Some 300 people left on Monday. It would be the first group of [400] Afghans.", None),
        ("Iran sent back 280 soldiers on Monday. Media said earlier [230] were sent back.", None),
        (
            "Planes left on Monday. Nobody knows who was on board, but [440] have been flown out.",
            None,
        ),
        ("A survey told of 90 districts in May. That included data on the [400] districts.", None),
        (
            (
                "Raids killed 40 rebels on Monday. [Nineteen] mines that they had laid to hurt men "
                "were also discovered."
            ),
            "2021-07-05",
        ),
        (
            "Some 40 rebels were killed on Monday. In Herat a raid left [12] of the rebels dead.",
            "2021-07-05",
        ),
        ("Some 40 rebels were killed on Monday. In Herat a raid left [12] of the men dead.", None),
        ("Lorries crossed again on Monday. By evening [250] lorries had come.", "2021-07-05"),
        # what is reached for lies farther on than the sentence above is long
        (
            "Three come within 48 hours. Additionally, in total, Peru is deploying [1,400].",
            "2021-07-07 to 2021-07-09",
        ),
    ],
)
def test_sentence_takes_over_only_what_it_goes_on_with(text: str, expected: str | None) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The clinic has admitted 206 wounded people in two weeks; [a quarter] are children.",
            "2021-06-25 to 2021-07-09",
        ),
        (
            "Some 900 people fled in May. Women are [60 percent] of the newly displaced.",
            "2021-05-01 to 2021-05-31",
        ),
        (
            "In June 439 people were killed. Children made up [30 percent] of the victims.",
            "2021-06-01 to 2021-06-30",
        ),
        # of others, and of those of another place
        ("In June 439 people were killed. They fear [half] of the displaced will die.", None),
        ("In June 439 people were killed. [Half] of the victims in Herat are women.", None),
        ("Denmark sent 900 soldiers in May and may call [half] of them home.", None),
        # a part of a whole that has its own part
        (
            "It flew out 900 people last week, 300 of them boys. [Ninety] of the passengers died.",
            "2021-06-28 to 2021-07-04",
        ),
        ("On Monday 250 lorries crossed. He put the backlog at [1,500] lorries.", None),
    ],
)
def test_share_has_the_time_of_those_it_is_of(text: str, expected: str | None) -> None:
    assert dated(text) == expected
