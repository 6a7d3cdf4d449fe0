"""Sources: who is meant by a description, whose a report, a count or a document is."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def sources_of(text: str) -> list[str | None]:
    """Who says each number of a text, in order."""
    article = Article(article_id="x", text=text, title="", published=None)
    return [fact.attributed_to for fact in extract(article) if fact.has_number]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The Border Office said 40 men fell. Nine tanks burnt, according to the same source.",
            ["Border Office", "Border Office"],
        ),
        (
            "A health official said 40 died. Another 12 were hurt, the same official said.",
            ["health official", "health official"],
        ),
        (
            "The Taliban say they killed 40 men. The group, which is at war, says 9 towns fell.",
            ["Taliban", "Taliban"],
        ),
        (
            "The Taliban say they killed 40 men. The insurgents admit losing nine.",
            ["Taliban", "Taliban"],
        ),
        (
            "Al-Shabaab said it killed 40 men. The militant group said it lost nine fighters.",
            ["Al-Shabaab", "Al-Shabaab"],
        ),
        (
            "Save the Children said 27 girls died. The army said so. The aid group said 9 fell.",
            ["Save the Children", "aid group"],
        ),
        (
            "Save the Children said 27 girls died. The London-based charity said 9 were hurt.",
            ["Save the Children", "Save the Children"],
        ),
        (
            "Al Jazeera said 27 men died. The Qatar-based broadcaster said 9 were hurt.",
            ["Al Jazeera", "Al Jazeera"],
        ),
        (
            "Ten men of the River Trust died, police said.\nNine fell, the UK-based group said.",
            ["police", "River Trust"],
        ),
        (
            "Ten men of the River Trust died, police said.\nNine fell, the group said.",
            ["police", "group"],
        ),
        (
            "The NATO allies left. NATO said 40 planes had gone. The alliance said 12 more would.",
            ["NATO", "NATO"],
        ),
        (
            "A military official said 40 died. The official of the Yemeni army said 9 were hurt.",
            ["military official", "military official"],
        ),
        (
            "Minister Ali Nur said so. We left, Nur said. Some 40 stay, the governor said.",
            ["governor"],
        ),
        (
            "The Border Office sent a note. The text said 22 men came. Nine left, it added.",
            ["Border Office", "Border Office"],
        ),
        (
            "The mayor said so. I spoke to a captain in Ghazni. We had 40 men, he told me.",
            ["captain in Ghazni"],
        ),
        (
            "The mayor said so. AFP reached a doctor in Ghazni. She said 40 men had died.",
            ["doctor in Ghazni"],
        ),
        ("The Taliban carry guns. They claim to have taken 40 districts.", ["Taliban"]),
    ],
)
def test_whom_a_description_means(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The head of the Joint Staff, Colonel General Ali Nur, said 40 men had fled.",
            ["head of the Joint Staff, Colonel General Ali Nur"],
        ),
        (
            "The deputy head of the service, retired Major General Ali Nur, said 40 men had fled.",
            ["deputy head of the service, retired Major General Ali Nur"],
        ),
        (
            "The paper, whose editors ask what offices, police and courts are, says 9 towns fell.",
            ["paper"],
        ),
        ('The charity, whose staff "saw it all", said 40 men had died.', ["charity"]),
        ("Our stringer in Herat reports that 40 men have died.", ["stringer in Herat"]),
        ("Our reporter in Herat counted 40 men.", [None]),
        (
            "Kigali sent 900 men, its government said on Friday as planes left.",
            ["Kigali's government"],
        ),
        (
            "Rwanda sent 900 men to Palma, its government said on Friday as the planes left.",
            ["Rwanda's government"],
        ),
    ],
)
def test_who_speaks_with_what_stands_around_them(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The ministry's latest tally, from late Monday, was 40 dead.", ["ministry"]),
        ("The rebels' own account, on Monday, was that 40 men had died.", ["rebels"]),
        ("The army's account was shut after 40 men had died.", [None]),
        (
            "The government's first count, given out on Monday, was 44: 30 guards and 14 cooks.",
            ["government", "government"],
        ),
        ("An earlier count by the ministry was 40 dead.", ["ministry"]),
        ("The last UN estimate, from May, was 3,000 fighters.", ["UN"]),
        ("On May 1 the Taliban figure stood at 77 districts.", [None]),
        ("More than 3,000 Indians lived there as per an MEA count.", ["MEA count"]),
        (
            "Delhi paid $40 million, and 300 Indians lived there as per a UN count.",
            [None, "UN count"],
        ),
        (
            "Washington put $40 million into it, by the tally of the River project.",
            ["River project"],
        ),
        ("Some 40 villages fell, by a police tally.", ["police"]),
        (
            "Some 30 rebels came; guards - 12 men by a trader's count - left. Nine of them fell.",
            [None, "trader", None],
        ),
        (
            "The mayor said five died. The army gave a different account: seven men fell.",
            ["mayor", "army"],
        ),
        ("State media put it differently: nine soldiers died.", ["State media"]),
        ("The ministry released new figures on Monday: 40 dead.", ["ministry"]),
        ("The ministry released new figures on Monday. They show 40 dead.", ["ministry"]),
        ("The army killed 40 men. They show no remorse over 9 deaths.", [None, None]),
        (
            "The ministry said 40 men died. Of the 40 dead, 12 were in the north.",
            ["ministry", "ministry", "ministry"],
        ),
        (
            "The mission counted 40 dead. Guards are 12 percent of these. Cooks make up 9 percent.",
            ["mission", "mission", "mission"],
        ),
        ("The mission said 40 men fell. Guards make up 9 percent of the army.", ["mission", None]),
    ],
)
def test_whose_a_count_is(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "A statement which the Border Office issued on July 5 said 40 men fled.",
            ["Border Office"],
        ),
        ("A letter the embassy sent to parliament says 40 men are left.", ["embassy"]),
        ("The figures, which the ministry released on Monday, show 40 dead.", ["ministry"]),
        ("Some 40 men came, statement of Tajik border guards says.", ["Tajik border guards"]),
        ("A list seen by Reuters names 312 interpreters.", ["list"]),
        (
            "A list seen by this newspaper tells more. It names 312 cooks. Nine are dead, it says.",
            ["list", "list"],
        ),
        ("They have 40 cooks, according to a note the office shared with donors.", ["office"]),
        ("They have 40 cooks, according to a report the Times has seen.", ["report"]),
        ("They have 40 cooks, a report the UN published on Monday said.", ["UN"]),
        ("The spokesman gave the breakdown: 40 cooks and 9 guards.", ["spokesman", "spokesman"]),
        ("According to the newest surveys, 5 percent have enough.", ["newest surveys"]),
        ("The institute gives the Taliban 224 districts.", ["institute"]),
        ("A more sober count gives the Taliban 224 districts.", [None]),
        ("The US gave the government 40 helicopters.", [None]),
        ("The institute credits the rebels with 53 percent of the country.", ["institute"]),
    ],
)
def test_whose_a_document_is(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The rebels boast of having killed 40 men.", ["rebels"]),
        ("The rebels admit they lost 40 men in clashes.", ["rebels"]),
        ("The hospital admitted 40 men.", [None]),
        ("Local sources maintain it was 40 dead.", ["Local sources"]),
        ("The army maintains 40 posts.", [None]),
        ("The premier will tell parliament today that 40 men are left.", ["premier"]),
        ("The premier would not tell us that 40 men were left.", [None]),
        ("The government had logged 40 incidents.", ["government"]),
        ("The mission holds the rebels responsible for 40 deaths.", ["mission"]),
        ("The U.S. put $40 million into schools at the fort.", [None]),
        ("Going by what the mayor says, 40 men died.", ["mayor"]),
        ("From what the mayor says, 40 men died.", ["mayor"]),
        ("The mayor let it be known that 40 men had died.", ["mayor"]),
        ("The mayor is on record as saying that 40 men died.", ["mayor"]),
        ("The mayor updated the toll to 40.", ["mayor"]),
        ('"Forty men died," the mayor texted.', ["mayor"]),
        ("The BBC understands that 40 men are left.", ["BBC"]),
        ("Pictures on social media show 40 bodies.", ["Pictures on social media"]),
        ("Some 40 men died, a figure the mayor confirmed.", ["mayor"]),
        ("In the army's words, 40 rebels fell.", ["army"]),
        ("Residents dispute the toll of 12 and say 40 men died.", [None, "Residents"]),
        ("Of 40 men nine are back, the note says; there were 12 women.", ["note", "note", "note"]),
        (
            "Mayor Nur said 58 came. Some 90 wait, he added. The gate, which has 4 bars, fell.",
            ["Mayor Nur", "Mayor Nur", None],
        ),
    ],
)
def test_what_a_verb_tells(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The convoy (40 lorries, a driver said) was hit by 12 shells.", ["driver", None]),
        ("The convoy - 40 lorries, a driver said - was hit by 12 shells.", ["driver", None]),
        ("The army (which claims to have lost 40 men) has 12 posts there.", ["army", None]),
        ("Some 40 men died, a guard said on Monday as rebels took 12 towns.", ["guard", None]),
        ("Some 40 men died, a guard said on Monday when rebels took 12 towns.", ["guard", None]),
        ("Local reporters, who had counted 15 dead, said 12 more fell.", ["Local reporters"] * 2),
        ("Unlike the army, which spoke of 12 dead, residents said 40 fell.", ["army", "residents"]),
        ("Of the 40 lorries that a driver counted, most were hit.", ["driver"]),
        ("Forty men, not 12 as the army had claimed, were killed.", [None]),
        ("The army, which by its own account lost 40 men, is near.", ["army"]),
        ("The rebels, whose spokesman said 40 men had died, are near.", ["spokesman"]),
        ("According to a guard, quoted by the Times, 40 men are in town.", ["guard"]),
        ("Some 45 men came, the army said; eight others were missing.", ["army", "army"]),
        ("Rebels called it false; by their count 40 men had died.", ["Rebels"]),
        ("The governor mocked it: 40 men, he insisted, had died.", ["governor"]),
        ("The charity that runs the clinics said 40 men had died.", ["charity"]),
        ("The report, out on Friday, counts 40 soldiers on the books.", ["report"]),
        ("The army will announce on Monday that 12 men will go.", ["army"]),
        ("The army would only say that 12 men had died.", ["army"]),
        ("The government's figures are wrong: 12 men died.", [None]),
        ("Nuri, a minister, said his party had its own count of 40 dead.", ["Nuri"]),
    ],
)
def test_what_part_of_a_sentence_a_source_says(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "DUSHANBE, 5 July (PA) -- Tajikistan let in 40 Afghan guards, its border service said.",
            ["Tajikistan's border service"],
        ),
        ("The Taliban took towns. The movement counts 40 dead, it said.", ["Taliban"]),
        (
            "Spokeswoman Sara Nur said 12 had left. The diplomat noted that nine stayed.",
            ["Spokeswoman Sara Nur", "Spokeswoman Sara Nur"],
        ),
        (
            "A Western diplomat said 12 left. Mayor Ali Nur said so. The diplomat said nine stay.",
            ["Western diplomat", "Western diplomat"],
        ),
        ("It is at odds with UNHCR figures: the agency has registered 40 men.", ["UNHCR"]),
        ("Our colleagues from WFP tell us that they have reached 40 men.", ["WFP"]),
        (
            "The mayor said so. Critics cite a report the UN published. It counted 40 planes.",
            ["UN"],
        ),
        (
            "The health ministry said so. Rome flew few raids. Its statement spoke of 40 dead.",
            ["Rome"],
        ),
        ("The ministry said 40 died. By noon it had raised the toll to 60.", ["ministry"] * 2),
        (
            "The charity said 40 died. The group that hit Herat said 12 did.",
            ["charity", "group"],
        ),
        (
            "The Houthi-run health office said 11 died. The office, quoted by X, said 7 were boys.",
            ["Houthi-run health office"] * 2,
        ),
        (
            "A coalition spokesman, Brig. Gen. Turki al-Maliki, said 92 men fell.",
            ["coalition spokesman, Brig. Gen. Turki al-Maliki"],
        ),
    ],
)
def test_who_is_meant_in_whole_texts(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The rebels admitted to 40 dead.", ["rebels"]),
        ("The rebels admit only to losing 40 men.", ["rebels"]),
        ("Forty men were admitted to hospital.", [None]),
        ("How long is the border? Older maps give 1,357 km.", ["Older maps"]),
        ("The council said 40 came; a source goes as high as 90 men.", ["council", "source"]),
        ("An elder knows of 40 former cooks in town.", ["elder"]),
        ("Analyst Ali Nur links it to the fall of 40 districts.", ["Analyst Ali Nur"]),
        ("The road links the town to 40 villages.", [None]),
        ("Nine men died, the ministry told leaders of 40 parties on Monday.", ["ministry", None]),
        ("Nine men died, said Ali Nur, head of a union of 40 mills.", ["Ali Nur", None]),
        ("Nine men died, the mayor said, a day after 40 villages fell.", ["mayor", None]),
        ("Some 40 men left, by a guard's count, or 30 by that of a cook.", ["guard", "cook"]),
        ("Some 40 men left, the UN said; the remaining nine are cooks.", ["UN", "UN"]),
        ("Planes landed in Termez, the ministry said. On board were 40 men.", ["ministry"]),
        (
            "A monitor counts 40 dead; the junta disputes it. By its own count 12 fell.",
            ["monitor", "junta"],
        ),
        ("Maputo said so. Rwanda sent 900 men; it says 12 rebels died.", [None, "Rwanda"]),
        ("A project that keeps the accounts says 40 million dollars were lost.", ["project"]),
        ("One of our readers counted 40 lorries.", ["One of our readers"]),
        (
            "The White Helmets said 9 died. A spokesman for the group spoke of 40.",
            ["White Helmets", "spokesman for White Helmets"],
        ),
        ("Ali Nur, who cooks here, nods. We fed 40 men, he says.", ["Ali Nur"]),
        ("What Our Count Says\nThe map lists 40 districts.", ["map"]),
    ],
)
def test_who_says_it_in_further_words(text: str, sources: list[str | None]) -> None:
    assert sources_of(text) == sources
