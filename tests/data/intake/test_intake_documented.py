"""The page on formats names every ending and every limit as they are."""

from __future__ import annotations

import re
from pathlib import Path

from data.intake import Limits
from data.intake.formats import FORMATS

TEXT = (Path(__file__).resolve().parents[3] / "docs/formats.md").read_text(encoding="utf-8")


def test_endings_and_largest_files() -> None:
    rows = re.findall(r"^\| (`\..*?) \|.*\| ([\d,]+) bytes \|$", TEXT, re.MULTILINE)
    documented = {
        ending: int(limit.replace(",", ""))
        for endings, limit in rows
        for ending in re.findall(r"`(\.\w+)`", endings)
    }
    assert documented == {ending: kind.limit for ending, kind in FORMATS.items() if ending}


def test_limits() -> None:
    for limit, words in (
        (Limits.MAX_BYTES, "at most {} bytes"),
        (Limits.MAX_ELEMENTS, "more than {} elements"),
        (Limits.MAX_CHILDREN, "{} side by side"),
        (Limits.MAX_DEPTH, "{} inside one another"),
        (Limits.MAX_PDF_PAGES, "more than {} pages"),
        (Limits.MAX_PDF_SECONDS, "over {} seconds"),
        (Limits.MAX_ARTICLES, "beyond {} files"),
        (Limits.MAX_ARCHIVE_BYTES, "{} bytes packed"),
        (Limits.MAX_TOTAL_BYTES, "{} bytes\nunpacked"),
        (Limits.MAX_RATIO, "{} times its size"),
    ):
        assert words.format(f"{limit:,}") in TEXT, words
