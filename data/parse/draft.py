"""Draft: a fact as the rules state it, before attribution, dates and ids are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.lexicon.counting import NounClass
from data.parse.calendar.times import TimeExpression
from data.parse.numbers.quantity import Quantity

if TYPE_CHECKING:
    from data.parse.counting.verbs.happenings import Happening


class Draft(NamedTuple):
    """What a rule found; token indexes count within the sentence.

    Attributes:
        kind: Kind of fact.
        rule: Id of the rule.
        action: Lemma of what is done.
        first: Index of the first token of the number, or of the trigger.
        stop: Index one past the last.
        verb: Index of the verb the claim hangs on; the number's or trigger's own if none.
        noun: Class of what is counted.
        counted: The words for what is counted.
        noun_stop: Index one past those words, where they stand behind the number.
        happening: The verb that says what happened to it.
        at: Index of its sentence.
        in_brackets: The number stands in brackets behind one that it is a part of.
        possible: It only might happen.
        quantity: The number; None for a claim without one.
        unit: Unit of the number.
        vague: An amount is claimed without a number ("many").
        who: The words for who is counted, in control or acting.
        actor: Actor code of ``who``.
        side: Actor code that the words for what is counted name, whoever acts.
        places: Codes of where it happens.
        placed: The rule knows all places, and nothing around it adds any.
        origin: Code of where they came from.
        destination: Code of where they went.
        of: Code of the denominator.
        attributed_to: Words of the source, where the rule itself says who speaks.
        claimant: Actor code of that source.
        time: The expression that dates it, where the rule itself knows.
        undated: The rule knows that nothing around it tells when it was.
        settled: The rule knows the kind, whatever words stand around.
    """

    kind: str
    rule: str
    action: str
    first: int
    stop: int
    verb: int
    noun: NounClass | None = None
    counted: str | None = None
    noun_stop: int = 0
    happening: Happening | None = None
    at: int = 0
    in_brackets: bool = False
    possible: bool = False
    quantity: Quantity | None = None
    unit: str | None = None
    vague: bool = False
    who: str | None = None
    actor: str | None = None
    side: str | None = None
    places: tuple[str, ...] = ()
    placed: bool = False
    origin: str | None = None
    destination: str | None = None
    of: str | None = None
    attributed_to: str | None = None
    claimant: str | None = None
    time: TimeExpression | None = None
    undated: bool = False
    settled: bool = False
