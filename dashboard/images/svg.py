"""SVG pictures: true vectors with text as text, words about them inside, stable names."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring

from dashboard.images.about import About

_SVG: Final = "http://www.w3.org/2000/svg"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC: Final = "http://purl.org/dc/elements/1.1/"

for _prefix, _namespace in (
    ("", _SVG),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("rdf", _RDF),
    ("dc", _DC),
):
    ET.register_namespace(_prefix, _namespace)

# plotly.js draws six or more hexadecimal digits by lot for every figure and trace and puts them
# into ids and classes: defs-1acd92, clip1acd92xy, trace5a0d88.
_DRAWN_BY_LOT: Final = re.compile(r"^(?:defs-|trace)([0-9a-f]{6,})$")


def finish_svg(drawn: bytes, about: About) -> bytes:
    """A drawn picture as a file.

    ``about`` stands in ``<title>``, ``<desc>`` and, as Dublin Core, ``<metadata>``. Names that
    plotly.js draws by lot become numbers in the order of the document, and each style stands last
    in its element.
    """
    root: ET.Element = fromstring(drawn, forbid_dtd=True)
    _number_names(root)
    _put_styles_last(root)
    for position, element in enumerate(_words(about)):
        root.insert(position, element)
    root.set("role", "img")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _number_names(root: ET.Element) -> None:
    numbers: dict[str, str] = {}
    for element in root.iter():
        for word in f"{element.get('id', '')} {element.get('class', '')}".split():
            if found := _DRAWN_BY_LOT.match(word):
                # Seven characters, so that no number is taken for a name drawn by lot.
                numbers.setdefault(found[1], f"n{len(numbers):06d}")
    if not numbers:
        return
    by_lot = re.compile("|".join(sorted(numbers, key=len, reverse=True)))
    for element in root.iter():
        for key, value in element.items():
            if key in {"id", "class"} or "#" in value:
                element.set(key, _renamed(key, value, by_lot, numbers))


def _renamed(key: str, value: str, by_lot: re.Pattern[str], numbers: dict[str, str]) -> str:
    def number(found: re.Match[str]) -> str:
        return numbers[found[0]]

    if key in {"id", "class"}:
        return by_lot.sub(number, value)
    # Only inside references: "#1acd92" may be a colour too.
    return re.sub(
        r"(?<=url\()[\"']?#[^)]*|^#.*", lambda reference: by_lot.sub(number, reference[0]), value
    )


def _put_styles_last(root: ET.Element) -> None:
    # The browser has a style stand where the element's text was first asked for, which plotly.js
    # does to measure a text unless it remembers it from a picture before.
    for element in root.iter():
        if style := element.attrib.pop("style", None):
            element.set("style", style)


def _words(about: About) -> tuple[ET.Element, ET.Element, ET.Element]:
    title, desc = ET.Element(f"{{{_SVG}}}title"), ET.Element(f"{{{_SVG}}}desc")
    title.text, desc.text = about.title, about.description
    metadata = ET.Element(f"{{{_SVG}}}metadata")
    record = ET.SubElement(ET.SubElement(metadata, f"{{{_RDF}}}RDF"), f"{{{_RDF}}}Description")
    words = {
        "title": about.title,
        "description": about.description,
        "source": about.source,
        "identifier": about.link,
        "date": about.as_of.isoformat() if about.as_of else "",
    }
    for name, value in words.items():
        if value:
            ET.SubElement(record, f"{{{_DC}}}{name}").text = value
    return title, desc, metadata
