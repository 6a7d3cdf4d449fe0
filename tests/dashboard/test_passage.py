from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.words.passage import Piece, paragraphs, paragraphs_around
from data.article import Article
from data.intake import read_upload
from data.parse import extract
from tests.dashboard.made_up import a_fact

TEXT = (
    "Guards flee\r\nKEY POINTS\r\n- Forty 👮 fled\r\n\r\nThey fled. Others stay.\r\n© 2024 Example"
)


def test_lines_read_as_what_they_are() -> None:
    found = paragraphs(TEXT, [], "Guards flee")
    assert [(part.kind, part.text) for part in found] == [
        ("headline", "Guards flee"),
        ("label", "KEY POINTS"),
        ("bullet", "Forty 👮 fled"),
        ("text", "They fled. Others stay."),
        ("small", "© 2024 Example"),
    ]


def test_offsets_point_into_the_text_as_stored() -> None:
    for part in paragraphs("\ufeff" + TEXT, [], "Guards flee"):
        assert ("\ufeff" + TEXT)[part.start : part.end] == part.text


MARKDOWN = (
    "---\ntitle: Guards flee\n---\n\n#  Guards flee\n\nSome **40 guards** fled to [Iran](https://e.org).\n"
    "## Later\n- **Two** fled.\n"
)


def test_of_markdown_only_the_words_are_drawn_and_offsets_are_the_texts() -> None:
    (article,) = read_upload("a.md", MARKDOWN.encode())
    assert isinstance(article, Article)
    (fact, *_) = extract(article)
    found = paragraphs(article.text, [fact], article.title, article.marks)
    assert [(part.kind, part.text) for part in found] == [
        ("headline", "Guards flee"),
        ("text", "Some 40 guards fled to Iran."),
        ("label", "Later"),
        ("bullet", "Two fled."),
    ]
    (line,) = paragraphs_around(found, fact)
    assert [piece.text for piece in line.pieces if piece.marks] == ["40"]
    assert MARKDOWN[line.start : line.end] == "Some **40 guards** fled to [Iran](https://e.org)."


def test_a_mark_after_an_emoji_covers_its_own_words() -> None:
    start = TEXT.index("fled")
    line = TEXT.index("Forty")
    fact = a_fact(
        quote="Forty 👮 fled",
        start=start,
        end=start + 4,
        sentence_start=line,
        sentence_end=start + 4,
    )
    (bullet,) = paragraphs_around(paragraphs(TEXT, [fact]), fact)
    assert bullet.pieces == (
        Piece("Forty 👮 ", (), ("a-1",)),
        Piece("fled", ("a-1",), ("a-1",)),
    )


def test_overlapping_marks_are_cut_where_they_meet() -> None:
    text = "one two three four"
    first = a_fact("a-1", quote=text, start=0, end=7)
    second = a_fact("a-2", quote=text, start=4, end=13)
    (line,) = paragraphs(text, [second, first])
    assert [(piece.text, piece.marks) for piece in line.pieces] == [
        ("one ", ("a-1",)),
        ("two", ("a-1", "a-2")),
        (" three", ("a-2",)),
        (" four", ()),
    ]


def test_facts_with_the_same_trigger_share_a_piece() -> None:
    text = "They fear it"
    facts = [a_fact(f"a-{n}", quote=text, start=5, end=9) for n in (1, 2, 3)]
    (line,) = paragraphs(text, facts)
    assert [piece.marks for piece in line.pieces] == [(), ("a-1", "a-2", "a-3"), ()]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(alphabet="ab é👮\n\r-", min_size=1, max_size=60))
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=6))
    return text, [(min(span), max(span)) for span in spans if span[0] != span[1]]


@given(marked_texts())
def test_no_character_is_lost_or_doubled(marked: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = marked
    facts = [
        a_fact(
            f"a-{number}",
            quote=text[start:end],
            start=start,
            end=end,
            sentence_start=start,
            sentence_end=end,
        )
        for number, (start, end) in enumerate(spans)
    ]
    for part in paragraphs(text, facts):
        assert part.text == text[part.start : part.end]
        assert all(piece.text for piece in part.pieces)
        for fact in facts:
            covered = sum(len(piece.text) for piece in part.pieces if fact.fact_id in piece.marks)
            assert covered == max(0, min(part.end, fact.end) - max(part.start, fact.start))
