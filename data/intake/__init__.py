"""Intake: articles from what people have: text, Markdown, saved pages, PDF, folders, archives.

Reading goes on after a bad file: it becomes one :class:`data.errors.InputError` among the
articles. Libraries that read pages and PDF are imported when such a file is met, so that reading
plain text starts fast.
"""

from __future__ import annotations

from data.intake.limits import Limits
from data.intake.reading import read_pasted, read_path, read_upload

__all__ = ["Limits", "read_pasted", "read_path", "read_upload"]
