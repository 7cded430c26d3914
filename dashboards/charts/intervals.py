"""Prevalence ratios with their 95 % intervals, on a log axis, as HTML: nothing but a style sheet is loaded for it."""

import math
from collections.abc import Callable
from typing import Any

import polars as pl

from dashboards.text import count, for_html, percent, times

SIGNIFICANT = 0.05  # q-value below which a difference is marked
LEAST, MOST = 0.02, 60.0  # the axis reaches no further
STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
CLOSE = (0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5)  # ticks where all ratios are near 1
Ends = tuple[float, float]


def intervals(rows: pl.DataFrame, label: str, address: Callable[[str], str] | None = None) -> str:
    """One line per row, in order: a dot at the ratio, a bar over its interval; filled where q < .05.

    `rows`: the breakdown's columns and `label`, the column that names a line; rows without a ratio are left out.
    `address` gives the link of a line from its cluster id.
    """
    rows = rows.filter(pl.col("ratio").is_not_null() & (pl.col("ratio") > 0))
    ends = _ends(rows)
    lines = "".join(_line(row, label, ends, address) for row in rows.iter_rows(named=True))
    marks = "".join(f'<span style="left:{_place(tick, ends):.2f}%">{tick:g}×</span>' for tick in _ticks(ends))
    return (
        f'<div class="clio-intervals">{lines}<div class="clio-interval clio-axis"><span></span>'
        f'<div class="clio-track">{marks}</div><b></b></div></div>'
        '<p class="clio-axis-title">share here ÷ share over all</p>'
    )


def _line(row: dict[str, Any], label: str, ends: Ends, address: Callable[[str], str] | None) -> str:
    title = for_html(str(row[label]))
    if address is not None:
        title = f'<a href="{for_html(address(row["cluster_id"]))}" target="_self">{title}</a>'
    marked = " clio-marked" if row["q_value"] is not None and row["q_value"] < SIGNIFICANT else ""
    bar = ""
    if row["ci_low"] is not None:
        low, high = _place(row["ci_low"], ends), _place(row["ci_high"], ends)
        bar = f'<i style="left:{low:.2f}%;width:{high - low:.2f}%"></i>'
    grid = "".join(f'<s style="left:{_place(tick, ends):.2f}%"></s>' for tick in _ticks(ends) if tick != 1)
    return (
        f'<div class="clio-interval{marked}" title="{for_html(_told(row, label))}"><span>{title}</span>'
        f'<div class="clio-track">{grid}<s class="clio-one-line" style="left:{_place(1, ends):.2f}%"></s>{bar}'
        f'<em style="left:{_place(row["ratio"], ends):.2f}%"></em></div><b>{times(row["ratio"])}</b></div>'
    )


def _told(row: dict[str, Any], label: str) -> str:
    """What the pointer shows."""
    interval = (
        "" if row["ci_low"] is None else f" (95 % interval {times(row['ci_low'])} to {times(row['ci_high'])})"
    )
    return (
        f"{row[label]}: {times(row['ratio'])} as common as over all{interval}; {count(row['conversations'])} "
        f"conversations, {percent(row['share'])} here, {percent(row['base_share'])} over all"
    )


def _ends(rows: pl.DataFrame) -> Ends:
    """Logarithms of the axis' ends."""
    ratios = rows["ratio"].to_list() or [1.0]
    low = min(0.7, *(rows["ci_low"].drop_nulls().to_list() or [1.0]), *ratios)
    high = max(1.4, *(rows["ci_high"].drop_nulls().to_list() or [1.0]), *ratios)
    return math.log10(max(low, LEAST)) - 0.03, math.log10(min(high, MOST)) + 0.03


def _place(ratio: float, ends: Ends) -> float:
    """Where a ratio stands, in percent of the axis; what lies outside stands at the end."""
    low, high = ends
    at = (math.log10(max(ratio, 1e-9)) - low) / (high - low)
    return 100 * min(max(at, 0.0), 1.0)


def _ticks(ends: Ends) -> list[float]:
    shown = [step for step in STEPS if ends[0] <= math.log10(step) <= ends[1]]
    if len(shown) > 2:
        return shown
    return sorted({*shown, *(step for step in CLOSE if ends[0] <= math.log10(step) <= ends[1])})
