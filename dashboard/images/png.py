"""PNG pictures: padded to a size, with words about them in text chunks."""

from __future__ import annotations

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dashboard.images.about import About


def finish_png(drawn: bytes, about: About, frame: tuple[int, int] | None) -> bytes:
    """A drawn picture as a file.

    Text chunks ``Title``, ``Description``, ``Source``, ``URL`` and ``Date`` hold ``about``, in
    UTF-8. Pixels are kept, without the alpha channel where all is opaque: that and Pillow's
    compression make the file about a quarter smaller than the browser's.

    Args:
        drawn: The browser's PNG.
        about: Words to write into the file.
        frame: Width and height in pixels to fill up with the colour of the picture's corner;
            None to leave the size.
    """
    with Image.open(io.BytesIO(drawn)) as picture:
        picture.load()
        framed = picture if frame is None else _framed(picture, frame)
    if framed.mode == "RGBA" and framed.getchannel("A").getextrema() == (255, 255):
        framed = framed.convert("RGB")
    file = io.BytesIO()
    framed.save(file, "PNG", pnginfo=_text_chunks(about))
    return file.getvalue()


def _framed(picture: Image.Image, frame: tuple[int, int]) -> Image.Image:
    # The corner is the figure's paper_bgcolor as the browser understood it: any CSS colour, or
    # a template's. It may be see-through, so it is pasted and not blended.
    corner = picture.getpixel((0, 0))
    framed = Image.new(picture.mode, frame, corner)
    framed.paste(picture, ((frame[0] - picture.width) // 2, (frame[1] - picture.height) // 2))
    return framed


def _text_chunks(about: About) -> PngInfo:
    chunks = PngInfo()
    words = {
        "Title": about.title,
        "Description": about.description,
        "Source": about.source,
        "URL": about.link,
        "Date": about.as_of.isoformat() if about.as_of else "",
    }
    for key, value in words.items():
        if value:
            chunks.add_itxt(key, value)
    return chunks
