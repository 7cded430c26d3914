"""Everything in a release that is not an atom, computed from published atoms alone.

The gate computes the tables with it before publishing; `clio verify` computes them again from the files.
"""

import math
from typing import NamedTuple

import polars as pl

from clio.release.features import derive_features
from clio.release.schema import (
    BREAKDOWNS,
    CLUSTERS,
    GROUPED_FACET,
    GROUPS,
    INTERVAL,
    MEAN,
    OTHER,
    TIMELINE,
    Schema,
)
from clio.statistics import benjamini_hochberg, prevalence_ratio, two_digits

# A scale of one's own adds its mean, mean_<facet>, after these.
BASE_CELLS: Schema = {
    "cluster_id": pl.String,
    "conversations": pl.Int64,
    "accounts": pl.Int64,
    "mean_concern": pl.Float64,  # two significant digits, null when unknown
    "mean_turns": pl.Float64,
}
VALUE_CELLS: Schema = {
    "cluster_id": pl.String,
    "dimension": pl.String,
    "value": pl.String,
    "conversations": pl.Int64,
}
PERIOD_CELLS: Schema = TIMELINE
TREE: Schema = {
    name: CLUSTERS[name]
    for name in ("cluster_id", "parent_id", "facet", "level", "name", "description", "x", "y")
}
Z_95 = 1.96
TENTHS = (
    "mean_concern",
    "mean_turns",
)  # at least 1, so two digits end at the tenths; others at the hundredths


def means_in(table: pl.DataFrame) -> list[str]:
    """The columns of `table` that hold means."""
    return [name for name in table.columns if name.startswith(MEAN)]


class Tables(NamedTuple):
    """The tables of a release, each in its schema, sorted by id."""

    clusters: pl.DataFrame
    breakdowns: pl.DataFrame
    timeline: pl.DataFrame
    features: pl.DataFrame | None = None
    """None where there are no activations."""


class FeatureInput(NamedTuple):
    """Published cells of SAE features (FEATURE_CELLS) and what is publicly known of these (FACTS)."""

    cells: pl.DataFrame
    facts: pl.DataFrame
    unseen: int
    """Conversations with a feature that clusters without a published cell of it may have at most, all together."""


def derive(
    base_cells: pl.DataFrame,
    value_cells: pl.DataFrame,
    period_cells: pl.DataFrame,
    tree: pl.DataFrame,
    variance: float = 0.0,
    size_noise: float = 0.0,
    features: FeatureInput | None = None,
) -> Tables:
    """Compute a release's tables from the published cells of its base clusters and the named tree.

    Inputs have the schemas BASE_CELLS (with further means), VALUE_CELLS, PERIOD_CELLS (base clusters only) and
    TREE; `variance` is what rounding and noise add to a cell; with `size_noise`, its scale, base clusters get a
    95 % interval of their accounts. Clusters without a published base cluster below them are left out.

    A parent's counts are sums of its children's, so a value that a child pooled into "other" stays in the
    parent's "other", and the parent's count of that value is a lower bound; so is a base share. Means of
    parents are weighted by conversations. Accounts do not add up and are null above the base.
    """
    lineage = _lineage(tree, base_cells)
    return Tables(
        clusters=_clusters(base_cells, lineage, tree, size_noise),
        breakdowns=_breakdowns(base_cells, value_cells, lineage, tree, variance),
        timeline=_timeline(period_cells, lineage),
        features=None if features is None else _features(features, base_cells, lineage, tree, variance),
    )


NAMED_GROUPS: Schema = {name: GROUPS[name] for name in ("group_id", "name", "description", "z", "z_null")}


def derive_groups(named: pl.DataFrame, cells: pl.DataFrame, clusters: pl.DataFrame) -> pl.DataFrame:
    """Table GROUPS of the named groups (NAMED_GROUPS) that have cells (GROUP_CLUSTERS), from published numbers alone.

    An account counts once in each cluster, in a group as in the total: distinct accounts over clusters are told
    nowhere, for with them one could subtract. Where cells are rounded, a share of nearly all is told as all.
    """
    base = clusters.filter(level=0, facet=GROUPED_FACET)
    sums = cells.group_by("group_id").agg(pl.col("accounts").sum())
    total = base["accounts"].sum()
    share = _ratio(pl.col("accounts"), pl.lit(total)).clip(upper_bound=1)
    counted = named.join(sums, on="group_id").with_columns(share=share)
    return _in_schema(counted, GROUPS, ["group_id"])


