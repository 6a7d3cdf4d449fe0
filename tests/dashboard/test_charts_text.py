"""Text in charts: markup, hover labels, source line, config, and what a click means."""

import datetime as dt
import html
import json
import re

import pytest

from dashboard.charts.parts.caption import ON_PAGE, Caption
from dashboard.charts.parts.config import TOPOJSON_URL, chart_config
from dashboard.charts.parts.hover import hover_list, hover_text
from dashboard.charts.parts.layout import Words
from dashboard.charts.parts.markup import HOVER_WIDTH, escape_markup, lines_in, shorten, wrap
from dashboard.charts.parts.picked import Picked, country_data, facts_data, picked
from dashboard.charts.parts.sources import source_line
from dashboard.charts.parts.text_width import fitted, text_width
from data.article import Article
from data.fact import Fact

HOSTILE = '<b>x</b> <a href="javascript:alert(1)">%{x}</a> & <br> \u202eevil\x00'


def fact(**changes: object) -> Fact:
    """A fact whose sentence has its number in digits, or no number."""
    value = changes.get("value")
    words = f"{value:g}" if isinstance(value, float) else "Some"
    values: dict[str, object] = {
        "fact_id": "a-1",
        "article_id": "a",
        "fact_group": "a-g1",
        "kind": "personnel",
        "action": "flee",
        "start": 0,
        "end": len(words),
        "sentence_start": 0,
        "sentence_end": len(words) + 7,
        "quote": f"{words} fled .",
        "rule": "test",
    }
    return Fact(**(values | changes))  # type: ignore[arg-type]


def quoted(words: str, **changes: object) -> Fact:
    return fact(quote=words, sentence_end=len(words), **changes)


ARTICLE = Article(
    article_id="a",
    text="",
    title="T",
    publisher="The <i>Daily</i>",
    published=dt.date(2021, 8, 2),
)


@pytest.mark.parametrize("clean", [escape_markup, wrap])
def test_article_text_cannot_write_markup(clean: object) -> None:
    shown = clean(HOSTILE)  # type: ignore[operator]
    assert "<b>" not in shown
    assert "<a" not in shown
    assert "&lt;b&gt;x&lt;/b&gt;" in shown
    assert "&amp;" in shown
    assert "\u202e" not in shown
    assert "\x00" not in shown


SAID = 'They said "don\'t" & <b>left</b> &quot;at once&quot;'
PLOTLY_DECODES = {"amp", "lt", "gt"}
"""Of what escaping makes: plotly.js 3 knows these names and shows ``&quot;`` as it is."""


@pytest.mark.parametrize(
    "clean", [escape_markup, wrap, lambda text: wrap(text, 12), lambda text: fitted(text, 12, 80)]
)
def test_plotly_shows_quotes_and_all_else_as_they_were_written(clean: object) -> None:
    shown = clean(SAID).replace("<br>", " ")  # type: ignore[operator]
    assert set(re.findall(r"&(#?\w+);", shown)) == PLOTLY_DECODES
    assert "<" not in shown
    assert html.unescape(shown) == SAID


def test_a_hover_label_quotes_a_sentence_as_it_stands() -> None:
    text = hover_text([quoted(SAID)], {"a": ARTICLE})
    assert '"don\'t" &amp; &lt;b&gt;left&lt;/b&gt;' in text
    assert "<b>left" not in text


def test_no_line_of_a_hover_label_leaves_a_phones_screen() -> None:
    long = quoted("Many words " * 30, who="Afghan border guards of a far district " * 3, value=9.0)
    also = quoted(
        "Others.", fact_id="a-2", fact_group="a-g2", value=8.0, attributed_to="Somebody " * 12
    )
    for text in (
        hover_text([long, also], {"a": ARTICLE}),
        hover_list([long, also], {"a": ARTICLE}),
    ):
        lines = [html.unescape(re.sub("<[^>]*>", "", line)) for line in text.split("<br>")]
        assert max(map(len, lines)) <= HOVER_WIDTH + len("Who says so: ")
        assert all(len(line) <= HOVER_WIDTH for line in lines if not re.match("[A-Z].*: ", line))


