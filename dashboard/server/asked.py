"""What a request asks for: the view in its query string, and options of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, cast, get_args
from urllib.parse import quote

from dashboard.corpus.source import holdings
from dashboard.palette import Theme
from dashboard.selecting.selection import Selection, parse_query, shorten
from dashboard.server.problems import BadParameter

if TYPE_CHECKING:
    from collections.abc import Hashable

    from dashboard.view import View

WIDTHS: Final = range(320, 1921)
"""Pixels that a picture may be asked to be wide."""

SIZES: Final = ("1x", "2x", "square", "preview")

OF_THE_PAGE: Final = ("embed", "embed_options")
"""Options of Streamlit's page, which all addresses take without a word."""

_LONGEST_HEADER: Final = 600


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A request, read.

    Attributes:
        view: What it is about.
        dropped: What of it does not exist, in the words of
            :class:`~dashboard.selecting.selection.Selection`.
        options: Parameters that are not part of the view, each with its last value.
        base: Address of the dashboard for links.
        held: What differs where the view is of other articles.
    """

    view: View
    dropped: tuple[str, ...]
    options: Mapping[str, str]
    base: str
    held: Hashable

    @classmethod
    def of(cls, query_string: str, base: str, own: Collection[str] = ()) -> Asked:
        """Read a query string. Reads the articles too, if they changed.

        Args:
            query_string: Without its question mark.
            base: Address of the dashboard for links.
            own: Names of the parameters that are not part of the view.

        Raises:
            InputError: If there is nothing to show at all.
        """
        # Slow to import, see dashboard.server.warming.
        from dashboard.links import selectable
        from dashboard.view import View

        everything = holdings()
        if everything.problems and not everything.articles:
            raise everything.problems[0]
        query = parse_query(query_string)
        options = {name: query.pop(name)[-1] for name in (*own, *OF_THE_PAGE) if name in query}
        selection, dropped = Selection.from_query(query, selectable(everything.known))
        view = View(everything.corpus(selection), selection)
        return cls(view, dropped, options, base, everything.key)

    def key(self, *more: Hashable) -> Hashable:
        """What the bytes of an answer depend on, beside the code."""
        return (self.view.selection.to_query_string(), self.base, self.held, *more)

    @property
    def headers(self) -> dict[str, str]:
        """A header that names what could not be honoured: printable ASCII, no space at its ends."""
        named = "; ".join(quote(item, safe=" =:,./-_") for item in self.dropped)
        named = named[:_LONGEST_HEADER].strip()
        return {"X-Dropped": named} if named else {}

    @property
    def downloads(self) -> bool:
        """Whether the answer is to be saved rather than shown."""
        return self.options.get("download", "") not in {"", "0", "false"}

    @property
    def plays(self) -> bool:
        """Whether the answer is to show one day after the other."""
        return self.options.get("play", "") not in {"", "0", "false"}

    @property
    def theme(self) -> Theme | None:
        """Light or dark; None where it is not said.

        Raises:
            BadParameter: If it is something else.
        """
        return cast("Theme | None", self._one_of("theme", get_args(Theme)))

    @property
    def size(self) -> str | None:
        """One of :data:`SIZES`; None where it is not said.

        Raises:
            BadParameter: If it is something else.
        """
        return self._one_of("size", SIZES)

    @property
    def width(self) -> int | None:
        """Pixels; None where it is not said.

        Raises:
            BadParameter: If it is no number in :data:`WIDTHS`.
        """
        text = self.options.get("width", "")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) in WIDTHS):
            raise BadParameter(
                "width",
                f"“{shorten(text)}” is no width a picture can have",
                f"Use a whole number from {WIDTHS.start} to {WIDTHS.stop - 1}.",
            )
        return int(text)

    def _one_of(self, name: str, allowed: Collection[str]) -> str | None:
        value = self.options.get(name, "")
        if not value:
            return None
        if value not in allowed:
            raise BadParameter(
                name, f"there is no {name} “{shorten(value)}”", f"Use {', '.join(allowed)}."
            )
        return value
