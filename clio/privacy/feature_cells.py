"""Counting in which conversations of which base clusters an SAE feature is active: cells as all others.

A feature is two cells of a base cluster: the conversations in which it is active and those in which it is not. Both
must pass the policy's rule. The clusters of the facet where they do not are counted for this feature together, again as
two cells, of which one of these must hold:

- the feature is active in too few of their conversations for a cell: then no cell of theirs is published, as if it
  were active in none, which it may be;
- both pass, and it is active in so few that each cluster may be one without it: at most r - 1 (r the fewest
  conversations of a cell) in each of the others. Without this, r in two clusters below r would say that both have some;
- else nothing of the feature is published in this facet.

So nothing below the rule is left to be found by subtraction. What is published of one cluster are margins of its
features, each of which passes; margins alone bound no conjunction from above but by the smallest of them.

Rows are never made dense: memory is bounded by the accounts that a block of features is active in.
"""

from collections.abc import Sequence

import polars as pl

from clio.policies import Policy, SizeRule
from clio.privacy.cells import passes
from clio.privacy.rounding import round_cells
from clio.release.features import FEATURE_CELLS

ROWS_AT_ONCE = 8_000_000
"""Pairs of conversation and feature that are counted together, about."""
REST = "_rest"
_COUNTS = ("conversations", "known", "accounts", "largest_account", "key")
_CELL, _FEATURE = ["cluster_id", "feature_id"], ["facet", "feature_id"]


