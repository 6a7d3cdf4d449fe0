"""Borders: lengths against published ones, provinces along them."""

from __future__ import annotations

import dataclasses

import pytest

from data.entry import checked
from geo.borders import border, border_pieces, borders
from geo.errors import ShapeError
from geo.gazetteer import PublishedLengths, border_codes, published_lengths

PUBLISHED = {
    "AFG-CHN": 91,
    "AFG-IRN": 921,
    "AFG-PAK": 2670,
    "AFG-TJK": 1357,
    "AFG-TKM": 804,
    "AFG-UZB": 144,
}


def test_six_borders_with_their_published_lengths() -> None:
    frame = borders()
    assert frame.published_km.to_dict() == PUBLISHED
    assert border_codes() == tuple(PUBLISHED)


def test_published_lengths_must_add_up() -> None:
    lengths = dataclasses.asdict(published_lengths())
    lengths["km"]["AFG-CHN"] = 19
    with pytest.raises(ValueError, match=r"add up to 5915\.0, not 5987"):
        checked(PublishedLengths, lengths)


def test_the_afghan_tajik_border() -> None:
    line = border("AFG-TJK")
    assert 1140 <= line.length_km <= 1170
    assert line.published_km == 1357
    assert "Central Intelligence Agency" in line.published_source
    assert list(line.provinces) == ["AF-BAL", "AF-BDS", "AF-KDZ", "AF-TAK"]
    assert line.provinces["AF-BDS"] > line.provinces["AF-KDZ"] > line.provinces["AF-BAL"] > 1


def test_the_map_is_shorter_than_what_is_published_but_not_by_much() -> None:
    for code in border_codes():
        line = border(code)
        assert 0.8 < line.length_km / line.published_km < 1, code


@pytest.mark.parametrize(
    ("code", "provinces"),
    [("AFG-CHN", {"AF-BDS"}), ("AFG-UZB", {"AF-BAL"}), ("AFG-IRN", {"AF-FRA", "AF-HER", "AF-NIM"})],
)
def test_provinces_along_a_border(code: str, provinces: set[str]) -> None:
    assert set(border(code).provinces) == provinces


@pytest.mark.parametrize("code", ["TJK-AFG", "TJK-UZB", "AFG", ""])
def test_an_unknown_border(code: str) -> None:
    with pytest.raises(ShapeError, match=f"border '{code}': no such border.*AFG-CHN, AFG-IRN"):
        border(code)


def test_drawn_borders_keep_the_true_lengths() -> None:
    full, drawn = borders(), borders(display=True)
    assert full.length_km.equals(drawn.length_km)
    assert not full.geometry["AFG-PAK"].equals(drawn.geometry["AFG-PAK"])
    assert "length_km" not in border_pieces(display=True)
