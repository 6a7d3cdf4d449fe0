"""Beside a claim that several sources carry, the words of each are a choice away."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import CATALOG
from data.claims.claim import Claim
from tests.bundled import bundled
from tests.dashboard.made_up import open_app


def told_by_several() -> Claim:
    """The claim that most sources carry."""
    return max(bundled().claims, key=lambda claim: len(claim.sources))


def offered(app: AppTest) -> list[str]:
    """Ids of the facts of other sources that can be chosen."""
    keys = [button.key or "" for button in app.button]
    return [key.removeprefix("source-") for key in keys if key.startswith("source-")]


@pytest.mark.parametrize("page", ["claims", "facts"])
def test_every_other_source_of_a_claim_opens_its_words(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    claim = told_by_several()
    app = open_app(monkeypatch, CATALOG, page=page, fact=claim.fact.fact_id)
    chosen, others = claim.fact.fact_id, offered(app)
    told = {bundled().facts[fact].article_id for fact in (chosen, *others)}
    assert told == set(claim.sources)
    app.button(key=f"source-{others[-1]}").click().run()
    assert not app.exception
    assert app.query_params["fact"] in (others[-1], [others[-1]])
    assert len(offered(app)) == len(others)


def test_a_claim_of_one_source_offers_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = next(claim for claim in bundled().claims if len(claim.sources) == 1)
    assert not offered(open_app(monkeypatch, CATALOG, page="facts", fact=alone.fact.fact_id))
