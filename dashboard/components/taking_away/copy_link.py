"""A button that puts a link into the clipboard."""

from __future__ import annotations

from typing import Final

from dashboard.components.browser.loaded_once import component

_component: Final = component("copy_link")


def copy_link(link: str, *, key: str, of: str, label: str | None = "Copy link") -> None:
    """Draw the button.

    Where the browser gives no access to the clipboard, as on plain http, the link appears in a
    field, selected and ready for Ctrl+C.

    Args:
        link: What is copied.
        key: Key of the widget.
        of: What the link leads to, for the tooltip and for those who cannot see the button.
        label: Words on the button; None for its icon alone.
    """
    data = {"link": link, "label": label or "", "of": f"Copy a link to {of}"}
    _component(key=key, data=data, width="content")
