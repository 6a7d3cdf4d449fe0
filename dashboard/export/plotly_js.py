"""plotly.js, as the installed plotly brings it: one file for every page that draws charts."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version


@functools.cache
def plotly_script() -> str:
    """The text of plotly.js."""
    from plotly.offline import get_plotlyjs

    # The one sequence that would end the element early.
    return str(get_plotlyjs()).replace("</script", "<\\/script")


@functools.cache
def plotly_js_name() -> str:
    """Name of the file of plotly.js; it changes with the version, so it may be kept for ever.

    Not of the content: its five megabytes would be read before the first page is sent.
    """
    return f"plotly-{hashlib.sha256(version('plotly').encode()).hexdigest()[:12]}.js"
