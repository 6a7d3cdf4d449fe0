"""Articles that wait: what is said about them is used, kept and given back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from data.archive import to_archive
from tests.dashboard.adding import (
    TEXT,
    added_by,
    details_of,
    field,
    one_added,
    open_page,
    paste,
    pressed,
    switch,
    upload,
)
from tests.dashboard.made_up import words_on
from tests.data.intake.pdf_files import lines, pdf, picture, stream

DATED = "Herat falls\n\nKABUL, July 9 - On Monday, 40 soldiers fled to Iran.\n"
READ = "Read from the text (“KABUL, July 9”, the year assumed); confirmed by whoever added"


def two_waiting(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Two articles wait: one with a title typed and the date of its text taken, one as it was."""
    page = open_page(monkeypatch)
    upload(page, one__txt=DATED.encode(), two__txt=TEXT.encode())
    pressed(page, "Use 9 July 2021")
    field(page, "text_input", "Title").set_value("Herat has fallen")
    field(page, "text_input", "Publisher").set_value("Luxux Jukebox")
    return page


def assert_as_typed(page: AppTest) -> None:
    assert field(page, "text_input", "Title").value == "Herat has fallen"
    assert field(page, "text_input", "Publisher").value == "Luxux Jukebox"
    assert field(page, "date_input", "Publication date").value == dt.date(2021, 7, 9)
    assert READ in words_on(page)


def test_all_are_added_with_what_stands_in_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    page = pressed(two_waiting(monkeypatch), "Add all 2 as they are")
    first, second = (entry.article for entry in added_by(page).entries.values())
    assert (first.title, first.publisher) == ("Herat has fallen", "Luxux Jukebox")
    assert first.published == dt.date(2021, 7, 9)
    assert READ in str(first.published_basis)
    assert (second.title, second.published) == ("Guards flee", None)
    assert READ.encode() in unpacked(to_archive([first]))


