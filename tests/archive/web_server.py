"""A web server of this machine that serves a folder, as `python -m http.server` does."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves whole files; in a folder ``ranges`` parts of them; of ``broken`` files nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    broken: ClassVar[set[str]] = set()

    def do_GET(self) -> None:
        if self.path.rpartition("/")[2] in self.broken:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if wanted is None or "ranges" not in path.parts or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        first, last = int(wanted[1]), min(int(wanted[2] or len(content)), len(content) - 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        self.wfile.write(content[first : last + 1])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """A server of a folder as long as the block runs; its address."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
