"""The numbers of a `dp` release: one noisy vector of every cell of declared domains, and what is read off it.

Every cell of the domain gets noise, whether anybody is in it or not; what is too small to tell from noise is
pooled or left out by looking at noisy numbers alone. Nothing here is withheld when it fails: an error ends the
release.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.policies import Policy
from clio.privacy.atoms import MEAN_BOUNDS, Atoms
from clio.privacy.differential import DpPlan, gaussian_sigma
from clio.privacy.dimensions import Dimension, published_value
from clio.privacy.draws import draw_key
from clio.privacy.mechanisms import noisy_integers
from clio.privacy.periods import Period, period_start
from clio.privacy.words import NoiseStore
from clio.release.derive import BASE_CELLS, PERIOD_CELLS, VALUE_CELLS
from clio.release.schema import MEAN, OTHER
from clio.statistics import two_digits

PERIODS: tuple[Period, ...] = ("day", "week", "month")
FLOOR = 3  # times the noise on a cell: fewer than that may be nobody
SCALE = 2**20
"""Steps of one conversation in the noisy vector, so that parts of one can be summed exactly for a mean."""


@dataclass(frozen=True)
class Cells:
    """What is asked of one facet: its published clusters, the domains, and the noise.

    `clusters`: cluster_id, accounts, conversations (noisy). `window`: the declared first and last day, or None where
    there is no timeline.
    """

    facet: str
    clusters: pl.DataFrame
    dimensions: Sequence[Dimension]
    scales: Mapping[str, tuple[int, int]]
    window: tuple[date, date] | None
    plan: DpPlan

    @property
    def touched(self) -> float:
        """L2 length of one account's part of the vector: m conversations, each in a cell of every dimension, one of the
        timeline, and with an entry of at most 1 for every mean; all m may be in the same ones."""
        each = len(self.dimensions) + len(self.scales) + (self.window is not None)
        return self.plan.m * math.sqrt(each)

    @property
    def sigma(self) -> float:
        """Scale of the noise on each cell, in conversations."""
        return gaussian_sigma(self.plan.rho_cells, self.touched)

    @property
    def timeline(self) -> tuple[Period, list[date]] | None:
        """The finest period at which an average cluster of the expected accounts has cells twice above the floor."""
        if self.window is None:
            return None
        most = self.plan.accounts * self.plan.m / self.plan.k / (2 * FLOOR * self.sigma)
        domains = ((period, periods_of(self.window, period)) for period in PERIODS)
        return next((found for found in domains if 1 < len(found[1]) <= most), None)


def count_noisy(rows: pl.DataFrame, asked: Cells, policy: Policy, key: bytes, store: NoiseStore) -> Atoms:
    """Noisy atoms of one facet.

    `rows`: the bounded conversations of its published clusters, one each: cluster_id, created_at, and a column
    for every dimension and scale.
    """
    domain, exact = _vector(rows, asked)
    name = draw_key(key, f"{asked.facet}.cells", (asked.plan.rho_cells, asked.touched), domain, exact)

    def draw() -> pl.DataFrame:
        sensitivity, scale = asked.touched * SCALE, asked.sigma * SCALE
        return pl.DataFrame({"noisy": noisy_integers(exact, sensitivity, asked.plan.rho_cells, scale)})

    noisy = domain.with_columns(count=store.draw(name, draw)["noisy"].cast(pl.Float64) / SCALE)
    cells = noisy.filter(pl.col("kind") != "mean").with_columns(pl.col("count").round().cast(pl.Int64))
    least = math.ceil(max(policy.cells.min_conversations, FLOOR * asked.sigma))
    return Atoms(
        _base(noisy.filter(kind="mean"), asked),
        _values(cells.filter(kind="value"), policy.cells.min_conversations, FLOOR * asked.sigma),
        _periods(cells.filter(kind="period"), least),
        Counter(),
    )


def _vector(rows: pl.DataFrame, asked: Cells) -> tuple[pl.DataFrame, NDArray[np.int64]]:
    """The domain (cluster_id, kind, dimension, value), which no conversation changes, and its exact sums in SCALE."""
    parts = []
    for dimension in asked.dimensions:
        counted = rows.group_by("cluster_id", value=published_value(dimension)).agg(
            sum=pl.len().cast(pl.Int64) * SCALE
        )
        values = dict.fromkeys([*(dimension.values or ()), OTHER])  # one cell each, though listed twice
        parts.append(_filled(asked, "value", dimension.name, [*values], counted))
    if (timeline := asked.timeline) is not None:
        period, starts = timeline
        at = period_start(period).cast(pl.String)
        counted = rows.group_by("cluster_id", value=at).agg(sum=pl.len().cast(pl.Int64) * SCALE)
        parts.append(_filled(asked, "period", period, [str(day) for day in starts], counted))
    for name, bounds in asked.scales.items():
        summed = rows.group_by("cluster_id", value=pl.lit(MEAN + name)).agg(
            sum=_centred(pl.col(name), bounds).fill_null(0).sum()
        )
        parts.append(_filled(asked, "mean", name, [MEAN + name], summed))
    whole = pl.concat(parts)
    return whole.drop("sum"), whole["sum"].to_numpy()


def _filled(
    asked: Cells, kind: str, dimension: str, values: Sequence[str], counted: pl.DataFrame
) -> pl.DataFrame:
    domain = asked.clusters.select("cluster_id").join(pl.DataFrame({"value": values}), how="cross")
    found = domain.join(counted, on=["cluster_id", "value"], how="left", maintain_order="left")
    return found.select(
        "cluster_id",
        kind=pl.lit(kind),
        dimension=pl.lit(dimension),
        value="value",
        sum=pl.col("sum").fill_null(0),
    )


def _centred(value: pl.Expr, bounds: tuple[int, int]) -> pl.Expr:
    """A value clipped to its bounds, as whole SCALE-ths of the way from their middle: within ±SCALE."""
    low, high = bounds
    twice = 2 * value.cast(pl.Int64).clip(low, high) - (low + high)
    return twice * SCALE // (high - low)


def _base(means: pl.DataFrame, asked: Cells) -> pl.DataFrame:
    """BASE_CELLS: noisy sizes, and means from noisy sums over noisy sizes, clipped to their bounds."""
    base = asked.clusters.select("cluster_id", "conversations", "accounts")
    for name, (low, high) in asked.scales.items():
        summed = means.filter(dimension=name).select("cluster_id", share=pl.col("count"))
        way = (pl.col("share") / pl.col("conversations")).clip(-1, 1)
        value = (low + high) / 2 + (high - low) / 2 * way
        base = (
            base.join(summed, on="cluster_id")
            .with_columns(two_digits(value).alias(MEAN + name))
            .drop("share")
        )
    extra = {MEAN + name: pl.Float64() for name in asked.scales}
    schema = {**BASE_CELLS, **extra}
    return base.with_columns(
        pl.lit(None, pl.Float64).alias(name)
        for name in (MEAN + scale for scale in MEAN_BOUNDS)
        if name not in base
    ).select(pl.col(name).cast(kind) for name, kind in schema.items())


def _values(cells: pl.DataFrame, least: int, floor: float) -> pl.DataFrame:
    """VALUE_CELLS: values too small to tell pool into "other"; a breakdown of one cell is not published.

    `floor` is FLOOR times the noise on one cell; that on a sum of n cells is sqrt(n) times as large.
    """
    large = pl.col("count") >= max(least, floor)
    told = pl.when(large & (pl.col("value") != OTHER)).then("value").otherwise(pl.lit(OTHER))
    pooled = cells.with_columns(value=told).group_by("cluster_id", "dimension", "value")
    enough = (pl.col("conversations") >= least) & (pl.col("conversations") >= floor * pl.col("n").sqrt())
    counted = pooled.agg(conversations=pl.col("count").sum(), n=pl.len()).filter(enough)
    several = counted.filter(pl.len().over("cluster_id", "dimension") > 1)
    return several.select(pl.col(name).cast(kind) for name, kind in VALUE_CELLS.items())


def _periods(cells: pl.DataFrame, least: int) -> pl.DataFrame:
    """PERIOD_CELLS: the periods that can be told from none."""
    told = cells.filter(pl.col("count") >= least).filter(pl.len().over("cluster_id") > 1)
    named = told.select(
        "cluster_id", period_start=pl.col("value").str.to_date(), period="dimension", conversations="count"
    )
    return named.select(pl.col(name).cast(kind) for name, kind in PERIOD_CELLS.items())


def periods_of(window: tuple[date, date], period: Period) -> list[date]:
    """The first day of every period that a declared window touches; weeks start on Monday."""
    first, last = window
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if period == "week":
        return sorted({day - timedelta(days=day.weekday()) for day in days})
    return sorted({day.replace(day=1) for day in days}) if period == "month" else days
