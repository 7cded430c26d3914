"""The tree as a treemap: a branch and the levels below it, sized by conversations."""

import math
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboards.charts.look import PALE, figure, group_colours, lighter, scale
from dashboards.charts.points import hover_data
from dashboards.text import for_plotly, percent

WIDTH, HEIGHT = 780, 600
CHARACTER = 6.6  # pixels
ROOT = "all"


def tiles(rows: pl.DataFrame, branch: dict[str, Any] | None, colour: str, top_ids: list[str]) -> go.Figure:
    """Draw `rows`, descendants of `branch` (None: the whole tree) with top_id; ids are cluster ids.

    `colour` is `group` or the name of a mean without `mean_`. A parent is as large as its children together.
    """
    root = ROOT if branch is None else str(branch["cluster_id"])
    shown = set(rows["cluster_id"]) | {root}
    parents = [parent if parent in shown else root for parent in rows["parent_id"].fill_null(root)]
    labels = _labels(rows, shown)
    ids = rows["cluster_id"].to_list()
    total = sum(rows.filter(pl.Series(parents) == root)["conversations"])
    return figure(
        go.Treemap(
            ids=[root, *ids],
            labels=["All groups" if branch is None else for_plotly(branch["name"]), *labels],
            parents=["", *parents],
            values=[total, *rows["conversations"]],
            text=["", *(percent(share) for share in rows["share"])],
            customdata=[["", "", ""], *hover_data(rows)],
            branchvalues="total",
            texttemplate="%{label}<br>%{text}",
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
            marker=_marker(rows, colour, top_ids) | {"line": {"width": 1, "color": "#ffffff"}, "pad": {"t": 26, "l": 4, "r": 4, "b": 4}},
            tiling={"packing": "squarify", "pad": 2},
            pathbar={"visible": False},
            root={"color": "#ffffff"},
            textposition="top left",
            sort=True,
        ),
        height=HEIGHT,
        uniformtext={"minsize": 11, "mode": "hide"},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )  # fmt: skip


def _labels(rows: pl.DataFrame, shown: set[str]) -> list[str]:
    """Names cut to what a tile of their size can hold; tiles with tiles inside have one line."""
    above = set(rows["parent_id"].drop_nulls()) & shown
    total = sum(rows.filter(pl.col("level") == rows["level"].max())["conversations"]) or 1
    told = []
    for cluster_id, name, size in rows.select("cluster_id", "name", "conversations").iter_rows():
        side = math.sqrt(size / total * WIDTH * HEIGHT * 0.62)
        characters = max(8, min(60 if cluster_id in above else 24, int(side / CHARACTER)))
        told.append(for_plotly(name, width=characters, lines=1 if cluster_id in above else 4))
    return told


def _marker(rows: pl.DataFrame, colour: str, top_ids: list[str]) -> dict[str, Any]:
    if colour != "group":
        values = rows[f"mean_{colour}"]
        low, high = float(values.min() or 0), float(values.max() or 0)
        low, high = (1.0, max(high, 2.0)) if colour == "concern" else (low, max(high, low + 0.1))
        return {
            "colors": [None, *values], "colorscale": scale(colour), "cmin": low, "cmax": high,
            "colorbar": {
                "orientation": "h", "thickness": 8, "len": 0.3, "x": 1, "xanchor": "right", "y": -0.01, "yanchor": "top",
                "outlinewidth": 0, "tickfont": {"size": 11}, "nticks": 5,
            },
            "showscale": False,
        }  # fmt: skip
    colours = group_colours(top_ids)
    deepest = rows["level"].max()
    shades = {level: 0.35 + 0.3 * (level == deepest) for level in rows["level"].unique()}
    tinted = [
        lighter(colours.get(top, PALE), shades[level]) for top, level in rows.select("top_id", "level").iter_rows()
    ]
    return {"colors": ["#ffffff", *tinted]}
