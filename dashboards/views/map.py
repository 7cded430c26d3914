"""Map: every group a point, near where groups are alike; a click opens its detail."""

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboards import address, detail, lineage, style
from dashboards.charts.look import CONFIG
from dashboards.charts.points import Look, points
from dashboards.opened import Opened, colour_picker, facet_picker, opened_groups
from dashboards.text import count

FOUND = 10  # matches listed beside the map


def controls(page: Opened) -> tuple[str, str, str]:
    """The row above the map; returns colour, level and what is searched."""
    with st.container(horizontal=True, vertical_alignment="center", key="clio-controls"):
        facet_picker(page)
        colour = colour_picker(page)
        levels = [str(level) for level in reversed(page.levels)]
        level = levels[0]
        if len(levels) > 1:
            level = address.picker(
                st.segmented_control, "level", levels, "Level", format_func=page.level_name,
                label_visibility="collapsed", required=True,
            )  # fmt: skip
        words = address.search("find", "Find groups", "Find groups by name or description")
    return colour, level, words


def entry(selected: str | None) -> str | None:
    """The selection to draw into the figure: the one the page was opened with, not one that was clicked since.

    A click is drawn by the browser; were it drawn into the figure too, the figure would be another one and
    lose its zoom.
    """
    if selected is None or selected != st.session_state.get("map_clicked"):
        st.session_state["map_entry"] = selected
        st.session_state["map_clicked"] = None
    drawn_in: str | None = st.session_state.get("map_entry")
    return drawn_in


def clicked() -> None:
    """Put the clicked point's group into the address; a double click on the ground takes it away."""
    found = st.session_state["clio_map"]["selection"]["points"]
    cluster_id = found[0]["customdata"][0] if found else None
    st.session_state["map_clicked"] = cluster_id
    address.put(cluster=cluster_id)


@st.cache_resource(max_entries=24, show_spinner=False)
def drawn(
    key: tuple[str, str, str], level: int, colour: str, selected: str | None, _page: Opened
) -> go.Figure:
    """The map of one level when nothing is searched; cached, since a click runs the page again."""
    return figure_of(_page, lineage.top_groups(_page.clusters).filter(level=level), colour, selected, None)


def figure_of(
    page: Opened, shown: pl.DataFrame, colour: str, selected: str | None, highlighted: frozenset[str] | None
) -> go.Figure:
    top = dict(page.top.select("cluster_id", "name").iter_rows())
    return points(shown, Look(colour, top, selected, highlighted))


def beside(page: Opened, shown: pl.DataFrame, selected: str | None, words: str) -> None:
    """The panel: the selected group, or what a search found, or the largest groups."""
    if selected is not None:
        detail.panel(page, selected, "map")
        return
    found = lineage.matching(shown, words)
    if words:
        st.subheader(f"{count(found.height)} of {count(shown.height)} groups match", anchor=False)
    else:
        st.subheader("Largest groups", anchor=False)
    rows = found.sort("share", "cluster_id", descending=[True, False]).head(FOUND)
    with st.container(gap=None, key="clio-found"):
        detail.links(
            rows, "map", colour=address.get("colour"), level=address.get("level"), find=address.get("find")
        )
    if shown["x"].drop_nulls().is_empty():
        return
    st.caption(
        "A point is a group and its area is its share; near points ask for similar things. "
        "Click one to see it in full; scroll to zoom, double-click to zoom out."
    )


page = opened_groups()
colour, level, words = controls(page)
shown = page.clusters.filter(level=int(level))
asked = address.get("cluster")
selected = asked if lineage.find(page.clusters, asked) else None
left, right = st.columns([13, 6], gap="medium")
with left:
    if shown["x"].drop_nulls().is_empty():
        style.note("This release has no map: its groups have no places.")
    else:
        if words:
            found = frozenset(lineage.matching(shown, words)["cluster_id"])
            under_top = lineage.top_groups(page.clusters).filter(level=int(level))
            figure = figure_of(page, under_top, colour, entry(selected), found)
        else:
            figure = drawn(page.key, int(level), colour, entry(selected), page)
        st.plotly_chart(
            figure, config=CONFIG | {"scrollZoom": True},
            theme=None, key="clio_map", on_select=clicked, selection_mode="points", alt="Map of groups, sized by share",
        )  # fmt: skip
with right, st.container(key="clio-panel"):
    beside(page, shown, selected, words)
