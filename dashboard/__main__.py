"""``python -m dashboard``: the files of a view without a server; a start that is fast at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dashboard.admission import NotMade
from dashboard.corpus.source import holdings
from dashboard.images import missing
from dashboard.selecting.selection import summary_of_dropped
from dashboard.words.facts import counted
from data.errors import InputError

BASE: Final = "http://localhost:8501"
"""Where ``make run`` puts the dashboard."""

INTERRUPTED: Final = 130
"""What shells report for a program that Ctrl+C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all is there, 1 without a browser, 2 for unusable input."""
    options = _parser().parse_args(arguments)
    try:
        return _prepare() if options.command == "prepare" else _export(options)
    except (InputError, NotMade) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInterrupted. Run the same command again to go on.", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser(
        "export",
        help="write charts, facts, citation and report into a folder",
        description="Writes every chart and all facts of a view into a folder, in every format. "
        "Run again, it makes only what is missing or has changed.",
    )
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")
    export.add_argument(
        "--view",
        default="",
        metavar="QUERY",
        help='what to show, as in a link: "?countries=TJK". Without it, everything',
    )
    export.add_argument(
        "--formats",
        nargs="+",
        metavar="FORMAT",
        help="only these, separated by spaces or commas; a wrong one lists them all",
    )
    export.add_argument(
        "--base",
        default=BASE,
        metavar="URL",
        help=f"address of the dashboard for links in the files (default {BASE})",
    )
    commands.add_parser(
        "prepare",
        help="read the articles and draw the first charts now, so that the next start need not",
        description="Reads the articles, checks every list and draws the first charts, and keeps "
        "what was found for the next start (docs/settings.md: WITHDRAWAL_CACHE).",
    )
    return parser


def _prepare() -> int:
    from dashboard.server.preparation import prepare
    from data.snapshot.folder import OFF, VARIABLE, folder

    where = folder()
    if where is None:
        print(f"Nothing is kept for the next start: {VARIABLE} is {OFF}, or there is no home")
        return 0
    held = prepare(where)
    for problem in held.problems:
        print(f"Left out: {problem}", file=sys.stderr)
    if held.problems:
        print("Articles are kept for the next start once all can be read.", file=sys.stderr)
        return 2
    told = f"{counted(held.articles, 'article')} with {counted(held.facts, 'fact')}"
    print(f"The next start finds {told} in {where}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from dashboard.export.bundle import any_picture
    from dashboard.export.folder import write_folder
    from dashboard.links import view_of
    from dashboard.report.everything import digest_of_inputs, plan_everything

    everything = holdings()
    if everything.problems and not everything.articles:
        raise everything.problems[0]
    for problem in everything.problems:
        print(f"Left out: {problem}", file=sys.stderr)
    is_address = "://" in options.view or "?" in options.view  # of a page, too: "/claims?day=..."
    asked = options.view.partition("?")[2] if is_address else options.view
    view, dropped = view_of(everything, asked)
    if dropped:
        print(f"Not in the data and left out: {summary_of_dropped(dropped)}.", file=sys.stderr)
    names = [name for item in options.formats or () for name in item.split(",") if name]
    base = options.base.rstrip("/")
    if not base.startswith(("https://", "http://")):
        raise InputError(f"--base {base!r}", "this is no web address", f"Use one such as {BASE}.")
    planned = plan_everything(view, base=base, wanted=names or None)
    reason = missing() if any_picture(names) else None
    if reason:
        print(f"Pictures are left out. {reason}", file=sys.stderr)
    inputs = digest_of_inputs(view, base=base)
    written = write_folder(planned, options.out, inputs=inputs, progress=_tell)
    print(f"{len(written.made)} made, {len(written.kept)} already there, in {options.out}")
    # Asked for by name and not to be had: a script must notice.
    return 1 if reason and names else 0


def _tell(done: int, of: int, name: str, size: int) -> None:
    told = f"{size / 1000:,.0f} kB" if size else "already there"
    print(f"[{done:>{len(str(of))}}/{of}] {name}  {told}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
