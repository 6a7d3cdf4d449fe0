"""A review of an article whose details were changed: decisions stay, days are read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.words.facts import day
from dashboard.words.headlines import headline
from dashboard.words.plain_text import excerpt
from data.corrections import Correction
from data.errors import InputError
from data.fact import Fact
from data.review import with_fields

_DAYS: Final = ("when_start", "when_end")


def redated(
    corrections: Iterable[Correction], before: Mapping[str, Fact], now: Mapping[str, Fact]
) -> list[Correction]:
    """Decisions as they are once the rules have read the same text under other details.

    Days that a reviewer set stay as they set them, both of them; days that they left as they were
    read are those read now. A rejected fact that is not found any more needs no decision.

    Args:
        corrections: What was decided.
        before: The facts as the rules read them then, by id.
        now: The facts as they read them now.

    Raises:
        InputError: If a corrected fact is not found any more, or something else of it that was
            corrected is read otherwise.
    """
    kept = (_redated(each, before[each.fact], now.get(each.fact)) for each in corrections)
    return [correction for correction in kept if correction]


def _redated(correction: Correction, before: Fact, now: Fact | None) -> Correction | None:
    if correction.verdict == "reject":
        return Correction.rejecting(now) if now else None
    fields = correction.becomes.fields
    if now is None or any(
        getattr(now, name) != getattr(before, name) for name in fields if name not in _DAYS
    ):
        raise InputError(
            f"“{excerpt(headline(before), 80)}”",
            f"was corrected, and with these details its sentence is read otherwise{_as(now)}",
            "Have it “As the rule read it” first, then change the details and review it again.",
        )
    if set(_DAYS) & fields.keys():
        set_by_hand = with_fields(before, fields)
        fields |= {name: getattr(set_by_hand, name) for name in _DAYS}
    return Correction.correcting(now, fields)


def _as(now: Fact | None) -> str:
    if now is None:
        return ""
    days = f", {day(now.when_start)}" if now.when_start else ""
    return f": {excerpt(headline(now), 80)}{days}"
