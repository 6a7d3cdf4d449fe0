"""The parser on made-up sentences: the complete list of facts each must yield, or none."""

from __future__ import annotations

import datetime as dt
import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.article import Article
from data.fact import Fact
from data.parse import extract
from data.parse.names.borders import find_borders
from data.parse.names.places import find_places
from data.parse.numbers.quantities import find_quantities
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.parse.text.sentences import split_sentences
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import tokenize

PUBLISHED = dt.date(2021, 7, 9)
NO_SUPPORT: frozenset[str] = frozenset()


def facts_of(text: str, published: dt.date | None = PUBLISHED) -> list[Fact]:
    return extract(Article(article_id="a", text=text, title="", published=published))


@pytest.mark.parametrize(
    "text",
    [
        "The base was built 20 years ago.",
        "How many thousands more soldiers must die?",
        "Would 300 soldiers flee to Iran?",
        "© Copyright Example Times 2024. All rights reserved.",
        "The mayor, 68, reviewed the parade.",
        "The talks began at 10:00 a.m. on Thursday.",
        "A 201st anniversary is near.",
        "He carried an AK-47 and a G-3.",
        "Call 0799 12 34 56 for tickets.",
        "In 2021 the Taliban grew stronger.",
        "Turkey hopes for rain.",
        "Kunduz could fall to the Taliban.",
        "The Taliban have not captured Kunduz.",
        "Russia-led groups trained.",
        "The Promise of Dawn Is a Novel About Moscow",
        "",
    ],
)
def test_states_no_fact(text: str) -> None:
    assert facts_of(text) == []


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "qualifier", "unit"),
    [
        ("20,000 guards", 20000, 20000, 20000, "exact", None),
        ("1,00,000 guards", 100000, 100000, 100000, "exact", None),
        ("more than 40 guards", 40, 40, None, "over", None),
        ("at least a dozen guards", 12, 12, None, "at_least", None),
        ("nearly 600 guards", 600, None, 600, "under", None),
        ("up to 8 guards", 8, None, 8, "up_to", None),
        ("about twenty-five guards", 25, None, None, "about", None),
        ("three hundred and fifty guards", 350, 350, 350, "exact", None),
        ("2.5 million people", 2_500_000, 2_500_000, 2_500_000, "exact", None),
        ("between 40 and 60 guards", None, 40, 60, "range", None),
        ("6,000 to 7,000 guards", None, 6000, 7000, "range", None),
        ("40-60 guards", None, 40, 60, "range", None),
        ("dozens of guards", None, 12, None, "vague", None),
        ("tens of thousands of guards", None, 10000, None, "vague", None),
        ("85 percent of it", 85, 85, 85, "exact", "percent"),
        ("85% of it", 85, 85, 85, "exact", "percent"),
        ("85 per cent of it", 85, 85, 85, "exact", "percent"),
        ("two-thirds of it", 66.7, 66.7, 66.7, "exact", "percent"),
        ("more than half of it", 50, 50, None, "over", "percent"),
        ("1,344km of it", 1344, 1344, 1344, "exact", "km"),
        ("US$2.26bn of it", 2.26e9, 2.26e9, 2.26e9, "exact", "USD"),
        ("$33 million of it", 33e6, 33e6, 33e6, "exact", "USD"),
    ],
)
def test_number_claims_a_range(
    text: str,
    value: float | None,
    low: float | None,
    high: float | None,
    qualifier: str,
    unit: str | None,
) -> None:
    (found,) = find_quantities(tokenize(text))
    assert found.value == pytest.approx(value) if value else found.value is None
    assert found.low == pytest.approx(low) if low else found.low is None
    assert found.high == pytest.approx(high) if high else found.high is None
    assert (found.qualifier, found.unit) == (qualifier, unit)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Afghan-Tajik border", "AFG-TJK"),
        ("the Tajik–Afghan frontier", "AFG-TJK"),
        ("Tajikistan’s long southern border with Afghanistan", "AFG-TJK"),
        ("the border between Iran and Pakistan", "IRN-PAK"),
        ("Uzbekistan's border with Afghanistan", "AFG-UZB"),
        ("Tajikistan's 1,357-km border with Afghanistan", "AFG-TJK"),
        ("the border of Kazakhstan and Kyrgyzstan", "KAZ-KGZ"),
    ],
)
def test_border_of_two_countries(text: str, code: str) -> None:
    tokens = tokenize(text)
    (border,) = find_borders(tokens, find_places(tokens, NO_SUPPORT))
    assert border.code == code
    assert text[border.start : border.end] in text


