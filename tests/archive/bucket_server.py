"""A server of buckets that speaks as much of S3 as reading takes; folders are its buckets.

What it holds is on disk, so that it can be killed and started again. Run by itself, it serves a
folder on a port: ``python -m tests.archive.bucket_server FOLDER PORT``; ``python -m
tests.archive.bucket_server --web FOLDER PORT`` serves the same as plain web pages.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import re
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar, Final
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.archive import web_server

_RANGE: Final = re.compile(r"bytes=(\d+)-(\d+)")
_PAGE: Final = 25
"""Entries of a listing, of which S3 gives a thousand: that there are more pages is tested."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers what a client asks that lists and reads."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    root: ClassVar[Path]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        address = urlsplit(self.path)
        bucket, _, key = unquote(address.path).lstrip("/").partition("/")
        if not bucket or not (self.root / bucket).is_dir():
            self._error(HTTPStatus.NOT_FOUND, "NoSuchBucket")
        elif key:
            self._object(self.root / bucket / key)
        else:
            asked = {name: values[0] for name, values in parse_qs(address.query).items()}
            self._send(HTTPStatus.OK, self._listing(bucket, asked).encode(), {})

    def _object(self, path: Path) -> None:
        if not path.is_file():
            self._error(HTTPStatus.NOT_FOUND, "NoSuchKey")
            return
        content = path.read_bytes()
        headers = {
            "ETag": f'"{hashlib.sha256(content).hexdigest()}"',
            "Last-Modified": self.date_time_string(path.stat().st_mtime),
        }
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        if self.headers.get("If-Match", headers["ETag"]) != headers["ETag"]:
            self._error(HTTPStatus.PRECONDITION_FAILED, "PreconditionFailed")
        elif wanted is None:
            self._send(HTTPStatus.OK, content, headers)
        elif int(wanted[1]) >= len(content):
            self._error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "InvalidRange")
        else:
            part = content[int(wanted[1]) : int(wanted[2]) + 1]
            last = int(wanted[1]) + len(part) - 1
            headers["Content-Range"] = f"bytes {wanted[1]}-{last}/{len(content)}"
            self._send(HTTPStatus.PARTIAL_CONTENT, part, headers)

    def _listing(self, bucket: str, asked: dict[str, str]) -> str:
        found = sorted(set(self._entries(bucket, asked.get("prefix", ""), asked.get("delimiter"))))
        first = int(asked.get("continuation-token", 0))
        page = found[first : first + min(_PAGE, int(asked.get("max-keys", _PAGE)))]
        left = first + len(page) < len(found)
        token = f"<NextContinuationToken>{first + len(page)}</NextContinuationToken>"
        return (
            f"<ListBucketResult><Name>{bucket}</Name><KeyCount>{len(page)}</KeyCount>"
            f"<IsTruncated>{str(left).lower()}</IsTruncated>{token if left else ''}"
            f"{''.join(page)}</ListBucketResult>"
        )

    def _entries(self, bucket: str, prefix: str, delimiter: str | None) -> Iterator[str]:
        for path in (self.root / bucket).rglob("*"):
            key = path.relative_to(self.root / bucket).as_posix()
            if not path.is_file() or not key.startswith(prefix):
                continue
            below, found, _ = key[len(prefix) :].partition(delimiter or "\0")
            if found:
                name = escape(f"{prefix}{below}{delimiter}")
                yield f"<CommonPrefixes><Prefix>{name}</Prefix></CommonPrefixes>"
            else:
                content = path.read_bytes()
                yield (
                    f"<Contents><Key>{escape(key)}</Key><Size>{len(content)}</Size>"
                    f'<ETag>"{hashlib.sha256(content).hexdigest()}"</ETag>'
                    "<LastModified>2021-08-16T00:00:00.000Z</LastModified></Contents>"
                )

    def _error(self, status: HTTPStatus, code: str) -> None:
        body = f"<Error><Code>{code}</Code><Message>{code}</Message></Error>"
        self._send(status, body.encode(), {})

    def _send(self, status: HTTPStatus, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _serve(arguments: list[str]) -> None:
    folder, port = arguments[-2:]
    Handler.root = Path(folder)
    web = functools.partial(web_server.Handler, directory=folder)
    handler = web if arguments[0] == "--web" else Handler
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler).serve_forever()


if __name__ == "__main__":
    _serve(sys.argv[1:])
