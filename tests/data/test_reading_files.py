"""Articles and catalogue: bytes stay bytes, and bad input gets one clear message."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from data.__main__ import main
from data.article import MAX_BYTES, Article
from data.catalog import CATALOG, CATALOG_VARIABLE, read_catalog
from data.corpus import read_corpus
from data.errors import InputError
from data.fact import FIELDS, from_json
from data.intake import read_path

ROOT = CATALOG.parent.parent

ENTRY = """\
[[article]]
id = "one"
file = "one.txt"
title = "One"
publisher = "Example Times"
url = "https://example.org/one"
published = 2021-07-09
published_basis = "printed on the page"
licence = "none"
sha256 = "{sha256}"
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    text = "More than 30 Afghan soldiers fled to Iran on Thursday.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "catalog.toml"
    path.write_text(ENTRY.format(sha256=hashlib.sha256(text.encode()).hexdigest()))
    return path


def test_the_seed_is_unchanged_and_described() -> None:
    entry = read_catalog().entries[0]
    content = (CATALOG.parent / entry.file).read_bytes()
    assert entry.sha256 == hashlib.sha256(content).hexdigest()
    assert str(entry.published) == "2021-07-09"
    assert entry.publisher == "International Business Times"
    assert read_catalog().article(entry).text.encode() == content


RECORD = {
    "consulted": '"the whole report"',
    "checked_on": "2024-01-01",
    "checked_by": '"another"',
    "check": '"every figure"',
}


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        ("briefs/one.txt", "consulted, checked_on, checked_by, check"),
        ("./briefs/one.txt", "check"),
        ("one.txt", "checked_on, checked_by"),
    ],
)
def test_a_brief_without_its_check_record_is_refused(
    catalog: Path, file: str, missing: str
) -> None:
    record = [
        f"{name} = {value}" for name, value in RECORD.items() if name not in missing.split(", ")
    ]
    entry = ENTRY.replace("one.txt", file).format(sha256="0" * 64)
    catalog.write_text(f"{catalog.read_text()}\n{entry}{chr(10).join(record)}\n")
    with pytest.raises(InputError) as caught:
        read_catalog(catalog)
    field, _, others = missing.partition(", ")
    with_it = f", and with it {others}" if others else ""
    assert str(caught.value).startswith(
        f"{catalog}: article[2].{field}: is missing{with_it}, so that nobody has checked the brief "
        f"'{file}' (in the entry with id = 'one'). Say what of the"
    )


def test_changed_byte_names_file_and_both_hashes(catalog: Path) -> None:
    file = catalog.parent / "one.txt"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_bytes(file.read_bytes().replace(b"30", b"31"))
    after = hashlib.sha256(file.read_bytes()).hexdigest()
    entries = read_catalog(catalog)
    with pytest.raises(InputError) as caught:
        entries.article(entries.entries[0])
    for part in (str(file), before, after):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (('id = "one"', 'id = "One!"'), "article[1].id", "'One!'"),
        (('title = "One"\n', ""), "article[1].title", "is missing"),
        (("2021-07-09", '"soon"'), "article[1].published", "'soon'"),
        (("2021-07-09", "0001-01-01"), "article[1].published", "must not be before 1900-01-01"),
        (('file = "one.txt"', 'file = "../../etc/passwd"'), "article[1].file", "inside"),
        (("https://", "javascript:"), "article[1].url", "javascript:"),
        (('licence = "none"', 'licence = "none"\ncolour = "red"'), "article[1].colour", "'red'"),
        (("[[article]]", "[[article"), "line 1", "not valid TOML"),
    ],
)
def test_broken_catalogue_names_the_field(
    catalog: Path, change: tuple[str, str], where: str, what: str
) -> None:
    catalog.write_text(catalog.read_text().replace(*change))
    with pytest.raises(InputError) as caught:
        read_catalog(catalog)
    assert where in str(caught.value)
    assert what in str(caught.value)
    assert str(catalog) in str(caught.value)


def test_id_listed_twice_is_refused(catalog: Path) -> None:
    catalog.write_text(catalog.read_text() * 2)
    with pytest.raises(InputError, match=r"article\[2\].id: 'one' is listed twice"):
        read_catalog(catalog)


def test_one_bad_article_leaves_the_others(catalog: Path) -> None:
    second = ENTRY.format(sha256="0" * 64).replace('"one', '"two')
    catalog.write_text(catalog.read_text() + second)
    corpus = read_corpus(catalog)
    assert list(corpus.articles) == ["one"]
    assert [fact.value for fact in corpus.facts.values()] == [30]
    assert "two.txt" in str(corpus.problems[0])


def test_missing_catalogue_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path / "catalog.toml")
    assert not corpus.articles
    assert "No such file" in str(corpus.problems[0])


def read_one(path: Path) -> Article | InputError:
    (found,) = read_path(path)
    return found


BAD_FILES = [
    (b"", "the file is empty"),
    (b" \r\n\xef\xbb\xbf\n", "the file is empty"),
    (b"\x7fELF\x02\x01\x00\x00", "U+0002 at position 4"),
    ("Café".encode("latin-1"), "byte 0xe9 at position 3 is not UTF-8"),
    ("Guards flee".encode("utf-16"), "is text in UTF-16"),
    (b"\x89PNG\r\n\x1a\n", "is a picture (PNG)"),
    (b"PK\x03\x04\x14\x00", "is a ZIP archive or an office document"),
    (b"First line.\nS\xff\n", "line 2"),
    (b"a" * (MAX_BYTES + 1), "more than 2,000,000 bytes"),
    (b"\x0c\n", "the file is empty"),
    ("\u2028\n".encode(), "the file is empty"),
]


