"""Places that a number does not take over from the names around it."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract

_GATE = "AFG-PAK"
_PISA = "ROME, June 30 - Italy's last soldiers landed at Pisa on Monday.\n"
_AFGHAN = (
    "Afghanistan: update\nSome 300 people crossed into Pakistan at Spin Boldak and 90 came back.\n"
)


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("Some 11 capitals had gone, Herat and Kandahar among them.", "11", ["AFG"]),
        ("Two capitals, Taloqan and Aybak, have fallen.", "Two", ["AF-TAK", "AF-SAM"]),
        ("Some 9 districts in Herat and Farah fell.", "9", ["AF-HER", "AF-FRA"]),
        ("The Americans will leave; 900 soldiers remain.", "900", []),
        ("The Americans will leave Afghanistan; 900 soldiers remain.", "900", ["AFG"]),
        ("The Tajik border is 1,350 km long; the Uzbek one 140 km.", "1,350", ["AFG-TJK"]),
        ("The Tajik border is 1,350 km long; the Uzbek one 140 km.", "140", ["AFG-UZB"]),
        ("In Texas, 900 soldiers remain.", "900", ["USA"]),
        (
            _AFGHAN + "Inside the country, 5,000 people were displaced, 70 per cent of them women.",
            "70 per cent",
            ["AFG"],
        ),
        (
            "At Torkham, the gate of Pakistan, 90 trucks have stood since the fall of Herat.",
            "90",
            [_GATE],
        ),
        ("At Torkham 90 trucks have stood at the gate since the fall.", "90", [_GATE]),
        ("Some 90 people died in Germany's floods.\nThe storm killed 20 in Poland.", "90", ["DEU"]),
        ("Some 90 people died by Germany's\nThe storm killed 20 in Poland.", "90", ["POL"]),
        (
            'Panjshir holds. "We lost 90 villages there," a nephew of Nuri said from Tajikistan.',
            "90",
            ["AF-PAN"],
        ),
        (_PISA + "On board were 60 men and women. They had left Herat on Sunday.", "60", ["ITA"]),
        ("They hold the Afghan-Tajik border.\n\nRefugees: 900 persons", "900", ["AFG"]),
    ],
)
def test_a_number_is_only_where_it_is_told_to_be(text: str, number: str, places: list[str]) -> None:
    article = Article(article_id="x", text=text, title="", published=None)
    at = text.index(number)
    assert [list(fact.places) for fact in extract(article) if fact.start == at] == [places]
