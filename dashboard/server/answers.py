"""An answer's headers: its digest, how long it may be kept, its encoding, and who may use it."""

from __future__ import annotations

import dataclasses
import functools
import gzip
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

SHORTLY: Final = "public, max-age=60, stale-while-revalidate=600"
"""Of what changes with the articles."""

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""Of what has a digest of its content in its name."""

FOR_ALL: Final[dict[str, str]] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Content-Disposition, ETag, Retry-After, X-Dropped, X-Request-ID"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Headers of public data and pictures: pages of any site may load them."""

_COMPRESSIBLE: Final = (
    "text/",
    "application/json",
    "application/geo+json",
    "application/x-bibtex",
    "image/svg+xml",
)
_SMALLEST: Final = 500
"""Bytes from which compressing is worth it."""

_MOST_LASTING: Final = 16
"""Shapes, and figures that browsers were told of."""


@dataclasses.dataclass(frozen=True, slots=True)
class Body:
    """A file, ready to be sent.

    Attributes:
        content: Its bytes.
        media_type: What they are.
        encoded: The same as gzip; None where it is not to be compressed.
        digest: Of the content.
    """

    content: bytes
    media_type: str
    encoded: bytes | None
    digest: str

    @property
    def size(self) -> int:
        """Bytes in memory, in both forms."""
        return len(self.content) + len(self.encoded or b"")


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with.

    Attributes:
        body: What is sent.
        headers: More headers.
    """

    body: Body
    headers: Mapping[str, str]


def body_of(content: bytes, media_type: str) -> Body:
    """A file with its digest and compressed form. Takes time: not for the event loop."""
    compress = media_type.startswith(_COMPRESSIBLE) and len(content) >= _SMALLEST
    encoded = gzip.compress(content, compresslevel=6, mtime=0) if compress else None
    digest = hashlib.sha256(content).hexdigest()[:32]
    return Body(content, media_type, encoded, digest)


@functools.lru_cache(maxsize=_MOST_LASTING)
def lasting_body(content: bytes, media_type: str) -> Body:
    """The same for what is itself kept as long as this process runs, made once."""
    return body_of(content, media_type)


def answer_of(content: bytes, media_type: str, headers: Mapping[str, str]) -> Answer:
    """An answer made for one request. Takes time: not for the event loop."""
    return Answer(body_of(content, media_type), headers)


def respond(request: Request, answer: Answer) -> Response:
    """The response: 304 for what the client has, no body for HEAD, gzip where it is read."""
    body = answer.body
    zipped = body.encoded is not None and _reads_gzip(request)
    sent = body.encoded if zipped and body.encoded is not None else body.content
    # Strong tags differ where the bytes do, and so with the encoding.
    etag = f'"{body.digest}{"-gzip" if zipped else ""}"'
    headers = {"Cache-Control": SHORTLY, **answer.headers, "ETag": etag}
    if body.encoded is not None:
        headers["Vary"] = "Accept-Encoding"
    if _has(request, body.digest):
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(len(sent))
    headers["Content-Type"] = body.media_type
    return Response(b"" if request.method == "HEAD" else sent, headers=headers)


def _reads_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in {"gzip", "*"}:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _has(request: Request, digest: str) -> bool:
    """Whether the client names a tag of this body, in either encoding: they say the same."""
    known = request.headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/").strip('"') for tag in known.split(",")}
    return bool(tags & {digest, f"{digest}-gzip", "*"})
