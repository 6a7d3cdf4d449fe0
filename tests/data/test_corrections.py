"""Corrections: a reviewer's decisions in a file and back, and what happens when rules change."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.archive import ENTRIES, is_archive, read_archive, to_archive
from data.article import EARLIEST, Article, decode
from data.corpus import read_corpus
from data.corrections import Correction, Review, Values, corrections_toml, parse_corrections
from data.errors import InputError
from data.fact import Fact, from_record, to_record
from data.intake import read_path, read_upload
from data.parse import extract
from data.review import reviewed, reviewed_facts

TEXT = (
    "More than 30 Afghan soldiers fled to Iran on Thursday.\n"
    "On 5 July 2021, 40 Afghan soldiers fled to Tajikistan, Reuters reported.\n"
    "The Taliban control 70 percent of the Afghan-Tajik border.\n"
    "More than 30 Afghan soldiers fled to Iran.\n"
)


def article(text: str = TEXT, **fields: Any) -> Article:
    values: dict[str, Any] = {
        "article_id": "example-1",
        "text": text,
        "title": "Soldiers flee",
        "published": dt.date(2021, 7, 9),
        "published_basis": "given",
        "licence": "none",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    return Article(**(values | fields))


@pytest.fixture
def facts() -> list[Fact]:
    found = extract(article())
    assert len(found) >= 4
    return found


def review(*corrections: Correction | None) -> Review:
    return Review("test", tuple(entry for entry in corrections if entry))


def test_without_corrections_the_facts_stay_as_they_are(facts: list[Fact]) -> None:
    assert reviewed(facts, review()) == facts


def test_a_rejected_fact_is_gone_and_others_keep_their_ids(facts: list[Fact]) -> None:
    kept = reviewed(facts, review(Correction.rejecting(facts[1])))
    assert [fact.fact_id for fact in kept] == [
        fact.fact_id for fact in facts if fact.fact_id != facts[1].fact_id
    ]
    assert {fact.fact_group for fact in kept} == {
        fact.fact_group for fact in facts if fact.fact_id != facts[1].fact_id
    }


def test_rejecting_the_first_telling_leaves_the_second_as_its_own_group() -> None:
    told = extract(article(TEXT.replace(" on Thursday", "")))
    first, second = (fact for fact in told if fact.value == 30)
    assert second.fact_group == first.fact_id
    kept = reviewed(told, review(Correction.rejecting(first)))
    (left,) = (fact for fact in kept if fact.value == 30)
    assert left.fact_group == left.fact_id


def test_a_correction_replaces_fields_and_says_which(facts: list[Fact]) -> None:
    fields = {"value": 31.0, "low": 31.0, "places": ("PAK",), "when_start": None, "when_end": None}
    correction = Correction.correcting(facts[0], fields)
    corrected = reviewed(facts, review(correction))[0]
    assert (corrected.value, corrected.low, corrected.high) == (31, 31, None)
    assert corrected.places == ("PAK",)
    assert corrected.when_basis == "none"
    assert set(corrected.corrected) == set(fields)
    assert corrected.fact_id == facts[0].fact_id


def test_a_date_that_a_reviewer_set_says_so_and_what_the_rules_had_found(facts: list[Fact]) -> None:
    found = facts[0]
    assert (found.corrected_from, found.when_basis) == (None, "relative")
    for days in ({"when_start": dt.date(2021, 7, 1)}, {"when_end": dt.date(2021, 8, 1)}):
        corrected = reviewed(facts, review(Correction.correcting(found, days)))[0]
        assert corrected.when_basis == "reviewer"
        assert from_record(to_record(corrected)) == corrected
        (name,) = days
        was = to_record(found)
        assert json.loads(corrected.corrected_from or "") == {
            name: was[name],
            "when_basis": was["when_basis"],
        }
    undated = {"when_start": None, "when_end": None, "places": ("PAK",)}
    corrected = reviewed(facts, review(Correction.correcting(found, undated)))[0]
    assert corrected.when_basis == "none"
    assert json.loads(corrected.corrected_from or "")["places"] == list(found.places)


@pytest.mark.parametrize(
    ("at", "fields", "said"),
    [
        (
            0,
            {"kind": "control_share"},
            "“Share controlled” is told in percent, and this",
        ),
        (0, {"kind": "progress_share"}, "“Withdrawal progress” is told in percent"),
        (0, {"unit": "USD"}, "told in people or count or percent, and this one in USD"),
        (0, {"kind": "money"}, "“Money” is told in currency, and"),
        (0, {"kind": "capture"}, "“Captures” is told without a number, and"),
        (
            0,
            {"kind": "control_share", "unit": "percent"},
            "what it is a percentage of",
        ),
        (2, {"of": None}, "what it is a percentage of"),
    ],
)
def test_a_kind_with_an_amount_that_it_has_none_of_is_refused(
    facts: list[Fact], at: int, fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        reviewed(facts, review(Correction.correcting(facts[at], fields)))


def test_a_kind_goes_with_its_other_units_and_a_share_with_its_whole(facts: list[Fact]) -> None:
    fled, _, share, _ = facts
    for fact, fields in (
        (fled, {"unit": "percent"}),
        (fled, {"kind": "control_share", "unit": "percent", "of": "AFG-IRN"}),
        (fled, {"kind": "money", "unit": "EUR"}),
        (share, {"kind": "progress_share", "of": None}),
    ):
        (kept, *_) = reviewed([fact], review(Correction.correcting(fact, fields)))
        assert {name: getattr(kept, name) for name in fields} == fields


def test_values_that_change_nothing_are_no_correction(facts: list[Fact]) -> None:
    assert Correction.correcting(facts[0], {"value": facts[0].value}) is None


def test_a_corrected_amount_is_another_claim_than_its_other_telling() -> None:
    told = extract(article(TEXT.replace(" on Thursday", "")))
    first, second = (fact for fact in told if fact.value == 30)
    correction = Correction.correcting(first, {"value": 300.0, "low": 300.0})
    changed = {fact.fact_id: fact for fact in reviewed(told, review(correction))}
    assert changed[second.fact_id].fact_group == second.fact_id


def test_a_fact_that_is_no_longer_found_is_named_with_what_the_rule_saw(facts: list[Fact]) -> None:
    gone = dataclasses.replace(Correction.rejecting(facts[0]), fact="example-1.9999.personnel")
    with pytest.raises(InputError) as caught:
        reviewed(facts, review(gone))
    for part in ("correction[1].fact", "example-1.9999", facts[0].rule, "30", facts[0].quote):
        assert part in str(caught.value)
    assert facts[0].fact_id in str(caught.value), "says what is found in that sentence now"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"words": "3,000"}, "correction[1].words"),
        ({"found": Values(value=29.0)}, "correction[1].found.value"),
    ],
)
def test_a_correction_of_what_the_rules_no_longer_read_is_refused(
    facts: list[Fact], change: dict[str, Any], where: str
) -> None:
    correction = Correction.correcting(facts[0], {"value": 31.0, "low": 31.0})
    assert correction
    with pytest.raises(InputError) as caught:
        reviewed(facts, review(dataclasses.replace(correction, **change)))
    assert where in str(caught.value)


def test_a_fact_decided_twice_is_refused(facts: list[Fact]) -> None:
    twice = Correction.rejecting(facts[0])
    with pytest.raises(InputError, match="decided twice"):
        reviewed(facts, review(twice, twice))


def test_values_that_contradict_each_other_are_refused(facts: list[Fact]) -> None:
    correction = Correction.correcting(facts[0], {"low": 9.0, "high": 3.0})
    with pytest.raises(InputError, match=r"low 9\.0 is above high 3\.0"):
        reviewed(facts, review(correction))


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('becomes = { kind = "nonsense" }', "becomes.kind"),
        ('becomes = { places = ["Atlantis"] }', "becomes.places"),
        ('becomes = { value = "many" }', "becomes.value"),
        ("becomes = { value = inf }", "becomes.value"),
        ('becomes = { quote = "x" }', "becomes.quote"),
    ],
)
def test_a_broken_file_of_corrections_names_the_field(line: str, where: str) -> None:
    content = (
        '[[correction]]\nfact = "a.1.personnel"\nverdict = "correct"\nrule = "r"\nwords = "1"\n'
        f'sentence = "1."\n{line}\n'
    )
    with pytest.raises(InputError) as caught:
        parse_corrections(content.encode(), Path("a.corrections.toml"))
    assert f"correction[1].{where}" in str(caught.value)


amounts = st.none() | st.floats(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
some_fields = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["personnel", "money", "history"]),
        "value": amounts,
        "low": amounts,
        "high": amounts,
        "unit": st.sampled_from([None, "people", "km"]),
        "qualifier": st.sampled_from([None, "exact", "over"]),
        "places": st.lists(st.sampled_from(["TJK", "AF-KDZ", "AFG-TJK"])).map(tuple),
        "origin": st.sampled_from([None, "AFG"]),
        "of": st.sampled_from([None, "AFG-TJK"]),
        "who": st.sampled_from([None, "wounded", "people of “X”"]),
        "actor": st.sampled_from([None, "taliban"]),
        "action": st.sampled_from(["wound", "leave behind"]),
        "when_start": days,
        "when_end": days,
    },
)


@given(fields=some_fields, sentence=st.text(min_size=1))
def test_corrections_survive_their_file(fields: dict[str, Any], sentence: str) -> None:
    values = Values.of_fields(fields)
    assert values.fields == fields
    correction = Correction(
        fact="a.0.personnel",
        verdict="correct",
        rule=sentence,
        words=sentence,
        sentence=sentence,
        found=values,
        becomes=values,
    )
    encodable = sentence.encode("utf-8", "replace").decode()
    if encodable == sentence:
        text = corrections_toml([correction, Correction.rejecting(_fact())])
        assert parse_corrections(text.encode(), Path("x.toml")).corrections == (
            correction,
            Correction.rejecting(_fact()),
        )


def _fact() -> Fact:
    return extract(article())[0]


def unpack(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder / ENTRIES


decisions = st.lists(st.sampled_from(["keep", "reject", "correct"]), min_size=4, max_size=8)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
@given(
    verdicts=decisions,
    published=st.none() | st.dates(min_value=EARLIEST),
    title=st.text(st.characters(codec="utf-8"), min_size=1),
    publisher=st.none() | st.text(st.characters(codec="utf-8"), min_size=1),
)
def test_an_archive_put_into_a_folder_gives_the_same_facts(
    tmp_path_factory: pytest.TempPathFactory,
    verdicts: list[str],
    published: dt.date | None,
    title: str,
    publisher: str | None,
) -> None:
    plain = article(title=title, publisher=publisher, published=published)
    corrections = [
        Correction.rejecting(fact)
        if verdict == "reject"
        else Correction.correcting(fact, {"places": ("PAK",), "when_start": None, "when_end": None})
        for fact, verdict in zip(extract(plain), verdicts, strict=False)
        if verdict != "keep"
    ]
    seen = dataclasses.replace(plain, review=review(*corrections))
    content = to_archive([seen])
    assert to_archive([seen]) == content
    corpus = read_corpus(unpack(content, tmp_path_factory.mktemp("seeds")))
    assert not corpus.problems
    assert list(corpus.facts.values()) == reviewed_facts(seen)
    (again,) = read_archive("again.zip", content)
    assert (again.text, again.title, again.publisher, again.published) == (
        plain.text,
        title,
        publisher,
        published,
    )
    assert reviewed_facts(again) == reviewed_facts(seen)


def test_an_archive_is_read_as_it_was_reviewed_packed_or_not(
    tmp_path: Path, facts: list[Fact]
) -> None:
    seen = article(review=review(Correction.rejecting(facts[0])))
    packed, folder = tmp_path / "articles-for-seeds.zip", tmp_path / "unpacked"
    packed.write_bytes(to_archive([seen]))
    folder.mkdir()
    unpack(packed.read_bytes(), folder)
    for path in (packed, folder):
        (again,) = read_path(path, published=dt.date(2020, 1, 1))
        assert isinstance(again, Article)
        assert again.published == seen.published
        assert reviewed_facts(again) == reviewed_facts(seen)
    damaged = packed.read_bytes().replace(b"example-1.txt", b"example-2.txt")
    packed.write_bytes(damaged)
    (error,) = read_path(packed)
    assert "example-1.txt" in str(error)


def test_an_archive_beside_its_own_article_is_no_second_reading(tmp_path: Path) -> None:
    (tmp_path / "example-1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "later.zip").write_bytes(to_archive([article()]))
    found = list(read_path(tmp_path))
    assert [each.article_id for each in found if isinstance(each, Article)] == ["example-1"]
    assert "another file's article" in str(next(e for e in found if isinstance(e, InputError)))


def test_a_changed_file_of_corrections_is_noticed(tmp_path: Path, facts: list[Fact]) -> None:
    seen = article(review=review(Correction.rejecting(facts[0])))
    catalog = unpack(to_archive([seen]), tmp_path)
    file = tmp_path / "example-1.corrections.toml"
    file.write_text(file.read_text("utf-8").replace('"reject"', '"correct"'), "utf-8")
    corpus = read_corpus(catalog)
    assert not corpus.facts
    assert "example-1.corrections.toml" in str(corpus.problems[0])


def test_corrections_without_a_hash_are_refused(tmp_path: Path, facts: list[Fact]) -> None:
    seen = article(review=review(Correction.rejecting(facts[0])))
    catalog = unpack(to_archive([seen]), tmp_path)
    lines = catalog.read_text("utf-8").splitlines()
    catalog.write_text("\n".join(line for line in lines if "corrections_" not in line), "utf-8")
    assert "come together" in str(read_corpus(catalog).problems[0])


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"..__..__evil.txt": b"x"}, "does not belong"),
        ({"__evil.txt": b"x"}, "does not belong"),
        ({"a.exe": b"x"}, "does not belong"),
        ({"a.txt": b"x" * 2_000_001}, "unpacks to more than"),
        ({f"a{number}.txt": b"x" for number in range(300)}, "files in one archive"),
    ],
)
def test_an_archive_with_anything_else_in_it_is_refused(
    files: dict[str, bytes], message: str
) -> None:
    content = zipped(**files, **{ENTRIES: b""})
    assert is_archive(content)
    with pytest.raises(InputError, match=message):
        read_archive("a.zip", content)


def test_an_archive_is_bounded_as_a_whole() -> None:
    files = {f"a{number}.txt": b"x" * 1_900_000 for number in range(12)}
    with pytest.raises(InputError, match="unpacks to more than"):
        read_archive("a.zip", zipped(**files, **{ENTRIES: b""}))


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_a_mutated_archive_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(to_archive([article(review=review(Correction.rejecting(_fact())))]))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if is_archive(bytes(content)):
        try:
            for read in read_archive("a.zip", bytes(content)):
                reviewed_facts(read)
        except InputError:
            pass


def test_damage_is_said_without_folders_of_this_machine() -> None:
    content = to_archive([article()])
    with pytest.raises(InputError, match="not a whole one"):
        read_archive("a.zip", content[:-30])
    broken = zipped(**{ENTRIES: b"[[article"})
    with pytest.raises(InputError) as caught:
        read_archive("a.zip", broken)
    assert str(caught.value).startswith("a.zip: catalog-entries.toml:")
    assert not is_archive(b"no zip")
    assert not is_archive(b"PK no zip")


def test_what_an_archive_holds_can_be_decoded() -> None:
    with zipfile.ZipFile(io.BytesIO(to_archive([article()]))) as archive:
        assert decode(archive.read("example-1.txt"), "x") == TEXT


def test_markdown_is_kept_with_its_marks(tmp_path: Path) -> None:
    text = (
        "# Guards flee\n\nSome **40 Afghan soldiers** fled to [Iran](https://example.org/1000).\n"
    )
    (read,) = read_upload("a.md", text.encode())
    assert isinstance(read, Article)
    assert read.marks
    seen = dataclasses.replace(read, licence="none")
    corpus = read_corpus(unpack(to_archive([seen]), tmp_path))
    assert not corpus.problems
    assert list(corpus.facts.values()) == extract(seen)
    (again,) = read_archive("a.zip", to_archive([seen]))
    assert again.marks == read.marks
