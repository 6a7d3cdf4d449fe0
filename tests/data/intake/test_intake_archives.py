"""Archives: bounded, refused as a whole or file by file, and never written to disk."""

from __future__ import annotations

import io
import pickle
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from data.archive import is_archive, read_archive
from data.article import Article
from data.errors import InputError, MemberError
from data.intake import Limits, read_path, read_upload

TEXT = b"Some 40 Afghan soldiers fled to Iran on Thursday.\n"


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(content: bytes) -> tuple[list[Article], list[str]]:
    found = list(read_upload("news.zip", content))
    articles = [article for article in found if isinstance(article, Article)]
    return articles, [str(error) for error in found if isinstance(error, InputError)]


def test_articles_of_all_formats_in_the_order_of_names() -> None:
    files = {
        "b/two.md": b"# Two\n\n" + TEXT,
        "a/One page.html": b"<h1>One</h1><p>" + TEXT,
        "a/One page_files/menu.html": b"<p>900 menus",
        "c.txt": TEXT,
        "__MACOSX/._c.txt": b"\x00",
        ".DS_Store": b"\x00",
    }
    articles, errors = read(packed(files))
    assert [article.article_id for article in articles] == ["one-page", "two", "c"]
    assert [article.file for article in articles][1] == "news.zip: b/two.md"
    assert errors == []


def test_a_file_without_an_ending_is_text_in_an_archive_too() -> None:
    articles, errors = read(packed({"README": TEXT, "notes/July": TEXT + TEXT}))
    assert errors == []
    assert [article.article_id for article in articles] == ["readme", "july"]


def test_the_catalogue_and_its_corrections_are_no_articles_and_no_news() -> None:
    others = {"catalog.toml": b"", "catalog-entries.toml": b"no", "a.corrections.toml": b"no"}
    articles, errors = read(packed({"a.txt": TEXT, **others}))
    assert errors == []
    assert [article.article_id for article in articles] == ["a"]


def test_ids_are_unique_and_safe() -> None:
    names = ["a/index.html", "b/index.html", "c/INDEX.txt", "d/Índex!.txt", "e/کابل.txt", "-2.txt"]
    articles, errors = read(packed(dict.fromkeys(names, TEXT)))
    assert errors == []
    ids = [article.article_id for article in articles]
    assert ids[:4] == ["2", "index", "index-2", "index-3"]
    assert len(set(ids)) == len(ids)
    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for id_ in ids for char in id_)


def test_an_archive_packed_with_backslashes_is_read_as_any_other() -> None:
    names = ("2021/July/a.txt", "v1.2/note", "2021/page_files/menu.html")
    slashes = read(packed(dict.fromkeys(names, TEXT)))
    assert [article.article_id for article in slashes[0]] == ["a", "note"]
    assert read(packed({name.replace("/", "\\"): TEXT for name in names})) == slashes


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../../etc/evil.txt", "leads out of the archive"),
        ("/etc/evil.txt", "leads out of the archive"),
        ("a\\..\\..\\evil.txt", "leads out of the archive"),
        ("C:/evil.txt", "leads out of the archive"),
        ("inner.zip", "is an archive in an archive"),
        ("table.csv", "1 file of another format was not read: table.csv"),
        ("bad.txt", "control character"),
        ("scan.pdf", "is not a PDF file"),
    ],
)
def test_bad_file_leaves_the_others(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    articles, errors = read(packed({name: b"\x00\x01", "good.txt": TEXT}))
    assert [article.article_id for article in articles] == ["good"]
    assert len(errors) == 1
    assert message in errors[0]
    assert "news.zip" in errors[0]
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_in_an_archive_is_told_to_another_process_as_it_was() -> None:
    error = MemberError("news.zip", "/etc/\x1b.txt", "leads out", "Pack it again.")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert str(again) == str(error) == "news.zip: /etc/\\x1b.txt: leads out. Pack it again."
    assert (again.place, again.member) == ("news.zip", "/etc/\\x1b.txt")


def test_links_are_not_files() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "is a link or a device" in read(stream.getvalue())[1][0]


def test_bombs_are_refused_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    million = b"0" * 1_000_000
    many = {f"{number}.txt": million for number in range(30)}
    bomb, crowd = packed(many), packed({f"{n}.txt": b"a" for n in range(Limits.MAX_ARTICLES + 1)})

    def unpack(*_: object) -> None:
        raise AssertionError("unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    for content, message in (
        (bomb, "unpacks to more than 100 times its size: a ZIP bomb"),
        (crowd, "more than 1,000 files"),
    ):
        articles, errors = read(content)
        assert not articles
        assert len(errors) == 1
        assert message in errors[0]


def crowded(files: int, *, told: bool) -> bytes:
    """An archive of empty files whose number its last record tells, or only the ZIP64 record."""
    numbers = (20, 3, 20, *[0] * 8, 6, *[0] * 6)
    head = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", *numbers)
    entries = b"".join(head + b"%06x" % number for number in range(files))
    size = len(entries)
    said = (files, files, size) if told else (1, 1, 52)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, *said, 4, 0)
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, files, files, size, 4)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 4 + size, 1)
    return b"PK\3\4" + entries + (b"" if told else record + locator) + end


