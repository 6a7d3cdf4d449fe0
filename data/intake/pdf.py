"""PDF: the text of a file that has one; a scan is a picture and is refused, or a page of it named.

pdfminer.six tells paragraphs and columns by where lines stand. It reads in a process of its own
with bounded time and memory, because a small file can be made to unpack without end.
"""

from __future__ import annotations

import collections
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from data.errors import InputError
from data.intake.contents import Contents
from data.intake.fields import address_of, line_of
from data.intake.limits import Limits
from data.intake.page_title import page_title, publisher_clues
from data.intake.written_dates import day_written_out

_PROGRAM: Final = Path(__file__).with_name("pdf_paragraphs.py")
_SIGNATURE: Final = b"%PDF-"
_SIGNATURE_WITHIN: Final = 1_024
_LIGATURES: Final = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]|\\(cid:\\d+\\)")
_DIGITS = re.compile(r"\d+")
_SOFT_BREAK = re.compile(r"\xad\s*\n\s*|\xad")
_LINE_BREAK = re.compile(r"(?:(?<=\w-)(\n)|[ \t]*\n[ \t]*)")
_PRINTED_AT = re.compile(r"\f\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}[:.]\d{2}\b.*")
"""7/9/21, 8:30 AM - 09.07.2021, 20:30 - 2021-07-09, 20:30, as the reader's language has it."""

_BROWSERS_LINE = re.compile(
    rf"\f(?:(?:https?|file)://\S+|\d+(?:\s*/\s*\d+)?)|{_PRINTED_AT.pattern}"
)
_LINE_OF_LIST = re.compile(r"^[ \t]*(?:(\d{1,2})[.)]\s|[•▪◦‣●■])", re.MULTILINE)
_SECOND = re.compile(r"^[ \t]*2[.)]\s", re.MULTILINE)
_MOST_PAGES_NAMED: Final = 8
_SENTENCE_ENDS: Final = frozenset(".!?…:;\"'”’)]")

_PROBLEMS: Final = {
    "password": ("is locked with a password", "Unlock the file, or paste its text."),
    "forbidden": ("forbids reading its text", "Paste its text."),
    "pages": (
        f"more than {Limits.MAX_PDF_PAGES} pages, which no article has",
        "Give the pages of one article.",
    ),
    "broken": ("is not a PDF file that can be read", "Save it again, or paste its text."),
    "endless": (
        f"took more than {Limits.MAX_PDF_SECONDS} seconds or too much memory to read",
        "Paste its text.",
    ),
}


def read_pdf(content: bytes, name: str) -> Contents:
    """The text of a PDF, its paragraphs joined from lines; pictures in it are not read.

    A PDF says when it was made, not when its article was published: there is no date.

    Raises:
        InputError: If the file is broken, locked, endless, or has no text, as a scan.
    """
    if _SIGNATURE not in content[:_SIGNATURE_WITHIN]:
        raise InputError(name, *_PROBLEMS["broken"])
    found = _read_apart(content)
    if problem := found.get("problem"):
        raise InputError(name, *_PROBLEMS[problem])
    pages = [[_clean(text) for text in page] for page in found["pages"]]
    said = line_of(found["title"]) or ""
    title = page_title(said, {text.casefold() for page in pages for text in page})
    printed = said if title.site or any(map(_is_printed_page, pages[:1])) else ""
    paragraphs = _joined(_items(_without_margins(pages, printed)))
    text = "\n\n".join(paragraphs)
    if not any(char.isalpha() for char in text):
        raise InputError(
            name,
            "has no text, only pictures of it, as a scan",
            "Run text recognition (OCR) on it first, or paste its text.",
        )
    url = _printed_from(pages)
    return Contents(
        text=text,
        title=_title(title.headline, paragraphs, pages[0]),
        url=url,
        clues=publisher_clues(title.site, said, url),
        unread=_unread(pages, found["pictured"]),
    )


def _unread(pages: Sequence[Sequence[str]], pictured: Sequence[bool]) -> str | None:
    """Which pages have a picture and no text but in their margins, as scans do."""
    numbers = [
        number
        for number, (page, has_picture) in enumerate(zip(pages, pictured, strict=True), start=1)
        if has_picture and not any(map(_is_prose, page))
    ]
    if not numbers:
        return None
    left = len(numbers) - _MOST_PAGES_NAMED
    which = ", ".join(map(str, numbers[:_MOST_PAGES_NAMED])) + (f" and {left} more" * (left > 0))
    if len(numbers) == 1:
        return f"page {which} of {len(pages)} is a picture, as of a scan, and was not read"
    return f"pages {which} of {len(pages)} are pictures, as of a scan, and were not read"


def _is_prose(paragraph: str) -> bool:
    return not paragraph.startswith("\f") and any(map(str.isalpha, paragraph))


