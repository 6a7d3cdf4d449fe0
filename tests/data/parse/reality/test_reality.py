"""Reality: numbers that a text mentions only to deny them."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import read_facts


def told(text: str) -> tuple[list[float | None], list[str]]:
    """The numbers told as facts, and why others are left alone."""
    facts, left = read_facts(Article(article_id="denial", text=text, title=""))
    numbers = [fact.value for fact in facts if fact.has_number]
    return numbers, [number.exclusion for number in left]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that 300 commandos had surrendered are false, the ministry said.",
        "Claims that 200 soldiers had fled were rejected by the governor.",
        "The governor said the report of 25 deaths was a lie.",
        "Rumours that 40 districts had fallen are mere propaganda, Mr Atal said.",
        "The claim of 90 dead was rejected as enemy propaganda.",
        "Claims that 200 soldiers had fled were not true.",
        "The governor said it was a lie that 200 soldiers had fled.",
        "There is no evidence that 200 soldiers had fled.",
        # the verb of what is told stands before the number
        "The ministry called the Taliban claim that they control 85 percent of the country a lie.",
        "Claims that the Taliban control 85 percent of the country are false, the ministry said.",
        "The claim that the Taliban hold 85 percent of the country was rejected by Kabul.",
        'He said the Taliban\'s claim that they hold 85 percent was "absolutely false".',
        "The ministry called the Taliban claim that they captured 150 districts baseless.",
        "Iran called reports that it hosts 300 Afghan soldiers baseless.",
        "The statement that 85 percent of the country is in their hands was dismissed by Kabul.",
        # what joins it to the telling
        "Claims by the Taliban that they hold 85 percent of the country are untrue.",
        "Claims the Taliban captured 150 districts are propaganda, the ministry said.",
        "Officials say the Taliban's claim it holds 85 percent of the country is wrong.",
        "The government contests the Taliban's claim to hold 85 percent of Afghanistan.",
        # in front of it
        "Officials dismissed as part of a campaign an assertion by the Taliban that they hold 85%.",
        "Iran described as baseless reports that it hosts 300 Afghan soldiers.",
        "The government disputes the Taliban's claim that they hold 85 percent of the country.",
        "Kabul rebutted a Russian report that the Taliban hold 85 percent of the country.",
        "The ministry rejected reports of an attack that killed 40 soldiers.",
        "Kabul denied a report that 40 soldiers were killed in a strike that hit a camp.",
        "The government disputed that the Taliban hold 85 percent of the country.",
    ],
)
def test_a_number_in_a_report_called_false_is_denied(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    "text",
    [
        "The governor declined to confirm that the rebels hold 112 districts.",
        "The army would not say whether 300 commandos had surrendered.",
        "Officials refused to confirm that 45 guards had been killed.",
        "The ministry has not confirmed that 40 soldiers died.",
        "Nobody could say if 12 people were dead.",
        "It could not be verified that 20 women had been arrested.",
    ],
)
def test_what_nobody_would_say_is_no_claim(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He would not say whether the 300 guards who fled would be sent back.", [300]),
        ("He would not say whether the raid, in which 40 soldiers died, was over.", [40]),
        ("The army did not confirm until Monday that 12 soldiers were killed.", [12]),
        ("The army could not confirm the Taliban's claim that 45 soldiers died.", [45]),
        ("The governor declined to confirm that, but said 12 people were killed.", [12]),
        ("Police could confirm only that 12 people died.", [12]),
    ],
)
def test_what_is_known_is_told_whatever_nobody_would_say(text: str, values: list[float]) -> None:
    assert told(text)[0] == values


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are far from being in control of 85 percent of Afghanistan.",
        "The Taliban are far from controlling 85 percent of Afghanistan.",
        "The Taliban are nowhere near holding 85 percent of Afghanistan, Kabul says.",
        "The Taliban are not in control of 85% of the country.",
        "The Taliban are not in full control of 85% of the country.",
        "The Taliban do not have control of 85 percent of Afghanistan.",
        "The Taliban have no control over 85 percent of Afghanistan.",
        "The army is no longer in control of 20 districts.",
        "Instead of capturing 40 soldiers, they let the garrison go.",
    ],
)
def test_what_is_far_from_done_is_denied(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    "text",
    [
        "There are 34 provincial capitals, and none of them has fallen.",
        "There are 34 provincial capitals, none of which has been captured.",
    ],
)
def test_what_none_of_them_did_is_not_told_of_all(text: str) -> None:
    assert told(text) == ([], ["denied"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Reports that 40 percent of votes were false reached the commission.", [40]),
        ("Reports that 300 soldiers fled came after a false alarm.", [300]),
        ("Claims that 200 soldiers fled were rejected, but 40 guards did flee.", [40]),
        ("The Taliban claim to hold 85 percent of the country, which Kabul calls a lie.", [85]),
        ("The Taliban say they hold 85 percent of the country, a claim Kabul rejected.", [85]),
        ("The claim that they hold 85 percent shows that his promise was false.", [85]),
        ("The claim that they hold 85 percent and that claims of looting are false.", [85]),
        ("The UN called the report that the Taliban killed 40 civilians alarming.", [40]),
        ("The Taliban called the attack that killed 40 people wrong.", [40]),
        ("The Taliban rejected a truce after 40 civilians were killed.", [40]),
        ("Fighting in the disputed region killed 40 soldiers.", [40]),
        ("The governor rejected the figures and said 40 soldiers had died.", [40]),
        ("Some 40 soldiers died, a report said.", [40]),
        ("In disputed Kashmir police released a statement that 40 soldiers were killed.", [40]),
        ("Amid a border dispute, officials confirmed a report that 40 guards had fled.", [40]),
        ("Two contested districts saw fighting, with reports of 40 dead.", [2, 40]),
        ("Greece and Turkey dispute the islands; news of 40 drowned came at noon.", [40]),
        ("The Taliban contested the district and took posts of the army, killing 40.", [40]),
        ("Kabul disputes the vote, and released reports that 40 soldiers fled.", [40]),
        ("Observers called the vote wrong and cited reports that 40 people were killed.", [40]),
        ("The UN called the fears baseless, but confirmed reports that 40 were killed.", [40]),
        ("Officials disputed reports of heavy losses and said 12 soldiers had been killed.", [12]),
        ("Officials dispute the claim of 204 districts, saying the Taliban hold 165.", [165]),
        ("Turkey disputes reports that it will leave; it has 500 troops at the airport.", [500]),
        ("Kabul's figures contradict the report of the UN, which said 40 civilians died.", [40]),
        ("The Taliban denied responsibility for a bombing in Kabul that killed eight people.", [8]),
        ("The Taliban denied carrying out the attack in Herat that left ten people dead.", [10]),
        ("The Taliban deny killing civilians, but the UN blames them for 699 deaths.", [699]),
        ("The Taliban, who deny it, executed 22 commandos in Faryab.", [22]),
        ("The governor denied that Farah had fallen: 30 attackers were dead.", [30]),
        ("He denied a report that 2,000 troops had crossed, putting the number at 1,037.", [1037]),
        ("Four of the six crossings are no longer in government hands.", [4, 6]),
        ("Customs duties from the five crossings no longer reach Kabul.", [5]),
        ("Talks failed to stop the fighting, which has killed 5,000 civilians.", [5000]),
        ("The army failed to stop the Taliban, who took 11 districts in Takhar.", [11]),
        ("News that 40 soldiers died showed that his promise was false.", [40]),
    ],
)
def test_what_else_is_called_false_denies_no_number(text: str, values: list[float]) -> None:
    assert told(text)[0] == values


@pytest.mark.parametrize(
    "text",
    [
        "No soldiers, let alone 1,000, crossed into Tajikistan.",
        "The Taliban had not taken the post, nor had 40 guards defected, as they claimed.",
        "Nor were 60 civilians killed.",
        "At no time did 1,000 soldiers cross into Tajikistan.",
        "Contrary to reports, 500 guards did not flee.",
        "Contrary to reports that 500 guards had fled to Tajikistan, the post was calm.",
        "There were no 300 soldiers at the post.",
        "The army does not have 300,000 soldiers.",
        "No evidence has been found that 40 guards defected.",
        "There was no attack that killed 13 people.",
        "It isn't true that 300 guards were killed.",
        "The post was not attacked by 200 Taliban.",
        "Twelve districts have not been captured by the Taliban.",
        "The 12 districts are no longer held by the Taliban.",
        "85 percent of Afghanistan is not under Taliban control.",
        "The army has yet to retake 30 districts.",
        "The governor refused to accept 500 refugees.",
        "No country has taken in more than 300 refugees.",
        "The 12 districts are not under Taliban control.",
        "He did not believe that 300 soldiers had fled.",
        "Kazakhstan is not considering hosting 9,000 Afghans.",
        "Turkey does not intend to take in 5,000 refugees.",
        "The Pentagon is not planning to leave 650 troops behind.",
        "Moscow has ruled out sending 1,000 soldiers to Tajikistan.",
        "Tashkent ruled out camps for 5,000 refugees.",
    ],
)
def test_what_so_many_did_not_do_is_told_of_nobody(text: str) -> None:
    assert told(text) == ([], ["denied"])


def test_two_numbers_that_neither_of_them_did_are_both_denied() -> None:
    text = "Neither the 12 soldiers nor the 30 policemen crossed into Iran."
    assert told(text) == ([], ["denied", "denied"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 10,000 troops have not arrived at the Tajik border.", "personnel count"),
        ("The 40 soldiers have yet to reach Tajikistan.", "personnel count"),
        ("The 40 soldiers failed to reach Tajikistan.", "personnel count"),
        ("The 40 soldiers never returned from Tajikistan.", "personnel count TJK"),
        ("Some 650 troops have not left Kabul.", "personnel count AF-KAB"),
        ("The 300 guards haven't been killed, he said.", "personnel count"),
        ("The 1,500 Britons have not been evacuated from Kabul.", "evacuated count AF-KAB"),
        ("The 300 soldiers did not fight but fled to Tajikistan.", "personnel flee TJK"),
        ("The 300 soldiers who fled to Tajikistan have not returned.", "personnel flee TJK"),
        ("The 300 soldiers not only fought but fled to Tajikistan.", "personnel fight TJK"),
        ("None of the 300 soldiers crossed into Iran.", "personnel total"),
        ("The 200 refugees were not let into Tajikistan.", "displaced count"),
        ("The 1,000 people were not allowed to cross into Iran.", "other_count count"),
        ("The 150 soldiers were refused entry to Uzbekistan.", "personnel count"),
        ("The 650 troops are no longer in Kabul.", "personnel count"),
        ("The 30 policemen were kept from crossing into Iran.", "personnel count"),
    ],
)
def test_a_group_is_told_of_without_what_it_did_not_do(text: str, expected: str) -> None:
    facts, _ = read_facts(Article(article_id="denial", text=text, title=""))
    assert [" ".join((fact.kind, fact.action, *fact.places)) for fact in facts] == [expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Not only 12 but 30 soldiers crossed into Iran.", [30]),
        ("Not only did 12 soldiers flee, but 30 policemen surrendered.", [12, 30]),
        ("No fewer than 17 policemen were killed.", [17]),
        ("Not more than 40 soldiers fled to Tajikistan.", [40]),
        ("Russia did not rule out sending 3,000 soldiers to Tajikistan.", [3000]),
        ("There is no doubt that 300 soldiers fled.", [300]),
        ("Unable to hold the post, 134 servicemen crossed into Tajikistan.", [134]),
        ("Hundreds of soldiers, let alone the 40 guards, had fled.", [100, 40]),
        ("Not 1,000 soldiers crossed, but 40.", [40]),
        ("The Taliban failed to take Kunduz and lost 40 fighters.", [40]),
        ("Not far from Kunduz, 40 soldiers were killed.", [40]),
        ("No reports of looting came, but 40 districts had fallen.", [40]),
        ("Neither side disputes that 300 soldiers fled.", [300]),
        ("Some 300 soldiers fled without weapons.", [300]),
    ],
)
def test_other_negations_deny_no_number(text: str, values: list[float]) -> None:
    facts, _ = read_facts(Article(article_id="denial", text=text, title=""))
    assert [fact.low if fact.value is None else fact.value for fact in facts] == values
