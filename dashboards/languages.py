"""What a release knows of languages without a breakdown by language: the groups that are named by one.

Where the encoder does not cover a language, its conversations form groups of their own, so a breakdown by
language inside a group would have a single cell and is not published.
"""

import polars as pl

from dashboards.lineage import top_groups

BY_LANGUAGE = "grouped by language and not by topic"
"""What the description of such a group says."""


def named(clusters: pl.DataFrame) -> pl.DataFrame:
    """The base groups that stand for one language (or, pooled, for several), largest first."""
    rows = clusters.filter(
        pl.col("level") == 0, pl.col("description").str.contains(BY_LANGUAGE, literal=True)
    )
    return rows.sort("conversations", "cluster_id", descending=[True, False])


def shares(clusters: pl.DataFrame) -> pl.DataFrame:
    """(cluster_id, name, top_id, conversations, share): the groups named by language, last all others together.

    Sums and shares are of published conversations only; empty without a group named by language.
    """
    found = named(top_groups(clusters)).select("cluster_id", "name", "top_id", "conversations", "share")
    if found.is_empty():
        return found
    total = int(clusters.filter(level=0)["conversations"].sum())
    rest = total - int(found["conversations"].sum())
    others = {
        "cluster_id": [None], "name": ["All other groups, named by topic"], "top_id": [None],
        "conversations": [rest], "share": [rest / total if total else 0.0],
    }  # fmt: skip
    return pl.concat([found, pl.DataFrame(others, schema=found.schema)])
