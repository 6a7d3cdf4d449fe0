from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.selection import (
    PARAMETERS,
    SHOWN_LENGTH,
    Known,
    Selection,
    shorten,
    summary_of_dropped,
)

KNOWN = Known(
    places=("TJK", "AFG-TJK", "AFG/kunduz"),
    facts=("ibt-1.9.capture", "ibt-2"),
    kinds=("personnel", "capture", "pledge"),
    claimants=("taliban", "rus-foreign-ministry"),
    articles=("ibt", "ap"),
)


def _lists(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


selections = st.builds(
    Selection,
    place=st.none() | st.sampled_from(tuple(KNOWN.places)),
    fact=st.none() | st.sampled_from(tuple(KNOWN.facts)),
    kinds=_lists(tuple(KNOWN.kinds)),
    claimants=_lists(tuple(KNOWN.claimants)),
    article=st.none() | st.sampled_from(tuple(KNOWN.articles)),
)


def read(query: dict[str, str]) -> tuple[Selection, tuple[str, ...]]:
    return Selection.from_query({name: [value] for name, value in query.items()}, KNOWN)


@given(selections)
def test_what_is_written_is_read_back(selection: Selection) -> None:
    assert read(selection.to_query()) == (selection, ())


@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=60), max_size=4)))
def test_any_query_opens_and_gives_only_what_exists(query: dict[str, list[str]]) -> None:
    selection, dropped = Selection.from_query(query, KNOWN)
    assert read(selection.to_query()) == (selection, ())
    assert all(len(item) <= SHOWN_LENGTH + len("claimants=…") for item in dropped)
    assert all(item.isprintable() for item in dropped)


def test_defaults_stay_out_of_the_link() -> None:
    assert Selection().to_query() == {}
    assert Selection(place="TJK").to_query() == {"place": "TJK"}


def test_repeated_parameters_and_commas_both_make_lists() -> None:
    selection, dropped = Selection.from_query({"kinds": ["pledge,personnel", "capture"]}, KNOWN)
    assert selection.kinds == ("pledge", "personnel", "capture")
    assert dropped == ()


def test_every_unknown_value_and_parameter_is_named() -> None:
    query = {"place": ["XYZ"], "fact": ["gone"], "kinds": ["pledge,nope"], "colour": ["red"]}
    selection, dropped = Selection.from_query(query, KNOWN)
    assert selection == Selection(kinds=("pledge",))
    assert dropped == ("colour", "place=XYZ", "fact=gone", "kinds=nope")


def test_a_second_value_where_one_is_possible_is_named() -> None:
    selection, dropped = Selection.from_query({"place": ["TJK", "AFG-TJK"]}, KNOWN)
    assert selection.place == "TJK"
    assert dropped == ("place=AFG-TJK",)


def test_a_huge_value_is_named_in_short() -> None:
    _, dropped = read({"place": "X" * 100_000})
    assert dropped == ("place=" + "X" * SHOWN_LENGTH + "…",)


def test_a_shortened_value_has_no_control_characters() -> None:
    assert shorten("a\nb\x1b[31m\u202e") == "a�b�[31m�"


def test_many_dropped_values_make_one_line() -> None:
    assert summary_of_dropped(["a", "b", "c", "d", "e"]) == "“a”, “b”, “c” and 2 more"


def test_choosing_the_same_place_again_lets_go_of_it() -> None:
    chosen = Selection(fact="ibt-2").toggle_place("TJK")
    assert chosen == Selection(place="TJK")
    assert chosen.toggle_place("TJK") == Selection()


def test_choosing_the_same_fact_again_lets_go_of_it_and_keeps_the_place() -> None:
    chosen = Selection(place="TJK").toggle_fact("ibt-2")
    assert chosen == Selection(place="TJK", fact="ibt-2")
    assert chosen.toggle_fact("ibt-2") == Selection(place="TJK")


def test_a_fact_alone_filters_nothing() -> None:
    assert not Selection(fact="ibt-2", article="ap").filters
    assert Selection(kinds=("pledge",)).filters


def test_parameters_are_the_fields() -> None:
    assert PARAMETERS == ("place", "fact", "kinds", "claimants", "article")