def unpacked(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        return files.read("catalog-entries.toml")


def test_all_are_added_with_the_dates_that_their_texts_give(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = upload(open_page(monkeypatch), one__txt=DATED.encode(), two__txt=TEXT.encode())
    pressed(page, "Add all with their dates")
    first, second = (entry.article for entry in added_by(page).entries.values())
    assert (first.published, second.published) == (dt.date(2021, 7, 9), None)
    assert READ in str(first.published_basis)


def test_all_with_their_dates_is_offered_where_a_text_gives_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    either = "Herat falls\n\n06/07/2021\n\nOn Monday, 40 soldiers fled to Iran.\n"
    page = upload(open_page(monkeypatch), one__txt=either.encode(), two__txt=TEXT.encode())
    assert "Add all with their dates" not in [each.label for each in page.button]


def test_undo_of_adding_has_all_of_them_wait_again_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = pressed(two_waiting(monkeypatch), "Add all 2 as they are")
    pressed(page, "Undo")
    assert not added_by(page).entries
    assert "Undone: added 2 articles. They wait again under “Say what it is”" in words_on(page)
    assert_as_typed(page)
    pressed(page, "Read the facts")
    (entry,) = added_by(page).entries.values()
    assert entry.article.title == "Herat has fallen"
    pressed(page, "Undo")
    assert "Undone: added “Herat has fallen”. It waits again" in words_on(page)
    assert_as_typed(page)


def test_what_was_typed_is_there_after_a_look_at_another_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = two_waiting(monkeypatch).run()
    switch(page, "facts")
    assert_as_typed(switch(page, "add_article"))


def test_what_is_discarded_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    page = pressed(two_waiting(monkeypatch), "Discard")
    upload(page, one__txt=DATED.encode())
    assert [part.label for part in page.expander] == ["Guards flee", "Herat falls"]
    pressed(opened(page, "Herat falls"), "Discard")  # the first; the other is the first now
    assert field(page, "text_input", "Title").value == "Herat falls"
    assert field(page, "date_input", "Publication date").value is None


def opened(page: AppTest, title: str, *, open: bool = True) -> AppTest:  # noqa: A002 - as st has it
    """The page after a click on an article that waits, which opens or closes its fields."""
    (name,) = (
        name for name, entry in page.session_state["waiting-articles"].items()
        if entry.article.title == title
    )  # fmt: skip
    page.session_state[f"pending-{name}"] = open
    return page.run()


def test_only_the_fields_of_an_article_that_is_open_are_on_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Each field that is left draws the page anew: twenty articles would be fifty kilobytes.
    page = upload(open_page(monkeypatch), one__txt=DATED.encode(), two__txt=TEXT.encode())
    assert [each.value for each in page.text_input if each.label == "Title"] == ["Herat falls"]
    opened(page, "Guards flee")
    titles = [each for each in page.text_input if each.label == "Title"]
    assert [each.value for each in titles] == ["Herat falls", "Guards flee"]
    titles[1].set_value("Guards have fled")
    opened(page, "Guards flee", open=False)
    assert [each.value for each in page.text_input if each.label == "Title"] == ["Herat falls"]
    pressed(page, "Add all 2 as they are")
    told = [entry.article.title for entry in added_by(page).entries.values()]
    assert told == ["Herat falls", "Guards have fled"]


def test_after_the_first_article_the_next_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    page = upload(
        open_page(monkeypatch),
        one__txt=DATED.encode(),
        two__txt=TEXT.encode(),
        three__txt=DATED.replace("40", "41").replace("Herat", "Farah").encode(),
    )
    pressed(page, "Read the facts")
    assert field(page, "text_input", "Title").value == "Guards flee"


def test_another_date_than_that_of_the_text_is_given_by_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = two_waiting(monkeypatch)
    field(page, "date_input", "Publication date").set_value(dt.date(2021, 7, 10)).run()
    assert READ not in words_on(page)
    assert "Given by whoever added the article" in words_on(page)


def test_of_all_those_that_cannot_be_added_wait_on_and_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = two_waiting(monkeypatch)
    field(page, "text_input", "Address (URL)").set_value("nonsense")
    pressed(page, "Add all 2 as they are")
    assert [entry.article.title for entry in added_by(page).entries.values()] == ["Guards flee"]
    assert "“Herat falls”: the address: 'nonsense' is no web address" in words_on(page)
    assert_as_typed(page)


def test_refused_details_are_said_in_their_form_and_saved_ones_are_confirmed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = one_added(monkeypatch)
    page.session_state[details_of(page)] = True
    field(page, "text_input", "Address (URL)").set_value("nonsense")
    pressed(page, "Save")
    assert "This could not be saved." in words_on(page)
    assert field(page, "text_input", "Address (URL)").value == "nonsense"
    field(page, "text_input", "Address (URL)").set_value("https://example.org/a")
    pressed(page, "Save")
    assert "Saved the details of “Guards flee”." in words_on(page)
    assert "This could not be saved." not in words_on(page)


def test_an_archive_is_one_step_and_the_same_again_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = pressed(two_waiting(monkeypatch), "Add all 2 as they are")
    archive = to_archive(added_by(page).articles)
    upload(page, again__zip=archive)
    assert not page.error
    assert "again.zip holds 2 articles that are here already." in words_on(page)

    other = upload(open_page(monkeypatch), mine__zip=archive)
    assert len(added_by(other).entries) == 2
    pressed(other, "Undo")
    assert not added_by(other).entries
    assert "added 2 articles from “mine.zip”. Upload the file again" in words_on(other)


def test_an_archive_of_bad_files_does_not_hold_its_good_one_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as files:
        for number in range(30):
            files.writestr(f"bad{number}.txt", b"\x00")
        files.writestr("good.txt", TEXT)
    page = upload(open_page(monkeypatch), many__zip=stream.getvalue())
    assert "more than 20 articles" not in words_on(page)
    assert "bad29.txt" in words_on(page)
    assert field(page, "text_input", "Title").value == "Guards flee"


@pytest.mark.parametrize(
    ("beyond", "said"),
    [
        (1, "a30.txt is one file too many. Up to 20 are read at a time"),
        (3, "a30.txt, a31.txt, a32.txt: 3 files beyond the 20 that are read at a time"),
        (40, "a40.txt, a41.txt and 28 more: 40 files beyond the 20"),
    ],
)
def test_files_beyond_those_read_at_a_time_are_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, beyond: int, said: str
) -> None:
    numbers = range(10, 30 + beyond)
    files = {f"a{number}__txt": f"Some {number} men fled.".encode() for number in numbers}
    words = words_on(upload(open_page(monkeypatch), **files))
    assert said in words
    assert words.count("at a time") == words_on(open_page(monkeypatch)).count("at a time") + 1


def test_a_page_that_is_a_scan_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = stream(lines((72, 600, "On Monday, 4,444 Afghan soldiers fled to Tajikistan.")))
    whole, part = pdf(told), pdf(told, stream(picture()))
    missing = "age 2 of 2 is a picture, as of a scan, and was not read"
    page = upload(open_page(monkeypatch), part__pdf=part)
    assert missing in words_on(page)
    assert missing in words_on(pressed(page, "Read the facts"))
    words = words_on(upload(open_page(monkeypatch), a__pdf=whole, b__pdf=part))
    assert f"But p{missing}" in words
    assert "Nothing is lost" not in words


def test_a_text_that_is_no_text_is_said_not_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    page = pressed(
        paste(open_page(monkeypatch), "came with 400 men and went to Kabul " * 120),
        "Read the facts",
    )
    words = words_on(page)
    assert "Most of this text was not read: more words than a sentence has" in words
    assert "The rules found none" not in words
    assert "1 part not read" in [part.label for part in page.expander]


def test_a_publication_day_that_is_still_to_come_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It would be the day that everything is as of, and all others one stroke of the timeline."""
    page = paste(open_page(monkeypatch))
    field(page, "date_input", "Publication date").set_value(dt.date(2099, 1, 1))
    words = words_on(pressed(page, "Read the facts"))
    assert "is still to come: 1 January 2099" in words
    assert "Say what it is" in words
