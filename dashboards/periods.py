"""The timeline as published, and as it can be drawn: periods that were pooled are spread over their run."""

import polars as pl

STEPS = {"day": "1d", "week": "1w", "month": "1mo"}


def period_name(timeline: pl.DataFrame) -> str | None:
    """Day, week or month; None without a timeline."""
    return str(timeline["period"][0]) if timeline.height else None


def per_period(timeline: pl.DataFrame, base_ids: pl.Series) -> pl.DataFrame:
    """Conversations per period of each base cluster, averaged over the periods pooled with the one published.

    A published period stands for itself and those after it until the next published one. Returned:
    cluster_id, day (first of the period), value.
    """
    period = period_name(timeline)
    schema = {"cluster_id": pl.String, "day": pl.Date, "value": pl.Float64}
    if period is None:
        return pl.DataFrame(schema=schema)
    step = STEPS[period]
    end = timeline.select(pl.col("period_start").max().dt.offset_by(step)).item()
    runs = (
        timeline.filter(pl.col("cluster_id").is_in(base_ids.implode()))
        .sort("cluster_id", "period_start")
        .with_columns(next_start=pl.col("period_start").shift(-1).over("cluster_id").fill_null(end))
        .with_columns(day=pl.date_ranges("period_start", "next_start", interval=step, closed="left"))
        .with_columns(value=pl.col("conversations") / pl.col("day").list.len())
    )
    return runs.explode("day").select(pl.col(name).cast(kind) for name, kind in schema.items())


def of_groups(daily: pl.DataFrame, lineage: pl.DataFrame) -> pl.DataFrame:
    """Sum base clusters' values into groups; `lineage` has base_id, cluster_id. Every group has every period."""
    summed = (
        daily.join(lineage.rename({"cluster_id": "group_id"}), left_on="cluster_id", right_on="base_id")
        .group_by("group_id", "day")
        .agg(pl.col("value").sum())
        .rename({"group_id": "cluster_id"})
    )
    days = daily.select(pl.col("day").unique())
    grid = summed.select(pl.col("cluster_id").unique()).join(days, how="cross")
    return (
        grid.join(summed, on=["cluster_id", "day"], how="left")
        .with_columns(pl.col("value").fill_null(0))
        .sort("cluster_id", "day")
    )
