"""Calendar expressions: every rule's examples, and sentences with all that they must yield."""

from __future__ import annotations

import datetime as dt
import functools
import re

import pytest

from data import lexicon
from data.article import Article
from data.errors import InputError
from data.lexicon.dating import TimeRule
from data.parse.calendar.mentioned import last_mentioned
from data.parse.calendar.moment import Moment
from data.parse.calendar.patterns import RuleMatcher, may_hold_time
from data.parse.calendar.resolvers import RESOLVERS, resolve
from data.parse.calendar.times import find_times
from data.parse.text.sentences import split_sentences

PUBLISHED = dt.date(2021, 7, 9)
"""A Friday."""


def found_in(text: str, published: dt.date | None = PUBLISHED) -> list[str]:
    """Each expression with its days: ``Thursday = 2021-07-08``."""
    return [
        f"{text[time.start : time.end]} = {time.first_day}"
        + (f"/{time.last_day}" if time.last_day != time.first_day else "")
        for time in find_times(text, 0, len(text), published)
    ]


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}: {example[0]}")
        for rule in lexicon.times().time
        for example in rule.examples
    ],
)
def test_example_means_its_days_by_its_rule(rule: TimeRule, example: tuple[str, ...]) -> None:
    written, first, last = example
    opening = "" if rule.pattern.startswith("^") else "It was said "
    text = opening + re.sub(r"[\[\]]", "", written) + "."
    expression = written.partition("[")[2].partition("]")[0] or written
    (sentence,) = split_sentences(text)
    assert may_hold_time(sentence.words), "the reader would not look for it"
    found = find_times(text, 0, len(text), PUBLISHED)[-1]
    assert text[found.start : found.end] == expression
    assert (str(found.first_day), str(found.last_day)) == (first, last)
    assert found.rule == rule.id