def _lineage(tree: pl.DataFrame, base_cells: pl.DataFrame) -> pl.DataFrame:
    """(base_id, cluster_id) for every published base cluster and itself and each of its ancestors."""
    parents = tree.select("cluster_id", "parent_id")
    step = tree.filter(level=0).join(base_cells, on="cluster_id", how="semi")
    step = step.select(pl.col("cluster_id").alias("base_id"), "cluster_id")
    found = [step]
    levels = tree["level"].max()
    for _ in range(int(levels) if isinstance(levels, int) else 0):
        step = step.join(parents.drop_nulls(), on="cluster_id").select(
            "base_id", pl.col("parent_id").alias("cluster_id")
        )
        found.append(step)
    return pl.concat(found)


def _clusters(
    base_cells: pl.DataFrame, lineage: pl.DataFrame, tree: pl.DataFrame, size_noise: float
) -> pl.DataFrame:
    base, means = base_cells.rename({"cluster_id": "base_id"}), means_in(base_cells)
    counts = lineage.join(base, on="base_id").group_by("cluster_id").agg(
        pl.col("conversations").sum(), pl.col("accounts").first(), *(_weighted_mean(name) for name in means)
    )  # fmt: skip
    facet_total = pl.col("conversations").filter(pl.col("level") == 0).sum().over("facet")
    reach = math.ceil(Z_95 * size_noise)
    interval = INTERVAL if size_noise else {}
    return _in_schema(
        tree.join(counts, on="cluster_id")
        .with_columns(
            pl.when(pl.col("level") == 0).then("accounts"),
            _ratio(pl.col("conversations"), facet_total).alias("share"),
        )
        .with_columns(
            (pl.col("accounts") - reach).clip(0).alias("accounts_low"),
            (pl.col("accounts") + reach).alias("accounts_high"),
        ),
        {**CLUSTERS, **dict.fromkeys(means, pl.Float64), **interval},
        ["cluster_id"],
    )


def _ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """Null where the whole is 0, as when all its cells were rounded down."""
    return pl.when(whole > 0).then(part / whole)


def _weighted_mean(name: str) -> pl.Expr:
    """Mean weighted by conversations, in whole parts so that no order of summation can change a digit."""
    parts = 10 if name in TENTHS else 100
    whole = (pl.col(name) * parts).round().cast(pl.Int64)
    weight = pl.col("conversations").filter(pl.col(name).is_not_null()).sum()
    mean = (whole * pl.col("conversations")).sum() / weight / parts
    return pl.when(weight > 0).then(two_digits(mean)).alias(name)


def _breakdowns(
    base_cells: pl.DataFrame,
    value_cells: pl.DataFrame,
    lineage: pl.DataFrame,
    tree: pl.DataFrame,
    variance: float,
) -> pl.DataFrame:
    cells = (
        lineage.join(value_cells.rename({"cluster_id": "base_id"}), on="base_id")
        .group_by("cluster_id", "dimension", "value")
        .agg(pl.col("conversations").sum(), pl.len().cast(pl.Int64).alias("atoms"))
        .join(tree.select("cluster_id", "facet", "level"), on="cluster_id")
        .join(_design_effects(base_cells, lineage, tree), on="cluster_id")
        .sort("cluster_id", "dimension", "value")
        .with_columns(*_totals())
        .with_columns(
            _ratio(pl.col("conversations"), pl.col("total")).alias("share"),
            _ratio(pl.col("base_count"), pl.col("base_total")).alias("base_share"),
        )
    )
    return _in_schema(_with_ratios(cells, variance), BREAKDOWNS, ["cluster_id", "dimension", "value"])


def _totals() -> list[pl.Expr]:
    """Counts and numbers of atoms of: the cluster's dimension, the facet's value, the facet's dimension."""
    base = pl.col("level") == 0
    scopes = {
        "total": (pl.lit(True), ["cluster_id", "dimension"]),
        "base_count": (base, ["facet", "dimension", "value"]),
        "base_total": (base, ["facet", "dimension"]),
    }
    return [
        pl.col(column).filter(rows).sum().over(scope).alias(prefix + suffix)
        for prefix, (rows, scope) in scopes.items()
        for column, suffix in (("conversations", ""), ("atoms", "_atoms"))
    ]


