"""Which countries a text names, and how: names with other meanings, headlines, adjectives."""

from __future__ import annotations

import json

import pytest

from data.article import Article
from data.countries import article_countries, countries_json


@pytest.mark.parametrize(
    ("text", "named", "via_demonym"),
    [
        ("The U.S., the UK and America agree.", ["USA", "GBR"], []),
        ("US-led forces and U.S.-backed troops left.", ["USA"], []),
        ("They told us so, and us alone.", [], []),
        ("FOLLOW US ON TWITTER", [], []),
        ("TALIBAN WARN U.S. AND IRAN", ["USA", "IRN"], []),
        ("It paid US$5m and NZ$3m.", [], []),
        ("Air India flew 50 Britons and ethnic Kyrgyz home.", [], ["GBR", "KGZ"]),
        ("Voice of America and the Times of India report it.", [], []),
        ("Latin America and New Mexico are far away.", [], []),
        ("The Soviet Union left in 1989; South Vietnam fell in 1975.", [], []),
        ("Michael Jordan, Jim Jordan and Chad Smith came.", [], []),
        ("A man from Atlanta, Georgia, died.", [], []),
        ("Azerbaijan, Georgia and Turkey sent troops.", ["AZE", "GEO", "TUR"], []),
        ("Georgia’s defense ministry said so.", ["GEO"], []),
        ("In Jordan, a king spoke. Jordanian police agreed.", ["JOR"], ["JOR"]),
        ("Troops of Mali, Niger and Chad fought.", ["MLI", "NER", "TCD"], []),
        ("The turkey was polished in indian summer.", [], []),
        ("Danish Siddiqui took it; Danish troops left.", [], ["DNK"]),
        ("The Pak-Afghan border is shut.", [], ["PAK", "AFG"]),
        ("Anglo-American and Russo-Turkish talks began.", [], ["GBR", "USA", "RUS", "TUR"]),
        ("DR Congo's army, the Republic of Congo and Guinea-Bissau.", ["COD", "COG", "GNB"], []),
        ("Troops flew from Virginia to Balochistan and Karabakh.", [], []),
        ("They crossed the Panj River and the Durand Line.", [], []),
    ],
)
def test_names_and_demonyms(text: str, named: list[str], via_demonym: list[str]) -> None:
    found = article_countries(Article(article_id="a", text=text, title=""))
    assert (list(found.named), list(found.via_demonym)) == (named, via_demonym)


def test_one_line_of_json_lists_all_and_how() -> None:
    text = "Iran hosts Afghans. Moscow said so. The Afghans left."
    line = countries_json(article_countries(Article(article_id="a", text=text, title="")))
    assert json.loads(line) == {
        "id": "a",
        "countries": ["IRN", "AFG", "RUS"],
        "named": ["IRN"],
        "via_demonym": ["AFG"],
        "via_capital": ["RUS"],
    }