def _read_apart(content: bytes) -> dict[str, Any]:
    limits = (str(Limits.MAX_PDF_PAGES), str(Limits.MAX_PDF_MEMORY))
    try:
        run = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-P", str(_PROGRAM), *limits],
            input=content,
            capture_output=True,
            timeout=Limits.MAX_PDF_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return {"problem": "endless"}
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _clean(text: str) -> str:
    return _NO_TEXT.sub("", text.translate(_LIGATURES))


def _printed_from(pages: Sequence[Sequence[str]]) -> str | None:
    """The address that a browser printed in a page's margin, unless it shortened it."""
    margins = (text[1:] for page in pages for text in page if text.startswith("\f"))
    addresses = (address_of(text) for text in margins if not text.endswith(("…", "...")))
    return next(filter(None, addresses), None)


def _without_margins(pages: Sequence[Sequence[str]], printed: str) -> Iterator[str]:
    """The paragraphs without addresses, times and numbers of pages, and without running heads.

    A running head is the first line of a paragraph in the margin of several pages, its numbers
    aside. It goes from each page as often as the page with the fewest has it: where the first one
    has it once more, that is the headline, which a browser prints above every page too.

    Args:
        pages: Paragraphs of each page; those in a margin begin with a form feed.
        printed: What a browser printed above each page; empty if none did.
    """
    heads = [collections.Counter(filter(None, map(_margin_line, page))) for page in pages]
    on_pages = collections.Counter(head for of_page in heads for head in of_page)
    times = {
        head: min(of_page[head] for of_page in heads if head in of_page)
        for head, count in on_pages.items()
        if count > 1
    }
    if printed:
        times[_without_numbers(printed)] = 1
    for page in pages:
        left = dict(times)
        for text in page:
            head, rest = _margin_line(text), text
            if left.get(head):
                left[head] -= 1
                rest = text.partition("\n")[2]
            if not _BROWSERS_LINE.fullmatch(rest) and (shown := rest.removeprefix("\f").strip()):
                yield shown


def _margin_line(text: str) -> str:
    """The first line of a paragraph in a margin, its numbers aside; empty of any other."""
    return _without_numbers(text[1:].partition("\n")[0]) if text.startswith("\f") else ""


def _without_numbers(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _is_printed_page(page: Sequence[str]) -> bool:
    """Whether a browser put the time it was printed at above a page."""
    return any(_PRINTED_AT.match(text) for text in page)


def _items(paragraphs: Iterable[str]) -> Iterator[str]:
    """The paragraphs, and of a list whose lines stand close together each item by itself.

    Joined to one line, "... hits bridge" and "2. 500 jobs to go" would count two of something.
    """
    for paragraph in paragraphs:
        start, following = 0, 1
        is_list = _SECOND.search(paragraph) is not None
        for line in _LINE_OF_LIST.finditer(paragraph):
            number = int(line[1]) if line[1] else None
            if number is not None:
                if number != following or not (number > 1 or is_list):
                    continue  # a line that begins with the end of a sentence: "to\n12. The"
                following += 1
            if line.start() > start:
                yield paragraph[start : line.start()].strip()
                start = line.start()
        yield paragraph[start:]


def _joined(paragraphs: Iterable[str]) -> list[str]:
    """Paragraphs as single lines; one that a column or page cut in two is whole again."""
    joined: list[str] = []
    lines = (_without_line_breaks(paragraph).strip() for paragraph in paragraphs)
    for line in filter(None, lines):  # of a paragraph of soft hyphens nothing is left
        if joined and line[0].islower() and joined[-1][-1] not in _SENTENCE_ENDS:
            joined[-1] = _without_line_breaks(f"{joined[-1]}\n{line}")
        else:
            joined.append(line)
    return joined


def _without_line_breaks(paragraph: str) -> str:
    """Lines as one. A soft hyphen, which is there for the line break alone, goes.

    Any other hyphen stays: a wrong "govern-ment" loses a claim, a wrong "twothirds" a number.
    """
    return _LINE_BREAK.sub(lambda found: "" if found[1] else " ", _SOFT_BREAK.sub("", paragraph))


def _title(title: str, paragraphs: Sequence[str], first_page: Sequence[str]) -> str:
    """The title that the file gives, if its text shows it too; else the first paragraph.

    What only names paper, day and page at the edge of the first page heads the page, not the text.
    """
    if title and any(title.casefold() in paragraph.casefold() for paragraph in paragraphs[:5]):
        return title
    heads = {_without_line_breaks(text[1:]) for text in first_page if text.startswith("\f")}
    first = next((text for text in paragraphs if text not in heads or not _is_head(text)), None)
    return line_of(first or paragraphs[0]) or paragraphs[0][:1]


def _is_head(line: str) -> bool:
    """Whether a line ends as a running head does, in a full date or the number of the page."""
    ends = rf"\bpage\s\d+(?:\s(?:of|/)\s\d+)?|{day_written_out()}"
    return re.search(rf"(?:{ends})\s*$", line, re.IGNORECASE) is not None
