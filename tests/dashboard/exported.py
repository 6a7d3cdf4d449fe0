"""What tests of exported files share: a small corpus, texts that might break a file, readers."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Final

import pandas as pd

from dashboard.charts.catalogue import CHARTS
from dashboard.export.bundle import Planned
from dashboard.export.files import File
from dashboard.export.formats import formats
from data.corpus import Corpus
from tests.dashboard.made_up import a_number, an_article

BASE: Final = "https://example.org/withdrawal"
MAP, TIMELINE = CHARTS["region-map"], CHARTS["timeline"]
EVERYTHING: Final = "Claims about the 2021 withdrawal from Afghanistan"
DATA_FORMATS: Final = [
    (chart.name, entry.id)
    for chart in CHARTS.values()
    for entry in formats("chart", is_map=chart.is_map)
    if not entry.picture
] + [("facts", entry.id) for entry in formats("facts")]
"""Of each chart and of the facts, the formats that no browser draws."""

HOSTILE: Final = (
    "=1+1",
    '=HYPERLINK("http://evil.example";"x")',
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "'=1",
    "''",
    '"',
    '"",\r\n"=1"',
    "a,b;c\rd\ne\r\n",
    "</script><img src=x onerror=alert(1)>",
    "\u202e=1\u200f+\u2066@",
    "\x01\x08\x0b\x0c\x1b[2J\x1f\x7f\x85\u2028",
    "NA",
    "true",
    " ",
)
"""What articles and catalogues might hold to run in, or to break, whatever reads a file."""


def a_corpus() -> Corpus:
    """Two articles; what the second tells is about another country."""
    later = {"url": "https://example.org/later", "licence": "lent", "title": "Seven hurt"}
    return Corpus(
        articles={
            "a": an_article(),
            "b": an_article(
                article_id="b", publisher="Later News", published=dt.date(2021, 8, 1), **later
            ),
        },
        facts={
            "a-1": a_number("a-1", 40, places=("TJK",), who="guards", origin="AFG"),
            "a-2": a_number("a-2", 85, unit="percent", of="AFG-TJK", kind="control_share"),
            "b-1": a_number("b-1", 7, article_id="b", places=("UZB",), kind="casualties"),
        },
    )


def lines_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file; fails where a line has too many or too few cells."""
    stream = io.StringIO(content.decode("utf-8-sig"), newline="")
    header, *lines = csv.reader(stream, strict=True)
    return [dict(zip(header, line, strict=True)) for line in lines]


def texts_by_pandas(content: bytes) -> list[dict[str, str]]:
    """The same by another reader, every cell as text."""
    frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in frame.to_dict("records")
    ]


def planned_file(name: str, content: bytes) -> Planned:
    """A file that is there already when it is made."""
    return Planned(name, "a file", lambda: File(name, "text/plain", content))
