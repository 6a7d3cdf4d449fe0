"""Event time over the sentences of a report: what it leads with, goes on with and adds up."""

from __future__ import annotations

import pytest

from tests.data.parse.dating.test_dating_story import dates_of


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # what a text leads with is of the day told below, of an attack or with the same verb
        ("Ten guards were killed in Herat.\nIt rained.\nThe attack came on Tuesday.", 10, "07-06"),
        ("Gunmen killed 12 guards.\nThey stormed a base near Herat on Tuesday.", 12, "07-06"),
        ("Rebels seize four districts\nIt rained.\nTwo districts fell on Tuesday.", 4, "07-06"),
        (
            "Floods kill 30 men\nBodies were found on Tuesday, two days after the water struck.",
            30,
            "07-04",
        ),
        ("Some 40 guards fled.\nThe minister resigned on Tuesday.", 40, None),
        ("Ten guards were killed.\nIt rained on Monday.\nThe attack came on Tuesday.", 10, None),
        # a day of saying, and one above a name over a part of a list
        ("On Tuesday the ministry said that rebels took a post. Some 94 guards fled.", 94, None),
        ("On Tuesday rebels took a post.\nIran\nSome 94 guards fled.", 94, None),
        # an event that has a clause or a name of its own
        ("The attack, which happened on Tuesday, killed 12 guards.", 12, "07-06"),
        ("Some 900 men will join a drill, which will be held on July 12.", 900, "07-12"),
        # a report of a day before, and an aim, are not of the day of an attack
        ("A blast hit Herat on Tuesday. He said on Monday the attack killed 12 men.", 12, None),
        ("A blast hit Herat on Tuesday. Iran sent 90 men to stop the rebels' attacks.", 90, None),
        # nowadays, and other people of the same number
        ("Today 900 men remain. The war was long. Some 40 men were killed.", 40, None),
        ("In May 2011 some 900 soldiers were deployed. It cost 900 lives.", 900, None),
        # what goes on for days
        (
            "On July 5-6 fighting raged. It was hot. Nine men were killed in the fighting.",
            9,
            "07-05 to 2021-07-06",
        ),
        # parts of a total, and what was done besides
        (
            "Strikes in three provinces killed 40 men on Tuesday. In Herat, 14 men were killed.",
            14,
            "07-06",
        ),
        ("A strike in Herat killed 40 men on Tuesday. In Kunduz, 14 men were killed.", 14, None),
        ("Strikes killed 40 men on Tuesday. Six trucks were also destroyed.", 6, "07-06"),
        ("Strikes killed 40 men on Tuesday. Iran has also sent six trucks.", 6, None),
        # results that a participle tells
        ("A blast hit Herat on Tuesday. It shook the town, killing 12 men.", 12, "07-06"),
        # the hour of a day told before
        (
            "Troops left on Tuesday. It was late. Some 20 men flew out at around 10 p.m.",
            20,
            "07-06",
        ),
        # a claim of responsibility
        ("Rebels claimed responsibility for a raid on Tuesday that killed 12 men.", 12, "07-06"),
    ],
)
def test_day_over_sentences(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == (expected and f"2021-{expected}")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # what holds now, or at another time, is not of the day told before
        ("In May they held 30 districts and 60 districts are now contested.", 60, None),
        ("In May they took 30 districts but 12 districts have since been lost.", 12, None),
        ("As of July 5, they hold 30 districts, while 60 are contested.", 60, "07-05"),
        ("The plan to leave the country by September is 44 percent complete.", 44, None),
        ("After six talks with rebels, the council on Tuesday met for an hour.", 6, None),
        ("Since the order to leave by September 11, the army has flown out 500 tanks.", 500, None),
        ("On Tuesday 40 men fled, taking the national tally to 900 men.", 900, None),
        ("They marched in Herat, where 40 men had been killed on Tuesday.", 40, "07-06"),
        ("Some 900 men marched in Herat, where a boy had been shot on Tuesday.", 900, None),
        ("Some 900 people protested last month's coup.", 900, None),
        ("Nine men died in Tuesday's attempt to take the town.", 9, "07-06"),
        # what reaches a number over an aside, a name or a subordinate clause
        ("Troops flew out 50 men and women on Tuesday as rebels came near.", 50, "07-06"),
        ("A plane came with 168 people and goods, on Tuesday (6 July) morning.", 168, "07-06"),
        ("At least 32 men, 12 of them guards, were killed on Tuesday.", 32, "07-06"),
        ("Some 90 gunmen raided a village in Kebbi state on Tuesday night.", 90, "07-06"),
        ("On July 5 the president declared a drought in 90 districts.", 90, "07-05"),
        ("It was the worst day since June 5, when 30 men were killed.", 30, "06-05"),
        # a period is none of saying
        ("In the first half of the year, the mission said, 90 died.", 90, "01-01 to 2021-06-30"),
        # what came before, is to come, or only tells how long ago it was
        ("A plane landed at 1 p.m. with 90 men after leaving Kabul on Tuesday.", 90, None),
        ("The 90 guards left Kabul on a plane, expected to land on Sunday.", 90, None),
        ("Gunmen have freed 28 students kidnapped in June.", 28, None),
        ("Some 900 men fled in June, while Iran took in 700 men.", 700, "06-01 to 2021-06-30"),
        ("Some 900 men had fled by the start of the year.", 900, "01-01"),
        ("At least seven guards were killed the night before last.", 7, "07-07"),
        # credits
        ("Kabul, (APP - Agency / Post News - 8th July, 2021) :Thirty men were killed.", 30, None),
        # since an event, and long ago
        ("The war has killed 900 men since its outbreak in June.", 900, "06-01 to 2021-07-09"),
        (
            "It was the first raid since March, when 90 men died in three days.",
            90,
            "03-01 to 2021-03-31",
        ),
        ("Strikes killed 40 men in those three days.", 40, None),
    ],
)
def test_day_within_a_sentence(text: str, number: float | None, expected: str | None) -> None:
    assert dates_of(text)[number] == (expected and f"2021-{expected}")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # parts of those who did something earlier, and parts without a verb
        ("Gunmen who seized 90 boys in June have released 28 of them.", 28, None),
        ("Partners fed 900 people on Tuesday; 400 guards have fled.", 400, None),
        # the day of a statement, and a count that is reported
        ("Some 90 men have fled, according to a statement released on Tuesday.", 90, None),
        (
            "Iran reported on Monday some 58 deaths.\nSick men died in Herat on Tuesday.",
            58,
            None,
        ),
        # up to now
        (
            "So far this year, 900 people have been caught and sent back.",
            900,
            "01-01 to 2021-07-09",
        ),
        # another day of the same story, others, and what the same speaker goes on to tell
        ("Fires raged on Tuesday. In Iran, 90 men fled for a fifth day.", 90, "07-06"),
        ("Nine men died on Tuesday. Some 15 men were killed, and 17 others fled.", 17, "07-06"),
        ("A boat sank in Iran on Tuesday. She said 40 guards drove there.", 40, "07-06"),
        ("A boat sank in Iran on Tuesday. The council said 40 guards drove there.", 40, "07-06"),
        ("A boat sank in Iran on Tuesday. The council said 40 guards drove to Herat.", 40, None),
        # a part of the sentence has its own time, and what is told as of a time
        (
            "Some 11 guards fled on Tuesday, and 48 guards have fled since May 1.",
            48,
            "05-01 to 2021-07-09",
        ),
        ("As of late Tuesday, the council announced it had counted 90 deaths.", 90, "07-06"),
        (
            "As of Friday morning, 25 planes had left within the past 24 hours.",
            25,
            "07-08 to 2021-07-09",
        ),
        # when it was reported, and who had fled before
        ("Reports emerged over the weekend that 90 guards fled on Tuesday.", 90, "07-06"),
        ("Some 90 men fled on Tuesday, adding to 900 people already displaced.", 900, None),
        ("A quake killed 90 men on Tuesday. It follows a previous count of 40 dead.", 40, None),
        # a day that has two names opens a story, too
        ("On Tuesday, July 6, rebels took a post. Some 94 guards fled.", 94, "07-06"),
        # totals up to now, and what the attackers did
        ("Raids hit Herat on Tuesday. The army said it had killed 900 men.", 900, None),
        ("Rebels struck Herat on Tuesday. The missiles burned eight trucks.", 8, "07-06"),
        ("On Tuesday 90 men fled. The 60 men there fled, and 40 men had already fled.", 40, None),
        ("A blast killed 29 men. Iran agreed. The blast late on Tuesday was heard.", 29, "07-06"),
    ],
)
def test_day_of_what_goes_on(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == (expected and f"2021-{expected}")
