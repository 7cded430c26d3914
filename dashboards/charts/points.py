"""The map: one point per group, sized by share, coloured by top-level group or by a mean."""

import math
from typing import Any, NamedTuple

import plotly.graph_objects as go
import polars as pl

from dashboards.charts.labels import Label, place
from dashboards.charts.look import ACCENT, INK, PALE, figure, group_colours, scale
from dashboards.text import count, for_plotly, label, mean, percent, short

SVG_UP_TO = 3000  # points; above it WebGL draws faster, below it SVG is crisper and needs no graphics driver
WIDTH, HEIGHT, PLOT = 860, 640, 566  # pixels of a laptop's map, less the panel beside; PLOT: less the legend
LABELS, OBSTACLES = 18, 90
MANY = 30  # points of a trace; among more, a selected point is drawn larger


class Look(NamedTuple):
    """How points are drawn."""

    colour: str
    """`group`, or the name of a mean without `mean_`."""
    names: dict[str, str]
    """Names of top-level groups, largest first."""
    selected: str | None = None
    highlighted: frozenset[str] | None = None
    """Ids that a search found; None when nothing is searched."""


def points(rows: pl.DataFrame, look: Look) -> go.Figure:
    """Draw `rows`: clusters of one level with top_id. A point's customdata starts with its cluster id."""
    rows = rows.filter(pl.col("x").is_not_null() & pl.col("y").is_not_null()).sort("share", descending=True)
    rows = rows.with_columns(size=_diameters(rows["share"]))
    ranges = _range(rows["x"]), _range(rows["y"])
    coloured = _by_group(rows, look) if look.colour == "group" else [_by_mean(rows, look)]
    axis = {"visible": False, "fixedrange": False, "zeroline": False}
    return figure(
        *coloured,
        _labels(rows, look, *ranges),
        height=HEIGHT,
        dragmode="pan",
        showlegend=look.colour == "group",
        legend=_LEGEND,
        margin={"l": 0, "r": 0, "t": 0, "b": HEIGHT - PLOT},
        xaxis=axis | {"range": ranges[0]},
        yaxis=axis | {"range": ranges[1]},
        clickmode="event+select",
    )


_LEGEND = {
    "orientation": "h", "y": 0, "yanchor": "top", "x": 0, "itemsizing": "constant",
    "font": {"size": 12}, "entrywidth": 225, "entrywidthmode": "pixels",
}  # fmt: skip


def _by_group(rows: pl.DataFrame, look: Look) -> list[Any]:
    """A trace for each top-level group that has a colour, and one for the rest."""
    colours = group_colours(list(look.names))
    own = [name for name, colour in colours.items() if colour != PALE]
    parts = [(short(look.names[name], 34), colours[name], rows.filter(top_id=name)) for name in own]
    rest = rows.filter(~pl.col("top_id").is_in(own))
    parts.append((f"{len(look.names) - len(own)} other groups", PALE, rest))
    return [
        _trace(part, {"color": colour}, look, for_plotly(name)) for name, colour, part in parts if part.height
    ]


def _by_mean(rows: pl.DataFrame, look: Look) -> Any:
    low, high = limits(rows, look.colour)
    marker = {
        "color": rows[f"mean_{look.colour}"].to_list(),
        "colorscale": scale(look.colour),
        "cmin": low,
        "cmax": high,
        "colorbar": colour_bar(look.colour),
    }
    return _trace(rows, marker, look, "")


def limits(rows: pl.DataFrame, name: str) -> tuple[float, float]:
    """The ends of a mean's colour scale; concern's starts at 1, its least, and reaches at least 2."""
    low, high = _ends(rows[f"mean_{name}"])
    return (1.0, max(high, 2.0)) if name == "concern" else (low, max(high, low + 0.1))


def colour_bar(name: str) -> dict[str, Any]:
    """A small horizontal colour bar below the figure."""
    return {
        "title": {"text": for_plotly(f"Mean {name.replace('_', ' ')}"), "side": "top", "font": {"size": 12}},
        "orientation": "h", "thickness": 8, "len": 0.3, "x": 0, "xanchor": "left", "y": 0, "yanchor": "top",
        "outlinewidth": 0, "tickfont": {"size": 11}, "nticks": 5, "ypad": 4, "xpad": 4,
    }  # fmt: skip


