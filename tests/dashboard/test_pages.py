"""Every page, driven by label or key, with the seeds as they are."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts import on_page
from dashboard.charts.catalogue import CHARTS
from dashboard.words.ground import ground_holder
from data.catalog import CATALOG
from data.corpus import read_corpus
from geo.errors import ShapeError
from tests.bundled import bundled
from tests.dashboard.conftest import write_catalog
from tests.dashboard.made_up import open_app, open_menu, words_on
from tests.seed_only import SEED_ONLY

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.charts.catalogue import Chart

PAGES = ("claims", "article", "facts", "about")
OF_OVERVIEW = tuple(name for name, chart in CHARTS.items() if not chart.page)


@pytest.fixture(scope="module")
def share() -> str:
    """Id of the fact behind the card about the border."""
    facts = read_corpus(SEED_ONLY).facts.values()
    return next(fact.fact_id for fact in facts if fact.of == "AFG-TJK")


def test_the_overview_answers_without_a_click(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch)
    assert not app.exception
    assert not app.error
    words = words_on(app)
    for said in ("Over 1,000", "reportedly", "20,000", "85%", "≈ 1,153 km", "1,357 km"):
        assert said in words
    explained = [card.help or "" for card in app.metric]
    assert any("1,145 km" in text.replace("\\", "") for text in explained)
    assert "Claimant: Russian Foreign Ministry" in words
    assert "Claimant: none named" in words
    assert "as of 9 July 2021" in words


def test_the_button_of_a_cards_help_is_announced_in_plain_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for countries in ("", "IRN"):  # which the cards with an explanation do not concern
        cards = open_app(monkeypatch, countries=countries).metric
        assert not [card.label for card in cards if card.help and set(card.label) & set("*:[")]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    app = open_app(monkeypatch, page=page)
    assert not app.exception
    assert not app.error


def test_both_charts_have_a_text_for_those_who_cannot_see_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    charts = open_app(monkeypatch).get("plotly_chart")
    assert len(charts) == 2
    assert all(chart.proto.alt for chart in charts)


def test_a_card_shows_its_evidence_and_is_in_the_url(
    monkeypatch: pytest.MonkeyPatch, share: str
) -> None:
    app = open_app(monkeypatch)
    app.button(key="card-border-share-evidence").click().run()
    assert app.query_params["fact"] == share
    assert "85% of the Afghan-Tajik border" in words_on(app)
    assert app.button(key="card-border-share-evidence").label == "Hide the sentence"


def test_choosing_again_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch)
    app.button(key="card-border-share-evidence").click().run()
    app.button(key="card-border-share-evidence").click().run()
    assert "fact" not in app.query_params


def test_a_country_filters_table_and_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch)
    everything = len(app.dataframe[0].value)
    open_menu(app, "filter-menu")
    app.multiselect(key="filter-countries").set_value(["UZB"]).run()
    assert app.query_params["countries"] == "UZB"
    assert 0 < len(app.dataframe[0].value) < everything
    assert "About Uzbekistan" in words_on(app)
    assert app.button(key="chip-countries").label == "Uzbekistan"
    assert "### :gray" in words_on(app) or ":gray[20,000]" in words_on(app)


def test_a_fact_of_the_country_can_be_chosen_and_the_country_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, countries="UZB")
    listed = next(button for button in app.button if (button.key or "").startswith("listed-"))
    listed.click().run()
    assert app.query_params["countries"] == "UZB"
    assert f"listed-{app.query_params['fact']}" == listed.key


def test_choosing_a_fact_that_a_filter_hides_drops_the_filter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, countries="UZB")
    app.button(key="card-reservists-evidence").click().run()
    assert "countries" not in app.query_params
    assert "fact" in app.query_params


def test_clear_selection(monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    app = open_app(monkeypatch, countries="TJK", fact=share)
    app.button(key="clear-selection").click().run()
    assert not set(app.query_params) & {"countries", "fact"}
    assert not [button for button in app.button if button.key == "clear-selection"]


@pytest.mark.parametrize(("page", "kept"), [("claims", {"measure"}), ("facts", set())])
def test_clear_keeps_what_the_page_draws(
    monkeypatch: pytest.MonkeyPatch, page: str, kept: set[str]
) -> None:
    app = open_app(monkeypatch, page=page, countries="TJK", layer="facts", measure="districts")
    app.button(key="clear-selection").click().run()
    assert set(app.query_params) == kept


def test_a_chip_takes_its_own_filter_away(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, countries="TJK", kinds="personnel")
    app.button(key="chip-countries").click().run()
    assert "countries" not in app.query_params
    assert app.query_params["kinds"] == "personnel"


def test_the_selection_goes_along_to_other_pages(
    monkeypatch: pytest.MonkeyPatch, share: str
) -> None:
    app = open_app(monkeypatch, fact=share)
    for page in ("article", "facts", "overview"):
        app.query_params.clear()
        app.switch_page(f"views/{page}.py").run()
        assert not app.exception
        assert "85% of the Afghan-Tajik border" in words_on(app)


def test_what_only_one_page_draws_stays_behind_and_is_there_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(
        monkeypatch, page="claims", countries="TJK", layer="facts", measure="crossed-to-tajikistan"
    )
    shown = []
    for page in ("overview", "facts", "claims", "overview"):
        app.query_params.clear()
        app.switch_page(f"views/{page}.py").run()
        selection = app.session_state["selection"]
        assert selection.countries == ("TJK",)
        shown.append((selection.layer, selection.measure))
    measure = "crossed-to-tajikistan"
    assert shown == [("facts", None), (None, None), (None, measure), ("facts", None)]


def test_a_measure_that_is_let_go_of_is_not_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="claims", measure="crossed-to-tajikistan")
    app.button_group(key="measure-choice").set_value("tajik-border").run()
    for page in ("overview", "claims"):
        app.query_params.clear()
        app.switch_page(f"views/{page}.py").run()
        assert app.session_state["selection"].measure is None


def test_a_link_says_what_it_cannot_honour(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, place="**X**", fact="gone", kinds="personnel")
    assert not app.exception
    (warning,) = app.warning
    assert "place\\=\\*\\*X\\*\\*" in warning.value
    assert "gone" in warning.value
    assert app.button(key="chip-kinds").label == "Personnel"


def test_a_country_no_fact_concerns_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, countries="CHN")
    assert not app.exception
    assert not app.warning
    assert "No fact concerns China" in words_on(app)
    assert "passes" not in words_on(app)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"countries": "TJK", "kinds": "history"}, "about Tajikistan passes the other filters"),
        ({"countries": "CHN", "kinds": "personnel"}, "No fact concerns China"),
        ({"kinds": "personnel", "actors": "csto"}, "No fact passes all filters"),
        ({"dates": "2022-01-01.."}, "No fact passes the filter\n"),
        ({"countries": "TJK", "day": "2021-07-01"}, "up to 1 July 2021 concerns Tajikistan"),
    ],
)
def test_where_nothing_is_in_view_it_says_why(
    monkeypatch: pytest.MonkeyPatch, query: dict[str, str], words: str
) -> None:
    app = open_app(monkeypatch, None, page="facts", **query)
    assert not app.warning
    assert words in words_on(app).replace("**", "") + "\n"


def test_the_article_is_drawn_whole_and_its_index_lists_every_fact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, page="article")
    listed = [button for button in app.button if (button.key or "").startswith("listed-")]
    assert len(listed) == len(read_corpus(SEED_ONLY).facts)
    assert "International Business Times" in words_on(app)


def test_about_defines_every_kind_and_names_the_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="about")
    words = words_on(app)
    assert "No number without its sentence" in words
    assert "World Factbook" in words
    assert "Natural Earth" in words
    assert read_corpus(SEED_ONLY).articles["ibt-2021-07-09"].title in words


def break_chart(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    def broken(*_: object) -> go.Figure:
        raise error

    broken_chart = dataclasses.replace(CHARTS[name], draw=broken)
    monkeypatch.setitem(cast("dict[str, Chart]", CHARTS), name, broken_chart)
    # What it drew before it broke would still be there.
    monkeypatch.setattr(on_page, "kept", lambda *found: found[-1]())


def test_a_broken_shape_takes_only_the_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dashboard.cards import words as card_words

    error = ShapeError(tmp_path / "borders.parquet", "cannot be read", "Make the shapes again")

    def broken(*_: object) -> None:
        raise error

    break_chart(monkeypatch, "region-map", error)
    monkeypatch.setattr(card_words, "border_km", broken)
    app = open_app(monkeypatch)
    assert not app.exception
    (shown,) = app.error
    assert "The map of claims cannot be drawn" in shown.value
    assert "borders\\.parquet" in shown.value
    words = words_on(app)
    assert "≈" not in words
    assert "85%" in words
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("name", OF_OVERVIEW)
def test_a_mistake_in_one_chart_is_logged_and_leaves_the_page(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    break_chart(monkeypatch, name, ZeroDivisionError("secret"))
    app = open_app(monkeypatch)
    assert not app.exception
    (error,) = app.error
    assert f"The {CHARTS[name].title.lower()} cannot be drawn" in error.value
    assert "ZeroDivisionError" in error.value
    assert "secret" not in error.value
    assert any(record.exc_info for record in caplog.records)
    assert len(app.get("plotly_chart")) == len(OF_OVERVIEW) - 1
    assert len(app.dataframe[0].value) > 0


def test_every_row_of_the_table_names_claimant_publisher_and_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = open_app(monkeypatch).dataframe[0].value
    first = [
        *("kind", "claim", "number", "places", "quote"),
        *("who", "claimant", "source", "published"),
    ]
    assert list(table)[:9] == first
    assert set(table["published"]) == {dt.date(2021, 7, 9)}
    assert all("International Business Times" in source for source in table["source"])
    assert all(table["claimant"])


def test_claims_that_differ_are_listed_and_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (
        "The Taliban control 70 percent of the Afghan-Tajik border, the United Nations said.\n"
        "The Taliban control 85 percent of the Afghan-Tajik border, the Russian Foreign Ministry "
        "said.\n"
    )
    app = open_app(monkeypatch, write_catalog(tmp_path, title="Rivals", text=text))
    assert "70% to 85%" in words_on(app)
    open_menu(app, "border-share-list")
    listed = [b for b in app.button if (b.key or "").startswith("card-border-share-claim-")]
    (other,) = (button for button in listed if "85%" in button.label.replace("\\", ""))
    other.click().run()
    shares = [card.value.replace("\\", "") for card in app.metric if "border" in card.label]
    assert shares == ["85%"]
    # The list lies over the evidence, and closes; its button stays where it is.
    assert app.session_state["border-share-list"] is False
    assert [b for b in app.button if (b.key or "").startswith("card-border-share-claim-")] == []


def test_an_article_is_chosen_by_its_title_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    catalog = write_catalog(tmp_path, title="*A* [b](c)", text="Nothing.")
    entry = catalog.read_text("utf-8")
    (tmp_path / "again.txt").write_text("Nothing.", "utf-8")
    again = entry.replace('"made-up"', '"again"').replace('"article.txt"', '"again.txt"')
    catalog.write_text(entry + again, "utf-8")
    app = open_app(monkeypatch, catalog, page="article")
    assert app.selectbox(key="article-choice").options == ["*A* [b](c)"] * 2
    assert "No fact found" in words_on(app)


def test_the_legend_of_an_article_looks_like_no_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="article")
    (legend,) = (each.value for each in app.markdown if "Filled marks carry" in each.value)
    assert "badge" not in legend
    assert ":green[●]\u00a0Pledges" in legend


def test_what_was_taken_is_not_counted_where_there_is_no_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = bundled().facts.values()
    taken = next(f for f in facts if f.kind == "capture" and ground_holder(f) and not f.has_number)
    app = open_app(monkeypatch, CATALOG, page="facts", fact=taken.fact_id)
    (rows,) = (each.proto.body for each in app.get("html") if "labelled-rows" in each.proto.body)
    assert "Held or taken by" in rows
    assert "Counted" not in rows


def test_a_hostile_article_changes_nothing_but_text(
    monkeypatch: pytest.MonkeyPatch, hostile_catalog: Path
) -> None:
    for page in (None, *PAGES):
        app: AppTest = open_app(monkeypatch, hostile_catalog, page=page)
        assert not app.exception
        for element in [*app.markdown, *app.caption, *app.button]:
            shown = str(getattr(element, "value", "")) + str(getattr(element, "label", ""))
            assert "<script>" not in shown
            assert ":red[" not in shown.replace(":red[●]", "")  # of the legend
            assert "](" not in shown


def test_about_links_every_source_that_has_an_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    article = read_corpus(SEED_ONLY).articles["ibt-2021-07-09"]
    app = open_app(monkeypatch, page="about")
    assert article.url in {link.proto.page for link in app.get("page_link")}
    catalog = write_catalog(tmp_path, title="No address", text="Nothing.")
    catalog.write_text(catalog.read_text("utf-8").replace('url = "https://example.org/a"\n', ""))
    words = words_on(open_app(monkeypatch, catalog, page="about"))
    assert "not known where it can be opened" in words
