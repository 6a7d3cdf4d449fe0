"""What a picture says about itself, written into the file beside the drawing."""

from __future__ import annotations

import dataclasses
import datetime
import re

# All that XML 1.0 forbids in text, and so what an SVG cannot carry; NUL would also end a PNG
# text chunk. Articles with such characters exist (form feeds from PDF files).
_UNWRITABLE = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LINE_END = re.compile("\r\n?")  # what XML would make of it when it is read again


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """Title, words and origin of a picture: plain, untrusted text.

    Characters that no file could carry (control characters, lone surrogates) become U+FFFD, and
    every line ends in a line feed.

    Attributes:
        title: What the picture shows.
        description: The same in sentences, for someone who cannot see it.
        source: The source line.
        link: Address of the view that the picture was taken of; empty for none.
        as_of: The day up to which the picture's sources report, if known.
    """

    title: str
    description: str
    source: str
    link: str
    as_of: datetime.date | None

    def __post_init__(self) -> None:
        """Replace what cannot be written."""
        for name in ("title", "description", "source", "link"):
            lines = _LINE_END.sub("\n", getattr(self, name))
            object.__setattr__(self, name, re.sub(_UNWRITABLE, "\ufffd", lines))
