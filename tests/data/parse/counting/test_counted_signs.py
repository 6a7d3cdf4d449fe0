"""What numbers count whose nouns have signs in them, and where "one" goes on a list."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A dozen C-17s shield it.", ["a dozen equipment C-17s"]),
        # brackets around a number in front of its noun
        ("A total of (1,006) people were killed.", ["1,006 casualties people"]),
        ("(255) prisoners were sentenced.", ["255 other_count prisoners"]),
        ("Subsection 6A(4) people know rules.", []),
        ("On May 15 158 men came.", ["158 displaced men"]),
        ("The pullout is to end Aug. 31, men said.", []),
        # a length in another unit is one where the first is
        (
            "The border is 144 km (89 miles) long.",
            ["144 km border_length None", "89 miles border_length None"],
        ),
        (
            "A 64-kilometer (40-mile) wall runs along the border.",
            [
                "64-kilometer border_length None",
                "40-mile border_length None",
            ],
        ),
        ("The post lies 25 km (16 miles) from the border.", []),
        ("It costs 984 million rand.", ["984 million rand money It"]),
        ("She is a lad of two with no parents.", []),
        ("An earlier version of our map gave 411 districts.", []),
        ("Six F/A-18s shield it.", ["six equipment F/A-18s"]),
        ("The office will issue 70 transit visas.", ["70 other_count transit visas"]),
        (
            "Some 4,000 men came and around 2000 of them left.",
            ["4,000 displaced men", "2000 displaced men"],
        ),
        ("See issue 70.", []),
        ("It had 40 'smart' steel towers.", ["40 other_count 'smart' steel towers"]),
        (
            "About 90 Army and Air Force troops wait.",
            ["90 personnel Army and Air Force troops"],
        ),
        ("They got 600 night-vision goggles.", ["600 equipment night-vision goggles"]),
        ("They stayed for 60-day leave and 60 night shifts.", []),
        ("A 13th American soldier has died.", ["13th casualties American soldier"]),
        ("It was the third soldier to be killed.", ["third casualties soldier"]),
        ("The third soldier was killed by a mine.", []),
        ("The number of those kidnapped is more than 70.", ["70 other_count kidnapped"]),
        (
            "Four districts fell in Takhar, one in Balkh and one in Herat.",
            ["four districts districts", "one districts districts", "one districts districts"],
        ),
        (
            "They took four districts — one in Balkh and three in Herat.",
            ["four districts districts", "one districts districts", "three districts districts"],
        ),
        ("An envoy in Balkh and one in Herat came.", []),
    ],
)
def test_nouns_with_signs(text: str, expected: list[str]) -> None:
    told = [
        f"{text[f.start : f.end].lower()} {f.kind} {f.who}" for f in facts_of(text) if f.has_number
    ]
    assert told == expected
