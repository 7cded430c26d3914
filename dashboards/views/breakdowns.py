"""Breakdowns: in which values a group, or every group, differs from the rest, with 95 % intervals."""

from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from clio.release.schema import OTHER
from dashboards import address, languages, lineage, style
from dashboards.charts.bars import Bar, bars
from dashboards.charts.intervals import SIGNIFICANT, intervals
from dashboards.opened import Opened, cluster_picker, facet_picker, opened_groups
from dashboards.text import clean, count, for_html, for_markdown, label, some

BUILT_IN = ("language", "concern", "turns")  # dimensions that every release may have
LANGUAGE = "language"
SHOWN = 24  # groups drawn when one value is compared over all of them
MANY = 7  # dimensions; more are a list
FEW = 12  # rows of the table that are shown without scrolling


def values_of(cells: pl.DataFrame) -> list[str]:
    """Values of a dimension, most conversations first; "other" is never compared."""
    sums = cells.filter(pl.col("value") != OTHER).group_by("value").agg(pl.col("conversations").sum())
    return sums.sort("conversations", "value", descending=[True, False])["value"].to_list()


def ordered_dimensions(cells: pl.DataFrame) -> list[str]:
    """Dimensions, those with the most marked differences first."""
    marked = (pl.col("q_value") < SIGNIFICANT).sum()
    counted = cells.group_by("dimension").agg(marked.alias("marked"), pl.len().alias("cells"))
    return counted.sort("marked", "cells", "dimension", descending=[True, True, False])["dimension"].to_list()


def controls(page: Opened, dimensions: list[str]) -> tuple[str, str | None]:
    """The row on top; returns dimension and group (None: all groups)."""
    with st.container(horizontal=True, vertical_alignment="center", key="clio-controls"):
        facet_picker(page)
        widget: Any = st.segmented_control if len(dimensions) <= MANY else st.selectbox
        dimension = address.picker(
            widget, "dimension", dimensions, "Dimension",
            format_func=label, label_visibility="collapsed", required=True,
        )  # fmt: skip
        selected = cluster_picker(page, "Group", "All groups compared: or type the name of one")
    return dimension, selected


def one_group(page: Opened, cells: pl.DataFrame, selected: str, dimension: str) -> None:
    """All values of one group."""
    row = lineage.find(page.clusters, selected) or {}
    rows = cells.filter(cluster_id=selected).sort("conversations", "value", descending=[True, False])
    st.subheader(for_markdown(str(row.get("name"))), anchor=False)
    if rows.is_empty():
        style.note(
            f"This group has no breakdown by {for_html(label(dimension).lower())}: "
            "fewer than two of its values passed the size rules."
        )
        return
    draw(rows, "value")
    table(rows, "value")


def all_groups(page: Opened, cells: pl.DataFrame, dimension: str) -> None:
    """One value over all groups of a level."""
    values = values_of(cells)
    levels = [str(level) for level in page.levels]
    if not values:
        style.note("All values of this dimension were pooled into “other”.")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="clio-compare"):
        value = address.picker(
            st.selectbox, "value", values, "Value", width=300, label_visibility="collapsed",
            format_func=lambda name: f"{label(dimension)}: {clean(name)}",
        )  # fmt: skip
        level = levels[0]
        if len(levels) > 1:
            level = address.picker(
                st.segmented_control, "level", levels, "Groups", format_func=page.level_name, required=True,
                label_visibility="collapsed",
            )  # fmt: skip
    named = cells.join(page.clusters.select("cluster_id", "name", "level"), on="cluster_id").filter(
        pl.col("level") == int(level), pl.col("value") == value
    )
    rows = named.sort(pl.col("ratio").fill_null(0), pl.col("cluster_id"), descending=[True, False])
    if rows.is_empty():
        style.note("No group at this level publishes this value: choose another value or level.")
        return
    drawn = most_different(rows)
    if drawn.height < rows.height:
        st.caption(
            f"The {drawn.height} groups that differ most, of {count(rows.height)}; the table has them all."
        )
    draw(drawn, "name")
    table(rows, "name")


def most_different(rows: pl.DataFrame) -> pl.DataFrame:
    """At most SHOWN rows, those surest to differ, in the order of `rows`."""
    kept = rows.sort("q_value", pl.col("ratio").log().abs(), descending=[False, True], nulls_last=True).head(
        SHOWN
    )
    return rows.filter(pl.col("cluster_id").is_in(kept["cluster_id"].implode()))


def draw(rows: pl.DataFrame, name: str) -> None:
    """The chart, where at least one row has a ratio."""
    if rows["ratio"].drop_nulls().is_empty():
        style.note("No ratio can be told here: every value but “other” is missing.")
        return
    st.html(intervals(rows, name, own_page if name == "name" else None))