def count_features(
    rows: pl.LazyFrame, activations: Sequence[pl.LazyFrame], policy: Policy, key: bytes
) -> pl.DataFrame:
    """Count and round the cells of all features; returns FEATURE_CELLS.

    `rows`: one per conversation of a published base cluster: conversation_id, facet, cluster_id, account_id (null =
    unknown), account_key (u64). `activations`: shards of conversation_id and features (list[u32] without repetition).
    """
    members = rows.select("conversation_id", "facet", "cluster_id", "account_id", "account_key").collect()
    if members.is_empty() or not activations:
        return pl.DataFrame(schema=dict(FEATURE_CELLS))
    holdings = _holdings(members)
    pairs = sum(shard.select(pl.col("features").list.len().sum()).collect().item() for shard in activations)
    blocks = -(-pairs * members["facet"].n_unique() // ROWS_AT_ONCE) or 1
    counted = []
    for block in range(blocks):
        held = pl.concat(_held(shard, members, block, blocks) for shard in activations)
        summed = held.group_by("facet", *_CELL, "account_id").agg(pl.col("n", "key").sum())
        counted.append(_cells(summed, holdings, policy.cells))
    return _rounded(pl.concat(counted), policy, key)


def _holdings(members: pl.DataFrame) -> pl.DataFrame:
    """What each account holds of each cluster: held, key, and its place among the cluster's accounts, most first."""
    held = members.group_by("facet", "cluster_id", "account_id").agg(
        held=pl.len().cast(pl.Int64), total_key=pl.col("account_key").sum()
    )
    ordered = held.sort("cluster_id", "held", "account_id", descending=[False, True, False], nulls_last=True)
    known = pl.col("account_id").is_not_null()
    place = pl.when(known).then((known.cast(pl.Int64).cum_sum() - 1).over("cluster_id"))
    return ordered.with_columns(place=place)


def _held(shard: pl.LazyFrame, members: pl.DataFrame, block: int, blocks: int) -> pl.DataFrame:
    """Conversations (n) and keys of each account in which a feature of the block is active, by cluster."""
    long = shard.select("conversation_id", feature_id="features").explode("feature_id").drop_nulls()
    return (
        long.filter(pl.col("feature_id") % blocks == block)
        .join(members.lazy(), on="conversation_id")
        .group_by("facet", *_CELL, "account_id")
        .agg(n=pl.len().cast(pl.Int64), key=pl.col("account_key").sum())
        .collect()
    )


def _cells(held: pl.DataFrame, holdings: pl.DataFrame, rule: SizeRule) -> pl.DataFrame:
    """Cells of both sides (columns of the rest end in REST) that pass; cluster_id null = clusters counted together."""
    both = passes(rule) & passes(rule, REST)
    alone = _alone(held, holdings)
    kept = alone.filter(both)
    together = _together(held.join(kept, on=_FEATURE, how="semi"), kept, alone, holdings)
    few = rule.min_conversations - 1
    seen = together.filter(pl.col("conversations") > few)
    sound = seen.filter(both, pl.col("conversations") <= few * (pl.col("others") - 1))
    dropped = seen.join(sound, on=_FEATURE, how="anti")
    columns = ["facet", *_CELL, *_COUNTS, *(name + REST for name in _COUNTS)]
    return pl.concat([kept.join(dropped, on=_FEATURE, how="anti").select(columns), sound.select(columns)])


def _alone(held: pl.DataFrame, holdings: pl.DataFrame) -> pl.DataFrame:
    """Each cluster's two cells of each feature that is active in it, with the columns of `cell_counts`."""
    known = pl.col("account_id").is_not_null()
    joined = held.join(holdings.drop("facet"), on=["cluster_id", "account_id"], nulls_equal=True)
    cells = joined.group_by("facet", *_CELL).agg(
        *_active(known),
        whole=(known & (pl.col("n") == pl.col("held"))).sum().cast(pl.Int64),
        most_left=(pl.col("held") - pl.col("n")).filter(known).max().fill_null(0),
    )
    # Of the accounts without such a conversation, the one at the first place that no other has holds most.
    first_gap = (
        joined.filter(known)
        .sort(*_CELL, "place")
        .with_columns(at=pl.int_range(pl.len()).over(_CELL))
        .group_by(_CELL)
        .agg(gap=(pl.col("place") == pl.col("at")).sum().cast(pl.Int64))
    )
    silent = holdings.filter(known).select("cluster_id", gap="place", silent="held")
    whole = _totals(holdings)
    return (
        cells.join(first_gap, on=_CELL, how="left")
        .with_columns(pl.col("gap").fill_null(0))
        .join(silent, on=["cluster_id", "gap"], how="left")
        .join(whole.drop("facet"), on="cluster_id")
        .with_columns(
            (pl.col("conversations_all") - pl.col("conversations")).alias("conversations" + REST),
            (pl.col("known_all") - pl.col("known")).alias("known" + REST),
            (pl.col("accounts_all") - pl.col("whole")).alias("accounts" + REST),
            pl.max_horizontal("most_left", pl.col("silent").fill_null(0)).alias("largest_account" + REST),
            (pl.col("key_all") - pl.col("key")).alias("key" + REST),
        )
    )


def _together(
    held: pl.DataFrame, kept: pl.DataFrame, alone: pl.DataFrame, holdings: pl.DataFrame
) -> pl.DataFrame:
    """The two cells of each feature over all clusters without cells of their own in `kept`, and how many these are.

    Of the rest, which is nearly everything, accounts and the largest account are bounded: at least as many accounts as
    in one of the clusters, at most what the largest accounts of all clusters hold. So a cell may fail that would pass.
    """
    known = pl.col("account_id").is_not_null()
    outside = held.join(kept, on=_CELL, how="anti")
    active = (
        outside.group_by(*_FEATURE, "account_id")
        .agg(pl.col("n", "key").sum())
        .group_by(_FEATURE)
        .agg(*_active(known))
    )
    totals = _totals(holdings)
    everywhere = totals.group_by("facet").agg(
        pl.col("conversations_all", "known_all", "key_all", "largest_all").sum(),
        least_accounts=pl.col("accounts_all").min(),
        clusters=pl.len(),
    )
    own = kept.group_by(_FEATURE).agg(
        *(pl.col(name).sum().alias(name + "_kept") for name in ("conversations_all", "known_all", "key_all")),
        largest_kept=pl.col("largest_all").sum(),
        clusters_kept=pl.len(),
    )
    left = alone.join(kept, on=_CELL, how="anti").group_by(_FEATURE).agg(
        left_accounts=(pl.col("accounts_all") - pl.col("accounts")).max(),
    )  # fmt: skip
    touched = alone.group_by(_FEATURE).agg(touched=pl.len())
    found = (
        active.join(everywhere, on="facet")
        .join(own, on=_FEATURE, how="left")
        .join(left, on=_FEATURE, how="left")
        .join(touched, on=_FEATURE, how="left")
    )
    untouched = pl.when(pl.col("clusters") > pl.col("touched")).then("least_accounts").otherwise(0)
    return found.with_columns(
        pl.lit(None, pl.String).alias("cluster_id"),
        *(
            (pl.col(f"{name}_all") - pl.col(f"{name}_all_kept") - pl.col(name)).alias(name + REST)
            for name in ("conversations", "known", "key")
        ),
        pl.max_horizontal(untouched, pl.col("left_accounts").fill_null(0)).alias("accounts" + REST),
        (pl.col("largest_all") - pl.col("largest_kept")).alias("largest_account" + REST),
        others=pl.col("clusters") - pl.col("clusters_kept"),
    )


def _active(known: pl.Expr) -> list[pl.Expr]:
    """The columns of `cell_counts`, of rows with n and key of one account each."""
    held = pl.col("n").filter(known)
    return [
        pl.col("n").sum().alias("conversations"),
        held.sum().alias("known"),
        known.sum().cast(pl.Int64).alias("accounts"),
        held.max().fill_null(0).alias("largest_account"),
        pl.col("key").sum(),
    ]


def _totals(holdings: pl.DataFrame) -> pl.DataFrame:
    """Each cluster as a whole: facet, cluster_id, and counts that end in _all."""
    known = pl.col("account_id").is_not_null()
    held = pl.col("held").filter(known)
    return holdings.group_by("facet", "cluster_id").agg(
        conversations_all=pl.col("held").sum(),
        known_all=held.sum(),
        accounts_all=known.sum().cast(pl.Int64),
        largest_all=held.max().fill_null(0),
        key_all=pl.col("total_key").sum(),
    )


def _rounded(cells: pl.DataFrame, policy: Policy, key: bytes) -> pl.DataFrame:
    names = ["facet", *_CELL]
    active = round_cells(cells.select(*names, "conversations", "key"), policy.rounding, key)
    rest = cells.select(conversations="conversations" + REST, key="key" + REST)
    told = active.with_columns(rest=round_cells(rest, policy.rounding, key)["conversations"])
    ordered = told.sort("facet", "feature_id", "cluster_id", nulls_last=True)
    return ordered.select(pl.col(name).cast(kind) for name, kind in FEATURE_CELLS.items())