@pytest.mark.parametrize("text", ["the border", "the Afghan border", "Iran and its border town"])
def test_border_with_one_country_is_left_alone(text: str) -> None:
    tokens = tokenize(text)
    assert find_borders(tokens, find_places(tokens, NO_SUPPORT)) == []


def test_weak_name_counts_only_with_support() -> None:
    tokens = tokenize("Georgia and Jordan went shopping.")
    assert find_places(tokens, NO_SUPPORT) == []
    assert [p.code for p in find_places(tokens, frozenset({"GEO"}))] == ["GEO"]


def test_landmark_is_not_where_it_happens() -> None:
    fled, landmark = find_places(tokenize("in Tajikistan, north of Afghanistan"), NO_SUPPORT)
    assert (fled.landmark, landmark.landmark) == (False, True)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            "Over 1,000 Afghan soldiers fled to Iran.",
            "Over 1,000 Afghan soldiers fled to Iran.",
            True,
        ),
        (
            "Over 1,000 Afghan soldiers fled to Iran.",
            "Exactly 1,037 Afghan soldiers fled to Iran.",
            False,
        ),
        (
            "Over 1,000 Afghan soldiers fled to Iran.",
            "Some 1,000 Afghan soldiers fled to Iran.",
            False,
        ),
        (
            "Over 40 Afghan soldiers fled to Iran.",
            "Over 40 Afghan soldiers fled to Pakistan.",
            False,
        ),
        (
            "Over 40 Afghan soldiers fled to Iran on July 5.",
            "Over 40 Afghan soldiers fled to Iran on July 7.",
            False,
        ),
        (
            "Over 40 Afghan soldiers fled to Iran on July 5.",
            "Over 40 Afghan soldiers fled to Iran on Monday.",
            True,
        ),
        (
            "The Taliban controlled 85 percent of the Afghan-Tajik border.",
            "The Taliban controlled 85 percent of Afghanistan.",
            False,
        ),
        ("At least 9 guards died in Takhar.", "At least 9 guards died in Herat.", False),
        ("At least 9 guards died in Iran.", "At least 9 guards died in Kunduz.", False),
        ("At least 9 guards died in Imam Sahib.", "At least 9 guards died in Kunduz.", True),
        ("At least 9 guards died in Kunduz.", "At least 9 guards died in Afghanistan.", True),
        ("At least 9 guards died in Herat.", "At least 9 guards died.", True),
        ("About 1,037 guards died in Kunduz.", "About 1,037 guards died in Takhar.", True),
        ("About 40 guards from Kunduz have fled.", "About 40 guards fled to Tajikistan.", False),
    ],
)
def test_same_claim_shares_its_group(first: str, second: str, same: bool) -> None:
    one, other = facts_of(f"{first}\n{second}")
    assert (one.fact_group == other.fact_group) is same
    assert one.fact_id != other.fact_id


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("About 40 guards fled on Sunday.", "About 40 guards fled on Monday.", False),
        ("About 40 guards fled on Sunday.", "On Sunday, about 40 guards fled.", True),
        ("About 40 guards fled on Sunday.", "About 40 guards fled last week.", True),
        (
            "About 40 guards fled on Sunday.",
            "About 40 guards fled, officials told us on Monday.",
            True,
        ),
    ],
)
def test_days_that_nobody_can_resolve_are_other_days_all_the_same(
    first: str, second: str, same: bool
) -> None:
    one, other = facts_of(f"{first}\n{second}", published=None)
    assert (one.fact_group == other.fact_group) is same


