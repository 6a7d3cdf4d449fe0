"""What a picture that leaves the page says about itself."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Caption:
    """Words for a picture that is seen without the page around it; plain text.

    Attributes:
        selected: What is selected, empty where nothing is.
        link: Where the same view is to be found, empty for none.
    """

    selected: str = ""
    link: str = ""
