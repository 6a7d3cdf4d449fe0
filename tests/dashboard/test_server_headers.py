"""Headers that keep the dashboard from being misused, on every kind of response."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import pytest

from dashboard.export.plotly_js import plotly_js_name
from dashboard.images.installed import OFF, VARIABLE
from dashboard.server.content_policy import script_hash
from dashboard.server.settings import Settings
from tests.dashboard.asking import HOST, OpenedPage, Reply, Site

NEWS: Final = "https://news.example.org"
SETTINGS: Final = Settings(frame_ancestors=NEWS, hsts=True)

PAGES: Final = ["/", "/facts", "/article?countries=TJK", "/about", "/made-by-streamlit"]
EMBEDDED: Final = ["/?embed=true", "/?chart=timeline&embed=TRUE&embed_options=dark_theme"]
ALL: Final = [
    *PAGES,
    *EMBEDDED,
    "/healthz",
    "/facts.csv",
    "/facts.json",
    "/charts/timeline.html",
    "/charts/timeline.html?download=1",
    "/charts/timeline.csv",
    f"/charts/{plotly_js_name()}",
    "/shapes/countries.geojson",
    "/report.html",
    "/media/data.json",
    "/charts/none.svg",
    "/charts/none.png",
    "/charts/none.html",
    "/charts/none.json",
    "/charts/timeline.svg",
]


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, OFF)


@pytest.fixture(scope="module")
def replies() -> Mapping[str, Reply]:
    """What each address answers over https."""
    with pytest.MonkeyPatch.context() as environment, Site(SETTINGS) as site:
        environment.setenv(VARIABLE, OFF)
        return {address: site.get(address, scheme="https") for address in ALL}


def directives(reply: Reply) -> dict[str, list[str]]:
    parts = reply.headers.get("content-security-policy", "").split(";")
    found = [part.split() for part in parts if part.strip()]
    names = [name for name, *_ in found]
    assert len(names) == len(set(names))
    return {name: values for name, *values in found}


def framed_by(reply: Reply) -> set[str]:
    """Who may show a response in a frame; ``*`` for all."""
    ancestors = directives(reply).get("frame-ancestors")
    if ancestors is not None:  # browsers leave out the older header then
        return set(ancestors)
    return {"'self'"} if reply.headers.get("x-frame-options") == "SAMEORIGIN" else {"*"}


@pytest.mark.parametrize("address", ALL)
def test_every_response_has_them(replies: Mapping[str, Reply], address: str) -> None:
    headers = replies[address].headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert len(headers.getlist("content-security-policy")) <= 1


def test_refusals_have_them_too() -> None:
    with Site() as site:
        headers = site.get("/", host="evil.example").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"


@pytest.mark.parametrize(
    ("switched_on", "scheme", "told"),
    [(True, "https", True), (True, "http", False), (False, "https", False)],
)
def test_https_is_insisted_on_where_it_was_switched_on(
    switched_on: bool, scheme: str, told: bool
) -> None:
    with Site(Settings(hsts=switched_on)) as site:
        for address in ("/", "/healthz", "/other"):
            headers = site.get(address, scheme=scheme).headers
            assert ("strict-transport-security" in headers) is told


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_framed_by_ourselves_only(replies: Mapping[str, Reply], address: str) -> None:
    reply = replies[address]
    assert framed_by(reply) == {"'self'"}
    assert reply.headers["x-frame-options"] == "SAMEORIGIN"
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("address", [*EMBEDDED, "/charts/timeline.html"])
def test_embedded_charts_are_framed_by_whom_the_setting_names(
    replies: Mapping[str, Reply], address: str
) -> None:
    reply = replies[address]
    assert framed_by(reply) == {NEWS}
    assert "x-frame-options" not in reply.headers
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("address", [*EMBEDDED, "/charts/timeline.html"])
def test_an_embedded_chart_that_is_kept_stays_embeddable(address: str) -> None:
    with Site() as site:
        whole = site.get(address)
        again = site.get(address, headers=[("If-None-Match", whole.headers["etag"])])
    assert framed_by(whole) == {"*"}
    assert again.status == 304
    assert "x-frame-options" not in again.headers
    assert directives(again).get("frame-ancestors", ["*"]) == ["*"]


@pytest.mark.parametrize(
    "query", ["embed=false", "embed=true&embed=false", "embed=", "embedded=true", "x=embed=true"]
)
def test_other_parameters_open_no_frame(query: str) -> None:
    with Site(SETTINGS) as site:
        assert framed_by(site.get(f"/?{query}")) == {"'self'"}


@pytest.mark.parametrize("address", [*PAGES, *EMBEDDED])
def test_pages_load_nothing_from_elsewhere(replies: Mapping[str, Reply], address: str) -> None:
    found = directives(replies[address])
    assert found["default-src"] == ["'self'"]
    assert found["object-src"] == ["'none'"]
    assert found["base-uri"] == found["form-action"] == ["'self'"]
    assert set(found["connect-src"]) == {"'self'", f"ws://{HOST}", f"wss://{HOST}"}
    here = re.compile(r"'self'|'none'|blob:|data:|'sha256-[\w+/=]+'|wss?://localhost:8501")
    for name, values in found.items():
        allowed = [value for value in values if not here.fullmatch(value)]
        if name == "style-src":
            assert allowed == ["'unsafe-inline'"]
        elif name != "frame-ancestors":
            assert not allowed


def test_scripts_inside_a_page_are_named_by_their_hash(replies: Mapping[str, Reply]) -> None:
    reply = replies["/"]
    allowed = directives(reply)["script-src"]
    inside = [
        each.text for each in OpenedPage(reply.body).all("script") if "src" not in each.attributes
    ]
    assert inside
    for script in inside:
        assert script_hash(script) in allowed


@pytest.mark.parametrize(
    "address",
    [
        "/facts.csv",
        "/facts.json",
        "/healthz",
        "/charts/timeline.csv",
        "/shapes/countries.geojson",
        "/charts/none.json",
        "/charts/none.png",
    ],
)
def test_nothing_runs_in_data(replies: Mapping[str, Reply], address: str) -> None:
    found = directives(replies[address])
    assert found == {"default-src": ["'none'"], "frame-ancestors": ["'none'"]}


@pytest.mark.parametrize(
    "address", ["/charts/none.svg", "/charts/none.html", "/charts/timeline.svg"]
)
def test_no_script_runs_in_a_problem(replies: Mapping[str, Reply], address: str) -> None:
    found = directives(replies[address])
    assert found["default-src"] == ["'none'"]
    assert "script-src" not in found


@pytest.mark.parametrize(
    ("address", "anywhere"),
    [
        ("/facts.json", True),
        ("/charts/timeline.html", True),
        ("/charts/timeline.csv", True),
        ("/shapes/countries.geojson", True),
        ("/charts/none.svg", True),
        ("/charts/none.json", True),
        ("/", False),
        ("/?embed=true", False),
        ("/healthz", False),
        ("/media/data.json", False),
    ],
)
def test_pages_elsewhere_may_read_what_is_public(
    replies: Mapping[str, Reply], address: str, anywhere: bool
) -> None:
    headers = replies[address].headers
    assert headers.get("access-control-allow-origin") == ("*" if anywhere else None)
    assert "access-control-allow-credentials" not in headers
    if anywhere:
        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert "X-Dropped" in headers["access-control-expose-headers"]


@pytest.mark.parametrize("host", ["localhost:8501", "[::1]:8501", "x.streamlit.app", None])
def test_a_host_name_cannot_widen_the_policy(host: str | None) -> None:
    with Site() as site:
        found = directives(site.get("/", host=host))
    sockets = {f"ws://{host}", f"wss://{host}"} if host else set()
    assert set(found["connect-src"]) == {"'self'"} | sockets