@pytest.mark.parametrize("told", [True, False])
def test_large_directory_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    few, many = crowded(3, told=told), crowded(Limits.MAX_ARTICLES + 1, told=told)
    with zipfile.ZipFile(io.BytesIO(few)) as archive:
        assert archive.namelist() == ["000000", "000001", "000002"]

    def opened(*_: object) -> None:
        raise AssertionError("its directory was read")

    monkeypatch.setattr(zipfile, "ZipFile", opened)
    (refused,) = read(many)[1]
    assert refused.startswith("news.zip: more than 1,000 files in one archive. Unpack it")
    assert not is_archive(many)
    with pytest.raises(InputError, match="more than 202 files"):
        read_archive("news.zip", many)


def test_large_file_in_an_archive_is_refused() -> None:
    large = bytes(range(32, 127)) * 25_000
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("large.txt", large)
        archive.writestr("good.txt", TEXT)
    articles, errors = read(stream.getvalue())
    assert len(articles) == 1
    assert "more than 2,000,000 bytes" in errors[0]


def with_patched(content: bytes, signature: bytes, offset: int, patch: bytes) -> bytes:
    at = content.rindex(signature) + offset
    return content[:at] + patch + content[at + len(patch) :]


GOOD = packed({"a.txt": TEXT})
BROKEN = {
    "is not a ZIP archive": [b"", TEXT, GOOD[:-30]],
    "more than 1,000 files": [
        with_patched(GOOD, b"PK\5\6", 10, b"\xff\xff"),
        with_patched(GOOD, b"PK\5\6", 12, b"\xff" * 4),
    ],
    "its name leads out of the archive": [GOOD.replace(b"a.txt", b"\0.txt")],
    "is locked with a password": [with_patched(GOOD, b"PK\1\2", 8, b"\1")],
    "is packed in an unusual way": [with_patched(GOOD, b"PK\1\2", 10, b"\x0c")],
    "is damaged in the archive": [
        with_patched(GOOD, b"PK\1\2", 16, b"\0" * 4),
        with_patched(GOOD, b"PK\1\2", 24, b"\1\0\0\0"),
        with_patched(GOOD, b"PK\1\2", 42, b"\xff" * 4),
    ],
}


@pytest.mark.parametrize("message", BROKEN)
def test_broken_archive_says_so(message: str) -> None:
    for content in BROKEN[message]:
        articles, errors = read(content)
        assert not articles
        assert len(errors) == 1
        assert message in errors[0]


def test_archive_on_disk_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(packed({"b.txt": TEXT, "a.txt": TEXT}))
    found = [item.article_id for item in read_path(path) if isinstance(item, Article)]
    assert found == ["a", "b"]


def test_an_archive_without_articles_says_so() -> None:
    articles, problems = read(packed({}))
    assert articles == []
    assert problems == ["news.zip: holds no article. Pack the articles again."]
