"""What people say about an article that they add: title, publisher, address, date; and its id."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
import unicodedata
from typing import Final

from dashboard.words.facts import day
from data.article import EARLIEST, Article
from data.errors import InputError

LICENCE: Final = "Not known: added by a visitor for one session. Check it before keeping the text."
NO_DATE: Final = "Not known: the text names none, and neither did whoever added it."
GIVEN: Final = "Given by whoever added the article."
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Details:
    """What people say about an article.

    Attributes:
        title: Headline.
        publisher: Who published it; empty where unknown.
        url: Where; empty where unknown.
        published: When; None where unknown.
        confirmed: How that day is known, if it was read from the text and they only confirmed it.
    """

    title: str
    publisher: str = ""
    url: str = ""
    published: dt.date | None = None
    confirmed: str | None = None

    @classmethod
    def of(cls, article: Article) -> Details:
        """What is known about an article already."""
        from data.intake.fields import line_of  # its package is slow to import

        return cls(
            line_of(article.title) or "",
            line_of(article.publisher) or "",
            article.url or "",
            article.published,
        )

    def described(self, article: Article) -> Article:
        """The article with these details.

        Raises:
            InputError: If there is no title, something is too long, the address is no web
                address, or nothing is published on such a day.
        """
        from data.intake.fields import line_of

        self._refuse_long()
        title, publisher, url = line_of(self.title), line_of(self.publisher), self.url.strip()
        if title is None:
            raise InputError(
                "the title", "is empty", "Give the headline, or name the text yourself."
            )
        _refuse_address(url)
        _refuse_day(self.published)
        given = self.confirmed or GIVEN
        basis = article.published_basis if self.published == article.published else given
        return dataclasses.replace(
            article,
            title=title,
            publisher=publisher,
            url=url or None,
            published=self.published,
            published_basis=(basis or GIVEN) if self.published else NO_DATE,
            licence=article.licence or LICENCE,
        )

    def _refuse_long(self) -> None:
        from data.intake.fields import LONGEST, LONGEST_URL

        for where, said, most in (
            ("the title", self.title, LONGEST),
            ("the publisher", self.publisher, LONGEST),
            ("the address", self.url, LONGEST_URL),
        ):
            if (length := len(" ".join(said.split()))) > most:
                raise InputError(
                    where, f"is too long: {length:,} characters", f"Give at most {most:,}."
                )


def _refuse_address(url: str) -> None:
    from data.intake.fields import address_of

    if url and address_of(url) is None:
        raise InputError(
            "the address",
            f"{url[:80]!r} is no web address",
            "It starts with https:// or http:// and has no spaces, double quotes or angle "
            "brackets.",
        )


def _refuse_day(published: dt.date | None) -> None:
    where, remedy = "the publication date", "Give the day on which the article was published."
    if published and published < EARLIEST:
        said = f"is before {EARLIEST.year}: {day(published)}"
        raise InputError(where, said, remedy)
    # A day early: the sun rises elsewhere before it does where the server is.
    if published and published > dt.date.today() + dt.timedelta(1):  # noqa: DTZ011
        said = f"is still to come: {day(published)}"
        raise InputError(where, said, remedy)


@dataclasses.dataclass(frozen=True, slots=True)
class Waiting:
    """An article that was read and waits for somebody to say what it is.

    Attributes:
        article: As it was read.
        details: What they have said so far; what the article says itself where they have not.
    """

    article: Article
    details: Details

    @property
    def described(self) -> Article:
        """The article with these details.

        Raises:
            InputError: As :meth:`Details.described`.
        """
        return self.details.described(self.article)


def is_name(publisher: str | None) -> bool:
    """Whether a publisher is known by name, and not by the host of the page alone."""
    return bool(publisher and (" " in publisher or "." not in publisher))


def session_id(article: Article) -> str:
    """Id of an article that was added: a name for people, and a digest of its text.

    The digest keeps two visitors' articles apart, so that a link to a fact of one never opens
    another; and the id is that of the catalogue entry, so that the link holds once it is there.
    """
    plain = unicodedata.normalize("NFKD", article.publisher or article.title)
    slug = _NOT_SLUG.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    return f"{slug[:40].strip('-') or 'article'}-{digest[:10]}"
