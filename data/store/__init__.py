"""Store: the facts and articles of an archive as Parquet files, for archives too large to re-read.

``python -m data build`` makes one (:mod:`data.store.build`), :mod:`data.store.reading` reads it.
docs/archive.md tells the format and what is guaranteed.
"""
