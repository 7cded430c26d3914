"""Cutting the buckets into shards of about equal size, once: later input joins the shard of its id."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from clio.errors import UserError
from clio.ingest.spill import BUCKETS


def cut_shards(counts: NDArray[np.int64], shard_size: int) -> dict[str, tuple[int, int]]:
    """Return shard name -> (first, last) bucket, covering all buckets; `counts` are conversations by bucket.

    There are as many shards as give about `shard_size` conversations each, and always at least one.
    """
    if shard_size < 1:
        raise UserError("run.shard_size must be at least 1.")
    total = int(counts.sum())
    wanted = min(max(1, round(total / shard_size)), BUCKETS)
    ends = np.searchsorted(np.cumsum(counts), total * np.arange(1, wanted) / wanted)
    lasts = [*sorted({int(end) for end in ends if end < BUCKETS - 1}), BUCKETS - 1]
    firsts = [0, *(last + 1 for last in lasts[:-1])]
    return {f"{i:05d}": span for i, span in enumerate(zip(firsts, lasts, strict=True))}


def check_shards(shards: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return `shards` in order; raise ValueError unless they cover every bucket once."""
    ordered = dict(sorted(shards.items(), key=lambda item: item[1]))
    edges = [-1, *(last for _, last in ordered.values())]
    firsts = [first for first, _ in ordered.values()]
    if firsts != [edge + 1 for edge in edges[:-1]] or edges[-1] != BUCKETS - 1:
        raise ValueError("shards must cover the buckets 0 to 65535 without gap or overlap")
    return ordered
