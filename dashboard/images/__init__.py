"""Pictures of charts, drawn on the server: PNG, SVG and PDF. No Streamlit here.

:func:`render` draws through one warm browser per process and gives back the bytes of a file that
says in itself what it shows and where it comes from. Where there is no browser, :func:`missing`
says what would add one.
"""

from dashboard.images.about import About
from dashboard.images.drawing import ImageFormat, PngSize, render
from dashboard.images.errors import ImageError, NoBrowser, Undrawable
from dashboard.images.installed import missing

__all__ = [
    "About",
    "ImageError",
    "ImageFormat",
    "NoBrowser",
    "PngSize",
    "Undrawable",
    "missing",
    "render",
]
