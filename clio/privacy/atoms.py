"""Counting atoms: the only numbers of a release taken from private rows.

Atoms are base clusters, and per base cluster the pooled cells of each dimension and of the timeline. All else
is computed from them, rounded, by release/derive.py.
"""

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import polars as pl

from clio.policies import Policy, SizeRule
from clio.privacy.cells import cell_counts, passes
from clio.privacy.dimensions import Dimension, published_value
from clio.privacy.feature_cells import count_features
from clio.privacy.periods import choose_period, period_start, pool_periods
from clio.privacy.pooling import pool_values
from clio.privacy.rounding import round_cells
from clio.release.derive import BASE_CELLS, PERIOD_CELLS, VALUE_CELLS
from clio.release.features import FEATURE_CELLS
from clio.release.schema import MEAN, OTHER, Schema
from clio.statistics import two_digits

MEAN_BOUNDS = {"concern": (1, 5), "turns": (1, 50)}

_WHO = ("account_id", "account_key")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Atoms:
    """Published cells in the schemas of release/derive.py, and what was pooled on the way (private)."""

    base: pl.DataFrame
    values: pl.DataFrame
    periods: pl.DataFrame
    pooled: Counter[str]
    features: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=dict(FEATURE_CELLS)))


def count_atoms(
    rows: pl.LazyFrame,
    policy: Policy,
    dimensions: Sequence[Dimension],
    key: bytes,
    scales: Mapping[str, tuple[int, int]] | None = None,
    activations: Sequence[pl.LazyFrame] | None = None,
) -> Atoms:
    """Count, pool and round the atoms of `rows` under `policy` (`paper` or `guarded`).

    `rows` has one row per conversation of a base cluster: cluster_id, facet, account_id (null = unknown),
    account_key (u64), created_at, concern, turns, and a column for each dimension and each of `scales`, whose
    means are clipped to the bounds given; with `activations`, shards of conversation_id and features, also
    conversation_id. A dimension, timeline or table of features that fails for any reason is withheld and
    counted; its error's text is not kept.
    """
    pooled: Counter[str] = Counter()
    cells = cell_counts(rows, ["cluster_id"]).filter(passes(policy.clusters))
    members = rows.join(cells.select("cluster_id").lazy(), on="cluster_id", how="semi")
    base = round_cells(cells, policy.rounding, key)
    by_name = {dimension.name: dimension for dimension in dimensions}
    all_scales = {**MEAN_BOUNDS, **(scales or {})}
    for name, bounds in all_scales.items():
        means = _means(members, name, bounds, by_name.get(name), policy.cells)
        base = base.join(means, on="cluster_id", how="left")
    base = _conform(base, {**BASE_CELLS, **{MEAN + name: pl.Float64 for name in all_scales}})
    values = [
        _unless_it_fails(partial(_value_cells, members, dimension, policy, key, pooled), VALUE_CELLS, pooled)
        for dimension in dimensions
    ]
    facets = rows.select(pl.col("facet").unique().sort()).collect().to_series().to_list()
    periods = [
        _unless_it_fails(
            partial(_period_cells, members.filter(facet=facet), policy, key, pooled), PERIOD_CELLS, pooled
        )
        for facet in facets
    ]
    features = [
        _unless_it_fails(partial(count_features, members, activations, policy, key), FEATURE_CELLS, pooled)
        for activations in ([activations] if activations else [])
    ]
    return Atoms(
        base,
        _stack(values, VALUE_CELLS),
        _stack(periods, PERIOD_CELLS),
        pooled,
        _stack(features, FEATURE_CELLS),
    )


def _means(
    members: pl.LazyFrame, column: str, bounds: tuple[int, int], dimension: Dimension | None, rule: SizeRule
) -> pl.DataFrame:
    """Clipped mean to two digits per cluster, in which each cell of the breakdown stands at its median.

    The mean of the rows themselves would say how many of a small cell there are: one of 1.2 in thirty
    conversations shows that somebody is above 1, and nine at most. So it is taken over the very cells that are
    published (over the whole cluster where none are), which leaves every reader a table in which each value is
    held by nobody or by a cell that passes `rule`. A cell whose known values do not pass by themselves counts for
    no mean.
    """
    number = pl.col(column).cast(pl.Int64).clip(*bounds)
    value = number.cast(pl.String) if dimension is None else published_value(dimension)
    rows = members.select("cluster_id", *_WHO, value=value, number=number).collect()
    mapping = pool_values(rows, rule)
    by = ["cluster_id", "published_value"]
    named = rows.join(mapping, on=["cluster_id", "value"], how="left", nulls_equal=True)
    enough = cell_counts(named.filter(pl.col("number").is_not_null()), by).filter(passes(rule))
    cells = named.join(enough, on=by, how="semi", nulls_equal=True).group_by(by)
    medians = cells.agg(pl.col("number").quantile(0.5, "lower"), n=pl.len().cast(pl.Int64))
    mean = (pl.col("number") * pl.col("n")).sum() / pl.col("n").sum()
    return medians.group_by("cluster_id").agg(two_digits(mean).alias(MEAN + column))


