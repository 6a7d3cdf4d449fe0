"""The number of X: what the words before a figure tell of those it counts."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "kind", "action"),
    [
        ("The number of people killed has risen to 144.", "casualties", "kill"),
        ("The number of people killed by gunmen in Solhan went up to 144.", "casualties", "kill"),
        ("The number of civilians who died last month was put at 144.", "casualties", "kill"),
        ("The number of soldiers who fled to Tajikistan reached 144.", "personnel", "flee"),
        ("The number of people brought to safety from Kabul reached 144.", "evacuated", "evacuate"),
        ("The number of Afghans evacuated by Germany climbed to 144.", "evacuated", "evacuate"),
        (
            "The number of districts captured by the Taliban has grown to 144.",
            "districts",
            "capture",
        ),
        ("The number of soldiers has risen to 144.", "personnel", "count"),
    ],
)
def test_what_is_told_of_those_measured_is_told_of_the_figure(
    text: str, kind: str, action: str
) -> None:
    (fact,) = extract(Article(article_id="x", text=text, title=""))
    assert (fact.kind, fact.action, fact.value) == (kind, action, 144)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The toll went up to 40 on Tuesday.", "exact"),
        ("The number of dead has climbed up to 40.", "exact"),
        ("The toll rose to as many as 40.", "up_to"),
        ("Up to 40 soldiers died.", "up_to"),
        ("The attack left up to 40 soldiers dead.", "up_to"),
    ],
)
def test_up_to_bounds_a_figure_that_nothing_rose_to(text: str, qualifier: str) -> None:
    (fact,) = extract(Article(article_id="x", text=text, title=""))
    assert (fact.value, fact.qualifier) == (40, qualifier)