def test_time_inside_a_relative_clause_dates_that_clause_only() -> None:
    visit, pledge = facts_of(
        "The Taliban delegation, which visited Tehran on Thursday, promised to spare Herat."
    )
    assert (visit.kind, str(visit.when_start)) == ("meeting", "2021-07-08")
    assert (pledge.kind, pledge.when_start) == ("pledge", None)


def test_without_publication_date_relative_times_stay_undated() -> None:
    (fact,) = facts_of("Some 40 Afghan soldiers fled to Iran on Thursday.", published=None)
    assert (fact.when_start, fact.when_basis) == (None, "none")
    (fact,) = facts_of("Some 40 Afghan soldiers fled to Iran on 5 July 2021.", published=None)
    assert (str(fact.when_start), fact.when_basis) == ("2021-07-05", "stated")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One went. Two stayed.", ["One went.", "Two stayed."]),
        ("The U.S. Army left. It is gone.", ["The U.S. Army left.", "It is gone."]),
        (
            "Gen. A. B. Smith spoke on Jul. 5. He left.",
            ["Gen. A. B. Smith spoke on Jul. 5.", "He left."],
        ),
        ("“Go!” He went.", ["“Go!”", "He went."]),
        ('He said "it is so." Then he left.', ['He said "it is so."', "Then he left."]),
        ("- first point\n• second point\r\n", ["first point", "second point"]),
        ("It cost 2.5 million. Dr. Who paid.", ["It cost 2.5 million.", "Dr. Who paid."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


LETTERS = [one + other for one in "abcdefghijklmno" for other in "pqrstuvwxyzabcd"]
"""Parts of made-up names, of which no two are alike."""


def _listed(line: str, times: int) -> str:
    """A line for each of so many places."""
    return "".join(f"{line.format(f'Q{LETTERS[n]}', n + 2)}\n" for n in range(times))


@pytest.mark.parametrize(
    ("table", "is_read"),
    [
        (_listed("{0}: 12 of {1}", 200), True),
        (_listed("{0}: 12 of {1}", 201), False),
        (_listed("{0} province: {1} of its 16", 201), True),
        (_listed("{0}: {1} killed, 30 wounded", 34), True),
        (_listed("{1} killed and 30 wounded in {0}", 34), True),
        ("12 were killed.\n" * 23, False),
        ("12 were killed.\n" * 5, True),
        ("".join(f"{day} July: {9 + day} killed, 30 wounded\n" for day in range(1, 21)), True),
        ("5%\n7%\n", True),
        ("5%\n7%\n12%\n", False),
        ("Dead\n120\nWounded\n300\nMissing\n20\n", True),
        (_listed("At least {1} men of {0} were killed and 30 wounded on Monday.", 34), True),
        (_listed("{1} of the men of {0} were killed.", 34), True),
        ("or 30 percent of the US$140m that he asked it to pay " * 4, True),
        ("or 30 percent of the US$140m that he asked it to pay " * 5, False),
        ("and killed 30 of the men " * 4, True),
        ("and killed 30 of the men " * 5, False),
        ("and then he said that 30 of them fled " * 5, True),
        ("1,200 – 3,400 – 5,600 – 7,800 – " * 3, False),
        ("1,200 – 3,400 – 5,600 – men – 7,800 – " * 3, True),
    ],
)
def test_tables_and_repetitions_are_no_sentences(table: str, is_read: bool) -> None:
    text = f"Some 40 guards fled to Tajikistan.\n{table}\nSome 50 guards fled to Tajikistan."
    read = [text[s.start : s.end] for s in split_sentences(text)]
    assert (read[0][5:7], read[-1][5:7]) == ("40", "50")
    assert (len(read) > 2) == is_read


PASSED_OVER = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Spaces, and signs that are not seen."""


@given(st.text())
def test_tokens_are_the_text_they_point_to(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    written = "".join(token.text for token in tokens)
    assert PASSED_OVER.sub("", text) == PASSED_OVER.sub("", written)


@given(st.text())
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    edges = [edge for s in split_sentences(text) for edge in (s.start, s.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


KNOWN_WORDS = """
over 1,000 Afghan government troops fled to Tajikistan, which controlled 85 percent of the
Afghan-Tajik border. He said that “the Taliban” promised Moscow fears if as and not ’s % $ between
40 Kunduz province fallen until 1989 according to reported Reuters would likely is concerns with
its 💥 ۱۲۳ U.S. ( ) ; met visited
"""
PIECES = st.sampled_from([token.text for token in tokenize(KNOWN_WORDS)] + ["\n", "\n- "])


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_mixture_of_known_words_parses_with_true_spans(text: str) -> None:
    facts = facts_of(text)
    assert len({fact.fact_id for fact in facts}) == len(facts)
    for fact in facts:
        assert text[fact.sentence_start : fact.sentence_end] == fact.quote


def test_longest_phrase_wins_and_hyphens_equal_spaces() -> None:
    matcher = PhraseMatcher([("Shir Khan", 1), ("Shir Khan Bandar", 2)], names=True)
    assert [m.payload for m in matcher.find(tokenize("At Shir-Khan Bandar, SHIR KHAN"))] == [2, 1]
    assert matcher.find(tokenize("shir khan")) == []


def test_nothing_of_an_article_stays_behind_in_the_process() -> None:
    facts = facts_of(
        "On Thursday some 40 Afghan soldiers fled to Iran, the ministry said.\n- So it is."
    )
    assert facts
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, Reading | Readings)]
    assert kept == []  # a cache of the process would hold what a visitor added


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Almost all of the Afghan-Tajik border is held by the Taliban.", "AFG-TJK"),
        ("The Taliban control almost the entire border with Tajikistan.", "AFG-TJK"),
        ("The Taliban hold nearly all of Afghanistan's territory.", "AFG"),
    ],
)
def test_almost_all_of_ground_that_is_held_is_90_to_100_percent(text: str, of: str) -> None:
    (fact,) = (fact for fact in facts_of(text) if fact.has_number)
    assert (fact.kind, fact.of, fact.unit) == ("control_share", of, "percent")
    assert (fact.value, fact.low, fact.high, fact.qualifier) == (None, 90, 100, "range")


@pytest.mark.parametrize(
    "text",
    [
        "Almost all of the guards fled.",
        "Almost the entire village was asleep.",
        "Do the Taliban hold almost all of the Afghan-Tajik border?",
    ],
)
def test_almost_all_of_anything_else_is_no_number(text: str) -> None:
    assert not [fact for fact in facts_of(text) if fact.has_number]


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060", "\u200e", "\u00ad", "\ufeff"])
def test_signs_that_are_not_seen_hide_no_number(unseen: str) -> None:
    text = f"The Taliban{unseen} killed{unseen} 12{unseen} policemen."
    (fact,) = extract(Article(article_id="unseen", text=text, title=""))
    assert (fact.value, text[fact.start : fact.end]) == (12, "12")


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060", "\u200e", "\u00ad", "\ufeff"])
def test_a_line_of_signs_that_are_not_seen_is_no_sentence(unseen: str) -> None:
    above, below = "Some 300 guards crossed the river", "Some 40 guards were killed on Monday"
    text = f"{above}\n{unseen}\n{below}\n {unseen}{unseen}"
    assert [text[s.start : s.end] for s in split_sentences(text)] == [above, below]
    assert [fact.value for fact in facts_of(text)] == [300, 40]


def test_nothing_need_stand_behind_those_of_whom_something_is_denied() -> None:
    text = "Tajik Border Posts Take In not their 3 of 34 Retreating Afghan Troops"
    assert {fact.value for fact in facts_of(text)} <= {3, 34}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 5,000 families fled Kunduz.", "count"),
        ("About 90 displaced households live in tents.", "count"),
        ("At least 10 people of one family were killed.", "people"),
        ("Some 1,200 Afghans and their families were flown out.", "people"),
        ("Half of the families fled.", "percent"),
    ],
)
def test_families_are_counted_as_such(text: str, unit: str) -> None:
    assert [fact.unit for fact in facts_of(text)] == [unit]
