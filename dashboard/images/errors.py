"""Why there is no picture."""

from __future__ import annotations


class ImageError(Exception):
    """No picture could be drawn. The message is a sentence for a person."""


class Busy(ImageError):  # noqa: N818 - reads as what the process is
    """As many pictures or other files as this process takes on are being made or waiting.

    Attributes:
        retry_after: Seconds after which there should be room, at least 1.
    """

    def __init__(self, retry_after: int) -> None:
        """Say when to come back."""
        self.retry_after = retry_after
        unit = "second" if retry_after == 1 else "seconds"
        super().__init__(
            f"Too many files are being made at the moment. Try again in {retry_after} {unit}."
        )


class TooSlow(ImageError):  # noqa: N818
    """The picture or other file was not ready by its deadline."""

    def __init__(self, deadline_s: float) -> None:
        """Say how long was waited, in seconds."""
        super().__init__(f"The file was not ready within {deadline_s:g} seconds.")


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