def test_every_rule_has_examples_and_a_resolver() -> None:
    for rule in lexicon.times().time:
        assert rule.examples, rule.id
        assert rule.resolver in RESOLVERS, rule.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TERMEZ, Jul. 09 (Agency) – All is calm.", ["Jul. 09 = 2021-07-09"]),
        ("They came on Tuesday, July 6.", ["Tuesday, July 6 = 2021-07-06"]),
        ("They came on Tuesday (July 6).", ["Tuesday (July 6) = 2021-07-06"]),
        (
            "They came late Tuesday night, the 15th of Saratan.",
            ["late Tuesday night, the 15th of Saratan = 2021-07-06"],
        ),
        ("Seen on Sunday, July 4, 2021, at noon.", ["Sunday, July 4, 2021 = 2021-07-04"]),
        ("Posted Mon August 16, 2021.", ["Mon August 16, 2021 = 2021-08-16"]),
        ("They left on 28 June – 4 July.", ["28 June – 4 July = 2021-06-28/2021-07-04"]),
        (
            "From June\u00a022 to July\u00a05 they fought.",
            ["From June\u00a022 to July\u00a05 = 2021-06-22/2021-07-05"],
        ),
        ("On ۵ July they fled.", ["۵ July = 2021-07-05"]),
        ("Prices rose in May last year.", ["May last year = 2020-05-01/2020-05-31"]),
        ("A deal set May 1 of this year as its end.", ["May 1 of this year = 2021-05-01"]),
        ("In May 20 soldiers died.", ["May = 2021-05-01/2021-05-31"]),
        ("In May 2,000 soldiers died.", ["May = 2021-05-01/2021-05-31"]),
        ("The bridge fell early July 5.", ["early July 5 = 2021-07-05"]),
        (
            "The 2020 deal and the 2001 war",
            ["2020 = 2020-01-01/2020-12-31", "2001 = 2001-01-01/2001-12-31"],
        ),
        (
            "It ruled from 1996-2001 and was back in 2019 or 2020.",
            [
                "from 1996-2001 = 1996-01-01/2001-12-31",
                "2019 = 2019-01-01/2019-12-31",
                "2020 = 2020-01-01/2020-12-31",
            ],
        ),
        (
            "On July 4 they fled; two days later they were back.",
            ["July 4 = 2021-07-04", "two days later = 2021-07-06"],
        ),
        ("The July offensive", ["July = 2021-07-01/2021-07-31"]),
    ],
)
def test_sentence_yields_exactly_its_times(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. May told Ms. April Mehr to march on.",
        "June Smith met August Hanning.",
        "You may 5 times do so.",
        "The Sat phone and the sun.",
        "Some 2000 troops and 1950 rifles were there.",
        "A total of 2014 people came.",
        "Shield-2021 is a drill, and resolution 1973 is old.",
        "They pray every Friday; Fridays are quiet.",
        "The Sunday Times wrote of Black Friday.",
        "It lasted three days and 20 years, until 9:30 p.m.",
        "The 9/11 attacks changed it.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left on Monday.", ["Monday = 2021-07-05"]),
        ("They will leave on Monday.", ["Monday = 2021-07-12"]),
        ("The last convoy is due on Monday.", ["Monday = 2021-07-12"]),
        ("Talks are to be held in Doha on Sunday.", ["Sunday = 2021-07-11"]),
        ("On Sunday, the envoys will meet.", ["Sunday = 2021-07-11"]),
        (
            "They said on Monday that they would leave on Sunday.",
            ["Monday = 2021-07-05", "Sunday = 2021-07-11"],
        ),
        (
            "It will end on Sunday, he said on Thursday.",
            ["Sunday = 2021-07-11", "Thursday = 2021-07-08"],
        ),
        ("The pullout will be over in September.", ["September = 2021-09-01/2021-09-30"]),
        ("Talks that began in September failed.", ["September = 2020-09-01/2020-09-30"]),
        ("In November the president ordered it.", ["November = 2020-11-01/2020-11-30"]),
        ("They must be gone by December 31.", ["December 31 = 2021-12-31"]),
        ("By Tuesday, 40 lorries had left.", ["Tuesday = 2021-07-06"]),
        ("By Tuesday, 40 lorries will have left.", ["Tuesday = 2021-07-13"]),
        ("They fought on, and by Tuesday they had two towns.", ["Tuesday = 2021-07-06"]),
        ("They hope that by Tuesday they will have two towns.", ["Tuesday = 2021-07-13"]),
        ("The guards had by Tuesday lost two towns.", ["Tuesday = 2021-07-06"]),
        ("The toll rose to 33 dead by Tuesday.", ["Tuesday = 2021-07-06"]),
        ("They reached 12 deals to leave by Tuesday.", ["Tuesday = 2021-07-13"]),
        ("They reached a deal by which all leave by Tuesday.", ["Tuesday = 2021-07-13"]),
    ],
)
def test_tense_tells_past_from_future(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected


def test_dates_across_new_year() -> None:
    assert found_in("It fell on Dec. 20.", dt.date(2021, 1, 10)) == ["Dec. 20 = 2020-12-20"]
    assert found_in("It is due on Jan. 5.", dt.date(2020, 12, 28)) == ["Jan. 5 = 2021-01-05"]


def test_without_publication_date_relative_times_are_found_and_unresolved() -> None:
    assert found_in("They came on Tuesday.", None) == ["Tuesday = None"]
    assert found_in("They came on 5 July 2021.", None) == ["5 July 2021 = 2021-07-05"]
    text = "They came on 5 July 2021 and left two days later."
    assert found_in(text, None)[1] == "two days later = 2021-07-07"


def test_a_day_that_does_not_exist_is_unresolved() -> None:
    assert found_in("It was 31 June 2021.") == ["31 June 2021 = None"]
    assert found_in("They came on 25/13/2021.", None) == ["25/13/2021 = None"]


@pytest.mark.parametrize("text", ['"We leave today," he said.', "“Today we mourn,” he said."])
def test_today_in_a_quotation_is_unresolved(text: str) -> None:
    assert [time.rpartition(" = ")[2] for time in found_in(text)] == ["None"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Since May 1 many left.", "since"),
        ("They must go by the end of August.", "by"),
        ("They must go before Sunday.", "before"),
        ("After Aug. 31 some stay.", "after"),
        ("On Sunday some left.", "on"),
        ("KABUL, July 5 (Agency) - Some left.", "dateline"),
        ("NEW DELHI, July 5: Some left.", "dateline"),
        ("July 8 (Agency) - Some left.", "dateline"),
        ("Kabul, 8 July 2021 - Some left.", "dateline"),
        ("Kabul, 8 July - Some left.", "on"),
        ("July 8 - Some left.", "on"),
        ("2021-07-09 -- Some left.", "dateline"),
        ("2021-06-09 -- Some left.", "on"),
    ],
)
def test_relation_of_what_happened_to_the_day(text: str, relation: str) -> None:
    assert [time.relation for time in find_times(text, 0, len(text), PUBLISHED)] == [relation]


def test_basis_is_stated_only_with_a_year() -> None:
    text = "On July 5 and July 6, 2021 and in 22 Bahman 1357."
    bases = [time.basis for time in find_times(text, 0, len(text), PUBLISHED)]
    assert bases == ["relative", "stated", "stated"]


def test_a_day_earlier_counts_from_the_day_mentioned_before() -> None:
    text = "They left on Tuesday. A day earlier others had left."
    first = find_times(text, 0, 21, PUBLISHED)
    article = Article(article_id="a", text=text, title="", published=PUBLISHED)
    before = functools.partial(last_mentioned, article, [first])
    (earlier,) = find_times(text, 22, len(text), PUBLISHED, before)
    assert earlier.first_day == dt.date(2021, 7, 5)
    (alone,) = find_times(text, 22, len(text), PUBLISHED)
    assert alone.first_day == dt.date(2021, 7, 8)


def test_offsets_count_in_the_whole_text() -> None:
    text = "İstanbul’da. Then, on 5 July 2021 – as said – it rained."
    (time,) = find_times(text, 13, len(text), None)
    assert text[time.start : time.end] == "5 July 2021"


def test_a_broken_rule_is_named() -> None:
    rule = TimeRule(id="odd", near="unit", pattern="(", resolver="none", examples=())
    with pytest.raises(InputError, match="'odd' is no regular expression"):
        RuleMatcher([rule])
    with pytest.raises(InputError, match="'odd' names the resolver 'none'"):
        resolve(rule, {}, Moment(None))
