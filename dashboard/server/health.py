"""``/healthz``: whether this process can do its work, for load balancers and supervisors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dashboard.corpus.source import holdings
from dashboard.server.answers import Answer, answer_of
from dashboard.server.content_policy import NOTHING

if TYPE_CHECKING:
    from dashboard.server.request import Request


def answer(request: Request) -> Answer:  # noqa: ARG001  as all that answer
    """Counts of what was read; some articles that cannot be read are told, but no failure.

    Raises:
        InputError: If no article or none of the shapes can be read: 503 with the reason.
    """
    from dashboard import images
    from dashboard.charts.region.shape_files import shape_file_name

    everything = holdings()
    if everything.problems and not everything.articles:
        raise everything.problems[0]
    shape_file_name()
    state = {
        "status": "ok" if not everything.problems else "incomplete",
        "articles": everything.articles,
        "facts": everything.facts,
        "unreadable": len(everything.problems),
        "pictures": images.missing() is None,
    }
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": NOTHING}
    return answer_of(json.dumps(state).encode(), "application/json", headers)
