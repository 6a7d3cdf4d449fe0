"""Aspect: whether a claim tells of what happened once, and whether words tell vaguely when.

``happened`` tells what happened once from states and plans by its verb and the helping words before
it, ``timeless`` the wholes, sizes and strengths that are the same on any day, ``vague_times`` the
sentences whose words for a time name no day. These look at the words of one sentence only.
"""
