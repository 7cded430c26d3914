"""The tree as a treemap: a branch and the levels below it, sized by conversations."""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboards.charts.look import ACCENT, INK, PALE, figure, group_colours, lighter, on_scale, scale
from dashboards.charts.points import colour_bar, hover_data, limits
from dashboards.charts.squarify import Box, layout
from dashboards.text import clean, for_plotly, percent, short, wrapped

WIDTH, HEIGHT = 700, 600  # pixels for which labels are cut: a laptop's width, less the table beside
TOP, SIDE, GAP = 26, 4, 2
CHARACTER, LINE = 6.0, 16  # pixels of the label font
ROOT = "all"
FADE = 0.3  # of white in the colours of means
WORD = 9  # characters; names in tiles narrower than that, or than a word of theirs, are cut, not wrapped
INVISIBLE = "\u200b"  # Plotly writes a dash for an empty label


def tiles(
    rows: pl.DataFrame,
    branch: dict[str, Any] | None,
    colour: str,
    top_ids: list[str],
    selected: str | None = None,
) -> go.Figure:
    """Draw `rows`, descendants of `branch` (None: the whole tree) with top_id; ids are cluster ids.

    `colour` is `group` or the name of a mean without `mean_`. A parent is as large as its children together.
    """
    root = ROOT if branch is None else str(branch["cluster_id"])
    shown = {root, *rows["cluster_id"]}
    parents = [parent if parent in shown else root for parent in rows["parent_id"].fill_null(root)]
    rows = rows.with_columns(drawn_in=pl.Series(parents, dtype=pl.String))
    total = rows.filter(drawn_in=root)["conversations"].sum()
    bar = colour != "group"
    ids = [root, *rows["cluster_id"]]
    rims = _rims(ids, selected)
    extra = [_colour_bar(rows, colour)] if bar else []
    return figure(
        go.Treemap(
            ids=ids,
            labels=[for_plotly(f"{total:,} conversations"), *_labels(rows, root)],
            parents=["", *parents],
            values=[total, *rows["conversations"]],
            customdata=[["", "", ""], *hover_data(rows)],
            branchvalues="total",
            texttemplate="%{label}",
            textfont={"size": 12.5, "color": INK},
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
            marker={
                "colors": ["#ffffff", *_colours(rows, colour, top_ids)],
                "line": {
                    "width": [3 if rim == ACCENT else 1 for rim in rims],
                    "color": rims,
                },
                "pad": {"t": TOP, "l": SIDE, "r": SIDE, "b": SIDE},
            },
            tiling={"packing": "squarify", "squarifyratio": 1, "pad": GAP},
            pathbar={"visible": False},
            root={"color": "#ffffff"},
            textposition="top left",
            sort=True,
        ),
        *extra,
        height=HEIGHT + (40 if bar else 0),
        uniformtext={"minsize": 12, "mode": "hide"},
        margin={"l": 0, "r": 0, "t": 0, "b": 40 if bar else 0},
        xaxis={"visible": False},
        yaxis={"visible": False},
    )


def _labels(rows: pl.DataFrame, root: str) -> list[str]:
    """Each tile's name and share, cut to its size; a tile with tiles inside has one line."""
    children: dict[str, list[tuple[str, float]]] = {}
    ordered = rows.sort("conversations", descending=True, maintain_order=True)
    for name, above, size in ordered.select("cluster_id", "drawn_in", "conversations").iter_rows():
        children.setdefault(above, []).append((name, float(size)))
    boxes = layout(children, root, Box(0, 0, WIDTH, HEIGHT), TOP, SIDE, GAP)
    told = []
    for name, title, share in rows.select("cluster_id", "name", "share").iter_rows():
        box = boxes.get(name, Box(0, 0, 0, 0))
        characters, lines = int((box.width - 10) / CHARACTER), int((box.height - 6) / LINE)
        told.append(_label(title, percent(share), characters, 1 if name in children else lines))
    return told


def _label(name: str, share: str, characters: int, lines: int) -> str:
    if characters < 5 or lines < 1:
        return INVISIBLE
    if lines == 1:
        room = characters - len(share) - 2
        return (
            f"{for_plotly(short(name, room))}  {share}" if room >= 12 else for_plotly(short(name, characters))
        )
    fits = characters >= max([WORD, *map(len, clean(name).split())])
    kept = wrapped(name, characters, min(4, lines - 1)) if fits else []
    if not kept or any(line.startswith("…") for line in kept):
        kept = [short(name, characters)]
    return "<br>".join([for_plotly(line) for line in kept] + [share])


def _rims(ids: list[str], selected: str | None) -> list[str]:
    """The selected tile has a rim; the branch itself has none."""
    return ["#ffffff", *(ACCENT if name == selected else "#ffffff" for name in ids[1:])]


def _colours(rows: pl.DataFrame, colour: str, top_ids: list[str]) -> list[str]:
    """A pale colour for each tile, so that dark text reads on it; paler still for tiles with tiles inside."""
    if colour != "group":
        low, high = limits(rows, colour)
        values = [None if mean is None else (mean - low) / (high - low) for mean in rows[f"mean_{colour}"]]
        return [lighter(on_scale(colour, value), FADE) for value in values]
    colours = group_colours(top_ids)
    above = set(rows["drawn_in"])
    return [
        lighter(colours.get(top, PALE), 0.72 if name in above else 0.48)
        for name, top in rows.select("cluster_id", "top_id").iter_rows()
    ]


def _colour_bar(rows: pl.DataFrame, colour: str) -> go.Scatter:
    """An empty trace that brings the colour bar."""
    low, high = limits(rows, colour)
    shades = [[at, lighter(shade, FADE)] for at, shade in scale(colour)]
    marker = {"color": [low], "colorscale": shades, "cmin": low, "cmax": high, "showscale": True}
    bar = {"colorbar": colour_bar(colour)}
    return go.Scatter(x=[None], y=[None], mode="markers", marker=marker | bar, hoverinfo="skip")
