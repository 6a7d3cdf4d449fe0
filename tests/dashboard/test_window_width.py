from __future__ import annotations

import pytest

from dashboard.components.charts_on_page import map_width, timeline_width
from dashboard.components.window_width import MOST


# Measured in Chromium: window, map, timeline.
@pytest.mark.parametrize(
    ("window", "a_map", "a_timeline"),
    [(390, 334, 334), (768, 431, 712), (1200, 631, 1032), (MOST, 781, 1272)],
)
def test_charts_are_at_least_as_wide_as_they_are_drawn_for(
    window: int, a_map: int, a_timeline: int
) -> None:
    assert a_map * 0.95 < map_width(window) <= a_map
    assert timeline_width(window) == a_timeline
