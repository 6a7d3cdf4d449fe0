"""The ``config`` of every chart: modebar, image download, and no outside request."""

from __future__ import annotations

import re
from typing import Any, Final, Literal

ImageFormat = Literal["png", "svg"]

TOPOJSON_URL: Final = "app/static/topojson/"
"""Where plotly.js asks for base topology: here, never at a CDN.

Streamlit serves ``dashboard/static`` there: topologies that are valid and empty, so that a map
whose first trace needs one is drawn with the network closed. Nothing is fetched as long as the
first trace is drawn by ``lon`` and ``lat`` and the subplot is not visible (see region_map).
"""

# One image format a chart. plotly.js 4.1.1 knows two download buttons, toImage and downloadJson,
# and toImage reads the one format in toImageButtonOptions. A second button would need a JavaScript
# function as its `click` (modebar.js throws without one), and the config reaches the browser as
# JSON, which has no functions. So the page offers PNG or SVG beside the chart and passes it here.

_UNSAFE = re.compile(r"[^a-z0-9]+")


def chart_config(filename: str, image_format: ImageFormat = "png") -> dict[str, Any]:
    """The ``config`` argument for ``st.plotly_chart``, ``write_html`` and the like.

    Args:
        filename: Name of the downloaded image without its ending; made safe for file systems.
        image_format: What the image button of the chart gives. Title and source line are in it.

    Returns:
        Plain JSON values.
    """
    options: dict[str, Any] = {
        "format": image_format,
        "filename": _UNSAFE.sub("-", filename.lower()).strip("-") or "chart",
    }
    if image_format == "png":
        options["scale"] = 2  # SVG has no pixels to double
    return {
        "displaylogo": False,
        "showSendToCloud": False,  # on by default in plotly.js 4: it would upload the chart
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": "reset",
        "showTips": False,
        "topojsonURL": TOPOJSON_URL,
        "toImageButtonOptions": options,
        "modeBarButtonsToRemove": [
            "select2d",
            "lasso2d",
            "zoom2d",
            "pan2d",
            "autoScale2d",
            "hoverClosestGeo",
            "toggleHover",
        ],
    }
