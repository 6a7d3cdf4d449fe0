"""Settings from the environment, checked at the start; settings.toml lists them."""

from __future__ import annotations

import dataclasses
import functools
import logging
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Final, TypeVar, cast, get_args
from urllib.parse import urlsplit

from dashboard.observability.logs import Format
from dashboard.observability.told import Level
from data.entry import Entry, Limits
from data.errors import InputError
from data.toml_file import read_toml

SETTINGS: Final = Path(__file__).with_name("settings.toml")
PREFIX: Final = "WITHDRAWAL_"

Value = TypeVar("Value")

_LOG: Final = logging.getLogger(__name__)
_NAME: Final = r"[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*"
_HOST: Final = re.compile(rf"\*|(\*\.)?{_NAME}|\[[0-9a-f:.]+\]")
_ORIGIN: Final = re.compile(
    # Without their quotes, self and none would be names of hosts.
    rf"\*|'self'|'none'|https?:|(?!(self|none)$)(https?://)?(\*\.)?{_NAME}(:(\d+|\*))?"
)
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~-]{20,200}")
_PUBLIC: Final = re.compile(r"https?://[a-z0-9_.\[\]:-]+(/[\w.~+-]+)*/?", re.IGNORECASE | re.ASCII)


class Variable(Entry):
    """A variable of the environment; the head of ``settings.toml`` says what the fields mean."""

    name: Annotated[str, Limits(pattern=rf"^{PREFIX}[A-Z_]+$")]
    default: str
    example: Annotated[str, Limits(min_length=1)]
    does: Annotated[str, Limits(min_length=1)]
    values: str = ""
    secret: bool = False


class StreamlitOption(Entry):
    """An option of Streamlit that ``config.toml`` sets."""

    name: Annotated[str, Limits(pattern=r"^[a-z]+\.[A-Za-z]+$")]
    value: str
    does: Annotated[str, Limits(min_length=1)]


class SettingsFile(Entry):
    """All settings there are."""

    environment: Annotated[tuple[Variable, ...], Limits(min_length=1)]
    streamlit: Annotated[tuple[StreamlitOption, ...], Limits(min_length=1)]


@functools.cache
def settings_file() -> SettingsFile:
    """The list of settings.

    Raises:
        InputError: If the file is missing or an entry does not fit the schema.
    """
    return read_toml(SETTINGS, SettingsFile)


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """How the server is set up.

    Attributes:
        public_url: Address of the dashboard without a slash at its end; empty if not known.
        allowed_hosts: Names, ``*.`` patterns or ``*``, lower case, beside those always allowed.
        frame_ancestors: Who may frame embedded charts, as a Content-Security-Policy says it.
        hsts: Whether https answers carry Strict-Transport-Security.
        log_level: Of the least that is logged.
        log_format: How a line of the log looks.
        metrics: ``off``, ``on``, or the token that opens the metrics.
    """

    public_url: str = ""
    allowed_hosts: tuple[str, ...] = ()
    frame_ancestors: str = "*"
    hsts: bool = False
    log_level: Level = "info"
    log_format: Format = "auto"
    metrics: str = dataclasses.field(default="off", repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of a process.

        Raises:
            InputError: If a value cannot be used; it names the variable, the value and what
                would be right.
        """
        known = {entry.name: entry for entry in settings_file().environment}
        for name in environment:
            if name.startswith(PREFIX) and name not in known:
                _LOG.warning("%s is no setting of the dashboard; see docs/settings.md", name)
        return cls(
            public_url=_read(environment, known["WITHDRAWAL_PUBLIC_URL"], _public_url),
            allowed_hosts=_read(environment, known["WITHDRAWAL_ALLOWED_HOSTS"], _hosts),
            frame_ancestors=_read(environment, known["WITHDRAWAL_FRAME_ANCESTORS"], _ancestors),
            hsts=_read(environment, known["WITHDRAWAL_HSTS"], _switch),
            log_level=_read(environment, known["WITHDRAWAL_LOG_LEVEL"], _level),
            log_format=_read(environment, known["WITHDRAWAL_LOG_FORMAT"], _format),
            metrics=_read(environment, known["WITHDRAWAL_METRICS"], _metrics),
        )


def settings_or_exit() -> Settings:
    """The settings of this process; one that cannot be used ends it with a message."""
    try:
        return Settings.from_environment()
    except InputError as error:
        sys.exit(str(error))


def _read(environment: Mapping[str, str], entry: Variable, parse: Callable[[str], Value]) -> Value:
    text = environment.get(entry.name, "").strip() or entry.default
    try:
        return parse(text)
    except ValueError as error:
        shown = repr(text if len(text) <= 80 else f"{text[:79]}…")
        shown = "this value" if entry.secret else shown
        raise InputError(entry.name, f"{shown} cannot be used", f"Use {entry.values}.") from error


def _public_url(text: str) -> str:
    if not text:
        return ""
    if not _PUBLIC.fullmatch(text) or not urlsplit(text).hostname:
        raise ValueError(text)
    _ = urlsplit(text).port  # out of range: ValueError
    return text.rstrip("/")


def _hosts(text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if not all(_HOST.fullmatch(name) for name in names):
        raise ValueError(text)
    return names


def _ancestors(text: str) -> str:
    origins = text.split()
    if not origins or not all(_ORIGIN.fullmatch(origin.lower()) for origin in origins):
        raise ValueError(text)
    return " ".join(origins)


def _switch(text: str) -> bool:
    if text.lower() not in {"on", "off"}:
        raise ValueError(text)
    return text.lower() == "on"


def _level(text: str) -> Level:
    if text.lower() not in get_args(Level):
        raise ValueError(text)
    return cast("Level", text.lower())


def _format(text: str) -> Format:
    if text.lower() not in get_args(Format):
        raise ValueError(text)
    return cast("Format", text.lower())


def _metrics(text: str) -> str:
    if text.lower() in {"off", "on"}:
        return text.lower()
    if not _TOKEN.fullmatch(text):
        raise ValueError(text)
    return text
