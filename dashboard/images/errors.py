"""Why there is no picture."""

from __future__ import annotations

from dashboard.admission import NotMade


class ImageError(NotMade):
    """No picture could be drawn. The message is a sentence for a person."""


class NoBrowser(ImageError):  # noqa: N818
    """There is no browser to draw with, or it does not start.

    Attributes:
        problem: Why, in sentences.
        remedy: What mends it, with the command after a colon; empty where no command does.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        """Say what is wrong and what would be right."""
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem} {remedy}".strip())


class Undrawable(ImageError):  # noqa: N818
    """The browser is there but could not draw this figure."""
