"""Conversations over time, of one group or of several."""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboards.charts.look import ACCENT, GROUPS, MUTED, RULE, figure, lighter
from dashboards.periods import STEPS
from dashboards.text import for_plotly, short

X_AXIS: dict[str, Any] = {"fixedrange": True, "showgrid": False}
Y_AXIS: dict[str, Any] = {
    "fixedrange": True,
    "gridcolor": RULE,
    "zerolinecolor": RULE,
    "rangemode": "tozero",
    "automargin": True,
}
TICKS = 12
OUTSIDE = {"ticks": "outside", "ticklen": 5, "tickcolor": RULE}
SMALL = {"size": 11, "color": MUTED}
LEGEND = {
    "orientation": "h", "y": -0.1, "yanchor": "top", "x": 0, "entrywidth": 260, "entrywidthmode": "pixels",
    "traceorder": "normal",
}  # fmt: skip


def over_time(rows: pl.DataFrame, names: dict[str, str], *, as_share: bool, stacked: bool) -> go.Figure:
    """Draw `rows` (cluster_id, day, value) with a line or a layer for each of `names`, in that order."""
    traces = []
    for place, (cluster_id, name) in enumerate(names.items()):
        part = rows.filter(cluster_id=cluster_id).sort("day")
        traces.append(
            _line(part, for_plotly(short(name, 40)), GROUPS[place % len(GROUPS)], as_share, stacked)
        )
    return figure(
        *traces,
        height=460,
        margin={"l": 8, "r": 28, "t": 8, "b": 8},
        showlegend=True,
        legend=LEGEND,
        hovermode="x unified",
        xaxis=X_AXIS | {"tickcolor": RULE, "linecolor": RULE, "hoverformat": "%-d %b %Y"} | _ticks(rows),
        yaxis=Y_AXIS | {"tickformat": ".0%" if as_share else ",~r"},
    )


def _ticks(rows: pl.DataFrame, most: int = TICKS, *, years: bool = True) -> dict[str, Any]:
    """Ticks where periods start, at most `most` of them; `years` adds the year where it changes."""
    days = rows["day"].unique().sort().to_list()
    shown = days[:: -(-len(days) // most)] if days else []
    texts = []
    for place, day in enumerate(shown):
        new_year = years and (place == 0 or day.year != shown[place - 1].year)
        texts.append(f"{day.day} {day:%b}" + (f"<br>{day.year}" if new_year else ""))
    return {"tickmode": "array", "tickvals": shown, "ticktext": texts}


def _line(rows: pl.DataFrame, name: str, colour: str, as_share: bool, stacked: bool) -> Any:
    return go.Scatter(
        x=rows["day"].to_list(),
        y=rows["value"].to_list(),
        name=name,
        mode="lines",
        line={"width": 1 if stacked else 2.2, "color": colour},
        stackgroup="all" if stacked else None,
        fillcolor=lighter(colour, 0.35) if stacked else None,
        hovertemplate="%{y:.1%}" if as_share else "%{y:,.0f}",
    )


def spark(rows: pl.DataFrame, period: str) -> go.Figure:
    """A small chart of one group: `rows` has day and value, in order; each value stands for its whole period."""
    days, values = rows["day"].to_list(), rows["value"].to_list()
    end = rows.select(pl.col("day").max().dt.offset_by(STEPS[period])).item()
    return figure(
        go.Scatter(
            x=[*days, end],
            y=[*values, values[-1]],
            mode="lines",
            line={"width": 2, "color": ACCENT, "shape": "hv"},
            fill="tozeroy",
            fillcolor=lighter(ACCENT, 0.85),
            hovertemplate="%{x|%-d %b}: %{y:,.0f} a " + period + "<extra></extra>",
        ),
        height=125,
        margin={"l": 4, "r": 4, "t": 6, "b": 26},
        xaxis=X_AXIS
        | {"tickfont": SMALL, "ticks": "outside", "ticklen": 5, "tickcolor": RULE}
        | _ticks(rows, 4, years=False),
        yaxis=Y_AXIS | {"nticks": 3, "tickfont": SMALL},
    )
