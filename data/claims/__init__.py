"""Claims: what several texts say, put side by side.

A :class:`~data.fact.Fact` is one telling in one article. Here the same claim carried by several
articles becomes one :class:`~data.claims.claim.Claim` with its sources (:mod:`~data.claims.same`
has the rule), claims that answer one question stand in a :mod:`measure <data.claims.measures>`, and
:mod:`~data.claims.standing` tells who agrees with whom on a day.
"""
