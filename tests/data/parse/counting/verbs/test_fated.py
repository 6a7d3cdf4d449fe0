"""Fated: who is counted behind those who are called by what befell them."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

Told = tuple[str, str | None, str]
"""Words of a number, who is counted, action."""

CASES: dict[str, list[Told]] = {
    "14 killed, 31 wounded in Herat blast": [
        ("14", "killed", "kill"),
        ("31", "wounded", "wound"),
    ],
    "Losses of the police: 9 killed, 17 injured": [
        ("9", "killed", "kill"),
        ("17", "injured", "wound"),
    ],
    "At least 16 were killed and 37 suffered injuries in Kabul.": [
        ("16", "killed", "kill"),
        ("37", None, "wound"),
    ],
    "Eleven were killed. Another 30 were hospitalised with burns.": [
        ("Eleven", "killed", "kill"),
        ("30", None, "hospitalise"),
    ],
    "Some 27 civilians, including 11 children, were killed and 136 wounded.": [
        ("27", "civilians", "kill"),
        ("11", "children", "kill"),
        ("136", "civilians", "wound"),
    ],
    "Some 27 civilians, 11 of whom were children, were killed and 136 wounded.": [
        ("27", "civilians", "kill"),
        ("11", "children", "kill"),
        ("136", "civilians", "wound"),
    ],
    "The raid left 29 guards dead and 41 injured.": [
        ("29", "guards dead", "leave"),
        ("41", "guards", "wound"),
    ],
    "It left 16 dead policemen and 9 wounded.": [
        ("16", "dead policemen", "leave"),
        ("9", "policemen", "wound"),
    ],
    "He counted 17 dead bodies and 44 injured.": [
        ("17", "dead bodies", "count"),
        ("44", "injured", "wound"),
    ],
    # a verb with its object counts nobody's injuries
    "At least 14 people were killed and 75 received injuries.": [
        ("14", "people", "kill"),
        ("75", "people", "wound"),
    ],
    # a total counts those of whom the number before is a part
    "Norway flew out 900 people, among them 40 cooks. A Danish plane took the total to 1,100.": [
        ("900", "people", "evacuate"),
        ("40", "cooks", "evacuate"),
        ("1,100", "people", "count"),
    ],
    "Some 900 men died, 40 of them cooks. The total stands at 1,100.": [
        ("900", "men", "kill"),
        ("40", "cooks", "kill"),
        ("1,100", "men", "count"),
    ],
    # who is of two groups told of before
    "Some 40 guards and nine cooks died, half of them in May.": [
        ("40", "guards", "kill"),
        ("nine", "cooks", "kill"),
        ("half", None, "count"),
    ],
    # who is taken along in flight, and what is shot down
    "The major fled with 14 comrades.": [("14", "comrades", "flee")],
    "The major fled to Iran with 14 comrades.": [("14", "comrades", "flee")],
    "The major passed a post with 14 towers.": [("14", "towers", "count")],
    "The rebels shot down two jets; 14 rebels were killed in Herat.": [
        ("two", "jets", "shoot down"),
        ("14", "rebels", "kill"),
    ],
    "It was the third such retreat.": [("third", "such retreat", "count")],
    # each number has the fate that stands before it
    "Doctors put the injured at 75 and the dead at 14.": [
        ("75", "injured", "count"),
        ("14", "dead", "count"),
    ],
    "The dead numbered 14, the injured more than 75.": [
        ("14", "dead", "count"),
        ("75", "injured", "count"),
    ],
    "The number of injured rose to 75 and of dead to 14.": [
        ("75", "injured", "count"),
        ("14", "dead", "count"),
    ],
    "The number of dead was put at 14 and that of the injured at 75.": [
        ("14", "dead", "count"),
        ("75", "injured", "count"),
    ],
    "Death toll climbs to 14, with 75 injured": [
        ("14", "Death", "count"),
        ("75", "injured", "wound"),
    ],
    "The ward has received 75 reported injuries.": [("75", "reported injuries", "receive")],
    # a headline's capital is none of the word's own
    "Over 400 Wounded in Kabul Blast": [("400", "wounded", "wound")],
    # near misses: of those before, or the same fate
    "Of 200 wounded, 40 died.": [("200", "wounded", "total"), ("40", "wounded", "kill")],
    "9 of the wounded died, five of them in Kabul.": [
        ("9", "wounded", "kill"),
        ("five", "wounded", "kill"),
    ],
    "Twelve policemen killed, 9 wounded in Herat.": [
        ("Twelve", "policemen", "kill"),
        ("9", "policemen", "wound"),
    ],
    "14 were killed in May, and another 20 were killed in June.": [
        ("14", "killed", "kill"),
        ("20", "killed", "kill"),
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_counted(text: str) -> None:
    article = Article(article_id="a", title="", text=text, published=dt.date(2021, 8, 20))
    facts = [fact for fact in extract(article) if fact.has_number]
    found = [(text[f.start : f.end], f.who, f.action) for f in facts]
    assert found == CASES[text]
