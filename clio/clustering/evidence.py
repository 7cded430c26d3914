"""The evidence that the policy `paper` shows a namer: members, and the nearest non-members (paper, appendix G)."""

from collections.abc import Iterable, Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from clio.keyed_hash import keyed_u64

MEMBERS = 50
PER_ACCOUNT = 3
CONTRAST = 50


def sample_members(rows: pl.DataFrame, key: bytes) -> pl.DataFrame:
    """At most 50 conversations per base cluster and 3 per account in it, drawn by keyed hash.

    Args:
        rows: conversation_id, account_id (null = unknown: such rows are not shown), base_id.

    Returns:
        base_id, conversation_id in the order drawn.
    """
    known = rows.filter(pl.col("account_id").is_not_null() & pl.col("base_id").is_not_null())
    draw = keyed_u64(key, "naming evidence", known["conversation_id"].to_list())
    return (
        known.with_columns(pl.Series("draw", draw, dtype=pl.UInt64))
        .sort("base_id", "draw", "conversation_id")
        .filter(pl.int_range(pl.len()).over("base_id", "account_id") < PER_ACCOUNT)
        .filter(pl.int_range(pl.len()).over("base_id") < MEMBERS)
        .select("base_id", "conversation_id")
    )


def nearest_non_members(
    shards: Iterable[tuple[pl.DataFrame, NDArray[np.float32]]], centers: Mapping[str, NDArray[np.float32]]
) -> pl.DataFrame:
    """The 50 rows nearest to each base cluster's centroid that belong to another, over all shards.

    Args:
        shards: (conversation_id and base_id, embeddings [n, d]) of each shard.
        centers: centroid float32 [d] of each base cluster.

    Returns:
        base_id (of the cluster contrasted with), conversation_id, distance; nearest first.
    """
    ids = list(centers)
    matrix = np.stack([centers[name] for name in ids]) if ids else np.zeros((0, 0), np.float32)
    kept: pl.DataFrame | None = None
    for rows, vectors in shards:
        if not ids or rows.is_empty():
            continue
        found = _nearest_of_shard(rows, vectors, ids, matrix)
        both = found if kept is None else pl.concat([kept, found])
        kept = (
            both.sort("base_id", "distance", "conversation_id")
            .group_by("base_id", maintain_order=True)
            .head(CONTRAST)
        )
    empty = pl.DataFrame(schema={"base_id": pl.String, "conversation_id": pl.String, "distance": pl.Float32})
    return empty if kept is None else kept.select(empty.columns)


def _nearest_of_shard(
    rows: pl.DataFrame, vectors: NDArray[np.float32], ids: list[str], matrix: NDArray[np.float32]
) -> pl.DataFrame:
    with threadpool_limits(1):
        products = np.asarray(vectors) @ matrix.T
    distance = (vectors**2).sum(1)[:, None] - 2 * products + (matrix**2).sum(1)[None, :]
    own = rows["base_id"].to_numpy()
    distance[own[:, None] == np.array(ids, dtype=object)[None, :]] = np.inf
    distance[rows["base_id"].is_null().to_numpy()] = np.inf
    count = min(CONTRAST, rows.height)
    near = np.argpartition(distance, count - 1, axis=0)[:count]  # [count, k]
    found = pl.DataFrame(
        {
            "base_id": ids * count,
            "conversation_id": rows["conversation_id"].gather(near.ravel()),
            "distance": np.take_along_axis(distance, near, 0).ravel().astype(np.float32),
        }
    )
    return found.filter(pl.col("distance").is_finite())
