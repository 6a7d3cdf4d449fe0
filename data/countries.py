"""Countries: which countries an article names, and how.

Keys are those of annotated texts (``tests/accuracy``), so that the output is scored as it is.
"""

from __future__ import annotations

import dataclasses
import json

from data.article import Article
from data.mentions import article_mentions


@dataclasses.dataclass(frozen=True, slots=True)
class Countries:
    """Countries an article names, as alpha-3 codes in the order they are first named.

    Attributes:
        article_id: The article.
        named: By their name ("Tajikistan", "the U.S.").
        via_demonym: By the word for their people or what is theirs ("Afghan", "Britons").
        via_capital: By their capital where it stands for the government ("Moscow said");
            datelines, plain locations and palaces ("the White House") do not count.
    """

    article_id: str
    named: tuple[str, ...]
    via_demonym: tuple[str, ...]
    via_capital: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every country that is named in any way."""
        return tuple(dict.fromkeys((*self.named, *self.via_demonym, *self.via_capital)))


def article_countries(article: Article) -> Countries:
    """The countries an article names."""
    mentions = [mention for mention in article_mentions(article) if mention.type == "country"]

    def codes(*via: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.code for mention in mentions if mention.via in via))

    return Countries(
        article_id=article.article_id,
        named=codes("name"),
        via_demonym=codes("demonym"),
        via_capital=tuple(
            dict.fromkeys(m.code for m in mentions if m.via == "capital" and m.government)
        ),
    )


def countries_json(countries: Countries) -> str:
    """The countries of an article as one line of JSON."""
    record = {
        "id": countries.article_id,
        "countries": countries.all,
        "named": countries.named,
        "via_demonym": countries.via_demonym,
        "via_capital": countries.via_capital,
    }
    return json.dumps(record)
