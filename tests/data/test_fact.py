"""The schema: round trips, dtypes, and refusal of facts that contradict themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.fact import DTYPES, FIELDS, Fact, Qualifier, from_json, from_record, to_json, to_record
from data.frame import to_frame

PLAIN: dict[str, Any] = {
    "fact_id": "a.4.personnel",
    "article_id": "a",
    "fact_group": "a.4.personnel",
    "kind": "personnel",
    "action": "flee",
    "start": 4,
    "end": 6,
    "sentence_start": 0,
    "sentence_end": 12,
    "quote": "Some 40 fled",
    "rule": "counts.flee",
}

codes = st.text(st.characters(categories=["Lu", "Nd"]), min_size=1, max_size=7)
words = st.none() | st.text(min_size=1, max_size=20)
numbers = st.floats(0, 1e12, allow_nan=False)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    quote = draw(st.text(min_size=1, max_size=60))
    sentence_start = draw(st.integers(0, 10_000))
    sentence_end = sentence_start + len(quote)
    start = draw(st.integers(sentence_start, sentence_end - 1))
    low, high = sorted(draw(st.tuples(numbers, numbers)))
    days = draw(st.none() | st.tuples(st.dates(), st.dates()).map(sorted))
    return Fact(
        fact_id=draw(codes),
        article_id=draw(codes),
        fact_group=draw(codes),
        kind=draw(codes),
        value=draw(st.none() | numbers),
        low=draw(st.sampled_from([None, low])),
        high=draw(st.sampled_from([None, high])),
        unit=draw(words),
        qualifier=draw(st.none() | st.sampled_from(get_args(Qualifier))),
        who=draw(words),
        actor=draw(words),
        action=draw(codes),
        places=tuple(draw(st.lists(codes, max_size=3))),
        origin=draw(words),
        destination=draw(words),
        of=draw(words),
        when_start=days[0] if days else None,
        when_end=days[1] if days else None,
        when_basis=draw(st.sampled_from(["stated", "relative", "reviewer"])) if days else "none",
        attributed_to=draw(words),
        claimant=draw(words),
        reported_by=draw(words),
        hedged=draw(st.booleans()),
        start=start,
        end=draw(st.integers(start + 1, sentence_end)),
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        quote=quote,
        rule=draw(codes),
        corrected_from=draw(words),
    )


@given(facts())
def test_json_line_gives_back_the_fact(fact: Fact) -> None:
    line = to_json(fact)
    assert "\n" not in line
    assert from_json(line) == fact
    assert list(json.loads(line)) == list(FIELDS)


@given(st.lists(facts(), max_size=4))
def test_a_frame_has_a_row_for_each_fact(some: list[Fact]) -> None:
    frame = to_frame(some)
    told = frame[["fact_id", "places", "quote", "start"]].itertuples(index=False, name=None)
    assert list(told) == [(fact.fact_id, fact.places, fact.quote, fact.start) for fact in some]
    assert frame["value"].isna().tolist() == [fact.value is None for fact in some]
    assert tuple(frame.columns) == FIELDS
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == DTYPES


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"start": 40, "end": 42}, "not inside its sentence"),
        ({"end": 4}, "not inside its sentence"),
        ({"quote": "Some 40"}, "not as long"),
        ({"low": 3.0, "high": 2.0}, "above high"),
        ({"when_start": dt.date(2021, 7, 5)}, "come together"),
        (
            {
                "when_start": dt.date(2021, 7, 5),
                "when_end": dt.date(2021, 7, 4),
                "when_basis": "stated",
            },
            "is after when_end",
        ),
        ({"when_basis": "stated"}, "does not fit"),
        ({"qualifier": "roughly"}, "'roughly' is not one of"),
    ],
)
def test_contradiction_is_refused(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Fact(**{**PLAIN, **fields})


def test_unknown_and_missing_fields_are_named() -> None:
    record = to_record(Fact(**PLAIN))
    with pytest.raises(ValueError, match="'colour'"):
        from_record({**record, "colour": "red"})
    del record["quote"]
    with pytest.raises(ValueError, match="quote"):
        from_record(record)


def test_numbers_lose_a_needless_decimal_only() -> None:
    fact = dataclasses.replace(Fact(**PLAIN), value=66.7, low=1000.0)
    assert (to_record(fact)["value"], to_record(fact)["low"]) == (66.7, 1000)
    assert '"low": 1000,' in to_json(fact)