def test_a_list_of_claims_has_as_many_lines_that_begin_one_as_it_says() -> None:
    facts = [
        quoted(
            "Said.",
            fact_id=f"a-{value}",
            fact_group=f"a-g{value}",
            value=float(value),
            who="long kilometres of frontier ground in",
            places=("AFG-TJK",),
        )
        for value in (7, 8, 9)
    ]
    first, *lines = hover_list(facts, {"a": ARTICLE}).split("<br>")
    assert first == "<b>3 claims</b>; choose it to go through them"
    assert any(line.startswith("·") for line in lines), "a line is broken before its dot"
    assert sum(line.startswith("•") for line in lines) == 3


def test_wrapping_counts_what_is_seen_and_never_cuts_an_entity() -> None:
    lines = wrap("&" * 130 + " word").split("<br>")
    assert [line.count("&amp;") for line in lines[:2]] == [HOVER_WIDTH, HOVER_WIDTH]
    assert all(line.replace("&amp;", "") in ("", " word", "word") for line in lines)


def test_lines_are_counted_for_the_height_they_need() -> None:
    assert lines_in("") == 0
    assert lines_in(wrap("one two three", 5)) == 3
    assert Words("a" * 60, "", "s").head_height > Words("a", "", "s").head_height


# As wide as Chromium measures them in DejaVu Sans and its bold, at 1000 pixels.
@pytest.mark.parametrize(("bold", "width"), [(False, 3051.3), (True, 3491.7)])
def test_words_are_measured_in_the_widest_font_they_may_be_drawn_in(bold: bool, width: int) -> None:
    assert text_width("to win", 1000, bold=bold) == pytest.approx(width, abs=6)
    assert text_width("汉", 13, bold=bold) == 13


def test_a_broken_text_keeps_every_letter_in_lines_that_fit() -> None:
    subtitle = (
        "Each on the earliest day that any source gives; no claim on Nuristan or Parwan. As "
        "reported up to 21 September 2021. Not on this map: https://example.org/?a=1&b=" + "W" * 90
    )
    for room in (310, 600, 980):
        lines = [html.unescape(line) for line in fitted(subtitle, 13, room).split("<br>")]
        assert len(lines) > 1
        assert all(text_width(line, 13) <= room for line in lines)
        assert "".join(lines).replace(" ", "") == subtitle.replace(" ", "")
    assert fitted(HOSTILE, 13, 10_000) == escape_markup(HOSTILE)
    assert fitted("", 13, 310) == ""
    assert fitted("WW", 13, 1) == "W<br>W"


@pytest.mark.parametrize("width", [330, 640, 1000])
def test_title_subtitle_and_source_fit_in_the_widest_font(width: int) -> None:
    said = "As reported up to 21 September 2021. Not on this map: United States, Germany, Italy"
    words = Words(said, said, said, width)
    for markup, size, bold in (
        (words.title_lines, 17, True),
        (words.subtitle_lines, 13, False),
        (words.source_lines, 11, False),
    ):
        assert all(text_width(line, size, bold=bold) <= width - 20 for line in markup.split("<br>"))


def test_on_the_page_whose_letters_are_known_lines_are_longer() -> None:
    said = "As of 9 July " * 20
    anywhere, on_page = (Words("", said, "", 390, Caption(letters=each)) for each in (1, ON_PAGE))
    first, longer = (words.subtitle_lines.split("<br>")[0] for words in (anywhere, on_page))
    assert len(longer) > len(first)
    assert text_width(longer, 13) * ON_PAGE <= 370


def test_a_narrow_title_leaves_room_for_the_buttons_above_it_and_a_wide_one_beside() -> None:
    narrow, wide = (Words("word " * 40, "", "s", width) for width in (334, 781))
    assert narrow.title_top >= 25 > wide.title_top
    assert max(map(len, wide.title_lines.split("<br>"))) * 8 < 781 - 20 - 152


