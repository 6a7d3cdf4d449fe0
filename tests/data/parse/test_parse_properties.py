"""What holds for the facts of any text: a small version of `make fuzz`, with cases that shrink."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.parse import extract
from tests.accuracy.annotation import read_part, spread
from tests.fuzz.checks import PUBLISHED, article_of, problems
from tests.fuzz.long_texts import LONG_TEXTS, in_lines
from tests.fuzz.mutations import MUTATIONS, SIGNS
from tests.fuzz.words import words

TEXTS = [text.text for text in read_part("dev")]
LINES = [line for text in TEXTS for line in text.splitlines() if line.strip()]

KNOWN = st.sampled_from([*words().inserted, *LINES, *SIGNS, "300 soldiers fled", "\n- "])
DAYS = st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@settings(max_examples=50)
@given(st.lists(KNOWN, max_size=12).map(" ".join), DAYS)
def test_facts_of_any_mixture_are_sound_on_any_day(text: str, published: dt.date | None) -> None:
    assert list(problems(text, published)) == []
    assert list(problems(f"{text}\n", published)) == []


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_facts_of_any_characters_are_sound(text: str) -> None:
    assert list(problems(text)) == []


@pytest.mark.parametrize("name", MUTATIONS)
@settings(max_examples=8)
@given(st.sampled_from(LINES), st.randoms(use_true_random=False))
def test_facts_of_a_mutated_line_are_sound(name: str, line: str, chance: random.Random) -> None:
    assert list(problems(MUTATIONS[name](line, chance) + "\n")) == []


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_facts_of_one_thing_repeated_are_sound(name: str) -> None:
    assert list(problems(in_lines(LONG_TEXTS[name](2_000)))) == []


@pytest.mark.parametrize("before", ["Nobody left.", "Nobody had left a day earlier."])
def test_a_number_may_follow_any_many_sentences_without_one(before: str) -> None:
    (fact,) = extract(article_of(f"{before} " * 1_500 + "300 soldiers fled on 5 July 2021."))
    assert fact.when_start == dt.date(2021, 7, 5)


def test_articles_do_not_change_each_other() -> None:
    texts = spread(TEXTS[1:], 120)
    alone = [extract(article_of(text)) for text in texts]
    assert [extract(article_of(text)) for text in reversed(texts)] == alone[::-1]


@pytest.mark.parametrize("text", TEXTS[:6])
def test_blank_lines_around_a_text_only_move_its_facts(text: str) -> None:
    facts = extract(article_of(text))
    moved = extract(article_of(f"\n\n{text}\n\n"))
    assert [(fact.start + 2, fact.end + 2, fact.quote) for fact in facts] == [
        (fact.start, fact.end, fact.quote) for fact in moved
    ]


@pytest.mark.parametrize("text", TEXTS[:6])
def test_without_a_publication_date_nothing_relative_is_resolved(text: str) -> None:
    facts = extract(article_of(text, None))
    assert all(fact.when_basis != "relative" for fact in facts)
    dated = extract(article_of(text, PUBLISHED))
    assert [(fact.start, fact.value) for fact in facts] == [
        (fact.start, fact.value) for fact in dated
    ]


def test_a_number_asked_about_in_place_of_another_is_asked_for_its_own_words() -> None:
    """Found by the fuzz run: the second number was looked for where the first stands."""
    text = (
        "The number of dead was now above 170. The Taliban say 28 of the number of dead was now "
        "above 170. The Taliban say 28 of them were its own – an Italian hospital – one of the few "
        "still open – took in 62 patients, 16 of whom were dead on arrival."
    )
    assert list(problems(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Some 700 residents have left",
        "Gunfire killed 17 people in Kabul. It",
        "Gunfire killed 17 people in Kabul. That",
        "The army has 16 posts on the",
        "At least 9 men died, said the governor's spokesman, doctor",
        # a period that begins after publication
        "Since Aug 1, 230 migrants have been stopped, against 140 in the same period of 2020.",
    ],
)
def test_what_made_reading_fail_is_read(text: str) -> None:
    assert extract(article_of(text))
