"""Event time: what happened next, and which of several times in a sentence a number has."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def dates_of(text: str) -> dict[float, str | None]:
    """First and last day of each number, or one day where they are the same."""
    found: dict[float, str | None] = {}
    for fact in extract(Article(article_id="a", text=text, title="", published=PUBLISHED)):
        if (number := fact.value or fact.low) is not None:
            days = dict.fromkeys((str(fact.when_start), str(fact.when_end)))
            found[number] = " to ".join(days) if fact.when_start else None
    return found


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # what happened next, and to whom
        ("Rebels took Zaranj on Tuesday. They freed 340 men from the jail.", 340, "2021-07-06"),
        ("A plane landed in Rome on Tuesday. It carried 74 Afghans.", 74, "2021-07-06"),
        ("A plane landed in Rome on Tuesday. There were 74 people on board.", 74, "2021-07-06"),
        ("The drill opened on Tuesday. Some 1,500 soldiers took part.", 1500, "2021-07-06"),
        ("Rebels took Zaranj on Tuesday. Some 40 guards fled.", 40, "2021-07-06"),
        ("Rebels took Zaranj on Tuesday.\nSome 40 guards fled.", 40, "2021-07-06"),
        ("It was quiet.\nRebels took Zaranj on Tuesday.\nSome 40 guards fled.", 40, None),
        ("Rebels took Zaranj on Tuesday.\nAt least 40 guards died.", 40, "2021-07-06"),
        ("Rebels took Zaranj on Tuesday. Some 40 guards have fled.", 40, None),
        ("Rebels took Zaranj on Tuesday. Some 40 guards had fled.", 40, None),
        ("Rebels took Zaranj on Tuesday. Earlier 40 guards fled to Iran.", 40, None),
        ("Rebels took Zaranj on Tuesday. Some 40 guards fled to Termez.", 40, None),
        ("A mine killed 9 men on Tuesday. In a separate incident 4 men died.", 4, None),
        ("It rained on Tuesday. Some 40 guards fled.", 40, None),
        # further victims, with no other time between
        (
            "A raid on Tuesday killed 9. Who did it? Nobody knows. Some 12 were hurt.",
            12,
            "2021-07-06",
        ),
        # numbers of one sentence that somebody tells
        (
            "Rebels raided Zaranj on Tuesday. Nine men were killed and 40 arrested.",
            40,
            "2021-07-06",
        ),
        # those of a group, and those on board of what a text leads with
        (
            "On Tuesday 134 guards fled to Iran. It let them in. Among the guards, 4 were wounded.",
            4,
            "2021-07-06",
        ),
        (
            "Aboard the first flight were 35 nurses.\nIt was late. They came to Rome on Tuesday.",
            35,
            "2021-07-06",
        ),
        ("Aboard the flight were 35 nurses.\nIran sent 9 men on Tuesday.", 35, None),
        # what happened later than what is told
        (
            "The conflict began on July 1. Iran sent help on July 4. It held. Some 36 men died.",
            36,
            None,
        ),
        # phrases and clauses that tell of somebody's past, or of nowadays
        ("Having worked in Iran since 1988, the agency fed 40 families.", 40, None),
        ("In 2012, Iran leased the base, where 7,000 soldiers serve.", 7000, None),
        ("The mayor, who came in May, has 40 guards.", 40, None),
        # states, and what somebody says had happened
        ("Iran flew out 45 people on Tuesday. Some 200 others awaited a flight.", 200, None),
        ("Nine men died on Tuesday. A spokesman claimed 30 men had been killed.", 30, None),
        # a lead that counts over months has no day of what stands below
        (
            (
                "In the first half of 2021, 900 died. Women were half of them: 40 died.\n"
                "A raid struck Herat on Tuesday."
            ),
            40,
            "2021-01-01 to 2021-06-30",
        ),
        # what is told of several places has no day of one of them
        (
            "Some 20 guards killed as rebels storm two districts\nRebels hit Zaranj on Tuesday.",
            20,
            None,
        ),
        (
            "Some 20 guards killed as rebels storm Zaranj\nThe rebels attacked Zaranj on Tuesday.",
            20,
            "2021-07-06",
        ),
    ],
)
def test_day_of_what_happened_next(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # what a subject carries, and who came with what
        ("A plane carrying 90 evacuees landed in Rome on Tuesday.", 90, "2021-07-06"),
        (
            "The last plane carrying 90 men captured by rebels left Kulob on Tuesday.",
            90,
            "2021-07-06",
        ),
        ("Some 300 rebels stormed the town with 80 lorries on Tuesday.", 300, "2021-07-06"),
        (
            "Rebels lost Zaranj after 300 guards stormed it with 80 lorries on Tuesday.",
            300,
            "2021-07-06",
        ),
        # a part with a time of its own
        (
            "Iran flew out 9,000 people since July 1, with 300 evacuated on Tuesday.",
            300,
            "2021-07-06",
        ),
        (
            "Iran flew out 9,000 people since July 1, with 300 evacuated on Tuesday.",
            9000,
            "2021-07-01 to 2021-07-09",
        ),
        (
            "Iran flew out 9,000 people since July 1, 300 of them in the 24 hours to Wednesday.",
            300,
            "2021-07-06 to 2021-07-07",
        ),
        (f"In the {'9' * 30} hours to Wednesday Iran flew out 300 people.", 300, "2021-07-07"),
        (f"In the {'9' * 30} weeks to Wednesday Iran flew out 300 people.", 300, "2021-07-07"),
        # what is only planned
        ("Iran plans to take in 3,000 refugees after rebels entered Kabul on Tuesday.", 3000, None),
        # who carries what somebody says, and who puts a number at so much
        ("An agency on Tuesday cited a guard as saying that 40 men had fled.", 40, None),
        ("The ministry on Tuesday put the number of guards who had fled at 40.", 40, None),
        ("It was on Tuesday that 40 guards fled.", 40, "2021-07-06"),
        # what happened after an event, not on its day
        ("In the wake of Tuesday's attack, 600 troops were sent to Iran.", 600, None),
        ("On the eve of the pullout, a raid killed 21 men.\nTuesday's raid shook Herat.", 21, None),
        # hours that end with a day
        (
            "In the 24 hours that ended at 3 a.m. on July 7, some 900 people were flown out.",
            900,
            "2021-07-06 to 2021-07-07",
        ),
        (
            "In the 48-hour period ending on Wednesday, 900 people were flown out.",
            900,
            "2021-07-05 to 2021-07-07",
        ),
        # a delay far behind its day
        (
            "On Tuesday seven men died at the gate, it said, a day after 12 men had died there.",
            12,
            "2021-07-05",
        ),
        # how things stood earlier, and a total behind a period
        (
            "Some 900 people fled over the past three months, and 5,000 have fled in total.",
            5000,
            None,
        ),
        # those who came on a day and have been caught, and those sent back later
        ("Iran has detained 84 men who crossed the border on Tuesday.", 84, "2021-07-06"),
        ("Iran detained 84 men who had crossed the border on Tuesday.", 84, None),
        # the day after an event, and where something is now
        ("Ghani flew to Herat on Tuesday, the day after 700 men surrendered.", 700, "2021-07-05"),
        # those of whom a share is told
        (
            "Some 80 percent of the 9,000 people driven out since July 1 are women.",
            9000,
            "2021-07-01 to 2021-07-09",
        ),
        (
            "Officers help four men out of a van that was stopped in Van, Turkey, July 6, 2021.",
            4,
            "2021-07-06",
        ),
        ("Last week America's $2 billion campaign ended.", 2e9, None),
    ],
)
def test_which_time_of_a_sentence(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == expected