def _design_effects(base_cells: pl.DataFrame, lineage: pl.DataFrame, tree: pl.DataFrame) -> pl.DataFrame:
    """Conversations per account of each cluster and its facet, at least 1.

    An account counts once in each base cluster, since published numbers cannot tell more.
    """
    known = pl.col("accounts") > 0
    conversations, accounts = (pl.col(name).filter(known).sum() for name in ("conversations", "accounts"))
    effect = pl.when(known.any()).then((conversations / accounts).clip(1)).otherwise(1.0)
    base = base_cells.join(tree.select("cluster_id", "facet"), on="cluster_id").with_columns(
        effect.over("facet").alias("facet_effect")
    )
    return lineage.join(base.rename({"cluster_id": "base_id"}), on="base_id").group_by("cluster_id").agg(
        effect.alias("design_effect"), pl.col("facet_effect").first()
    )  # fmt: skip


def _with_ratios(cells: pl.DataFrame, variance: float) -> pl.DataFrame:
    """Add ratio, interval and q-value.

    "other" has none: what is pooled in one cluster is not what is pooled in another.
    """
    ratios = prevalence_ratio(
        *(cells[name].to_numpy() for name in ("conversations", "total", "base_count", "base_total")),
        design_effect=cells["design_effect"].to_numpy(),
        base_design_effect=cells["facet_effect"].to_numpy(),
        nested=True,
        log_noise=cells.select(_log_variance(variance)).to_series().to_numpy(),
    )
    cells = cells.with_columns(*ratios).with_columns(
        pl.when(pl.col("value") != OTHER).then(pl.col(name)) for name in PVALUED
    )
    families = cells.partition_by("facet", "dimension", "level", maintain_order=True)
    adjusted = [part.with_columns(benjamini_hochberg(part["p_value"])) for part in families]
    return pl.concat(adjusted) if adjusted else cells.with_columns(pl.lit(None, pl.Float64).alias("q_value"))


PVALUED = ("ratio", "ci_low", "ci_high", "p_value")


def _log_variance(variance: float) -> pl.Expr:
    """Variance of the log ratio that `variance` of each atom adds, carried over by the delta method."""
    value, rest = pl.col("atoms"), pl.col("total_atoms") - pl.col("atoms")
    value_elsewhere = pl.col("base_count_atoms") - pl.col("atoms")
    elsewhere = pl.col("base_total_atoms") - pl.col("total_atoms") - value_elsewhere
    of_count, of_total = 1 / pl.col("conversations"), 1 / pl.col("total")
    of_base_count, of_base_total = 1 / pl.col("base_count"), 1 / pl.col("base_total")
    weighted = (
        value * (of_count - of_total - of_base_count + of_base_total) ** 2
        + rest * (of_total - of_base_total) ** 2
        + value_elsewhere * (of_base_count - of_base_total) ** 2
        + elsewhere * of_base_total**2
    )
    return weighted * variance


def _features(
    features: FeatureInput,
    base_cells: pl.DataFrame,
    lineage: pl.DataFrame,
    tree: pl.DataFrame,
    variance: float,
) -> pl.DataFrame:
    sizes = base_cells.join(tree.select("cluster_id", "facet"), on="cluster_id").join(
        _design_effects(base_cells, lineage, tree), on="cluster_id"
    )
    return derive_features(*features, sizes, _log_variance(variance))


def _timeline(period_cells: pl.DataFrame, lineage: pl.DataFrame) -> pl.DataFrame:
    cells = lineage.join(period_cells.rename({"cluster_id": "base_id"}), on="base_id")
    keys = ["cluster_id", "period_start", "period"]
    return _in_schema(cells.group_by(keys).agg(pl.col("conversations").sum()), TIMELINE, keys)


def _in_schema(table: pl.DataFrame, schema: Schema, order: list[str]) -> pl.DataFrame:
    return table.select(pl.col(name).cast(dtype) for name, dtype in schema.items()).sort(order)
