"""Assigning every row to its nearest centroid, shard by shard: linear in N, bounded by the shard."""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from clio.tables import ASSIGNMENTS


def center_matrix(centroids: pl.DataFrame) -> tuple[list[str], NDArray[np.float32]]:
    """Ids [k] and matrix float32 [k, d] of the topic clusters of table CENTROIDS."""
    topics = centroids.filter(pl.col("language").is_null())
    ids: list[str] = topics["cluster_id"].to_list()
    matrix = np.array(topics["centroid"].to_list(), np.float32)
    return ids, matrix.reshape(len(ids), -1 if ids else 0)


def nearest(
    rows: NDArray[np.float32], centers: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Nearest of `centers` [k, d] for each of `rows` [n, d]: index int64 [n], Euclidean distance float32 [n]."""
    with threadpool_limits(1):
        products = rows @ centers.T
    squared = (rows**2).sum(1)[:, None] - 2 * products + (centers**2).sum(1)[None, :]
    index = squared.argmin(1)
    best = np.take_along_axis(squared, index[:, None], 1)[:, 0]
    return index, np.sqrt(np.maximum(best, 0)).astype(np.float32)


def assign(
    facet: str,
    rows: pl.DataFrame,
    embeddings: NDArray[np.float32],
    centroids: pl.DataFrame,
    covered: frozenset[str] | None,
) -> pl.DataFrame:
    """Assign one shard: covered languages to their nearest topic cluster, the others to their language's.

    Args:
        rows: conversation_id, usable (whether there is a text to cluster), language; as in `embeddings` [n, d].
        centroids: table CENTROIDS; other facets' are passed over.
        covered: languages that the embedder covers; None = all.

    Returns:
        Table ASSIGNMENTS, one row per row of `rows`; cluster_id is null where it is not usable.
    """
    centroids = centroids.filter(pl.col("facet") == facet)
    ids, centers = center_matrix(centroids)
    index, distance = (
        nearest(np.asarray(embeddings), centers)
        if ids
        else (np.zeros(len(rows), np.int64), np.zeros(len(rows), np.float32))
    )
    topic = pl.Series("topic", np.array([*ids, None], dtype=object)[index], dtype=pl.String)
    by_language = centroids.filter(pl.col("language").is_not_null()).select(
        "language", pl.col("cluster_id").alias("of_language")
    )
    in_topic = is_covered(covered)
    return (
        rows.select("conversation_id", "usable", "language")
        .with_columns(topic, pl.Series("distance", distance))
        .join(by_language, on="language", how="left", maintain_order="left")
        .select(
            "conversation_id",
            pl.lit(facet).alias("facet"),
            pl.when(~pl.col("usable"))
            .then(None)
            .when(in_topic)
            .then("topic")
            .otherwise("of_language")
            .alias("cluster_id"),
            pl.when(pl.col("usable") & in_topic).then("distance").alias("distance"),
        )
        .match_to_schema(dict(ASSIGNMENTS))
    )


def is_covered(covered: frozenset[str] | None) -> pl.Expr:
    """Whether the column `language` is one that the embedder covers."""
    return pl.lit(True) if covered is None else pl.col("language").is_in(sorted(covered))
