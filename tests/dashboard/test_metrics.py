"""The metrics of the server: who may read them, and what they count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from dashboard.observability.metrics import process_metrics
from dashboard.observability.steps import watch_steps
from dashboard.observability.told import told
from dashboard.server.settings import Settings
from tests.dashboard.asking import Site

SCRAPER: Final = "a-scraper-says-this-1234"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.mark.parametrize("address", ["/metrics", "/_stcore/metrics", "/metrics/"])
@pytest.mark.parametrize(
    ("setting", "sends", "status"),
    [
        ("off", "", 404),
        ("off", "Bearer off", 404),
        (SCRAPER, "", 401),
        (SCRAPER, f"Basic {SCRAPER}", 401),
        (SCRAPER, f"Bearer {SCRAPER}x", 401),
        (SCRAPER, "Bearer ünïcödé", 401),
    ],
)
def test_metrics_are_for_those_who_may_read_them(
    address: str, setting: str, sends: str, status: int
) -> None:
    with Site(Settings(metrics=setting)) as site:
        reply = site.get(address, headers=[("Authorization", sends)] if sends else [])
    assert (reply.status, reply.sent) == (status, b"")
    assert ("www-authenticate" in reply.headers) is (status == 401)


@pytest.mark.parametrize(("setting", "sends"), [("on", ""), (SCRAPER, f"bearer {SCRAPER}")])
def test_metrics_are_what_prometheus_reads(setting: str, sends: str) -> None:
    with Site(Settings(metrics=setting)) as site:
        site.get("/facts.csv?countries=UZB")
        site.get("/charts/none.csv")
        headers = [("Authorization", sends), ("Accept", "application/openmetrics-text")]
        reply = site.get("/metrics", headers=headers)
    assert reply.status == 200
    assert reply.media_type == "application/openmetrics-text"
    assert reply.headers["cache-control"] == "no-store"
    families = text_string_to_metric_families(reply.text)  # type: ignore[no-untyped-call]
    found = {family.name: family for family in families}
    assert {entry.name for entry in told().metric} <= found.keys()
    assert "process_resident_memory_bytes" in found
    labels = [sample.labels for sample in found["withdrawal_requests"].samples]
    assert {"route": "/facts.{suffix}", "method": "GET", "status": "200"} in labels
    problems = {each.labels["problem"] for each in found["withdrawal_problems"].samples}
    assert "unknown-address" in problems


def test_a_file_is_counted_when_it_is_made_and_not_when_it_is_kept(site: Site) -> None:
    watch_steps()

    def made() -> float:
        labels = {"what": "facts", "format": "facts-csv"}
        return process_metrics().value("withdrawal_exports_total", **labels) or 0.0

    before = made()
    site.get("/facts.csv?countries=IRN")
    site.get("/facts.csv?countries=IRN")
    assert made() == before + 1


def test_open_connections_are_counted(site: Site) -> None:
    assert site.connects("http://localhost:8501") == "localhost:8501"
    assert process_metrics().value("withdrawal_sessions_open") == 0
