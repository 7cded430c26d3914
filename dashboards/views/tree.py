"""Tree: a branch as a treemap with the levels below it; a click goes deeper."""

import polars as pl
import streamlit as st

from dashboards import address, detail, lineage
from dashboards.charts.look import CONFIG
from dashboards.charts.tiles import ROOT, tiles
from dashboards.opened import Opened, cluster_picker, colour_picker, facet_picker, opened_groups
from dashboards.text import clean, for_markdown, label, short, some

DEPTH = (
    2  # levels drawn below a branch: a thousand base groups stay readable, and deeper ones come on a click
)
FEW = 12  # groups listed beside the tree; rows of a table that are shown without scrolling


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


def heading(number: int, branch: lineage.Row | None, selected: str | None) -> str:
    """What the list beside the tree holds."""
    listed = some(number, "group") if number <= FEW else f"The {FEW} largest of {some(number, 'group')}"
    if branch is None:
        return listed.replace("group", "top-level group")
    return (
        f"{listed} inside" if branch["cluster_id"] == selected else f"{listed} in {short(branch['name'], 40)}"
    )


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
    st.subheader(for_markdown(heading(children.height, branch, selected)), anchor=False)
    with st.container(gap=None, key="clio-children"):
        detail.links(children.head(FEW), "tree", colour=address.get("colour"))
    st.caption(
        "A tile’s area is its conversations. Click a tile to go there; click the branch’s head to go up."
    )
    all_of_them = st.expander(
        f"Table of {some(children.height, 'group')}", key="tree_table", on_change="rerun"
    )
    if all_of_them.open:  # its code is half a megabyte: sent to those who ask
        with all_of_them:
            table(children, f"clio_table_{root}")
