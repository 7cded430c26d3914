"""Counting groups that cut across clusters: atoms of two values, in a cluster's accounts and in no other number.

A group is told by how many accounts of each base cluster are in it. In a cluster an account is in the group when any of
its conversations there is, else it is outside; the two together are the cluster's published accounts, so whoever
subtracts learns the outside, and both must pass the rule of cells before either is rounded. What fails in one cluster
is pooled over clusters into "other", which takes in the smallest cell until it passes, inside and outside; a cluster
without anybody of the group has no cell. Sums and shares are computed of the published cells alone, by
release/derive.py. Groups that overlap are separate dimensions: nothing is published of conversations that are in two.
So all that is told of one cluster are margins that pass, each with a complement that passes, and margins bound no
conjunction from above but by the smallest of them.
"""

from typing import NamedTuple

import polars as pl

from clio.policies import Policy, SizeRule
from clio.privacy.cells import EMPTY, Cell, split_cells
from clio.privacy.rounding import round_cells
from clio.release.schema import GROUP_CLUSTERS, OTHER


class Split(NamedTuple):
    """Accounts of one or several clusters: `inside` with what they hold of the group, `outside` with all they hold."""

    inside: Cell
    outside: Cell

    def passes(self, rule: SizeRule) -> bool:
        """Whether neither says anything about fewer than `rule` lets through."""
        return self.inside.passes(rule) and self.outside.passes(rule)


def count_groups(rows: pl.DataFrame, members: pl.DataFrame, policy: Policy, key: bytes) -> pl.DataFrame:
    """Published cells of every group: GROUP_CLUSTERS, sorted; a group that fails the rule of clusters has none.

    Args:
        rows: conversation_id, account_id (null = unknown, counts for nothing), account_key (u64), cluster_id, one row
            per conversation of a published base cluster of the one facet whose clusters groups cut across.
        members: conversation_id, group_id.
        key: of the coin that rounds each cell, which belongs to the set of its accounts.

    Raises ValueError under a noisy policy, for nothing here carries noise.
    """
    if policy.noisy:
        raise ValueError("groups that cut across clusters are counted without noise")
    known = rows.filter(pl.col("account_id").is_not_null()).select(
        "conversation_id", "account_id", "account_key", "cluster_id"
    )
    found = [pl.DataFrame(schema={**GROUP_CLUSTERS, "key": pl.UInt64})]
    for (group,), own in (
        members.join(known, on="conversation_id").partition_by("group_id", as_dict=True).items()
    ):
        found.append(_cells(known, own, policy).select(pl.lit(str(group)).alias("group_id"), pl.all()))
    rounded = round_cells(pl.concat(found), policy.rounding, key)
    return rounded.select(GROUP_CLUSTERS.keys()).sort("group_id", "cluster_id")


def _cells(known: pl.DataFrame, own: pl.DataFrame, policy: Policy) -> pl.DataFrame:
    """cluster_id, accounts and key of one group by published cell; `own` are its conversations."""
    touched = known.join(own.select("cluster_id").unique(), on="cluster_id", how="semi")
    holdings = touched.join(
        own.select("conversation_id", inside=pl.lit(True)), on="conversation_id", how="left"
    )
    each = holdings.group_by("cluster_id", "account_id", "account_key").agg(
        all=pl.len().cast(pl.Int64), n=pl.col("inside").count().cast(pl.Int64)
    )
    split = {
        cluster: _split(part) for (cluster,), part in each.partition_by("cluster_id", as_dict=True).items()
    }
    kept = {str(cluster): cell for cluster, cell in split.items() if cell.passes(policy.cells)}
    pooled = {str(cluster) for cluster in split} - kept.keys()
    rest = _pooled(each, pooled)
    while kept and pooled and not rest.passes(policy.cells):
        smallest = min(kept, key=lambda cluster: (*kept[cluster].inside.size, cluster))
        del kept[smallest]
        pooled.add(smallest)
        rest = _pooled(each, pooled)
    cell = {
        **{cluster: cluster for cluster in kept},
        **(dict.fromkeys(pooled, OTHER) if rest.passes(policy.cells) else {}),
    }
    if not _pooled(each, set(cell)).inside.passes(policy.clusters):
        cell = {}
    told = each.filter(pl.col("n") > 0, pl.col("cluster_id").is_in(sorted(cell)))
    named = told.with_columns(pl.col("cluster_id").replace_strict(cell, return_dtype=pl.String))
    return named.unique(["cluster_id", "account_id"]).group_by("cluster_id").agg(
        accounts=pl.len().cast(pl.Int64), key=pl.col("account_key").sum()
    )  # fmt: skip


def _pooled(each: pl.DataFrame, clusters: set[str]) -> Split:
    """Some clusters as one: an account is inside when it is in any of them."""
    part = each.filter(pl.col("cluster_id").is_in(sorted(clusters)))
    return _split(part.group_by("account_id").agg(pl.col("all", "n").sum()))


def _split(each: pl.DataFrame) -> Split:
    """`each`: account_id, all (its conversations), n (those of them in the group)."""
    inside = pl.col("n") > 0
    sides = each.select("account_id", side=inside, n=pl.when(inside).then("n").otherwise("all"))
    cells = split_cells(sides, ["side"])
    return Split(cells.get((True,), EMPTY), cells.get((False,), EMPTY))