def test_shortening_cuts_at_a_word() -> None:
    assert shorten("Collective Security Treaty", 22) == "Collective Security…"
    assert shorten("short", 22) == "short"


def test_hover_says_what_who_when_and_the_words() -> None:
    text = hover_text(
        [
            quoted(
                "About 300 troops fled to Iran, it is said .",
                value=300,
                qualifier="about",
                unit="people",
                who="troops",
                origin="AFG",
                destination="IRN",
                attributed_to="the Ministry",
                reported_by="a wire",
                hedged=True,
                when_start=dt.date(2021, 8, 1),
                when_end=dt.date(2021, 8, 1),
                when_basis="stated",
            )
        ],
        {"a": ARTICLE},
    )
    for part in ("bout 300", "Afghanistan", "Iran", "the Ministry", "a wire", "1 August 2021"):
        assert part in text
    assert "About 300 troops fled to Iran, it is said ." in text.replace("<br>", " ")
    assert "doubts" in text
    assert "The &lt;i&gt;Daily&lt;/i&gt;" in text


def test_hover_names_an_article_once_that_speaks_for_itself() -> None:
    unnamed = [quoted("Over 40 fled.", fact_id=f"a-{number}") for number in (1, 2)]
    articles = {"a": ARTICLE}
    for text, told in ((hover_text(unnamed[:1], articles), 1), (hover_list(unnamed, articles), 2)):
        assert text.count("No claimant named") == told
        assert text.replace("<br>", " ").count("The &lt;i&gt;Daily&lt;/i&gt;") == told


def test_hover_of_a_hostile_fact_shows_it_as_text() -> None:
    text = hover_text([quoted(HOSTILE, who=HOSTILE, attributed_to=HOSTILE)], {})
    assert "<a" not in text
    assert "href=" in text
    assert "%{x}" in text  # harmless: it goes into hovertext, which is no template


def test_hover_of_a_fact_without_article_or_date_still_speaks() -> None:
    text = hover_text([fact()], {})
    assert "no date of its own" in text
    assert "nan" not in text.lower().split()
    assert "None" not in text


def test_source_line_names_publishers_and_dates() -> None:
    unknown = Article(article_id="b", text="", title="Untitled")
    line = source_line([ARTICLE, unknown], "boundaries: N")
    assert line == (
        "Source: The <i>Daily</i>, 2 August 2021; "
        "Untitled, publication date unknown · boundaries: N"
    )
    assert source_line([ARTICLE] * 4).endswith("and 1 more article")
    assert source_line([ARTICLE] * 5).endswith("and 2 more articles")
    assert source_line([], "boundaries: N") == "Source: boundaries: N"
    assert source_line([]) == ""


@pytest.mark.parametrize(("image", "scale"), [("png", 2), ("svg", None)])
def test_config_names_the_image_and_asks_no_other_host(image: str, scale: int | None) -> None:
    config = chart_config("The map: 9/7", image)  # type: ignore[arg-type]
    options = config["toImageButtonOptions"]
    assert (options["format"], options.get("scale")) == (image, scale)
    assert options["filename"] == "the-map-9-7"
    assert config["displaylogo"] is False
    assert config["showSendToCloud"] is False
    assert config["scrollZoom"] is False
    assert config["topojsonURL"] == TOPOJSON_URL
    assert "//" not in json.dumps(config)


def test_a_click_leads_to_a_country_or_to_facts() -> None:
    def event(*data: object) -> dict[str, object]:
        return {"selection": {"points": [{"customdata": entry} for entry in data]}}

    assert picked(event(country_data("TJK"))) == Picked(country="TJK")
    assert picked(event(None, facts_data(("a-1", "a-2")))) == Picked(facts=("a-1", "a-2"))
    for nothing in (None, {}, event(), event("country"), event(["country"]), event(["x", "y"])):
        assert picked(nothing) is None
    assert picked(event(["facts", 7])) is None
