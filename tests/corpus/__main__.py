"""``make corpus``: read every brief again and compare with what a reader expects of it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from data.corpus import read_corpus
from tests.corpus.expectation import compare, updated, write_expectation


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
    differing: Counter[str] = Counter()
    facts = 0
    for name in wanted:
        own = [fact for fact in corpus.facts.values() if fact.article_id == name]
        facts += len(own)
        if options.update:
            write_expectation(name, updated(name, own))
            continue
        if differences := compare(name, own):
            print(f"\n{name}")
        for difference in differences:
            print(f"  {difference.line}")
            differing[difference.line[0]] += 1
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
    return int(bool(differing or corpus.problems))


if __name__ == "__main__":
    sys.exit(main())