def _trace(rows: pl.DataFrame, marker: dict[str, Any], look: Look, name: str) -> Any:
    ids = rows["cluster_id"].to_list()
    faint = [1.0 if look.highlighted is None or name in look.highlighted else 0.12 for name in ids]
    chosen = [place for place, name in enumerate(ids) if name == look.selected]
    kind = go.Scatter if rows.height <= SVG_UP_TO else go.Scattergl
    return kind(
        x=rows["x"].to_list(),
        y=rows["y"].to_list(),
        mode="markers",
        name=name,
        customdata=hover_data(rows),
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        marker=marker
        | {
            "size": rows["size"].to_list(),
            "opacity": [0.82 * share for share in faint],
            "line": {"width": 1, "color": "#ffffff"},
        },
        selectedpoints=chosen or ([] if look.selected else None),
        selected={"marker": {"opacity": 1, "color": ACCENT} | ({"size": 20} if rows.height > MANY else {})},
        unselected={"marker": {"opacity": 0.55 if look.highlighted is None else 0.3}},
    )


def hover_data(rows: pl.DataFrame) -> list[list[str]]:
    """For each row: cluster id, escaped name, and a line of figures."""
    columns = ["cluster_id", "name", "share", "conversations", "mean_concern", "mean_turns"]
    own = [name for name in rows.columns if name.startswith("mean_") and name not in columns]
    told = []
    for cluster_id, name, share, conversations, concern, turns, *means in rows.select(
        columns + own
    ).iter_rows():
        figures = [f"{percent(share)} of conversations", count(conversations)]
        figures += [f"concern {mean(concern)}"] if concern is not None else []
        figures += [f"{mean(turns)} turns"] if turns is not None else []
        named = zip(own, means, strict=True)
        figures += [
            f"{label(facet[5:]).lower()} {mean(value)}" for facet, value in named if value is not None
        ]
        told.append([cluster_id, for_plotly(name, width=46), for_plotly(" · ".join(figures))])
    return told


def _diameters(shares: pl.Series) -> pl.Series:
    """Diameters in pixels, so that areas are as shares."""
    largest = _ends(shares)[1] or 1.0
    width = min(56.0, max(16.0, 420 / math.sqrt(max(len(shares), 1))))
    return (shares / largest).sqrt() * width + 3


def _ends(values: pl.Series) -> tuple[float, float]:
    """The least and the greatest value; 0 and 0 when there are none."""
    known = values.drop_nulls().to_list()
    return float(min(known, default=0.0)), float(max(known, default=0.0))


def _range(values: pl.Series) -> list[float]:
    low, high = _ends(values)
    margin = max(high - low, 0.5) * 0.09
    return [low - margin, high + margin]


def _labels(rows: pl.DataFrame, look: Look, x_range: list[float], y_range: list[float]) -> Any:
    """Labels of the largest points, or of what a search found, none over another or over a large point.

    They are a trace, since Plotly measures each annotation in turn; style.css gives them their halo.
    """
    across = (pl.col("x") - x_range[0]) / (x_range[1] - x_range[0]) * WIDTH
    up = (pl.col("y") - y_range[0]) / (y_range[1] - y_range[0]) * PLOT
    placed = rows.select("cluster_id", "name", across=across, up=up, radius=pl.col("size") / 2)
    named = (
        placed if look.highlighted is None else placed.filter(pl.col("cluster_id").is_in(look.highlighted))
    )
    named = named.sort(pl.col("cluster_id") != (look.selected or ""), maintain_order=True)
    wanted = [
        Label(short(name, 34), x, y, radius)
        for name, x, y, radius in named.head(60).select("name", "across", "up", "radius").iter_rows()
    ]
    points_in_the_way = list(
        (placed if look.highlighted is None else named)
        .head(OBSTACLES)
        .select("across", "up", "radius")
        .iter_rows()
    )
    spots = place(wanted, points_in_the_way, (WIDTH, PLOT), LABELS)
    return go.Scatter(
        x=[spot.x / WIDTH * (x_range[1] - x_range[0]) + x_range[0] for spot in spots],
        y=[spot.y / PLOT * (y_range[1] - y_range[0]) + y_range[0] for spot in spots],
        text=[for_plotly(spot.text) for spot in spots],
        mode="text",
        textfont={"size": 12, "color": INK},
        hoverinfo="skip",
        showlegend=False,
        selectedpoints=[] if look.selected else None,
        unselected={"textfont": {"color": INK}},
    )