def _value_cells(
    members: pl.LazyFrame, dimension: Dimension, policy: Policy, key: bytes, pooled: Counter[str]
) -> pl.DataFrame:
    rows = members.select("cluster_id", *_WHO, published_value(dimension).alias("value")).collect()
    if rows.is_empty():
        return pl.DataFrame(schema=dict(VALUE_CELLS))
    mapping = pool_values(rows, policy.cells)
    named = rows.join(mapping, on=["cluster_id", "value"], nulls_equal=True)
    cells, failed = _sound(
        cell_counts(named.drop("value").rename({"published_value": "value"}), ["cluster_id", "value"]),
        policy.cells,
    )
    pooled["values_pooled"] += mapping.filter(
        (pl.col("published_value") == OTHER) & (pl.col("value") != OTHER)
    ).height
    pooled["breakdowns_unpublished"] += rows["cluster_id"].n_unique() - cells["cluster_id"].n_unique()
    pooled["withheld"] += failed
    rounded = round_cells(cells, policy.rounding, key).with_columns(dimension=pl.lit(dimension.name))
    return _conform(rounded, VALUE_CELLS)


def _period_cells(members: pl.LazyFrame, policy: Policy, key: bytes, pooled: Counter[str]) -> pl.DataFrame:
    rows = members.select("cluster_id", "created_at", *_WHO).collect()
    if rows.is_empty():
        return pl.DataFrame(schema=dict(PERIOD_CELLS))
    period = choose_period(rows, policy.cells)
    mapping = pool_periods(rows, period, policy.cells)
    dated = rows.with_columns(period_start=period_start(period))
    cells, failed = _sound(
        cell_counts(
            dated.join(mapping, on=["cluster_id", "period_start"], nulls_equal=True)
            .drop("period_start")
            .rename({"published_start": "period_start"}),
            ["cluster_id", "period_start"],
        ),
        policy.cells,
    )
    merged = mapping.filter(pl.col("period_start") != pl.col("published_start"))
    pooled["periods_pooled"] += merged.height
    pooled["timelines_unpublished"] += rows["cluster_id"].n_unique() - cells["cluster_id"].n_unique()
    pooled["withheld"] += failed
    rounded = round_cells(cells, policy.rounding, key).with_columns(period=pl.lit(period))
    return _conform(rounded, PERIOD_CELLS)


def _sound(cells: pl.DataFrame, rule: SizeRule) -> tuple[pl.DataFrame, int]:
    """Cells of the clusters all of whose cells pass, and how many clusters had one that does not.

    Pooling leaves none; this is the gate's own look, after which nothing smaller can be published.
    """
    good = passes(rule).all() & (pl.len() > 1)
    kept = cells.filter(good.over("cluster_id"))
    return kept, cells["cluster_id"].n_unique() - kept["cluster_id"].n_unique()


def _unless_it_fails(count: Callable[[], pl.DataFrame], schema: Schema, pooled: Counter[str]) -> pl.DataFrame:
    """Run `count`; on any error withhold the whole item (fails closed) and say nothing of its text."""
    before = Counter(pooled)
    try:
        return count()
    except Exception as error:
        log.warning("a part of the release is withheld after an error of kind %s", type(error).__name__)
        pooled.clear()
        pooled.update(before)
        pooled["withheld"] += 1
        return pl.DataFrame(schema=dict(schema))


def _conform(cells: pl.DataFrame, schema: Schema) -> pl.DataFrame:
    return cells.select(pl.col(name).cast(dtype) for name, dtype in schema.items())


def _stack(parts: list[pl.DataFrame], schema: Schema) -> pl.DataFrame:
    return pl.concat([pl.DataFrame(schema=dict(schema)), *parts])
