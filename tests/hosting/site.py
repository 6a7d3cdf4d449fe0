"""An nginx with the files of deploy/nginx on ports, paths and a certificate of this test's own."""

from __future__ import annotations

import dataclasses
import http.client
import json
import os
import re
import socket
import ssl
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import ROOT, free_port
from tests.hosting.replicas import HOST, until

FILES = ROOT / "deploy" / "nginx"

_MAIN = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    log_format told escape=json '{{"asked": "$request_uri", "status": "$status", '
                                '"upstream": "$upstream_addr", "cache": "$upstream_cache_status"}}';
    access_log {folder}/access.log told;
    include {folder}/upstream.conf;
    include {folder}/withdrawal.conf;
}}
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Certificate:
    """A self-signed certificate for :data:`HOST` and its key."""

    path: Path
    key: Path

    @classmethod
    def made_by(cls, openssl: str, folder: Path) -> Certificate:
        """Make one that is valid for a day."""
        made = cls(folder / "fullchain.pem", folder / "privkey.pem")
        asked = f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN={HOST}"
        named = ["-addext", f"subjectAltName=DNS:{HOST}"]
        files = ["-keyout", str(made.key), "-out", str(made.path)]
        subprocess.run(  # noqa: S603 - a program of this machine and words of our own
            [openssl, *asked.split(), *named, *files], check=True, capture_output=True
        )
        return made


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What came back, headers by lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Site:
    """A running nginx as somebody outside sees it.

    Attributes:
        https: Port.
        http: Port of the redirect.
    """

    https: int
    http: int
    certificate: Certificate
    folder: Path

    @property
    def netloc(self) -> str:
        """Host and port, as a browser shows them."""
        return f"{HOST}:{self.https}"

    @property
    def url(self) -> str:
        """Where visitors are sent to."""
        return f"https://{self.netloc}"

    def get(self, path: str, *, secure: bool = True, **headers: str) -> Answer:
        """Ask by HTTP/1.1. Underscores in names of headers stand for hyphens."""
        port = self.https if secure else self.http
        connection = http.client.HTTPConnection(HOST, port, timeout=60)
        plain = socket.create_connection(("127.0.0.1", port), timeout=60)
        connection.sock = (
            self.context().wrap_socket(plain, server_hostname=HOST) if secure else plain
        )
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=named)
            answer = connection.getresponse()
            read = {name.lower(): value for name, value in answer.getheaders()}
            # A WebSocket's answer never ends.
            body = b"" if answer.status == http.HTTPStatus.SWITCHING_PROTOCOLS else answer.read()
            return Answer(answer.status, read, body)
        finally:
            connection.close()

    def context(self) -> ssl.SSLContext:
        """Trusts this site's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certificate.path))

    def logged(self, marker: str) -> dict[str, str]:
        """What nginx logged of the request whose address has the marker in it."""
        found: list[dict[str, str]] = []

        def is_there() -> bool:
            lines = (self.folder / "access.log").read_text().splitlines()
            found[:] = [entry for entry in map(json.loads, lines) if marker in entry["asked"]]
            return bool(found)

        # nginx writes the line when the answer has been sent.
        until(is_there, f"a line with {marker} in nginx's log")
        return found[0]


@contextmanager
def served_by(
    nginx: str, folder: Path, certificate: Certificate, upstream: str, ports: Sequence[int]
) -> Iterator[Site]:
    """Run nginx with one of the upstream files, whose servers are on these ports."""
    folder.mkdir()
    site = Site(free_port(), free_port(), certificate, folder)
    (folder / "withdrawal.conf").write_text(_configuration(site))
    (folder / "upstream.conf").write_text(_upstreams(upstream, ports))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=user))
    command = [nginx, "-p", str(folder), "-e", str(folder / "start.log")]
    with subprocess.Popen([*command, "-c", str(folder / "nginx.conf")]) as process:  # noqa: S603
        try:
            until(lambda: process.poll() is None and _listens(site.https), "nginx to start")
            yield site
        finally:
            process.terminate()


def _configuration(site: Site) -> str:
    text = (FILES / "withdrawal.conf").read_text()
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)  # may have no IPv6
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{site.http};",
        "listen 443 ssl http2": f"listen 127.0.0.1:{site.https} ssl http2",
        f"/etc/letsencrypt/live/{HOST}/fullchain.pem": str(site.certificate.path),
        f"/etc/letsencrypt/live/{HOST}/privkey.pem": str(site.certificate.key),
        "/var/cache/nginx-withdrawal": str(site.folder / "cache"),
        f"https://{HOST}$request_uri": f"{site.url}$request_uri",
    }.items():
        assert text.count(old) == 1, f"{old} in withdrawal.conf"
        text = text.replace(old, new)
    return text


def _upstreams(name: str, ports: Sequence[int]) -> str:
    text = (FILES / name).read_text()
    for number, port in enumerate(ports):
        old = f"server 127.0.0.1:{8501 + number}"
        assert text.count(old) == 1, f"{old} in {name}"
        text = text.replace(old, f"server 127.0.0.1:{port}")
    return text


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
