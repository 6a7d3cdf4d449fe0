"""Learning: from annotated texts to the weights of ``data/learnt``.

``make learn`` runs it. Sets of texts are held out one after the other, so that the table it prints
tells how text is read that nothing was learnt from. What the rules say of a set they have since
been mended by tells nothing of that: ``first_kinds.jsonl`` keeps what they said of each number
before anybody had read its text.
"""
