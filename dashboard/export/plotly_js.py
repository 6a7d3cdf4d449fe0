"""plotly.js, as the installed plotly brings it: one file for every page that draws charts."""

from __future__ import annotations

import functools
import hashlib


@functools.cache
def plotly_script() -> str:
    """The text of plotly.js."""
    from plotly.offline import get_plotlyjs

    # The one sequence that would end the element early.
    return str(get_plotlyjs()).replace("</script", "<\\/script")


@functools.cache
def plotly_js_name() -> str:
    """Name of the file of plotly.js; it changes with the content, so it may be kept for ever."""
    return f"plotly-{hashlib.sha256(plotly_script().encode()).hexdigest()[:12]}.js"
