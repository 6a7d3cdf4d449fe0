"""What one visitor added: every act gives a new state, and any of them can be undone."""

from __future__ import annotations

import datetime as dt
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.adding import articles
from dashboard.adding.articles import (
    MOST_ARTICLES,
    MOST_STEPS,
    AddedArticles,
    with_added,
)
from dashboard.adding.details import GIVEN, LICENCE, NO_DATE, Details, session_id
from data.archive import read_archive, to_archive
from data.article import Article
from data.corpus import Corpus, read_corpus
from data.errors import InputError
from tests.seed_only import SEED_ONLY

TEXT = (
    "Guards flee\n\nOn Monday, 40 Afghan soldiers fled to Tajikistan.\n\n"
    "The Taliban control 70 percent of the Afghan-Tajik border.\n"
)
NOTHING = Corpus({}, {})


def an_article(text: str = TEXT, **fields: Any) -> Article:
    values: dict[str, Any] = {"article_id": "upload", "text": text, "title": "Guards flee"}
    return Article(**(values | fields))


@pytest.fixture
def one() -> AddedArticles:
    added = AddedArticles().add(an_article(published=dt.date(2021, 7, 9)), NOTHING)
    assert len(first(added).facts) == 2
    return added


def first(added: AddedArticles) -> Any:
    return next(iter(added.entries.values()))


def fact_ids(added: AddedArticles) -> list[str]:
    return list(first(added).found)


def test_the_id_is_a_name_and_a_digest_of_the_text() -> None:
    name = session_id(an_article(publisher="Ünabhängige Zeitung!"))
    assert name.startswith("unabhangige-zeitung-")
    assert session_id(an_article(TEXT + " ", publisher="Ünabhängige Zeitung!")) != name
    assert session_id(an_article(title="Стражи")).startswith("article-")


@given(st.text(max_size=400), st.none() | st.text(max_size=400))
def test_any_name_makes_an_id_that_is_safe_as_a_file(title: str, publisher: str | None) -> None:
    name = session_id(an_article(title=title, publisher=publisher))
    assert set(name) <= {*string.ascii_lowercase, *string.digits, "-"}
    assert name[0] != "-"
    assert len(name) <= 51


def test_what_is_added_is_beside_the_catalogue_and_leaves_it_alone(one: AddedArticles) -> None:
    catalogue = read_corpus(SEED_ONLY)
    before = (dict(catalogue.articles), dict(catalogue.facts))
    seen = with_added(catalogue, one)
    assert (catalogue.articles, catalogue.facts) == before
    assert [name for name, article in seen.articles.items() if article.provisional] == list(
        one.entries
    )
    assert {*seen.facts} == {*catalogue.facts, *fact_ids(one)}
    assert with_added(catalogue, AddedArticles()) is catalogue


def test_a_fact_is_rejected_corrected_and_restored(one: AddedArticles) -> None:
    fled, share = fact_ids(one)
    rejected = one.reject(fled)
    assert list(first(rejected).facts) == [share]
    assert [fact.fact_id for fact in first(rejected).rejected] == [fled]
    corrected = rejected.correct(share, {"value": 75.0, "low": 75.0, "high": 75.0})
    assert first(corrected).facts[share].value == 75
    assert first(corrected).corrected[0].corrected == ("value", "low", "high")
    restored = corrected.restore(fled).restore(share)
    assert first(restored).facts == first(one).facts
    assert first(restored).article.review is None


def test_undo_goes_back_step_by_step(one: AddedArticles) -> None:
    fled, share = fact_ids(one)
    done = one.reject(fled).correct(share, {"places": ("AFG",)}).remove(next(iter(one.entries)))
    assert not done.entries
    assert done.steps[-1].done == "removed “Guards flee”"
    back = done.undo()
    assert first(back).facts[share].places == ("AFG",)
    assert first(back.undo().undo()).facts == first(one).facts
    assert not back.undo().undo().undo().entries
    assert AddedArticles().undo() == AddedArticles()


