"""Prevalence ratios with their 95 % intervals, on a log axis."""

import math
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboards.charts.look import ACCENT, INK, MUTED, PALE, RULE, figure
from dashboards.text import count, for_plotly, percent, times

SIGNIFICANT = 0.05  # q-value below which a difference is marked
HOVER = "<b>%{customdata[0]}</b><br>%{customdata[1]}<br>%{customdata[2]}: %{customdata[3]}<extra></extra>"
ONE = {
    "type": "line", "x0": 1, "x1": 1, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
    "line": {"color": INK, "width": 1},
}  # fmt: skip


def intervals(rows: pl.DataFrame, label: str) -> go.Figure:
    """One line per row, first on top: a dot at the ratio, a bar over its interval; marked where q < .05.

    `rows`: the breakdown's columns and `label`, the column that names a line; rows without a ratio are left out.
    """
    rows = rows.filter(pl.col("ratio").is_not_null() & (pl.col("ratio") > 0))
    parts = [(rows.filter(_marked()), ACCENT), (rows.filter(~_marked()), PALE)]
    shown = rows.height
    return figure(
        *(_dots(part, label, colour) for part, colour in parts if part.height),
        height=max(150, 70 + 30 * shown),
        margin={"l": 8, "r": 24, "t": 8, "b": 44},
        xaxis={
            "type": "log", "range": _range(rows), "tickvals": _ticks(rows),
            "ticktext": [f"{tick:g}×" for tick in _ticks(rows)], "gridcolor": RULE, "zeroline": False,
            "fixedrange": True,
            "title": {"text": "share here ÷ share over all", "font": {"size": 12, "color": MUTED}},
        },
        yaxis={
            "autorange": "reversed", "automargin": True, "fixedrange": True, "ticksuffix": "  ", "type": "category",
            "categoryorder": "array", "categoryarray": _keys(rows, label), "range": [shown - 0.5, -0.5],
            "tickvals": _keys(rows, label), "ticktext": [for_plotly(name, width=44, lines=1) for name in rows[label]],
        },
        shapes=[ONE],
    )  # fmt: skip


def _marked() -> pl.Expr:
    return (pl.col("q_value") < SIGNIFICANT).fill_null(False)


def _keys(rows: pl.DataFrame, label: str) -> list[str]:
    """Categories of the axis: ids where rows are groups, since names may be equal."""
    return rows["cluster_id" if label == "name" else label].to_list()


def _dots(rows: pl.DataFrame, label: str, colour: str) -> go.Scatter:
    ratio = rows["ratio"]
    return go.Scatter(
        x=ratio.to_list(),
        y=_keys(rows, label),
        mode="markers",
        marker={"size": 10, "color": colour, "line": {"width": 1.5, "color": ACCENT if colour == ACCENT else MUTED}},
        error_x={
            "type": "data", "symmetric": False, "thickness": 2, "width": 0, "color": colour,
            "array": (rows["ci_high"] - ratio).fill_null(0).to_list(),
            "arrayminus": (ratio - rows["ci_low"]).fill_null(0).to_list(),
        },
        customdata=[_told(row, label) for row in rows.iter_rows(named=True)],
        hovertemplate=HOVER,
    )  # fmt: skip


def _told(row: dict[str, Any], label: str) -> list[str]:
    interval = (
        "" if row["ci_low"] is None else f" (95 % interval {times(row['ci_low'])} to {times(row['ci_high'])})"
    )
    return [
        for_plotly(str(row[label]), width=46),
        f"{times(row['ratio'])} as common as over all{interval}",
        f"{count(row['conversations'])} conversations",
        f"{percent(row['share'])} here, {percent(row['base_share'])} over all",
    ]


def _range(rows: pl.DataFrame) -> list[float]:
    low = min(0.7, *(rows["ci_low"].drop_nulls().to_list() or [1]), *(rows["ratio"].to_list() or [1]))
    high = max(1.4, *(rows["ci_high"].drop_nulls().to_list() or [1]), *(rows["ratio"].to_list() or [1]))
    return [math.log10(max(low, 0.02)) - 0.03, math.log10(min(high, 60)) + 0.03]


def _ticks(rows: pl.DataFrame) -> list[float]:
    low, high = _range(rows)
    steps = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
    shown = [step for step in steps if low <= math.log10(step) <= high]
    close = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5]
    if len(shown) > 2:
        return shown
    return sorted({*shown, *(step for step in close if low <= math.log10(step) <= high)})
