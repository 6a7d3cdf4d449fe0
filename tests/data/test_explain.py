"""What ``python -m data explain`` says is what was done."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from data.__main__ import main
from data.article import Article
from data.corrections import Correction, Review
from data.explain import explain, explain_in_words
from data.parse import extract

TEXT = (
    "About 2,200,000 Afghans had been displaced, an envoy told reporters in Moscow.\n\n"
    "Hundreds of soldiers fled to Tajikistan. The envoy, 52, denied that 700 were killed."
)


@pytest.fixture
def article() -> Article:
    return Article(article_id="a", text=TEXT, title="A title", published=dt.date(2021, 7, 9))


def test_article_comes_before_its_sentences(article: Article) -> None:
    assert next(explain_in_words(article)) == "# a (A title), published: 2021-07-09"


def test_amounts_are_written_for_people(article: Article) -> None:
    said = [each.says for each in explain(article) if each.sort == "fact"]
    assert "about 2,200,000 people;" in said[0]
    assert "vague 100 to open people;" in said[1]


def test_a_plain_town_is_no_government(article: Article) -> None:
    moscow = TEXT.index("Moscow")
    assert [each.sort for each in explain(article) if each.start == moscow] == ["place"]


def test_a_capital_that_speaks_is_one() -> None:
    text = "Moscow said on Friday that 12 soldiers had fled."
    article = Article(article_id="a", text=text, title="")
    assert [each.sort for each in explain(article) if each.start == 0] == ["actor", "place"]


def test_numbers_left_alone_give_their_reason(article: Article) -> None:
    rules = {each.rule for each in explain(article) if each.sort == "left alone"}
    assert rules == {"exclusions.age", "exclusions.denied"}


@pytest.mark.parametrize(
    ("table", "reason", "says"),
    [
        (
            ", ".join(f"{10 + n} fell in Q{'a' * n}" for n in range(60)),
            "too-long",
            "more words than a sentence has",
        ),
        ("1,200 – 3,400 – 5,600 – 7,800 – " * 3, "no-words", "figures and signs without a word"),
        (" ".join(["Some 12 soldiers fled"] * 12), "repetition", "the same few words again"),
    ],
)
def test_a_run_that_is_no_sentence_says_so_in_its_place(table: str, reason: str, says: str) -> None:
    text = f"Some 40 guards fled.\n{table}.\nSome 50 guards fled."
    article = Article(article_id="a", text=text, title="")
    (left_out,) = [each for each in explain(article) if each.sort == "not read"]
    assert text[left_out.start : left_out.end] == f"{table}."
    assert left_out.rule == f"sentences.{reason}"
    lines = list(explain_in_words(article))
    assert [line for line in lines if f"not read: {says}" in line]
    assert [line.split()[1] for line in lines if "fact:" in line] == ["'40'", "'50'"]


def test_what_a_reviewer_decided_stands_below_each_fact(article: Article) -> None:
    displaced, fled = [fact for fact in extract(article) if fact.has_number]
    corrected = Correction.correcting(displaced, {"value": 2_300_000.0, "places": ("IRN",)})
    assert corrected is not None
    review = Review("a.corrections.toml", (corrected, Correction.rejecting(fled)))
    lines = list(explain_in_words(dataclasses.replace(article, review=review)))
    assert lines[1].startswith("# a reviewer corrected 1 and rejected 1 of its facts")
    facts = [at for at, line in enumerate(lines) if " fact: " in line]
    assert [lines[at + 1].strip() for at in facts] == [
        "corrected by a reviewer: value 2,200,000 -> 2,300,000; places AFG -> IRN",
        "rejected by a reviewer: it is left out",
    ]


def test_a_decision_about_what_is_read_otherwise_now_says_so(article: Article) -> None:
    (fact, *_) = extract(article)
    gone = dataclasses.replace(Correction.rejecting(fact), fact="a.9.gone")
    lines = list(
        explain_in_words(dataclasses.replace(article, review=Review("a.corrections.toml", (gone,))))
    )
    assert lines[2].startswith("# its corrections cannot be used: a.corrections.toml")
    assert any(" fact: " in line for line in lines)


def test_several_files_stay_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("Some 12 soldiers fled.", encoding="utf-8")
    assert main(["explain", str(tmp_path)]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("#")]
    assert [head.split()[1] for head in heads] == ["one", "two"]
