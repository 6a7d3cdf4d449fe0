"""What went wrong with something a person gave us, in one sentence they can act on."""

from __future__ import annotations

from pathlib import Path


def printable(text: str) -> str:
    """The text with characters that could steer a terminal written as escapes."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


class InputError(ValueError):
    """Bad input: an article, a catalogue, a lexicon or a record that cannot be used.

    The message is complete on its own: it names the file, the line or field, the value
    found and what would be right, so callers print it as it is and need no traceback.
    """

    def __init__(self, where: str | Path, problem: str, remedy: str) -> None:
        """Build the message from its three parts.

        Args:
            where: File, and line or field where known, e.g. ``seeds/catalog.toml: article[2].url``.
            problem: What is wrong, with the offending value.
            remedy: What would be right.
        """
        self.where = printable(str(where))
        self.problem = printable(problem)
        self.remedy = printable(remedy)
        super().__init__(f"{self.where}: {self.problem}. {self.remedy}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, ...]]:
        """How another process is told of it."""
        return InputError, (self.where, self.problem, self.remedy)


class MemberError(InputError):
    """A file of an archive that cannot be used, by the name that the archive has for it.

    That is no path of this machine, whatever it looks like: it is told as it stands there.
    """

    def __init__(self, place: str, member: str, problem: str, remedy: str) -> None:
        """As for :class:`InputError`.

        Args:
            place: What messages call the archive.
            member: The file's name in it.
            problem: What is wrong.
            remedy: What would be right.
        """
        super().__init__(f"{place}: {member}", problem, remedy)
        self.place = printable(place)
        self.member = printable(member)

    def __reduce__(self) -> tuple[type[InputError], tuple[str, ...]]:
        """How another process is told of it."""
        return MemberError, (self.place, self.member, self.problem, self.remedy)
