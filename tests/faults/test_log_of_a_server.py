"""What a real server writes while visitors do things: all of it, and nothing of what they sent."""

from __future__ import annotations

import asyncio
import re
from typing import Final

from tests.faults.guest import guest
from tests.faults.server import Server

MARKER: Final = "Sesame7731"
ARTICLE: Final = f"""{MARKER} guards flee over the border

On 5 July 2021, 40 {MARKER} soldiers fled to Tajikistan, {MARKER} News reported.
"""
HEADERS: Final = [
    ("User-Agent", f"Mozilla/5.0 {MARKER}"),
    ("Referer", f"https://{MARKER}.example/"),
    ("X-Forwarded-For", f"203.0.113.77, {MARKER}"),
    ("Accept-Language", MARKER),
    ("X-Request-ID", f"of {MARKER}"),
]


def test_the_log_tells_what_is_done_and_nothing_of_what_was_sent(running: Server) -> None:
    asyncio.run(_visit(running.address))
    for path in (
        f"/facts.csv?countries={MARKER}&q={MARKER}",
        f"/charts/timeline.json?fact={MARKER}&theme=dark",
        f"/charts/timeline.csv?width={MARKER}",
        f"/charts/{MARKER}.csv",
        f"/claims?{MARKER}=1&embed={MARKER}",
        f"/{MARKER}/{MARKER}.php?{MARKER}",
        f"/media/{MARKER}.csv",
        f"/app/static/{MARKER}",
        f"/_stcore/upload_file/{MARKER}/{MARKER}",
    ):
        running.get(path, **dict(HEADERS))
    log, events = running.log, running.events
    assert MARKER.lower() not in log.lower()
    assert "127.0.0.1:" not in log.partition("URL")[2].partition("\n")[2]
    assert "203.0.113.77" not in log
    told = {event["event"] for event in events}
    assert {"started", "holdings", "request", "run", "step", "connected"} <= told
    assert {event["step"] for event in events if event["event"] == "step"} == {
        "extract",
        "join",
        "draw",
        "export",
    }
    runs = [event for event in events if event["event"] == "run"]
    assert {run["page"] for run in runs} >= {"overview", "add"}
    (session,) = {run["session"] for run in runs}
    assert re.fullmatch(r"[0-9a-f]{16}", session)
    requests = [event["request"] for event in events if "request" in event]
    assert all(re.fullmatch(r"[0-9a-f]{16}", request) for request in requests)
    assert not [line for line in log.splitlines() if "Traceback" in line]
    assert running.metric("withdrawal_problems_total") >= 2
    assert running.metric("active_sessions", "/_stcore/metrics") == 0


async def _visit(address: str) -> None:
    async with guest(address, HEADERS) as visitor:
        await visitor.ask("", f"countries={MARKER}&q={MARKER}")
        await visitor.upload(f"{MARKER}.txt", ARTICLE.encode())
        assert MARKER in visitor.words
        assert visitor.session
