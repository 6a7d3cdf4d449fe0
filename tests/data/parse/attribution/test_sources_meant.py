"""Sources: who is meant by a pronoun, an owner or a label, and what a source does not claim."""

from __future__ import annotations

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract


def facts_of(text: str) -> list[Fact]:
    return extract(Article(article_id="x", text=text, title="", published=None))


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The toll in Herat is not 60, as officials said, but 21.", [None]),
        ("The toll in Herat is 21, as officials said.", ["officials"]),
        (
            "Moscow pays $9 million. In May the Taliban took 5 towns; by June they claimed 90.",
            [None, None, "Taliban"],
        ),
        (
            "Some 12 boys died, UNICEF said. At the airport 30 people wait, its director Ali said.",
            ["UNICEF", "director Ali"],
        ),
        ("Losses in Herat:\n- Army: 40 killed\n- Police: 9 killed", [None, None]),
        ("UN: 40,000 cross into Pakistan", ["UN"]),
        ("The Taliban hold 40 districts, said Omar Nuri in Doha.", ["Omar Nuri"]),
        ("The Taliban hold 40 districts, said officials in Herat.", ["officials in Herat"]),
        ("Colonel Omar Nuri found 40 soldiers asleep in the base.", [None]),
        ("Colonel Omar Nuri found that 40 soldiers had fled.", ["Colonel Omar Nuri"]),
        ("Kabul disproves this: no more than 40 soldiers have fled.", ["Kabul"]),
        ("Medics raised the number of boys killed to 40, from 31.", ["Medics", "Medics"]),
        ("The general raised the number of soldiers to 40.", [None]),
        ("KABUL, July 6 - Searches went on in 40 villages on Monday.", [None]),
        ("All 40 soldiers fled, a spokesman said.", ["spokesman"]),
        ("None of the 40 soldiers fled, a spokesman said.", ["spokesman"]),
        ("Six died, a nurse said; she herself treated 40.", ["nurse", "nurse"]),
        ("A nurse said six died; she herself treated 40.", ["nurse", "nurse"]),
        ("A nurse said six died; she came with 40 others.", ["nurse", None]),
        ("Officials spoke of nine deaths; the ward took in 40 hurt.", ["Officials", None]),
        ("The officer reads it out: 40 hurt, nine dead.", ["officer", "officer"]),
        ("The officer shut the book: 40 were hurt, nine dead.", [None, None]),
        (
            "The chief, Ali Nuri, said it held. Nine died, he told AP. In May he had only 40 men.",
            ["chief, Ali Nuri", "chief, Ali Nuri"],
        ),
        (
            "The chief, Ali Nuri, said it held. Nine died, he told AP. In May the base had 40 men.",
            ["chief, Ali Nuri", None],
        ),
        ("An officer told us so.\nSome 40 soldiers left before he spoke.", ["officer"]),
        ("An officer told us so.\nSome 40 soldiers left before he woke.", [None]),
        ("CONAKRY, Sept 6 - Rebels told the guards to go home. Six of them left.", [None]),
        ("CONAKRY, Sept 6 - Rebels told us that 40 guards fled.", ["Rebels"]),
        ("MR. DEAN: Two points.\nWe left in May.\nThey hold 90 districts.", ["Mr. Dean"] * 2),
        (
            "Ali Nuri, a spokesman for the rebels, denied it. By phone he told AFP 40 guards died.",
            ["Ali Nuri"],
        ),
        ("Ali Nuri, a town in Herat, burned. By phone he said 40 guards died.", [None]),
        (
            "The ministry reports the following results for May. Some 40 rebels fell. Nine fled.",
            ["ministry", "ministry"],
        ),
        ("The ministry reports on May. Some 40 rebels fell.", [None]),
        (
            "The Taliban claimed nine towns. The ward took in 40 patients, the charity tweets.",
            ["Taliban", "charity"],
        ),
        (
            "Ten guards came, though Rome had expected 30. Another 40 guards left.",
            [None, "Rome", None],
        ),
        ("In a raid announced only now, guards freed 40 men.", [None]),
        (
            "A raid went well, the ministry said. Ground forces fought; 40 rebels fell, it added.",
            ["ministry"],
        ),
        ("The first team to get into Nuristan has confirmed 40 deaths.", [None]),
        (
            "Some 40 planes left, according to the base. That makes 900 since May.",
            ["base", "base"],
        ),
        (
            (
                "DEAN: Good day. We have 40 planes.\nQUESTION (Radio One): And?\n"
                "DEAN: They hold 9 towns.\nQUESTION (Evening News): And?\nDEAN: We left."
            ),
            ["Dean", "Dean"],
        ),
        ("MR. DEAN: Two points\nWe left in May.\nThey hold 90 districts.", [None, None]),
    ],
)
def test_whose_words_a_number_is_told_in(text: str, sources: list[str | None]) -> None:
    told = [fact for fact in facts_of(text) if fact.has_number]
    assert [fact.attributed_to for fact in told] == sources


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Even Mr. Ghani's own advisers said 40 soldiers had fled.", None),
        ("Mr. Ghani's spokesman said 40 soldiers had fled.", "ashraf-ghani"),
    ],
)
def test_ones_own_advisers_do_not_speak_for_one(text: str, claimant: str | None) -> None:
    (fact,) = facts_of(text)
    assert fact.claimant == claimant


@pytest.mark.parametrize(
    ("before", "actors"),
    [
        ("Joe Biden spoke. Ashraf Ghani's advisers were silent.", []),
        ("Joe Biden spoke. Ashraf Ghani was silent.", ["ashraf-ghani"]),
        ("Ashraf Ghani's advisers were silent.", ["ashraf-ghani"]),
    ],
)
def test_he_is_nobody_whose_people_alone_are_told_of(before: str, actors: list[str]) -> None:
    promised = facts_of(f"{before} He promised that the embassy would stay.")
    assert [fact.actor for fact in promised] == actors
