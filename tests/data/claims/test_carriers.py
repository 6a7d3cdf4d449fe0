"""On whose planes people left: by the words around a number, and only where they are plain."""

from __future__ import annotations

import pytest

from data import lexicon
from data.claims.carriers import carrier_of, is_part
from data.claims.comparable import comparable
from data.claims.standing import series, standing
from data.fact import Fact
from tests.dashboard.made_up import a_number
from tests.data.claims.claimed import july, told


def flown(sentence: str, number: str, article: str = "a") -> Fact:
    """The count of people flown out that stands in a sentence as these digits."""
    start = sentence.index(number)
    return a_number(
        f"{article}.{number}",
        float(number.replace(",", "")),
        article_id=article,
        kind="evacuated",
        action="evacuate",
        when_start=july(1),
        when_end=july(9),
        when_basis="stated",
        attributed_to="The general",
        claimant="kenneth-mckenzie",
        quote=sentence,
        start=start,
        end=start + len(number),
        sentence_end=len(sentence),
    )


EXAMPLES = [(carrier, words) for carrier in lexicon.carriers() for words in carrier.examples]


@pytest.mark.parametrize(("carrier", "sentence"), EXAMPLES)
def test_an_example_is_read_so(carrier: lexicon.claims.Carrier, sentence: str) -> None:
    number = next(word for word in sentence.split() if word[0].isdigit())
    assert carrier_of(flown(sentence, number)) == carrier


@pytest.mark.parametrize(
    "sentence",
    [
        "U.S. military aircraft took 4,100 of them out, coalition planes 2,800.",
        "Some 4,100 people have left the city since Monday.",
        "US military aircraft were seen; 4,100 people have left.",
    ],
)
def test_what_no_words_tell_for_sure_is_left_open(sentence: str) -> None:
    assert carrier_of(flown(sentence, "4,100")) is None


def test_years_and_days_are_no_second_number() -> None:
    sentence = "Since Aug. 14, 2021, U.S. military aircraft have flown 4,100 out."
    assert is_part(flown(sentence, "4,100"))


def test_a_part_is_not_compared_with_what_it_is_a_part_of() -> None:
    part = flown("U.S. military aircraft have flown 4,100 out.", "4,100", "a")
    whole = flown("Coalition planes included, 7,300 have left.", "7,300", "b")
    one, other = told(part, whole)
    assert not comparable(one, other)
    assert standing([one, other], july(9)).contradictions == ()
    assert [len(own) for own in series([one, other])] == [1, 1]
