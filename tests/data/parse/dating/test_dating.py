"""Event time: which calendar expression dates the number in square brackets."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse.dating import time_of
from data.parse.draft import Draft
from data.parse.readings import read_article_text

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def dated(marked: str, action: str = "flee") -> str | None:
    """First and last day of the number in square brackets, or one day where they are the same."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    readings = read_article_text(Article(article_id="a", text=text, title="", published=PUBLISHED))
    at = next(i for i, r in enumerate(readings) if r.sentence.start <= start < r.sentence.end)
    reading = readings[at]
    first, last = reading.index_at(start), reading.index_at(end - 1)
    verbs = [verb.first for verb in reading.verbs]
    verb = min(verbs, key=lambda index: abs(index - first), default=first)
    quantity = next((q for q in reading.quantities if q.first <= last and first < q.stop), None)
    draft = Draft(
        kind="personnel",
        rule="test",
        action=action,
        first=first,
        stop=last + 1,
        verb=verb,
        quantity=quantity,
    )
    time = time_of(reading, draft)
    if time is None:
        return None
    return " to ".join(dict.fromkeys((str(time.first_day), str(time.last_day))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some [40] guards fled to Iran on Tuesday.", "2021-07-06"),
        ("On Tuesday, [40] guards fled to Iran.", "2021-07-06"),
        ("Last week [40] guards fled and 2 died.", "2021-06-28 to 2021-07-04"),
        ("Shells killed 3 on Tuesday and wounded [8] neighbours.", "2021-07-06"),
        ("Some [40] guards fled on Saturday and Sunday.", "2021-07-03 to 2021-07-04"),
        ("Tuesday's raid killed [12] guards.", "2021-07-06"),
        ("[12] guards were killed when shells landed on Tuesday.", "2021-07-06"),
        ("When the pullout began on May 1, [2,500] troops were left.", "2021-05-01"),
        ("About [40,000] people have fled since May 1.", "2021-05-01 to 2021-07-09"),
        ("Many came since May 1, when the first [30] fled.", "2021-05-01"),
        ("By June 15, [800] trucks had left.", "2021-06-15"),
        ("The last [200] troops are to leave by August 31.", "2021-08-31"),
        ("The last [200] troops will leave before August 31.", "2021-08-31"),
        ("In the past 24 hours, [40] guards fled.", "2021-07-08 to 2021-07-09"),
    ],
)
def test_time_of_its_clause_dates_a_number(text: str, expected: str) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some [40] guards fled to Iran.",
        "Some [40] guards fled to Iran, officials said on Tuesday.",
        "Officials said on Tuesday that [40] guards had fled.",
        "The ministry on Tuesday said [40] guards had fled.",
        "The ministry told reporters in Doha last week that [40] guards fled.",
        "KABUL, July 8 (Agency) - Some [40] guards fled to Iran.",
        "The army, which has [7,000] men, received 30 tanks on Tuesday.",
        "Iran sent back [53] soldiers who had crossed the river in June.",
        "The charity, founded in 1988, has lost [40] people.",
        "It has lost [40] people, four of them in 2020.",
        "It is the first for [40] years since it was founded in 1991.",
        "Some [40] guards fled, and on Tuesday 20 more came.",
        "Before Wednesday [900] trucks used the road.",
        "Others fled on Tuesday; [40] stayed.",
        "It had 2,500 men in January, of whom [650] will stay.",
        "It took 40 men on Monday, of whom [12] have since been freed.",
    ],
)
def test_other_times_do_not(text: str) -> None:
    assert dated(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[134] guards fled on Tuesday, officials said on Thursday.", "2021-07-06"),
        ("Officials said on Friday that [134] guards had fled on Tuesday.", "2021-07-06"),
        ("On July 5 [30] fled, and on July 6 20 fled.", "2021-07-05"),
        ("On July 5 30 fled, and on July 6 [20] fled.", "2021-07-06"),
        ("By Friday it had climbed to [700] from 400 a day earlier.", "2021-07-09"),
        ("By Friday it had climbed to 700 from [400] a day earlier.", "2021-07-08"),
        ("It has lost 40 people, [four] of them in 2020.", "2020-01-01 to 2020-12-31"),
        ("In 2011 it had 90,000 men; on July 1 only [900] were left.", "2021-07-01"),
    ],
)
def test_each_number_has_its_own_time(text: str, expected: str) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 870 people fled on Monday. [14] of them were soldiers.", "2021-07-05"),
        ("Some 870 people fled on Monday. [14] of them are soldiers.", None),
        ("Some 870 people fled on Monday. The army gave a lower number, [800].", "2021-07-05"),
        ("Some 870 people fled on Monday. Elsewhere [14] died.", None),
        ("They fled on Monday. Over [40] guards fled that day.", "2021-07-05"),
        ("A parade was held on Monday. At 10:00 [40] guards came.", "2021-07-05"),
        ("[40] guards flee\nSome 40 guards fled to Iran on Monday.", "2021-07-05"),
        ("[40] guards flee\nSome 50 guards fled to Iran on Monday.", None),
        ("As of Monday, the camps had:\n- [40] guards;\n- 12 tanks.", "2021-07-05"),
        ("As of Monday, the camps had:\n- 40 guards;\n- [12] tanks.", "2021-07-05"),
        ("A bomb went off on Monday. The blast killed [12] people.", "2021-07-05"),
        ("A bomb went off on Monday. Gunmen killed [12] people.", None),
        ("July 2\nSome [40] guards fled.", "2021-07-02"),
    ],
)
def test_time_carried_from_another_sentence(text: str, expected: str | None) -> None:
    assert dated(text) == expected


def test_totals_and_lengths_have_no_time() -> None:
    assert dated("On Monday 6 of [28] districts fell.", action="total") is None


def test_what_is_said_happens_when_it_is_said() -> None:
    text = "Moscow announced on Tuesday that its embassy would stay open."
    readings = read_article_text(Article(article_id="a", text=text, title="", published=PUBLISHED))
    reading = readings[0]
    verb = next(index for index, token in enumerate(reading.tokens) if token.text == "announced")
    draft = Draft(
        kind="pledge", rule="test", action="announce", first=verb, stop=verb + 1, verb=verb
    )
    time = time_of(reading, draft)
    assert time is not None
    assert time.first_day == dt.date(2021, 7, 6)
