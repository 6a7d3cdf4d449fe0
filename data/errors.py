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


class DefectError(InputError):
    """Something a person gave on which the program itself fails: a mistake in it, not theirs.

    The message says what was raised and where in the program; the error is raised ``from`` that.
    """

    def __init__(self, where: str | Path, said: str, remedy: str, error: Exception) -> None:
        """As for :class:`InputError`.

        Args:
            where: File, and line or field where known.
            said: What fails, e.g. ``the rules fail on it``.
            remedy: What to do.
            error: What was raised.
        """
        raised = f"{type(error).__name__}{_place_of(error)}: {error}"
        super().__init__(where, f"{said} ({raised})", remedy)
        self.error = error


def _place_of(error: Exception) -> str:
    """Where in the program an error was raised, without the folders of this machine."""
    at = error.__traceback__
    if at is None:
        return ""
    while at.tb_next:
        at = at.tb_next
    return f" in {Path(at.tb_frame.f_code.co_filename).name}, line {at.tb_lineno}"


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
