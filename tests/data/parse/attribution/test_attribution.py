"""Every number has the source that the text gives it, and no other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from data import lexicon
from data.article import Article
from data.lexicon.speech import Said
from data.parse.attribution import Attribution, sources_of
from data.parse.attribution.discourse.spoken import Speech
from data.parse.readings import read_article_text


def read(text: str) -> Speech:
    article = Article(article_id="example", text=text, title="", published=None)
    return Speech(read_article_text(article))


def sources_at_numbers(text: str, role: str = "claimant") -> list[Attribution | None]:
    """The source of each number in digits, in text order."""
    speech = read(text)
    return [
        prevailing(sources_of(speech, at), index, role)
        for at, reading in enumerate(speech.readings)
        for index, token in enumerate(reading.tokens)
        if token.is_number
    ]


def prevailing(sources: Sequence[Attribution], index: int, role: str) -> Attribution | None:
    covering = [source for source in sources if source.role == role and source.covers(index)]
    return covering[-1] if covering else None


def names(text: str, role: str = "claimant") -> list[str]:
    return [source.words if source else "" for source in sources_at_numbers(text, role)]


@pytest.mark.parametrize("example", lexicon.attribution().said, ids=lambda said: said.text[:60])
def test_example_is_said_by_whom_it_says(example: Said) -> None:
    assert names(example.text) == list(example.by)


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("Two officials told Reuters that 300 guards had left.", ["Reuters"]),
        ("Some 300 guards left, TASS reported, citing the border service.", ["TASS"]),
        ("Interfax quoted the border service as saying that 134 had come.", ["Interfax"]),
        ("The governor was quoted as saying by Khovar that 134 had come.", ["Khovar"]),
        ("Interfax reported that 134 had come.", ["Interfax"]),
        ("The ministry said 134 had come.", [""]),
    ],
)
def test_medium_carries(text: str, carriers: list[str]) -> None:
    assert names(text, "carrier") == carriers


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Taliban claim to hold 85 percent.", "taliban"),
        ("Some 300 left, the Russian Foreign Ministry said.", "rus-foreign-ministry"),
        ("The Russian Foreign Ministry spoke. It said 300 left.", "rus-foreign-ministry"),
        ("Officials in Dushanbe say 300 came.", None),
        ("A senior Tajik official said 300 came.", "tjk-government"),
        ("A senior US official said 300 left.", "usa-government"),
        ("Officials in Herat say 300 came.", "afg-government"),
        ("The finance ministry in Kabul said 300 came.", "afg-government"),
        ("A source at the Afghan Embassy in Dushanbe said 300 came.", "afg-government"),
        ("The Herat police said 300 fled.", "afg-government"),
        ("A provincial council member said 300 had fled Kunduz.", "afg-government"),
        ("A spokesman for Afghan refugees said 300 came.", None),
        ("A former Afghan official said 300 came.", None),
        ("The Russian ambassador in Kabul said 300 came.", "rus-government"),
        ("An aid official in Herat said 300 came.", None),
        ("The Pentagon said 300 had left.", "usa-government"),
        ("Another 300 left Kabul, Pentagon says", "usa-government"),
        ("Some 90 fled; 300 have come back, the Pentagon said.", "usa-government"),
        ("Some 300 died, says a Pentagon report out on Monday.", "usa-government"),
        ("The Pentagon blames the rain for 300 deaths.", "usa-government"),
        ("The State Department said 300 had left.", "us-state-department"),
        ("Pentagon spokesman John Kirby said 300 had left.", "john-kirby"),
        ("Sir Laurie Bristow spoke. Bristow said 300 had left.", "laurie-bristow"),
        (
            "The Uzbek Defense Ministry spoke. The Defense Ministry said 53 came.",
            "uzb-defence-ministry",
        ),
        ("The Defense Ministry said 300 Taliban died in Helmand.", "afg-defence-ministry"),
        ("The Defence Ministry said 300 had left Kabul.", None),
        ("Mullah Baradar said 300 had left.", "taliban-abdul-ghani-baradar"),
        ("Jens Stoltenberg said 300 had left.", "jens-stoltenberg"),
        # who bears a country's name and is not its state, or is no source at all
        ("Iran hosts 780,000 registered Afghans, the United Nations said.", "un"),
        ("Yemen's Houthis said 300 had left.", None),
        ("Yemen's Houthi movement said 300 had left.", None),
        ("Lebanon's Hezbollah said it had lost 5 men.", None),
        ("Ethiopia's Tigray forces said 300 had surrendered.", None),
        ("Iraq's militias said 4 men died.", None),
        ("Afghanistan's Taliban said 300 had left.", "taliban"),
        ("Pakistan's Taliban said 4 soldiers died.", "ttp"),
        ("Iran's Revolutionary Guards said 4 soldiers died.", "irn-government"),
        ("Pakistan's paramilitary Frontier Corps said 4 soldiers died.", "pak-government"),
    ],
)
def test_claimant_has_its_code(text: str, code: str | None) -> None:
    source = sources_at_numbers(text)[0]
    assert source is not None
    assert source.code == code


TRANSCRIPT = """Briefing, Aug. 23
GEN. HOLLIS: Good morning. We moved 300 people. The count stands at 5,000.

