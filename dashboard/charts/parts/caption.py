"""What a picture that leaves the page says about itself."""

from __future__ import annotations

import dataclasses
from typing import Final

ON_PAGE: Final = 0.9
"""How wide letters are at most on the page, beside those of the widest font there may be elsewhere.

Its own are 0.83 as wide. An SVG that the camera on a chart saves names the page's font without
having it, and elsewhere is drawn in Arial, 0.9 as wide; only where that is missing, too, a line can
be longer than the picture.
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Caption:
    """Words for a picture that is seen without the page around it; plain text.

    Attributes:
        selected: What is selected, empty where nothing is.
        link: Where the same view is to be found, empty for none.
        letters: How wide letters are at most where it is seen, as :data:`ON_PAGE`; 1 anywhere.
    """

    selected: str = ""
    link: str = ""
    letters: float = 1
