"""The curve of an arrow on the map."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.curve import curve

LON = st.floats(40, 100)
LAT = st.floats(20, 60)


@given(st.tuples(LON, LAT), st.tuples(LON, LAT), st.integers(1, 50))
def test_a_curve_ends_where_it_should(
    start: tuple[float, float], end: tuple[float, float], steps: int
) -> None:
    line = curve(start, end, steps=steps)
    assert len(line) == steps + 1
    assert (line[0], line[-1]) == (start, end)


def test_a_curve_bows_to_the_left_by_its_bend() -> None:
    line = curve((60.0, 0.0), (70.0, 0.0), bend=0.2, steps=10)
    assert line[5] == pytest.approx((65, 2))
    back = curve((70.0, 0.0), (60.0, 0.0), bend=0.2, steps=10)
    assert back[5] == pytest.approx((65, -2))
    assert shapely.LineString(curve((60, 30), (70, 40), bend=0)).length == pytest.approx(200**0.5)
    with pytest.raises(ValueError, match="steps 0"):
        curve((60, 30), (70, 40), steps=0)
