from __future__ import annotations

import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.on_page import USUAL, WIDEST, width_on_page


# Measured in Chromium: window, map, timeline.
@pytest.mark.parametrize(
    ("window", "a_map", "a_timeline"),
    [
        (390, 334, 334),
        (768, 431, 712),
        (810, 457, 754),
        (870, 425, 702),
        (1200, 631, 1032),
        (USUAL, 781, 1272),
        (WIDEST, 1081, 1752),
    ],
)
def test_charts_are_at_least_as_wide_as_they_are_drawn_for(
    window: int, a_map: int, a_timeline: int
) -> None:
    assert a_map * 0.95 < width_on_page(CHARTS["region-map"], window) <= a_map
    assert width_on_page(CHARTS["timeline"], window) == a_timeline
