"""SAE features that stand out in base clusters: computed from published cells alone, and checked from the files.

The gate computes the table with `derive_features`; the cells of features that do not stand out are not in the files, so
`feature_problems` recomputes what the rest of the row says and leaves base shares and q-values to the gate's word.
"""

import polars as pl

from clio.policies import Policy, SizeRule
from clio.release.schema import FEATURES, Schema
from clio.statistics import benjamini_hochberg, prevalence_ratio, two_digits

FEATURE_CELLS: Schema = {
    "facet": pl.String,
    "cluster_id": pl.String,  # null = all clusters of the facet that have no cells of their own for this feature
    "feature_id": pl.UInt32,
    "conversations": pl.Int64,  # in which it is active
    "rest": pl.Int64,  # in which it is not
}
FACTS: Schema = {name: FEATURES[name] for name in ("feature_id", "label", "label_score", "nearest")}
"""What is publicly known of each feature."""
MOST, LEAST_LIFT, SIGNIFICANT = 10, 1.5, 0.05
TOLERANCE = 1e-9
_FEATURE = ["facet", "feature_id"]


def derive_features(
    cells: pl.DataFrame, facts: pl.DataFrame, unseen: int, sizes: pl.DataFrame, variance: pl.Expr
) -> pl.DataFrame:
    """The at most MOST most enriched features of each base cluster, of those that surely are; in FEATURES.

    Args:
        cells: FEATURE_CELLS.
        facts: FACTS, at most one row per feature.
        unseen: conversations with a feature that clusters in no cell of it may have at most, all together.
        sizes: facet, cluster_id, conversations, design_effect and facet_effect of every published base cluster.
        variance: variance that rounding adds to the log ratio, of the columns that the log ratio is made from.

    The lift is the share of the cluster's conversations in which the feature is active, divided by that share over all
    conversations of the facet. Clusters in no published cell of it count as if it were active in as many of their
    conversations as may be, so that a lift is rather too low than too high.
    """
    cell = pl.col("conversations") + pl.col("rest")
    base = cells.group_by(_FEATURE).agg(
        base_count=pl.col("conversations").sum(),
        cells=cell.sum(),
        base_count_atoms=pl.len().cast(pl.Int64),
        elsewhere=pl.col("cluster_id").is_null().any(),
        told=pl.col("cluster_id").drop_nulls(),
    )
    silent = (
        base.filter(~pl.col("elsewhere"))
        .select(*_FEATURE, "told")
        .join(sizes.select("facet", "cluster_id", size="conversations"), on="facet")
        .filter(~pl.col("cluster_id").is_in("told"))
        .group_by(_FEATURE)
        .agg(silent=pl.col("size").sum(), silent_atoms=pl.len().cast(pl.Int64))
    )
    rows = (
        cells.drop_nulls("cluster_id")
        .with_columns(total=cell, atoms=pl.lit(1, pl.Int64), total_atoms=pl.lit(2, pl.Int64))
        .join(base.drop("told", "elsewhere"), on=_FEATURE)
        .join(silent, on=_FEATURE, how="left")
        .with_columns(pl.col("silent", "silent_atoms").fill_null(0))
        .with_columns(
            base_count=pl.col("base_count") + pl.min_horizontal("silent", pl.lit(unseen, pl.Int64)),
            base_total=pl.col("cells") + pl.col("silent"),
            base_total_atoms=2 * pl.col("base_count_atoms") + pl.col("silent_atoms"),
        )
        .join(sizes.select("cluster_id", "design_effect", "facet_effect"), on="cluster_id")
        .with_columns(
            share=pl.col("conversations") / pl.col("total"),
            base_share=pl.col("base_count") / pl.col("base_total"),
        )
        .sort("cluster_id", "feature_id")
    )
    return _most_enriched(_tested(rows, variance), facts)