def test_only_so_many_steps_are_kept(one: AddedArticles) -> None:
    fled = fact_ids(one)[0]
    added = one
    for _ in range(MOST_STEPS):
        added = added.reject(fled).restore(fled)
    assert len(added.steps) == MOST_STEPS


def characters_held(added: AddedArticles) -> int:
    """Of all texts, once for each time that facts were read from them."""
    every = [*added.entries.values(), *(e for step in added.steps for e in step.before.values())]
    return sum({id(entry.found): len(entry.article.text) for entry in every}.values())


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Characters that a visitor may have: two short articles."""
    monkeypatch.setattr(articles, "MOST_CHARACTERS", 60)
    return 60


def test_what_undoing_brings_back_is_bounded_as_what_is_there(small: int) -> None:
    added = AddedArticles()
    for number in range(9):
        added = added.add(an_article(f"{number} guards fled to Iran.".ljust(29)), NOTHING)
        added = added.describe(next(iter(added.entries)), Details("Another title"))
        added = added.remove(next(iter(added.entries)))
        assert characters_held(added) <= 2 * small
        assert list(added.undo().entries.values()), "a removal can always be undone"
    assert added.undo().undo().entries != added.undo().entries


def test_however_long_the_article_its_review_can_be_undone(
    one: AddedArticles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "MOST_CHARACTERS", len(TEXT))
    fled, added = fact_ids(one)[0], one
    for _ in range(MOST_STEPS // 2):
        added = added.reject(fled).restore(fled)
    for _ in range(MOST_STEPS):
        added = added.undo()
    assert first(added).facts == first(one).facts
    assert not added.steps


def test_the_same_decision_again_is_no_step(one: AddedArticles) -> None:
    fled = fact_ids(one)[0]
    rejected = one.reject(fled)
    assert rejected.reject(fled) is rejected
    assert one.restore(fled) is one
    assert one.correct(fled, {"value": first(one).found[fled].value}) is one


def test_values_that_contradict_each_other_are_refused(one: AddedArticles) -> None:
    fled = fact_ids(one)[0]
    with pytest.raises(InputError, match="low 9.0 is above high 3.0"):  # noqa: RUF043
        one.correct(fled, {"low": 9.0, "high": 3.0})
    with pytest.raises(InputError, match="no code of a place"):
        one.correct(fled, {"places": ("<script>",)})
    with pytest.raises(InputError, match="not of this session"):
        one.reject("ibt-2021-07-09.277.personnel")


def test_a_date_given_later_dates_the_facts_and_keeps_the_review() -> None:
    undated = AddedArticles().add(an_article(), NOTHING)
    fled, share = fact_ids(undated)
    assert first(undated).facts[fled].when_start is None
    reviewed = undated.reject(share)
    details = Details("Guards flee", published=dt.date(2021, 7, 9))
    dated = reviewed.describe(next(iter(undated.entries)), details)
    assert first(dated).facts[fled].when_start == dt.date(2021, 7, 5)
    assert share not in first(dated).facts
    assert first(dated).article.published_basis == GIVEN


def test_details_are_checked_and_completed() -> None:
    article = an_article(published=dt.date(2021, 7, 9), published_basis="in the page")
    described = Details.of(article).described(article)
    assert (described.published_basis, described.licence) == ("in the page", LICENCE)
    assert Details("Title").described(article).published_basis == NO_DATE
    assert Details(" A\n title ").described(article).title == "A title"
    with pytest.raises(InputError, match="title"):
        Details("  ").described(article)
    for address in ("javascript:alert(1)", "example.org", "https://example.org/a b"):
        with pytest.raises(InputError, match="address"):
            Details("Title", url=address).described(article)
    for details, said in (
        (Details("t" * 301), "the title: is too long: 301 characters. Give at most 300."),
        (Details("Title", "p" * 301), "the publisher: is too long: 301 characters"),
        (Details("Title", url="https://e.org/" + "u" * 2_000), "the address: is too long: 2,014"),
        (Details("Title", published=dt.date(21, 7, 9)), "is before 1900: 9 July 21"),
        (Details("Title", published=dt.date(2999, 7, 9)), "is still to come: 9 July 2999"),
    ):
        with pytest.raises(InputError, match=said):
            details.described(article)
    for address in ("https://en.wikipedia.org/wiki/People's_Party_(Kabul)", "http://[::1]/a;b=!c"):
        assert Details("Title", url=address).described(article).url == address


def test_a_text_is_added_once(one: AddedArticles) -> None:
    with pytest.raises(InputError, match="is in this session already"):
        one.add(an_article(title="Another title"), NOTHING)
    seed = next(iter(read_corpus(SEED_ONLY).articles.values()))
    with pytest.raises(InputError, match="is in the catalogue already"):
        one.add(an_article(seed.text), read_corpus(SEED_ONLY))


def test_number_and_size_are_bounded() -> None:
    added = AddedArticles()
    for number in range(MOST_ARTICLES):
        added = added.add(an_article(f"Text {number}."), NOTHING)
    with pytest.raises(InputError, match="more than 20 articles"):
        added.add(an_article("One more."), NOTHING)
    large = AddedArticles()
    for letter in "ab":
        large = large.add(an_article(f"{letter} " * 900_000), NOTHING)
    with pytest.raises(InputError, match="more than 4,000,000 characters"):
        large.add(an_article("c " * 900_000), NOTHING)


@pytest.mark.parametrize("text", ["", "a\x00b", "a\ud800b"])
def test_a_text_that_no_file_could_hold_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        AddedArticles().add(an_article(text), NOTHING)


decisions = st.lists(
    st.tuples(st.sampled_from(["reject", "correct", "restore"]), st.integers(0, 1)), max_size=8
)


@given(decisions)
def test_any_decisions_can_be_undone_and_kept(steps: list[tuple[str, int]]) -> None:
    start = AddedArticles().add(an_article(published=dt.date(2021, 7, 9)), NOTHING)
    states = [start]
    for act, which in steps:
        fact = fact_ids(start)[which]
        now = states[-1]
        changed = {
            "reject": lambda now=now, fact=fact: now.reject(fact),
            "correct": lambda now=now, fact=fact: now.correct(fact, {"places": ("UZB",)}),
            "restore": lambda now=now, fact=fact: now.restore(fact),
        }[act]()
        if changed is not now:
            states.append(changed)
    (article,) = read_archive("a.zip", to_archive(states[-1].articles))
    kept = AddedArticles().add(article, NOTHING, again=True)
    assert first(kept).facts == first(states[-1]).facts
    for before, after in zip(states[-2::-1], states[:0:-1], strict=True):
        assert after.undo().entries == before.entries


def test_an_archive_goes_on_where_the_session_left_off(one: AddedArticles) -> None:
    fled, share = fact_ids(one)
    before = one.reject(fled).correct(share, {"value": 75.0, "low": 75.0, "high": 75.0})
    (article,) = read_archive("a.zip", to_archive(before.articles))
    after = AddedArticles().add(article, NOTHING, again=True)
    assert first(after).facts == first(before).facts
    assert first(after).article.article_id == first(before).article.article_id


def test_an_archive_keeps_what_was_not_read() -> None:
    said = "page 2 of 3 is a picture, as of a scan, and was not read"
    before = AddedArticles().add(an_article(unread=said), NOTHING)
    (article,) = read_archive("a.zip", to_archive(before.articles))
    assert article.unread == said


def test_an_archive_cannot_take_the_id_of_another_article(one: AddedArticles) -> None:
    (article,) = read_archive("a.zip", to_archive(one.articles))
    taken = Corpus({article.article_id: an_article("Else.", article_id=article.article_id)}, {})
    with pytest.raises(InputError, match="already"):
        AddedArticles().add(article, taken, again=True)
