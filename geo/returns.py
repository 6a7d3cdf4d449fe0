"""Which arrivals are of people who were sent back, as the articles that tell of them say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from geo.codes import codes_in, countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RETURN: Final = "return"
"""Action of facts that tell of people who were sent or brought back."""


def sent_back(facts: Iterable[Any]) -> frozenset[str]:
    """Ids of the facts about people who came to a country and did not stay.

    That they came back to where they fled from is told by another fact of their article. It means
    them if it counts as many or more, or if the article leads with it: "Tashkent sends back 47
    more" tells of an earlier group of 53, too, only to say whose turn it is now.

    Args:
        facts: Objects with the attributes ``fact_id``, ``article_id``, ``action``, ``value``,
            ``places``, ``origin``, ``destination`` and, to tell what comes first, ``start``.
    """
    by_article: dict[str, list[Any]] = {}
    for fact in facts:
        by_article.setdefault(fact.article_id, []).append(fact)
    return frozenset(
        str(fact.fact_id)
        for own in by_article.values()
        for returned in ([fact for fact in own if fact.action == _RETURN],)
        if returned
        for fact in own
        if _meant(fact, returned, min(own, key=lambda each: each.start))
    )


def _meant(arrived: Any, returned: Sequence[Any], lead: Any) -> bool:
    """Whether one of the returns is of those who arrived."""
    if not (arrived.origin and arrived.destination) or arrived.action == _RETURN:
        return False
    return any(
        (back is lead or (back.value or 0) >= (arrived.value or float("inf")))
        and _countries(arrived.origin) & _countries(back.destination, *codes_in(back.places))
        and (not back.origin or _countries(arrived.destination) & _countries(back.origin))
        for back in returned
    )


def _countries(*codes: str | None) -> set[str]:
    return {country for code in codes if code for country in countries_of(code, {})}
