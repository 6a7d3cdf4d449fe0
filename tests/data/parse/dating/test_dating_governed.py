"""Event time: which verb a time goes with; the number in question stands in square brackets."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse.dating.event_time import EventTime
from data.parse.readings import read_article_text
from tests.data.parse.dating.test_dating import dated
from tests.data.parse.dating.test_dating_story import dates_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Wednesday, [1,242] men had come, of whom 40 were hurt.", "2021-07-07"),
        ("By Wednesday, 1,242 men had come, of whom [40] were hurt.", "2021-07-07"),
        ("Parliament was told that [900] families had lost their harvest since May.", "since May"),
        ("The unrest since May has killed [40] people.", "since May"),
        ("They flew [105] people out of the same valley in 2017.", "2017-01-01 to 2017-12-31"),
        ("On Monday alone, the rebels said, they had killed [600] soldiers.", "2021-07-05"),
        ("On Monday the rebels said they had killed [600] soldiers.", None),
        ("The militia lost two men and had [six] captured in a raid on Monday.", "2021-07-05"),
        ("The minister claims 439 rebels killed & [77] wounded on Monday.", "2021-07-05"),
    ],
)
def test_time_reaches_its_number(text: str, expected: str | None) -> None:
    since_may = "2021-05-01 to 2021-07-09"
    assert dated(text) == (since_may if expected == "since May" else expected)


@pytest.mark.parametrize(
    "text",
    [
        "The mission began in 2015 and involved [16,000] soldiers.",
        "The country has been part of it since 2004 and became its largest giver with [860] men.",
        "It will run out of flour by October and it needs money for [900,000] people.",
        "The agency has [300] lorries and has fed 900,000 people since May.",
        "Kits came on Monday, enough to treat [6,500] patients.",
        "A plane left on Monday as part of operations to bring out [391] people.",
        "On Monday the minister opened a camp that houses [900] refugees.",
        "On Monday they took a base where [900] soldiers are living.",
        "On Monday he made a visit to a camp housing [900] men.",
        "The post was built by [115] men in seven months.",
        "Although the banks began to work on Monday, there is a limit of [$200] a week.",
        "The rebels entered Kabul on Sunday, and [900] people are waiting at the airport.",
        "Some [14 million] people are hungry today, said a report by the agency on Tuesday.",
    ],
)
def test_time_of_another_verb_dates_nothing(text: str) -> None:
    assert dated(text) is None


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("On Monday the banker, who fled, said that they have 900 men.", 900, None),
        # what is told of those who came on a day
        ("Some 350 refugees came on Monday. Of the group, 208 are boys.", 208, "07-05"),
        ("Some 900 people were flown out on Monday. About 40 of them are Danes.", 40, "07-05"),
        ("A bomb went off on Monday. A few hours earlier 900 guards fled.", 900, "07-05"),
        ("On Monday four of the valley's seven districts fell.", 4, "07-05"),
        ("On Monday four of the valley's seven districts fell.", 7, None),
        # a lead, and a line set as one, have the day right below them
        ("Over 240 men fled after an attack. Gunmen stormed the jail on Monday.", 240, "07-05"),
        ("A raid was over.\nAttack kills 13\nThirteen men were killed on Monday.", 13, "07-05"),
        # what goes on on the day of publication
        ("The airlift ended this morning. Some 90 men are also flying home.", 90, "07-09"),
        ("The airlift ended on Monday. Some 90 men are also flying home.", 90, None),
        # "today" is the day of speaking, where the text tells it
        ('"This morning we received 90 refugees," the minister said on Thursday.', 90, "07-08"),
        ('"This morning we received 90 refugees," the minister said.', 90, None),
    ],
)
def test_time_told_elsewhere(text: str, number: float, expected: str | None) -> None:
    assert dates_of(text)[number] == (expected and f"2021-{expected}")


def test_since_has_no_end_without_a_day_of_publication() -> None:
    readings = read_article_text(Article(article_id="a", text="Since 2001, 40 men fled.", title=""))
    time = readings[0].times[0]
    assert EventTime.of_expression(time, None) == EventTime(None, None, "none")