def own_page(cluster_id: str) -> str:
    """The address of one group's breakdowns."""
    kept = address.link(cluster=cluster_id, dimension=address.get("dimension"))
    return "?" + urlencode(kept)


def table(rows: pl.DataFrame, name: str) -> None:
    """The numbers behind the chart; sortable."""
    shown = rows.select(
        pl.col(name)
        .map_elements(clean, return_dtype=pl.String)
        .alias("Group" if name == "name" else "Value"),
        pl.col("conversations").alias("Conversations"),
        (pl.col("share") * 100).alias("Share here"),
        (pl.col("base_share") * 100).alias("Share over all"),
        pl.col("ratio").alias("Ratio"),
        pl.col("ci_low").alias("95 % from"),
        pl.col("ci_high").alias("95 % to"),
        pl.col("q_value").alias("q"),
        pl.when(pl.col("q_value") < SIGNIFICANT).then(pl.lit("●")).otherwise(pl.lit("")).alias("q < .05"),
    )
    number, share = (st.column_config.NumberColumn(format=text) for text in ("%.2f", "%.1f %%"))
    told = st.expander(f"Table of {some(shown.height, 'row')}", key="cells_table", on_change="rerun")
    if not told.open:  # its code is half a megabyte: sent to those who ask
        return
    told.dataframe(
        shown, hide_index=True, key="clio_cells", height="content" if shown.height <= FEW else 460, placeholder="–",
        column_config={
            "Conversations": st.column_config.NumberColumn(format="localized"),
            "Share here": share, "Share over all": share, "Ratio": number, "95 % from": number, "95 % to": number,
            "q": st.column_config.NumberColumn(format="%.3f"),
        },
        alt="Breakdown cells",
    )  # fmt: skip


def explanation() -> None:
    st.caption(
        "A ratio of 2× says that the value is twice as common in the group as over all conversations. Bars are 95 % "
        "intervals; filled dots are differences with a false-discovery rate (q) below .05. “other” pools the values "
        "that too few accounts share, and what is not on the declared list: it differs from group to group, so it has "
        "no ratio."
    )


def languages_apart(shares: pl.DataFrame) -> None:
    """What the release knows of languages without a breakdown by them."""
    st.subheader("Languages that form groups of their own", anchor=False)
    st.caption(
        "There is no breakdown by language inside groups: the encoder does not cover every language, and conversations "
        "in the others are grouped by language, so that no group has two languages that pass the size rules. These are "
        "the groups’ shares of all published conversations."
    )
    st.html(
        bars(
            Bar(
                name,
                share,
                conversations,
                cluster_id and "tree?" + urlencode(address.link(cluster=cluster_id)),
            )
            for cluster_id, name, share, conversations in shares.select(
                "cluster_id", "name", "share", "conversations"
            ).iter_rows()
        )
    )


def absent(page: Opened, dimensions: list[str]) -> list[str]:
    """Dimensions that were asked for and of which nothing is published."""
    settings = page.release.manifest.settings
    declared = settings.get("breakdowns", {}).get("metadata", {})
    own = [facet["name"] for facet in settings.get("facets", []) if facet.get("values")]
    asked = [*BUILT_IN, *(name for name, values in declared.items() if values), *own]
    return [name for name in asked if name not in dimensions]


def why_absent(names: list[str]) -> str:
    """One sentence on dimensions without a breakdown; "" when there are none."""
    if not names:
        return ""
    told = [label(name).lower() for name in names]
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} or {told[-1]}"
    return (
        f"No breakdown by {listed} is published: in no group did two values pass the size rules, and a single value "
        "would only repeat the group’s size."
    )


def show(page: Opened) -> None:
    """The page below its bar."""
    cells = page.release.breakdowns.filter(pl.col("cluster_id").is_in(page.clusters["cluster_id"].implode()))
    dimensions = ordered_dimensions(cells)
    missing = absent(page, dimensions)
    shares = languages.shares(page.clusters) if LANGUAGE in missing else pl.DataFrame()
    choices = dimensions + ([LANGUAGE] if shares.height else [])
    if not choices:
        style.note(for_html(why_absent(missing)))
        return
    dimension, selected = controls(page, choices)
    if dimension == LANGUAGE and shares.height and selected is None:
        languages_apart(shares)
    elif selected is not None:
        one_group(page, cells.filter(dimension=dimension), selected, dimension)
        explanation()
    else:
        all_groups(page, cells.filter(dimension=dimension), dimension)
        explanation()
    untold = [name for name in missing if name not in choices]
    if untold:
        st.caption(for_markdown(why_absent(untold)))


show(opened_groups())
