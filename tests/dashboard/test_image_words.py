"""What pictures say about themselves, read back out of the files."""

from __future__ import annotations

import dataclasses
import datetime
import io

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter

from dashboard.images import About
from dashboard.images.pdf import finish_pdf
from dashboard.images.png import finish_png
from dashboard.images.svg import finish_svg

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
ANY_ABOUT = st.builds(
    About,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT | ANY_TEXT.map(lambda text: "https://example.org/?" + text),
    st.none() | st.dates(datetime.date(1979, 1, 1)),
)


def _written(about: About) -> dict[str, str]:
    words = dataclasses.asdict(about) | {"as_of": about.as_of.isoformat() if about.as_of else ""}
    return {name: text for name, text in words.items() if text}


@given(ANY_ABOUT)
def test_png_says_what_it_is_about(about: About) -> None:
    blank = io.BytesIO()
    Image.new("RGBA", (2, 2)).save(blank, "PNG")
    with Image.open(io.BytesIO(finish_png(blank.getvalue(), about, None))) as picture:
        assert isinstance(picture, Image.Image)
        found = {key: str(text) for key, text in picture.info.items()}
    names = ("Title", "Description", "Source", "URL", "Date")
    expected = dict(zip(names, dataclasses.astuple(about), strict=True))
    expected["Date"] = about.as_of.isoformat() if about.as_of else ""
    assert found == {key: text for key, text in expected.items() if text}


@given(ANY_ABOUT)
def test_svg_says_what_it_is_about(about: About) -> None:
    root = fromstring(finish_svg(b'<svg xmlns="http://www.w3.org/2000/svg"/>', about))
    assert (root.findtext(SVG + "title"), root.findtext(SVG + "desc")) == (
        about.title,
        about.description,
    )
    names = {"title": "title", "description": "description", "source": "source"}
    names |= {"link": "identifier", "as_of": "date"}
    found = {name: root.findtext(f".//{DC}{element}") for name, element in names.items()}
    assert {name: text for name, text in found.items() if text} == _written(about)


@given(ANY_ABOUT)
def test_pdf_says_what_it_is_about(about: About) -> None:
    blank, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(blank)
    reader = PdfReader(io.BytesIO(finish_pdf(blank.getvalue(), about)))
    assert reader.metadata is not None
    found = [reader.metadata[key] for key in ("/Title", "/Subject", "/Keywords", "/URL")]
    assert list(map(str, found)) == [about.title, about.description, about.source, about.link]
    created = reader.metadata.creation_date
    assert created is not None
    assert about.as_of in {None, created.date()}
    links = [note.get_object() for note in reader.pages[0].get("/Annots", [])]
    assert [link["/A"]["/URI"] for link in links] == (
        [about.link] if about.link.startswith("https://") else []
    )
