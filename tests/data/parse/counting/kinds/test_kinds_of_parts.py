"""Kinds of counts that do not name what they count: parts, bare numbers, lists of a total."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 25)


def kinds(text: str) -> list[str]:
    """Each number of a text with its kind."""
    article = Article(article_id="parts", text=text, title="", published=PUBLISHED)
    return [f"{text[f.start : f.end]} {f.kind}" for f in extract(article) if f.has_number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 390 herders crossed into Tajikistan. Of the group, 150 are women and boys.",
            ["390 displaced", "150 displaced"],
        ),
        (
            "Nine in ten Danes have been flown out. The rest, somewhere from 10 to 20, we recall.",
            ["Nine in ten evacuated", "10 to 20 evacuated"],
        ),
        (
            "But 12,000 reservists, half of them labourers back from the fields, stood there.",
            ["12,000 personnel", "half personnel"],
        ),
        (
            "Three in ten residents of Takhar province - over 80,000 - have been uprooted.",
            ["Three in ten displaced", "80,000 displaced"],
        ),
        (
            (
                "Half the 900 residents of Shahr, a rebel-held quarter of the old city of Kunduz, "
                "have fled."
            ),
            ["Half displaced", "900 displaced"],
        ),
        (
            "The report blames rebels for 41 per cent of the victims and the army for 22 per cent.",
            ["41 per cent casualties", "22 per cent casualties"],
        ),
        (
            "Forty out of every hundred victims were girls.",
            ["Forty out of every hundred casualties"],
        ),
        (
            "Eleven guards asked for shelter; two of the men had been hit by bullets.",
            ["Eleven personnel", "two casualties"],
        ),
        (
            "At the bridge 60 men laid down their arms; four of them, wounded, got first aid.",
            ["60 personnel", "four casualties"],
        ),
        (
            "India flew 90 people out of Kabul. Eleven of the 90 tested corona positive.",
            ["90 evacuated", "Eleven evacuated", "90 evacuated"],
        ),
        (
            '"Of my 60 bodyguards and relatives under arms, half are dead."',
            ["60 personnel", "half casualties"],
        ),
        (
            (
                "Refugees sleep in tents. They pay smugglers; seven in ten of those interviewed "
                "said that they would try again. Uprooted families wait."
            ),
            ["seven in ten displaced"],
        ),
        (
            (
                "Only a third of the dead were guards. Iran has taken in most Afghan refugees. "
                "Today it hosts half of them."
            ),
            ["a third casualties", "half displaced"],
        ),
        (
            "The army has 300,000 men on paper. One in five exists only on a payroll.",
            ["300,000 personnel", "One in five personnel"],
        ),
        ("Some 40 percent of the men on the rolls did not exist.", ["40 percent personnel"]),
        (
            (
                "Some 40 policemen are dead. The Taliban run two-thirds of the country and "
                "threaten nine more of its 34 capitals."
            ),
            ["40 casualties", "two-thirds control_share", "nine capitals", "34 capitals"],
        ),
        (
            "Some 40 civilians died, with half of the country without power.",
            ["40 casualties", "half other_count"],
        ),
        ("Of those deported, a third are children.", ["a third displaced"]),
    ],
)
def test_a_part_takes_the_kind_of_its_whole(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "America is to fly 3,000 troops to an embassy that employs 1,400 Danes. "
                "Britain is sending 500."
            ),
            ["3,000 personnel", "1,400 personnel", "500 personnel"],
        ),
        (
            "The troops leave 12 towns. Ankara wants to keep its 400 at Kabul airport.",
            ["12 districts", "400 personnel"],
        ),
        (
            "A further 1,000 soldiers wait in Doha, and a brigade of up to 3,500 goes on standby.",
            ["1,000 personnel", "3,500 personnel"],
        ),
        (
            "Guards let in 900 Afghan troops; 1,300 who came in June were flown back to Kabul.",
            ["900 personnel", "1,300 personnel"],
        ),
        (
            (
                "Forty districts have slipped from their hands.\nFaryab: 300 policemen gave up.\n"
                "Balkh: Six fell; two were retaken."
            ),
            ["Forty districts", "300 personnel", "Six districts", "two districts"],
        ),
        (
            "The districts were held by six frightened guards. The government gave up about 20.",
            ["six personnel", "20 districts"],
        ),
        (
            (
                "The paper counts the districts: 210 Taliban, 120 contested, 77 government-held, "
                "with a dozen not assessed."
            ),
            ["210 districts", "120 districts", "77 districts", "a dozen districts"],
        ),
        (
            "The base is guarded by 210 Taliban, two of them boys.",
            ["210 personnel", "two personnel"],
        ),
        (
            "A plane lifted 30 people out of Kabul. A second flight did better with 86.",
            ["30 evacuated", "second other_count", "86 evacuated"],
        ),
        (
            "Four gunmen were shot dead. An hour before thousands had stood on the roofs.",
            ["Four casualties", "thousands other_count"],
        ),
        (
            (
                "He put the number of fighters at 900. The mayor said there were fewer than 400 "
                "and that they had been pushed back."
            ),
            ["900 personnel", "400 personnel"],
        ),
        (
            "Some 60 wagons a day passed the customs house; on Sunday there were eleven.",
            ["60 equipment", "eleven equipment"],
        ),
        (
            (
                "In all 2,400 servicemen and 400 pieces of hardware took part, with Russia "
                "accounting for 1,700 and 320 of them, respectively."
            ),
            ["2,400 personnel", "400 equipment", "1,700 personnel", "320 equipment"],
        ),
        (
            "Some 87 flights set down 22,000 evacuees, and 46 have carried 9,100 of them onward.",
            ["87 other_count", "22,000 evacuated", "46 other_count", "9,100 evacuated"],
        ),
        (
            "NATO counted 6,000 troops from 30 member and partner states.",
            ["6,000 personnel", "30 other_count"],
        ),
    ],
)
def test_a_bare_number_counts_what_its_verb_fits(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Some 500 people have been brought out of Kabul, leaders of 31 parties heard. "
                "They comprise 240 Indians, 160 embassy staffers and 100 nationals of other states."
            ),
            ["500 evacuated", "31 other_count", "240 evacuated", "160 evacuated", "100 evacuated"],
        ),
        (
            "The toll in lives lost is hard to face. It includes 2,400 troops and 70 journalists.",
            ["2,400 casualties", "70 casualties"],
        ),
        (
            "The gate let in 900 people. They include 40 policemen and 300 children.",
            ["900 displaced", "40 personnel", "300 displaced"],
        ),
        (
            "In all 800 people have been evacuated. Among them are 300 Danes and 40 soldiers.",
            ["800 evacuated", "300 evacuated", "40 evacuated"],
        ),
        (
            "The army's dead are put at 66,000 or more, against 2,400 American service members.",
            ["66,000 casualties", "2,400 casualties"],
        ),
        (
            "They left 14 soldiers dead close to the border and at least 40 people near a town.",
            ["14 casualties", "40 casualties"],
        ),
        (
            "The quota set aside for Afghan kinsmen, 900 people, would be used up.",
            ["900 displaced"],
        ),
        (
            "Flights from Kabul brought 81 Danes, 4 soldiers and 83 interpreters to safety.",
            ["81 evacuated", "4 evacuated", "83 evacuated"],
        ),
        (
            "The flight left. Some 130 Danes plus 450 Afghan helpers are still stuck.",
            ["130 evacuated", "450 evacuated"],
        ),
    ],
)
def test_a_list_takes_the_kind_of_its_total(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As many people (2,300) fell victim in May as in June.", ["2,300 casualties"]),
        ("Some 900 soldiers served there; 59 never came home.", ["900 personnel", "59 casualties"]),
        ("Thirteen of our own did not come home.", ["Thirteen casualties"]),
        (
            "The shelling injured hundreds of civilians, with thousands of lives at risk.",
            ["hundreds casualties", "thousands other_count"],
        ),
        (
            "Twelve guards were killed. Around 110 people had been inside.",
            ["Twelve casualties", "110 other_count"],
        ),
        (
            "The war left hundreds of thousands on the brink of famine.",
            ["hundreds of thousands other_count"],
        ),
        ("More than 300 prisoners got out from jail.", ["300 other_count"]),
        ("Drivers were stopped at 12 checkpoints on the way to Kabul.", ["12 other_count"]),
        ("Some 2,000 people took part in the protest.", ["2,000 other_count"]),
        ("Hundreds of demonstrators marched to the palace.", ["Hundreds other_count"]),
        ("Some 2,000 people took part in the war games.", ["2,000 personnel"]),
        (
            "The front killed 500 attackers and captured 900 prisoners.",
            ["500 casualties", "900 personnel"],
        ),
        ("An airlift needs an embassy that employs 4,200 people.", ["4,200 personnel"]),
        (
            (
                "Doctors treated 400 people with war wounds, a quarter of them children. "
                "On Monday alone, 60 were admitted."
            ),
            ["400 casualties", "a quarter casualties", "60 casualties"],
        ),
        (
            "Some 800 people were let in, eleven injured among them, and tents for 4,000 more.",
            ["800 displaced", "eleven casualties", "4,000 displaced"],
        ),
        (
            "The number of migrants illegally crossing the border has exceeded 3,000.",
            ["3,000 displaced"],
        ),
        (
            "Around 500 Afghans used to arrive in Milak every day with valid visas.",
            ["500 displaced"],
        ),
        (
            "Rebels say 200 soldiers were killed. The army admits to only 15.",
            ["200 casualties", "15 casualties"],
        ),
        ("They looted the visa section, where India kept a local staff of 20.", ["20 personnel"]),
        ("The Air Force sent 19 from Kunduz.", []),
    ],
)
def test_words_beside_a_count_tell_more_than_words_around(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