@pytest.mark.parametrize(
    ("content", "message"), BAD_FILES, ids=[message for _, message in BAD_FILES]
)
def test_unreadable_article_says_why(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    error = read_one(path)
    assert isinstance(error, InputError)
    assert message in str(error)
    assert str(path) in str(error)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page.html", "no article found in the page"),
        ("report.PDF", "is not a PDF file"),
        ("table.csv", "'.csv' files are not read"),
        ("page.txt", "Let its name end in .html"),
    ],
)
def test_markup_and_binaries_are_not_taken_for_text(
    tmp_path: Path, name: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text("<!doctype html><script>var a = '20,000 troops fled to Iran.'</script>")
    assert message in str(read_one(path))


def test_line_endings_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "dos.txt"
    path.write_bytes("\ufeffTitle\r\n\r\nSome 40 soldiers fled.\r\n".encode())
    article = read_one(path)
    assert isinstance(article, Article)
    assert article.title == "Title"
    assert article.text.encode() == path.read_bytes()


def command(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "data", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
    )


def test_extract_prints_a_fact_a_line() -> None:
    run = command("extract", "seeds/000_466c87c8dc0a81b7.txt")
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert all(list(json.loads(line)) == list(FIELDS) for line in lines)
    facts = [from_json(line) for line in lines]
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    assert {fact.article_id for fact in facts} == {"ibt-2021-07-09"}


def test_extract_reports_bad_files_and_reads_the_good_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(50_000_000)
    good = tmp_path / "good.txt"
    good.write_text("Some 40 Afghan soldiers fled to Iran on Thursday.")
    empty = tmp_path / "empty.zip"
    empty.touch()
    assert main(["extract", str(big), str(tmp_path / "none.txt"), str(good), str(empty)]) == 1
    printed = capsys.readouterr()
    assert [from_json(line).value for line in printed.out.splitlines()] == [40]
    errors = [line for line in printed.err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 3
    assert "more than 2,000,000 bytes" in errors[0]
    assert "No such file" in errors[1]
    assert "is not a ZIP archive" in errors[2]
    assert "--published" in printed.err


def test_publication_date_resolves_relative_times(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Some 40 Afghan soldiers fled to Iran on Thursday.")
    assert main(["extract", str(path)]) == 0
    undated = from_json(capsys.readouterr().out)
    assert main(["extract", str(path), "--published", "2021-07-09"]) == 0
    dated = from_json(capsys.readouterr().out)
    assert (undated.when_start, undated.when_basis) == (None, "none")
    assert (str(dated.when_start), dated.when_basis) == ("2021-07-08", "relative")


def test_a_day_before_articles_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The Taliban captured Kandahar on Thursday.")
    with pytest.raises(SystemExit, match="2"):
        main(["extract", str(path), "--published", "0001-01-01"])
    assert "--published: '0001-01-01' is before 1900-01-01; leave it" in capsys.readouterr().err
    assert main(["extract", str(path), "--published", "1900-01-01"]) == 0


@pytest.mark.parametrize(
    ("line", "said", "noted"),
    [
        ("published = 2021-07-09\n", "2021-07-08", "published 2021-07-09 by the catalogue; --"),
        ("", "2019-12-26", ""),
    ],
    ids=["dated", "undated"],
)
def test_a_date_given_serves_where_the_catalogue_has_none(
    line: str,
    said: str,
    noted: str,
    catalog: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalog.write_text(catalog.read_text().replace("published = 2021-07-09\n", line))
    monkeypatch.setattr("data.reading_commands.CATALOG", catalog)
    assert main(["extract", str(catalog.parent / "one.txt"), "--published", "2020-01-01"]) == 0
    printed = capsys.readouterr()
    assert str(from_json(printed.out).when_start) == said
    assert noted in printed.err
    assert bool(printed.err) == bool(noted)


def test_check_passes_on_the_catalogue(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, str(CATALOG))
    status = main(["check"])
    printed = capsys.readouterr()
    assert status == 0, printed.err
    assert "is unchanged" in printed.out


def test_check_reads_the_catalogue_in_use(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "one: one.txt is unchanged, 1 fact\n"


def test_check_tells_of_a_broken_word_list_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> NoReturn:
        raise InputError("kinds.toml: capture.icon", "is missing", "Add it.")

    monkeypatch.setattr("data.lexicon.READERS", (broken, broken))
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("kinds.toml: capture.icon: is missing. Add it.") == 1


def test_a_broken_catalogue_is_in_the_way_of_its_own_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "catalog.toml").write_text("[[article]", encoding="utf-8")
    monkeypatch.setattr("data.reading_commands.CATALOG", seeds / "catalog.toml")
    for folder in (seeds, tmp_path):
        (folder / "mine.txt").write_text("Some 12 soldiers fled.", encoding="utf-8")
    own = str(tmp_path / "mine.txt")
    assert main(["extract", own, "--published", "2021-07-09"]) == 0
    assert capsys.readouterr().err == ""
    for path in (seeds / "mine.txt", seeds, tmp_path):
        assert main(["extract", str(path), "--published", "2021-07-09"]) == 1
        assert "catalog.toml" in capsys.readouterr().err
