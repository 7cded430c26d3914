"""Which of the records with one conversation_id is kept, and how many conversations each bucket then holds.

The choice depends on the records alone: the smallest (created_at, content hash), unknown times last. Equal
records are duplicates; the others of that id are conflicts and go to quarantine.
"""

from typing import NamedTuple

import polars as pl

_BEST_FIRST = ["conversation_id", "created_at", "content_hash", "source", "line"]


class Settled(NamedTuple):
    """The records of some buckets, told apart. `kept` and `conflicts` have the columns of Spill.keys."""

    kept: pl.DataFrame  # one row per conversation, sorted by conversation_id
    conflicts: pl.DataFrame  # one row per other content of a kept conversation's id
    duplicates: int  # rows equal to one of the above


def settle(keys: pl.DataFrame) -> Settled:
    """Tell kept records, conflicts and exact duplicates apart in the rows of whole buckets."""
    ordered = keys.sort(_BEST_FIRST, nulls_last=True)
    distinct = ordered.unique(["conversation_id", "content_hash"], keep="first", maintain_order=True)
    first = pl.col("conversation_id").is_first_distinct()
    return Settled(distinct.filter(first), distinct.filter(~first), keys.height - distinct.height)
