"""Kinds that a few words beside a number settle: the taken, the listed dead, patients, trucks."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of
from tests.data.parse.counting.kinds.test_kinds_of_answers import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Sunday 31 policemen had been martyred and 14 others taken prisoner in Ghazni.",
            [("31", "casualties"), ("14", "personnel")],
        ),
        (
            "Some 3,100 have been killed since 2017, and close to 800,000 are homeless.",
            [("3,100", "casualties"), ("800,000", "displaced")],
        ),
        (
            "Twelve officials were shot. The Taliban hold 65% of it.",
            [("Twelve", "casualties"), ("65%", "other_count")],
        ),
        ("Rockets were fired on Monday. Five were shot down by the defences.", []),
        (
            "Nine civilians were killed and two taken hostage.",
            [("Nine", "casualties"), ("two", "other_count")],
        ),
        (
            "The blast claimed over 90 lives, including those of 11 British soldiers.",
            [("90", "casualties"), ("11", "casualties")],
        ),
        (
            "It took the lives of 30 people, among them those of four policemen.",
            [("30", "casualties"), ("four", "casualties")],
        ),
        (
            (
                "The raid left 70 people dead. The army's first count, given out on Monday, was "
                "62: 40 villagers, 17 soldiers and five militiamen."
            ),
            [
                ("70", "casualties"),
                ("62", "casualties"),
                ("40", "casualties"),
                ("17", "casualties"),
                ("five", "casualties"),
            ],
        ),
        (
            "Over 200 people have died in the riots. A day ago the official figure was 117.",
            [("200", "casualties"), ("117", "casualties")],
        ),
        (
            "Dozens lost their lives. Close to 9,000 have left the town, half of them last week.",
            [("Dozens", "casualties"), ("9,000", "displaced"), ("half", "displaced")],
        ),
        (
            "The raid has displaced 240 people. It has left 2,000 in need of aid.",
            [("240", "displaced"), ("2,000", "other_count")],
        ),
        (
            "Some 97 people died in the quake. Rescuers pulled six survivors and a body out.",
            [("97", "casualties"), ("six", "other_count")],
        ),
        (
            "It was a day after the raid that killed 60 that eight patients got to the hospital.",
            [("60", "casualties"), ("eight", "casualties")],
        ),
        (
            "The toll has climbed to 16. The bus had 27 passengers on board when it blew up.",
            [("16", "casualties"), ("27", "other_count")],
        ),
        (
            "About 900 people are hurt. Helicopters flew 14 badly injured patients to the city.",
            [("900", "casualties"), ("14", "evacuated")],
        ),
        (
            "The monitor puts the number of those killed since May at 90, with 300 in jail.",
            [("90", "casualties"), ("300", "other_count")],
        ),
        (
            "Ten cooks were held, and four of them came out with bruises.",
            [("Ten", "other_count"), ("four", "casualties")],
        ),
        ("Pakistan closed the gate, stranding some 150 travellers.", [("150", "displaced")]),
        (
            "Some 600 Taliban had died and 90 had been made prisoners.",
            [("600", "casualties"), ("90", "personnel")],
        ),
        ("Colonel Nuri died together with 22 of his men.", [("22", "casualties")]),
        ("Our footprint at the airport stands at 5,400.", [("5,400", "personnel")]),
        ("The authority counts 1,800 registered Afghans in Turkey.", [("1,800", "displaced")]),
        (
            "Some 640 Afghans have returned this year. Before the pandemic it was fewer than 500.",
            [("640", "displaced"), ("500", "displaced")],
        ),
        (
            "It has recorded 900 returns, against 400 in the same period of last year.",
            [("900", "displaced"), ("400", "displaced")],
        ),
        ("Three police chiefs gave themselves up.", [("Three", "personnel")]),
        (
            "Rebels hold nine of 10 districts.\nThe raid was the fifth in Kabul since Sunday.",
            [("nine", "districts"), ("10", "districts"), ("fifth", "other_count")],
        ),
        ("Two patients in police uniform came in serious condition.", [("Two", "casualties")]),
        ("Two children with covid are in serious condition.", [("Two", "other_count")]),
        ("The road is in serious condition, 40 people say.", []),
        ("The clinics treat an estimated 300 patients a day.", [("300", "other_count")]),
        ("The clinics treated 300 patients after the blast.", [("300", "casualties")]),
        ("The clinic treats 60 wounded daily.", [("60", "casualties")]),
    ],
)
def test_who_is_dead_hurt_or_taken(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kyrgyz who came to Murghab on Monday number 212, among them 30 men and 40 women.",
            [("212", "displaced"), ("30", "displaced"), ("40", "displaced")],
        ),
        ("The soldiers who fled to Tajikistan numbered 134.", [("134", "personnel")]),
        ("A man who lives at number 12 left.", []),
        ("The guests who slept in room number 12 have left.", []),
        (
            "The police, some 90 men by one count, walked away. Six of them crossed over to Iran.",
            [("90", "personnel"), ("Six", "personnel")],
        ),
        ("He met soldiers, 14 women and a boy.", [("14", "other_count")]),
        (
            "A convoy of 12 trucks was turned back; 40 others got through. It needs 90 to arrive.",
            [("12", "equipment"), ("40", "equipment"), ("90", "equipment")],
        ),
        (
            "Four trucks full of refugees reached the camp. Some 200 arrived on Monday.",
            [("Four", "equipment"), ("200", "displaced")],
        ),
        (
            "They have killed 740 people since the coup on Feb. 1 and 4,210 are in detention.",
            [("740", "casualties"), ("4,210", "other_count")],
        ),
        (
            "They were flown home on July 10 and 11 aboard six flights.",
            [("six", "other_count")],
        ),
    ],
)
def test_who_or_what_a_number_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban stormed seven check-posts in the Alingar area and overran three of them.",
            [("seven", "other_count"), ("three", "other_count")],
        ),
        (
            "The Taliban took seven check-posts on the Tajik border. Three of them were retaken.",
            [("seven", "crossings"), ("Three", "crossings")],
        ),
        ("The Taliban took two security posts in Ghazni.", [("two", "other_count")]),
        (
            "Kunduz is the fourth Turkish mission to be closed since June.",
            [("fourth", "other_count")],
        ),
        ("It is the fourth massacre of this kind in the region.", [("fourth", "other_count")]),
        ("He became the third Turkish minister to be dismissed.", []),
        ("The second phase is to be closed.", []),
        ("The second Afghan delegation is there.", []),
        (
            "The bloc set aside 2.3 bln rubles and $40 mln.",
            [("2.3 bln rubles", "money"), ("$40 mln", "money")],
        ),
    ],
)
def test_posts_ordinals_and_sums(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban claim 85 per cent. Estimates give them over a third of the districts.",
            "a third control_share control Taliban",
        ),
        (
            "Estimates give the government 54 per cent of Takhar.",
            "54 per cent control_share control government",
        ),
        ("The ministry gave the Taliban half of its budget.", "half other_count hand over budget"),
        (
            "The Taliban control 85% of the border. The envoy spoke of 70% of the border.",
            "70% control_share control Taliban",
        ),
        (
            "The Taliban control 85% of the border. Snow covers 70% of the border.",
            "70% other_count count border",
        ),
        (
            (
                "Until May 190 districts, or 50% of the land, had been in the army's hands; "
                "52 belonged to the Taliban."
            ),
            "52 districts control Taliban",
        ),
        (
            (
                "The Taliban hold 230 districts, or 55% of the country. In April the Taliban had "
                "71 and 188 were disputed."
            ),
            "71 districts control Taliban",
        ),
        (
            (
                "The Taliban hold 230 districts, or 55% of the country. In April the Taliban had "
                "71 and 188 were disputed."
            ),
            "188 districts dispute districts",
        ),
    ],
)
def test_ground_is_told_of_once_more(text: str, expected: str) -> None:
    facts = (fact for fact in facts_of(text) if fact.has_number)
    told = [f"{text[f.start : f.end]} {f.kind} {f.action} {f.who}" for f in facts]
    assert expected in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An army which on paper had 250,000 men did not survive its paymaster.",
            [("250,000", "personnel")],
        ),
        (
            "Sixteen guests were wounded, and around 90 men had been in the camp.",
            [("Sixteen", "casualties"), ("90", "other_count")],
        ),
        (
            "Fighting has spread to 22 out of the country's 34 provinces.",
            [("22", "districts"), ("34", "districts")],
        ),
        ("Officials said 1,812 Pakistanis had been allowed home.", [("1,812", "displaced")]),
        ("Some 214 civilians and soldiers got across the Amu Darya river.", [("214", "displaced")]),
        ("Around 300 servicemen and their families went over to Iran.", [("300", "displaced")]),
        ("The airlift goes on. We've put 20 more people on the visa desk.", [("20", "personnel")]),
        ("In 1956 the country took in 37,000 Ruritanian Asians.", [("37,000", "displaced")]),
        (
            "They turned down 68 interpreters. Gunmen called at the homes of 14 of them.",
            [("68", "evacuated"), ("14", "evacuated")],
        ),
        (
            "Of the 12,000 flown out, 7,000 are Afghans and 3,000 hold British passports.",
            [("12,000", "evacuated"), ("7,000", "evacuated"), ("3,000", "evacuated")],
        ),
        (
            "In total 800 soldiers crossed at six different places.",
            [("800", "personnel"), ("six", "crossings")],
        ),
        (
            "Some 1,000 soldiers fled to Tajikistan. Two groups, of 90 men and of 200, went on.",
            [
                ("1,000", "personnel"),
                ("Two", "other_count"),
                ("90", "personnel"),
                ("200", "personnel"),
            ],
        ),
        (
            "Women are 46 percent of the casualties. Children make up 30 percent.",
            [("46 percent", "casualties"), ("30 percent", "casualties")],
        ),
        (
            "It blames X for 39 percent of the casualties. It ascribes a quarter to the army.",
            [("39 percent", "casualties"), ("a quarter", "casualties")],
        ),
        (
            "While 11 guards died, the injured now number 18.",
            [("11", "casualties"), ("18", "casualties")],
        ),
        ("We put 20 men there and cut the wait by a third.", [("20", "other_count")]),
        ("Fuel prices have gone up by half.", []),
        (
            "They took 26 districts. Look at another number: 47,000. That is how many men died.",
            [("26", "districts"), ("47,000", "casualties")],
        ),
        (
            "They took 26 districts. Look at another number: 47,000. It is odd.",
            [("26", "districts")],
        ),
        ("He met a captain whose company of 90 had left.", [("90", "personnel")]),
        (
            "Some 22,000 people returned. IOM could assist 512 individuals, or 2 per cent.",
            [("22,000", "displaced"), ("512", "displaced"), ("2 per cent", "displaced")],
        ),
        (
            "Returnees paid $300 each. Three in four said they would leave.",
            [("$300", "money"), ("Three in four", "displaced")],
        ),
    ],
)
def test_words_around_a_number_tell_its_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eighty people died, the authorities said: 65 civilians and 15 gendarmes.",
            [("Eighty", "casualties"), ("65", "casualties"), ("15", "casualties")],
        ),
        ("Some 400,000 people have crossed the line into famine.", [("400,000", "other_count")]),
        ("Border guards let 900 people in on Friday.", [("900", "displaced")]),
        ("They took 40 in Kabul and let 90 in.", [("90", "displaced")]),
        (
            "India flew 565 people from Kabul: 175 staff, 263 Indians and 15 of other states.",
            [("565", "evacuated"), ("175", "evacuated"), ("263", "evacuated"), ("15", "evacuated")],
        ),
        ("The airmen, 84 of them, were held in Termez.", [("84", "personnel")]),
        ("Afghan warplanes, 22 of them, came over.", [("22", "equipment")]),
        ("Two in three of those held are under 30.", [("Two in three", "other_count")]),
        (
            "Troops torched 30 homes. Another 10,000 from 11 villages have run into the woods.",
            [("30", "other_count"), ("10,000", "displaced"), ("11", "other_count")],
        ),
        (
            "Shells killed 12 people. The clinic took in 46 patients.",
            [("12", "casualties"), ("46", "casualties")],
        ),
        ("He put police losses at six.", [("six", "casualties")]),
        (
            "The army lost 22 tanks: 14 burned, eight captured.",
            [("22", "equipment"), ("14", "equipment"), ("eight", "equipment")],
        ),
        ("Two Danes and the child of a third went there.", [("Two", "other_count")]),
        ("The RAF took its last 1,000 civilians out.", [("1,000", "evacuated")]),
        (
            (
                "Over 1,000 families had moved from their homes since Thursday and at least six "
                "policemen had died there."
            ),
            [("1,000", "displaced"), ("six", "casualties")],
        ),
        ("In the opening half of a year the price rose.", []),
        ("Prices of flour have risen 30 percent in a month.", []),
        (
            "The Taliban took 12 districts; 14 have fallen.",
            [("12", "districts"), ("14", "districts")],
        ),
        ("In the war 158 Canadians fell.", [("158", "casualties")]),
        ("Spain received 2,206 Afghans.", [("2,206", "displaced")]),
        (
            "Coast guards picked up 68 people off Lesbos, four of them dead.",
            [("68", "evacuated"), ("four", "casualties")],
        ),
    ],
)
def test_others_are_told_of_behind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
