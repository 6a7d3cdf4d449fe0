"""``make corpus``: read every brief again and compare with what a reader expects of it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from data.corpus import read_corpus
from data.fact import Fact
from tests.corpus.expectation import compare, has_expectation, updated, write_expectation


def main() -> int:
    """Print what differs, or write down what is found now, for ``git diff`` to show.

    Returns:
        0 when every brief is as expected.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the facts as they are now")
    parser.add_argument("articles", nargs="*", help="ids of articles; all briefs if left out")
    options = parser.parse_args()
    corpus = read_corpus()
    for problem in corpus.problems:
        print(f"error: {problem}", file=sys.stderr)
    briefs = [name for name, article in corpus.articles.items() if article.brief]
    wanted = options.articles or briefs
    for name in wanted:
        if name not in briefs:
            parser.error(f"there is no brief {name!r}; seeds/catalog.toml lists them")
    uncovered = [] if options.update else [name for name in wanted if not has_expectation(name)]
    for name in uncovered:
        print(f"error: {name}: no expectation covers it (UPDATE=1 writes one)", file=sys.stderr)
    if others := [name for name in corpus.articles if name not in briefs]:
        print(f"not compared, being no briefs: {', '.join(others)}")
    differing: Counter[str] = Counter()
    facts = 0
    for name in wanted:
        own = [fact for fact in corpus.facts.values() if fact.article_id == name]
        facts += len(own)
        if options.update:
            write_expectation(name, updated(name, own))
        elif name not in uncovered:
            differing.update(_told_differences(name, own))
    carried = sum(len(claim.sources) > 1 for claim in corpus.claims)
    told = f"{len(wanted)} briefs, {facts} facts, {len(corpus.claims)} claims"
    print(f"\n{told}, {carried} of them carried by several sources")
    outcome = (
        f"{differing['-']} not found, {differing['+']} not expected, {differing['~']} differ"
        if differing
        else "all as expected"
    )
    unread = f", but {len(corpus.problems)} could not be read" if corpus.problems else ""
    print(outcome + unread)
    return int(bool(differing or corpus.problems or uncovered))


def _told_differences(name: str, facts: list[Fact]) -> list[str]:
    """Print how the facts of a brief differ from its expectation; the sign of each difference."""
    lines = [difference.line for difference in compare(name, facts)]
    if lines:
        print("\n".join(["", name, *(f"  {line}" for line in lines)]))
    return [line[0] for line in lines]


if __name__ == "__main__":
    sys.exit(main())
