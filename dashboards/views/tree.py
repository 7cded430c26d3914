"""Tree: a branch as a treemap with the levels below it; a click goes deeper."""

import polars as pl
import streamlit as st

from dashboards import address, detail, lineage
from dashboards.charts.look import CONFIG
from dashboards.charts.tiles import ROOT, tiles
from dashboards.opened import Opened, cluster_picker, colour_picker, facet_picker, opened_groups
from dashboards.text import clean, count, label

DEPTH = (
    2  # levels drawn below a branch: a thousand base groups stay readable, and deeper ones come on a click
)
FEW = 12  # rows of a table that are shown without scrolling


def controls(page: Opened) -> tuple[str, str | None]:
    """The row above the tree; returns colour and the selected group."""
    with st.container(horizontal=True, vertical_alignment="center", key="clio-controls"):
        facet_picker(page)
        colour = colour_picker(page)
        selected = cluster_picker(page, "Group", "Go to a group: type its name")
    return colour, selected


def branch_of(page: Opened, selected: str | None) -> lineage.Row | None:
    """The branch to draw: the selected group, or its parent when nothing is below it."""
    row = lineage.find(page.clusters, selected)
    if row is not None and page.release.children(row["cluster_id"]).is_empty():
        return lineage.find(page.clusters, row["parent_id"])
    return row


def clicked(root: str, key: str) -> None:
    """Go to the clicked group; a click on the branch itself goes one up."""
    found = st.session_state[key]["selection"]["points"]
    if not found:
        return
    cluster_id = found[0]["id"]
    if cluster_id == root:
        cluster_id = st.session_state.get("tree_above")
    address.put(cluster=cluster_id)


def table(rows: pl.DataFrame, key: str) -> None:
    """Groups directly below the branch: sortable, searchable; choosing a row goes there."""
    shown = rows.select(
        pl.col("name").map_elements(clean, return_dtype=pl.String).alias("Group"),
        (pl.col("share") * 100).alias("Share"),
        pl.col("conversations").alias("Conversations"),
        *(
            pl.col(name).alias(label(name.removeprefix("mean_")))
            for name in rows.columns
            if name.startswith("mean_")
        ),
    )

    def chosen() -> None:
        found = st.session_state[key]["selection"]["rows"]
        if found:
            address.put(cluster=rows["cluster_id"][found[0]])

    st.dataframe(
        shown, key=key, hide_index=True, on_select=chosen, selection_mode="single-row",
        height="content" if rows.height <= FEW else 460,
        column_config={
            "Group": st.column_config.TextColumn(width=250),
            "Share": st.column_config.NumberColumn(format="%.1f %%", width=65),
            "Conversations": st.column_config.NumberColumn(format="localized", width=100),
            **{title: st.column_config.NumberColumn(format="%.1f", width=60) for title in shown.columns[3:]},
        },
        placeholder="–", alt="Groups of this branch",
    )  # fmt: skip


page = opened_groups()
colour, selected = controls(page)
branch = branch_of(page, selected)
root = ROOT if branch is None else branch["cluster_id"]
st.session_state["tree_above"] = None if branch is None else branch["parent_id"]
rows = lineage.below(lineage.top_groups(page.clusters), None if branch is None else root, DEPTH)
left, right = st.columns([10, 8], gap="medium")
with left:
    crumbs = [*lineage.ancestors(page.clusters, root), branch] if branch else []
    detail.breadcrumbs(crumbs, "tree")
    key = f"clio_tree_{root}_{colour}"
    st.plotly_chart(
        tiles(rows, branch, colour, page.top["cluster_id"].to_list(), selected), config=CONFIG, theme=None, key=key,
        on_select=lambda: clicked(root, key), selection_mode="points", alt="Treemap of groups, sized by conversations",
    )  # fmt: skip
with right, st.container(key="clio-panel"):
    children = page.top if branch is None else page.release.children(root)
    if selected is not None:
        detail.panel(page, selected, "tree")
    st.subheader(f"{count(children.height)} groups here", anchor=False)
    table(children, f"clio_table_{root}")
    st.caption(
        "A tile’s area is its conversations. Click a tile, or tick a row, to go there; "
        "click the branch’s head to go up."
    )