def _tested(rows: pl.DataFrame, variance: pl.Expr) -> pl.DataFrame:
    """Add lift and q_value; every feature of every cluster of a facet is one family."""
    ratios = prevalence_ratio(
        *(rows[name].to_numpy() for name in ("conversations", "total", "base_count", "base_total")),
        design_effect=rows["design_effect"].to_numpy(),
        base_design_effect=rows["facet_effect"].to_numpy(),
        nested=True,
        log_noise=rows.select(variance).to_series().to_numpy(),
    )
    tested = rows.with_columns(lift=two_digits(pl.lit(ratios.ratio)), p_value=ratios.p_value)
    families = tested.partition_by("facet", maintain_order=True)
    adjusted = [part.with_columns(benjamini_hochberg(part["p_value"])) for part in families]
    return pl.concat(adjusted) if adjusted else tested.with_columns(q_value=pl.lit(None, pl.Float64))


def _most_enriched(rows: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    sure = rows.filter(pl.col("lift") >= LEAST_LIFT, pl.col("q_value") < SIGNIFICANT)
    ranked = sure.sort(
        "cluster_id", "lift", "conversations", "feature_id", descending=[False, True, True, False]
    )
    most = ranked.filter(pl.int_range(pl.len()).over("cluster_id") < MOST)
    told = most.join(facts, on="feature_id", how="left")
    return told.select(pl.col(name).cast(kind) for name, kind in FEATURES.items()).sort(
        "cluster_id", "feature_id"
    )


def feature_problems(features: pl.DataFrame, clusters: pl.DataFrame, policy: Policy) -> list[str]:
    """What is wrong in a table of features, in sentences."""
    base = clusters.filter(level=0).select("cluster_id", "facet", size="conversations")
    rows = features.join(base, on="cluster_id", how="left").with_columns(
        # The other cell, as its share says; whole numbers of conversations come out of the division as they went in.
        rest=pl.col("conversations") / pl.col("share") - pl.col("conversations")
    )
    least = _least(policy.cells, policy.rounding)
    whole = (pl.col("rest") / policy.rounding - (pl.col("rest") / policy.rounding).round()).abs() < 1e-6
    moved = 3 * (policy.rounding - 1)
    wrong = {
        "is no base cluster": pl.col("facet").is_null(),
        "has a feature twice": pl.struct("cluster_id", "feature_id").is_duplicated(),
        f"has more than {MOST} features": pl.len().over("cluster_id") > MOST,
        "has a cell below the minimum size": (pl.col("conversations") < least)
        | (pl.col("rest") < least - 1e-6),
        "has a cell that is no multiple of the base": (pl.col("conversations") % policy.rounding != 0)
        | ~whole,
        "has cells that do not add up to the cluster": (
            (pl.col("conversations") + pl.col("rest") - pl.col("size")).abs() > moved + 1e-6
        ),
        "has a lift that does not follow from its shares": (
            (pl.col("lift") - two_digits(pl.col("share") / pl.col("base_share"))).abs() > TOLERANCE
        ),
        "has a feature that is not clearly enriched": ~(
            (pl.col("lift") >= LEAST_LIFT) & pl.col("q_value").is_between(0, SIGNIFICANT, closed="left")
        ),
        "has a score outside 0 to 1": ~pl.col("label_score").is_between(0, 1).fill_null(True),
        "has a feature with two base shares": pl.col("base_share").n_unique().over("facet", "feature_id") > 1,
        "has a feature of which two things are told": (
            pl.struct("label", "label_score", "nearest").n_unique().over("feature_id") > 1
        ),
        "has a share outside 0 to 1": ~(
            pl.col("share").is_between(0, 1, closed="right")
            & pl.col("base_share").is_between(0, 1, closed="right")
        ),
    }
    problems = [
        f"{cluster_id!r:.40} {what} in features"
        for what, expression in wrong.items()
        for cluster_id in rows.filter(expression.fill_null(True))["cluster_id"].unique(maintain_order=True)
    ]
    if not features.equals(features.sort("cluster_id", "feature_id")):
        problems.append("features is not sorted by id")
    return problems


def _least(rule: SizeRule, rounding: int) -> int:
    """The fewest conversations that a cell can be published with: the minimum, rounded down."""
    return rule.min_conversations // rounding * rounding
