"""Which names the server answers to, and which pages may open the page's connection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from dashboard.server.settings import Settings
from tests.dashboard.asking import STREAMLIT, Site

PLAIN = Settings()
NAMED = Settings(
    public_url="https://map.example.org/withdrawal",
    allowed_hosts=("other.example.org", "*.example.net"),
)
ALL = Settings(allowed_hosts=("*",))


@pytest.mark.parametrize(
    ("settings", "host", "allowed"),
    [
        (PLAIN, None, True),
        (PLAIN, "localhost", True),
        (PLAIN, "localhost:8501", True),
        (PLAIN, "LOCALHOST:8501", True),
        (PLAIN, "localhost.", True),
        (PLAIN, "app.localhost:80", True),
        (PLAIN, "127.0.0.1", True),
        (PLAIN, "127.0.0.1:8501", True),
        (PLAIN, "192.168.1.20:8501", True),
        (PLAIN, "203.0.113.9", True),
        (PLAIN, "[::1]", True),
        (PLAIN, "[::1]:8501", True),
        (PLAIN, "[2001:db8::7]:443", True),
        (PLAIN, "[::ffff:127.0.0.1]", True),
        (PLAIN, "withdrawal.streamlit.app", True),
        (PLAIN, "a.b.streamlit.app:443", True),
        # Names that a foreign page can point at this server (DNS rebinding).
        (PLAIN, "evil.example", False),
        (PLAIN, "evil.example:8501", False),
        (PLAIN, "127.0.0.1.nip.io", False),
        (PLAIN, "localhost.evil.example", False),
        (PLAIN, "evillocalhost", False),
        (PLAIN, "streamlit.app", False),
        (PLAIN, "evilstreamlit.app", False),
        (PLAIN, "streamlit.app.evil.example", False),
        (PLAIN, "map.example.org", False),
        # What is no host.
        (PLAIN, "localhost:85o1", False),
        (PLAIN, "localhost:123456", False),
        (PLAIN, "localhost:", False),
        (PLAIN, "::1", False),
        (PLAIN, "[::1", False),
        (PLAIN, "[127.0.0.1]", False),
        (PLAIN, "[::1]evil.example", False),
        (PLAIN, "[::1%25eth0]", False),
        (PLAIN, "2130706433", False),
        (PLAIN, "0x7f.1", False),
        (PLAIN, "256.1.1.1", False),
        (PLAIN, "user@localhost", False),
        (PLAIN, "localhost/evil.example", False),
        (PLAIN, "localhost, evil.example", False),
        (PLAIN, "localhost evil.example", False),
        (PLAIN, " ", False),
        (PLAIN, ".", False),
        (PLAIN, b"localh\xc3\xb6st", False),
        (PLAIN, b"localhost\x00", False),
        (PLAIN, b"\xff\xfe", False),
        (PLAIN, b"l" * 100_000, False),
        # Names that the operator gave.
        (NAMED, "map.example.org", True),
        (NAMED, "MAP.example.org:443", True),
        (NAMED, "other.example.org", True),
        (NAMED, "a.example.net", True),
        (NAMED, "a.b.example.net:8443", True),
        (NAMED, "localhost", True),
        (NAMED, "example.org", False),
        (NAMED, "x.map.example.org", False),
        (NAMED, "example.net", False),
        (NAMED, "evilexample.net", False),
        (ALL, "anything.example", True),
        (ALL, "anything.example:1", True),
        (ALL, "no host", False),
        (ALL, b"\xff", False),
    ],
)
def test_a_request_names_this_server(
    settings: Settings, host: str | bytes | None, allowed: bool
) -> None:
    with Site(settings) as site:
        for address, words in (("/other", STREAMLIT), ("/healthz", "articles")):
            reply = site.get(address, host=host)
            assert reply.status == (200 if allowed else 400)
            assert (words in reply.text) is allowed
        if not allowed:
            assert "WITHDRAWAL_ALLOWED_HOSTS" in reply.json["remedy"]
            assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("settings", "origin", "host", "forwarded", "allowed"),
    [
        (PLAIN, "http://localhost:8501", "localhost:8501", None, True),
        (PLAIN, "http://LOCALHOST:8501", "localhost:8501", None, True),
        (PLAIN, "https://x.streamlit.app", "x.streamlit.app", None, True),
        (PLAIN, "http://[::1]:8501", "[::1]:8501", None, True),
        (PLAIN, None, "localhost:8501", None, True),  # no page of a browser
        (PLAIN, None, "evil.example", None, False),
        (PLAIN, "http://localhost:3000", "localhost:8501", None, False),
        (PLAIN, "http://localhost", "localhost:8501", None, False),
        (PLAIN, "http://127.0.0.1:8501", "localhost:8501", None, False),
        (PLAIN, "https://evil.example", "localhost:8501", None, False),
        (PLAIN, "https://y.streamlit.app", "x.streamlit.app", None, False),
        (PLAIN, "null", "localhost:8501", None, False),
        (PLAIN, "", "localhost:8501", None, False),
        (PLAIN, "file://", "localhost:8501", None, False),
        (PLAIN, "file://localhost:8501", "localhost:8501", None, False),
        (PLAIN, "localhost:8501", "localhost:8501", None, False),
        (PLAIN, "//localhost:8501", "localhost:8501", None, False),
        (PLAIN, "http://evil@localhost:8501", "localhost:8501", None, False),
        (PLAIN, "http://[", "localhost:8501", None, False),
        (PLAIN, "http://[localhost:8501", "localhost:8501", None, False),
        (PLAIN, b"http://\xff", "localhost:8501", None, False),
        (PLAIN, b"http://" + b"a" * 100_000, "localhost:8501", None, False),
        # Behind a proxy that changed the host.
        (PLAIN, "https://map.example.org", "127.0.0.1:8501", "map.example.org", True),
        (PLAIN, "https://map.example.org", "127.0.0.1:8501", "MAP.example.org", True),
        (PLAIN, "https://evil.example", "127.0.0.1:8501", "map.example.org", False),
        (PLAIN, "https://map.example.org", "127.0.0.1:8501", None, False),
        (PLAIN, "null", "127.0.0.1:8501", "null", False),
        (NAMED, "https://map.example.org", "127.0.0.1:8501", None, True),
        (NAMED, "https://a.example.net", "127.0.0.1:8501", None, True),
        (NAMED, "https://example.net", "127.0.0.1:8501", None, False),
        (NAMED, "https://evil.example", "127.0.0.1:8501", None, False),
        (NAMED, "https://evil.example", "evil.example", None, False),
        # To answer to every name is not to trust every page.
        (ALL, "https://evil.example", "map.example.org", None, False),
        (ALL, "https://map.example.org", "map.example.org", None, True),
    ],
)
def test_only_our_own_page_opens_the_connection(
    settings: Settings,
    origin: str | bytes | None,
    host: str,
    forwarded: str | None,
    allowed: bool,
) -> None:
    headers = [("X-Forwarded-Host", forwarded)] if forwarded else []
    with Site(settings) as site:
        seen = site.connects(origin, host=host, headers=headers)
    assert bool(seen) is allowed
    if allowed and isinstance(origin, str):
        # Streamlit compares the two itself, and would ask the internet where they differ.
        assert seen == origin.partition("//")[2]


@trying(max_examples=100)
@given(st.binary(max_size=60), st.binary(max_size=60))
def test_odd_bytes_in_names_are_refused_and_break_nothing(host: bytes, origin: bytes) -> None:
    with Site() as site:
        reply = site.get("/other", host=b"x" + host + b".example")
        assert reply.status == 400
        assert not site.connects(b"http://" + origin + b".example")
        assert not site.connects(b"http://[" + origin)
