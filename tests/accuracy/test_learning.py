"""What weights are learnt from, and how they are written down."""

from __future__ import annotations

import json

from data import lexicon
from data.learnt.kind_weights import FILE
from tests.accuracy.annotation import read_part
from tests.accuracy.learning.__main__ import lines
from tests.accuracy.learning.rows import FIRST_KINDS, digest_of_texts, rows


def test_what_the_rules_first_said_is_of_development_texts() -> None:
    texts = {text.text_id: text for text in read_part("dev")}
    for line in FIRST_KINDS.read_text("utf-8").splitlines():
        noted = json.loads(line)
        first, last = noted["set"].split("-")
        assert int(first) <= int(noted["id"]) <= int(last), line
        assert noted["kind"] in lexicon.kinds(), line
        assert 0 <= noted["start"] < len(texts[noted["id"]].text), line


def test_rows_are_numbers_that_are_annotated_with_what_stands_around_them() -> None:
    (text,) = (text for text in read_part("dev") if text.text_id == "614")
    learnt = rows([text])
    assert {row.part_of for row in learnt} == {"601-660"}
    assert all({"T=kabul", "T=flight"} <= set(row.traits) for row in learnt)
    then = {(row.kind, row.first) for row in learnt}
    assert ("evacuated", "other_count") in then, "what the rules said then, not what they say now"


def test_weights_are_learnt_from_the_texts_that_are_there() -> None:
    told = json.loads(FILE.read_text("utf-8"))["texts"]
    assert told == digest_of_texts(), "texts have changed: `make learn`, and look at what it prints"


def test_weights_are_written_as_they_are_read() -> None:
    weights = json.loads(FILE.read_text("utf-8"))
    assert lines(weights) + "\n" == FILE.read_text("utf-8")
