"""Money: sums in the currency the text gives."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.amounts.currencies import currency_of
from data.parse.counting.counted_as import Counted
from data.parse.counting.verbs.agents import find_agent
from data.parse.counting.verbs.gapping import payer_of_gap
from data.parse.counting.verbs.happenings import Happening, NumberPhrase, find_happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def find_sum(reading: Reading, quantity: Quantity) -> Draft:
    """The draft of a sum of money, never converted."""
    quantity = quantity._replace(unit=currency_of(reading, quantity))
    phrase = NumberPhrase(quantity.outer_first, quantity.outer_stop)
    happening = find_happening(reading, phrase)
    agent = None
    if happening is not None:
        agent = payer_of_gap(reading, quantity, happening) or find_agent(reading, happening)
    if agent is not None and agent.first < quantity.stop and quantity.first < agent.stop:
        agent = None  # "had $4 million handed to him"
    actor = agent.doer if agent else None
    return Draft(
        kind="money",
        rule="counts.money",
        action=happening.verb.action if happening else "count",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.first,
        quantity=quantity,
        unit=quantity.unit,
        who=agent.words if agent else None,
        actor=actor.code if actor else None,
    )


def is_unsaid_sum(quantity: Quantity, counted: Counted, happening: Happening | None) -> bool:
    """Whether a number without a noun is of money: "will invest 52 million over three years".

    As are billions of whatever was counted before: "cost thousands of lives, billions".
    """
    if counted.noun.unit != "people" or counted.how != "before":
        return False
    if quantity.value is None and (quantity.low or 0) >= _MORE_THAN_PEOPLE:
        return True
    if happening is not None and happening.verb.lemma == "lose" and happening.by_others:
        return (quantity.value or 0) >= _MORE_THAN_PEOPLE  # "it lost 2.7 billion in June"
    if happening is None or not (happening.by_others and happening.direct):
        return False
    paying = lexicon.count_words().paying
    return happening.first < quantity.first and happening.verb.action in paying


_MORE_THAN_PEOPLE = 1_000_000_000
