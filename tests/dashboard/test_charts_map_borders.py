"""What is claimed about a border of the map: what stands on the day, and what is chosen."""

import datetime as dt

from dashboard.charts.catalogue import CHARTS
from tests.dashboard.mapped import border, named
from tests.dashboard.test_charts_map_days import AUGUST, JULY, STORY, draw, share, view_of

LATER = share(JULY + dt.timedelta(4), 85, "the Taliban", name="t")
KNOWN, GONE = JULY + dt.timedelta(4), JULY + dt.timedelta(17)


def test_a_border_shows_what_stands_or_what_stood_last_with_its_day() -> None:
    figure = draw(*STORY, LATER, day=KNOWN)
    (label,) = named(figure, "border label")
    assert label.text == ("<b>70% to 85%<br>of this border</b>",)
    assert "a governor" in label.hovertext[0]
    assert "the Taliban" in label.hovertext[0]
    (label,) = named(draw(*STORY, LATER, day=GONE), "border label")
    assert label.text == ("<b>85%<br>of this border</b>",)
    (label,) = named(draw(*STORY, LATER, day=AUGUST), "border label")
    assert label.text == ("<b>85%<br>of this border,<br>as of 9 July 2021</b>",)


def test_a_chosen_claim_speaks_for_its_border() -> None:
    chosen = STORY[0][1].fact_id
    for day, words in ((KNOWN, ""), (GONE, ",<br>as of 5 July 2021")):
        figure = draw(*STORY, LATER, day=day, fact=chosen)
        (label,) = named(figure, "border label")
        assert label.text == (f"<b>70%<br>of this border{words}</b>",)
        assert border(figure).marker.opacity == 1
        told = CHARTS["region-map"].words(view_of(*STORY, LATER, day=day, fact=chosen))
        assert "said to hold 70% of the" in told


def test_a_click_on_a_border_goes_on_from_a_chosen_claim_to_the_others() -> None:
    ids = [told[1].fact_id for told in (STORY[0], LATER)]
    for chosen in (None, *ids):
        (label,) = named(draw(*STORY, LATER, day=KNOWN, fact=chosen), "border label")
        assert label.customdata == (["facts", *ids],)
    (label,) = named(draw(*STORY, LATER, day=GONE, fact=ids[0]), "border label")
    assert set(label.customdata[0]) == {"facts", *ids}
