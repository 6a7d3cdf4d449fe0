"""The palette: contrast, colours that stay apart for colour-blind people, fixed meanings."""

import itertools
from typing import Literal

import numpy as np
import pytest

from dashboard.charts.region.areas import BACKGROUND
from dashboard.palette import Palette, palette
from data import lexicon

THEMES = ("light", "dark")
Theme = Literal["light", "dark"]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# OKLab (Ottosson 2020): 0.02 is about the smallest difference that can be seen side by side.
TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
APART = 0.06


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    curved = ((channels + 0.055) / 1.055) ** 2.4
    return np.asarray(np.where(channels <= 0.04045, channels / 12.92, curved))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    lighter, darker = sorted((float(linear(c) @ weights) for c in (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, vision: str) -> float:
    def lab(colour: str) -> np.ndarray:
        seen = np.clip(VISION[vision] @ linear(colour), 0, 1)
        return np.asarray(TO_LAB @ np.cbrt(TO_LMS @ seen))

    return float(np.linalg.norm(lab(one) - lab(other)))


@pytest.fixture(params=THEMES)
def colours(request: pytest.FixtureRequest) -> Palette:
    return palette(request.param)


def test_text_can_be_read_on_both_backgrounds(colours: Palette) -> None:
    for text, ground in itertools.product(
        (colours.text, colours.quiet_text), (colours.page, colours.panel)
    ):
        assert contrast(text, ground) >= 4.5


def test_marks_stand_out_from_both_backgrounds(colours: Palette) -> None:
    marks = {code: group.colour for code, group in colours.groups.items()}
    marks |= colours.tokens
    marks |= {f"part {code}": part.line for code, part in colours.parts.items()}
    for (name, mark), ground in itertools.product(marks.items(), (colours.page, colours.panel)):
        assert contrast(mark, ground) >= 3, name


def test_names_can_be_read_on_every_country(colours: Palette) -> None:
    for code, part in colours.parts.items():
        assert contrast(colours.text, part.fill) >= 4.5, code
    assert contrast(colours.quiet_text, colours.land) >= 4.5


def test_the_taliban_label_can_be_read_on_plain_land(colours: Palette) -> None:
    assert contrast(colours.groups["taliban"].colour, colours.land) >= 3


@pytest.mark.parametrize("vision", VISION)
def test_actors_stay_apart(colours: Palette, vision: str) -> None:
    for one, other in itertools.combinations(colours.groups.values(), 2):
        gap = distance(one.colour, other.colour, vision)
        assert gap >= APART, f"{one.code} and {other.code}: {gap:.3f}"


@pytest.mark.parametrize("vision", VISION)
def test_parts_stay_apart(colours: Palette, vision: str) -> None:
    fills = {code: part.fill for code, part in colours.parts.items()}
    for (one, a), (other, b) in itertools.combinations(fills.items(), 2):
        assert distance(a, b, vision) >= 0.05, f"{one} and {other}"
    for code, fill in fills.items():
        assert distance(fill, colours.land, vision) >= 0.04, code


@pytest.mark.parametrize("vision", VISION)
def test_tints_of_provinces_stay_apart(colours: Palette, vision: str) -> None:
    fills = [colours.untaken.fill, colours.contested.fill, *(tint.fill for tint in colours.taken)]
    for one, other in itertools.combinations(fills, 2):
        assert distance(one, other, vision) >= APART, f"{one} and {other}"


@pytest.mark.parametrize("vision", VISION)
def test_what_is_not_reported_taken_is_no_country_around_it(colours: Palette, vision: str) -> None:
    for code, part in colours.parts.items():
        faint = mixed(part.fill, colours.page, BACKGROUND)
        assert distance(colours.untaken.fill, faint, vision) >= APART, code
    assert contrast(colours.untaken.fill, colours.page) >= 2
    assert contrast(colours.untaken.line, colours.untaken.fill) >= 3


def mixed(one: str, other: str, share: float) -> str:
    """A colour with an opacity over another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def test_provinces_taken_first_and_countries_named_most_stand_out_most(colours: Palette) -> None:
    for tints in (colours.taken, colours.counts[::-1]):
        steps = [contrast(tint.fill, colours.page) for tint in tints]
        assert steps == sorted(steps, reverse=True)


@pytest.mark.parametrize(
    ("actor", "group"),
    [
        ("taliban", "taliban"),
        ("suhail-shaheen", "taliban"),
        ("afg-government", "afghanistan"),
        ("ashraf-ghani", "afghanistan"),
        ("rus-foreign-ministry", "russia"),
        ("zamir-kabulov", "russia"),
        ("tjk-government", "tajikistan"),
        ("uzb-government", "uzbekistan"),
        ("tkm-government", "turkmenistan"),
        ("usa-government", "usa"),
        ("joe-biden", "usa"),
        ("csto", "csto"),
        ("soviet-union", "soviet-union"),
        ("isis-k", "other"),
        ("nobody-knows", "other"),
        (None, "other"),
    ],
)
def test_an_actor_has_one_meaning(actor: str | None, group: str) -> None:
    assert palette("light").actor(actor).code == group


def test_every_kind_has_its_colour() -> None:
    for theme in THEMES:
        assert {kind.colour for kind in lexicon.kinds().values()} <= set(palette(theme).tokens)


def test_every_part_in_the_story_has_its_colours() -> None:
    from geo.parts import parts

    assert {part.id for part in parts().part} == set(palette("light").parts)


def test_unknown_tokens_and_parts_stay_quiet(colours: Palette) -> None:
    assert colours.token("mauve") == colours.tokens["grey"]
    assert colours.part("unheard-of").fill == colours.land
