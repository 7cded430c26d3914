"""Reading the taxonomy: ancestors, descendants, and each cluster's top-level group."""

from typing import Any

import polars as pl

Row = dict[str, Any]


def find(clusters: pl.DataFrame, cluster_id: str | None) -> Row | None:
    """The row of one cluster, or None."""
    rows = clusters.filter(pl.col("cluster_id") == (cluster_id or ""))
    return rows.row(0, named=True) if rows.height else None


def depth(clusters: pl.DataFrame) -> int:
    """The highest level; 0 without clusters."""
    return max(clusters["level"].to_list(), default=0)


def ancestors(clusters: pl.DataFrame, cluster_id: str) -> list[Row]:
    """Rows from the top-level group down to the parent of `cluster_id`."""
    parents = dict(clusters.select("cluster_id", "parent_id").iter_rows())
    path: list[str] = []
    current = parents.get(cluster_id)
    while current is not None and current not in path:
        path.append(current)
        current = parents.get(current)
    rows = {row["cluster_id"]: row for row in clusters.filter(pl.col("cluster_id").is_in(path)).to_dicts()}
    return [rows[name] for name in reversed(path) if name in rows]


def top_groups(clusters: pl.DataFrame) -> pl.DataFrame:
    """`clusters` with a column top_id: the top-level group that each belongs to."""
    parents = clusters.select(top_id="cluster_id", next_id="parent_id")
    found = clusters.with_columns(top_id=pl.coalesce("parent_id", "cluster_id"))
    for _ in range(depth(clusters)):
        found = (
            found.join(parents, on="top_id", how="left")
            .with_columns(top_id=pl.coalesce("next_id", "top_id"))
            .drop("next_id")
        )
    return found


def below(clusters: pl.DataFrame, cluster_id: str | None, depth: int) -> pl.DataFrame:
    """Descendants of `cluster_id` (of the whole tree when None) down to `depth` levels, parents first."""
    root = pl.col("parent_id").is_null() if cluster_id is None else pl.col("parent_id") == cluster_id
    layers = [clusters.filter(root)]
    for _ in range(depth - 1):
        layers.append(clusters.filter(pl.col("parent_id").is_in(layers[-1]["cluster_id"].implode())))
    return pl.concat(layers)


def matching(clusters: pl.DataFrame, words: str) -> pl.DataFrame:
    """Clusters whose name or description holds every word of `words`, in any case; all when there are none."""
    text = (pl.col("name") + " " + pl.col("description")).str.to_lowercase()
    return clusters.filter(*(text.str.contains(word, literal=True) for word in words.lower().split()))


def base_of(clusters: pl.DataFrame, cluster_ids: list[str]) -> pl.DataFrame:
    """(base_id, cluster_id) for the base clusters under each of `cluster_ids`, itself included."""
    found = pl.DataFrame(
        {"base_id": cluster_ids, "cluster_id": cluster_ids},
        schema={"base_id": pl.String, "cluster_id": pl.String},
    )
    children = clusters.select("parent_id", child_id="cluster_id").drop_nulls()
    for _ in range(depth(clusters)):
        found = found.join(children, left_on="base_id", right_on="parent_id", how="left").select(
            pl.coalesce("child_id", "base_id").alias("base_id"), "cluster_id"
        )
    return found