And 12 aircraft are on the way.

Q: Is it true that 900 are left?

MR. DEAN: I would say 80.
"""


def test_transcript_is_said_by_who_has_the_floor() -> None:
    assert names(TRANSCRIPT) == [
        "",
        "Gen. Hollis",
        "Gen. Hollis",
        "Gen. Hollis",
        "",
        "Mr. Dean",
    ]


def test_one_label_makes_no_transcript() -> None:
    assert names("MR. DEAN: I would say 80.\n\nThe camp holds 900 people.")[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Sara Dean: (02:11)\nGood morning. The count is 300.",
        "3:57 p.m.\n\nMR DEAN: Good afternoon.\n\nWe moved 300 people.\n\nI will take questions.",
        "GEN. DEAN: I will be brief. The count is 300.",
        "ALI NUR, NEWS: I take you there live.\n\nGEN. DEAN, STAFF: -- left with 300 people.",
    ],
)
def test_one_label_begins_a_speech_that_goes_on(text: str) -> None:
    assert "Dean" in names(text)[-1]


def test_list_is_said_by_who_opens_it() -> None:
    text = (
        "The services had, the command said:\n- flown 560 loads;\n- left 6 bases.\n\nSome 9 stay."
    )
    assert names(text) == ["command", "command", ""]


def test_sentence_of_its_own_goes_back_to_nobody() -> None:
    assert names("The ministry said 30 died. The war goes on. Some 20 posts fell.") == [
        "ministry",
        "",
    ]


def test_pronoun_refers_across_other_pronouns() -> None:
    text = "Farid Nur, a lawmaker, said 4 fell. He added that 5 fell. He said 6 would fall."
    assert names(text) == ["Farid Nur"] * 3


def test_pronoun_that_stands_for_nobody_is_no_source() -> None:
    assert names("He said 4 posts fell.") == [""]


def test_sentences_are_read_once_with_the_same_result() -> None:
    speech = read(TRANSCRIPT + "\n".join(said.text for said in lexicon.attribution().said))
    sentences = range(len(speech.readings))
    together = [sources_of(speech, at) for at in sentences]
    assert together == [sources_of(Speech(speech.readings), at) for at in sentences]


def test_scopes_lie_in_their_sentences() -> None:
    speech = read("\n".join(said.text for said in lexicon.attribution().said))
    for at, reading in enumerate(speech.readings):
        for source in sources_of(speech, at):
            assert source.words
            assert 0 <= source.first <= source.stop <= len(reading.tokens)
            assert 0 <= source.scope_first <= len(reading.tokens)
            assert source.scope_stop <= len(reading.tokens)


def test_sentence_without_a_cue_has_no_source() -> None:
    assert list(sources_of(read("Some 300 guards crossed the river."), 0)) == []


POSTS = """The ministry shared two videos on Thursday.
300 #Rebels fled their posts.
Also, 12 lorries burned. pic.example.com/abc — Ministry of Peace (@MoPExample) August 5, 2021
The war goes on in 20 provinces.
"""


def test_post_is_said_by_who_signs_it() -> None:
    assert names(POSTS)[:2] == ["Ministry of Peace", "Ministry of Peace"]
    assert names(POSTS)[-1] == ""


def test_statement_is_said_by_who_its_heading_names() -> None:
    text = "On the north. Statement of the Border Press Center\nSome 134 men came.\nAnd 5 fell."
    assert names(text) == ["Border Press Center", "Border Press Center"]
    text = "Statement of the Islamic Emirate regarding a false report\nSome 134 men laid down arms."
    assert names(text) == ["Islamic Emirate"]


def test_briefing_is_said_by_whom_its_heading_names() -> None:
    heading = "Press Secretary Ann Dean and Maj. Gen. Bo Hollis hold a briefing.\n"
    spoken = heading + "We moved 300 people. Our crews flew 12 times."
    assert names(spoken) == ["Maj. Gen. Bo Hollis"] * 2
    assert names(heading + "The army moved 300 people. Its crews flew 12 times.") == ["", ""]
