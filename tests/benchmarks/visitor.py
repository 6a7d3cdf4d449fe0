"""A visitor as the server sees one: a browser's WebSocket that speaks Streamlit's protocol.

It does what Streamlit's own page does, as far as the server can tell: it shows its cookie, tells
the state of every widget with each request, adopts what the script sets, writes the query string
that it is told, and keeps large messages so that the server need not send them again.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import time
import urllib.request
from collections.abc import AsyncIterator
from http.cookies import SimpleCookie
from typing import Any, Final, cast

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

_LARGEST: Final = 64 * 1024**2
_PATIENCE: Final = 120
"""Seconds that an answer may take."""

_EVENTS: Final = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""Id under which Streamlit's page tells what happened in a component."""


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What a run of the script sent.

    Attributes:
        seconds: From the request until the script has finished.
        sizes: Bytes of each message, what it was, the largest first, before any compression.
        wire: Bytes that came over the connection.
    """

    seconds: float
    sizes: tuple[tuple[int, str], ...]
    wire: int

    @property
    def size(self) -> int:
        """Bytes of all messages, before any compression."""
        return sum(size for size, _ in self.sizes)


class _Counted(ClientConnection):
    """A connection that counts the bytes that come.

    Attributes:
        received: How many, so far.
    """

    received: int = 0

    def data_received(self, data: bytes) -> None:
        """Count, and go on."""
        self.received += len(data)
        super().data_received(data)


class Visitor:
    """A session. :func:`visit` opens one; each method that changes something asks for a run."""

    def __init__(self, base: str, socket: _Counted, window: int) -> None:
        """Remember the connection.

        Args:
            base: Address of the app.
            socket: An open connection to its stream.
            window: Pixels of the browser's window.
        """
        self._base, self._socket, self._window = base, socket, window
        self._states: dict[str, WidgetState] = {}
        self._elements: dict[str, Any] = {}
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._query, self._page, self._runs, self._oldest = "", "", 0, 0

    async def open(self) -> Answer:
        """The first run of the page."""
        return await self._ask()

    async def choose(self, key: str, *wanted: str) -> Answer:
        """Choose in a multiselect the options that begin with some words, and no others."""
        element = self._element(key)
        options = [o for word in wanted for o in element.options if o.startswith(word)]
        state = self._states[element.id] = WidgetState(id=element.id)
        state.string_array_value.data.extend(options)
        return await self._ask()

    async def slide(self, key: str, value: float) -> Answer:
        """Move a slider."""
        element = self._element(key)
        state = self._states[element.id] = WidgetState(id=element.id)
        state.double_array_value.data.append(value)
        return await self._ask()

    async def tell_width(self, key: str) -> Answer:
        """Have a component of the page tell how wide the window is."""
        element = self._element(key)
        value = json.dumps({"width": self._window})
        self._states[element.id] = WidgetState(id=element.id, json_value=value)
        return await self._ask()

    async def trigger(self, key: str, event: str, value: object) -> Answer:
        """Have a component tell that something happened in it."""
        told = json.dumps([{"event": event, "value": value}])
        name = _EVENTS.format(id=self._element(key).id)
        return await self._ask(WidgetState(id=name, json_trigger_value=told))

    async def open_menu(self, key: str, *, closed: bool = False) -> Answer:
        """Open a menu, or close it."""
        element = self._element(key)
        self._states[element.id] = WidgetState(id=element.id, bool_value=not closed)
        return await self._ask()

    def options(self, key: str) -> list[str]:
        """What a multiselect offers."""
        return list(self._element(key).options)

    def _element(self, key: str) -> Any:
        """The element that a script gave a key."""
        found = [each for name, each in self._elements.items() if name.endswith(f"-{key}")]
        if not found:
            raise LookupError(f"the page has no {key!r}, but {sorted(self._elements)}")
        return found[-1]

    async def _ask(self, *triggers: WidgetState) -> Answer:
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string, run.page_script_hash = self._query, self._page
        run.widget_states.widgets.extend([*self._states.values(), *triggers])
        run.cached_message_hashes.extend(self._kept)
        run.context_info.url = f"{self._base}/" + (f"?{self._query}" if self._query else "")
        run.context_info.timezone, run.context_info.locale = "Europe/Berlin", "en-GB"
        run.context_info.color_scheme = "light"
        self._elements = {}
        before, began = self._socket.received, time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        sizes = []
        async with asyncio.timeout(_PATIENCE):
            while True:
                data = await self._socket.recv(decode=False)
                message = ForwardMsg.FromString(data)
                sizes.append((len(data), _called(message)))
                if message.WhichOneof("type") == "script_finished":
                    break
                self._receive(message)
        took = time.perf_counter() - began
        self._forget()
        wire = self._socket.received - before
        return Answer(took, tuple(sorted(sizes, reverse=True)), wire)

    def _receive(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "ref_hash":
            kept = self._kept[message.ref_hash][0]
            self._kept[kept.hash] = (kept, self._runs)
            message = kept
        elif message.metadata.cacheable:
            self._kept[message.hash] = (message, self._runs)
        kind, change = message.WhichOneof("type"), message.delta
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
            self._oldest = message.new_session.config.max_cached_message_age
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta" and change.HasField("new_element"):
            self._show(change.new_element)
        elif kind == "delta" and change.add_block.popover.id:
            self._elements[change.add_block.popover.id] = change.add_block.popover

    def _show(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        widget = getattr(element, kind)
        if "exception" in kind:
            raise RuntimeError(f"the page shows an error: {widget.message}")
        if not getattr(widget, "id", ""):
            return
        self._elements[widget.id] = widget
        if kind == "multiselect" and widget.set_value:
            state = self._states[widget.id] = WidgetState(id=widget.id)
            state.string_array_value.data.extend(widget.raw_values)

    def _forget(self) -> None:
        """Let go of messages that no run has needed for long, and of widgets that are gone."""
        self._runs += 1
        self._kept = {
            name: (message, seen)
            for name, (message, seen) in self._kept.items()
            if self._runs - seen <= self._oldest
        }
        self._states = {name: at for name, at in self._states.items() if name in self._elements}


@contextlib.asynccontextmanager
async def visit(base: str, *, window: int = 1440) -> AsyncIterator[Visitor]:
    """Connect as a browser does; nothing runs before :meth:`Visitor.open`."""
    cookie = await asyncio.to_thread(_cookie, base)
    async with connect(
        f"{base.replace('http', 'ws', 1)}/_stcore/stream",
        origin=base,  # type: ignore[arg-type]  # a NewType of str
        additional_headers={"Cookie": f"_streamlit_xsrf={cookie}"},
        subprotocols=["streamlit", cookie],  # type: ignore[list-item]  # NewTypes of str
        max_size=_LARGEST,
        open_timeout=_PATIENCE,
        ping_interval=None,
        create_connection=_Counted,
    ) as socket:
        yield Visitor(base, cast("_Counted", socket), window)


def _cookie(base: str) -> str:
    with urllib.request.urlopen(f"{base}/_stcore/health", timeout=_PATIENCE) as answer:  # noqa: S310
        cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
    return cookies["_streamlit_xsrf"].value.strip('"')


def _called(message: ForwardMsg) -> str:
    """What a message is, for a list of sizes: ``plotly_chart chart-timeline``."""
    kind = message.WhichOneof("type") or ""
    if kind != "delta":
        return kind
    change = message.delta.WhichOneof("type") or ""
    if change != "new_element":
        return change
    element = message.delta.new_element
    name = element.WhichOneof("type") or ""
    key = str(getattr(getattr(element, name), "id", "")).partition("-")[2].partition("-")[2]
    return f"{name} {key}".strip()
