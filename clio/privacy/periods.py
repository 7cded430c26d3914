"""The timeline's periods: one length for all, and adjacent ones pooled per cluster."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import polars as pl

from clio.policies import SizeRule
from clio.privacy.cells import Cell, cell_counts, passes, split_cells

Period = Literal["day", "week", "month"]

_EVERY: dict[Period, str] = {"day": "1d", "week": "1w", "month": "1mo"}


def period_start(period: Period) -> pl.Expr:
    """The first UTC date of the period that holds created_at; weeks start on Monday; null stays null."""
    return pl.col("created_at").dt.truncate(_EVERY[period]).dt.date()


def choose_period(rows: pl.DataFrame | pl.LazyFrame, rule: SizeRule) -> Period:
    """The finest of day, week and month at which most (cluster, period) cells pass `rule`, else month.

    `rows`: cluster_id, created_at (UTC, null = unknown: not looked at), account_id, account_key.
    """
    dated = rows.lazy().filter(pl.col("created_at").is_not_null() & pl.col("cluster_id").is_not_null())
    for period in ("day", "week"):
        timed = dated.with_columns(period_start=period_start(period))
        counted = cell_counts(timed, ["cluster_id", "period_start"])
        if 2 * counted.select(passes(rule).sum()).item() > counted.height:
            return period
    return "month"


def pool_periods(rows: pl.DataFrame | pl.LazyFrame, period: Period, rule: SizeRule) -> pl.DataFrame:
    """Pool each cluster's periods into contiguous runs that pass; returns the mapping.

    `rows` as for `choose_period`. Returned: cluster_id, period_start, published_start (first period of the
    run), one row per pair that occurs. The smallest run that fails merges into its smaller neighbour (the
    earlier on a tie). A cluster of fewer than two runs is absent. Conversations without a time are one more
    cell: left out of the timeline (no row) if it passes by itself, else counted in the cluster's largest run
    that still passes with them (period_start null: join with `nulls_equal=True`), so that no small cell is
    left over by subtraction; without such a run the cluster is absent.
    """
    frame = rows.lazy().filter(pl.col("cluster_id").is_not_null())
    holdings = (
        frame.with_columns(period_start=period_start(period))
        .group_by("cluster_id", "period_start", "account_id")
        .agg(n=pl.len().cast(pl.Int64))
        .collect()
    )
    by_cluster: dict[str, dict[date | None, Cell]] = {}
    for (cluster, start), cell in split_cells(holdings, ["cluster_id", "period_start"]).items():
        assert start is None or isinstance(start, date)
        by_cluster.setdefault(str(cluster), {})[start] = cell
    published = [
        (cluster, start, run)
        for cluster, cells in by_cluster.items()
        for start, run in _pool_cluster_periods(cells, rule)
    ]
    schema = {"cluster_id": pl.String, "period_start": pl.Date, "published_start": pl.Date}
    mapping = pl.DataFrame(published, schema=schema, orient="row")
    return mapping.sort("cluster_id", "period_start", nulls_last=True)


def _pool_cluster_periods(cells: dict[date | None, Cell], rule: SizeRule) -> list[tuple[date | None, date]]:
    """(period, first period of its run) of one cluster; empty when fewer than two runs pass."""
    dated = sorted((start, cell) for start, cell in cells.items() if start is not None)
    runs = [([start], cell) for start, cell in dated]
    while len(runs) > 1:
        failing = [row for row, (_, cell) in enumerate(runs) if not cell.passes(rule)]
        if not failing:
            break
        row = min(failing, key=lambda at: (*runs[at][1].size, at))
        left = row - 1 if row == len(runs) - 1 or (row and _smaller(runs, row - 1, row + 1)) else row
        (first, a), (second, b) = runs[left], runs[left + 1]
        runs[left : left + 2] = [(first + second, a.merged(b))]
    if len(runs) < 2:
        return []
    pooled: list[tuple[date | None, date]] = [(start, starts[0]) for starts, _ in runs for start in starts]
    undated = cells.get(None)
    if undated is not None and not undated.passes(rule):
        hosts = [(cell.size, starts[0]) for starts, cell in runs if cell.merged(undated).passes(rule)]
        if not hosts:
            return []
        pooled.append((None, max(hosts)[1]))
    return pooled


def _smaller(runs: Sequence[tuple[list[date], Cell]], left: int, right: int) -> bool:
    """Whether the left neighbour is the one to merge into; the earlier on a tie."""
    return runs[left][1].size <= runs[right][1].size
