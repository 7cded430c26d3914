"""Colours and layout that all figures share."""

import itertools
from typing import Any

import plotly.graph_objects as go

ACCENT, INK, MUTED, RULE, PALE = "#1e6a86", "#1f2a33", "#66727a", "#e1e4e2", "#b8c0c4"
GROUPS = (
    "#2f7391", "#d08c3c", "#6a9a5b", "#b05f6d", "#7d6fae", "#45a29e", "#a9745a", "#8d9440", "#5f86c0", "#b973a3",
)  # fmt: skip
SCALES = {
    "concern": [[0, "#f1ece4"], [0.35, "#e9c9a0"], [0.7, "#d78654"], [1, "#b04a33"]],
    "turns": [[0, "#e6eef0"], [0.5, "#7fb0c0"], [1, "#174f66"]],
}
CONFIG: dict[str, Any] = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False}
FONT = '"Source Sans", "Source Sans Pro", sans-serif'


def scale(name: str) -> list[list[Any]]:
    """The colour scale of a facet's mean: its own for concern, one for the rest."""
    return SCALES.get(name, SCALES["turns"])


def on_scale(name: str, place: float | None) -> str:
    """The colour at `place` (0 to 1) of a mean's scale; grey where the mean is unknown."""
    if place is None:
        return PALE
    stops = scale(name)
    for (low, start), (high, end) in itertools.pairwise(stops):
        if place <= high:
            return _mixed(start, end, max(0.0, (place - low) / (high - low)))
    return str(stops[-1][1])


def group_colours(top_ids: list[str]) -> dict[str, str]:
    """A colour for each top-level group, given largest first; those after the tenth share grey."""
    return {name: GROUPS[place] if place < len(GROUPS) else PALE for place, name in enumerate(top_ids)}


def lighter(colour: str, share: float) -> str:
    """Mix a #rrggbb colour with `share` of white."""
    return _mixed(colour, "#ffffff", share)


def _mixed(one: str, two: str, share: float) -> str:
    """`one` with `share` of `two`."""
    pairs = [(int(one[at : at + 2], 16), int(two[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


def figure(*traces: Any, height: int, **layout: Any) -> go.Figure:
    """A figure in the dashboard's look."""
    base: dict[str, Any] = {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 8, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "hoverlabel": {
            "bgcolor": "#ffffff", "bordercolor": RULE, "align": "left", "namelength": -1,
            "font": {"family": FONT, "size": 13, "color": INK},
        },
        "showlegend": False,
        "dragmode": False,
        "template": "none",
    }  # fmt: skip
    return go.Figure(data=list(traces), layout=base | layout)
