"""A list of files to download, each made by the server when it is asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final, Literal

from dashboard.components.browser.loaded_once import component


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be had.

    Attributes:
        label: What it is called.
        address: Where the server makes it.
        help: What it is good for.
        disabled: Whether it cannot be had now.
    """

    label: str
    address: str
    help: str
    disabled: bool = False


_component: Final = component("file_menu")


def file_menu(
    offers: Sequence[Offer], *, key: str, label: str, form: Literal["list", "row"] = "list"
) -> None:
    """Draw the files as links; while one is made it says so, and if it fails, why.

    The links are those that programs use. The page keeps no copy of a file.

    Args:
        offers: The files.
        key: Key of the widget.
        label: What a screen reader calls the list.
        form: Under each other with what they are good for, or side by side.
    """
    listed = [dataclasses.asdict(offer) for offer in offers]
    _component(key=key, data={"offers": listed, "label": label, "form": form})
