"""What is done to the articles of this session, and what could not be done."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from dashboard.adding.articles import AddedArticles, Step
from dashboard.components.adding.waiting import wait_again
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import refuse, say
from dashboard.components.session.bound_selection import choose_fact, current, store
from dashboard.components.session.corpus import added, corpus, keep
from dashboard.components.session.run_log import name_session
from dashboard.observability.conditions import tell_defect
from data.errors import InputError


def act(change: Callable[[AddedArticles], AddedArticles], at: str = "") -> bool:
    """Change what this visitor has added; what is selected and gone by that is let go of.

    Args:
        change: Gives the new state.
        at: The form that asks for it, where what stands in the way is shown by
            :func:`dashboard.components.messages.outcomes.refusals`.

    Returns:
        Whether it could be done.
    """
    changed = attempt(lambda: change(added()), "article", at)
    if changed is None:
        return False
    keep(changed)
    selection, seen = current(), corpus()
    kept = dataclasses.replace(
        selection,
        fact=selection.fact if selection.fact in seen.facts else None,
        article=selection.article if selection.article in seen.articles else None,
        sources=tuple(name for name in selection.sources if name in seen.articles),
    )
    if kept != selection:
        store(kept)
    return True


def put_under_review(article_id: str) -> None:
    """Show an article of this session for review, without a fact of it."""
    store(dataclasses.replace(current(), article=article_id, fact=None))


def attempt(change: Callable[[], AddedArticles], where: str, at: str = "") -> AddedArticles | None:
    """What this visitor would have added; None if it cannot be, which is remembered.

    Args:
        change: Gives the new state.
        where: What a mistake of the program is said to have been met in.
        at: As of :func:`act`.
    """
    try:
        return change()
    except InputError as error:
        refuse([error], at)
    except Exception as error:
        refuse([mistake(where, error)], at)
    return None


def mistake(where: str, error: Exception) -> InputError:
    """What to say of an error that is the program's own; the log has it in full."""
    name_session()
    tell_defect("article", error)
    return InputError(
        where,
        f"could not be read because of a mistake in the program ({type(error).__name__})",
        "The server's log says where; please report it.",
    )


def undo() -> None:
    """Take back the latest step and say so; the fact that it was about is chosen.

    What was added waits again, as it was described: it was brought in by hand.
    """
    before = added()
    if not before.steps or not act(AddedArticles.undo):
        return
    step = before.steps[-1]
    wait_again(step.waited)
    say(f"Undone: {step.done}.{_where_it_is(step, before)}")
    if step.fact and step.fact in corpus().facts and current().fact != step.fact:
        choose_fact(step.fact)


def how_to_undo() -> str:
    """What is pressed to take the latest step back."""
    return "“Undo” brings it back" if is_narrow() else "Undo with U"


def _where_it_is(step: Step, before: AddedArticles) -> str:
    """Where to find what an undone step had added."""
    if step.waited:
        they = "It waits" if len(step.waited) == 1 else "They wait"
        return f" {they} again under “Say what it is”, with what you had entered."
    if len(before.entries) > len(step.before):
        return " Upload the file again to bring back what it held."
    return ""
